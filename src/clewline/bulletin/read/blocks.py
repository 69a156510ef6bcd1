"""Part a text into its blocks: headline, headings, list items, captions and paragraphs, and these into sentences."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from clewline.bulletin.claim import Position

_BULLET = re.compile(
    r"\s*(?:[^\w\s£€$\"“”'‘’(\[#@&<>~≥≤+.…/\\]+\s*(?=\S)|\(?\d{1,2}[.)"
    r"]\s+(?=[A-Za-z£])|\d{1,2}(?:\.\d{1,2})+\.?\s+(?=[A-Za-z£])|\d{1,"
    r"2}/\d{1,2}\s+|[oO]\s+(?=\d))"
)
"""A mark before a list item: a bullet, a sign or emoji, a number with a dot or bracket, a number of several parts."""
_CAPTION = re.compile(r"\s*(?:caption|image|picture|photo|pictured)\s*[:–-]", re.IGNORECASE)
_END = re.compile(
    r"[.!?…;](?:(?:(?<!;)[\"”’')\]]*|(?<=;))(?=\s+[\"“‘'(\[]?[A-Z0-9£€#@]|\s*$)|(?<=[.!?])(?=[A-Z][a-z]+ )())"
)
"""The end of a sentence; with a group where the next one is glued to it."""
_ABBREVIATED = re.compile(
    r"(?:\b(?:no|st|det|supt|insp|sgt|mr|mrs|ms|dr|approx|e\.g|i\.e|a\.m|"
    r"p\.m|ch|cllr|rev|est|ca|vs|incl|inc|nos|dept|gen|col|hon|prof|jan|"
    r"feb|aug|sept|oct|nov|dec|cdr|dci|pc)|\b[A-Z])\.$",
    re.IGNORECASE,
)
_LONGEST = 1200
"""Characters of a sentence that are read together; no sentence of a bulletin comes near it."""
_ITEM_WORDS = 16
_HEADING_WORDS = 9


class Sentence(NamedTuple):
    """A sentence, a list item or a heading, by its characters, and where it stands."""

    start: int
    end: int
    position: Position
    heading: tuple[int, int] | None = None
    """Characters of the heading or lead-in that a list item stands under."""
    new: bool = True
    """Whether it begins a block."""


def sentences(text: str) -> Iterator[Sentence]:
    """Yield the sentences of `text` in order."""
    lines = [(m.start(), m.end()) for m in re.finditer(r"[^\n\r]+", text) if m[0].strip()]
    heading: tuple[int, int] | None = None
    listing = False
    led = False
    for i, (start, end) in enumerate(lines):
        line = text[start:end]
        stripped = line.strip()
        gap = i > 0 and text.count("\n", lines[i - 1][1], start) > 1
        bullet = _BULLET.match(line)
        ended = stripped.endswith((".", "!", "?", ".”", '."', ".’", "”", '"'))
        words = len(stripped.split())
        if stripped[0] in "CcIiPp" and _CAPTION.match(line):
            yield from _parts(text, start, end, "caption", None)
            continue
        if bullet:
            # `Five things ...` begins with no mark; a mark is not part of the item
            listing = True
            yield from _parts(text, start + bullet.end(), end, "list", heading)
            continue
        if i == 0 and not ended and len(lines) > 1 and words <= 30:
            yield Sentence(start=start, end=end, position="headline")
            continue
        if stripped.endswith(":"):
            cut = max(stripped.rfind(". "), 0)
            yield from _parts(
                text, start, end, "heading" if words <= _HEADING_WORDS else "body" if led else "lead", None
            )
            begin = start + line.index(stripped) + (cut + 2 if cut else 0)
            heading, listing = (begin, end), True
            led = led or words > _HEADING_WORDS
            continue
        if words <= _HEADING_WORDS and not ended and not re.search(r"\d", stripped) and not _counts(stripped):
            yield Sentence(start=start, end=end, position="heading")
            heading, listing = (start, end), True
            continue
        item = words <= _ITEM_WORDS and not ended and (listing or _amount_first(stripped))
        if item:
            yield from _parts(text, start, end, "list", heading if listing else None)
            continue
        if gap or ended:
            listing, heading = False, None
        yield from _parts(text, start, end, "body" if led else "lead", None)
        led = True


_COUNTED = re.compile(
    r"\b(?:no|one|two|three|four|five|six|seven|eight|nine|ten|eleven|"
    r"twelve|\w+teen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|"
    r"hundred|dozen)\b",
    re.IGNORECASE,
)


def _counts(line: str) -> bool:
    return _COUNTED.search(line) is not None


_AMOUNT = re.compile(r"[£€$]?\d")
_ROW = re.compile(r"(?:[:\t–-]|\s\s)\s*(?:[£€~>]\s*)?\d[\d,.]*\s*\w{0,3}$|^\D{3,40}\s[£€]?\d[\d,.]*[km]?$")
"""A row of a table written as a line: a label and its number."""
_LONGEST_ROW = 240
"""Characters of such a row; a longer line is not tried, which would take a time that grows faster than the line."""


def _amount_first(line: str) -> bool:
    if _AMOUNT.match(line) or _COUNTED.match(line):
        return True
    return len(line) <= _LONGEST_ROW and _ROW.search(line) is not None


def _parts(
    text: str, start: int, end: int, position: Position, heading: tuple[int, int] | None
) -> Iterator[Sentence]:
    """Yield the sentences of a block."""
    at = start
    new = True
    for m in _END.finditer(text, start, end):
        if (
            m[1] is None
            and m[0][0] == "."
            and _ABBREVIATED.search(text, max(start, m.start() - 8), m.start() + 1)
        ):
            continue
        for a, b in _pieces(text, at, m.end()):
            yield Sentence(start=a, end=b, position=position, heading=heading, new=new)
            new = False
        at = m.end()
    if text[at:end].strip():
        for a, b in _pieces(text, at, end):
            yield Sentence(start=a, end=b, position=position, heading=heading, new=new)
            new = False


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield a sentence in pieces that are short enough to be read in a time that grows with its length."""
    while end - start > _LONGEST:
        cut = max(text.rfind(" ", start + _LONGEST // 2, start + _LONGEST), start + _LONGEST // 2) + 1
        yield start, cut
        start = cut
    yield start, end
