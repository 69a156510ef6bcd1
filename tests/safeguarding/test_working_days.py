"""Working days of England and Wales, over each kind of holiday."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clewline.safeguarding import working_days

DAYS = st.dates(date(2015, 1, 1), date(2035, 12, 31))


@pytest.mark.parametrize(
    ("day", "count", "expected"),
    [
        ("2023-02-27", 1, "2023-02-28"),
        ("2023-02-27", 5, "2023-03-06"),
        ("2023-03-03", 1, "2023-03-06"),  # Friday
        ("2023-03-04", 1, "2023-03-06"),  # Saturday: counted from the Monday
        ("2023-03-05", 5, "2023-03-10"),  # Sunday
        ("2023-04-06", 1, "2023-04-11"),  # Maundy Thursday: Good Friday and Easter Monday are none
        ("2022-12-23", 1, "2022-12-28"),  # Boxing Day on Monday, Christmas Day's substitute on Tuesday
        ("2021-12-24", 1, "2021-12-29"),  # Christmas on Saturday: two substitute days
        ("2022-12-30", 1, "2023-01-03"),  # New Year's Day on Sunday
        ("2022-06-01", 1, "2022-06-06"),  # the spring holiday moved to 2 June, the jubilee on 3 June
        ("2022-09-16", 1, "2022-09-20"),  # the state funeral, 19 September
        ("2023-05-05", 1, "2023-05-09"),  # the coronation, 8 May
        ("2020-05-07", 1, "2020-05-11"),  # May Day moved to Friday 8 May
        ("2022-05-31", 0, "2022-05-31"),
    ],
)
def test_holidays_are_no_working_days(day: str, count: int, expected: str) -> None:
    assert working_days.after(date.fromisoformat(day), count) == date.fromisoformat(expected)


@pytest.mark.parametrize("day", ["2023-01-03", "2023-08-07", "2023-11-30", "2023-03-17", "2023-07-12"])
def test_holidays_of_scotland_and_northern_ireland_are_working_days_here(day: str) -> None:
    assert working_days.is_working_day(date.fromisoformat(day))


@given(DAYS, DAYS, st.integers(0, 60))
def test_a_later_day_never_has_an_earlier_end(one: date, other: date, count: int) -> None:
    first, last = sorted((one, other))
    assert working_days.after(first, count) <= working_days.after(last, count)


@given(DAYS, st.integers(1, 60))
def test_counting_on_and_counting_between_agree(day: date, count: int) -> None:
    end = working_days.after(day, count)
    assert working_days.is_working_day(end)
    assert working_days.between(day, end) == count
    assert working_days.after(day, count + 1) > end
    assert working_days.between(end, day) == working_days.between(day, day) == 0


@given(DAYS)
def test_a_week_has_at_most_five(day: date) -> None:
    assert working_days.between(day, day + timedelta(days=7)) <= 5
