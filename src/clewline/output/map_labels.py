"""Places for the words of a map, so that none hides another; what finds no place is left to the table."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from clewline.output.map_view import View

CHARACTER = 8.2
"""Width of a bold character of 13 pixels, on the wide side: fonts differ between machines."""
TALL = 15.0

Box = tuple[float, float, float, float]
"""Left, top, right, bottom."""


@dataclass(frozen=True, kw_only=True)
class Label:
    """Words that belong to a round mark."""

    words: str
    x: float
    y: float
    radius: float


@dataclass(frozen=True, kw_only=True)
class Placed:
    """Words with the place of their first character, on the line that they stand on."""

    label: Label
    x: float
    y: float


def placed(labels: Sequence[Label], view: View, taken: Iterable[Box] = ()) -> list[Placed]:
    """Return the labels that find a place, the first ones first; marks of all are kept free."""
    boxes = [*taken]
    marks = [(n.x - n.radius, n.y - n.radius, n.x + n.radius, n.y + n.radius) for n in labels]
    found = []
    for label in labels:
        for x, y in _places(label):
            box = (x, y - 11, x + len(label.words) * CHARACTER, y + 4)
            inside = box[0] >= 3 and box[1] >= 3 and box[2] <= view.width - 3 and box[3] <= view.height - 3
            if inside and not any(_meet(box, other) for other in (*boxes, *marks)):
                boxes.append(box)
                found.append(Placed(label=label, x=x, y=y))
                break
    return found


def _places(label: Label) -> Iterator[tuple[float, float]]:
    """Yield places around the mark: right, left, above, below, at the corners, and again farther off."""
    wide = len(label.words) * CHARACTER
    for far in (5.0, 14.0, 26.0):
        r = label.radius + far
        yield label.x + r, label.y + 4
        yield label.x - r - wide, label.y + 4
        yield label.x - wide / 2, label.y - r
        yield label.x - wide / 2, label.y + r + TALL - 4
        for across, down in ((1, -1), (1, 1), (-1, -1), (-1, 1)):
            yield (
                label.x + 0.75 * r if across > 0 else label.x - 0.75 * r - wide,
                label.y + down * 0.75 * r + (4 if down < 0 else TALL - 4),
            )


def _meet(a: Box, b: Box) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]
