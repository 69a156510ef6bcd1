"""What lir calibrates and measures is what the definitions say, and what is wrong in it does not come through."""

import math
import warnings

import hypothesis.strategies as st
import numpy as np
import pytest
from hypothesis import given
from lir.algorithms.bayeserror import elub as lir_elub
from lir.bounding import StaticBounder
from lir.data.models import LLRData
from lir.metrics.devpav import devpav as lir_devpav
from lir.plotting.expected_calibration_error import calculate_ece

from clewline.errors import BadInput
from clewline.evidence import lir_adapter as lir
from clewline.evidence.scores import deviation, pooled, tied
from evidence.ratios_made import (
    area_written_out,
    cllr_written_out,
    gaussian,
    known_cllr,
    pav_written_out,
)

SOME = st.lists(
    st.tuples(st.integers(-30, 30).map(lambda n: n / 10), st.booleans()), min_size=2, max_size=25
).filter(lambda pairs: len({s for _, s in pairs}) == 2)


def apart(pairs: list[tuple[float, bool]]) -> tuple[list[float], list[bool]]:
    values, same = zip(*pairs, strict=True)
    return list(values), list(same)


@given(SOME)
def test_the_costs_are_those_of_their_definitions(pairs: list[tuple[float, bool]]) -> None:
    values, same = apart(pairs)
    after = dict(zip(sorted(set(values)), pav_written_out(values, same), strict=True))
    finite = [max(-300.0, min(300.0, after[v])) for v in values]
    assert lir.cllr(values, same) == pytest.approx(cllr_written_out(values, same), abs=1e-9)
    assert lir.cllr_min(values, same) == pytest.approx(cllr_written_out(finite, same), abs=1e-9)
    assert lir.pav(values, same).y == pytest.approx(pav_written_out(values, same), abs=1e-9)


@given(SOME)
def test_what_resamples_are_scored_by_agrees_with_lir(pairs: list[tuple[float, bool]]) -> None:
    values, same = map(np.array, apart(pairs))
    steps = tied(values, same)
    ((good,), (bad,)) = steps.summed(np.ones((1, len(values))))
    assert pooled(good, bad) == pytest.approx(lir.cllr_min(values, same), abs=1e-9)


def test_calibrated_ratios_have_the_cost_of_their_distribution() -> None:
    values, same = gaussian(40_000)
    assert lir.cllr(values, same) == pytest.approx(known_cllr(2.0), abs=0.01)
    assert 0 < lir.cllr_cal(values, same) < 0.003
    stretched, same = gaussian(40_000, times=3)
    assert lir.cllr_min(stretched, same) == pytest.approx(lir.cllr_min(values, same), abs=1e-9)
    assert lir.cllr_cal(stretched, same) > 0.1


def test_the_deviation_is_the_area_between_the_lines_and_lir_s_where_lir_is_right() -> None:
    for seed in range(5):
        values, same = gaussian(60, seed=seed, times=1.7, more=0.3)
        curve = lir.pav(values, same)
        found = lir.devpav(values, same)
        assert found == pytest.approx(area_written_out(curve.x, curve.y), abs=1e-3)
        assert found == pytest.approx(float(lir_devpav(values, same.astype(int))), abs=1e-9)


def test_area_above_the_line_counts_where_the_transform_starts_on_it() -> None:
    values = np.array([-1.0] * 99 + [0.0, 0.0] + [1.0] * 101)
    same = np.array([False] * 99 + [True, False] + [True] * 100 + [False])
    assert lir_devpav(values, same.astype(int)) == pytest.approx(-0.5)  # lir's area is below nought
    assert lir.devpav(values, same) == pytest.approx(0.5)


def test_one_point_has_a_distance_and_none_has_no_deviation() -> None:
    assert lir.devpav([0.5, 0.5, 0.5, -1], [True, True, False, False]) == pytest.approx(
        abs(math.log10(2) - 0.5)
    )
    assert lir.devpav([1.0, -1.0], [True, False]) is None
    assert math.isnan(deviation(np.array([]), np.array([])))


def test_the_entropy_at_even_odds_is_the_cost_and_is_lir_s() -> None:
    values, same = gaussian(200)
    found = lir.ece(values, same, prior=[-2.0, 0.0, 2.0])
    assert found.given[1] == pytest.approx(lir.cllr(values, same), abs=1e-9)
    assert found.after[1] == pytest.approx(lir.cllr_min(values, same), abs=1e-9)
    assert found.neutral[1] == pytest.approx(1)
    chances = 1 / (1 + 10.0 ** -np.array([-2.0, 0.0, 2.0]))
    assert found.given == pytest.approx(calculate_ece(10**values, same.astype(int), chances), abs=1e-9)


def test_a_very_misleading_ratio_costs_much_and_not_without_end() -> None:
    found = lir.ece([2.0, 17.0], [True, False], prior=[0.0])
    assert found.given[0] == pytest.approx(lir.cllr([2.0, 17.0], [True, False]), abs=1e-9)
    with np.errstate(all="ignore"):
        assert calculate_ece(10 ** np.array([2.0, 17.0]), np.array([1, 0]), np.array([0.5]))[0] == math.inf


def test_a_tippett_curve_steps_at_each_value() -> None:
    found = lir.tippett([1.0, 1.0, 0.0, 0.0, -1.0], [True, True, True, False, False])
    assert found.x == (-1.0, 0.0, 1.0)
    assert found.same == pytest.approx((1, 1, 2 / 3))
    assert found.different == pytest.approx((1, 1 / 2, 0))


def test_isotonic_calibration_rises_and_never_says_infinity() -> None:
    values, same = gaussian(300)
    found = lir.isotonic(values, same)
    out = found.of(np.sort(np.r_[values, -50.0, 50.0]))
    assert np.isfinite(out).all() and (np.diff(out) >= -1e-9).all()
    assert abs(out).max() < math.log10(302)
    assert lir.cllr_cal(found.of(values), same) < 0.02


def test_the_bounds_leave_the_ratios_as_they_were() -> None:
    values, same = gaussian(500, spread=4.0)
    stretched = values * 20
    least, most = lir.elub(stretched, same)
    assert -math.log10(502) < least < 0 < most < math.log10(502)
    assert (stretched == values * 20).all()
    lir_elub(stretched, same.astype(int))
    assert (stretched != values * 20).any()  # lir's own changes what it is given


@pytest.mark.parametrize(
    ("values", "same", "why"),
    [
        ([1.0, math.nan], [True, False], "from -300 to 300"),
        ([1.0, -math.inf], [True, False], "from -300 to 300"),
        ([301.0, 0.0], [True, False], "from -300 to 300"),
        ([1.0, 0.0], [True, True], "both truths"),
        ([1.0, 0.0], [False, False], "both truths"),
        ([1.0, 0.0, 2.0], [True, False], "3 ratios and 2 truths"),
        ([[1.0], [0.0]], [[True], [False]], "2 ratios and 2 truths"),
    ],
)
def test_what_cannot_be_scored_is_refused(values: list[float], same: list[bool], why: str) -> None:
    for score in (lir.cllr, lir.cllr_min, lir.pav, lir.elub, lir.tippett, lir.isotonic):
        with pytest.raises(BadInput, match=why):
            score(values, same)


def test_what_lir_lets_pass_is_why_ratios_are_checked_first() -> None:
    with warnings.catch_warnings(action="ignore"):
        bounded = StaticBounder(-1.0, 2.0).transform(LLRData(features=np.array([math.nan, 5.0])))
    assert bounded.llrs.tolist() == [-1.0, 2.0]
    crossed = LLRData(features=np.array([[1.0, 0.0, 3.0], [1.0, 5.0, 0.0]]))
    assert crossed.llr_intervals[1].tolist() == [5.0, 0.0]


def test_a_resample_without_one_truth_has_no_score() -> None:
    assert math.isnan(pooled(np.array([1.0, 0.0]), np.array([0.0, 0.0])))
