"""Fit the chances of a day with a separation, of one carrier and of two people.

A group is the days of one person's phones, or of two people's; all days of a group share z. One made-up person with a
day with a separation is always among those of the same: with none among n people, the next may still have one.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from scipy.optimize import minimize

from clewline.errors import BadInput
from clewline.evidence.apart import crossings
from clewline.evidence.fitting.labelled import Labelled, paired
from clewline.evidence.fitting.people import Pairing, pairing
from clewline.evidence.fitting.scored import Fitted, cross_validated, within
from clewline.evidence.scores import Bools
from clewline.evidence.types.separation import Days, days, log10_ratio, log_chances
from clewline.evidence.use import Floats

VERSION = "separation 1"
FOLDS = 5
SPREAD_LEAST = 0.3
"""Days of two phones are never taken as independent."""
PRIOR = 0.1
"""As if each coefficient were known beforehand to about 2 either way; else few people let them run off."""
RESAMPLES = 40
KINDS = ("apart", "near")
"""Second propositions: any two people, and two whose ways lie close together."""
NAMES = {"same": (("error", "error_spread"), (-4.0, 1.0))} | {
    kind: ((kind, f"{kind}_sharp", f"{kind}_spread"), (0.0, 0.5, 1.0)) for kind in KINDS
}
"""Coefficients of each proposition, and where the search for them begins."""


@dataclass(frozen=True)
class _Group:
    kind: str
    """`same`, or the second proposition that its people are of."""
    people: frozenset[str]
    days: Days
    weight: float = 1.0


def fit(pairs: Sequence[Labelled], rng: np.random.Generator) -> Fitted:
    """Return the model fitted on all pairs of known carrier, and its scores on people unseen.

    :raises BadInput: there are no days of the one truth or of the other.
    """
    known = [p for p in pairs if p.known]
    seen = [_days(p) for p in known]
    groups = _groups(known, seen, np.ones(len(known), bool))
    whole = coefficients(groups)
    if "apart" not in whole or not any(g.kind == "same" and len(g.days.day) for g in groups):
        raise BadInput("A fit needs days of one person's phones and of two people's.")
    many = [len(d.day) for d in seen]

    def judge(train: Bools, test: Bools) -> dict[str, Floats]:
        fitted = coefficients(_groups(known, seen, train))
        return {kind: _said([seen[at] for at in np.flatnonzero(test)], fitted, kind) for kind in KINDS}

    people = paired(known)
    said = cross_validated(people, judge, rng, folds=FOLDS)
    told = {kind: within(known, said[kind], many, close=kind == "near") for kind in KINDS if kind in whole}
    drawn = _who(groups).drawn(rng, RESAMPLES)
    parameters = {
        "version": VERSION,
        "fitted": whole,
        "resampled": [whole | coefficients(_weighed(groups, weight)) for weight in drawn],
        "bounds": {kind: ends for kind, (ends, _) in told.items()},
    }
    return Fitted(
        parameters=parameters,
        outcomes=told["apart"][1],
        against=told["near"][1] if "near" in told else (),
        bounds=told["apart"][0],
        people=people.people,
        pairs=len(known),
    )


def _said(seen: Sequence[Days], fitted: Mapping[str, float], kind: str) -> Floats:
    """Return the log10 LR of the days of each pair; not a number without days, or where the fit knew no such people."""
    return np.array(
        [
            cut(of, log10_ratio(of.separated, of.sharp, fitted, kind))
            if len(of.day) and kind in fitted
            else np.nan
            for of in seen
        ]
    )


def cut(of: Days, value: float) -> float:
    """Return the ratio, no more than 0 where any use was impossible."""
    return min(0.0, value) if of.separated.any() else value


def _days(pair: Labelled) -> Days:
    q = pair.question
    first, second = q.first.between(q.start, q.end), q.second.between(q.start, q.end)
    return days(crossings(first, second, q.case, q.start))


def _groups(known: Sequence[Labelled], seen: Sequence[Days], which: Bools) -> list[_Group]:
    listed: dict[tuple[str, frozenset[str]], list[Days]] = {}
    for at in np.flatnonzero(which).tolist():
        p = known[at]
        for kind in ("same",) if p.same else KINDS if p.close else KINDS[:1]:
            listed.setdefault((kind, frozenset((p.person_a, p.person_b))), []).append(seen[at])
    return [
        _Group(
            kind,
            people,
            Days(
                day=np.concatenate([d.day for d in some]),
                separated=np.concatenate([d.separated for d in some]),
                sharp=np.concatenate([d.sharp for d in some]),
            ),
        )
        for (kind, people), some in listed.items()
    ]


def _who(groups: Sequence[_Group]) -> Pairing:
    return pairing((min(g.people), max(g.people)) for g in groups)


def _weighed(groups: Sequence[_Group], weight: Floats) -> list[_Group]:
    return [replace(g, weight=float(w)) for g, w in zip(groups, weight, strict=True)]


def coefficients(groups: Sequence[_Group]) -> dict[str, float]:
    """Return the coefficients that make the days most likely, of the propositions that have any days."""
    one = Days(day=np.zeros(1, np.int64), separated=np.ones(1, bool), sharp=np.zeros(1))
    there = [g for g in (*groups, _Group("same", frozenset(), one)) if g.weight and len(g.days.day)]
    found: dict[str, float] = {}
    for kind, (names, begin) in NAMES.items():
        if some := [g for g in there if g.kind == kind]:
            found |= dict(zip(names, _most_likely(some, np.array(begin)), strict=True))
    return found


def _most_likely(groups: Sequence[_Group], begin: Floats) -> list[float]:
    separated = np.concatenate([g.days.separated for g in groups])
    sharp = np.concatenate([g.days.sharp for g in groups])
    starts = np.cumsum([0, *(len(g.days.day) for g in groups[:-1])])
    weight = np.array([g.weight for g in groups])

    def spread(p: Floats) -> float:
        return SPREAD_LEAST + abs(float(p[-1]))

    def cost(p: Floats) -> float:
        score = p[0] + (p[1] * sharp if len(p) == 3 else 0 * sharp)
        total = weight @ log_chances(separated, score, spread(p), starts)
        return float(PRIOR * ((p - begin) ** 2).sum() - total)

    # The search's own first steps from 0 are so short that it ends there.
    steps = np.vstack((begin, begin + np.eye(len(begin))))
    options = {"xatol": 1e-3, "fatol": 1e-3, "initial_simplex": steps}
    found = minimize(cost, begin, method="Nelder-Mead", options=options).x
    return [round(float(v), 3) for v in (*found[:-1], spread(found))]
