"""Open a line: its rows read from the case's files once, with local times, pseudonyms, and which of them repeat."""

from datetime import UTC
from itertools import count

import duckdb

from clewline.analysis.phones.line import Asked, Line, quoted
from clewline.analysis.phones.local import local_sql, zone_named
from clewline.analysis.phones.repeats import repeats_sql
from clewline.errors import NotFound

KEPT = 1_500_000
"""Rows of a line up to which they are kept in memory; a longer line is read from its files at each question."""

NAMED = ("sha256", "exhibit")
"""Columns that hold one of few long words."""

_names = count(1)
_SAME_ROW = (
    "row.sha256 = repeat.sha256 and row.line = repeat.line and row.part = repeat.part "
    "and row.sheet is not distinct from repeat.sheet"
)


def open_line(
    connection: duckdb.DuckDBPyConnection,
    asked: Asked,
    relation: str = "events",
    *,
    contacts: str | None = None,
) -> Line:
    """Return the line's rows, ready to be asked; `contacts` is a table of pseudonyms that are to be kept.

    :raises NotFound: the case holds no record of the number, or none on those days.
    :raises Misused: there is no such time zone.
    """
    zone = zone_named(asked.zone)
    of_line = f"(select * from {relation} where ({asked.where}) and service <> 'contact')"
    size, first, last, *words = connection.execute(
        f"select count(*), min(earliest), max(earliest), {', '.join(f'list(distinct {c})' for c in NAMED)} "
        f"from {of_line}"
    ).fetchall()[0]
    if not size or first is None:
        raise NotFound(
            "The case holds no record of a use of that number. `clewline authority list` prints the numbers that "
            "its authorities name, and the files taken in under each."
        )
    name = f"line_{next(_names)}"
    for column, values in zip(NAMED, words, strict=True):
        # A hash or a reference that stands in every row takes a byte of memory there, not a hundred.
        listed = ", ".join(map(quoted, sorted(values)))
        connection.execute(f"create type {name}_{column} as enum ({listed})")
    # The rows of one identifier are of one phone, whatever else they name.
    phone = "number" if len(asked.numbers) > 1 else "''"
    connection.execute(f"create temp table {name}_repeats as {repeats_sql(of_line, phone)}")
    connection.execute(f"create temp table {name}_contacts as {_contacts_sql(name, of_line, contacts)}")
    local = local_sql("earliest", zone, first, last)
    connection.execute(
        f"create temp {'table' if size <= KEPT else 'view'} {name} as {_rows_sql(name, of_line, local, asked)}"
    )
    days = connection.execute(f"select min(day), max(day) from {name}").fetchall()[0]
    if days[0] is None:
        there = " to ".join(f"{at.replace(tzinfo=UTC).astimezone(zone):%Y-%m-%d}" for at in (first, last))
        raise NotFound(
            f"The case holds no record of a use of that number on those days; it has some from {there}."
        )
    return Line(
        connection=connection,
        rows=name,
        contacts=f"{name}_contacts",
        asked=asked,
        first=asked.start or days[0],
        last=asked.end or days[1],
    )


def _contacts_sql(name: str, of_line: str, named: str | None) -> str:
    """Return SQL that numbers the other parties: the one used most is 1; of equals, the one seen first.

    Those that a table has named already keep their numbers, and the others follow.
    """
    already = (
        f"select other, contact from {named}" if named else "select null as other, 0 as contact where false"
    )
    return f"""
        with already as ({already}),
        parties as (
            select other, count(*) as uses, min(earliest) as first, max(earliest) as last
            from {of_line} as row
            anti join {name}_repeats as repeat on {_SAME_ROW}
            where moment = 'start' and other is not null and other <> 'withheld'
            group by other
        ),
        others as (
            select * from parties anti join already using (other)
        )
        select other, contact from already
        union all
        select other, (select coalesce(max(contact), 0) from already)
            + row_number() over (order by uses desc, first, last, other)
        from others
    """


def _rows_sql(name: str, of_line: str, local: str, asked: Asked) -> str:
    first = "true" if asked.start is None else f"local >= timestamp '{asked.start} 00:00:00'"
    last = "true" if asked.end is None else f"local < timestamp '{asked.end} 00:00:00' + interval 1 day"
    named = ", ".join(f"cast({column} as {name}_{column}) as {column}" for column in NAMED)
    return f"""
        with dated as (
            select * exclude ("end", reach) replace ({named}), earliest as instant, {local} as local
            from {of_line} where earliest is not null
        ),
        in_period as (
            select * from dated where {first} and {last}
        ),
        judged as (
            select row.*, repeat.line is null as kept
            from in_period as row
            left join {name}_repeats as repeat on {_SAME_ROW}
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
