"""Whether what a row of a file says was shared rests on a basis, as what is shared on the page of a referral does."""

from collections import defaultdict
from collections.abc import Iterable

from clewline.record import Entry, Facts
from clewline.record.kinds.age_assessed import AgeAssessed
from clewline.record.kinds.consent import Consent
from clewline.record.kinds.information_shared import InformationShared
from clewline.record.kinds.person import Person
from clewline.safeguarding import sharing
from clewline.store.naming import naming, person_of

_HEARD = Consent | Person | AgeAssessed
"""Kinds by which rows of the same file say on what basis something may be shared."""


class SharedRows:
    """Looks at what the rows of one file say was shared, in their order. Other rows cost it next to nothing."""

    def __init__(self, case: str, *, empty: bool) -> None:
        # Of an empty case there is nothing to look up.
        self._case, self._empty = case, empty
        self._there: dict[str, list[Entry]] = {}
        """What the case holds of each of whom something was shared."""
        self._now: dict[str, list[Entry]] = defaultdict(list)
        """What the file says of each person."""
        self._replaced: set[str] = set()

    def prepare(self, some: Iterable[Facts]) -> None:
        """Read together what the case holds of those of whom something was shared."""
        new = {one.person for one in some if isinstance(one, InformationShared)} - self._there.keys()
        if new:
            found = {} if self._empty else naming(self._case, sorted(new))
            self._there.update((one, found.get(one, [])) for one in new)

    def refusal(self, entry: Entry) -> tuple[str, str] | None:
        """Return by which rule an entry is not taken, and why; none where it may be."""
        if not isinstance(entry.facts, InformationShared):
            return None
        self.prepare([entry.facts])
        person = entry.facts.person
        there = [one for one in self._there[person] if one.id not in self._replaced]
        why = sharing.objection(entry, [*there, *self._now.get(person, ())])
        return None if why is None else (sharing.RULE, why)

    def hear(self, entry: Entry) -> None:
        """Take an entry of the file for true."""
        if entry.corrects is not None:
            self._replaced.add(entry.corrects)
        if isinstance(entry.facts, _HEARD):
            self._now[str(person_of(entry))].append(entry)
