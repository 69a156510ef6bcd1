"""Pieces of text on a page to its rows, from above: words with their spaces, parted where a gap is a column's."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from clewline.formats.documents.characters import BULLETS
from clewline.formats.documents.pdf_pieces import Piece

# All in sizes of the type, measured on PDFs of Word, Chromium, WeasyPrint, reportlab and fpdf2.
SAME_LINE = 0.2
"""How far base lines of one row lie apart."""
WORD_GAP = 0.15
"""Gap that is a space. Within words, gaps are below 0.1."""
CELL_GAP = 0.9
"""Gap that parts cells or columns; spaces of justified lines can be wider, and are equal."""
_EQUAL, _ALIKE = 3, 1.1
"""How many spaces of a line are so, and how much they differ."""
RAISED = (0.2, 0.8)
"""How far above the row's base line the mark of a footnote stands."""
_TOUCHES = 0.4
_MARK = re.compile(r"[\[(]?(?:\d{1,2}|[*†‡§]+)[\])]?")
_RAISED_LETTERS = 3
_COMPARED = 10_000
_BULLETS = frozenset((*BULLETS, "-", "–", "o"))
_LEADERS = re.compile(r"\s*(?:\. ?){4,}")
"""Dots that lead from a label to its number."""


@dataclass(frozen=True, slots=True)
class Run:
    """Words that stand together on one row."""

    text: str
    x0: float
    x1: float
    y: float
    size: float


Row = tuple[Run, ...]
"""Runs on one base line, from the left."""


def rows(pieces: Sequence[Piece], left: Counter[str]) -> list[Row]:
    """Return the rows of a page from above; marks of footnotes are left out and counted in `left`."""
    lines: list[list[Piece]] = []
    for piece in sorted(pieces, key=lambda p: (-p.y, p.x0)):
        if lines and abs(lines[-1][0].y - piece.y) <= SAME_LINE * min(lines[-1][0].size, piece.size):
            lines[-1].append(piece)
        else:
            lines.append([piece])
    return [_row(line) for line in _without_marks(lines, left)]


def _without_marks(lines: list[list[Piece]], left: Counter[str]) -> Iterator[list[Piece]]:
    """Yield the lines with the letters that stand raised above them put in, and without footnote marks."""
    raised: list[Piece] = []
    for line, below in pairwise((*lines, [])):
        kept = [*line, *(replace(piece, y=line[0].y, size=line[0].size) for piece in raised)]
        raised = []
        # Lines of so many pieces are drawings, and each would be compared with each.
        if len(line) * len(below) <= _COMPARED:
            for piece in [piece for piece in line if _is_raised(piece, below)]:
                kept.remove(piece)
                mark = _MARK.fullmatch(piece.text.strip()) is not None
                left["marks"] += mark
                # Its place stays, or a gap would part the words around it.
                raised.append(replace(piece, text="") if mark else piece)
        if kept:
            yield kept


def _is_raised(piece: Piece, line: list[Piece]) -> bool:
    """Return whether a piece stands raised at the end of one on the line below, or at that line's beginning."""
    said = piece.text.strip()
    if len(said) > _RAISED_LETTERS and not _MARK.fullmatch(said):
        return False
    low, high = RAISED
    return any(
        low * p.size <= piece.y - p.y <= high * p.size
        and piece.size <= p.size
        and (abs(p.x1 - piece.x0) <= _TOUCHES * p.size or abs(piece.x1 - p.x0) <= _TOUCHES * p.size)
        for p in line
    )


def _row(line: list[Piece]) -> Row:
    """Put the pieces of a line together, from the left, into runs."""
    pieces = _shown_once(sorted(line, key=lambda p: p.x0))
    gaps = [(right.x0 - left.x1) / right.size for left, right in pairwise(pieces)]
    spaces = _justified(pieces, gaps)
    runs: list[list[Piece]] = [pieces[:1]]
    texts: list[list[str]] = [[pieces[0].text]]
    for at, (piece, gap) in enumerate(zip(pieces[1:], gaps, strict=True)):
        if gap >= WORD_GAP and len(runs[-1]) == 1 and (said := texts[-1][0].strip()) in _BULLETS:
            texts[-1] = ["• " if said == "o" else f"{said} ", piece.text]
            runs[-1].append(piece)
        elif gap < CELL_GAP or at in spaces:
            texts[-1] += [" ", piece.text] if gap >= WORD_GAP else [piece.text]
            runs[-1].append(piece)
        else:
            runs.append([piece])
            texts.append([piece.text])
    return tuple(_run(parts, "".join(said)) for parts, said in zip(runs, texts, strict=True))


def _shown_once(pieces: list[Piece]) -> list[Piece]:
    """Return the pieces without those shown twice a little apart, by which bold type is sometimes made."""
    kept = pieces[:1]
    for piece in pieces[1:]:
        if piece.text != kept[-1].text or abs(piece.x0 - kept[-1].x0) >= SAME_LINE * piece.size:
            kept.append(piece)
    return kept


def _justified(pieces: list[Piece], gaps: list[float]) -> frozenset[int]:
    """Return the places of wide gaps that are spaces, stretched to fill a narrow column's line.

    They are as wide as their neighbours, and most words after them begin small, as those of table cells do not.
    """
    groups: list[list[int]] = []
    for at in (at for at, gap in enumerate(gaps) if gap >= WORD_GAP):
        if groups and 1 / _ALIKE <= gaps[at] / gaps[groups[-1][0]] <= _ALIKE:
            groups[-1].append(at)
        else:
            groups.append([at])
    return frozenset(
        at
        for group in groups
        if len(group) >= _EQUAL and 2 * sum(pieces[at + 1].text[:1].islower() for at in group) >= len(group)
        for at in group
    )


def _run(pieces: list[Piece], text: str) -> Run:
    return Run(
        text=" ".join(_LEADERS.sub(": ", text).split()),
        x0=pieces[0].x0,
        x1=max(piece.x1 for piece in pieces),
        y=pieces[0].y,
        size=max(piece.size for piece in pieces),
    )
