"""The rows of one line: what every other question of this folder is asked of.

A use is a row whose moment is the start of a call, a text, a message or a data session. A row that another file of
the case also holds is a repeat: it is kept, and counted once.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from itertools import count
from typing import Any

import duckdb

from clewline.analysis.phones.local import local_sql, zone_named
from clewline.analysis.phones.repeats import repeats_sql
from clewline.errors import NotFound

EVENTS: Mapping[str, str] = {
    "sha256": "varchar",
    "line": "bigint",
    "sheet": "varchar",
    "part": "integer",
    "moment": "varchar",
    "service": "varchar",
    "direction": "varchar",
    "number": "varchar",
    "imsi": "varchar",
    "imei": "varchar",
    "other": "varchar",
    "earliest": "timestamp",
    "latest": "timestamp",
    '"end"': "timestamp",
    "dates": "varchar",
    "operator": "varchar",
    "cell": "varchar",
    "lat": "double",
    "lon": "double",
    "azimuth": "integer",
    "reach": "double",
    "place": "varchar",
    "exhibit": "varchar",
}
"""Columns of the view of a case's phone records, and their SQL types. Instants are UTC, without zone."""

KEPT = 1_500_000
"""Rows of a line up to which they are kept in memory; a longer line is read from its files at each question."""

_names = count(1)


@dataclass(frozen=True, kw_only=True)
class Asked:
    """Which line, and on which of its days."""

    numbers: tuple[str, ...]
    """E.164 numbers, one or several that are held to be one line."""
    zone: str = "Europe/London"
    """The time zone whose hours and days are meant."""
    start: date | None = None
    """First local day; none: from the first record."""
    end: date | None = None
    """Last local day, included; none: to the last record."""


@dataclass(frozen=True, kw_only=True)
class Ref:
    """Where one event was received: the `part`th of the record that begins on that line of the file."""

    sha256: str
    line: int
    part: int
    sheet: str | None = None
    exhibit: str | None = None


@dataclass(frozen=True, kw_only=True)
class Row:
    """One event of the line, as it is shown to whoever opens a number."""

    ref: Ref
    at: datetime
    """Local time, as the record dates it."""
    moment: str
    dates: str
    service: str
    direction: str | None
    contact: int | None
    """Number of the other party's pseudonym."""
    other: str | None
    cell: str | None
    place: str | None
    lat: float | None
    lon: float | None
    azimuth: int | None


@dataclass(frozen=True)
class Behind:
    """The rows that a mark rests on: a condition on the columns of a line, and the values of its `?`."""

    where: str
    values: tuple[Any, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Line:
    """The rows of one line in one period, open to be asked. `rows` names them in the connection.

    Its columns are those of `EVENTS` and: `instant` and `local` (UTC and local time of the row), `day`, `hour`,
    `weekday` (1 is Monday), `monday` (of its week), `contact` (the number of the other party's pseudonym),
    `used` (it counts as a use), `kept` (it repeats no other row), `spoken` (a use that is no data session).
    """

    connection: duckdb.DuckDBPyConnection = field(repr=False)
    rows: str
    contacts: str
    """Table of (other, contact): the pseudonyms, numbered over the whole of the line's records."""
    asked: Asked
    first: date
    """First local day of the period."""
    last: date

    def all(self, sql: str, values: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        """Return the rows that the SQL selects; `{rows}` in it stands for the line's."""
        return self.connection.execute(sql.format(rows=self.rows, contacts=self.contacts), values).fetchall()

    def count(self, behind: Behind) -> int:
        """Return how many rows are behind a mark."""
        return int(self.all(f"select count(*) from {{rows}} where {behind.where}", behind.values)[0][0])

    def open(self, behind: Behind, limit: int | None = None) -> list[Row]:
        """Return the rows behind a mark in order of time, at most `limit`."""
        until = "" if limit is None else f"limit {int(limit)}"
        sql = (
            f"select {_SHOWN} from {{rows}} where {behind.where} order by instant, sha256, line, part {until}"
        )
        return [row_of(r) for r in self.all(sql, behind.values)]

    def open_each(
        self, key: str, where: str, limit: int, values: Sequence[Any] = ()
    ) -> dict[tuple[Any, ...], list[Row]]:
        """Return the first `limit` rows of each value of the `key` columns, in one pass over the rows."""
        width = key.count(",") + 1
        sql = f"""
            select {key}, arg_min(row({_SHOWN}), row(instant, sha256, line, part), {int(limit)})
            from {{rows}} where {where} group by {key}
        """
        return {tuple(r[:width]): [row_of(x) for x in r[width]] for r in self.all(sql, values)}

    def open_spans(
        self, spans: Mapping[str, tuple[datetime, datetime]], where: str, limit: int
    ) -> dict[str, list[Row]]:
        """Return the first `limit` rows of each span of time (UTC, both ends included), by its name, in one pass."""
        if not spans:
            return {}
        members = ", ".join(
            f"({quoted(name)}, timestamp '{first}', timestamp '{last}')"
            for name, (first, last) in spans.items()
        )
        sql = f"""
            with spans(name, first, last) as (values {members})
            select name, arg_min(row({_SHOWN}), row(instant, sha256, line, part), {int(limit)})
            from {{rows}} join spans on instant between spans.first and spans.last
            where {where} group by name
        """
        return {name: [row_of(x) for x in rows] for name, rows in self.all(sql)}


_SHOWN = (
    "sha256, line, part, sheet, exhibit, local, moment, dates, service, direction, contact, other, cell, place, "
    "lat, lon, azimuth"
)


def row_of(found: Sequence[Any]) -> Row:
    """Return the row of the columns that are shown."""
    sha256, line, part, sheet, exhibit, local, moment, dates, service, direction, *rest = found
    contact, other, cell, place, lat, lon, azimuth = rest
    return Row(
        ref=Ref(sha256=sha256, line=line, part=part, sheet=sheet, exhibit=exhibit),
        at=local,
        moment=moment,
        dates=dates,
        service=service,
        direction=direction,
        contact=contact,
        other=other,
        cell=cell,
        place=place,
        lat=lat,
        lon=lon,
        azimuth=azimuth,
    )


def open_line(connection: duckdb.DuckDBPyConnection, asked: Asked, relation: str = "events") -> Line:
    """Return the line's rows, ready to be asked.

    :raises NotFound: the case holds no record of the number, or none on those days.
    :raises Misused: there is no such time zone.
    """
    zone = zone_named(asked.zone)
    of_line = (
        f"(select * from {relation} where {is_one_of('number', asked.numbers)} and service <> 'contact')"
    )
    size, first, last = connection.execute(
        f"select count(*), min(earliest), max(earliest) from {of_line}"
    ).fetchall()[0]
    if not size or first is None:
        raise NotFound("The case holds no record of a use of that number.")
    name = f"line_{next(_names)}"
    connection.execute(f"create temp table {name}_contacts as {_contacts_sql(of_line)}")
    connection.execute(f"create temp table {name}_repeats as {repeats_sql(of_line)}")
    as_ = "table" if size <= KEPT else "view"
    local = local_sql("earliest", zone, first, last)
    connection.execute(f"create temp {as_} {name} as {_rows_sql(name, of_line, local, asked)}")
    days = connection.execute(f"select min(day), max(day) from {name}").fetchall()[0]
    if days[0] is None:
        raise NotFound("The case holds no record of a use of that number on those days.")
    return Line(
        connection=connection,
        rows=name,
        contacts=f"{name}_contacts",
        asked=asked,
        first=asked.start or days[0],
        last=asked.end or days[1],
    )


def is_one_of(column: str, texts: Sequence[str]) -> str:
    """Return the condition that a column holds one of the texts."""
    return f"{column} in ({', '.join(quoted(t) for t in texts)})"


def quoted(text: str) -> str:
    """Return the text as SQL writes it; a view takes no parameters."""
    return "'" + text.replace("'", "''") + "'"


def _contacts_sql(of_line: str) -> str:
    """Return SQL that numbers the other parties: the one used most is 1; of equals, the one seen first."""
    return f"""
        with parties as (
            select other, count(*) as uses, min(earliest) as first, max(earliest) as last
            from {of_line}
            where moment = 'start' and other is not null and other <> 'withheld'
            group by other
        )
        select other, row_number() over (order by uses desc, first, last, other) as contact from parties
    """


def _rows_sql(name: str, of_line: str, local: str, asked: Asked) -> str:
    first = "true" if asked.start is None else f"local >= timestamp '{asked.start} 00:00:00'"
    last = "true" if asked.end is None else f"local < timestamp '{asked.end} 00:00:00' + interval 1 day"
    return f"""
        with dated as (
            select *, earliest as instant, {local} as local from {of_line} where earliest is not null
        ),
        in_period as (
            select * from dated where {first} and {last}
        ),
        judged as (
            select in_period.*, repeat.line is null as kept
            from in_period
            left join {name}_repeats as repeat using (sha256, line, part)
        )
        select
            judged.*,
            cast(local as date) as day,
            cast(date_trunc('week', local) as date) as monday,
            hour(local) as hour,
            isodow(local) as weekday,
            named.contact as contact,
            kept and moment = 'start' as used,
            kept and moment = 'start' and service <> 'data' as spoken
        from judged
        left join {name}_contacts as named using (other)
    """
