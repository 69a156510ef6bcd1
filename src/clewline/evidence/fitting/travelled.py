"""Pairs of phones whose truth is known, with the hops of each: what a model of co-travel is fitted on."""

from collections.abc import Sequence
from dataclasses import dataclass, fields
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from clewline.evidence.fitting.labelled import Answer, paired
from clewline.evidence.fitting.people import Pairing
from clewline.evidence.travel.hops import Hops
from clewline.evidence.travel.places import F64, Bools

HARD = {"nearby": 0.6, "habit": 0.4}
"""Kinds of different-person pairs that are hard, and how their weight is shared between them."""
HARD_SHARE = 0.24
"""Share of the different-person weight that the hard kinds have together, however few their pairs."""
MADE_UP_SHARE = 0.35
"""Share of the whole weight that made-up pairs have together, however many they are: the others are what happened."""
RATE = "rate"


@dataclass(frozen=True, kw_only=True)
class Travelled:
    """Answers in the order of the pairs that the hops name."""

    answers: Sequence[Answer]
    hops: Hops
    files: Sequence[int] = ()
    """Which records each pair is of, where they are of several; other records may deal the same people's days again."""
    made_up: int = 0
    """So many of the last pairs are made up."""

    def __len__(self) -> int:
        return len(self.answers)

    @cached_property
    def people(self) -> Pairing:
        """Who is in each pair."""
        return paired(self.answers)

    @cached_property
    def same(self) -> Bools:
        """Whether one person carried both phones."""
        return np.array([a.same for a in self.answers], np.bool_)

    @cached_property
    def kind(self) -> NDArray[np.str_]:
        """The kind of each pair."""
        return np.array([a.kind for a in self.answers], np.str_)

    @cached_property
    def known(self) -> Bools:
        """Which pairs have a known carrier: those of people who travelled together have none."""
        return np.array([a.known for a in self.answers], np.bool_)

    @cached_property
    def real(self) -> Bools:
        """Which pairs are not made up."""
        return np.arange(len(self)) < len(self) - self.made_up

    @cached_property
    def rate(self) -> NDArray[np.str_]:
        """How busy the phones were, of pairs that say so."""
        return np.array([a.columns.get(RATE, "") for a in self.answers], np.str_)

    def companions(self) -> int:
        """Return how many pairs of people are known to have travelled together."""
        return len({frozenset((a.person_a, a.person_b)) for a in self.answers if not a.known})

    def telling(self) -> Bools:
        """Return the pairs that bounds are set by: of the commonest rate, in the records that have most of them.

        One person's pairs at several rates, or dealt again in further records, are no further data.
        """
        some = self.known & self.real
        some &= self.rate == _most(self.rate[some])
        if len(self.files):
            files = np.array([*self.files, *[-1] * self.made_up])
            some &= files == _most(files[some])
        return some

    def weights(self, train: Bools) -> F64:
        """Return what each pair weighs in a fit; 0 outside `train`, 1 on average inside.

        A rate weighs as its pairs do, and both truths within it alike. Of the different people, the hard kinds have a
        share of their own, so that many easy pairs cannot drown them. So have made-up pairs of the whole.
        """
        weight = np.zeros(len(self))
        real, made = train & self.real, train & ~self.real
        share = MADE_UP_SHARE if made.any() else 0.0
        rates = [real & (self.rate == rate) for rate in np.unique(self.rate[real])]
        groups = [(some, (1 - share) * some.sum() / real.sum()) for some in rates]
        for inside, whole in [*groups, (made, share)]:
            for some, part in self._shares(inside):
                weight[some] = whole * part / some.sum()
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


def joined(hops: Sequence[Hops], pairs: Sequence[int]) -> Hops:
    """Return the hops of several records as one's: `pairs` is how many each has.

    Pairs and episodes are numbered on; the rows are those of each one's own time lines.
    """
    episodes = [int(h.episode.max(initial=-1)) + 1 for h in hops]
    moved = {"pair": np.cumsum([0, *pairs]), "episode": np.cumsum([0, *episodes])}
    columns = {
        f.name: np.concatenate(
            [getattr(h, f.name) + (moved[f.name][k] if f.name in moved else 0) for k, h in enumerate(hops)]
        )
        for f in fields(Hops)
    }
    return Hops(**columns)


def _most(of: NDArray[np.generic]) -> np.generic:
    """Return the commonest value; of several, the first in their order."""
    values, many = np.unique(of, return_counts=True)
    found: np.generic = values[np.argmax(many)]
    return found
