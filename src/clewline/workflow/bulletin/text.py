"""A written bulletin taken apart: its text, the numbers told in it, and the line of each."""

from clewline.bulletin.write.bulletin import Bulletin, Told
from clewline.bulletin.write.write import as_text
from clewline.figures import Counted

Place = tuple[str, str, tuple[tuple[str, str], ...], object, object]
"""What tells one counted number of a week from another."""


def text_of(bulletin: Bulletin) -> str:
    """Return the bulletin as plain text, its last line ended."""
    return as_text(bulletin).rstrip("\n") + "\n"


def told_in(bulletin: Bulletin) -> list[Told]:
    """Return the numbers that it tells, in the order of its words."""
    return [told for paragraph in bulletin.paragraphs for told in paragraph.told]


def counted_in(bulletin: Bulletin) -> list[Counted]:
    """Return what was counted for them, each once: a headline and a list may tell one number."""
    return list({place_of(told.counted): told.counted for told in told_in(bulletin)}.values())


def place_of(counted: Counted) -> Place:
    """Return what tells a counted number from the others of its week."""
    return (
        counted.figure.name,
        counted.definition.version,
        tuple(sorted(counted.qualifiers.items())),
        counted.start,
        counted.end,
    )


def spans_of(bulletin: Bulletin, text: str) -> list[tuple[int, int]]:
    """Return, for each number told, the characters of its paragraph in the text."""
    found, at = [], 0
    for paragraph in bulletin.paragraphs:
        # A style may set a paragraph otherwise, as a row of a table: then the place is where it would stand.
        start = text.find(paragraph.text, at)
        at, end = (at, at) if start < 0 else (start, start + len(paragraph.text))
        found += [(at, end)] * len(paragraph.told)
        at = max(at, end)
    return found


def lines_of(bulletin: Bulletin, text: str) -> list[int]:
    """Return, for each number told, the line of the text on which its paragraph begins, counted from 1."""
    return [text.count("\n", 0, start) + 1 for start, _ in spans_of(bulletin, text)]
