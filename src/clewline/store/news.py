"""What is new in someone's cases, and what in them may wait for somebody: told from what they may see alone."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.db import connection

from clewline.access import Group, groups_of, kinds_of
from clewline.case.mentions import What
from clewline.record import Entry
from clewline.record.kinds.authority import Authority
from clewline.record.kinds.received import Received
from clewline.store import bulk, ledger, mentions
from clewline.store.accounts.people import Person, own_cases
from clewline.store.kinds_of_cases import authorities_of_case
from clewline.store.linking import EPOCH

MOST = 1000
"""Entries of a case that are looked through, from the last; the rest is told as more."""
REFERRALS = ("safeguarding_referral", "nrm_referral")
LOOKED_UP = "'received', 'batch_reversed', 'correction', 'disposal', 'published'"


@dataclass(frozen=True, kw_only=True)
class New:
    """An entry that was recorded lately."""

    seq: int
    kind: str
    by: str


@dataclass(frozen=True, kw_only=True)
class Recent:
    """What was recorded in a case since an instant, the last first."""

    entries: Sequence[New]
    more: bool
    """Whether more was recorded than was looked through."""


def recent(person: Person, today: date, case: str, since: datetime) -> Recent:
    """Return what was recorded in a case after an instant, of what someone may see."""
    if case not in own_cases(person, today):
        return Recent(entries=(), more=False)
    return _recent(person, case, _us(since))


def changed(person: Person, today: date, since: Mapping[str, datetime]) -> dict[str, Recent]:
    """Return what was recorded in each of someone's cases after an instant of its own; unchanged ones are left out."""
    own = own_cases(person, today)
    wanted = {case: _us(at) for case, at in since.items() if case in own}
    rows = _in(wanted, "select case_id, last_us from store_chain where case_id in ({})")
    found = {case: _recent(person, case, wanted[case]) for case, last in rows if last > wanted[case]}
    return {case: one for case, one in found.items() if one.entries}


def lapsing(person: Person, today: date, days: int) -> list[Entry]:
    """Return the authorities of someone's cases, as they stand, that lapse from today within so many days."""
    if (kinds := kinds_of(person.role)) is not None and "authority" not in kinds:
        return []
    held = [seq for case in own_cases(person, today) for seq in authorities_of_case(case)]
    some = [entry for _, entry in ledger.numbered(held)]
    replaced = {entry.corrects for entry in some}
    until = today + timedelta(days=days)
    return sorted(
        (
            entry
            for entry in some
            if entry.id not in replaced
            and isinstance(entry.facts, Authority)
            and entry.facts.expires is not None
            and today <= entry.facts.expires <= until
        ),
        key=lambda entry: getattr(entry.facts, "expires"),  # noqa: B009  # the lines above say that it has it
    )


def partly_refused(person: Person, today: date, since: datetime) -> list[Entry]:
    """Return the files taken into someone's cases after an instant of which something was refused or held back."""
    if (kinds := kinds_of(person.role)) is not None and "received" not in kinds:
        return []
    # All five kinds are named, so that SQLite sees the index of those that are looked up.
    sql = (
        f"select seq, case_id from store_storedentry where kind in ({LOOKED_UP}) and kind = 'received' "
        "and recorded_us > %s order by seq desc limit %s"
    )
    own = own_cases(person, today)
    numbers = [seq for seq, case in bulk.few(sql, [_us(since), MOST]) if case in own]
    return [entry for _, entry in ledger.numbered(numbers) if not_taken(entry)]


def not_taken(receipt: Entry) -> int:
    """Return how many records of a file were refused, or, where those were taken, how many entries were held back."""
    facts = receipt.facts
    return (facts.problems or facts.withheld or 0) if isinstance(facts, Received) else 0


def children_without_referral(person: Person, today: date) -> dict[str, list[str]]:
    """Return, of each of someone's cases, the people who were arrested under 18 and of whom no referral is recorded.

    What was withdrawn is not counted; whom a case does not name is in no list.
    """
    if Group.CARE not in groups_of(person.role):
        return {}
    own = sorted(own_cases(person, today))
    mentions.catch_up(own)
    found = {}
    for case in own:
        arrested = _named(case, What.UNDER_18, ("arrest",))
        if not arrested:
            continue
        referred = _named(case, What.PERSON, REFERRALS)
        gone = _withdrawn(case, [seq for some in (*arrested.values(), *referred.values()) for seq in some])
        without = sorted(
            one
            for one, some in arrested.items()
            if any(seq not in gone for seq in some)
            and not any(seq not in gone for seq in referred.get(one, ()))
        )
        if without:
            found[case] = without
    return found


def _recent(person: Person, case: str, since: int) -> Recent:
    kinds = kinds_of(person.role)
    rows = bulk.few(
        "select seq, kind, recorded_by, recorded_us from store_storedentry where case_id = %s "
        "order by seq desc limit %s",
        [case, MOST],
    )
    some = [
        New(seq=seq, kind=kind, by=by)
        for seq, kind, by, us in rows
        if us > since and (kinds is None or kind in kinds)
    ]
    return Recent(entries=some, more=len(rows) == MOST and rows[-1][3] > since)


def _named(case: str, what: What, kinds: Sequence[str]) -> dict[str, list[int]]:
    """Return the people whom entries of some kinds of a case name, each with the numbers of these entries."""
    marks = ", ".join(["%s"] * len(kinds))
    rows = bulk.few(
        "select term, seq from store_mention where case_id = %s and readers = %s and what = %s "
        f"and kind in ({marks})",
        [case, int(Group.CARE), int(what), *kinds],
    )
    found: dict[str, list[int]] = {}
    for term, seq in rows:
        found.setdefault(bytes(term).decode(), []).append(seq)
    return found


def _withdrawn(case: str, numbers: Sequence[int]) -> set[int]:
    """Return, of entries of a case by their numbers, those that were withdrawn, or whose batch was reversed."""
    ended = {
        bytes(term).decode()
        for (term,) in bulk.few(
            "select term from store_mention where case_id = %s and readers = %s and what = %s",
            [case, int(Group.CASE), int(What.ENDS)],
        )
    }
    if not ended:
        return set()
    rows = _in(numbers, "select seq, entry_id, batch from store_storedentry where seq in ({})")
    return {seq for seq, entry, batch in rows if entry in ended or batch in ended}


def _in(values: Sequence[Any] | Mapping[Any, Any], sql: str) -> list[tuple[Any, ...]]:
    found: list[tuple[Any, ...]] = []
    some = list(values)
    with connection.cursor() as cursor:
        for i in range(0, len(some), 500):
            part = some[i : i + 500]
            cursor.execute(sql.format(", ".join(["%s"] * len(part))), part)
            found += cursor.fetchall()
    return found


def _us(at: datetime) -> int:
    return (at - EPOCH) // timedelta(microseconds=1)
