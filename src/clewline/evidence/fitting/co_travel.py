"""Fit a model of co-travel: the kernel, the calibration, its bounds, and how other people would have changed it.

Scores and bounds are of pairs that took no part: people are dealt to folds, and each pair is judged by a kernel and a
calibration that saw nobody of its two people's folds. Chance comes in as a generator; the same one fits the same model.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from scipy.optimize import minimize

from clewline.errors import BadInput
from clewline.evidence import lir_adapter as lir
from clewline.evidence.fitting.logistic import logistic
from clewline.evidence.fitting.people import FOLDS
from clewline.evidence.fitting.scored import Fitted, cross_validated
from clewline.evidence.fitting.travelled import Travelled
from clewline.evidence.travel.kernel import log_density
from clewline.evidence.travel.places import F64, Bools
from clewline.evidence.travel.ratio import FEATURES, TravelModel, features, judge

VERSION = "co-travel"
STAY = float(np.exp(0.5))
"""Scale of staying in reaches. Not fitted: likelihood alone makes it too narrow for two networks."""
START = np.array([STAY, 1.06, 21_000.0, -1.3, -0.7, -4.9, -0.5, -3.4, 1.0])
"""Kernel that a fit begins at and is held to, loosely."""
HELD = 1e-2
"""How strongly."""
WITHIN = 3.0
"""How far from the start each number may go, scales as their logs."""
CAP_FIT, CAP_CLASH = 1.5, 3.0
HOPS = 30_000
"""Hops that a kernel is fitted on; of more, so many are drawn."""
RESAMPLES = 200
"""How often people are drawn again for the covariance."""
A_DAY = 86_400.0

Told = Callable[[int, int], None]


@dataclass(frozen=True, kw_only=True)
class FittedTravel:
    """A fitted model, and what cross-validation said of each pair, within its bounds."""

    model: TravelModel
    log10_lr: F64


def fit(pairs: Travelled, chance: np.random.Generator, told: Told = lambda done, of: None) -> Fitted:
    """Return the model that the pairs give, and its scores on people unseen.

    :raises BadInput: there is no pair of a truth, or the people of some folds leave none to fit on.
    """
    found = fit_model(pairs, chance, told)
    outcomes = [a.outcome(float(v)) for a, v in zip(pairs.answers, found.log10_lr, strict=True)]
    known = pairs.known
    real = len(pairs) - pairs.made_up
    return Fitted(
        parameters=found.model.parameters(VERSION),
        outcomes=tuple(outcomes[:real]),
        made_up=tuple(outcomes[real:]),
        bounds=(found.model.least, found.model.most),
        people=len(np.unique(np.r_[pairs.people.one[known], pairs.people.other[known]])),
        pairs=int(known.sum()),
    )


def fit_model(
    pairs: Travelled, chance: np.random.Generator, told: Told = lambda done, of: None
) -> FittedTravel:
    """Return the model that the pairs give, and what was said of each where its people took no part.

    :raises BadInput: there is no pair of a truth, or the people of some folds leave none to fit on.
    """
    steps = FOLDS * (FOLDS + 1) // 2 + 2

    def tested(train: Bools, test: Bools) -> dict[str, F64]:
        return {"unrelated": _judged(pairs, train & pairs.known, chance)[test]}

    _check(pairs, pairs.known & pairs.real, "A fit needs pairs of both truths: same and different.")
    said = cross_validated(pairs.people, tested, chance, told=lambda done: told(done, steps))["unrelated"]
    telling = pairs.telling()
    least, most = lir.elub(said[telling], pairs.same[telling])
    known = pairs.known
    kernel = fit_kernel(pairs, known, chance)
    x = features(_bare(kernel), pairs.hops, len(pairs))
    coefficients = calibrate(x, pairs.same, pairs.weights(known))
    told(steps - 1, steps)
    again = _resampled(pairs, x, chance)
    told(steps, steps)
    companions = pairs.companions()
    model = TravelModel(
        kernel=kernel,
        cap_fit=CAP_FIT,
        cap_clash=CAP_CLASH,
        coefficients=coefficients,
        covariance=np.cov(again.T),
        least=min(least, 0.0),
        most=max(most, 0.0),
        together=float(np.log10(companions + 1)),
        together_pairs=companions,
    )
    return FittedTravel(model=model, log10_lr=np.clip(said, model.least, model.most))


def fit_kernel(pairs: Travelled, train: Bools, chance: np.random.Generator) -> F64:
    """Return the kernel that makes one carrier's hops, and a phone's own steps, most likely."""
    hops = pairs.hops
    rows = np.flatnonzero((pairs.same & train)[hops.pair] & (hops.before_gap < A_DAY))
    some = chance.choice(rows, min(len(rows), HOPS), replace=False)
    names = ("gap", "apart", "before_gap", "before_apart", "reach", "usual_v")
    gap, apart, own_gap, own_apart, reach, usual = (getattr(hops, n)[some].astype(np.float64) for n in names)
    start = START.copy()
    start[:3] = np.log(start[:3])

    def loss(p: F64) -> float:
        kernel = _opened(p)
        between = log_density(kernel, gap, apart, reach, usual).mean()
        own = log_density(kernel, own_gap, own_apart, reach, usual).mean()
        return float(-(between + own) + HELD * ((p - start) ** 2).sum())

    ends = [(start[0], start[0])] + [(v - WITHIN, v + WITHIN) for v in start[1:]]
    found = minimize(loss, start, method="L-BFGS-B", bounds=ends, options={"maxiter": 50})
    return _opened(found.x)


def calibrate(x: F64, same: Bools, weight: F64) -> F64:
    """Return constant and factors of log10 LR: shrunk a little towards 0 on one scale, the constant not."""
    some = weight > 0
    scale = x[some].std(axis=0) + 1e-9
    design = np.column_stack((np.ones(len(x)), x / scale))
    shrink = np.array([0.0, *np.ones(x.shape[1])])
    found = logistic(design, same, weight / weight[some].mean(), shrink=shrink)
    found[1:] /= scale
    return found


def _check(pairs: Travelled, some: Bools, words: str) -> None:
    same = pairs.same[some]
    if not same.any() or same.all():
        raise BadInput(words)


def _judged(pairs: Travelled, train: Bools, chance: np.random.Generator) -> F64:
    _check(
        pairs,
        train,
        "With some people left out no pair of one truth is left to fit on: more pairs or people are needed.",
    )
    model = _bare(fit_kernel(pairs, train, chance))
    x = features(model, pairs.hops, len(pairs))
    return judge(_bare(model.kernel, calibrate(x, pairs.same, pairs.weights(train))), x)[0]


def _resampled(pairs: Travelled, x: F64, chance: np.random.Generator) -> F64:
    """Return the coefficients with people drawn again: resamples by 4."""
    weight, same = pairs.weights(pairs.known), pairs.same
    found: list[F64] = []
    for times in pairs.people.drawn(chance, RESAMPLES):
        drawn = weight * times
        there = drawn > 0
        if same[there].any() and not same[there].all():
            found.append(calibrate(x, same, drawn))
    return np.array(found)


def _bare(kernel: F64, coefficients: F64 | None = None) -> TravelModel:
    """Return a model with a kernel, and nothing else that is certain."""
    n = len(FEATURES) + 1
    return TravelModel(
        kernel=kernel,
        cap_fit=CAP_FIT,
        cap_clash=CAP_CLASH,
        coefficients=np.zeros(n) if coefficients is None else coefficients,
        covariance=np.zeros((n, n)),
        least=-lir.MOST,
        most=lir.MOST,
        together=0.0,
        together_pairs=0,
    )


def _opened(p: F64) -> F64:
    """Return a kernel from what is fitted: its scales are fitted as their logs."""
    kernel = p.copy()
    kernel[:3] = np.exp(p[:3])
    return kernel
