"""The one logistic regression of all fits: it finds what fits best, keeps to its least, and agrees with lir's."""

import numpy as np
import pytest
from lir.algorithms.logistic_regression import LogitCalibrator
from scipy.optimize import minimize

from clewline.errors import BadInput
from clewline.evidence.fitting import logistic as module
from clewline.evidence.fitting.logistic import LN10, logistic
from clewline.evidence.scores import Bools
from clewline.evidence.use import Floats

NOT = np.zeros(2)


def drawn(factors: list[float], many: int = 4_000) -> tuple[Floats, Bools]:
    """Return features of which the first is the constant, and truths by the odds that the factors give."""
    chance = np.random.default_rng(0)
    x = np.column_stack((np.ones(many), chance.normal(size=(many, len(factors) - 1))))
    return x, chance.random(many) < 1 / (1 + np.exp(-x @ factors))


def test_it_finds_the_factors_of_the_odds() -> None:
    x, same = drawn([0.5, 2.0, -1.0, 0.0])
    found = logistic(x, same, np.ones(len(x)), shrink=np.zeros(4))
    assert found * LN10 == pytest.approx([0.5, 2, -1, 0], abs=0.15)


def test_it_is_lir_s_where_lir_has_one_score_and_both_truths_weigh_alike() -> None:
    x, same = drawn([1.0, 0.7], many=300)
    each = np.where(same, 0.5 / same.sum(), 0.5 / (~same).sum())
    intercept, slope = logistic(x, same, each, shrink=NOT)
    at_0, at_1 = (
        LogitCalibrator(C=np.inf, tol=1e-10).fit(x[:, 1], same.astype(int)).transform(np.array([0.0, 1.0]))
    )
    assert (intercept, slope) == (pytest.approx(at_0, abs=1e-4), pytest.approx(at_1 - at_0, abs=1e-4))


def test_a_factor_that_would_be_below_the_least_stands_at_it() -> None:
    x, same = drawn([0.5, 2.0, -1.0, 0.3])
    shrink = np.full(4, 3.0)
    found = logistic(x, same, np.ones(len(x)), shrink=shrink, least=0.0)
    assert found[2] == 0 and min(found[[0, 1, 3]]) > 0
    sign = np.where(same, 1.0, -1.0)
    other = minimize(
        lambda b: float(np.logaddexp(0, -sign * (x @ b)).sum() + 1.5 * b @ b),
        np.zeros(4),
        bounds=[(0, None)] * 4,
        options={"ftol": 1e-14, "gtol": 1e-10},
    )
    assert found * LN10 == pytest.approx(other.x, abs=1e-4)


def test_a_pair_that_weighs_nothing_changes_nothing() -> None:
    x, same = drawn([0.5, 1.0], many=200)
    weight = np.r_[np.ones(100), np.zeros(100)]
    all_of_it = logistic(x, same, weight, shrink=NOT)
    assert all_of_it == pytest.approx(logistic(x[:100], same[:100], np.ones(100), shrink=NOT))


def test_a_step_that_goes_too_far_is_halved_and_a_search_that_does_not_settle_ends(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    # Weights far apart, and one pair far out: by the curve alone the search runs off to a factor of 185 million.
    x = np.column_stack((np.ones(4), [-37.0, 2.0, 1.0, 0.0]))
    same, weight = np.array([False, False, True, False]), np.array([4.2, 0.2, 30.8, 0.3])
    found = logistic(x, same, weight, shrink=np.full(2, 1e-6))
    sign = np.where(same, 1.0, -1.0)
    other = minimize(lambda b: float(weight @ np.logaddexp(0, -sign * (x @ b)) + 5e-7 * b @ b), np.zeros(2))
    assert found * LN10 == pytest.approx(other.x, abs=1e-3)
    monkeypatch.setattr(module, "MOST_STEPS", 20)
    monkeypatch.setattr(module, "HALVED", 1)
    astray = logistic(x, same, weight, shrink=np.full(2, 1e-6))
    assert np.isfinite(astray).all() and abs(astray - found).max() > 0.01


@pytest.mark.parametrize("same", [True, False])
def test_both_truths_are_needed(same: bool) -> None:
    with pytest.raises(BadInput, match="A fit needs pairs of both truths"):
        logistic(np.ones((3, 1)), np.full(3, same), np.ones(3), shrink=np.zeros(1))
