"""The rows of one line: what every other question of this folder is asked of.

A use is a row whose moment is the start of a call, a text, a message or a data session. A row that another file of
the case also holds is a repeat: it is kept, and counted once.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

import duckdb

from clewline.analysis.phones.rows import WHO


@dataclass(frozen=True, kw_only=True)
class Asked:
    """Which line, and on which of its days."""

    numbers: tuple[str, ...]
    """Identifiers, one or several that are held to be one line: E.164 numbers, `imsi:234...`, `imei:35...`."""
    zone: str = "Europe/London"
    """The time zone whose hours and days are meant."""
    start: date | None = None
    """First local day; none: from the first record."""
    end: date | None = None
    """Last local day, included; none: to the last record."""

    @property
    def where(self) -> str:
        """The condition that a row is one of the line's."""
        named: dict[str, list[str]] = {}
        for text in self.numbers:
            word, colon, digits = text.partition(":")
            column, value = (word, digits) if colon and word in ("imsi", "imei") else ("number", text)
            named.setdefault(column, []).append(value)
        return " or ".join(is_one_of(column, values) for column, values in named.items())


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
    phone: str
    """Number of the phone that it is about, or where it names none its SIM or handset."""
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

    Its columns are those of the view `events` (see `rows.view`) and: `instant` and `local` (UTC and local time of the
    row), `day`, `hour`, `weekday` (1 is Monday), `monday` (of its week), `contact` (the number of the other party's
    pseudonym), `used` (it counts as a use), `kept` (it repeats no other row), `spoken` (a use that is no data session).
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

    def open(self, behind: Behind, limit: int | None = None, *, after: int = 0) -> list[Row]:
        """Return the rows behind a mark in order of time, at most `limit`, less the first `after`."""
        until = f"{'' if limit is None else f'limit {int(limit)}'} offset {int(after)}"
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
    f"sha256, line, part, sheet, exhibit, local, {WHO}, moment, dates, service, direction, contact, other, cell, "
    "place, lat, lon, azimuth"
)


def row_of(found: Sequence[Any]) -> Row:
    """Return the row of the columns that are shown."""
    sha256, line, part, sheet, exhibit, local, phone, moment, dates, service, direction, *rest = found
    contact, other, cell, place, lat, lon, azimuth = rest
    return Row(
        ref=Ref(sha256=sha256, line=line, part=part, sheet=sheet, exhibit=exhibit),
        at=local,
        phone=phone,
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


def is_one_of(column: str, texts: Sequence[str]) -> str:
    """Return the condition that a column holds one of the texts."""
    return f"{column} in ({', '.join(quoted(t) for t in texts)})"


def quoted(text: str) -> str:
    """Return the text as SQL writes it; a view takes no parameters."""
    return "'" + text.replace("'", "''") + "'"
