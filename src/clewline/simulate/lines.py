"""Lines: their brands, the numbers that they change, and how and when they were closed."""

from bisect import bisect_left
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random

from clewline.simulate.chance import often
from clewline.simulate.days import Days
from clewline.simulate.forces import Force
from clewline.simulate.margins import Margins

_FIRST = [
    "Blue",
    "Quick",
    "North",
    "Late",
    "Lucky",
    "Silver",
    "Corner",
    "Double",
    "River",
    "Morning",
    "Little",
    "Prime",
    "Velvet",
    "Golden",
    "Paper",
]
_SECOND = [
    "Fox",
    "Post",
    "Wheel",
    "Lamp",
    "Star",
    "Crown",
    "Bridge",
    "Clock",
    "Field",
    "Bell",
    "Arrow",
    "Kite",
    "Drum",
    "Anchor",
    "Ledger",
]


@dataclass(frozen=True)
class Number:
    """A telephone number that a line used."""

    number: str
    used_from: date
    used_to: date | None


@dataclass(frozen=True)
class Closure:
    """A line was closed."""

    ref: str
    day: date
    reopened: bool
    """Whether the line came back, so that a later check-back finds it in use."""


@dataclass(kw_only=True)
class Line:
    """A line, as one force keeps it."""

    ref: str
    brand: str
    nature: str
    importing: tuple[str, ...]
    opened: date
    numbers: list[Number]
    closures: list[Closure]
    holders: list[tuple[date, str]] = field(default_factory=list)
    """Charge day and person number of each line holder who was charged."""


class Lines:
    """All lines of a force, in the order of their end."""

    def __init__(
        self, rng: Random, margins: Margins, days: Days, force: Force, partner: Force | None
    ) -> None:
        self._rng, self._days, self._force, self._partner, self._made = rng, days, force, partner, 0
        before = margins.lines_closed_since - margins.lines_closed
        after = margins.lines_closed_since // 60
        closed = [self._line(day) for day in days.spread(before, margins.lines_closed, after)]
        active = [self._line(None) for _ in range(2 + margins.lines_closed_since // 10)]
        self.all = closed + active
        self._ends = [line.closures[-1].day if line.closures else date.max for line in self.all]
        self._reopen(closed[:before], before // 80)

    def running_on(self, day: date) -> int:
        """Return the place of a line that runs on the day and ends not long after."""
        at = bisect_left(self._ends, day) + self._rng.randrange(8)
        return min(at, len(self.all) - 1)

    def _line(self, closed: date | None) -> Line:
        rng, force = self._rng, self._force
        self._made += 1
        ref = f"{force.letters}-L{self._made:05}"
        end = closed or self._days.last
        opened = end - timedelta(days=rng.randint(20, 500))
        areas: set[str] = set()
        if often(rng, 0.72):
            areas.update(rng.sample(force.areas, rng.randint(1, 2)))
            if self._partner is not None and often(rng, 0.35):
                areas.add(self._partner.area)
        return Line(
            ref=ref,
            brand=f"{rng.choice(_FIRST)} {rng.choice(_SECOND)}",
            nature="XB" if areas else "INT",
            importing=tuple(sorted(areas)),
            opened=opened,
            numbers=self._numbers(opened, closed, end),
            closures=[Closure(f"{ref}/C1", closed, False)] if closed else [],
        )

    def _numbers(self, opened: date, closed: date | None, end: date) -> list[Number]:
        """Return numbers one after another, the last until the line's end.

        They begin as the range that Ofcom keeps for drama and have more digits than a real number has, so
        that none can be anybody's.
        """
        rng, changes = self._rng, self._rng.choice((0, 0, 1, 1, 2, 3))
        span = (end - opened).days
        starts = sorted(
            {opened, *(opened + timedelta(days=rng.randint(5, span - 5)) for _ in range(changes))}
        )
        ends = [later - timedelta(days=1) for later in starts[1:]]
        found: list[Number] = []
        for first, last in zip(starts, [*ends, closed], strict=True):
            found.append(Number(self._digits(self._made, len(found)), first, last))
        return found

    def _digits(self, line: int, nth: int) -> str:
        return f"07700900{self._force.letters.encode()[0] % 10}{line:05}{nth}"

    def _reopen(self, closed: list[Line], many: int) -> None:
        """Give some lines an earlier closure in an earlier year: they came back, and were closed twice."""
        late = [line for line in closed if line.opened > self._days.since + timedelta(days=400)]
        for line in self._rng.sample(late, min(many, len(late))):
            year_end = date(line.closures[-1].day.year - 1, 12, 31)
            first = self._days.between(self._days.since, min(year_end, line.opened - timedelta(days=10)))
            began = first - timedelta(days=90)
            line.closures.insert(0, Closure(f"{line.ref}/C0", first, True))
            line.numbers.insert(0, Number(self._digits(int(line.ref[-5:]), 9), began, first))
            line.opened = began
