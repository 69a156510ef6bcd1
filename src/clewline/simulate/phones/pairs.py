"""Labelled pairs of phones, to show on simulated data how a method is measured.

Three files: `records.csv` (one row per use; start and end in UTC), `pairs.csv` (the comparisons to make) and
`truth.csv` (the answers, never an input). Records inside a pair's window are evidence of travel; those outside it say
where each phone is usually used. People, not pairs, are what is to be kept apart when fitting. Kinds:

    same      one person's uses of one day, dealt to two phones
    random    two people on one day
    nearby    two people whose cells lie close together (median distance of neighbouring uses under 3 km)
    cotravel  two people who travel together on that day
    habit     one person's phone against their phone of another day, moved onto this day
"""

import csv
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from io import StringIO

import numpy as np

from clewline.errors import BadInput
from clewline.simulate.phones.casefile import FIRST
from clewline.simulate.phones.cells import OPERATORS, OperatorName, network
from clewline.simulate.phones.geography import CITY, TOWNS, Floats, Point, spot
from clewline.simulate.phones.habits import Habits, usual
from clewline.simulate.phones.movement import Leg, Track, travel
from clewline.simulate.phones.period import HOUR, MINUTE, ORDINARY, Period, utc
from clewline.simulate.tables import SimulatedFile

RECORDS = ("phone", "start", "end", "service", "operator", "cell", "lat", "lon")
PAIRS = ("pair", "phone_a", "phone_b", "window_start", "window_end")
TRUTH = ("pair", "same", "kind", "person_a", "person_b")
MORNING = 5
"""Hour at which a window begins and, a day later, ends."""
NEARBY = 3_000.0
"""Metres."""
FEWEST = 3
"""Uses in the window below which a phone is not compared."""
_KINDS = ("same", "same", "same", "random", "nearby", "cotravel", "habit")
"""Kinds by turns."""


def labelled_pairs(
    *, seed: int = 1, people: int = 60, days: int = 14, rate: int = 24, background: int = 5, most: int = 700
) -> Iterator[SimulatedFile]:
    """Yield the three files: up to `most` pairs, `rate` uses per phone and day, `background` further days for each.

    :raises BadInput: there are too few people or days.
    """
    if people < 4 or days < background + 2 or rate < FEWEST or most < 1:
        raise BadInput("Pairs need four people or more, and two days more than those of background.")
    made = _Pairs(
        np.random.default_rng([seed, 4]), people=people, days=days, rate=rate, background=background
    )
    for n in range(most):
        made.add(_KINDS[n % len(_KINDS)])
    for name, columns, rows in (
        ("records.csv", RECORDS, made.records),
        ("pairs.csv", PAIRS, made.pairs),
        ("truth.csv", TRUTH, made.truth),
    ):
        yield SimulatedFile(name, _csv(columns, rows))


@dataclass(frozen=True, kw_only=True)
class _Someone:
    key: str
    track: Track
    beside: frozenset[int]
    """Days (0 is the first) on which they travel together with the one before them."""


@dataclass
class _Pairs:
    """Makes pairs, one after another; of each two people the second often comes along with the first."""

    rng: np.random.Generator
    people: int
    days: int
    rate: int
    background: int
    records: list[tuple[str, ...]] = field(default_factory=list)
    pairs: list[tuple[str, ...]] = field(default_factory=list)
    truth: list[tuple[str, ...]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.period = Period(first=FIRST, days=self.days + 1)
        self.everyone: list[_Someone] = []
        while len(self.everyone) < self.people:
            self.everyone += self._two(len(self.everyone))

    def add(self, kind: str) -> None:
        """Make a pair of the kind, if chance finds one whose phones were used often enough."""
        day = int(self.rng.integers(self.days))
        a, b = self._who(kind, day)
        if a is None or b is None:
            return
        other_day = (
            int(self.rng.choice([d for d in range(self.days) if d != day])) if kind == "habit" else day
        )
        shift = float(self.period.midnights[day] - self.period.midnights[other_day])
        first, second = self._uses(day), self._uses(other_day)
        if min(len(first), len(second)) < FEWEST:
            return
        if kind in ("random", "nearby"):
            close = self._gap(a.track, first, b.track, second) < NEARBY
            kind = "nearby" if close else "random"
        name = f"p{len(self.pairs):05d}"
        operators = OPERATORS[0], OPERATORS[1] if self.rng.random() < 0.7 else OPERATORS[0]
        for side, who, times, moved, on in (("a", a, first, 0.0, day), ("b", b, second, shift, other_day)):
            operator = operators[0] if side == "a" else operators[1]
            self._write(name + side, who.track, times, moved, operator)
            others = [d for d in range(self.days) if d not in (day, on)]
            for d in self.rng.permutation(others)[: self.background]:
                self._write(name + side, who.track, self._uses(int(d)), 0.0, operator)
        start, end = self.period.at(day, MORNING), self.period.at(day + 1, MORNING)
        self.pairs.append((name, f"{name}a", f"{name}b", _iso(start), _iso(end)))
        self.truth.append((name, str(int(kind == "same")), kind, a.key, b.key))

    def _who(self, kind: str, day: int) -> tuple[_Someone | None, _Someone | None]:
        everyone, one = self.everyone, int(self.rng.integers(self.people))
        if kind in ("same", "habit"):
            return everyone[one], everyone[one]
        if kind == "cotravel":
            along = [n for n, who in enumerate(everyone) if day in who.beside]
            if not along:
                return None, None
            other = int(self.rng.choice(along))
            return everyone[other - 1], everyone[other]
        if kind == "nearby":
            # The next four live around the same corner; not on a day on which they travel together.
            other = one // 4 * 4 + int(self.rng.integers(4))
            if other >= self.people or other == one or day in everyone[max(one, other)].beside:
                return None, None
            return everyone[one], everyone[other]
        other = (
            (one + int(self.rng.integers(4, self.people))) % self.people if self.people > 4 else (one + 2) % 4
        )
        return everyone[one], everyone[other] if other // 2 != one // 2 else None

    def _two(self, made: int) -> list[_Someone]:
        """Return two people; four in a row live and work around the same corners."""
        rng, period = self.rng, self.period
        if made % 4 == 0:
            town = CITY if rng.random() < 0.8 else TOWNS[int(rng.integers(len(TOWNS)))]
            self._corner, self._work = spot(rng, town), spot(rng, CITY)
            self._haunts = tuple(spot(rng, town) for _ in range(4))
        habits = [
            Habits(home=self._about(500), work=self._about(700, work=True), haunts=self._haunts)
            for _ in range(2)
        ]
        legs = usual(rng, habits[0], period)
        beside = frozenset(int(d) for d in np.flatnonzero(rng.random(self.days) < 0.4))
        kept = {d for d in beside if any(self._on(leg, d) for leg in legs)}
        own = usual(rng, habits[1], period, but=kept)
        for day in kept:
            shared = [leg for leg in legs if self._on(leg, day)]
            # Comes round before the first trip, goes along, and goes home after the last.
            own.append(Leg(leave=shared[0].leave - 35 * MINUTE, to=habits[0].home, by="car"))
            own += shared
            own.append(Leg(leave=shared[-1].leave + HOUR, to=habits[1].home, by="car"))
        tracks = [
            travel(h.home, sorted(some, key=lambda leg: leg.leave), begins=period.begins, ends=period.ends)
            for h, some in zip(habits, (legs, own), strict=True)
        ]
        return [
            _Someone(key=f"s{made + n:03}", track=track, beside=frozenset(kept) if n else frozenset())
            for n, track in enumerate(tracks)
        ]

    def _about(self, metres: float, *, work: bool = False) -> Point:
        x, y = self._work if work else self._corner
        east, north = self.rng.normal(0, metres, 2)
        return x + float(east), y + float(north)

    def _on(self, leg: Leg, day: int) -> bool:
        return bool(self.period.midnights[day] <= leg.leave < self.period.midnights[day + 1])

    def _uses(self, day: int) -> Floats:
        """Return instants of use in the window of a day, in order, each once."""
        weights = np.roll(np.asarray(ORDINARY, dtype=float) + 0.1, -MORNING)
        many = int(self.rng.poisson(self.rate))
        hours = self.rng.choice(24, many, p=weights / weights.sum())
        start = int(self.period.at(day, MORNING))
        return np.unique(start + hours * HOUR + self.rng.integers(0, HOUR, many)).astype(float)

    def _gap(self, one: Track, first: Floats, other: Track, second: Floats) -> float:
        """Return the median distance (metres) of uses of the two that follow each other."""
        times = np.concatenate([first, second])
        points = np.concatenate([one.at(first), other.at(second)])
        side = np.repeat([0, 1], [len(first), len(second)])
        order = np.argsort(times, kind="stable")
        hops = np.flatnonzero(side[order][1:] != side[order][:-1])
        return float(np.median(np.hypot(*(points[order][hops + 1] - points[order][hops]).T)))

    def _write(self, phone: str, track: Track, times: Floats, shift: float, operator: OperatorName) -> None:
        net = network(operator)
        cells = net.serve(track.at(times), self.rng)
        for at, cell in zip(times + shift, cells, strict=True):
            when = _iso(at)
            lat, lon = f"{net.lat[cell]:.5f}", f"{net.lon[cell]:.5f}"
            self.records.append((phone, when, when, "data", operator, net.cells[cell], lat, lon))


def _iso(instant: float) -> str:
    return utc(instant).isoformat()


def _csv(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    out = StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows(rows)
    return out.getvalue().encode()
