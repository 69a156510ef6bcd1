"""The protecting path as a drawing: its places, and by which act one leads to another, as the table of moves says."""

from collections.abc import Iterator

from clewline.output.state_diagram import (
    PATH,
    RECT,
    ROW,
    TEXT,
    Size,
    bent,
    box,
    drawing,
    key_of_box,
    key_of_line,
    line,
)
from clewline.safeguarding.path import MOVES, PROTECTED, Act, Place

BOX = Size(172, 54)
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
_STYLE = f"{TEXT}{RECT}rect.protected{{fill:#fff7bf;stroke-width:3}}{PATH}"


def path_diagram() -> str:
    """Return the drawing as SVG."""
    return drawing(
        [*_edges(), *_boxes(), *_key(420)],
        size=Size(860, 470 + ROW * len(LINES)),
        title="The protecting path",
        said="The places of the protecting path, and which act leads from one to another.",
        style=_STYLE,
    )


def leading() -> Iterator[tuple[Place, Place, Act]]:
    """Yield each two places of which an act leads from the first to the second, with the act."""
    for (place, act), move in MOVES.items():
        if act in LINES and move.to is not place:
            yield place, move.to, act


def _boxes() -> Iterator[str]:
    for place, at in _AT.items():
        words = place.value.split(", ") if ", " in place.value else _halves(place.value)
        yield box(at, BOX, words, kind="protected" if place in PROTECTED else "")


def _edges() -> Iterator[str]:
    for start, end, act in leading():
        (x1, y1), (x2, y2) = _AT[start], _AT[end]
        bend = 0.16 if x1 != x2 and y1 != y2 else 0.3 if abs(x2 - x1) > 400 else 0.12
        side = -1 if y1 == y2 and y1 < 200 and x2 > x1 else 1
        yield line(bent(_AT[start], _AT[end], BOX, bend * side), dashes=LINES[act])


def _key(top: int) -> Iterator[str]:
    for n, (act, dashes) in enumerate(LINES.items()):
        yield key_of_line(top + ROW * n, act.value, dashes=dashes)
    yield key_of_box(top + ROW * len(LINES), "treated as a possible victim first", kind="protected")


def _halves(text: str) -> list[str]:
    words = text.split()
    return [text] if len(text) <= 20 else [" ".join(words[:2]), " ".join(words[2:])]
