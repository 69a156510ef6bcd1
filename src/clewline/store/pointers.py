"""Which bodies hold a concern about a person of a name and date of birth: asked of the index of all cases.

However many cases match, and whether one of them is sealed, the same number of statements is made. Nothing of a case
leaves this module but the force whose record it is; of a sealed case not even that.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.db import connection

from clewline.access import Group
from clewline.case.known import FOREVER, Closing, known_intervals
from clewline.case.mentions import What
from clewline.record import Entry
from clewline.record.kinds.concern_asked import ConcernAsked
from clewline.safeguarding.pointer import HOLDS, asked_by
from clewline.store import bulk, following, ledger, mentions
from clewline.store.linking import EPOCH

ROUNDS = 3
"""How often what ends an entry is looked for: a correction, its withdrawal, and what ends that."""


@dataclass(frozen=True, kw_only=True)
class AskedAbout:
    """A question about a person of one's own case."""

    asked: Entry
    case: str
    person: str


@dataclass(frozen=True)
class _Row:
    case: str
    person: str
    entry: str
    kind: str
    batch: str | None
    at: datetime
    sealed: bool
    same: bool


def holding(asked: Sequence[str], *, but: str) -> list[str]:
    """Return the forces in whose records a case other than one, not sealed, holds a concern about somebody asked about
    by these hashes of name and date of birth.
    """
    mentions.catch_up(ledger.cases())
    rows = _rows(asked, but)
    ended = _ended(rows)
    by_person: dict[tuple[str, str], list[_Row]] = {}
    for row in rows:
        if row.entry not in ended and not row.sealed:
            by_person.setdefault((row.case, row.person), []).append(row)
    return sorted(
        {
            person.partition("/")[0]
            for (_, person), some in by_person.items()
            if any(row.same for row in some) and any(row.kind in HOLDS for row in some)
        }
    )


def asked_about(cases: Sequence[str], *, since: date, but_by: str) -> list[AskedAbout]:
    """Return who asked, since a day, about a person of whom one of some cases holds a concern, the latest first; but
    not what somebody asked themselves.
    """
    questions = _questions(since)
    found: dict[tuple[str, str, str], AskedAbout] = {}
    standing: dict[tuple[str, str], list[Entry]] = {}
    for at in range(0, len(cases) if questions else 0, 300):
        some = list(cases[at : at + 300])
        terms = sorted({term for _, term in questions})[:500]
        rows = bulk.few(
            "select m.case_id, m.term, e.subject from store_mention m join store_storedentry e on e.seq = m.seq "
            f"where m.case_id in ({_marks(some)}) and m.readers = %s and m.what = %s and m.term in ({_marks(terms)})",
            [*some, int(Group.CARE), int(What.SAME), *terms],
        )
        for case, term, person in rows:
            for asked, about in questions:
                if about != bytes(term) or asked.case == case or asked.recorded_by == but_by:
                    continue
                if (case, person) not in standing:
                    standing[case, person] = following.of_person(case, person)
                there = standing[case, person]
                if about.decode() in asked_by(there) and any(one.kind in HOLDS for one in there):
                    found[asked.id, case, person] = AskedAbout(asked=asked, case=case, person=person)
    return sorted(found.values(), key=lambda one: one.asked.recorded_at, reverse=True)


def _questions(since: date) -> list[tuple[Entry, bytes]]:
    """Return what was asked since a day, in any case, each with what it was asked by."""
    rows = bulk.few(
        "select m.seq, m.term from store_chain c cross join store_mention m where m.case_id = c.case_id "
        "and m.readers = %s and m.what = %s and m.day >= %s",
        [int(Group.CARE), int(What.ASKED), since.toordinal()],
    )
    entries = dict(ledger.numbered(sorted({seq for seq, _ in rows})))
    return [
        (entries[seq], bytes(term))
        for seq, term in rows
        if seq in entries and isinstance(entries[seq].facts, ConcernAsked)
    ]


def _rows(asked: Sequence[str], but: str) -> list[_Row]:
    """Return every entry, of those who protect people, about each person who matches, in one statement."""
    terms = [one.encode() for one in asked]
    as_term = (
        "cast(same.subject as blob)" if connection.vendor == "sqlite" else "convert_to(same.subject, 'UTF8')"
    )
    sql = (
        # who matches, through the cases, so that each is one stretch of the index
        "with same as (select distinct e.case_id, e.subject from store_chain c cross join store_mention m "
        "join store_storedentry e on e.seq = m.seq where m.case_id = c.case_id and m.readers = %s and m.what = %s "
        f"and m.term in ({_marks(terms)}) and m.case_id <> %s) "
        # what is recorded of them
        "select same.case_id, same.subject, e.entry_id, e.kind, e.batch, e.recorded_us, s.case_id is not null, "
        f"exists (select 1 from store_mention x where x.case_id = m.case_id and x.readers = m.readers "
        f"and x.what = %s and x.term in ({_marks(terms)}) and x.seq = m.seq) "
        f"from same join store_mention m on m.case_id = same.case_id and m.readers = %s and m.what = %s "
        f"and m.term = {as_term} join store_storedentry e on e.seq = m.seq "
        "left join accounts_sealedcase s on s.case_id = same.case_id"
    )
    care, same = int(Group.CARE), int(What.SAME)
    values: list[Any] = [care, same, *terms, but, same, *terms, care, int(What.PERSON)]
    return [
        _Row(
            case, person, entry, kind, batch, EPOCH + timedelta(microseconds=us), bool(sealed), bool(is_same)
        )
        for case, person, entry, kind, batch, us, sealed, is_same in bulk.few(sql, values)
    ]


def _ended(rows: Iterable[_Row]) -> set[str]:
    """Return the entries among the rows that no longer stand, in as many statements whatever they are."""
    recorded = {row.entry: (row.at, row.batch) for row in rows}
    closings: dict[tuple[str, str], Closing] = {}
    new = {*recorded, *(batch for _, batch in recorded.values() if batch)}
    for _ in range(ROUNDS):
        ids = sorted(new) or [""]
        found = bulk.few(
            "select entry_id, batch, kind, recorded_us, corrects from store_storedentry "
            f"where corrects in ({_marks(ids)})",
            ids,
        )
        found += bulk.few(
            "select e.entry_id, e.batch, e.kind, e.recorded_us, m.term from store_chain c cross join store_mention m "
            "join store_storedentry e on e.seq = m.seq where m.case_id = c.case_id and m.readers = %s and m.what = %s "
            f"and m.term in ({_marks(ids)})",
            [int(Group.CASE), int(What.ENDS), *(one.encode() for one in ids)],
        )
        new = set()
        for entry, batch, kind, us, closes in found:
            closed = closes if isinstance(closes, str) else bytes(closes).decode()
            closings[entry, closed] = Closing(
                id=entry,
                closes=closed,
                how="withdrawn"
                if kind == "correction"
                else "batch reversed"
                if kind == "batch_reversed"
                else "replaced",
                at=EPOCH + timedelta(microseconds=us),
                batch=batch,
            )
            new |= {entry, batch} - {None}
    known = known_intervals(closings.values(), recorded)
    return {entry for entry, intervals in known.items() if not any(end == FOREVER for _, end in intervals)}


def _marks(some: Sequence[Any]) -> str:
    return ", ".join(["%s"] * len(some))
