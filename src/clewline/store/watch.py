"""What the ledger holds back, whoever appends and by which way: a charge of somebody who may be a victim, while nobody
considered section 45, and the taking away of a consideration on which a charge rests; an NRM referral of an adult
without their consent, and a child who is reported in place of being referred.

It is asked within the transaction of the append, of what the record holds then and of what the append itself says.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import islice

from clewline.access import Group
from clewline.access.happened import HELD_BACK
from clewline.case.mentions import What
from clewline.errors import NotAllowed
from clewline.record import Entry, Facts
from clewline.record.kinds.charge import Charge
from clewline.record.kinds.duty_to_notify import DutyToNotify
from clewline.record.kinds.nrm_referral import NrmReferral
from clewline.record.kinds.person import Person
from clewline.safeguarding import considered, referred
from clewline.safeguarding.considered import Said
from clewline.store import ledger, mentions, resting, standing
from clewline.store.accounts import log
from clewline.store.mentions import Asked, Range

AT_ONCE = 1000
"""Entries of an append that are looked at together."""
PEOPLE = 100
"""People who are looked up in one statement: SQLite joins no more than 500 parts."""
MOST = 1_000_000
"""Entries of so many people that are read; they have fewer."""
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
        self._before: dict[str, Said] = {}
        """What the record said before of those who are asked about, without what this append ends."""
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
        asked_of = {one.person for one in some if isinstance(one, ASKED_OF)}
        # One by one: a set less the keys of a dict goes through all of them, at each charge of a large file.
        new = sorted(one for one in asked_of if one not in self._before)
        found = {} if self._empty or not new else naming(self._case, new)
        self._before.update((one, considered.said(self._left(found.get(one, ())))) for one in new)

    def objection(self, entry: Entry) -> str | None:
        """Return why an entry may not be appended; none where it may."""
        found = self.refusal(entry)
        return None if found is None else found[1]

    def refusal(self, entry: Entry) -> tuple[str, str] | None:
        """Return by which rule an entry may not be appended, and why; none where it may."""
        if isinstance(entry.facts, ASKED_OF):
            self.prepare([entry.facts])
            person = entry.facts.person
            return _against(entry, self._before[person].add(self._now.get(person, Said())))
        return None if self._empty else self._resting(entry) or self._put_back(entry)

    def hear(self, entry: Entry) -> None:
        """Take an entry of the append for true."""
        if (ends := resting.ended_by(entry)) is not None:
            self._ended.add(ends)
            # What it ends is read again without it, or was said in this append.
            self._before.clear()
            for known in self._now.values():
                known.unsay(ends)
        if (person := person_of(entry)) is not None:
            self._now.setdefault(person, Said()).hear(entry)

    def _left(self, some: Iterable[Entry]) -> list[Entry]:
        return [one for one in some if one.id not in self._ended and one.batch not in self._ended]

    def _resting(self, entry: Entry) -> tuple[str, str] | None:
        """Return that a charge, or the referral of an adult, rests on what an entry takes away; and by which rule."""
        ends = resting.ended_by(entry)
        going: dict[str, Entry] = {}
        for one in resting.going(entry):
            going.setdefault(str(person_of(one)), one)
        there = naming(self._case, sorted(going)) if going else {}
        for person, one in going.items():
            some = self._left(there.get(person, ()))
            left = [each for each in some if ends not in (each.id, each.batch)]
            then = [*left, *(each for each in resting.instead(entry, one) if person_of(each) == person)]
            for made in (each for each in left if isinstance(each.facts, Charge | NrmReferral)):
                before, after = (considered.said(resting.as_made(made, each)) for each in (some, then))
                if _against(made, before) is None and (found := _against(made, after)) is not None:
                    return found[0], resting.rests(made, one)
        return None

    def _put_back(self, entry: Entry) -> tuple[str, str] | None:
        """Return why a charge, referral or report that was withdrawn does not come back: as a new one is asked."""
        for one in resting.put_back(entry):
            if isinstance(one.facts, ASKED_OF):
                known = self._left(naming(self._case, [one.facts.person]).get(one.facts.person, ()))
                return _against(one, considered.said(known))
        return None


def _against(entry: Entry, known: Said) -> tuple[str, str] | None:
    """Return by which rule a charge, referral or report is not recorded, and why, by what is known of the person."""
    if (why := considered.objection(entry, known)) is not None:
        return considered.RULE, why
    return referred.objection(entry, known)


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


def naming(case: str, people: Sequence[str]) -> dict[str, list[Entry]]:
    """Return the standing entries of a case that name some people, by person."""
    mentions.catch_up([case])
    found: dict[str, list[Entry]] = {}
    for i in range(0, len(people), PEOPLE):
        some = [Range(What.PERSON, one) for one in people[i : i + PEOPLE]]
        rows = mentions.find(case, _BOTH, Asked(any_of=[[some]]), after=(date.min, 0), most=MOST)
        entries = [entry for _, entry in ledger.numbered([seq for _, seq in rows])]
        gone = standing.no_longer(case, entries)
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
