"""A written bulletin taken apart: its text, the numbers told in it, and the line of each."""

from clewline.bulletin.write.bulletin import Bulletin, ParagraphKind, Told
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


def layout_of(bulletin: Bulletin, text: str) -> tuple[tuple[ParagraphKind, int, int], ...]:
    """Return the paragraphs of the text, each by its kind, its first character and the one behind its last."""
    found, at = [], 0
    for paragraph in bulletin.paragraphs:
        start = text.index(paragraph.text, at)
        at = start + len(paragraph.text)
        found.append((paragraph.kind, start, at))
    return tuple(found)


def lines_of(bulletin: Bulletin, text: str) -> list[int]:
    """Return, for each number told, the line of the text on which its paragraph begins, counted from 1."""
    places = zip(bulletin.paragraphs, layout_of(bulletin, text), strict=True)
    return [text.count("\n", 0, start) + 1 for paragraph, (_, start, _) in places for _ in paragraph.told]
