"""Instants from a day and a British local time, over the changes of the clocks."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clewline.safeguarding.instants import day_of, end_of, moment

DAYS = st.dates(date(2015, 1, 1), date(2035, 12, 31))
CLOCKS = st.times().map(lambda t: f"{t:%H:%M}")


@pytest.mark.parametrize(
    ("day", "clock", "expected"),
    [
        ("2023-01-10", "23:40", "2023-01-10 23:40"),
        ("2023-07-10", "23:40", "2023-07-10 22:40"),  # summer time
        ("2023-07-10", "00:30", "2023-07-09 23:30"),
        ("2023-10-29", "00:30", "2023-10-28 23:30"),
        ("2023-10-29", "01:30", "2023-10-29 00:30"),  # comes twice: the first
        ("2023-10-29", "02:00", "2023-10-29 02:00"),
        ("2023-03-26", "01:30", "2023-03-26 00:30"),  # is left out: the earlier reading
        ("2023-03-26", "02:00", "2023-03-26 01:00"),
    ],
)
def test_a_local_time_is_the_earliest_instant_that_it_can_be(day: str, clock: str, expected: str) -> None:
    found = moment(date.fromisoformat(day), clock)
    assert found.at == datetime.fromisoformat(expected).replace(tzinfo=UTC) and found.exact


def test_a_day_without_a_time_is_its_start() -> None:
    found = moment(date(2023, 7, 10), None)
    assert found.at == datetime(2023, 7, 9, 23, tzinfo=UTC) and not found.exact


@pytest.mark.parametrize(("day", "hours"), [("2023-03-26", 23), ("2023-10-29", 25), ("2023-06-01", 24)])
def test_a_day_is_as_long_as_its_clocks_make_it(day: str, hours: int) -> None:
    start = date.fromisoformat(day)
    assert end_of(start) - moment(start, None).at == timedelta(hours=hours)


@given(DAYS, CLOCKS)
def test_an_instant_lies_on_its_day(day: date, clock: str) -> None:
    found = moment(day, clock).at
    assert moment(day, None).at <= found < end_of(day)
    assert day_of(found) == day


@given(DAYS, DAYS)
def test_a_later_day_ends_later(one: date, other: date) -> None:
    assert (one < other) == (end_of(one) < end_of(other))
