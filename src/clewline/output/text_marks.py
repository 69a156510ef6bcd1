"""A text line by line, parted where a claim, a number set aside or a finding begins or ends: to be marked on a page."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise


@dataclass(frozen=True, kw_only=True)
class Mark:
    """Characters of a text that are shown in a way of their own."""

    start: int
    end: int
    looks: str
    """A class of the page's sheet, as `claim`."""
    to: str = ""
    """Id of the place on the page that it leads to; nothing where it leads nowhere."""
    id: str = ""
    """Its own id, that others may lead to."""
    note: int = 0
    """Number of the note in the margin that is about it; 0 for none."""


@dataclass(frozen=True, kw_only=True)
class Piece:
    """Characters of one line that have the same marks."""

    words: str
    looks: str
    to: str
    id: str
    notes: tuple[int, ...]
    """Notes whose marks end here: their numbers are printed behind the words."""


@dataclass(frozen=True, kw_only=True)
class Line:
    """A line of a text that is not blank."""

    number: int
    """From 1."""
    start: int
    end: int
    pieces: tuple[Piece, ...]


def lines(text: str, marks: Iterable[Mark]) -> Iterator[Line]:
    """Yield the lines of a text that are not blank, each parted by its marks."""
    waiting = sorted(_by_line(text, marks), key=lambda m: (m.start, -m.end))
    start = at = 0
    for number, words in enumerate(text.split("\n"), start=1):
        end = start + len(words)
        own = []
        while at < len(waiting) and waiting[at].start < end:
            own.append(waiting[at])
            at += 1
        if words.strip():
            yield Line(number=number, start=start, end=end, pieces=tuple(_pieces(text, start, end, own)))
        start = end + 1


def _by_line(text: str, marks: Iterable[Mark]) -> Iterator[Mark]:
    """Yield the marks, each within one line: of one that runs over a line's end the last piece has its note."""
    ends = [i for i, c in enumerate(text) if c == "\n"]
    for mark in marks:
        start, ident = mark.start, mark.id
        while (line := bisect_right(ends, start - 1)) < len(ends) and ends[line] < mark.end:
            if start < ends[line]:
                yield replace(mark, start=start, end=ends[line], id=ident, note=0)
                ident = ""
            start = ends[line] + 1
        if start < mark.end:
            yield replace(mark, start=start, id=ident)


def _pieces(text: str, start: int, end: int, marks: Sequence[Mark]) -> Iterator[Piece]:
    bounds = sorted({start, end, *(m.start for m in marks), *(m.end for m in marks)})
    # Only the marks that are open are looked at: a text may be one line of a million characters.
    over: list[Mark] = []
    at = 0
    for first, last in pairwise(bounds):
        over = [m for m in over if m.end > first]
        while at < len(marks) and marks[at].start == first:
            over.append(marks[at])
            at += 1
        yield Piece(
            words=text[first:last],
            looks=" ".join(dict.fromkeys(m.looks for m in over)),
            to=next((m.to for m in over if m.to), ""),
            id=next((m.id for m in over if m.id and m.start == first), ""),
            notes=tuple(sorted({m.note for m in over if m.note and m.end == last})),
        )
