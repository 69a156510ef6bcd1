"""Which other phones tell how rare a place or a contact is, where it is known whose each phone is.

In a file of labelled pairs one person has many phones, as in no case: that person's places would look common. So one
phone of each other person is drawn for each pair, neither person of which is among them. A fit, its cross-validation
and a validation all do so, and so state one quantity: what a pair's ratio is worth beside that many other people.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from clewline.evidence.fitting.labelled import Labelled


@dataclass(frozen=True, kw_only=True)
class Phones:
    """Of each case, which of its phones are each person's."""

    of: Mapping[int, Mapping[str, Sequence[int]]]

    def drawn(self, pair: Labelled, people: Sequence[str], chance: np.random.Generator) -> tuple[int, ...]:
        """Return one phone of each of the people who have one in the pair's case, but for the pair's own people."""
        theirs = self.of[id(pair.question.case)]
        return tuple(
            theirs[person][int(chance.integers(len(theirs[person])))]
            for person in people
            if person in theirs and person not in (pair.person_a, pair.person_b)
        )


def phones_of(pairs: Sequence[Labelled]) -> Phones:
    """Return whose the phones of the pairs are."""
    found: dict[int, dict[str, list[int]]] = {}
    at = {id(p.question.case): {name: i for i, name in enumerate(p.question.case.phones)} for p in pairs}
    for p in pairs:
        case = id(p.question.case)
        for person, uses in ((p.person_a, p.question.first), (p.person_b, p.question.second)):
            found.setdefault(case, {}).setdefault(person, []).append(at[case][uses.name])
    return Phones(of=found)
