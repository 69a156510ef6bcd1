"""The frame of a plot with two number axes, as inline SVG whose marks are drawn by their own attributes.

A PDF is set from the same drawing, and what sets it reads no style sheet for drawings; so each mark says its ink, its
width and its dashes. Nothing is told by colour alone: one truth is solid and dark, the other dashed and lighter.
"""

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from clewline.output.charts import short

INK, QUIET, RULE, SAME, DIFFERENT = "#1b1f24", "#4a535c", "#d5dbe1", "#0b3f66", "#b3541e"
FONT = "Liberation Sans, Arial, Helvetica, sans-serif"
STEPS = (0.1, 0.2, 0.25, 0.5, 1.0, 2.0, 5.0, 10.0, 20.0, 50.0, 100.0)


@dataclass(frozen=True, kw_only=True)
class Frame:
    """Where numbers lie on a drawing."""

    width: int
    height: int
    x: tuple[float, float]
    y: tuple[float, float]
    left: int = 64
    right: int = 16
    top: int = 16
    bottom: int = 52

    def at_x(self, value: float) -> float:
        """Return the place of a number along the drawing; one outside the axis lies at its end."""
        share = (value - self.x[0]) / (self.x[1] - self.x[0])
        return self.left + min(1.0, max(0.0, share)) * (self.width - self.left - self.right)

    def at_y(self, value: float) -> float:
        """Return the place of a number down the drawing."""
        share = (value - self.y[0]) / (self.y[1] - self.y[0])
        return self.height - self.bottom - min(1.0, max(0.0, share)) * (self.height - self.top - self.bottom)

    def axes(
        self, along: str, up: str, *, written: Callable[[float], str] = "{:g}".format
    ) -> Iterator[Markup]:
        """Yield the grid, the numbers and the titles of both axes; `written` writes the numbers of the second."""
        floor, ceiling = self.height - self.bottom, self.top
        for value in ticks(*self.x):
            x = self.at_x(value)
            yield line(x, ceiling, x, floor, ink=RULE)
            yield text(x, floor + 18, minus(f"{value:g}"), anchor="middle", ink=QUIET)
        for value in ticks(*self.y):
            y = self.at_y(value)
            yield line(self.left, y, self.width - self.right, y, ink=RULE)
            yield text(self.left - 8, y + 4, minus(written(value)), anchor="end", ink=QUIET)
        yield line(self.left, floor, self.width - self.right, floor, ink=INK)
        yield line(self.left, ceiling, self.left, floor, ink=INK)
        yield text((self.left + self.width - self.right) / 2, self.height - 10, along, anchor="middle")
        yield text(16, (ceiling + floor) / 2, up, anchor="middle", turned=True)

    def path(
        self, points: Sequence[tuple[float, float]], *, ink: str, wide: float = 2.0, dashes: str = ""
    ) -> Markup:
        """Return a line through points, of which those that fall on one place are drawn once."""
        places: list[str] = []
        for x, y in points:
            place = f"{short(self.at_x(x))} {short(self.at_y(y))}"
            if not places or places[-1] != place:
                places.append(place)
        return Markup(
            '<path d="M{}" fill="none" stroke="{}" stroke-width="{}" stroke-linejoin="round"{}/>'
        ).format("L".join(places), ink, short(wide), _dashes(dashes))


def ticks(low: float, high: float, *, most: int = 9) -> list[float]:
    """Return round numbers from one end of an axis to the other."""
    step = next((s for s in STEPS if (high - low) / s <= most), STEPS[-1])
    first = math.ceil(low / step - 1e-9)
    return [n * step for n in range(first, math.floor(high / step + 1e-9) + 1)]


def line(
    x1: float, y1: float, x2: float, y2: float, *, ink: str, wide: float = 1.0, dashes: str = ""
) -> Markup:
    """Return a straight line."""
    return Markup('<line x1="{}" y1="{}" x2="{}" y2="{}" stroke="{}" stroke-width="{}"{}/>').format(
        short(x1), short(y1), short(x2), short(y2), ink, short(wide), _dashes(dashes)
    )


def text(
    x: float,
    y: float,
    words: str,
    *,
    anchor: str = "start",
    ink: str = INK,
    bold: bool = False,
    turned: bool = False,
) -> Markup:
    """Return words at a place; `turned` ones read upwards."""
    turn = Markup(' transform="rotate(-90 {} {})"').format(short(x), short(y)) if turned else Markup("")
    weight = Markup(' font-weight="bold"') if bold else Markup("")
    return Markup(
        '<text x="{}" y="{}" text-anchor="{}" fill="{}" font-family="{}" font-size="13"{}{}>{}</text>'
    ).format(short(x), short(y), anchor, ink, FONT, weight, turn, words)


def rect(x: float, y: float, width: float, height: float, *, fill: str, ink: str = "none") -> Markup:
    """Return a box."""
    return Markup('<rect x="{}" y="{}" width="{}" height="{}" fill="{}" stroke="{}"/>').format(
        short(x), short(y), short(width), short(height), fill, ink
    )


def circle(x: float, y: float, radius: float, *, fill: str, ink: str = "none") -> Markup:
    """Return a dot."""
    return Markup('<circle cx="{}" cy="{}" r="{}" fill="{}" stroke="{}" stroke-width="1.5"/>').format(
        short(x), short(y), short(radius), fill, ink
    )


def minus(number: str) -> str:
    """Return a number with a minus sign in the place of a hyphen."""
    return number.replace("-", "−")


def _dashes(dashes: str) -> Markup:
    return Markup(' stroke-dasharray="{}"').format(dashes) if dashes else Markup("")
