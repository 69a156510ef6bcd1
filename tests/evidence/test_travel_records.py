"""Sites, time lines and where they cross: distances and reach by hand, and an order that nothing depends on."""

from itertools import pairwise
from random import Random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from clewline.evidence.travel.crossings import crossed, find
from clewline.evidence.travel.places import distinct, joint_reach, make_sites, metres
from clewline.evidence.travel.timelines import in_order, make_timelines
from evidence.travel_made import GRID, one_day, rows

ONE = np.zeros(1, np.int32)
METRES_PER_DEGREE = 111_195.0


def line_of_sites(*lat: float, operator: int = 0) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    return np.array(lat), np.zeros(len(lat)), np.full(len(lat), operator, np.int64)


def test_distance_is_that_of_the_earth() -> None:
    sites = make_sites(*line_of_sites(52.0, 53.0))
    assert metres(sites, ONE, ONE + 1)[0] == pytest.approx(METRES_PER_DEGREE, rel=1e-4)
    assert metres(sites, ONE, ONE)[0] == 0


def test_reach_is_the_mean_distance_to_the_second_to_fourth_nearest_site_of_the_operator() -> None:
    step = 0.01
    sites = make_sites(*line_of_sites(*(52 + step * n for n in range(6))))
    # From the end: one step to the nearest, then two, three and four.
    assert sites.reach[0] == pytest.approx(3 * step * METRES_PER_DEGREE, rel=1e-3)
    # Three sites alone: both others count.
    few = make_sites(*line_of_sites(52.0, 52.01, 52.03))
    assert few.reach[0] == pytest.approx(0.02 * METRES_PER_DEGREE, rel=1e-3)


def test_reach_is_held_between_bounds_and_stands_for_one_site_alone() -> None:
    near = make_sites(*line_of_sites(52.0, 52.0001))
    far = make_sites(*line_of_sites(50.0, 54.0))
    assert set(near.reach) == {150.0} and set(far.reach) == {8_000.0}
    alone = make_sites(np.array([52.0, 52.5]), np.zeros(2), np.array([0, 1]))
    assert list(alone.reach) == [1_000.0, 1_000.0]
    assert joint_reach(alone, ONE, ONE + 1)[0] == pytest.approx(1_000.0)
    given_reach = make_sites(*line_of_sites(52.0, 53.0), reach=np.array([300.0, 400.0]))
    assert joint_reach(given_reach, ONE, ONE + 1)[0] == pytest.approx((125_000) ** 0.5)


def test_no_site_is_no_fault() -> None:
    assert len(make_sites(*line_of_sites())) == 0


def test_sites_are_told_apart_by_a_metre_and_by_operator() -> None:
    lat = np.array([52.0, 52.000001, 52.0, 52.001])
    at, place = distinct(lat, np.zeros(4), np.array([0, 0, 1, 0]))
    assert list(place) == [0, 0, 1, 2] and list(at) == [0, 2, 3]


def test_records_in_order_need_no_sorting_and_doubles_are_dropped() -> None:
    ordered = rows((0, 1, 5), (0, 2, 5), (1, 1, 5))
    assert in_order(ordered.phone, ordered.t, ordered.place, phones=2).of(ordered.t) is ordered.t
    lines = rows((1, 1, 5), (0, 2, 6), (0, 2, 5), (0, 1, 5), (0, 2, 6)).lines()
    assert list(lines.t) == [1, 2, 2, 1] and list(lines.place) == [5, 5, 6, 5]
    assert list(lines.first) == [0, 3, 4] and lines.phones == 2
    tied = rows((0, 1, 6), (0, 1, 5)).lines()
    assert list(tied.place) == [5, 6]


def test_many_phones_are_sorted_too() -> None:
    made = rows((70_000, 2, 1), (70_000, 1, 1), (3, 1, 1), phones=70_001)
    assert list(made.lines().t) == [1, 1, 2]


record = st.tuples(st.integers(0, 2), st.integers(0, 6), st.integers(0, 3))


@given(st.lists(record, max_size=20), st.randoms())
def test_the_order_of_rows_changes_no_time_line(records: list[tuple[int, int, int]], chance: Random) -> None:
    shuffled = list(records)
    chance.shuffle(shuffled)
    one, other = (rows(*r, phones=3).lines() for r in (sorted(set(records)), shuffled))
    for name in ("first", "t", "place"):
        assert list(getattr(one, name)) == list(getattr(other, name))


def test_lines_cross_where_they_change_phones() -> None:
    a, b = np.array([1.0, 2.0, 6.0]), np.array([3.0, 4.0, 6.0, 9.0])
    at_a, at_b, a_first = crossed(a, b)
    assert list(zip(at_a, at_b, a_first, strict=True)) == [(1, 0, True), (2, 1, False), (2, 2, True)]
    for none in ((a, b[:0]), (a[:0], b)):
        assert len(crossed(*none)[0]) == 0


times = st.lists(st.integers(0, 30), max_size=12)


@given(times, times)
def test_crossings_are_those_of_the_merged_line(one: list[int], other: list[int]) -> None:
    merged = sorted(
        [(t, 0, k) for k, t in enumerate(sorted(one))] + [(t, 1, k) for k, t in enumerate(sorted(other))]
    )
    expected = [
        (x[2], y[2], True) if x[1] == 0 else (y[2], x[2], False) for x, y in pairwise(merged) if x[1] != y[1]
    ]
    found = crossed(np.array(sorted(one), float), np.array(sorted(other), float))
    assert list(zip(*(c.tolist() for c in found), strict=True)) == expected


def test_who_is_named_first_does_not_turn_a_tie() -> None:
    lines = rows((0, 5, 1), (0, 9, 1), (1, 5, 2), (1, 9, 3)).lines()
    one, other = find(lines, one_day(0, 1)), find(lines, one_day(1, 0))
    assert list(one.row_a) == list(other.row_a) and list(one.phone_a) == [0] == list(other.phone_a)
    nothing = make_timelines(np.zeros(0, np.int64), np.zeros(0), np.zeros(0, np.int32), GRID, phones=2)
    assert len(find(nothing, one_day()).pair) == 0
