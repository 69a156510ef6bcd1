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
from clewline.evidence.travel.kernel import LN10, log_density
from clewline.evidence.travel.labelled import FOLDS, Labelled
from clewline.evidence.travel.places import F64, Bools
from clewline.evidence.travel.ratio import FEATURES, TravelModel, features, judge

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
MOST_STEPS, CLOSE_ENOUGH = 100, 1e-9
A_DAY = 86_400.0

Told = Callable[[int, int], None]


@dataclass(frozen=True, kw_only=True)
class Fit:
    """A fitted model, and what cross-validation said of each pair, within its bounds."""

    model: TravelModel
    log10_lr: F64


def fit(labelled: Labelled, chance: np.random.Generator, told: Told = lambda done, of: None) -> Fit:
    """Return the model that the pairs give.

    :raises BadInput: the people of some folds leave no pair of a truth to fit on.
    """
    steps = FOLDS * (FOLDS + 1) // 2 + 2
    value = _cross_validated(labelled, chance, lambda done: told(done, steps))
    usual = _most_common(labelled)
    least, most = lir.elub(value[usual], labelled.same[usual])
    known = labelled.known
    kernel = fit_kernel(labelled, known, chance)
    bare = _bare(kernel)
    x = features(bare, labelled.hops, len(labelled))
    coefficients = calibrate(x, labelled.same, labelled.weights(known))
    told(steps - 1, steps)
    again = _resampled(labelled, x, chance)
    told(steps, steps)
    pairs = labelled.companions()
    model = TravelModel(
        kernel=kernel,
        cap_fit=CAP_FIT,
        cap_clash=CAP_CLASH,
        coefficients=coefficients,
        covariance=np.cov(again.T),
        least=min(least, 0.0),
        most=max(most, 0.0),
        together=float(np.log10(pairs + 1)),
        together_pairs=pairs,
    )
    return Fit(model=model, log10_lr=np.clip(value, model.least, model.most))


def fit_kernel(labelled: Labelled, train: Bools, chance: np.random.Generator) -> F64:
    """Return the kernel that makes one carrier's hops, and a phone's own steps, most likely."""
    hops = labelled.hops
    rows = np.flatnonzero((labelled.same & train)[hops.pair] & (hops.before_gap < A_DAY))
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
    """Return constant and factors of log10 LR: a logistic regression, shrunk a little, its constant not."""
    some = weight > 0
    scale = x[some].std(axis=0) + 1e-9
    design = np.column_stack((np.ones(int(some.sum())), x[some] / scale))
    truth, w = same[some].astype(np.float64), weight[some] / weight[some].mean()
    shrink = np.diag([0.0, *np.ones(x.shape[1])])
    b = np.zeros(design.shape[1])
    for _ in range(MOST_STEPS):
        p = 1 / (1 + np.exp(-np.clip(design @ b, -500, 500)))
        slope = design.T @ (w * (p - truth)) + shrink @ b
        curve = (design * (w * np.maximum(p * (1 - p), 1e-12))[:, None]).T @ design + shrink
        step = np.linalg.solve(curve, slope)
        b -= step
        if np.abs(step).max() < CLOSE_ENOUGH:
            break
    b[1:] /= scale
    out: F64 = b / LN10
    return out


def _cross_validated(labelled: Labelled, chance: np.random.Generator, told: Callable[[int], None]) -> F64:
    """Return the log10 LR of every pair from a fit that saw nobody of its two people's folds."""
    people = np.unique(np.r_[labelled.first, labelled.second])
    fold = np.empty(int(people.max()) + 1, np.int64)
    fold[chance.permutation(people)] = np.arange(len(people)) % FOLDS
    a, b = fold[labelled.first], fold[labelled.second]
    out, done = np.zeros(len(labelled)), 0
    for f in range(FOLDS):
        for g in range(f, FOLDS):
            test = ((a == f) & (b == g)) | ((a == g) & (b == f))
            train = ~np.isin(a, (f, g)) & ~np.isin(b, (f, g)) & labelled.known
            if test.any():
                out[test] = _judged(labelled, train, chance)[test]
            done += 1
            told(done)
    return out


def _judged(labelled: Labelled, train: Bools, chance: np.random.Generator) -> F64:
    same = labelled.same[train]
    if not same.any() or same.all():
        raise BadInput(
            "With some people left out no pair of one truth is left to fit on: more pairs or people are needed."
        )
    model = _bare(fit_kernel(labelled, train, chance))
    x = features(model, labelled.hops, len(labelled))
    return judge(_bare(model.kernel, calibrate(x, labelled.same, labelled.weights(train))), x)[0]


def _resampled(labelled: Labelled, x: F64, chance: np.random.Generator) -> F64:
    """Return the coefficients with people drawn again: resamples by 4."""
    people, at = np.unique(np.r_[labelled.first, labelled.second], return_inverse=True)
    a, b = at[: len(labelled)], at[len(labelled) :]
    weight = labelled.weights(labelled.known)
    found: list[F64] = []
    for times in chance.multinomial(len(people), np.full(len(people), 1 / len(people)), size=RESAMPLES):
        drawn = weight * np.where(a == b, times[a], times[a] * times[b])
        there = drawn > 0
        if labelled.same[there].any() and not labelled.same[there].all():
            found.append(calibrate(x, labelled.same, drawn))
    return np.array(found)


def _most_common(labelled: Labelled) -> Bools:
    """Return the pairs of the rate that most have: one person's pairs at several rates are no further data."""
    rates, many = np.unique(labelled.rate[labelled.known], return_counts=True)
    usual: Bools = labelled.known & (labelled.rate == rates[np.argmax(many)])
    return usual


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
