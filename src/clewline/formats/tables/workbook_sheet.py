"""The rows of one sheet's XML as they are stored, streamed.

Programs write rows in a few fixed shapes, which a regular expression reads three times faster than an XML parser;
a row in any other shape goes to the parser. What the expression reads is checked: each `<c` must have been matched.
"""

import codecs
import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from xml.parsers import expat

from clewline.errors import BadInput
from clewline.formats.tables.workbook_parts import Attributes, Parts, local

MOST_ROWS, MOST_COLUMNS = 1_048_576, 16_384
_LONGEST_HEAD = 4 << 20
"""Characters before the first row: column widths and views."""
_LONGEST_ROW = 32 << 20

_MERGED = re.compile(
    rb"""<(?:\w+:)?mergeCell\s[^>]*?ref=["']\$?[A-Z]{1,3}\$?(\d{1,7})(?::\$?[A-Z]{1,3}\$?(\d{1,7}))?["']"""
)
_SHEET = re.compile(r"<(?:(\w+):)?sheetData(?:\s[^>]*|/)?>")

Cell = tuple[str, str, str, str, str]
"""Column letters, style number, type, stored value, text written in the cell itself; empty where absent.

The type of a cell with a formula is `formula`; its value is then the reference of an array formula.
"""


@dataclass(frozen=True, slots=True)
class StoredRow:
    number: int
    cells: list[Cell]


def column_number(letters: str) -> int:
    """Return the column's place, A being 0."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number - 1


@dataclass(frozen=True, slots=True)
class Rows:
    """Row numbers as ranges that do not meet, in order."""

    starts: list[int]
    ends: list[int]

    def __contains__(self, number: int) -> bool:
        at = bisect_right(self.starts, number) - 1
        return at >= 0 and number <= self.ends[at]


def merged_rows(parts: Parts, part: str) -> Rows:
    """Return the rows that merged cells touch: these are listed below the rows, so the sheet is gone through.

    :raises BadInput: the sheet holds comments or raw sections, among which elements cannot be found by their tags.
    """
    found: list[tuple[int, int]] = []
    tail = b""
    for chunk in parts.chunks(part):
        chunk = tail + chunk
        if b"<!" in chunk:
            raise BadInput(
                f"The workbook's part {part} holds XML comments or raw sections, which no spreadsheet program "
                "writes; open it and save it again."
            )
        if b"mergeCell" in chunk:
            found += [(int(m[1]), int(m[2] or m[1])) for m in _MERGED.finditer(chunk)]
        tail = chunk[chunk.rfind(b"<") :][-200:] if b"<" in chunk else b""
    starts: list[int] = []
    ends: list[int] = []
    for start, end in sorted(set(found)):
        if ends and start <= ends[-1] + 1:
            ends[-1] = max(ends[-1], end)
        else:
            starts.append(start)
            ends.append(end)
    return Rows(starts, ends)


def stored_rows(parts: Parts, part: str) -> Iterator[StoredRow]:
    """Yield the rows that the sheet stores, in order; empty cells and rows may be absent.

    :raises BadInput: the sheet is damaged, or its rows or columns are not in order.
    """
    last = 0
    for row in _pieces(parts, part):
        if not last < row.number <= MOST_ROWS:
            raise BadInput(
                f"The rows of the workbook's part {part} are not in order; open it and save it again."
            )
        last = row.number
        yield row


def _pieces(parts: Parts, part: str) -> Iterator[StoredRow]:
    pieces = _text(parts, part)
    held = ""
    while not (head := _SHEET.search(held)):
        piece = next(pieces, None)
        if piece is None or len(held) > _LONGEST_HEAD:
            raise _damaged(part)
        held += piece
    if head[0].endswith("/>"):
        return
    shape = _Shape(part, f"{head[1]}:" if head[1] else "")
    held = held[head.end() :]
    while True:
        *whole, held = held.split(shape.row_end)
        for text in whole:
            yield from shape.read(text)
        if shape.sheet_end in held:
            yield from shape.parse(held.partition(shape.sheet_end)[0])
            return
        piece = next(pieces, None)
        if piece is None or len(held) > _LONGEST_ROW:
            raise _damaged(part)
        held += piece


def _text(parts: Parts, part: str) -> Iterator[str]:
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        for chunk in parts.chunks(part):
            yield decoder.decode(chunk)
        yield decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        raise _damaged(part) from None


def _damaged(part: str) -> BadInput:
    return BadInput(f"The workbook's part {part} is damaged; open it and save it again.")


class _Shape:
    """How one sheet writes its rows: with or without a prefix, as `x:row`."""

    def __init__(self, part: str, p: str) -> None:
        self._part = part
        self.row_end, self.sheet_end = f"</{p}row>", f"</{p}sheetData>"
        self._begins = f"<{p}c"
        self._row = re.compile(rf'\s*<{p}row(?: r="(\d{{1,7}})")?(?: [^>]*[^/>])?>')
        self._cell = re.compile(
            rf'<{p}c r="([A-Z]{{1,3}})\d+"(?: s="(\d+)")?(?: t="(\w+)")?'
            rf"(?:/>|>(?:<{p}v>([^<&]*)</{p}v>"
            rf'|<{p}is><{p}t(?: xml:space="preserve")?>([^<&]*)</{p}t></{p}is>)?</{p}c>)'
        )
        self._previous = 0

    def read(self, text: str) -> list[StoredRow]:
        """Return the rows of a text that ends where a row ends, without its end tag."""
        row = self._row.match(text)
        if row and row[1] and "\r" not in text:
            cells: list[Cell] = self._cell.findall(text, row.end())
            if len(cells) == text.count(self._begins, row.end()) and text.find("row", row.end()) < 0:
                self._previous = int(row[1])
                return [StoredRow(self._previous, cells)]
        return self.parse(text + self.row_end)

    def parse(self, text: str) -> list[StoredRow]:
        """Return the rows of a text of whole rows, by an XML parser."""
        if not text.strip():
            return []
        reader = _Reader(self._previous)
        parser = expat.ParserCreate("utf-8")
        parser.buffer_text = True
        parser.StartElementHandler = reader.start
        parser.EndElementHandler = reader.end
        parser.CharacterDataHandler = reader.text
        try:
            parser.Parse(f"<rows>{text}</rows>", True)
        except (expat.ExpatError, ValueError) as fault:
            raise _damaged(self._part) from fault
        self._previous = reader.number
        return reader.rows


class _Reader:
    """Collects rows from the calls of an XML parser."""

    def __init__(self, previous: int) -> None:
        self.rows: list[StoredRow] = []
        self.number = previous
        self._column = -1
        self._letters = self._style = self._type = ""
        self._value: list[str] = []
        self._inline: list[str] = []
        self._into: list[str] | None = None
        self._phonetic = False

    def start(self, tag: str, attributes: Attributes) -> None:
        name = local(tag)
        if name == "row":
            self.number = int(attributes.get("r", self.number + 1))
            self._column = -1
            self.rows.append(StoredRow(self.number, []))
        elif name == "c":
            self._letters = attributes.get("r", "").rstrip("0123456789")
            self._column = column_number(self._letters) if self._letters else self._column + 1
            self._letters = self._letters or _letters(self._column)
            self._style, self._type = attributes.get("s", ""), attributes.get("t", "")
            self._value, self._inline = [], []
        elif name == "f":
            self._type = "formula"
            self._value, self._into = [attributes.get("ref", "")], None
        elif name == "v" and self._type != "formula":
            self._into = self._value
        elif name == "rPh":
            self._phonetic = True
        elif name == "t" and not self._phonetic:
            self._into = self._inline

    def end(self, tag: str) -> None:
        name = local(tag)
        if name in ("v", "t"):
            self._into = None
        elif name == "rPh":
            self._phonetic = False
        elif name == "c" and self.rows:
            value, inline = "".join(self._value), "".join(self._inline)
            self.rows[-1].cells.append((self._letters, self._style, self._type, value, inline))

    def text(self, piece: str) -> None:
        if self._into is not None:
            self._into.append(piece)


def _letters(column: int) -> str:
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters
