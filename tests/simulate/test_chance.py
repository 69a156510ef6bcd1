"""Chance that keeps totals."""

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clewline.errors import BadInput
from clewline.simulate.chance import handed_out, needed_share, share, split


@given(total=st.integers(0, 20_000), parts=st.integers(1, 200), seed=st.integers(0, 9))
def test_parts_always_sum_to_the_total(total, parts, seed):
    found = split(Random(seed), total, parts)
    assert (sum(found), len(found)) == (total, parts)
    assert min(found) >= 0
    shared = handed_out(Random(seed), total + parts, parts)
    assert (sum(shared), min(shared) >= 1) == (total + parts, True)


def test_nothing_is_split_into_no_parts():
    assert split(Random(1), 0, 0) == handed_out(Random(1), 0, 0) == []


@given(whole=st.integers(100, 5000), percent=st.integers(0, 100))
def test_of_a_hundred_or_more_every_share_can_be_met(whole, percent):
    found = share(whole, percent)
    assert found is not None
    assert abs(100 * found / whole - percent) < 0.5


def test_a_share_that_no_number_meets_is_refused():
    assert share(3, 50) is None
    assert share(0, 50) is None
    with pytest.raises(BadInput, match="No number of 3 line holders is 50 per cent"):
        needed_share(3, 50, "line holders")
