"""A published value, placed: its days, whose it is, and what it counts."""

from datetime import date

import pytest

from bulletin.series.reports_told import told
from clewline.bulletin.series.days import spanned

D = date


@pytest.mark.parametrize(
    ("words", "days"),
    [
        ("Nov 2019", (D(2019, 11, 1), None)),
        ("2019", (D(2019, 1, 1), None)),
        ("3 November 2019", (D(2019, 11, 3), None)),
        ("31 Nov 2019", (None, None)),
        ("Nov 2019-Sep 2022", (D(2019, 11, 1), D(2022, 9, 30))),
        ("2019 to 2021", (D(2019, 1, 1), D(2021, 12, 31))),
        ("FY 2022/23", (D(2022, 4, 1), D(2023, 3, 31))),
        ("2022/23", (D(2022, 4, 1), D(2023, 3, 31))),
        ("2019-11-01", (D(2019, 11, 1), None)),
        ("2019-13-01", (None, None)),
        ("Foo 2019", (None, None)),
        ("the launch", (None, None)),
    ],
)
def test_the_words_of_a_period_are_days(words: str, days: tuple[date | None, date | None]) -> None:
    assert spanned(words) == days


@pytest.mark.parametrize(
    ("row", "frame", "words"),
    [
        ("A | Kent | force | 2023-02-27 | 2023-03-05 | arrests | 40", "week", "27 February to 5 March 2023"),
        ("A | Kent | force | 2023-02-27 | not stated | arrests | 40", "undated", "from 27 February 2023"),
        ("A | Kent | force | not stated | 2023-03-05 | arrests | 40", "undated", "up to 5 March 2023"),
        ("A | Kent | force | not stated | not stated | arrests | 40", "undated", "period not stated"),
        (
            "A | Kent | force | 2023-03-05 | 2023-02-27 | arrests | 40",
            "undated",
            "5 March to 27 February 2023",
        ),
        (
            "A | Kent | force | 2023-01-01 | 2023-12-31 | arrests | 40",
            "total",
            "1 January to 31 December 2023",
        ),
        (
            "A | Kent | force | 2023-02-27 | 2023-03-05 | arrests | over 900 since Nov 2019",
            "total",
            "since Nov 2019, to 5 March 2023",
        ),
        (
            "A | Kent | force | 2023-02-27 | 2023-03-05 | cumulative_since | Nov 2019-Sep 2022: 900 arrests",
            "total",
            "Nov 2019-Sep 2022",
        ),
        (
            "A | Kent | force | not stated | not stated | arrests | over 900 since Nov 2019",
            "total",
            "since Nov 2019",
        ),
    ],
)
def test_a_report_says_its_days_as_its_words_do(row: str, frame: str, words: str) -> None:
    (one,) = told(row)
    assert (one.frame, one.period_words) == (frame, words)


def test_reports_are_of_one_body_whoever_published_them() -> None:
    reports = told("""
        A | NPCC | national | 2023-02-27 | 2023-03-05 | arrests | 40
        B | Home Office | national | 2023-02-27 | 2023-03-05 | arrests | 41
        C | Met (a paper) | force | 2023-02-27 | 2023-03-05 | arrests | 42
        D | East region (4 forces) | regional | 2023-02-27 | 2023-03-05 | arrests | 43
        E | Met | local | 2023-02-27 | 2023-03-05 | arrests | 4
    """)
    assert [(r.body, r.whose) for r in reports] == [
        ("national", "National"),
        ("national", "National"),
        ("metropolitan", "Metropolitan"),
        ("east region", "East region"),
        ("metropolitan, local", "Metropolitan, local"),
    ]


def test_a_remark_narrows_nothing_unless_it_sets_a_part_apart() -> None:
    plain, remarked, other = told("""
        A | Kent | force | 2023-02-27 | 2023-03-05 | weapons_total | 40
        A | Kent | force | 2023-02-27 | 2023-03-05 | weapons_total | 40 (headline)
        A | Kent | force | 2023-02-27 | 2023-03-05 | weapon_kinds | 7 other
    """)
    assert plain.thing == remarked.thing != other.thing
    assert (plain.remark, remarked.remark) == ("", "headline")


def test_a_remark_that_says_what_is_counted_narrows_it() -> None:
    under_investigation, without_charge = told("""
        A | Kent | force | 2023-02-27 | 2023-03-05 | released_under_investigation | 13
        A | Kent | force | 2023-02-27 | 2023-03-05 | released_no_charge | 3
    """)
    assert under_investigation.thing != without_charge.thing
