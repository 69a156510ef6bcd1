"""What the ledger holds back, whoever appends and by which way: a charge of somebody who may be a victim, while nobody
considered section 45, and the taking away of a consideration on which a charge rests; an NRM referral of an adult
without their consent, and a child who is reported in place of being referred.

It is asked within the transaction of the append, of what the record holds then and of what the append itself says.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import islice

from clewline.access import Group
from clewline.access.happened import HELD_BACK
from clewline.case.mentions import What
from clewline.errors import NotAllowed
from clewline.record import Entry, Facts
from clewline.record.kinds.age_assessed import AgeAssessed
from clewline.record.kinds.batch_reversed import BatchReversed
from clewline.record.kinds.charge import Charge
from clewline.record.kinds.correction import Correction
from clewline.record.kinds.duty_to_notify import DutyToNotify
from clewline.record.kinds.nrm_referral import NrmReferral
from clewline.record.kinds.person import Person
from clewline.record.kinds.section_45_considered import Section45Considered
from clewline.safeguarding import considered, referred
from clewline.safeguarding.considered import Said
from clewline.store import bulk, ledger, mentions, standing
from clewline.store.accounts import log

AT_ONCE = 1000
"""Entries of an append that are looked at together."""
ASKED_OF = (Charge, DutyToNotify, NrmReferral)
"""Kinds of entry of whose person it is asked what the record says."""
_BOTH = (Group.CARE, Group.CASE)


class HeldBack(NotAllowed):
    """An append that is held back; it knows the entry for which."""

    def __init__(self, why: str, entry: Entry) -> None:
        super().__init__(why)
        self.entry = entry


class Watch:
    """Looks at the entries of one append to a case, in their order."""

    def __init__(self, case: str, *, empty: bool = False) -> None:
        # Of an empty case there is nothing to look up.
        self._case, self._empty = case, empty
        self._now: dict[str, Said] = {}
        """What this append says of each person."""
        self._there: dict[str, Sequence[Entry]] = {}
        """What the record holds of those who are asked about in the entries that are looked at together."""
        self._whose: dict[str, str] = {}
        """Of whom each of these is."""
        self._before: dict[str, Said] = {}
        """What they say of each person, without what this append ends."""
        self._ended: set[str] = set()
        """Entries, and batches, that this append corrects, withdraws or reverses."""

    def through(self, entries: Iterable[Entry]) -> Iterator[Entry]:
        """Yield the entries of an append as they come.

        :raises HeldBack: one of them may not be appended, or would take away what a charge rests on.
        """
        waiting = iter(entries)
        while some := list(islice(waiting, AT_ONCE)):
            self.prepare(one.facts for one in some)
            for entry in some:
                if (why := self.objection(entry)) is not None:
                    raise HeldBack(f"{why} Nothing was recorded.", entry)
                self.hear(entry)
                yield entry

    def prepare(self, some: Iterable[Facts]) -> None:
        """Read together what the record says of those who are charged, referred or reported."""
        self._look_up(sorted({one.person for one in some if isinstance(one, ASKED_OF)}))

    def objection(self, entry: Entry) -> str | None:
        """Return why an entry may not be appended; none where it may."""
        found = self.refusal(entry)
        return None if found is None else found[1]

    def refusal(self, entry: Entry) -> tuple[str, str] | None:
        """Return by which rule an entry may not be appended, and why; none where it may."""
        if isinstance(entry.facts, ASKED_OF):
            known = self._known(entry.facts.person, without=entry.corrects)
            if (why := considered.objection(entry, known)) is not None:
                return considered.RULE, why
            return referred.objection(entry, known)
        why = None if self._empty else self._resting(entry)
        return None if why is None else (considered.RULE, why)

    def hear(self, entry: Entry) -> None:
        """Take an entry of the append for true."""
        if (ends := _ended_by(entry)) is not None:
            self._ended.add(ends)
            # What the record says is put together again without it.
            if ends in self._whose:
                self._before.pop(self._whose[ends], None)
            else:
                self._before.clear()
            for known in self._now.values():
                known.unsay(ends)
        if (person := person_of(entry)) is not None:
            self._now.setdefault(person, Said()).hear(entry)

    def _known(self, person: str, *, without: str | None) -> Said:
        """Return what is said of a person, without an entry that is to be replaced."""
        if person not in self._there:
            self._look_up([person])
        if (before := self._before.get(person)) is None:
            before = self._before[person] = considered.said(self._left(self._there[person]))
        if without in self._whose:
            before = considered.said(one for one in self._left(self._there[person]) if one.id != without)
        now = self._now.get(person)
        return before if now is None else before.add(now)

    def _look_up(self, people: Sequence[str]) -> None:
        found = naming(self._case, people) if people and not self._empty else {}
        self._there = {one: found.get(one, ()) for one in people}
        self._whose = {one.id: person for person, some in found.items() for one in some}
        self._before = {}

    def _left(self, some: Iterable[Entry]) -> list[Entry]:
        return [one for one in some if one.id not in self._ended and one.batch not in self._ended]

    def _resting(self, entry: Entry) -> str | None:
        """Return that a charge rests on what an entry takes away."""
        ends = _ended_by(entry)
        for one in _going(entry):
            assert isinstance(one.facts, Section45Considered)
            some = self._left(naming(self._case, [one.facts.person]).get(one.facts.person, ()))
            left = [each for each in some if ends not in (each.id, each.batch)]
            then = [*left, entry] if entry.corrects is not None else left
            for charge in (each for each in left if isinstance(each.facts, Charge)):
                before, after = (considered.said(_as_charged(charge, each)) for each in (some, then))
                if considered.objection(charge, before) is None and considered.objection(charge, after):
                    return (
                        f"The charge {charge.subject} rests on the consideration of section 45 that would be taken "
                        f"away (entry {one.id}). Withdraw the charge first, or record another consideration."
                    )
        return None


def log_held_back(entry: Entry) -> None:
    """Log that somebody tried to record what is held back, by whichever way: by their name and its reference alone."""
    log.append(
        at=entry.recorded_at,
        account=None,
        act=HELD_BACK,
        outcome=log.REFUSED,
        case=entry.case,
        subject=entry.subject,
        said=log.Said(by=entry.recorded_by),
    )


def _as_charged(charge: Entry, some: Iterable[Entry]) -> list[Entry]:
    """Return some entries without the ages that were assessed after a charge: what it rested on it rests on still."""
    return [
        one
        for one in some
        if not (isinstance(one.facts, AgeAssessed) and one.recorded_at > charge.recorded_at)
    ]


def naming(case: str, people: Sequence[str]) -> dict[str, list[Entry]]:
    """Return the standing entries of a case that name some people, by person."""
    mentions.catch_up([case])
    found: dict[str, list[Entry]] = {}
    entries = [entry for _, entry in ledger.numbered(mentions.of_any(case, _BOTH, What.PERSON, people))]
    gone = standing.no_longer(case, entries) if entries else ()
    for entry in entries:
        if entry.id not in gone and (person := person_of(entry)) is not None:
            found.setdefault(person, []).append(entry)
    return found


def person_of(entry: Entry) -> str | None:
    """Return the person whom an entry names."""
    if isinstance(entry.facts, Person):
        return entry.subject
    found: str | None = getattr(entry.facts, "person", None)
    return found


def _ended_by(entry: Entry) -> str | None:
    """Return the id of the entry, or batch, that an entry ends."""
    if isinstance(entry.facts, Correction):
        return entry.facts.withdraws
    return entry.facts.batch if isinstance(entry.facts, BatchReversed) else entry.corrects


def _going(entry: Entry) -> Collection[Entry]:
    """Return the considerations of section 45 that an entry takes away."""
    ends = _ended_by(entry)
    if ends is None or not isinstance(entry.facts, BatchReversed | Correction | Section45Considered):
        return ()
    of_batch = _considered_in(entry.case, ends) if isinstance(entry.facts, BatchReversed) else [ends]
    found = ledger.find(of_batch).values()
    return [one for one in found if isinstance(one.facts, Section45Considered)]


def _considered_in(case: str, batch: str) -> list[str]:
    rows = bulk.few(
        "select entry_id from store_storedentry where case_id = %s and batch = %s and kind = %s",
        [case, batch, "section_45_considered"],
    )
    return [entry_id for (entry_id,) in rows]
