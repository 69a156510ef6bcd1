"""A bulletin laid out for paper or a page: its blocks, and what it is: a preview, a draft or released."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby

from clewline.bulletin.write.bulletin import ParagraphKind, Style

Layout = Iterable[tuple[ParagraphKind, int, int]]
"""Paragraphs of a text, each by its kind, its first character and the one behind its last."""

BESIDE = ": "
"""What stands between the label of a row and its number."""
_ALONE = ("headline", "lead", "heading", "paragraph")
"""Kinds of paragraph that are never taken together into a list or a section."""


@dataclass(frozen=True, kw_only=True)
class Block:
    """Paragraphs of one kind that stand together."""

    kind: ParagraphKind
    texts: tuple[str, ...]

    @property
    def rows(self) -> tuple[tuple[str, str], ...]:
        """Return the items as rows: a label and its number, which is empty where the item is a sentence."""
        return tuple(map(_row, self.texts))


@dataclass(frozen=True, kw_only=True)
class Sheet:
    """A bulletin as it is set on a page."""

    style: Style
    body: str
    title: str
    start: date
    end: date
    as_of: datetime
    standing: str
    """What it is, in a sentence; nothing where it is released, since the text says all that the public needs."""
    blocks: tuple[Block, ...]


def sheet(
    text: str,
    layout: Layout,
    *,
    style: Style,
    body: str,
    start: date,
    end: date,
    as_of: datetime,
    standing: str,
) -> Sheet:
    """Return the sheet of a text whose paragraphs are known."""
    blocks = tuple(_blocks([(kind, text[first:last]) for kind, first, last in layout]))
    return Sheet(
        style=style,
        body=body,
        title=blocks[0].texts[0].partition("\n")[0],
        start=start,
        end=end,
        as_of=as_of,
        standing=standing,
        blocks=blocks,
    )


def _blocks(paragraphs: Iterable[tuple[ParagraphKind, str]]) -> Iterator[Block]:
    for kind, together in groupby(paragraphs, key=lambda one: one[0]):
        texts = tuple(text for _, text in together)
        if kind in _ALONE:
            yield from (Block(kind=kind, texts=(text,)) for text in texts)
        else:
            yield Block(kind=kind, texts=texts)


def _row(text: str) -> tuple[str, str]:
    label, colon, number = text.rpartition(BESIDE)
    return (label, number) if colon and any(c.isdigit() for c in number) else (text, "")
