"""Pairs of phones whose truth is known, with the hops of each: what a model is fitted on."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from clewline.errors import BadInput
from clewline.evidence.outcome import COTRAVEL
from clewline.evidence.travel.hops import Hops
from clewline.evidence.travel.places import F64, I64, Bools

FOLDS = 4
"""Parts that the people are dealt to; a pair is tested by what saw neither of its people's parts."""
FEWEST_PEOPLE = 3 * FOLDS
HARD = {"nearby": 0.6, "habit": 0.4}
"""Kinds of different-person pairs that are hard, and how their weight is shared between them."""
HARD_SHARE = 0.24
"""Share of the different-person weight that the hard kinds have together, however few their pairs."""


@dataclass(frozen=True, kw_only=True)
class Labelled:
    """One value a pair, but for the hops."""

    hops: Hops
    same: Bools
    kind: NDArray[np.str_]
    first: I64
    """Number of the first phone's person."""
    second: I64
    rate: NDArray[np.str_]
    """How busy the phones were; groups of it weigh alike."""

    def __post_init__(self) -> None:
        check_people(self.people)
        if not (self.same & self.known).any() or not (~self.same & self.known).any():
            raise BadInput("A fit needs pairs of both truths: same and different.")

    def __len__(self) -> int:
        return len(self.same)

    @property
    def known(self) -> Bools:
        """Return which pairs have a known carrier: those of people who travelled together have none."""
        told: Bools = self.kind != COTRAVEL
        return told

    @property
    def people(self) -> int:
        return len(np.unique(np.r_[self.first, self.second]))

    def companions(self) -> int:
        """Return how many pairs of people are known to have travelled together."""
        some = ~self.known
        pairs = {(min(a, b), max(a, b)) for a, b in zip(self.first[some], self.second[some], strict=True)}
        return len(pairs)

    def weights(self, train: Bools) -> F64:
        """Return what each pair weighs in a fit; 0 outside `train`, 1 on average inside.

        Rates weigh alike, and so do the two truths within each. Of the different people, the hard kinds have a share
        of their own, so that many easy pairs cannot drown them.
        """
        weight = np.zeros(len(self))
        for rate in np.unique(self.rate[train]):
            inside = train & (self.rate == rate)
            for some, part in self._shares(inside):
                weight[some] = part / some.sum()
        total: F64 = weight * train.sum() / weight.sum()
        return total

    def _shares(self, inside: Bools) -> list[tuple[Bools, float]]:
        different = inside & ~self.same
        hard = {kind: different & (self.kind == kind) for kind in HARD}
        easy = different & ~np.isin(self.kind, list(HARD))
        parts = [(some, HARD_SHARE * HARD[kind]) for kind, some in hard.items() if some.any()]
        whole = sum(part for _, part in parts)
        if whole and easy.any():
            parts = [(some, part / whole * HARD_SHARE) for some, part in parts]
            parts.append((easy, 1 - HARD_SHARE))
        elif whole:
            parts = [(some, part / whole) for some, part in parts]
        elif easy.any():
            parts = [(easy, 1.0)]
        parts = [(some, part / 2) for some, part in parts]
        good = inside & self.same
        return [*parts, (good, 0.5)] if good.any() else parts


def check_people(many: int) -> None:
    """Refuse too few people.

    :raises BadInput: a fit of one part of them could not be tested on the others.
    """
    if many < FEWEST_PEOPLE:
        raise BadInput(
            f"There are pairs of {many} people; a fit that keeps people apart needs {FEWEST_PEOPLE}."
        )
