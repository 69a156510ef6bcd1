"""What ends another entry: whether others rest on it, and what would stand, or stand again, without it."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from clewline.case.known import closing
from clewline.record import Entry
from clewline.record.kinds.age_assessed import AgeAssessed
from clewline.record.kinds.batch_reversed import BatchReversed
from clewline.record.kinds.consent import Consent
from clewline.record.kinds.correction import Correction
from clewline.record.kinds.person import Person
from clewline.record.kinds.section_45_considered import Section45Considered
from clewline.store import bulk, ledger, mentions, standing
from clewline.store.naming import ever_naming, person_of
from clewline.store.resting import ASKED_OF, RESTED_ON, not_again, rested_on, taken_from

AT_ONCE = 1000
"""Entries of an append, or people, that are looked at together."""
_OPEN = (Section45Considered, Consent, AgeAssessed, Person)
"""Kinds of entry that can make it possible to record another."""


def ended_by(entry: Entry) -> str | None:
    """Return the id of the entry, or batch, that an entry ends."""
    if isinstance(entry.facts, Correction):
        return entry.facts.withdraws
    return entry.facts.batch if isinstance(entry.facts, BatchReversed) else entry.corrects


def runs(case: str, entries: Iterable[Entry], *, empty: bool) -> Iterator[tuple[int, Sequence[Entry]]]:
    """Yield the entries of an append in runs, each with the number of the part that it belongs to. A part of an odd
    number is one entry: of it, it is to be asked what the record says with all before it written.
    """
    part, waiting, unmet = 0, iter(entries), set[str]()
    while some := list(islice(waiting, AT_ONCE)):
        alone = _alone(case, some, unmet, empty=empty)
        run: list[Entry] = []
        for entry in some:
            if entry.id not in alone:
                run.append(entry)
                continue
            if run:
                yield part, run
            yield part + 1, [entry]
            part, run = part + 2, []
        if run:
            yield part, run


def _alone(case: str, some: Sequence[Entry], unmet: set[str], *, empty: bool) -> set[str]:
    """Return the ids of the entries that end what others may rest on, bring back what was ended, or end what the same
    append says; and of those that were ended before they came. `unmet` is what this append ends that was not there.
    """
    ends = {one.id: end for one in some if (end := ended_by(one)) is not None}
    there = _recorded(case, sorted(set(ends.values()))) if ends and not empty else {}
    unmet.update(end for end in ends.values() if end not in there)
    found = {one.id for one in some if one.id in ends and _weighs(one, there.get(ends[one.id]))}
    if early := unmet if empty or len(some) == 1 else unmet | _ended_before(case, some):
        found.update(one.id for one in some if one.id in early or one.batch in early)
    return found


def _weighs(entry: Entry, ended: tuple[str, str | None] | None) -> bool:
    """Return whether an entry ends more than itself; `ended` is the kind of what it ends, and what that corrects."""
    if ended is None or ended[0] in RESTED_ON or isinstance(entry.facts, BatchReversed):
        return True
    return isinstance(entry.facts, Correction) and (ended[0] == "correction" or ended[1] is not None)


def _recorded(case: str, ids: Sequence[str]) -> dict[str, tuple[str, str | None]]:
    """Return kind of, and what is corrected by, entries that were in the record when its index was brought up to date:
    before this part of the append.
    """
    # By the ids alone: SQLite would else walk over the whole case.
    rows = bulk.few(
        f"select entry_id, kind, corrects from store_storedentry where entry_id in ({', '.join(['%s'] * len(ids))}) "
        "and case_id || '' = %s and seq + 0 <= (select seq from store_mentionhead where case_id = %s)",
        [*ids, case, case],
    )
    return {entry_id: (kind, corrects) for entry_id, kind, corrects in rows}


def _ended_before(case: str, some: Sequence[Entry]) -> set[str]:
    """Return what was ended before it came: of batches, and of the entries that open a way."""
    ids = {one.batch for one in some if one.batch is not None}
    ids.update(one.id for one in some if isinstance(one.facts, _OPEN))
    later = ledger.numbered(mentions.ending(case, sorted(ids)))
    return {one.closes for _, entry in later for one in closing(entry)}


def taken_away(entry: Entry) -> tuple[str, str] | None:
    """Return for which rule an entry may not end what it ends, and why; none where it may.

    Something rests on that, or what was ended stands again and may not be recorded now. All that was said before is in
    the record.
    """
    people = sorted(_concerned(entry))
    for i in range(0, len(people), AT_ONCE):
        found = ever_naming(entry.case, people[i : i + AT_ONCE])
        every = [one for some in found.values() for one in some]
        gone = standing.no_longer(entry.case, every)
        then = standing.no_longer(entry.case, every, also=list(closing(entry)))
        for person, some in found.items():
            before = [one for one in some if one.id not in gone]
            after = [one for one in some if one.id not in then]
            why = _of_person(before, after, [entry] if person_of(entry) == person else [])
            if why is not None:
                return why
    return None


def _of_person(
    before: Sequence[Entry], after: Sequence[Entry], said: Sequence[Entry]
) -> tuple[str, str] | None:
    """Return what stands against it that of a person `after` stands and no longer `before`, and what is `said`."""
    stood, stands = {one.id for one in before}, {one.id for one in after}
    going = [one for one in before if one.id not in stands and rested_on(one)]
    for one in (one for one in after if isinstance(one.facts, ASKED_OF)):
        if one.id not in stood:
            found = not_again(one, [*after, *said])
        else:
            found = taken_from(one, going, before, [*after, *said])
        if found is not None:
            return found
    return None


def _concerned(entry: Entry) -> set[str]:
    """Return the people of whom an entry may take away what others rest on, or bring back what was ended."""
    people, done = set[str](), set[str]()
    ends = ended_by(entry)
    asked = set() if ends is None else {ends}
    if isinstance(entry.facts, BatchReversed):
        asked = set(_ending_more_of(entry.case, entry.facts.batch))
    while asked:
        done |= asked
        some = ledger.find(sorted(asked)).values()
        matter = (one for one in some if rested_on(one) or isinstance(one.facts, ASKED_OF))
        people.update(person for one in matter if (person := person_of(one)) is not None)
        asked = {each.closes for one in some for each in closing(one)} - done
    return people


def _ending_more_of(case: str, batch: str) -> list[str]:
    """Return the ids of the entries of a batch on which others may rest, and of those that end others."""
    marks = ", ".join(["%s"] * (len(RESTED_ON) + 1))
    rows = bulk.few(
        "select entry_id from store_storedentry where case_id = %s and batch = %s "
        f"and (kind in ({marks}) or corrects is not null)",
        [case, batch, "correction", *RESTED_ON],
    )
    return [entry_id for (entry_id,) in rows]
