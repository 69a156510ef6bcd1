"""What the records say of the phones of a case, as `linkage` wants it: some in full, others in part."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

import duckdb

from clewline.analysis.phones import bulk_texts
from clewline.analysis.phones.line import Asked, Line, is_one_of
from clewline.analysis.phones.local import local_sql, zone_named
from clewline.analysis.phones.opening import open_line
from clewline.linkage import Contacted, NightCell, Other, Phone, Seen
from clewline.linkage.phone import USUAL

Covered = Mapping[str, tuple[datetime, datetime]]
"""First and last instant (UTC) of which the records of a number can tell, by number."""

_SEEN = "(instant, sha256, line, part, sheet)"
_SERVER = "coalesce(cell, lat || ' ' || lon)"
"""The cell that served a phone, or its site where the cell is not named."""
OWN = "number is not null and service <> 'contact' and earliest is not null"
"""Condition of a row in which a number is the phone."""


def phones(
    connection: duckdb.DuckDBPyConnection,
    numbers: Sequence[str] | None = None,
    *,
    zone: str = "Europe/London",
    relation: str = "events",
) -> list[Phone]:
    """Return the phones of the case by number; all whose own records it holds, unless `numbers` names some.

    :raises NotFound: the case holds no record of any number named.
    """
    if numbers is None:
        found = connection.execute(f"select distinct number from {relation} where {OWN}").fetchall()
        numbers = sorted(number for (number,) in found)
    return phones_of(open_line(connection, Asked(numbers=tuple(numbers), zone=zone), relation))


def phones_of(line: Line, covered: Covered | None = None) -> list[Phone]:
    """Return what a line's rows say of each of its numbers."""
    ends = line.all(
        f"select number, min({_SEEN}), max({_SEEN}) from {{rows}} where kept group by 1 order by 1"
    )
    days = _gathered(line.all("select distinct number, day from {rows} where used"))
    contacts = _gathered(
        (number, (other, Contacted(uses=uses, days=days, first=_seen(a), last=_seen(b))))
        for number, other, uses, days, a, b in line.all(
            f"""
            select number, other, count(*), count(distinct day), min({_SEEN}), max({_SEEN})
            from {{rows}} where used and starts_with(other, '+') group by number, other order by number, other
            """
        )
    )
    nights = _gathered(
        (number, (cell, NightCell(nights=nights, last=_seen(seen))))
        for number, cell, nights, seen in line.all(
            f"""
            select number, {_SERVER} as server, count(distinct day), max({_SEEN})
            from {{rows}} where kept and hour < 6 and server is not null
            group by number, server order by number, server
            """
        )
    )
    operators = _gathered(
        line.all(
            f"""
            select distinct number, operator from {{rows}}
            where kept and operator is not null and {_SERVER} is not null
            """
        )
    )
    handsets, sims, bulk = _pieces(line, "imei"), _pieces(line, "imsi"), _bulk(line)
    covered = covered or {}
    return [
        Phone(
            number=number,
            first=_seen(first),
            last=_seen(last),
            days=frozenset(days[number]),
            contacts=dict(contacts[number]),
            handsets=dict(handsets[number]),
            sims=dict(sims[number]),
            bulk=bulk.get(number, {}),
            operators=frozenset(operators[number]),
            nights=dict(nights[number]),
            records_start=covered[number][0] if number in covered else None,
            records_end=covered[number][1] if number in covered else None,
        )
        for number, first, last in ends
    ]


def others(
    line: Line,
    *,
    but: Collection[str],
    contacts: Collection[str],
    cells: Collection[str],
    relation: str = "events",
) -> list[Other]:
    """Return the case's other phones: which of these contacts each has, and which of these cells usually serve it."""
    apart = f"{OWN} and not ({is_one_of('number', sorted(but))})"
    all_of_it = f"select number, min(earliest), max(earliest) from {relation} where {apart} group by number"
    found = line.connection.execute(all_of_it).fetchall()
    if not found:
        return []
    met: list[tuple[str, str]] = []
    usual: list[tuple[str, str]] = []
    if contacts:
        sql = f"select distinct number, other from {relation} where {apart} and {is_one_of('other', sorted(contacts))}"
        met = line.connection.execute(sql).fetchall()
    if cells:
        local = local_sql(
            "earliest", zone_named(line.asked.zone), min(f for _, f, _ in found), max(t for _, _, t in found)
        )
        sql = f"""
            with served as (
                select number, {_SERVER} as server, {local} as local
                from {relation} where {apart} and {is_one_of(_SERVER, sorted(cells))}
            )
            select number, server from served where hour(local) < 6
            group by number, server having count(distinct cast(local as date)) >= {USUAL}
        """
        usual = line.connection.execute(sql).fetchall()
    known, served = _gathered(met), _gathered(usual)
    return [
        Other(number=n, contacts=frozenset(known[n]), usual=frozenset(served[n])) for n, _, _ in sorted(found)
    ]


def _gathered(pairs: Iterable[tuple[str, Any]]) -> defaultdict[str, list[Any]]:
    gathered = defaultdict(list)
    for number, value in pairs:
        gathered[number].append(value)
    return gathered


def _pieces(line: Line, column: str) -> defaultdict[str, list[Any]]:
    found = line.all(
        f"""
        select number, {column}, min({_SEEN}) from {{rows}} where kept and {column} is not null
        group by number, {column} order by number, {column}
        """
    )
    return _gathered((number, (identity, _seen(seen))) for number, identity, seen in found)


def _bulk(line: Line) -> dict[str, dict[str, Seen]]:
    """Return for each number the recipients of its bursts, each with the first such row."""
    many = line.all(
        f"""
        select number from {{rows}} where {bulk_texts.OUT}
        group by number having count(distinct contact) >= {bulk_texts.RECIPIENTS} order by number
        """
    )
    recipients: dict[str, dict[str, Seen]] = {}
    for at, (number,) in enumerate(many):
        name = f"{line.rows}_of_{at}"
        line.connection.execute(
            f"create or replace temp view {name} as select * from {line.rows} where {is_one_of('number', [number])}"
        )
        one = replace(line, rows=name)
        recipients[number] = {}
        for burst in bulk_texts.bulk_texts(one).bursts:
            for other, seen in one.all(
                f"select other, min({_SEEN}) from {{rows}} where {burst.behind.where} group by other order by other",
                burst.behind.values,
            ):
                if other is not None and other.startswith("+"):
                    recipients[number].setdefault(other, _seen(seen))
    return recipients


def _seen(found: Sequence[Any]) -> Seen:
    at, sha256, line, part, sheet = found
    return Seen(at=at, sha256=sha256, line=line, part=part, sheet=sheet)
