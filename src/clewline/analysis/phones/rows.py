"""Events as rows of a Parquet file, and the files of a case as one view.

A file appears whole or not at all: it is written under another name, flushed to the disk and renamed.
"""

import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq

from clewline.formats.phones.event import Event

Connection = duckdb.DuckDBPyConnection
"""What the rows of a case are asked through."""
Placed = tuple[str | None, int, int, Event]
"""An event with the sheet and line of its record and its place among the record's events, from 1."""

_WORD = pa.dictionary(pa.int32(), pa.string())
_INSTANT = pa.timestamp("us")

SCHEMA = pa.schema(
    [
        ("sheet", _WORD),
        ("line", pa.int64()),
        ("part", pa.int16()),
        ("moment", _WORD),
        ("service", _WORD),
        ("direction", _WORD),
        ("number", _WORD),
        ("imsi", _WORD),
        ("imei", _WORD),
        ("other", _WORD),
        ("earliest", _INSTANT),
        ("latest", _INSTANT),
        ("end", _INSTANT),
        ("dates", _WORD),
        ("operator", _WORD),
        ("cell", _WORD),
        ("lat", pa.float64()),
        ("lon", pa.float64()),
        ("azimuth", pa.int16()),
        ("reach", pa.float64()),
        ("place", _WORD),
    ]
)
"""A row: the place of its record, which event of the record it is, and what `Event` says.

Instants are UTC; `latest` is absent where it is `earliest`.
"""
_WORDS = [field.name for field in SCHEMA if field.type == _WORD or field.type == pa.float64()]
_COUNTS = [field.name for field in SCHEMA if field.name not in _WORDS and field.type != pa.int16()]

WHO = "coalesce(number, 'imsi:' || imsi, 'imei:' || imei)"
"""What a phone is known by: its number, or where a record has none its SIM or handset."""
SAME = (
    "moment",
    "service",
    "direction",
    "number",
    "imsi",
    "imei",
    "other",
    "earliest",
    "latest",
    '"end"',
    "dates",
    "operator",
    "cell",
    "lat",
    "lon",
)
"""Columns in which two rows of different files must agree to be one event exported twice."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A file of rows that is in force, with the file and the exhibit that it is from."""

    path: Path
    sha256: str
    """SHA-256 of the file as received."""
    exhibit: str
    """Exhibit reference."""


class Writer:
    """Writes rows to a file that is there only once it is complete."""

    def __init__(self, path: Path) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        self._path, self._arriving = path, path.with_suffix(f".{os.getpid()}.arriving")
        self._file = pq.ParquetWriter(
            self._arriving,
            SCHEMA,
            compression="snappy",
            use_dictionary=_WORDS,
            column_encoding=dict.fromkeys(_COUNTS, "DELTA_BINARY_PACKED"),
            write_statistics=["number", "earliest"],
        )
        self.rows = 0

    def add(self, events: Sequence[Placed]) -> None:
        """Write events with their sheet, line and place in the record."""
        if events:
            self._file.write_table(_table(events))
            self.rows += len(events)

    def add_table(self, table: pa.Table) -> None:
        """Write rows that are columns already."""
        self._file.write_table(table)
        self.rows += len(table)

    def close(self) -> None:
        """Put the file in its place; it is on the disk when this returns."""
        self._file.close()
        with self._arriving.open("rb") as file:
            os.fsync(file.fileno())
        self._arriving.replace(self._path)

    def abandon(self) -> None:
        """Leave nothing behind."""
        self._file.close()
        self._arriving.unlink(missing_ok=True)


def _table(events: Sequence[Placed]) -> pa.Table:
    columns: dict[str, list[Any]] = {
        "sheet": [e[0] for e in events],
        "line": [e[1] for e in events],
        "part": [e[2] for e in events],
    }
    for name in SCHEMA.names[3:]:
        values = [getattr(e[3], name) for e in events]
        if SCHEMA.field(name).type == _INSTANT:
            values = [None if v is None else _naive(v) for v in values]
        if name == "latest":
            values = [None if v == first else v for v, first in zip(values, columns["earliest"], strict=True)]
        columns[name] = values
    return pa.table(columns, schema=SCHEMA)


def _naive(instant: datetime) -> datetime:
    return instant.replace(tzinfo=None)


def view(connection: duckdb.DuckDBPyConnection, files: Iterable[Kept], name: str = "events") -> None:
    """Make the view `name` of the rows of those files, each row with `sha256` and `exhibit`."""
    parts = []
    for kept in files:
        where = str(kept.path).replace("'", "''")
        exhibit = kept.exhibit.replace("'", "''")
        parts.append(
            f"select '{kept.sha256}' as sha256, '{exhibit}' as exhibit, "
            f"* replace (coalesce(latest, earliest) as latest) from read_parquet('{where}')"
        )
    connection.execute(f"create or replace view {name} as {' union all by name '.join(parts)}")


def repeated(connection: Connection, path: Path) -> int:
    """Return how many rows of a file stand in it again, word for word."""
    found = connection.execute(
        f"select count(*) - count(distinct ({', '.join(SAME)})) from read_parquet($path)", {"path": str(path)}
    ).fetchone()
    return 0 if found is None else int(found[0])


def without_known(
    connection: duckdb.DuckDBPyConnection, arriving: Path, earlier: Sequence[Kept], path: Path
) -> tuple[int, int]:
    """Write the rows of `arriving` that no earlier file of the case gave to `path`.

    Return how many records were known whole, and how many rows were written.

    Two equal rows of one file are two events; a row is known where earlier files hold as many of it as this one.
    """
    view(connection, earlier, "earlier")
    same = ", ".join(SAME)
    equal = " and ".join(f"a.{c} is not distinct from e.{c}" for c in SAME)
    connection.execute(
        f"""
        create or replace temp table marked as
        with arriving as (
            select * replace (coalesce(latest, earliest) as latest),
                row_number() over (partition by {same} order by sheet, line, part) as nth
            from read_parquet($arriving)
        ), held as (
            select {same}, max(many) as many
            from (select sha256, {same}, count(*) as many from earlier group by all) as each_file
            group by {same}
        )
        select a.*, coalesce(a.nth <= e.many, false) as known
        from arriving as a left join held as e on {equal}
        """,
        {"arriving": str(arriving)},
    )
    row = connection.execute(
        "select count(*) from (select sheet, line from marked group by all having bool_and(known))"
    ).fetchone()
    known = 0 if row is None else int(row[0])
    columns = ", ".join(
        "nullif(latest, earliest) as latest" if name == "latest" else f'"{name}"' for name in SCHEMA.names
    )
    reader = connection.execute(
        f"select {columns} from marked where not known order by sheet, line, part"
    ).to_arrow_reader(50_000)
    writer = Writer(path)
    try:
        for batch in reader:
            writer.add_table(pa.Table.from_batches([batch]).cast(SCHEMA))
    except BaseException:
        writer.abandon()
        raise
    writer.close()
    return known, writer.rows
