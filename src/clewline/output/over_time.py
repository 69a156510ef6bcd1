"""Published values over time as a chart, drawn by hand."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import chain

from markupsafe import Markup

from clewline.bulletin.week import as_written
from clewline.output.charts import CHARACTER, drawing, round_axis, short
from clewline.output.time_axis import TimeAxis, over
from clewline.output.value_marks import RADIUS, Point, drawn, placed

TOP, BOTTOM, RIGHT = 34, 40, 34
"""Room for an arrow above the highest value, for one and the dates below, and for the number of a mark."""


def over_time(points: Sequence[Point], *, id_: str, title: str, unit: str, size: tuple[int, int]) -> Markup:
    """Return a chart of the values, of which there is at least one, with round numbers from 0 and a time axis."""
    width, height = size
    highest = max(p.value * (Decimal("1.1") if p.relation == "about" else 1) for p in points)
    ceiling, step = round_axis(highest)
    steps = [(step * n, as_written(step * n, unit)) for n in range(int(ceiling / step) + 1)]
    left = max(len(words) for _, words in steps) * CHARACTER + 10
    axis = over(
        min(p.start for p in points),
        max(p.end for p in points),
        left=left + RADIUS,
        right=width - RIGHT,
    )
    tall = height - TOP - BOTTOM

    def at(value: Decimal) -> float:
        return TOP + tall * float(1 - value / ceiling)

    shapes = chain(
        _scale([(at(value), words) for value, words in steps], left, width),
        _dates(axis, TOP + tall, height),
        *(drawn(one, axis) for one in placed(points, axis, at)),
    )
    return drawing(list(shapes), id_=id_, title=title, words=_told(points), width=width, height=height)


def _scale(steps: Sequence[tuple[float, str]], left: float, width: int) -> Iterator[Markup]:
    for y, words in steps:
        yield Markup('<line class="rule" x1="{}" x2="{}" y1="{y}" y2="{y}"/>').format(
            short(left), width, y=short(y)
        )
        yield Markup('<text class="tick" x="{}" y="{}" text-anchor="end">{}</text>').format(
            short(left - 6), short(y + 4), words
        )


def _dates(axis: TimeAxis, base: float, height: int) -> Iterator[Markup]:
    free = 0.0
    for x, words in axis.ticks():
        yield Markup('<line class="rule" x1="{x}" x2="{x}" y1="{}" y2="{}"/>').format(
            short(base), short(base + 5), x=short(x)
        )
        half = len(words) * CHARACTER / 2
        if x - half >= free:
            yield Markup('<text class="tick" x="{}" y="{}" text-anchor="middle">{}</text>').format(
                short(x), height - 8, words
            )
            free = x + half + 6


def _told(points: Sequence[Point]) -> str:
    """Return the chart in words; its numbers stand in the table."""
    several = f"{len(points)} values" if len(points) > 1 else "One value"
    apart = sum(bool(p.marks) for p in points)
    return f"{several}, each a mark with a letter for its publisher." + (
        f" {apart} of them are part of a contradiction." if apart else ""
    )
