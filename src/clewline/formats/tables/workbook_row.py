"""One stored row of a sheet to the texts of its cells, or to the first reason why it has none."""

from functools import lru_cache

from clewline.errors import BadInput
from clewline.formats.tables.text import FORBIDDEN
from clewline.formats.tables.workbook_cells import Fault, Style, Texts, number_text, time_text, unescaped
from clewline.formats.tables.workbook_sheet import MOST_COLUMNS, StoredRow, column_number

_COMMON_TIMES = 1 << 16
"""Day counts whose text is kept: a column of dates has few different ones."""


class Converter:
    """Converts the rows of one sheet, in order."""

    def __init__(self, texts: Texts, styles: list[Style], *, from_1904: bool) -> None:
        self._texts = texts.texts
        self.spoiled = texts.spoiled
        """Whether a forbidden character has been met: the rows have to be looked at for it."""
        # Cells without a style have the first.
        self._styles = {"": styles[0]} | {str(n): style for n, style in enumerate(styles)}
        self._places = dict[str, int]()
        self._array_ends = 0
        self._time = lru_cache(_COMMON_TIMES)(
            lambda value, style: time_text(value, style, from_1904=from_1904)
        )

    def convert(self, row: StoredRow) -> tuple[list[str], tuple[int, Fault] | None]:
        """Return the texts up to the last one, and the place of the first cell without one and why.

        :raises BadInput: the row's cells are not in order, or name a text that is not there.
        """
        cells: list[str] = []
        fault: tuple[int, Fault] | None = None
        places, shared, styles, before = self._places, self._texts, self._styles, -1
        for letters, style, kind, value, inline in row.cells:
            at = places.get(letters, -1)
            if at < 0:
                at = places[letters] = column_number(letters)
            if not before < at < MOST_COLUMNS:
                raise BadInput(
                    f"The cells of row {row.number} are not in order; open the workbook and save it again."
                )
            before = at
            text: str | Fault
            if kind == "s":
                try:
                    text = shared[int(value)] if value[:1] != "-" else shared[len(shared)]
                except (ValueError, IndexError):
                    raise BadInput(
                        f"A cell of row {row.number} names a text that the workbook lacks; have it sent again."
                    ) from None
            elif kind in ("", "n"):
                if not value:
                    continue
                meant = styles.get(style, Style.NUMBER)
                if meant is not Style.NUMBER:
                    text = self._time(value, meant)
                elif len(value) < 16 and value.isascii() and value.isdecimal() and value[0] != "0":
                    text = value
                else:
                    text = number_text(value)
            else:
                text = self._rare(kind, value, inline)
            if isinstance(text, Fault):
                fault = fault or (at, text)
            elif text:
                if at > len(cells):
                    cells += [""] * (at - len(cells))
                cells.append(text)
        if fault is None and row.number <= self._array_ends:
            fault = (-1, Fault.FORMULA)
        return cells, fault

    def _rare(self, kind: str, value: str, inline: str) -> str | Fault:
        if kind == "inlineStr":
            text = unescaped(inline)
        elif kind in ("str", "d"):
            text = unescaped(value)
        elif kind == "b":
            return {"1": "TRUE", "0": "FALSE", "": ""}.get(value, Fault.NUMBER)
        elif kind == "formula":
            # An array formula fills the rows of its reference, of which only the first says so.
            if end := value.rpartition(":")[2].lstrip("$ABCDEFGHIJKLMNOPQRSTUVWXYZ"):
                self._array_ends = max(self._array_ends, int(end))
            return Fault.FORMULA
        else:
            return Fault.ERROR
        if not text.isprintable() and FORBIDDEN.search(text):
            self.spoiled = True
        return text
