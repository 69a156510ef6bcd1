"""The body of a Word document as blocks, built while its XML goes by."""

from collections import Counter
from dataclasses import dataclass, field

from clewline.formats.documents.document import Block, BlockKind, lines_as_blocks, row
from clewline.formats.documents.docx_styles import OFF, Role, Styles
from clewline.formats.documents.package import Attributes

_AS_TEXT = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
# A text box stands twice in a file: as a drawing and, for older programs, as fallback.
_PASSED = frozenset(("Fallback", "del", "moveFrom", "rPrChange", "pPrChange", "tblPrChange", "sectPrChange"))
_PROPERTIES = frozenset(("pPr", "rPr"))
_COUNTED = {
    "drawing": "picture",
    "pict": "picture",
    "footnoteReference": "mark",
    "endnoteReference": "mark",
    "ins": "inserted",
}
_KINDS: dict[Role, BlockKind] = {
    "title": "heading",
    "heading": "heading",
    "caption": "caption",
    "item": "item",
}
_CELL_OF_DATA = 3
"""Paragraphs of a cell up to which it holds data; a cell with more of them is there for the layout of the page."""
_DEEPEST = 3
"""Tables within tables up to which the inner one is a part of the outer one's cell."""


@dataclass
class _Paragraph:
    role: Role | None = None
    hidden: bool = False
    pieces: list[str] = field(default_factory=list)

    @property
    def blocks(self) -> list[Block]:
        kind = _KINDS[self.role] if self.role else "paragraph"
        return lines_as_blocks("".join(self.pieces), kind)


Cells = list[list[Block]]


class Body:
    """Collects the blocks of `word/document.xml`, or of its footnotes, from the events of the XML parser."""

    def __init__(self, styles: Styles) -> None:
        self.blocks: list[Block] = []
        self.title: str | None = None
        """The first paragraph in the style of a title."""
        self.left: Counter[str] = Counter()
        """How often something was left out, or read as changed."""
        self._styles = styles
        self._paragraphs: list[_Paragraph] = []
        self._tables: list[Cells | None] = []
        """The cells of the row that is open in each open table; None for a text box, which stands by itself."""
        self._passed = 0
        """Elements open since one whose contents are passed over."""
        self._properties: list[str] = []
        self._reading = False
        self._hidden = False

    def start(self, tag: str, attributes: Attributes) -> None:
        """Take note of an element that begins."""
        if self._passed or tag in _PASSED:
            # A deleted paragraph mark is a property: no words of it are lost.
            self.left["deleted"] += tag == "del" and not self._passed and not self._properties
            self._passed += 1
        elif tag == "p":
            self._paragraphs.append(_Paragraph())
        elif tag == "tbl":
            self._tables.append([])
        elif tag == "txbxContent":
            self._tables.append(None)
        elif tag == "tc":
            if self._tables and (cells := self._tables[-1]) is not None:
                cells.append([])
        elif tag in _PROPERTIES:
            self._properties.append(tag)
        elif self._properties and self._paragraphs:
            self._property(tag, attributes.get("val", ""), self._paragraphs[-1])
        elif self._paragraphs:
            self._run(tag, self._paragraphs[-1])

    def _property(self, tag: str, value: str, paragraph: _Paragraph) -> None:
        if self._properties[0] == "rPr":
            if tag == "vanish":
                self._hidden = value not in OFF
            elif tag == "rStyle":
                self._hidden |= value in self._styles.hidden
        elif tag == "pStyle":
            paragraph.role = self._styles.role(value)
            paragraph.hidden = value in self._styles.hidden
        elif tag == "numId" and paragraph.role in (None, "item"):
            paragraph.role = None if value == "0" else "item"

    def _run(self, tag: str, paragraph: _Paragraph) -> None:
        if tag == "r":
            self._hidden = paragraph.hidden
        elif tag == "t":
            self._reading = not self._hidden
            self.left["hidden"] += self._hidden
        elif tag in _AS_TEXT:
            paragraph.pieces.append(_AS_TEXT[tag])
        elif tag in _COUNTED:
            self.left[_COUNTED[tag]] += 1

    def text(self, text: str) -> None:
        """Take text of the element that is open."""
        if self._reading:
            self._paragraphs[-1].pieces.append(text)

    def end(self, tag: str) -> None:
        """Take note of an element that ends."""
        if self._passed:
            self._passed -= 1
        elif tag == "t":
            self._reading = False
        elif tag in _PROPERTIES:
            self._properties.pop()
        elif tag == "p":
            self._end_paragraph(self._paragraphs.pop())
        elif tag == "tr" and self._tables and self._tables[-1] is not None:
            self._end_row(self._tables[-1])
            self._tables[-1].clear()
        elif tag in ("tbl", "txbxContent"):
            self._tables.pop()

    def _end_paragraph(self, paragraph: _Paragraph) -> None:
        blocks = paragraph.blocks
        cells = self._tables[-1] if self._tables else None
        if blocks and paragraph.role == "title" and self.title is None:
            self.title = blocks[0].text
        (cells[-1] if cells else self.blocks).extend(blocks)

    def _end_row(self, cells: Cells) -> None:
        outer = self._tables[-2] if 1 < len(self._tables) <= _DEEPEST else None
        to = outer[-1] if outer else self.blocks
        if len(cells) < 2 or any(len(cell) > _CELL_OF_DATA for cell in cells):
            to.extend(block for cell in cells for block in cell)
        elif found := row([" ".join(block.text for block in cell).replace("\n", " ") for cell in cells]):
            to.append(found)
