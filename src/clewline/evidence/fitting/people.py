"""People are what a fit is of: nobody is on both sides of it, and its uncertainty draws other people, not pairs."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np

from clewline.errors import BadInput
from clewline.evidence.scores import Bools
from clewline.evidence.use import Floats, Ints

FOLDS = 4
"""Parts that the people are dealt to where a fit says no other number."""
FEWEST_PEOPLE = 3 * FOLDS


@dataclass(frozen=True, kw_only=True)
class Pairing:
    """Which two people each pair is of; their numbers go from 0, and one person's pair has the number twice."""

    one: Ints
    other: Ints
    people: int

    def folds(self, chance: np.random.Generator, many: int = FOLDS) -> Iterator[tuple[Bools, Bools]]:
        """Yield for every two of the folds of people, and for each, which pairs to fit on and which to test.

        Each pair is tested once: where its two people are in the two folds, or both in the one.
        """
        fold = np.empty(self.people, np.int64)
        fold[chance.permutation(self.people)] = np.arange(self.people) % many
        one, other = fold[self.one], fold[self.other]
        low, high = np.minimum(one, other), np.maximum(one, other)
        for a in range(many):
            for b in range(a, many):
                yield ~np.isin(one, (a, b)) & ~np.isin(other, (a, b)), (low == a) & (high == b)

    def drawn(self, chance: np.random.Generator, times: int) -> Iterator[Floats]:
        """Yield how often each pair counts where as many people as there are were drawn with replacement.

        As often as its two people were drawn, the one times the other; one person's pair as often as that person.
        """
        alike = np.full(self.people, 1 / self.people)
        for _ in range(times):
            drawn = chance.multinomial(self.people, alike)
            one, other = drawn[self.one], drawn[self.other]
            yield np.where(self.one == self.other, one, one * other).astype(np.float64)


def pairing(people: Iterable[tuple[str, str]]) -> Pairing:
    """Return who is in each pair; people are numbered by their names."""
    names = np.array(list(people), np.str_).reshape(-1, 2)
    known, number = np.unique(names, return_inverse=True)
    number = number.reshape(-1, 2)
    return Pairing(one=number[:, 0], other=number[:, 1], people=len(known))


def check_people(many: int) -> None:
    """Refuse too few people.

    :raises BadInput: a fit of one part of them could not be tested on the others.
    """
    if many < FEWEST_PEOPLE:
        raise BadInput(
            f"There are pairs of {many} people; a fit that keeps people apart needs {FEWEST_PEOPLE}."
        )
