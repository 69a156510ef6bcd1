"""The elements of an article to blocks of text: paragraphs, headings, items, rows and captions, in their order."""

import re
from dataclasses import dataclass, replace

from clewline.formats.documents.document import Block, BlockKind, held_within, lines_as_blocks, row
from clewline.formats.documents.html_line import Line
from clewline.formats.documents.html_table import Grid, caption, is_data, rows
from clewline.formats.documents.html_tree import Node


def _tags(names: str) -> frozenset[str]:
    return frozenset(names.split())


_BLOCKS = _tags(
    "address article aside blockquote body center details dir div fieldset figure footer form header hgroup hr html "
    "main menu page p pre section summary h1 h2 h3 h4 h5 h6 legend caption figcaption li ol ul dd dl dt "
    "table tbody td tfoot th thead tr"
)
"""Elements that begin on a line of their own; all others stand within a line."""
_LISTS = _tags("ul ol dl menu")
_KINDS: dict[str, BlockKind] = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6", "summary", "legend"), "heading"),
    **dict.fromkeys(("li",), "item"),
    **dict.fromkeys(("figcaption", "caption"), "caption"),
}
_CAPTION = re.compile(
    r"(?<![a-z-])(?:(?:wp|image|img|media|photo|picture|figure|video)-)?caption(?:-text)?(?![a-z-])"
)
_WHOLE = frozenset(("item", "heading"))
"""Kinds of which the parts of one element make one block."""
_ITEM_WORDS = 100
"""Words from which an item of a list is a card with paragraphs of its own."""
_CARD_WORDS = 12
_CARD_TAGS = frozenset(("div", "section", "article", "figure", "a", "span"))
_CARD = re.compile(
    r"(?:(?:about|over|more than) )?[£€$]?\d[\d,.]*(?: ?(?:[kmb%+]|bn|kg|g|million))?", re.IGNORECASE
)
"""A number in a large type, with what it counts in an element above or below."""
_PARAGRAPHS = re.compile(r"\n\s*\n")


@dataclass(eq=False)
class _Open:
    """An element that decides the kind of the blocks in it."""

    node: Node
    kind: BlockKind
    at: int = -1
    """Place of the block that it has made last, to which the rest of an item or heading is added."""
    headed: bool = False
    """Whether the last words added to it were a heading of their own."""


class Blocks:
    """Collects the blocks of an element."""

    def __init__(self) -> None:
        self.line = Line()
        self.blocks: list[Block] = []
        self._open: list[_Open] = []
        self._items: list[_Open] = []
        """Those of the open elements that are items."""
        self._term = ""
        """What a list of descriptions describes."""
        self._told = True
        """Whether a description has been given."""
        self._around = 0
        """How many elements were open around that."""
        self._size = 0
        self._begins = False
        """Whether the next block is the first of a list or table."""

    def read(self, root: Node) -> list[Block]:
        """Return the blocks of the element.

        :raises BadInput: they hold more text than is read.
        """
        stack = [(root, iter(root.children))]
        self._begin(root)
        while stack:
            node, children = stack[-1]
            child = next(children, None)
            if child is None:
                stack.pop()
                self._end(node)
            elif isinstance(child, str):
                self.line.text(child, as_it_stands=node.tag == "pre")
            elif child.tag == "table" and is_data(child):
                self._table(child)
            elif self._begin(child):
                stack.append((child, iter(child.children)))
        return self.blocks

    def _begin(self, node: Node) -> bool:
        kind = self._kind(node)
        if node.tag not in _BLOCKS and not kind:
            # Only style parts the number of a card from its noun.
            if self._open and _is_card(self._open[-1].node) and node in self._open[-1].node.children:
                self.line.text(" ")
            return self.line.begin(node)
        self._flush()
        self._begins |= node.tag in _LISTS and not self._items
        if kind:
            self._open.append(_Open(node, kind))
        if kind == "item":
            self._items.append(self._open[-1])
        return True

    def _end(self, node: Node) -> None:
        opened = self._open and self._open[-1].node is node
        if node.tag not in _BLOCKS and not opened:
            self.line.end(node)
        elif node.tag == "dt":
            self._end_term()
            self._term, self._told = self.line.take()[0].replace("\n", " "), False
            self._around = len(self._open)
        else:
            self._flush()
        if opened and self._open.pop().kind == "item":
            self._items.pop()
        if node.tag == "dl":
            self._end_term()

    def _kind(self, node: Node) -> BlockKind | None:
        if (node.tag == "li" and node.words <= _ITEM_WORDS) or _is_card(node):
            return "item"
        if node.tag in ("p", "div", "span") and node.words <= _ITEM_WORDS and _CAPTION.search(node.names):
            return "caption"
        return _KINDS.get(node.tag) if node.tag != "li" else None

    def _flush(self) -> None:
        text, linked = self.line.take()
        if not text:
            return
        # An item decides over the headings in it: `<li><h3>80</h3><p>arrests</p></li>` is one item.
        deciding = self._items or self._open
        opened = deciding[-1] if deciding else None
        if self._term and len(self._open) <= self._around:
            self._row([self._term, text.replace("\n", " ")], linked)
            self._told = True
            return
        # A list within a description comes after what it describes.
        self._tell_term()
        kind = opened.kind if opened else "paragraph"
        heads = self._open[-1:] != [opened] and not _CARD.fullmatch(text)
        for paragraph in _PARAGRAPHS.split(text):
            for block in lines_as_blocks(paragraph, kind):
                self._add(Block(kind=block.kind, text=block.text, linked=linked), opened)
        if opened:
            opened.headed = heads

    def _add(self, block: Block, opened: _Open | None) -> None:
        self._size += len(block.text)
        held_within(self._size)
        if opened and opened.kind in _WHOLE and opened.at == len(self.blocks) - 1 and opened.at >= 0:
            last = self.blocks[-1]
            gap = ": " if opened.headed and last.text[-1].isalnum() else " "
            self.blocks[-1] = replace(
                last, text=f"{last.text}{gap}{block.text}", linked=min(last.linked, block.linked)
            )
        else:
            self.blocks.append(replace(block, begins=self._begins))
            self._begins = False
        if opened:
            opened.at = len(self.blocks) - 1

    def _row(self, cells: list[str], linked: float) -> None:
        if made := row(cells):
            self._add(Block(kind="row", text=made.text, linked=linked), None)

    def _end_term(self) -> None:
        self._tell_term()
        self._term = ""

    def _tell_term(self) -> None:
        if not self._told and self._term:
            self._add(Block(kind="paragraph", text=self._term), None)
        self._told = True

    def _table(self, table: Node) -> None:
        self._flush()
        if (said := caption(table)) and (text := self._cell(said)):
            self._add(Block(kind="caption", text=text), None)
        self._begins = True
        grid = Grid()
        for cells in rows(table):
            read = [(cell, self._cell(cell)) for cell in cells]
            words = sum(cell.words for cell in cells)
            linked = sum(cell.linked for cell in cells) / words if words else 0.0
            self._row(grid.row(read), linked)

    def _cell(self, cell: Node) -> str:
        within = Blocks()
        blocks = within.read(cell)
        self.line.left += within.line.left
        return " ".join(
            f"{block.text};" if block.kind == "item" else block.text.replace("\n", " ") for block in blocks
        ).removesuffix(";")


def _is_card(node: Node) -> bool:
    """Return whether an element holds a number and, in another element, what it counts."""
    if node.words > _CARD_WORDS or node.tag not in _CARD_TAGS:
        return False
    parts = [child for child in node.children if isinstance(child, Node) and child.words]
    if len(parts) != 2 or parts[0].tag == "dt":
        return False
    return any(_CARD.fullmatch(_short(part)) for part in parts)


def _short(node: Node) -> str:
    """Return the text of an element that holds little else."""
    while len(node.children) == 1 and isinstance(child := node.children[0], Node):
        node = child
    texts = [child for child in node.children if isinstance(child, str)]
    return " ".join("".join(texts).split()) if len(texts) == len(node.children) else ""
