"""Totals since a day that contradict each other, or the weeks within them."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bulletin.series.reports_told import marks, series, told
from clewline.bulletin.series import Report, assemble
from clewline.bulletin.series.growth import EACH_ONCE, GROWTH, WHY_NOT
from clewline.figures import all_figures
from clewline.formats.stated import INDICATORS

WEEKS = """
    W1 | Kent | force | 2023-02-27 | 2023-03-05 | {label} | 40
    W2 | Kent | force | 2023-10-09 | 2023-10-15 | {label} | over 50
    W3 | Kent | force | 2024-03-04 | 2024-03-10 | {label} | 30
"""


def test_a_total_that_falls_with_time_is_marked() -> None:
    assert marks("""
        T1 | Kent | force | 2023-02-27 | 2023-03-05 | lines_closed | 842 since 2019
        T2 | Kent | force | 2023-10-09 | 2023-10-15 | lines_closed | nearly 800 since 2019
        T3 | Kent | force | 2024-03-04 | 2024-03-10 | lines_closed | over 700 since 2019
        T4 | Kent | force | 2024-03-04 | 2024-03-10 | lines_closed | 12 since 2024
    """) == [
        (
            "total falls",
            "Kent: a total falls with time. It is 842 (Kent, T1) since 2019, to 5 March 2023, and at most 800 "
            "(Kent, T2) since 2019, to 15 October 2023: one is wrong, or they count other things.",
        )
    ]


def test_two_totals_of_one_period_are_marked() -> None:
    assert marks("""
        T1 | Kent | force | 2023-02-27 | 2023-03-05 | arrests | 900 since 2019
        T2 | Kent (a paper) | force | 2023-02-27 | 2023-03-05 | arrests | 850 since 2019
    """) == [
        (
            "two totals",
            "Kent, since 2019, to 5 March 2023: 900 (Kent, T1) and 850 (Kent (a paper), T2) cannot both be true.",
        )
    ]


def test_a_total_lower_than_its_weeks_is_marked_where_weeks_add_up() -> None:
    total = "T1 | Kent | force | 2024-03-04 | 2024-03-10 | {label} | 100 since Nov 2019"
    assert marks((WEEKS + total).format(label="lines_closed")) == [
        (
            "total below its parts",
            "Kent: the total 100 (Kent, T1) since Nov 2019, to 10 March 2024 is lower than the 120 that 3 reported "
            "periods within it add up to at least: one is wrong, or they count other things.",
        )
    ]
    assert marks((WEEKS + total).format(label="safeguarded_total")) == []
    assert marks((WEEKS + total).format(label="active_lines")) == []
    assert marks((WEEKS + total.replace("100", "over 100")).format(label="lines_closed")) == []
    assert marks((WEEKS + total.replace("100 ", "120 ")).format(label="lines_closed")) == []


def test_of_what_does_not_add_up_one_week_alone_may_be_more_than_the_total() -> None:
    total = "T1 | Kent | force | 2024-03-04 | 2024-03-10 | {label} | 45 since Nov 2019"
    assert marks((WEEKS + total).format(label="safeguarded_total")) == [
        (
            "total below its parts",
            "Kent: the total 45 (Kent, T1) since Nov 2019, to 10 March 2024 is lower than at least 50 (Kent, W2) of "
            "9 to 15 October 2023 alone: one is wrong, or they count other things.",
        )
    ]


def test_a_day_is_not_counted_twice_and_of_conflicting_reports_the_lower_is() -> None:
    assert (
        marks("""
        W1 | Kent | force | 2023-02-27 | 2023-03-05 | arrests | 40
        W2 | Kent | force | 2023-03-01 | 2023-03-14 | arrests | 45
        T1 | Kent | force | 2024-03-04 | 2024-03-10 | arrests | 50 since Nov 2019
    """)
        == []
    )
    found = marks("""
        W1 | Kent | force | 2023-02-27 | 2023-03-05 | arrests | 40
        W2 | Kent (a paper) | force | 2023-02-27 | 2023-03-05 | arrests | 60
        T1 | Kent | force | 2024-03-04 | 2024-03-10 | arrests | 50 since Nov 2019
    """)
    assert [kind for kind, _ in found] == ["reports differ"]


def test_a_total_without_its_days_is_shown_and_held_against_nothing() -> None:
    found = series("""
        W1 | Kent | force | 2023-02-27 | 2023-03-05 | arrests | 40
        T1 | Kent | force | not stated | not stated | arrests | 9 since Nov 2019
        T2 | Kent | force | 2018-02-26 | 2018-03-04 | arrests | 9 since Nov 2019
        T3 | Kent | force | 2023-02-27 | 2023-03-05 | arrests | 50 since Nov 2019
    """)
    assert found.marks == ()
    assert len(found.strands[0].totals) == 3


@pytest.mark.parametrize(
    ("label", "growth"),
    [("lines_closed", "adds"), ("safeguarded_total", "grows"), ("active_lines", "neither")],
)
def test_the_series_says_why_weeks_are_not_added_up(label: str, growth: str) -> None:
    total = "T1 | Kent | force | 2024-03-04 | 2024-03-10 | {label} | over 100 since Nov 2019"
    (strand,) = series((WEEKS + total).format(label=label)).strands
    assert strand.note == WHY_NOT[growth]  # type: ignore[index]  # a literal through a table
    (alone,) = series(WEEKS.format(label=label)).strands
    assert alone.note == ""


def test_every_figure_and_every_published_indicator_is_told_whether_it_adds_up() -> None:
    known = {name for name, figure in all_figures().items()} | {m.indicator for m in INDICATORS.values()}
    assert known <= set(GROWTH)
    assert sum(len(names.split()) for names in EACH_ONCE.values()) == len(GROWTH)
    rates = {name for name, figure in all_figures().items() if figure.measure == "rate"}
    assert {n for n in rates if GROWTH[n] == "adds"} == set()


def test_a_share_is_held_against_no_total() -> None:
    assert (
        marks("""
        W1 | Kent | force | 2023-02-27 | 2023-03-05 | line_holders_charged | 94% charged
        T1 | Kent | force | 2023-10-09 | 2023-10-15 | line_holders_charged | 88% charged since 2019
    """)
        == []
    )


WEEK = told("A | Kent | force | 2023-02-27 | 2023-03-05 | arrests | 40")[0]
TOTAL = told("A | Kent | force | 2023-12-25 | 2023-12-31 | arrests | 40 since 2023")[0]
pieces = st.lists(st.tuples(st.integers(0, 40), st.integers(0, 12), st.integers(0, 30)), max_size=6)


@given(pieces, st.integers(0, 90))
def test_a_total_is_marked_where_some_of_the_periods_without_a_common_day_add_up_to_more(
    said: list[tuple[int, int, int]], total: int
) -> None:
    first = date(2023, 3, 1)
    reports: list[Report] = []
    for nth, (start, length, value) in enumerate(said):
        stated = replace(WEEK.stated, value=Decimal(value), release=f"R{nth}", relation="at_least")
        begins = first + timedelta(days=start)
        reports.append(replace(WEEK, stated=stated, start=begins, end=begins + timedelta(days=length)))
    whole = replace(TOTAL, stated=replace(TOTAL.stated, value=Decimal(total)))
    marked = [m for m in assemble("arrests", [*reports, whole]).marks if m.kind == "total below its parts"]
    # Weeks from 4 to 10 days long are one by their Monday, so that the trial takes them together too.
    periods: dict[object, list[Report]] = {}
    for r in reports:
        assert r.start and r.end
        length = (r.end - r.start).days
        monday = r.start + timedelta(days=1) if r.start.weekday() == 6 else r.start
        monday -= timedelta(days=monday.weekday())
        periods.setdefault(monday if 3 <= length <= 9 else (r.start, r.end), []).append(r)
    spans = [
        (
            min(r.start for r in some if r.start),
            max(r.end for r in some if r.end),
            max(r.stated.value for r in some),
        )
        for some in periods.values()
    ]
    most = Decimal(0)
    for n in range(len(spans) + 1):
        for chosen in combinations(sorted(spans), n):
            if all(a[1] < b[0] for a, b in pairwise(chosen)):
                most = max(most, sum((s[2] for s in chosen), Decimal(0)))
    assert bool(marked) == (total < most)
