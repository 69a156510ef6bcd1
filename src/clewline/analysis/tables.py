"""The record as tables: one view per kind of entry, holding what was known at one instant."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

import duckdb
import pyarrow as pa

from clewline import reference
from clewline.analysis.columns import EVER, REFERENCE, columns, ever, own_columns
from clewline.case.known import FOREVER, closing, known_intervals
from clewline.record import Entry, FileLine, all_kinds
from clewline.record.codec import to_bytes

MEMORY = "1200MB"
"""What DuckDB may hold before it spills; the process stays under 2 GB with it."""

ENVELOPE_ARROW = pa.schema(
    [
        ("entry_id", pa.string()),
        ("case_id", pa.string()),
        ("subject", pa.string()),
        ("day", pa.date32()),
        ("recorded_at", pa.timestamp("us")),
        ("known_from", pa.timestamp("us")),
        ("known_to", pa.timestamp("us")),
        ("recorded_by", pa.string()),
        ("batch", pa.string()),
        ("source_file", pa.string()),
        ("source_sheet", pa.string()),
        ("source_line", pa.int64()),
        ("payload", pa.string()),
    ]
)
"""A batch of one kind's entries before its facts are opened into columns; `payload` is the facts as JSON."""


def connect(spill: Path | None = None) -> duckdb.DuckDBPyConnection:
    """Return a private in-memory DuckDB with bounded memory that spills only into `spill`, if anywhere."""
    connection = duckdb.connect(":memory:")
    connection.execute(f"set memory_limit = '{MEMORY}'")
    connection.execute("set preserve_insertion_order = false")
    if spill is None:
        connection.execute("set temp_directory = ''")
    else:
        connection.execute("set temp_directory = $folder", {"folder": str(spill)})
        connection.execute("set max_temp_directory_size = '20GB'")
    return connection


def opened(kind: str, source: str) -> str:
    """Return SQL that opens `payload` of the relation `source` into the columns of the kind."""
    own = own_columns(kind)
    envelope = ", ".join(c for c in columns(kind) if c not in own)
    if not own:
        return f"select {envelope} from {source}"
    shape = "{" + ", ".join(f'"{name}":"{sql_type.upper()}"' for name, sql_type in own.items()) + "}"
    return f"select {envelope}, unnest(json_transform(payload, '{shape}')) from {source}"


def of_entries(entries: Sequence[Entry], *, as_of: datetime | None = None) -> duckdb.DuckDBPyConnection:
    """Return a connection whose tables hold the entries, as known at `as_of` (none: all that is there)."""
    connection = connect()
    _add_reference(connection)
    intervals = known_intervals(
        [c for e in entries for c in closing(e)], {e.id: (e.recorded_at, e.batch) for e in entries}
    )
    instant = as_of or max((e.recorded_at for e in entries), default=FOREVER)
    said = {e.kind for e in entries}
    for kind in all_kinds():
        if kind not in said:
            _add_views(connection, kind, _nothing(kind), instant)
            continue
        rows = [_row(e, a, b) for e in entries if e.kind == kind for a, b in intervals[e.id]]
        connection.register("arriving", pa.Table.from_pylist(rows, schema=ENVELOPE_ARROW))
        connection.execute(f"create table all_{kind} as {opened(kind, 'arriving')}")
        connection.unregister("arriving")
        _add_views(connection, kind, f"all_{kind}", instant)
    return connection


def of_parquet(
    files: Mapping[str, Sequence[Path]],
    *,
    as_of: datetime,
    cases: Iterable[str] | None = None,
    spill: Path | None = None,
) -> duckdb.DuckDBPyConnection:
    """Return a connection whose views read the Parquet files, as known at `as_of`, of `cases` if named."""
    connection = connect(spill)
    _add_reference(connection)
    for kind in all_kinds():
        if found := files.get(kind):
            listed = ", ".join(_quoted(str(f)) for f in found)
            source = f"read_parquet([{listed}])"
        else:
            source = _nothing(kind)
        _add_views(connection, kind, source, as_of, cases)
    return connection


def _add_views(
    connection: duckdb.DuckDBPyConnection,
    kind: str,
    source: str,
    as_of: datetime,
    cases: Iterable[str] | None = None,
) -> None:
    """Add the view of what was known of a kind at an instant and, where the kind has one, of all known until then."""
    instant = as_of.astimezone(UTC).replace(tzinfo=None).isoformat(sep=" ")
    within = "" if cases is None else f" and case_id in ({', '.join(_quoted(c) for c in cases)})"
    until = f"select * from {source} where known_from <= timestamp '{instant}'{within}"
    connection.execute(f"create view {kind} as {until} and known_to > timestamp '{instant}'")
    if kind in EVER:
        connection.execute(f"create view {ever(kind)} as {until}")


def _nothing(kind: str) -> str:
    """Return SQL for the kind's table without rows."""
    return f"(select {', '.join(f'cast(null as {t}) as {_name(n)}' for n, t in columns(kind).items())} where false)"


def _row(entry: Entry, known_from: datetime, known_to: datetime) -> dict[str, object]:
    at = entry.source if isinstance(entry.source, FileLine) else None
    return {
        "entry_id": entry.id,
        "case_id": entry.case,
        "subject": entry.subject,
        "day": entry.day,
        "recorded_at": entry.recorded_at.astimezone(UTC).replace(tzinfo=None),
        "known_from": known_from.astimezone(UTC).replace(tzinfo=None),
        "known_to": known_to.astimezone(UTC).replace(tzinfo=None),
        "recorded_by": entry.recorded_by,
        "batch": entry.batch,
        "source_file": at and at.sha256,
        "source_sheet": at and at.sheet,
        "source_line": at and at.line,
        "payload": to_bytes(entry.facts).decode(),
    }


def _add_reference(connection: duckdb.DuckDBPyConnection) -> None:
    for name, listed in _reference().items():
        connection.register("arriving", listed)
        typed = ", ".join(f"cast({_name(c)} as {t}) as {_name(c)}" for c, t in REFERENCE[name].items())
        connection.execute(f"create table {name} as select {typed} from arriving")
        connection.unregister("arriving")


@cache
def _reference() -> dict[str, pa.Table]:
    """Return the code lists as tables, made once: there are fifteen thousand offence codes."""
    offences = [
        (o.code, o.title, o.offence_group, o.drug, o.drug_class) for o in reference.offences().values()
    ]
    classes = [(d.drug, d.drug_class, d.valid_from, d.valid_to) for d in reference.drug_classes()]
    return {
        name: pa.table({column: [row[i] for row in rows] for i, column in enumerate(REFERENCE[name])})
        for name, rows in (("offence_list", offences), ("drug_class_list", classes))
    }


def _name(column: str) -> str:
    return f'"{column}"'


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"
