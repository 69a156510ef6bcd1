"""Drawings of states and of the acts that lead from one to another, as SVG: boxes, bent lines with heads, and a key.

What the states are, where each stands and how its lines are told apart is for the drawing that is made of these parts.
Lengths are in units of the drawing.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

TEXT = "text{font-family:sans-serif;font-size:14px;fill:#0b0c0c}"
RECT = "rect{fill:#fff;stroke:#0b0c0c;stroke-width:1.5}"
PATH = "path{fill:none;stroke:#0b0c0c;stroke-width:1.5}"
"""How words, boxes and lines look where a drawing says nothing else."""
ROW = 26
"""From one row of the key to the next."""
_LINE = 18
"""From one line of words in a box to the next."""

Point = tuple[float, float]


@dataclass(frozen=True)
class Size:
    """The size of every box of a drawing."""

    wide: int
    high: int


@dataclass(frozen=True)
class Bent:
    """A line from the border of one box to that of another, bent towards a point."""

    start: Point
    towards: Point
    end: Point

    def along(self, part: float) -> Point:
        """Return the point of the line after a part of it, from 0 to 1."""
        first, second, third = (1 - part) ** 2, 2 * part * (1 - part), part**2
        x, y = (
            first * a + second * b + third * c
            for a, b, c in zip(self.start, self.towards, self.end, strict=True)
        )
        return x, y


def drawing(parts: Sequence[str], *, size: Size, title: str, said: str, style: str) -> str:
    """Return the drawing of these parts, on white; `said` tells in words what it shows."""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size.wide} {size.high}" role="img" '
        f'aria-label="{escape(said)}">'
        f"<title>{escape(title)}</title><style>{style}</style>"
        '<defs><marker id="head" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="8" markerHeight="8" orient="auto">'
        '<path d="M0 0L10 5L0 10z" style="fill:#0b0c0c"/></marker></defs>'
        f'<rect x="0" y="0" width="{size.wide}" height="{size.high}" style="stroke:none"/>'
        + "".join(parts)
        + "</svg>\n"
    )


def box(middle: tuple[int, int], size: Size, words: Sequence[str], *, kind: str = "") -> str:
    """Return a box with its lines of words; `kind` is its class."""
    x, y = middle
    found = (
        f'<rect{_class(kind)} x="{x - size.wide // 2}" y="{y - size.high // 2}" width="{size.wide}" '
        f'height="{size.high}"/>'
    )
    for n, line in enumerate(words):
        at = y + 5 + (n - (len(words) - 1) / 2) * _LINE
        found += f'<text x="{x}" y="{at:g}" text-anchor="middle">{escape(line)}</text>'
    return found


def bent(start: Point, end: Point, size: Size, bend: float) -> Bent:
    """Return the line between the boxes around two points.

    It leaves the straight one to its own right by half of `bend` times its length, so that two lines that lead to and
    fro lie side by side.
    """
    (x1, y1), (x2, y2) = start, end
    towards = (x1 + x2) / 2 - (y2 - y1) * bend * 0.5, (y1 + y2) / 2 + (x2 - x1) * bend * 0.5
    return Bent(_border(start, towards, size), towards, _border(end, towards, size))


def line(at: Bent, *, kind: str = "", dashes: str = "") -> str:
    """Return a bent line with a head at its end; `kind` is its class."""
    (x1, y1), (x, y), (x2, y2) = at.start, at.towards, at.end
    return (
        f'<path{_class(kind)} d="M{x1:.0f} {y1:.0f}Q{x:.0f} {y:.0f} {x2:.0f} {y2:.0f}"{_dashed(dashes)} '
        'marker-end="url(#head)"/>'
    )


def key_of_line(y: int, words: str, *, kind: str = "", dashes: str = "") -> str:
    """Return a row of the key: a line and what it means."""
    drawn = f'<path{_class(kind)} d="M24 {y}L84 {y}"{_dashed(dashes)} marker-end="url(#head)"/>'
    return drawn + _meaning(y, words)


def key_of_box(y: int, words: str, *, kind: str) -> str:
    """Return a row of the key: a small box of a class and what it means."""
    return f'<rect class="{kind}" x="24" y="{y - 9}" width="60" height="18"/>' + _meaning(y, words)


def _meaning(y: int, words: str) -> str:
    return f'<text x="96" y="{y + 5}">{escape(words)}</text>'


def _border(middle: Point, to: Point, size: Size) -> Point:
    """Return where the line from the middle of a box towards a point leaves the box."""
    (x, y), across, down = middle, to[0] - middle[0], to[1] - middle[1]
    part = min(
        (size.wide / 2 + 2) / abs(across) if across else float("inf"),
        (size.high / 2 + 2) / abs(down) if down else float("inf"),
    )
    return x + across * part, y + down * part


def _class(kind: str) -> str:
    return f' class="{kind}"' if kind else ""


def _dashed(dashes: str) -> str:
    return f' stroke-dasharray="{dashes}"' if dashes else ""
