"""Records in a CSV file, block by block: a quick reading of each, and a careful one of a block with anything odd.

A block ends with a line. The quick reading is kept only if it has as many rows as the block has lines and every cell
was what its column should be; so no row is lost or joined with another without being told.
"""

import csv
import io
import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import IO, Any

import pyarrow as pa
import pyarrow.csv as arrow

from clewline.analysis.delimited.plain import LINE_END, line_ends
from clewline.analysis.records.block import (
    ALWAYS,
    NOT_ITS_COLUMNS,
    OPERATOR,
    OTHER,
    TIME,
    Block,
    floats,
    instants,
    told,
)
from clewline.errors import BadInput

AT_ONCE = 16 << 20
"""Bytes of a block."""
WORD = pa.dictionary(pa.int32(), pa.string())
TYPES = {"phone": WORD, "start": TIME, "lat": pa.float64(), "lon": pa.float64(), OPERATOR: WORD, OTHER: WORD}


def header(path: Path, needed: Sequence[str]) -> list[str]:
    """Return the names of the columns.

    :raises BadInput: one that is needed is missing, two have one name, or it is no text in UTF-8.
    """
    with path.open("rb") as file:
        return _header(file, path.name, needed)


def texts(path: Path) -> Iterator[memoryview]:
    """Yield the lines after the header in blocks, each of whole lines."""
    with path.open("rb", buffering=0) as file:
        _header(file, path.name, ())
        while some := file.read(AT_ONCE):
            end = some.rfind(b"\n") + 1
            if not end:  # a line longer than a block, or the last
                some += file.readline()
                end = len(some)
            file.seek(end - len(some), os.SEEK_CUR)
            yield memoryview(some)[:end]


def lines_in(text: memoryview) -> int:
    """Return how many lines a block has."""
    return line_ends(text) + (text[-1] != LINE_END)


def read(text: memoryview, columns: Sequence[str], wanted: Sequence[str]) -> Block:
    """Return the rows of a block by the columns that are wanted."""
    try:
        table = _table(text, columns, {name: TYPES[name] for name in wanted})
    except pa.ArrowInvalid:
        return _carefully(text, columns, wanted)
    return told(table) if table.num_rows == lines_in(text) else _carefully(text, columns, wanted)


def _table(text: memoryview, columns: Sequence[str], types: dict[str, Any], **parse: Any) -> pa.Table:
    return arrow.read_csv(
        pa.py_buffer(text),
        read_options=arrow.ReadOptions(
            use_threads=False, column_names=list(columns), block_size=len(text) + 1
        ),
        parse_options=arrow.ParseOptions(**parse),
        convert_options=arrow.ConvertOptions(include_columns=list(types), column_types=types),
    )


def _carefully(text: memoryview, columns: Sequence[str], wanted: Sequence[str]) -> Block:
    """Read line by line; a quoted cell does not go over the end of its line."""
    cells: dict[str, list[str | None]] = {name: [] for name in wanted}
    places = [(name, list(columns).index(name)) for name in wanted]
    lines, bad = [], []
    for number, line in enumerate(text.tobytes().split(b"\n")):
        if not line.strip():
            continue
        row = _cells(line)
        if row is None or len(row) != len(columns):
            bad.append((number, NOT_ITS_COLUMNS))
            continue
        lines.append(number)
        for name, place in places:
            cells[name].append(row[place])
    made = {
        name: instants(c)
        if name == "start"
        else floats(c)
        if name in ("lat", "lon")
        else pa.array(c, pa.string())
        for name, c in cells.items()
    }
    return told(pa.table(made), lines, bad)


def _cells(line: bytes) -> list[str] | None:
    try:
        return next(csv.reader([line.removesuffix(b"\r").decode()], strict=True))
    except (UnicodeDecodeError, csv.Error):
        return None


def _header(file: IO[bytes], name: str, needed: Sequence[str]) -> list[str]:
    try:
        text = file.readline().decode("utf-8-sig")
        names = [n.strip() for n in next(csv.reader(io.StringIO(text), strict=True), [])]
    except (UnicodeDecodeError, csv.Error):
        raise BadInput(f"{name}: Its first line is no header of a CSV file in UTF-8.") from None
    check(names, needed, name)
    return names


def check(names: Sequence[str], needed: Sequence[str], file: str) -> None:
    """Refuse a file whose columns are not those of records.

    :raises BadInput: one that is needed is missing, or two have one name.
    """
    if missing := [n for n in (*ALWAYS, *needed) if n not in names]:
        raise BadInput(
            f"{file}: The column {missing[0]} is missing; it has {', '.join(names) or 'no columns'}."
        )
    if len(set(names)) < len(names):
        raise BadInput(f"{file}: Two columns have one name: {', '.join(names)}.")
