"""The interval of a share: what SciPy says of it, and what must be true of any."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import binomtest

from clewline.bulletin.fairness import wilson
from clewline.errors import Misused


@pytest.mark.parametrize(
    ("some", "of", "low", "high"),
    [
        # scipy.stats.binomtest(some, of).proportion_ci(method="wilson"), SciPy 1.17
        (7, 50, 0.06950833427016292, 0.26186193710585537),
        (0, 10, 0.0, 0.27753279986288926),
        (10, 10, 0.7224672001371109, 1.0),
        (1, 1, 0.20654931437723745, 1.0),
        (37, 120, 0.23272736988916295, 0.3958299772380067),
    ],
)
def test_known_values(some: int, of: int, low: float, high: float) -> None:
    assert wilson(some, of) == pytest.approx((low, high), abs=1e-12)


def test_a_share_by_hand() -> None:
    # Of 100 people 50, with z = 1.96: the middle is a half, and z/2 over the root of 100 + z² is 0.0962.
    low, high = wilson(50, 100)
    assert (round(low, 4), round(high, 4)) == (0.4038, 0.5962)


@given(st.integers(1, 3000).flatmap(lambda of: st.tuples(st.integers(0, of), st.just(of))))
def test_it_holds_the_share_and_agrees_with_scipy(case: tuple[int, int]) -> None:
    some, of = case
    low, high = wilson(some, of)
    assert 0 <= low <= some / of <= high <= 1
    assert (low, high) == pytest.approx(binomtest(some, of).proportion_ci(method="wilson"), abs=1e-9)


@pytest.mark.parametrize(("some", "of"), [(0, 0), (3, 2), (-1, 4)])
def test_what_is_no_share_is_refused(some: int, of: int) -> None:
    with pytest.raises(Misused, match="A share is of one person or more"):
        wilson(some, of)
