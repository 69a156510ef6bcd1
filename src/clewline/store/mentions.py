"""The index of what entries mention: kept up with the record case by case, and asked for entries.

The record is the truth and the index can be emptied at any time. It is brought up to date before it is asked, of the
cases that are asked about and no other. It is parted by case and by who may see, so that asking walks over nothing that
is not the asker's: how long an answer takes tells nothing of the rest.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from typing import Any

import msgspec
from django.db import connection

from clewline.access import Group, group_of
from clewline.access.kinds import SAFEGUARDING
from clewline.case.mentions import LONGEST, What, mentions
from clewline.record import Entry
from clewline.record.codec import to_bytes
from clewline.store import bulk, ledger

FORM = sha256(f"4 {sorted(SAFEGUARDING)}".encode()).hexdigest()[:16]
"""What the index was made by. Raise the number when other things are mentioned: it is then made again, as it is when
other kinds are for safeguarding.
"""
AT_ONCE = 20_000
"""Entries after which others may write: a large intake is indexed in many short transactions."""
_INSERT = "insert into store_mention (case_id, readers, what, term, day, seq, kind) values (%s, %s, %s, %s, %s, %s, %s)"


@dataclass(frozen=True)
class Range:
    """Terms that are looked for: one, or all that begin as it does."""

    what: What
    text: str
    begins: bool = False


@dataclass(frozen=True, kw_only=True)
class Asked:
    """Which entries of a case are looked for: those that mention something of each part of one of `any_of`."""

    any_of: Sequence[Sequence[Sequence[Range]]]
    without: Sequence[Range] = ()
    kinds: Sequence[str] = ()
    but_kinds: Sequence[str] = ()
    first: date | None = None
    last: date | None = None


def catch_up(cases: Iterable[str]) -> int:
    """Bring the index of some cases up to date and return how many entries were new to it."""
    wanted = sorted(set(cases))
    added = 0
    for i in range(0, len(wanted), 500):
        some = wanted[i : i + 500]
        behind = _all(
            "select c.case_id from store_chain c left join store_mentionhead h on h.case_id = c.case_id "
            f"where c.case_id in ({_marks(some)}) and (h.length is null or h.length <> c.length or h.form <> %s)",
            [*some, FORM],
        )
        for (case,) in behind:
            more = True
            while more:
                count = _step(case)
                added += count
                more = count == AT_ONCE
    return added


def forget(entry: Entry) -> None:
    """Take what an entry mentions out of the index: its facts are being destroyed."""
    said = msgspec.json.decode(to_bytes(entry.facts))
    with bulk.whole() as session:
        _lock(session, entry.case)
        ((seq,),) = session.execute("select seq from store_storedentry where entry_id = %s", [entry.id])
        for row in _rows(entry.case, entry.kind, entry.subject, entry.day, seq, said):
            session.execute(
                "delete from store_mention where case_id = %s and readers = %s and what = %s and term = %s "
                "and day = %s and seq = %s and kind = %s",
                row,
            )


def find(
    case: str,
    groups: Sequence[Group],
    asked: Asked,
    *,
    before: tuple[date, int] | None = None,
    after: tuple[date, int] | None = None,
    most: int,
) -> list[tuple[date, int]]:
    """Return day and number of entries of a case that mention what is asked: the latest day first, or with `after`
    the earliest first. `before` and `after` name the last one that is known already.
    """
    some = [each for each in asked.any_of if each and all(each)]
    if not groups or not some:
        return []
    place, order, sign = (before, "desc", "<") if after is None else (after, "asc", ">")
    where, values = _filters(asked)
    if asked.without:
        out, of_out = _arms("seq", case, groups, asked.without)
        where, values = f"{where} and seq not in ({out})", [*values, *of_out]
    if place is not None:
        day = place[0].toordinal()
        where = f"{where} and (day {sign} %s or (day = %s and seq {sign} %s))"
        values = [*values, day, day, place[1]]
    arms = [_alternative(case, groups, each, where, values) for each in some]
    sql, values = " union all ".join(arm for arm, _ in arms), [value for _, own in arms for value in own]
    limit = most * 4
    while True:
        rows = _all(f"{sql} order by day {order}, seq {order} limit %s", [*values, limit])
        # An entry that mentions two of the terms stands there twice, side by side.
        found = list(dict.fromkeys(rows))
        if len(found) >= most or len(rows) < limit:
            return [(date.fromordinal(day), seq) for day, seq in found[:most]]
        limit *= 4


def anywhere(
    group: Group, what: What, term: str, *, before: tuple[date, int] | None = None, most: int
) -> list[tuple[date, int]]:
    """Return day and number of the entries of any case that mention a term, the latest day first; `before` names the
    last one that is known already.
    """
    where, values = "m.readers = %s and m.what = %s and m.term = %s", [int(group), int(what), term.encode()]
    if before is not None:
        where = f"{where} and (m.day < %s or (m.day = %s and m.seq < %s))"
        values += [before[0].toordinal(), before[0].toordinal(), before[1]]
    # Through the cases, so that each is one stretch of the index.
    rows = _all(
        "select m.day, m.seq from store_chain c cross join store_mention m where m.case_id = c.case_id "
        f"and {where} order by m.day desc, m.seq desc limit %s",
        [*values, most],
    )
    return [(date.fromordinal(day), seq) for day, seq in rows]


def terms(
    case: str,
    groups: Sequence[Group],
    base: Range,
    *,
    also: What | None = None,
    among: Sequence[str] | None = None,
    after: str | None = None,
    most: int,
) -> list[str]:
    """Return the terms that begin as `base`, in order, each once, above `after`; with `also`, those whose last part is
    a term of that too; with `among`, those that are one of these.
    """
    found: set[str] = set()
    lead = base.text.encode()
    for group in groups:
        range_sql, range_values = _between(base)
        where, values = (
            f"case_id = %s and readers = %s and what = %s{range_sql}",
            [case, group, base.what, *range_values],
        )
        if after is not None:
            where, values = f"{where} and term > %s", [*values, after.encode()]
        if among is not None:
            where, values = f"{where} and term in ({_marks(among)})", [*values, *(t.encode() for t in among)]
        if also is not None:
            within, some = _arms("term", case, groups, [Range(also, "", begins=True)])
            where, values = (
                f"{where} and substr(term, %s) in ({within})",
                [*values, lead.rfind(b"\t") + 2, *some],
            )
        rows = _all(
            f"select distinct term from store_mention where {where} order by term limit %s", [*values, most]
        )
        found.update(bytes(term).decode() for (term,) in rows)
    return sorted(found, key=str.encode)[:most]


def ending(case: str, ids: Sequence[str]) -> list[int]:
    """Return the numbers of the entries by which some are corrected or withdrawn, or their batches reversed; those of
    others may be among them, whose long names begin alike.
    """
    if not ids:
        return []
    marks = _marks(ids)
    # Asked for by the column of the case as it is, SQLite walks over the whole case, past the index of corrects.
    rows = _all(
        f"select seq from store_storedentry where case_id || '' = %s and corrects in ({marks}) union select seq from "
        f"store_mention where case_id = %s and readers = %s and what = %s and term in ({marks})",
        [case, *ids, case, Group.CASE, What.ENDS, *(i[:LONGEST].encode() for i in ids)],
    )
    return sorted(seq for (seq,) in rows)


def _step(case: str) -> int:
    """Add a case's next entries to the index and return how many they were."""
    with bulk.whole() as session:
        form, length, last = _lock(session, case)
        if form != FORM:
            session.execute("delete from store_mention where case_id = %s", [case])
            length, last = 0, 0
        rows = list(ledger.rows_of(case, after=last, most=AT_ONCE))
        found = [
            row
            for one in rows
            if one.payload is not None
            for row in _rows(case, one.kind, one.subject, one.day, one.seq, msgspec.json.decode(one.payload))
        ]
        # In the order of the index, in which writing is quickest.
        session.many(_INSERT, sorted(found))
        session.execute(
            "update store_mentionhead set form = %s, length = %s, seq = %s where case_id = %s",
            [FORM, length + len(rows), rows[-1].seq if rows else last, case],
        )
    return len(rows)


def _rows(case: str, kind: str, subject: str, day: date, seq: int, said: Any) -> Iterator[tuple[Any, ...]]:
    group, on = int(group_of(kind)), day.toordinal()
    for what, term in mentions(kind, subject, said):
        yield case, group, int(what), term.encode(), on, seq, kind


def _lock(session: bulk.Session, case: str) -> tuple[str, int, int]:
    """Return what a case's index was made by, and how many entries it holds up to which, held until the end."""
    lock = "" if connection.vendor == "sqlite" else " for update"
    session.execute(
        "insert into store_mentionhead (case_id, form, length, seq) values (%s, %s, 0, 0) "
        "on conflict (case_id) do nothing",
        [case, FORM],
    )
    ((form, length, last),) = session.execute(
        f"select form, length, seq from store_mentionhead where case_id = %s{lock}", [case]
    )
    return form, length, last


def _filters(asked: Asked) -> tuple[str, list[Any]]:
    where, values = "", list[Any]()
    for sql, some in (("kind in", asked.kinds), ("kind not in", asked.but_kinds)):
        if some:
            where, values = f"{where} and {sql} ({_marks(some)})", [*values, *some]
    for sql, day in (("day >= %s", asked.first), ("day <= %s", asked.last)):
        if day is not None:
            where, values = f"{where} and {sql}", [*values, day.toordinal()]
    return where, values


def _alternative(
    case: str, groups: Sequence[Group], each: Sequence[Sequence[Range]], where: str, values: Sequence[Any]
) -> tuple[str, list[Any]]:
    """Return SQL for the entries that mention something of each part; the first is walked, the others looked up."""
    first, *rest = each
    values = list(values)
    for ranges in rest:
        sql, of_rest = _arms("seq", case, groups, ranges)
        where, values = f"{where} and seq in ({sql})", [*values, *of_rest]
    return _arms("day, seq", case, groups, first, where, values)


def _arms(
    columns: str,
    case: str,
    groups: Sequence[Group],
    ranges: Sequence[Range],
    where: str = "",
    values: Sequence[Any] = (),
) -> tuple[str, list[Any]]:
    """Return SQL with one select for each range and group: each is one stretch of the index."""
    arms, all_values = [], list[Any]()
    for group in groups:
        for one in ranges:
            sql, some = _between(one)
            arms.append(
                f"select {columns} from store_mention where case_id = %s and readers = %s and what = %s{sql}{where}"
            )
            all_values += [case, int(group), int(one.what), *some, *values]
    return " union all ".join(arms), all_values


def _between(one: Range) -> tuple[str, list[Any]]:
    begin = one.text.encode()
    if not one.begins:
        return " and term = %s", [begin]
    if not begin:
        return "", []
    # No byte of UTF-8 is 255, so that the last byte can be raised.
    return " and term >= %s and term < %s", [begin, begin[:-1] + bytes((begin[-1] + 1,))]


def _marks(some: Sequence[Any]) -> str:
    return ", ".join(["%s"] * len(some))


def _all(sql: str, values: Sequence[Any]) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        return list(cursor.fetchall())
