"""A view of phone records, made from events that a test writes out."""

from collections.abc import Iterable
from dataclasses import fields
from datetime import datetime, timedelta
from typing import Any

import duckdb
import pyarrow as pa

from clewline.analysis.phones.rows import SCHEMA
from clewline.formats.phones.event import Event

LINE = "+447700900001"
START = datetime(2024, 3, 4, 9, 0)
"""A Monday in winter: UTC is London's time."""


def view(
    events: Iterable[Event | tuple[str, Event]], *, ends: Iterable[Event] = (), name: str = "events"
) -> duckdb.DuckDBPyConnection:
    """Return a connection with the events as `events`: the nth is line n of file `f`, or of the file beside it."""
    rows: list[dict[str, Any]] = []
    for moment, given in (("start", events), ("end", ends)):
        for one in given:
            file, event = one if isinstance(one, tuple) else ("f", one)
            row = {f.name: getattr(event, f.name) for f in fields(event)}
            place = sum(r["sha256"] == file * 64 for r in rows) + 1
            rows.append(
                row
                | {"sha256": file * 64, "line": place, "sheet": None, "part": 1, "moment": moment}
                | {"exhibit": f"EX/{file}", "latest": row["latest"] or row["earliest"]}
            )
    connection = duckdb.connect()
    schema = pa.schema([("sha256", pa.string()), ("exhibit", pa.string()), *SCHEMA])
    connection.register(name, pa.Table.from_pylist(rows, schema=schema))
    return connection


def at(minutes: float = 0, *, days: float = 0) -> datetime:
    """Return the instant so long after the start."""
    return START + timedelta(days=days, minutes=minutes)


def text(when: datetime, to: str, **more: Any) -> Event:
    """Return a text from the line to the number that ends in `to`."""
    given = {"number": LINE, "direction": "out", "other": number(to)} | more
    return Event(service="text", earliest=when, **given)


def call(when: datetime, other: str, **more: Any) -> Event:
    """Return a call from the line."""
    given = {"number": LINE, "direction": "out", "other": number(other)} | more
    return Event(service="call", earliest=when, **given)


def number(ends: str) -> str:
    """Return a number that no one has; a name stays as it is."""
    return f"+4477009{int(ends):05d}" if ends.isdigit() else ends
