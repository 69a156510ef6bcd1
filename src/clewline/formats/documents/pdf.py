"""PDFs to text: columns in the order of reading, lines put together to paragraphs, tables row by row."""

import re
from collections import Counter
from collections.abc import Sequence

from clewline.errors import BadInput
from clewline.formats.documents.characters import counted, shown
from clewline.formats.documents.document import Block, Document, set_out
from clewline.formats.documents.hyphens import known_words
from clewline.formats.documents.pdf_blocks import HEADING, Passage, blocks, passages
from clewline.formats.documents.pdf_columns import flows
from clewline.formats.documents.pdf_pieces import Sheet, read_sheets
from clewline.formats.documents.pdf_rows import Row, rows

MARGIN_ROWS = 2
"""Rows at the top and the bottom of a page that may be its header or footer."""
LEAST_LETTERS = 20
"""Letters below which a PDF with pictures is taken for a scan: stamps and page numbers are added to scans."""
UNREAD = 0.1
"""Share of letters of which the PDF does not say what they are, from which it is refused."""

_DIGITS = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(r"(?:page\s*)?[-–]?\s*\d{1,4}\s*[-–]?(?:\s*(?:of|/)\s*\d{1,4})?", re.IGNORECASE)
_UNFINISHED = re.compile(r"[\w,–—-]$")
_SCAN = "Its pages hold pictures and no text; run text recognition (OCR) on it first."


def read_pdf(content: bytes) -> Document:
    """Read a PDF; its notes say what was left out, and where its text is doubtful.

    :raises BadInput: it is damaged, encrypted or larger than is read, or its pages are pictures.
    """
    sheets = read_sheets(content)
    seen = sum((sheet.seen for sheet in sheets), Counter[str]())
    _require_letters(sheets, seen)
    pages = [rows(sheet.pieces, seen) for sheet in sheets]
    pages, furniture = _without_furniture(pages)
    known = known_words(run.text for page in pages for row in page for run in row)
    sizes: Counter[float] = Counter()
    for row in (row for page in pages for row in page):
        sizes[round(row[0].size, 1)] += sum(len(run.text) for run in row)
    body = sizes.most_common(1)[0][0] if sizes else 1.0
    found = _gone_on([passages(flow) for page in pages for flow in flows(page)])
    headline = _headline(found, len(pages[0]) if pages else 0, body)
    said: list[Block] = []
    if headline:
        found.remove(headline)
        found.insert(0, headline)
    said = list(blocks(found, known, body))
    text, unseen = shown(set_out(said))
    return Document(
        text=text,
        title=shown(said[0].text)[0] if headline else None,
        published=None,
        kind="pdf",
        notes=(*_notes(sheets, seen, furniture), *unseen),
    )


def _require_letters(sheets: Sequence[Sheet], seen: Counter[str]) -> None:
    """Refuse a PDF without text, or whose letters are unknown."""
    if not sheets:
        raise BadInput("The PDF has no pages.")
    letters = sum(len(piece.text.strip()) for sheet in sheets for piece in sheet.pieces)
    if letters < LEAST_LETTERS and seen["pictures"]:
        raise BadInput(_SCAN)
    if seen["unread"] > UNREAD * seen["all"]:
        raise BadInput(
            "The PDF does not say which letters its fonts show; run text recognition (OCR) on it, or copy its text."
        )
    if not letters:
        raise BadInput(
            "The PDF holds no text; if its letters are drawn, run text recognition (OCR) on it first."
        )


def _without_furniture(pages: list[list[Row]]) -> tuple[list[list[Row]], int]:
    """Return the pages without what stands at the top or bottom of most of them, and how many words that was.

    What stands at the top is kept once: it may be the headline, or the head of a table.
    """
    margins = [{_like(row) for row in (*page[:MARGIN_ROWS], *page[-MARGIN_ROWS:])} for page in pages]
    times = Counter(like for page in margins for like in page)
    often = {like for like, n in times.items() if n > 1 and 2 * n >= len(pages)}
    met: set[tuple[str, int]] = set()
    words = 0
    kept: list[list[Row]] = []
    for page in pages:
        rest: list[Row] = []
        for at, row in enumerate(page):
            top = at < MARGIN_ROWS
            bottom = not top and at >= len(page) - MARGIN_ROWS
            text = " ".join(run.text for run in row)
            number = at in (0, len(page) - 1) and len(page) > 1 and _PAGE_NUMBER.fullmatch(text)
            again = (top or bottom) and (like := _like(row)) in often and (bottom or like in met)
            if number or again:
                words += len(text.split())
            else:
                rest.append(row)
            met.add(_like(row))
        kept.append(rest)
    return kept, words


def _like(row: Row) -> tuple[str, int]:
    """Return the text of a row, whatever its numbers, and its height on the page."""
    return _DIGITS.sub("#", " ".join(run.text for run in row)), round(row[0].y / 10)


def _gone_on(parts: Sequence[list[Passage]]) -> list[Passage]:
    """Return the passages of all columns; one that ends in the midst of a sentence goes on in the next column."""
    found: list[Passage] = []
    for part in parts:
        if found and part and _goes_on(found[-1], part[0]):
            found[-1].lines += part[0].lines
            found += part[1:]
        else:
            found += part
    return found


def _goes_on(last: Passage, first: Passage) -> bool:
    if not last.lines or not first.lines or last.size != first.size:
        return False
    return first.lines[0].text[:1].islower() and _UNFINISHED.search(last.lines[-1].text) is not None


def _headline(found: Sequence[Passage], rows_on_first: int, body: float) -> Passage | None:
    """Return the passage in the largest type of the first page, where it is larger than the text."""
    first = [passage for passage in found[: max(rows_on_first, 1)] if passage.lines]
    largest = max(first, key=lambda passage: passage.size, default=None)
    return largest if largest and largest.size > HEADING * body else None


def _notes(sheets: Sequence[Sheet], seen: Counter[str], furniture: int) -> tuple[str, ...]:
    said = [
        (furniture, "word of page headers and footers", "words of page headers and footers"),
        (seen["marks"], "mark of a footnote", "marks of footnotes"),
        (seen["pictures"], "picture", None),
        (seen["turned"], "letter that does not stand upright", "letters that do not stand upright"),
    ]
    parts = [counted(number, one, many) for number, one, many in said if number]
    notes = [f"Left out: {', '.join(parts)}."] if parts else []
    if seen["unread"]:
        notes.append(f"{counted(seen['unread'], 'letter')} could not be told from the fonts.")
    if seen["faults"]:
        notes.append(
            f"{counted(seen['faults'], 'drawing operation')} could not be followed: text may be missing."
        )
    if scans := sum(2 * sheet.seen["behind"] > sheet.seen["all"] for sheet in sheets):
        notes.append(
            f"{counted(scans, 'page')} of text recognition (OCR): check the numbers against the picture."
        )
    damaged = [at for at, sheet in enumerate(sheets, start=1) if sheet.seen["damaged"]]
    if damaged:
        notes.append(f"Pages that are damaged and were not read: {', '.join(map(str, damaged))}.")
    empty = [at for at, sheet in enumerate(sheets, start=1) if not sheet.pieces and sheet.seen["pictures"]]
    if empty:
        notes.append(f"Pages with pictures and no text: {', '.join(map(str, empty))}.")
    return tuple(notes)
