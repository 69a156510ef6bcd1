"""Periods as people name them."""

from datetime import date

import pytest

from clewline.bulletin.period import day_words, month_words, period, period_words
from clewline.bulletin.safe import spreadsheet_safe
from clewline.errors import Misused


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        (("2023-02-27",), date(2023, 2, 27), date(2023, 3, 5)),
        (("2023-02-27", "2023-03-03"), date(2023, 2, 27), date(2023, 3, 3)),
        (("2022/23",), date(2022, 4, 1), date(2023, 3, 31)),
        (("1999/00",), date(1999, 4, 1), date(2000, 3, 31)),
        (("2024-02",), date(2024, 2, 1), date(2024, 2, 29)),
    ],
)
def test_a_period_is_a_week_a_month_a_financial_year_or_what_is_said(
    words: tuple[str, ...], first: date, last: date
) -> None:
    assert period(*words) == (first, last)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("last week",), "is not a period"),
        (("2023-02-27", "soon"), "is not a period"),
        (("2023-02-27", "2023-02-26"), "ends before"),
        (("2022/24",), "not a financial year"),
        (("2022/23", "2023-01-01"), "without an end"),
        (("2023-13",), "not a month"),
        (("2023-02", "2023-02-10"), "without an end"),
    ],
)
def test_what_is_no_period_is_refused(words: tuple[str, ...], said: str) -> None:
    with pytest.raises(Misused, match=said):
        period(*words)


@pytest.mark.parametrize("text", ["=1+1", "+44", "-1", "@SUM", "\t=1", " =1", "\u00a0=1", "%1", "|x"])
def test_text_that_could_calculate_is_made_text(text: str) -> None:
    assert spreadsheet_safe(text) == "'" + text


@pytest.mark.parametrize(("value", "safe"), [(-5, -5), ("plain", "plain"), (None, ""), ("", "")])
def test_numbers_and_plain_text_pass(value: object, safe: object) -> None:
    assert spreadsheet_safe(value) == safe


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        (date(2023, 3, 5), date(2023, 3, 5), "5 March 2023"),
        (date(2023, 3, 6), date(2023, 3, 12), "6 to 12 March 2023"),
        (date(2023, 2, 27), date(2023, 3, 5), "27 February to 5 March 2023"),
        (date(2022, 12, 26), date(2023, 1, 1), "26 December 2022 to 1 January 2023"),
    ],
)
def test_a_period_is_said_without_saying_anything_twice(start: date, end: date, words: str) -> None:
    assert period_words(start, end) == words
    assert period_words(start, end).endswith(day_words(end))
    assert month_words(end) == " ".join(words.split()[-2:])
