"""Words of a text in the line that they stand in, with a mark under each: as a compiler shows a fault."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rich.cells import cell_len
from rich.text import Text as Words

from clewline.bulletin.claim import Quote
from clewline.output.words import printable

BESIDE = 4
"""Columns before the words of a line, for the bar that sets them apart."""
MARK = "^"


@dataclass(frozen=True, kw_only=True)
class Marked:
    """A piece of one line of a text, and the marks under it."""

    line: int
    """Number of the line in the text, from 1."""
    words: str
    spans: tuple[tuple[int, int], ...]
    """Characters of `words` that are marked."""

    @property
    def marks(self) -> str:
        """Return the line of marks: one under each column of the marked words."""
        found, column = "", 0
        for start, end in self.spans:
            at = cell_len(self.words[:start])
            found += " " * (at - column) + MARK * max(1, cell_len(self.words[start:end]))
            column = max(at, column) + max(1, cell_len(self.words[start:end]))
        return found


def marked(text: str, quotes: Sequence[Quote], *, width: int) -> list[Marked]:
    """Return the lines in which the quotes stand, each cut to the width around them, in the order of the text."""
    by_line: dict[int, list[tuple[int, int]]] = {}
    for quote in sorted(quotes, key=lambda q: (q.start, q.end)):
        for start, end in _by_line(text, quote):
            by_line.setdefault(text.rfind("\n", 0, start) + 1, []).append((start, end))
    return [
        piece
        for begins, spans in by_line.items()
        for piece in _pieces(text, begins, spans, width=max(20, width - BESIDE))
    ]


def shown(piece: Marked, *, style: str) -> Words:
    """Return a piece for a terminal: the line in a bar, the marked words in the style, the marks under them."""
    bar = " " * (BESIDE - 2) + "| "
    words = Words(bar, style="dim")
    at = 0
    for start, end in piece.spans:
        words.append(piece.words[at:start], style="not dim")
        words.append(piece.words[start:end], style=f"not dim {style}")
        at = end
    words.append(piece.words[at:] + "\n", style="not dim")
    words.append(bar)
    words.append(piece.marks, style=f"not dim {style}")
    return words


def _by_line(text: str, quote: Quote) -> Iterator[tuple[int, int]]:
    """Yield the characters of a quote line by line: one that runs over a line's end is marked in both."""
    start = quote.start
    while start < quote.end:
        ends = text.find("\n", start, quote.end)
        ends = quote.end if ends < 0 else ends
        if text[start:ends].strip():
            yield start, ends
        start = ends + 1


def _pieces(text: str, begins: int, spans: list[tuple[int, int]], *, width: int) -> Iterator[Marked]:
    """Yield a line whole where it fits, else the pieces around its marks; near marks share a piece."""
    ends = text.find("\n", begins)
    ends = len(text) if ends < 0 else ends
    line = text.count("\n", 0, begins) + 1
    while spans:
        near = [s for s in spans if s[1] - spans[0][0] <= width - 2] or spans[:1]
        spans = spans[len(near) :]
        first, last = begins, ends
        if ends - begins > width:
            room = max(0, width - 2 - (near[-1][1] - near[0][0]))
            first = max(begins, min(near[0][0] - room // 2, ends - width + 2))
            last = min(ends, first + width - 2)
        before, after = "…" * (first > begins), "…" * (last < ends)
        yield Marked(
            line=line,
            words=before + one_by_one(text[first:last]) + after,
            spans=tuple(
                (max(start, first) - first + len(before), min(end, last) - first + len(before))
                for start, end in near
            ),
        )


def one_by_one(words: str) -> str:
    """Return the words with a character that prints in the place of each that does not, so that places hold."""
    return "".join(c if c.isprintable() else " " if c.isspace() else printable(c) for c in words)
