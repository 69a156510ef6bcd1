"""Records in a Parquet file with the columns of the CSV, a group of rows at a time."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as parquet

from clewline.analysis.records.block import OPERATOR, OTHER, TIME, Block, floats, instants, told
from clewline.analysis.records.csv_blocks import check
from clewline.errors import BadInput

AT_ONCE = 250_000
"""Rows of a block."""


def opened(path: Path, needed: Sequence[str]) -> parquet.ParquetFile:
    """Return the file; its texts are read as places in lists.

    :raises BadInput: it is no Parquet file, or a column is missing.
    """
    try:
        names = parquet.read_schema(path).names
    except pa.ArrowInvalid:
        raise BadInput(f"{path.name}: It is no Parquet file.") from None
    check(names, needed, path.name)
    return parquet.ParquetFile(path, read_dictionary=[n for n in ("phone", OPERATOR, OTHER) if n in names])


def tables(file: parquet.ParquetFile, wanted: Sequence[str]) -> Iterator[pa.RecordBatch]:
    """Yield the rows in blocks by the columns that are wanted."""
    yield from file.iter_batches(AT_ONCE, columns=list(wanted), use_threads=False)


def read(batch: pa.RecordBatch) -> Block:
    """Return the rows of a block."""
    made = {}
    for name in batch.schema.names:
        column = batch[name]
        if name == "start" and not pa.types.is_timestamp(column.type):
            column = _instants(column)
        elif name == "start" and column.type.tz is None:
            column = pa.nulls(len(column), TIME)
        elif name == "start":
            column = column.cast(TIME, safe=False)
        elif name in ("lat", "lon") and column.type != pa.float64():
            column = floats([None if v is None else str(v) for v in column.to_pylist()])
        made[name] = column
    return told(pa.table(made))


def _instants(column: pa.Array) -> pa.Array:
    try:
        return column.cast(TIME)
    except (pa.ArrowInvalid, pa.ArrowNotImplementedError):
        return instants([None if v is None else str(v) for v in column.to_pylist()])
