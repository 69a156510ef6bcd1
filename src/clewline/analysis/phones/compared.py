"""What the records say of each phone of a case, as the comparisons of `linkage` want it."""

from collections.abc import Sequence
from typing import Any

import duckdb

from clewline.analysis.phones import bulk_texts
from clewline.analysis.phones.line import Asked, Line
from clewline.analysis.phones.opening import open_line
from clewline.linkage import Contacted, NightCell, Phone, Seen

_SEEN = "(instant, sha256, line, part)"


def phones(
    connection: duckdb.DuckDBPyConnection,
    numbers: Sequence[str] | None = None,
    *,
    zone: str = "Europe/London",
    relation: str = "events",
) -> list[Phone]:
    """Return the phones of the case by number; all whose own records it holds, unless `numbers` names some.

    :raises NotFound: the case holds no record of a number named.
    """
    if numbers is None:
        found = connection.execute(
            f"""
            select distinct number from {relation}
            where number is not null and service <> 'contact' and earliest is not null order by number
            """
        ).fetchall()
        numbers = [number for (number,) in found]
    return [phone(open_line(connection, Asked(numbers=(n,), zone=zone), relation)) for n in numbers]


def phone(line: Line) -> Phone:
    """Return what the records say of one number, over the whole of its records."""
    first, last = line.all(f"select min({_SEEN}), max({_SEEN}) from {{rows}} where kept")[0]
    return Phone(
        number=line.asked.numbers[0],
        first=_seen(first),
        last=_seen(last),
        days=frozenset(day for (day,) in line.all("select distinct day from {rows} where used")),
        contacts={
            other: Contacted(uses=uses, days=days, first=_seen(a), last=_seen(b))
            for other, uses, days, a, b in line.all(
                f"""
                select other, count(*), count(distinct day), min({_SEEN}), max({_SEEN})
                from {{rows}} where used and starts_with(other, '+') group by other order by other
                """
            )
        },
        handsets=_pieces(line, "imei"),
        sims=_pieces(line, "imsi"),
        bulk=_bulk(line),
        nights={
            cell: NightCell(nights=nights, last=_seen(seen))
            for cell, nights, seen in line.all(
                f"""
                with nights as (
                    select *, coalesce(cell, lat || ' ' || lon) as server from {{rows}} where kept and hour < 6
                )
                select server, count(distinct day), max({_SEEN})
                from nights where server is not null group by server order by server
                """
            )
        },
    )


def _pieces(line: Line, column: str) -> dict[str, Seen]:
    found = line.all(
        f"""
        select {column}, min({_SEEN}) from {{rows}} where kept and {column} is not null
        group by {column} order by {column}
        """
    )
    return {identity: _seen(seen) for identity, seen in found}


def _bulk(line: Line) -> dict[str, Seen]:
    recipients: dict[str, Seen] = {}
    for burst in bulk_texts.bulk_texts(line).bursts:
        for other, seen in line.all(
            f"select other, min({_SEEN}) from {{rows}} where {burst.behind.where} group by other",
            burst.behind.values,
        ):
            if other is not None and other.startswith("+"):
                recipients.setdefault(other, _seen(seen))
    return dict(sorted(recipients.items()))


def _seen(found: Sequence[Any]) -> Seen:
    at, sha256, line, part = found
    return Seen(at=at, sha256=sha256, line=line, part=part)
