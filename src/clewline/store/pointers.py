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
from clewline.record import Entry, Statement
from clewline.record.codec import from_bytes
from clewline.record.kinds.concern_asked import ConcernAsked
from clewline.safeguarding.pointer import HOLDS, asked_by
from clewline.store import bulk, following, ledger, mentions
from clewline.store.linking import EPOCH
from clewline.store.seal import unseal

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
    said: Entry | None
    """What it says, where it may give a name or a date of birth."""


def holding(asked: Sequence[str], called: Sequence[str], *, but: str) -> list[str]:
    """Return the forces in whose records a case other than one, not sealed, holds a concern about somebody asked about
    by these hashes of name and date of birth; `called` are hashes of the names alone.
    """
    mentions.catch_up(ledger.cases())
    rows = _rows(asked, called, but)
    ended = _ended(rows)
    by_person: dict[tuple[str, str], list[_Row]] = {}
    for row in rows:
        if row.entry not in ended and not row.sealed:
            by_person.setdefault((row.case, row.person), []).append(row)
    return sorted(
        {
            person.partition("/")[0]
            for (_, person), some in by_person.items()
            # By what stands of them: a name or a date of birth that was put right makes nobody the same.
            if not set(asked).isdisjoint(asked_by([row.said for row in some if row.said is not None]))
            and any(row.kind in HOLDS for row in some)
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
        for case, term, person in _known(some, terms):
            for asked, about in questions:
                if term not in (None, about) or asked.case == case or asked.recorded_by == but_by:
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


def _known(cases: Sequence[str], terms: Sequence[bytes]) -> list[tuple[str, bytes | None, str]]:
    """Return who of some cases may be asked about: each with the hash of name and date of birth that stands in the
    index; or with none, where the date of birth stands in an assessment of their age, and who it is has to be read.
    """
    rows = bulk.few(
        "select m.case_id, m.term, e.subject from store_mention m join store_storedentry e on e.seq = m.seq "
        f"where m.case_id in ({_marks(cases)}) and m.readers = %s and m.what = %s and m.term in ({_marks(terms)})",
        [*cases, int(Group.CARE), int(What.SAME), *terms],
    )
    assessed = bulk.few(
        f"select distinct case_id, term from store_mention where case_id in ({_marks(cases)}) and readers = %s "
        "and what = %s",
        [*cases, int(Group.CARE), int(What.BORN)],
    )
    return [
        *((case, bytes(term), person) for case, term, person in rows),
        *((case, None, bytes(person).decode()) for case, person in assessed),
    ]


def _rows(asked: Sequence[str], called: Sequence[str], but: str) -> list[_Row]:
    """Return every entry, of those who protect people, about each person who may match, in one statement."""
    terms, names = [one.encode() for one in asked], [one.encode() for one in called]
    as_term = "cast({} as blob)" if connection.vendor == "sqlite" else "convert_to({}, 'UTF8')"
    sql = (
        # who may match, through the cases, so that each is one stretch of the index: by name and date of birth, or
        # by name where an assessment found a date of birth
        "with same as (select distinct e.case_id, e.subject from store_chain c cross join store_mention m "
        "join store_storedentry e on e.seq = m.seq where m.case_id = c.case_id and m.readers = %s and m.what = %s "
        f"and m.term in ({_marks(terms)}) and m.case_id <> %s "
        "union select e.case_id, e.subject from store_chain c cross join store_mention m "
        "join store_storedentry e on e.seq = m.seq where m.case_id = c.case_id and m.readers = %s and m.what = %s "
        f"and m.term in ({_marks(names)}) and m.case_id <> %s and exists (select 1 from store_mention b "
        "where b.case_id = m.case_id and b.readers = m.readers and b.what = %s and b.term = "
        f"{as_term.format('e.subject')})) "
        # what is recorded of them
        "select same.case_id, same.subject, e.entry_id, e.kind, e.batch, e.recorded_us, s.case_id is not null, "
        "e.day, case when e.kind in ('age_assessed', 'person') then e.sealed end "
        "from same join store_mention m on m.case_id = same.case_id and m.readers = %s and m.what = %s "
        f"and m.term = {as_term.format('same.subject')} join store_storedentry e on e.seq = m.seq "
        "left join accounts_sealedcase s on s.case_id = same.case_id"
    )
    care = int(Group.CARE)
    values: list[Any] = [care, int(What.SAME), *terms, but]
    values += [care, int(What.CALLED), *names, but, int(What.BORN), care, int(What.PERSON)]
    return [_row(*found) for found in bulk.few(sql, values)]


def _row(
    case: str,
    person: str,
    entry: str,
    kind: str,
    batch: str | None,
    us: int,
    sealed: Any,
    day: Any,
    facts: Any,
) -> _Row:
    at = EPOCH + timedelta(microseconds=us)
    said = None
    if facts is not None:
        said = Entry(
            id=entry,
            case=case,
            subject=person,
            day=date.fromisoformat(day) if isinstance(day, str) else day,
            facts=from_bytes(kind, unseal(facts))[0],
            source=Statement(""),
            recorded_at=at,
            recorded_by="",
            batch=batch,
        )
    return _Row(case, person, entry, kind, batch, at, bool(sealed), said)


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
