"""How one published value is drawn: what the words around a number say is part of its mark.

A dot is an exact number; an arrow leads up from `at least` and down from `at most`; a band shows the tenth to each
side of `about`. The letter in a dot says who published it: its colour says the same again, and nothing alone.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from markupsafe import Markup

from clewline.output.charts import CHARACTER, short
from clewline.output.time_axis import TimeAxis

RADIUS = 8.5
ARROW = 24.0
"""Length of an arrow from the middle of its dot."""
BAND = 12.0
"""Height of a band to each side at least: one that its dot hides would say nothing."""
BROAD = 11.0
"""Half the width of a band."""
RING = 3.0
"""Distance of the ring around a mark that is part of a contradiction."""
COLOURS = 6
"""Colours of the style sheet, `c0` to `c5`."""
ASIDE = RADIUS / 2
"""Step by which a mark that would hide another is tried further to the side."""

Height = Callable[[Decimal], float]
"""Gives the height in the drawing at which a value stands."""


@dataclass(frozen=True, kw_only=True)
class Point:
    """One published value."""

    start: date
    end: date
    value: Decimal
    relation: str
    letter: str
    colour: int
    words: str
    """What it says, for those who point at it."""
    marks: tuple[int, ...] = ()
    """Numbers of the contradictions that it is part of."""
    total: bool = False
    """Whether a line leads to it from the first day that it counts."""


@dataclass(frozen=True)
class Placed:
    """A value with its place in the drawing."""

    point: Point
    x: float
    y: float
    top: float
    """Height up to which its mark reaches, an arrow or a band with it."""
    foot: float

    def hides(self, other: "Placed") -> bool:
        """Return whether the two marks cover each other somewhere."""
        level = self.top < other.foot and other.top < self.foot
        return level and self.left < other.right and other.left < self.right

    @property
    def left(self) -> float:
        """Return the left end of the mark, its ring or band with it."""
        return self.x - max(RADIUS + RING * bool(self.point.marks), self._band) - 1

    @property
    def right(self) -> float:
        """Return the right end of the mark, the number of its contradiction with it."""
        room = RING + CHARACTER * (1 + len(numbers(self.point))) if self.point.marks else 0
        return self.x + max(RADIUS + room, self._band)

    @property
    def _band(self) -> float:
        return BROAD if self.point.relation == "about" else 0.0


def numbers(point: Point) -> str:
    """Return the numbers of the contradictions that a value is part of."""
    return ",".join(map(str, point.marks))


def placed(points: Sequence[Point], axis: TimeAxis, height: Height) -> list[Placed]:
    """Return the places of the marks; those that would hide each other stand side by side."""
    found: list[Placed] = []
    for point in points:
        middle = point.end if point.total else point.start + (point.end - point.start) / 2
        x, y = axis.at(middle), height(point.value)
        top, foot = _reach(point, y, height)
        tries = (Placed(point, at, y, top, foot) for at in _beside(x, axis, len(points)))
        free = (one for one in tries if not any(one.hides(other) for other in found))
        found.append(next(free, Placed(point, x, y, top, foot)))
    return found


def _reach(point: Point, y: float, height: Height) -> tuple[float, float]:
    band = max(BAND, y - height(point.value * Decimal("1.1"))) if point.relation == "about" else 0.0
    up = {"at_least": ARROW, "about": band}.get(point.relation, RADIUS)
    down = {"at_most": ARROW, "about": band}.get(point.relation, RADIUS)
    return y - up, y + down


def _beside(x: float, axis: TimeAxis, most: int) -> Iterator[float]:
    """Yield the place, then places to the right and to the left of it, further and further, on the axis."""
    yield x
    for step in range(1, 20 * most + 1):
        yield from (at for at in (x + step * ASIDE, x - step * ASIDE) if axis.left <= at <= axis.right)


def drawn(one: Placed, axis: TimeAxis) -> Iterator[Markup]:
    """Yield the shapes of a mark, what lies behind first."""
    point = one.point
    if point.total:
        yield Markup('<line class="reach c{}" x1="{}" x2="{}" y1="{y}" y2="{y}"/>').format(
            point.colour, short(axis.at(point.start)), short(one.x), y=short(one.y)
        )
    yield Markup("<g><title>{}</title>").format(point.words)
    yield from _shapes(one)
    yield Markup("</g>")


def sample(relation: str, letter: str = "", colour: int = 0, *, marked: bool = False) -> Markup:
    """Return one mark by itself, for a key that says in words what it means."""
    any_day = date(2000, 1, 1)
    point = Point(
        start=any_day,
        end=any_day,
        value=Decimal(1),
        relation=relation,
        letter=letter,
        colour=colour,
        words="",
        marks=(1,) if marked else (),
    )
    # An arrow needs room on one side only, and a key's marks stand on one line with their words.
    y = {"at_least": ARROW + 1, "about": BAND + 1}.get(relation, RADIUS + 3)
    tall = y + {"at_most": ARROW + 1, "about": BAND + 1}.get(relation, RADIUS + 3)
    one = Placed(point, RADIUS + 3, y, y - BAND, y + BAND)
    return Markup(
        '<svg class="sample" aria-hidden="true" viewBox="0 0 {0} {1}" width="{0}" height="{1}">{2}</svg>'
    ).format(44 if marked else 23, short(tall), Markup("").join(_shapes(one)))


def _shapes(one: Placed) -> Iterator[Markup]:
    point, x, y = one.point, one.x, one.y
    if point.relation == "about":
        yield Markup('<rect class="band c{}" x="{}" y="{}" width="{}" height="{}"/>').format(
            point.colour, short(x - BROAD), short(one.top), short(2 * BROAD), short(one.foot - one.top)
        )
    elif point.relation in ("at_least", "at_most"):
        way = -1 if point.relation == "at_least" else 1
        yield Markup('<path class="arrow c{}" d="M{x} {y}V{tip}M{a} {neck}L{x} {tip}L{b} {neck}"/>').format(
            point.colour,
            x=short(x),
            y=short(y),
            tip=short(y + way * ARROW),
            neck=short(y + way * (ARROW - 6)),
            a=short(x - 5),
            b=short(x + 5),
        )
    if point.marks:
        yield Markup('<circle class="ring" cx="{}" cy="{}" r="{}"/>').format(
            short(x), short(y), short(RADIUS + RING - 1)
        )
        yield Markup('<text class="differs" x="{}" y="{}">≠{}</text>').format(
            short(x + RADIUS + RING), short(y - 3), numbers(point)
        )
    yield Markup('<circle class="dot c{}" cx="{}" cy="{}" r="{}"/>').format(
        point.colour, short(x), short(y), short(RADIUS)
    )
    yield Markup('<text class="letter" x="{}" y="{}" text-anchor="middle">{}</text>').format(
        short(x), short(y + 3.6), point.letter
    )
