"""Fit what usual places weigh: a logistic model of three features without an intercept, for each second proposition.

The phones that tell how rare a place is are one of each other person (`reference.py`); where a model is fitted to test
it on others, one of each person whom it may see.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from clewline.evidence.alike import Compared, brought, compared
from clewline.evidence.fitting.labelled import Labelled, paired, people_of
from clewline.evidence.fitting.logistic import logistic
from clewline.evidence.fitting.reference import Phones, phones_of
from clewline.evidence.fitting.scored import Fitted, cross_validated, within
from clewline.evidence.scores import Bools
from clewline.evidence.types.usual_places import FEWEST_DAYS
from clewline.evidence.use import Floats, Ints

VERSION = "usual places 1"
RESAMPLES = 200
SHRINK = 2e-4


@dataclass(frozen=True)
class _Pairs:
    """The pairs with their parts of days."""

    known: Sequence[Labelled]
    both: Sequence[Compared]
    phones: Phones

    def features(self, which: Ints, people: Sequence[str], rng: np.random.Generator) -> Floats:
        """Return the features of some pairs, beside one phone of each of the people who are in neither."""
        found = np.zeros((len(which), 3))
        for row, at in enumerate(which.tolist()):
            both = self.both[at]
            chosen = self.phones.drawn(self.known[at], people, rng)
            if both.days:
                alike = both.alike(np.array(chosen, np.int64))
                found[row] = sum(brought(a, both.sure).sum(axis=0) for a in alike)
        return found


def fit(pairs: Sequence[Labelled], rng: np.random.Generator) -> Fitted:
    """Return the model fitted on all pairs of known carrier, and its scores on people unseen.

    Hours are those of each question's own clocks.

    :raises BadInput: there are no pairs of the one truth or of the other.
    """
    known = [p for p in pairs if p.known]
    made = _Pairs(known, [compared(p.question) for p in known], phones_of(known))
    everybody = people_of(known)
    same, near = np.array([p.same for p in known]), np.array([p.close for p in known])
    days = np.array([b.days for b in made.both])
    of = {"unrelated": np.ones(len(known), bool)}
    if (near & ~same & (days >= FEWEST_DAYS)).any():
        of["neighbours"] = near

    def judge(train: Bools, test: Bools) -> dict[str, Floats]:
        people = people_of([p for p, t in zip(known, train, strict=True) if t])
        seen = made.features(np.flatnonzero(train), people, rng)
        asked = made.features(np.flatnonzero(test), everybody, rng)
        said = {kind: _judged(seen[which[train]], same[train & which], asked) for kind, which in of.items()}
        return {kind: np.where(days[test] >= FEWEST_DAYS, v, np.nan) for kind, v in said.items()}

    said = cross_validated(paired(known), judge, rng)
    x = made.features(np.arange(len(known)), everybody, rng)
    model: dict[str, Any] = {"version": VERSION}
    told = {kind: within(known, said[kind], days.tolist(), close=kind == "neighbours") for kind in of}
    for kind, which in of.items():
        use = np.flatnonzero(which & (days >= FEWEST_DAYS))
        least, most = told[kind][0]
        model[kind] = _fitted(x[use], [known[i] for i in use], rng) | {"lower": least, "upper": most}
    return Fitted(
        parameters=model,
        outcomes=told["unrelated"][1],
        against=told["neighbours"][1] if "neighbours" in told else (),
        bounds=told["unrelated"][0],
        people=len(everybody),
        pairs=len(known),
    )


def _judged(seen: Floats, same: Bools, asked: Floats) -> Floats:
    """Return the log10 LR of the tested pairs; 0 where nothing is known of such pairs without the tested people."""
    if len(np.unique(same)) < 2:
        return np.zeros(len(asked))
    found: Floats = asked @ coefficients(seen, same, np.ones(len(same)))
    return found


def _fitted(x: Floats, pairs: Sequence[Labelled], rng: np.random.Generator) -> dict[str, Any]:
    same = np.array([p.same for p in pairs])
    drawn = paired(pairs).drawn(rng, RESAMPLES)
    again = [coefficients(x, same, w) for w in drawn if w[same].any() and w[~same].any()]
    spread = np.cov(np.array(again).T) if len(again) > 1 else np.zeros((3, 3))
    return {
        "coefficients": [round(float(v), 4) for v in coefficients(x, same, np.ones(len(same)))],
        "covariance": [[round(float(v), 5) for v in row] for row in spread],
    }


def coefficients(x: Floats, same: Bools, weight: Floats) -> Floats:
    """Return the coefficients, in log10, where both truths count alike; none below 0.

    :raises BadInput: there are no pairs of the one truth or of the other.
    """
    total = np.where(same, weight[same].sum(), weight[~same].sum())
    each = weight / np.maximum(total, 1e-300) / 2
    return logistic(x, same, each, shrink=np.full(x.shape[1], 2 * SHRINK), least=0.0)
