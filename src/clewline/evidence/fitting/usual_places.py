"""Fit what usual places weigh: a logistic model of three features without an intercept, for each second proposition.

The phones that tell how rare a place is are one of each other person of the fit, drawn anew for each pair: neither
person of the pair is among them, nor, where a pair is tested, anybody of the tested folds.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from scipy.optimize import minimize

from clewline.errors import BadInput
from clewline.evidence.alike import Compared, brought, compared
from clewline.evidence.clock import BRITISH
from clewline.evidence.fitting.labelled import NEARBY, Bools, Fitted, Labelled, bounds, folds, people_of
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
    phones: Mapping[int, Mapping[str, Sequence[int]]]
    """Of each case, which of its phones are each person's."""

    def features(self, which: Ints, people: Sequence[str], rng: np.random.Generator) -> Floats:
        """Return the features of some pairs, beside one phone of each of the people who are in neither."""
        found = np.zeros((len(which), 3))
        for row, at in enumerate(which.tolist()):
            pair, both = self.known[at], self.both[at]
            of = self.phones[id(pair.question.case)]
            chosen = [
                of[p][int(rng.integers(len(of[p])))]
                for p in people
                if p in of and p not in (pair.person_a, pair.person_b)
            ]
            if both.days:
                alike = both.alike(np.array(chosen, np.int64))
                found[row] = sum(brought(a, both.sure).sum(axis=0) for a in alike)
        return found


def fit(pairs: Sequence[Labelled], rng: np.random.Generator, *, zone: str = BRITISH) -> Fitted:
    """Return the model fitted on all pairs of known carrier, and its scores on people unseen.

    `zone` is of the clocks that the people of the pairs lived by.

    :raises BadInput: there are no pairs of the one truth or of the other.
    """
    known = [p for p in pairs if p.known]
    made = _Pairs(known, [compared(p.question, zone) for p in known], _phones(known))
    same = np.array([p.same for p in known], bool)
    near = same | np.array([p.kind == NEARBY for p in known], bool)
    days = np.array([b.days for b in made.both])
    of = {"unrelated": np.ones(len(known), bool)}
    if (near & ~same & (days >= FEWEST_DAYS)).any():
        of["neighbours"] = near
    said = {kind: np.zeros(len(known)) for kind in of}
    for train, test in folds(known, rng, 4):
        people = people_of([p for p, t in zip(known, train, strict=True) if t])
        seen, asked = (made.features(np.flatnonzero(which), people, rng) for which in (train, test))
        for kind, which in of.items():
            use = which[train]
            if len(np.unique(same[train][use])) < 2:
                continue  # nothing is known of such pairs without the tested people: a ratio of 1
            said[kind][test] = asked @ coefficients(seen[use], same[train][use], np.ones(int(use.sum())))
    x = made.features(np.arange(len(known)), people_of(known), rng)
    model: dict[str, Any] = {"version": VERSION, "zone": BRITISH}
    outcomes = {}
    for kind, which in of.items():
        use = np.flatnonzero(which & (days >= FEWEST_DAYS))
        some = [known[i] for i in use]
        fitted = _fitted(x[use], some, rng)
        least, most = bounds(said[kind][use], some)
        model[kind] = fitted | {"lower": least, "upper": most}
        outcomes[kind] = tuple(
            known[i].outcome(
                float(np.clip(said[kind][i], least, most)) if days[i] >= FEWEST_DAYS else None, int(days[i])
            )
            for i in np.flatnonzero(which).tolist()
        )
    return Fitted(
        parameters=model,
        outcomes=outcomes["unrelated"],
        against=outcomes.get("neighbours", ()),
        bounds=(model["unrelated"]["lower"], model["unrelated"]["upper"]),
        people=len(people_of(known)),
        pairs=len(known),
    )


def _phones(known: Sequence[Labelled]) -> dict[int, dict[str, list[int]]]:
    found: dict[int, dict[str, list[int]]] = {}
    at = {id(p.question.case): {name: i for i, name in enumerate(p.question.case.phones)} for p in known}
    for p in known:
        case = id(p.question.case)
        for person, uses in ((p.person_a, p.question.first), (p.person_b, p.question.second)):
            found.setdefault(case, {}).setdefault(person, []).append(at[case][uses.name])
    return found


def _fitted(x: Floats, pairs: Sequence[Labelled], rng: np.random.Generator) -> dict[str, Any]:
    same = np.array([p.same for p in pairs])
    names = people_of(pairs)
    again = []
    for _ in range(RESAMPLES):
        drawn = rng.multinomial(len(names), np.full(len(names), 1 / len(names))).tolist()
        times = dict(zip(names, drawn, strict=True))
        weight = np.array([np.prod([times[n] for n in {p.person_a, p.person_b}]) for p in pairs], float)
        if weight[same].any() and weight[~same].any():
            again.append(coefficients(x, same, weight))
    spread = np.cov(np.array(again).T) if len(again) > 1 else np.zeros((3, 3))
    return {
        "coefficients": [round(float(v), 4) for v in coefficients(x, same, np.ones(len(same)))],
        "covariance": [[round(float(v), 5) for v in row] for row in spread],
    }


def coefficients(x: Floats, same: Bools, weight: Floats) -> Floats:
    """Return the coefficients, in log10, of a logistic model in which both truths count alike; none below 0.

    :raises BadInput: there are no pairs of the one truth or of the other.
    """
    total = np.array([weight[same].sum(), weight[~same].sum()])
    if not total.all():
        raise BadInput("A fit needs pairs of one person's phones and of two people's.")
    each = weight / total[np.where(same, 0, 1)] / 2
    sign = np.where(same, 1.0, -1.0)

    def cost(b: Floats) -> tuple[float, Floats]:
        odds = sign * (x @ b)
        slope = -(each * sign / (1 + np.exp(np.clip(odds, -500, 500)))) @ x
        return float(each @ np.logaddexp(0, -odds) + SHRINK * b @ b), slope + 2 * SHRINK * b

    exact = {"ftol": 1e-12, "xtol": 1e-9, "gtol": 1e-9}
    least = minimize(cost, np.zeros(3), jac=True, bounds=[(0, None)] * 3, method="TNC", options=exact)
    found: Floats = least.x / np.log(10)
    return found
