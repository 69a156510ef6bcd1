"""Tables of a page: those that hold data, as rows of cells; those that only lay out the page are told apart."""

from collections.abc import Iterator

from clewline.formats.documents.html_tree import Node, elements, walk

_HEADINGS = frozenset(("h1", "h2", "h3", "h4"))
_CELLS = frozenset(("td", "th"))
_ROWS = frozenset(("table", "thead", "tbody", "tfoot", "tr"))
_DATA_WORDS = 80
"""Words of a cell from which its table is one of layout."""
_WIDEST, _LONGEST, _LABEL = 30, 100, 60
"""Columns and rows that a cell may span, and characters of a cell that is told again in each row it spans."""


def is_data(table: Node) -> bool:
    """Return whether a table has rows of at least two cells, all of its text in cells, and none of them a page."""
    if table.attributes.get("role") == "presentation":
        return False
    widest = width = 0
    for node in elements(table):
        if (node.tag == "table" and node is not table) or node.tag in _HEADINGS:
            return False
        if node.tag in _ROWS and any(isinstance(child, str) and child.strip() for child in node.children):
            return False
        if node.tag == "tr":
            width = 0
        elif node.tag in _CELLS:
            width += 1
            widest = max(widest, width)
            if node.words > _DATA_WORDS:
                return False
    return widest > 1


def caption(table: Node) -> Node | None:
    """Return the caption of a table of data, if it has one."""
    return next((node for node in elements(table) if node.tag == "caption"), None)


def rows(table: Node) -> Iterator[list[Node]]:
    """Yield the cells of each row of a table of data."""
    cells: list[Node] = []
    for item, begins in walk(table):
        if isinstance(item, Node) and item.tag == "tr":
            if cells:
                yield cells
            cells = []
        elif isinstance(item, Node) and begins and item.tag in _CELLS:
            cells.append(item)
    if cells:
        yield cells


class Grid:
    """Puts cells that span columns or rows where they show."""

    def __init__(self) -> None:
        self._carried: dict[int, tuple[int, str]] = {}

    def row(self, cells: list[tuple[Node, str]]) -> list[str]:
        """Return the texts of a row's columns; a label that spans rows is told in each of them."""
        texts: list[str] = []
        for cell, text in cells:
            self._carry(texts)
            down, across = _span(cell, "rowspan", _LONGEST), _span(cell, "colspan", _WIDEST)
            if down > 1 and len(text) <= _LABEL:
                self._carried[len(texts)] = (down - 1, text)
            texts += [text, *[""] * (across - 1)]
        self._carry(texts)
        return texts

    def _carry(self, texts: list[str]) -> None:
        while (at := len(texts)) in self._carried:
            left, text = self._carried.pop(at)
            texts.append(text)
            if left > 1:
                self._carried[at] = (left - 1, text)


def _span(cell: Node, name: str, most: int) -> int:
    said = cell.attributes.get(name, "1").strip()
    return min(max(int(said), 1), most) if said.isascii() and said.isdigit() and len(said) < 6 else 1
