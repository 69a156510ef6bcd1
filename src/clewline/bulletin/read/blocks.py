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
    lines = _joined(text, [(m.start(), m.end()) for m in re.finditer(r"[^\n\r]+", text) if m[0].strip()])
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


_CELL = re.compile(r"\s*[|•]?\s*[£€~>]?\s*\d[\d,.]*\s*(?:\w{1,6}|%)?\s*\|?\s*")
"""A cell of a table that holds a number and nothing else."""
_NAME_CELL = re.compile(r"\s*\|?[^\d\n.!?:]{2,60}\|?\s*")
"""A cell that holds a label."""


def _joined(text: str, lines: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the lines; in a table whose cells have lines of their own, a label and its number are one line."""
    found: list[tuple[int, int]] = []
    at = 0
    while at < len(lines):
        run = max(_run(text, lines, at, 0), _run(text, lines, at, 1))
        if run - at >= 2 * _PAIRS or (run > at and text[lines[at][0] : lines[at][1]].rstrip().endswith("|")):
            found += [(lines[i][0], lines[i + 1][1]) for i in range(at, run, 2)]
            at = run
        else:
            found.append(lines[at])
            at += 1
    return found


def _run(text: str, lines: list[tuple[int, int]], at: int, first: int) -> int:
    """Return where the pairs end that begin at a line, the number in each of them first where `first` is 1."""
    run = at
    while run + 1 < len(lines) and _is_pair(text, lines[run + first], lines[run + 1 - first]):
        gap = text.count("\n", lines[run][1], lines[run + 1][0])
        if run + 2 < len(lines) and gap > text.count("\n", lines[run + 1][1], lines[run + 2][0]):
            break  # a heading stands apart from what is below it
        run += 2
    return run


_WIDEST_CELL = 80
"""Characters of a cell with a number, blanks included; a label may have twice as many."""
_PAIRS = 2
"""Pairs of a label and a number that make a table."""


def _is_pair(text: str, label: tuple[int, int], number: tuple[int, int]) -> bool:
    """Whether a line is a label and the next one its number."""
    return (
        number[1] - number[0] <= _WIDEST_CELL
        and label[1] - label[0] <= 2 * _WIDEST_CELL
        and _CELL.fullmatch(text, *number) is not None
        and _NAME_CELL.fullmatch(text, *label) is not None
        and len(text[label[0] : label[1]].split()) <= _HEADING_WORDS
    )


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
