"""What became of the people safeguarded in a period: who has what recorded since, and who has nothing."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from clewline.figures.counted import Row

SINCE = ("referral", "accepted", "help", "nrm", "status", "outcome")
"""What can be recorded of a person since, in the order in which it is told: values of a dimension of the figure
`safeguarded_since`."""
ALL, NOTHING = "all", "nothing"
"""Everybody safeguarded, and those of whom none of these is recorded since."""


@dataclass(frozen=True, kw_only=True)
class Outcomes:
    """The people safeguarded in a period, and the entries that say what is recorded of each since."""

    helped: Mapping[str, tuple[str, ...]]
    """Each person with the entries by which they are counted as safeguarded."""
    since: Mapping[str, Mapping[str, tuple[str, ...]]]
    """What is recorded, the people of whom it is, and the entries that say so."""

    @cached_property
    def nothing(self) -> tuple[str, ...]:
        """The people of whom nothing is recorded since, in order."""
        some = set[str]().union(*self.since.values())
        return tuple(one for one in self.helped if one not in some)

    def people(self, what: str) -> tuple[str, ...]:
        """Return the people of whom that is recorded since, in order."""
        if what == ALL:
            return tuple(self.helped)
        return self.nothing if what == NOTHING else tuple(self.since.get(what, ()))

    def behind(self, person: str, what: str) -> tuple[str, ...]:
        """Return the entries behind a person's place: that they were safeguarded, and what is recorded since."""
        since = self.since.get(what, {}).get(person, ())
        return tuple(dict.fromkeys((*self.helped[person], *since)))


def outcomes_of(helped: Iterable[Row], since: Iterable[Row]) -> Outcomes:
    """Return what became of the people safeguarded, from the rows of `people_safeguarded` and `safeguarded_since`."""
    people: dict[str, list[str]] = {}
    for row in helped:
        people.setdefault(row.unit, []).append(row.entry_id)
    later: dict[str, dict[str, list[str]]] = {name: {} for name in SINCE}
    for row in since:
        # Each such row rests on the entry that says what is since.
        later[row.dimensions["since"] or ""].setdefault(row.unit, []).append(row.supporting or row.entry_id)
    return Outcomes(
        helped={one: _once(people[one]) for one in sorted(people)},
        since={name: {one: _once(some[one]) for one in sorted(some)} for name, some in later.items()},
    )


def _once(ids: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(set(ids)))
