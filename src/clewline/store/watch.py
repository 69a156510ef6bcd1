"""What the ledger holds back, whoever appends and by which way: a charge of somebody who may be a victim, while nobody
considered section 45; an NRM referral of an adult without their consent; a child who is reported in place of being
referred; and the taking away of what one of these rests on.

It is asked within the transaction of the append, of what the record holds then and of what the append itself says.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from operator import itemgetter

from clewline.access.happened import HELD_BACK
from clewline.errors import NotAllowed
from clewline.record import Entry, Facts
from clewline.safeguarding import considered
from clewline.safeguarding.considered import Said
from clewline.store import ending, mentions
from clewline.store.accounts import log
from clewline.store.ending import ended_by, taken_away
from clewline.store.naming import naming, person_of
from clewline.store.resting import ASKED_OF, against

_NOTHING = Said()
"""What is said of somebody of whom nothing is; nobody adds to it."""


class HeldBack(NotAllowed):
    """An append that is held back; it knows the entry for which."""

    def __init__(self, why: str, entry: Entry) -> None:
        super().__init__(why)
        self.entry = entry


class Watch:
    """Looks at entries that are to be appended to a case, in their order; none of them ends another, nor a batch."""

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
        """Entries of the record that this append corrects or withdraws."""

    def through(self, runs: Iterable[Sequence[Entry]], *, alone: bool) -> Iterator[Entry]:
        """Yield the entries of a part of an append as they come; `alone` where it is one that ends more than itself.

        :raises HeldBack: one of them may not be appended, or would take away what a charge rests on.
        """
        for some in runs:
            self.prepare(one.facts for one in some)
            for entry in some:
                found = self.refusal(entry)
                if found is None and alone:
                    found = taken_away(entry)
                if found is not None:
                    raise HeldBack(f"{found[1]} Nothing was recorded.", entry)
                self.hear(entry)
                yield entry

    def prepare(self, some: Iterable[Facts]) -> None:
        """Read together what the record says of those who are charged, referred or reported."""
        self._look_up(sorted({one.person for one in some if isinstance(one, ASKED_OF)}))

    def refusal(self, entry: Entry) -> tuple[str, str] | None:
        """Return by which rule an entry may not be appended, and why; none where it may."""
        if not isinstance(entry.facts, ASKED_OF):
            return None
        return against(entry, self._known(entry.facts.person, without=entry.corrects))

    def hear(self, entry: Entry) -> None:
        """Take an entry of the append for true."""
        if (ends := ended_by(entry)) is not None:
            self._ended.add(ends)
            # What the record says is put together again without it.
            self._before.pop(self._whose.get(ends, ""), None)
        if (person := person_of(entry)) is not None:
            if (now := self._now.get(person)) is None:
                now = self._now[person] = Said()
            now.hear(entry)

    def _known(self, person: str, *, without: str | None) -> Said:
        """Return what is said of a person, without an entry that is to be replaced."""
        if person not in self._there:
            self._look_up([person])
        now = self._now.get(person, _NOTHING)
        if not (there := self._there[person]):
            return now
        if (before := self._before.get(person)) is None:
            before = self._before[person] = considered.said(self._left(there))
        if without in self._whose:
            before = considered.said(one for one in self._left(there) if one.id != without)
        return before.add(now)

    def _look_up(self, people: Sequence[str]) -> None:
        found = naming(self._case, people) if people and not self._empty else {}
        self._there = {one: found.get(one, ()) for one in people}
        self._whose = {one.id: person for person, some in found.items() for one in some}
        self._before = {}

    def _left(self, some: Iterable[Entry]) -> list[Entry]:
        return [one for one in some if one.id not in self._ended]


def refusal(entry: Entry) -> tuple[str, str] | None:
    """Return by which rule the ledger would hold an entry back that is appended by itself, and why; none where it would
    take it.
    """
    return Watch(entry.case).refusal(entry) or taken_away(entry)


def parts(case: str, entries: Iterable[Entry], *, empty: bool) -> Iterator[Iterator[Entry]]:
    """Yield the entries of an append in parts, each of which is to be written before the next is asked for.

    An entry that takes something away, or ends what the same append says, is looked at with all before it written.

    :raises HeldBack: as a part is gone through: one of its entries may not be appended.
    """
    for number, some in groupby(ending.runs(case, entries, empty=empty), key=itemgetter(0)):
        if number:
            mentions.catch_up([case])
        looks = Watch(case, empty=empty and not number)
        yield looks.through((run for _, run in some), alone=number % 2 == 1)


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
