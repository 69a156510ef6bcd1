"""The protecting path as a drawing: its places, and by which act one leads to another, as the table of moves says."""

from collections.abc import Iterator
from html import escape

from clewline.safeguarding.path import MOVES, PROTECTED, Act, Place

WIDE, HIGH = 172, 54
"""Size of a place's box, in units of the drawing."""
_AT = {
    Place.NOTHING: (110, 80),
    Place.NO_CONCERN: (110, 330),
    Place.DEFAULT: (430, 80),
    Place.STILL: (430, 330),
    Place.POSSIBLE: (750, 80),
    Place.VICTIM: (750, 330),
}
"""Middle of each place's box."""
LINES = {
    Act.MARK: "9 3",
    Act.SAY_POSSIBLE: "",
    Act.SAY_VICTIM: "2 3",
    Act.SAY_NO_CONCERN: "14 4 3 4",
}
"""Acts that lead from a place to another, and how their lines are dashed: told apart without colours."""
_STYLE = (
    "text{font-family:sans-serif;font-size:14px;fill:#0b0c0c}"
    "rect{fill:#fff;stroke:#0b0c0c;stroke-width:1.5}rect.protected{fill:#fff7bf;stroke-width:3}"
    "path{fill:none;stroke:#0b0c0c;stroke-width:1.5}"
)


def path_diagram() -> str:
    """Return the drawing as SVG."""
    high = 470 + 26 * len(LINES)
    drawn = [*_edges(), *_boxes(), *_legend(420)]
    said = "The places of the protecting path, and which act leads from one to another."
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 860 {high}" role="img" aria-label="{escape(said)}">'
        f"<title>The protecting path</title><style>{_STYLE}</style>"
        '<defs><marker id="head" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="8" markerHeight="8" orient="auto">'
        '<path d="M0 0L10 5L0 10z" style="fill:#0b0c0c"/></marker></defs>'
        f'<rect x="0" y="0" width="860" height="{high}" style="stroke:none"/>' + "".join(drawn) + "</svg>\n"
    )


def leading() -> Iterator[tuple[Place, Place, Act]]:
    """Yield each two places of which an act leads from the first to the second, with the act."""
    for (place, act), move in MOVES.items():
        if act in LINES and move.to is not place:
            yield place, move.to, act


def _boxes() -> Iterator[str]:
    for place, (x, y) in _AT.items():
        kind = ' class="protected"' if place in PROTECTED else ""
        yield f'<rect{kind} x="{x - WIDE // 2}" y="{y - HIGH // 2}" width="{WIDE}" height="{HIGH}"/>'
        words = place.value.split(", ") if ", " in place.value else _halves(place.value)
        for n, line in enumerate(words):
            at = y + 5 + (n - (len(words) - 1) / 2) * 18
            yield f'<text x="{x}" y="{at:g}" text-anchor="middle">{escape(line)}</text>'


def _edges() -> Iterator[str]:
    for start, end, act in leading():
        (x1, y1), (x2, y2) = _AT[start], _AT[end]
        # Each is bent to its own right, so that two that lead to and fro lie side by side.
        length = ((x2 - x1) ** 2 + (y2 - y1) ** 2) ** 0.5
        bend = 0.16 if x1 != x2 and y1 != y2 else 0.3 if abs(x2 - x1) > 400 else 0.12
        side = -1 if y1 == y2 and y1 < 200 and x2 > x1 else 1
        middle_x = (x1 + x2) / 2 - (y2 - y1) / length * bend * length * side * 0.5
        middle_y = (y1 + y2) / 2 + (x2 - x1) / length * bend * length * side * 0.5
        from_x, from_y = _border(x1, y1, middle_x, middle_y)
        to_x, to_y = _border(x2, y2, middle_x, middle_y)
        dashes = f' stroke-dasharray="{LINES[act]}"' if LINES[act] else ""
        yield (
            f'<path d="M{from_x:.0f} {from_y:.0f}Q{middle_x:.0f} {middle_y:.0f} {to_x:.0f} {to_y:.0f}"{dashes} '
            'marker-end="url(#head)"/>'
        )


def _border(x: float, y: float, to_x: float, to_y: float) -> tuple[float, float]:
    """Return where the line from the middle of a box towards a point leaves the box."""
    across, down = to_x - x, to_y - y
    part = min(
        (WIDE / 2 + 2) / abs(across) if across else float("inf"),
        (HIGH / 2 + 2) / abs(down) if down else float("inf"),
    )
    return x + across * part, y + down * part


def _legend(top: int) -> Iterator[str]:
    for n, (act, dashes) in enumerate(LINES.items()):
        y = top + 26 * n
        dashed = f' stroke-dasharray="{dashes}"' if dashes else ""
        yield f'<path d="M24 {y}L84 {y}"{dashed} marker-end="url(#head)"/>'
        yield f'<text x="96" y="{y + 5}">{escape(act.value)}</text>'
    y = top + 26 * len(LINES)
    yield f'<rect class="protected" x="24" y="{y - 9}" width="60" height="18"/>'
    yield f'<text x="96" y="{y + 5}">treated as a possible victim first</text>'


def _halves(text: str) -> list[str]:
    words = text.split()
    return [text] if len(text) <= 20 else [" ".join(words[:2]), " ".join(words[2:])]
