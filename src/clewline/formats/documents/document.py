"""What a document says: its text in the form that the bulletin reader reads, and what was left out of it."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from clewline.errors import BadInput
from clewline.formats.documents.characters import BULLETS

Kind = Literal["text", "html", "pdf", "docx"]

INPUT_LIMIT = 100_000_000
"""Bytes of a file that is read at all."""
TEXT_LIMIT = 20_000_000
"""Characters of text that a document may hold: some hundred books."""


@dataclass(frozen=True, kw_only=True)
class Document:
    """A document as text."""

    text: str
    """The headline first, blank lines between paragraphs. List items begin with `- `; the cells of a table's row
    stand on one line, as `label: value` where there are two and with tabs between them where there are more;
    captions begin with `Caption: `. A plain text is as it was received, but for its line ends and what does not
    show."""
    title: str | None
    """The headline, where the document marks one."""
    published: date | None
    """The day of publication, where the document states it."""
    kind: Kind
    notes: tuple[str, ...] = ()
    """Sentences that say what was left out, and how much of it, or what was read otherwise than it stands."""


BlockKind = Literal["paragraph", "heading", "item", "row", "caption"]

_SET = {"item": "- {}", "caption": "Caption: {}"}
_GAPS = {"paragraph": "\n"}
# A hyphen or star is a bullet only with a space after it: `-5` and `*see below` are none.
_BULLET = re.compile(f"(?:[{BULLETS}]|[-*\u2013](?=\\s)|o(?=\\t))\\s*")
_TOGETHER = frozenset(("item", "row"))
"""Kinds that stand on following lines without a blank one."""


@dataclass(frozen=True, kw_only=True)
class Block:
    """A piece of a document that stands by itself."""

    kind: BlockKind
    text: str
    linked: float = 0.0
    """Share of its words that are links to other pages: 1.0 for an item of a menu."""
    begins: bool = False
    """Whether a list or table begins with it, so that a blank line parts it from one before."""


def set_out(blocks: Iterable[Block]) -> str:
    """Return the blocks as one text; the items of a list and the rows of a table follow each other."""
    text: list[str] = []
    last: BlockKind | None = None
    for block in blocks:
        together = block.kind == last and block.kind in _TOGETHER and not block.begins
        text += ["\n" if together else "\n\n", _SET.get(block.kind, "{}").format(block.text)]
        last = block.kind
    return "".join(text[1:])


def row(cells: list[str]) -> Block | None:
    """Return a table's row: `label: value`, or cells with tabs between them; None where every cell is empty."""
    filled = [cell for cell in cells if cell]
    if not filled:
        return None
    if len(filled) == 1:
        return Block(kind="row", text=filled[0])
    if len(cells) == 2:
        return Block(kind="row", text=f"{filled[0].removesuffix(':')}: {filled[1]}")
    return Block(kind="row", text="\t".join(cells).rstrip("\t"))


def lines_as_blocks(text: str, kind: BlockKind = "paragraph") -> list[Block]:
    """Return a paragraph as one block, or, where its lines begin with bullets, each of those as an item.

    Spaces at the ends of lines and empty lines go; other line breaks stay in a paragraph, as in an address, and
    become spaces elsewhere.
    """
    pieces: list[tuple[BlockKind, list[str]]] = []
    for line in text.split("\n"):
        line = line.strip()
        bullet = _BULLET.match(line)
        said = line[bullet.end() :] if bullet else line
        if said and (bullet or not pieces or pieces[-1][0] != kind):
            pieces.append(("item" if bullet else kind, [said]))
        elif said:
            pieces[-1][1].append(said)
    return [Block(kind=k, text=_GAPS.get(k, " ").join(lines)) for k, lines in pieces]


def held_within(length: int, *, limit: int = TEXT_LIMIT) -> None:
    """Refuse a text that is longer than the limit in characters.

    :raises BadInput: it is.
    """
    if length > limit:
        raise BadInput(f"It holds more than {limit:,} characters of text; give the bulletin alone.")
