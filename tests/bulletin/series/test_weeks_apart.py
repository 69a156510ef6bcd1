"""Reports of one week that cannot both be true, and those that only look so."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bulletin.series.reports_told import marks, told
from clewline.bulletin.possible import can_both_be_true
from clewline.bulletin.series import Report, assemble

WEEK = "2023-02-27 | 2023-03-05"
A_WEEK = told(f"A1 | Kent | force | {WEEK} | arrests | 40")[0]


def test_two_numbers_of_one_week_are_marked_with_who_said_them() -> None:
    assert marks(f"""
        A1 | Kent Police | force | {WEEK} | cash_gbp | 118000
        B1 | Kent (a paper) | force | {WEEK} | cash_gbp | 180000
        C1 | Kent (another) | force | {WEEK} | cash_gbp | over 100,000
        D1 | Essex | force | {WEEK} | cash_gbp | 90000
        E1 | Kent | force | 2023-10-09 | 2023-10-15 | cash_gbp | 180000
    """) == [
        (
            "reports differ",
            "Kent, 27 February to 5 March 2023: £180,000 (Kent (a paper), B1) and £118,000 (Kent Police, A1) "
            "cannot both be true.",
        )
    ]


def test_three_numbers_of_one_week_are_one_mark() -> None:
    (mark,) = marks(f"""
        A1 | NPCC | national | {WEEK} | arrests | 1120
        B1 | NCA | national | {WEEK} | arrests | 1145
        C1 | Home Office | national | {WEEK} | arrests | nearly 1050
    """)
    assert mark == (
        "reports differ",
        "National, 27 February to 5 March 2023: at most 1,050 (Home Office, C1), 1,145 (NCA, B1) and 1,120 (NPCC, A1) "
        "cannot all be true.",
    )


@pytest.mark.parametrize(
    "rows",
    [
        f"A1 | Kent | force | {WEEK} | arrests | 40\nB1 | Kent | force | {WEEK} | arrests | over 38",
        f"A1 | Kent | force | {WEEK} | arrests | 40\nB1 | Kent | force | {WEEK} | arrests | about 43",
        f"A1 | Kent | force | {WEEK} | class_a_kg | 8.3\nB1 | Kent | force | {WEEK} | class_a_kg | 8.27",
        f"A1 | Kent | force | {WEEK} | class_a_kg | 8.3\nB1 | Kent | force | {WEEK} | class_b_kg | 9",
        f"A1 | Kent | force | {WEEK} | arrests | 40\nB1 | Kent | local | {WEEK} | arrests | 4",
        f"A1 | Kent | force | {WEEK} | arrests | 40, including 25 in Dover",
        f"A1 | Kent | force | {WEEK} | engagement_people | 4916\n"
        f"A1 | Kent | force | {WEEK} | cuckoo_visits | 73 people engaged",
        f"A1 | Kent | force | {WEEK} | people_charged | 40 (so far)\nB1 | Kent | force | {WEEK} | people_charged | 61",
        f"A1 | Kent | force | {WEEK} | arrests | 40\nB1 | Kent | force | not stated | not stated | arrests | 61",
        "A1 | Kent | force | 2023-03-01 | 2023-03-01 | arrests | 4\n"
        "B1 | Kent | force | 2023-03-02 | 2023-03-02 | arrests | 5",
    ],
)
def test_what_can_both_be_true_is_not_marked(rows: str) -> None:
    assert marks(rows) == []


def test_other_remarks_and_other_last_days_are_told_as_what_may_explain_it() -> None:
    assert marks(f"""
        A1 | Kent | force | {WEEK} | class_b_kg | 33.8 (BBC), 8 (copy)
        """) == [
        (
            "remarks differ",
            "Kent, 27 February to 5 March 2023: 33.8 kg (Kent, A1: BBC) and 8 kg (Kent, A1: copy) cannot both be true. "
            "Their remarks differ, and they may count different things.",
        )
    ]
    (mark,) = marks("""
        A1 | Kent | force | 2023-02-27 | 2023-03-03 | arrests | 40
        B1 | Kent | force | 2023-02-26 | 2023-03-05 | arrests | 44
    """)
    assert mark[1].endswith(
        "Their days differ too (26 February to 5 March 2023; 27 February to 3 March 2023), which may be why."
    )


def text(*values: tuple[str, str, str], name: str = "t1", position: str = "lead") -> list[Report]:
    """Reports of one text, each with its value, relation and characters."""
    found = []
    for value, relation, characters in values:
        start, end = map(int, characters.split("-"))
        said = replace(
            A_WEEK.stated,
            release=name,
            value=Decimal(value),
            relation=relation,
            text=name,
            quote_start=start,
            quote_end=end,
            position=position,
        )
        found.append(replace(A_WEEK, stated=said))
    return found


def kinds(*reports: Report) -> list[str]:
    return [m.kind for m in assemble("arrests", reports).marks]


def test_what_one_text_says_bit_by_bit_is_left_to_the_check() -> None:
    assert kinds(*text(("40", "exactly", "10-12"), ("12", "exactly", "50-52"))) == []
    # It shares a number with the other text; the rest is a part, or its own contradiction.
    assert kinds(*text(("40", "exactly", "10-12"), ("12", "exactly", "50-52")), A_WEEK) == []
    assert kinds(*text(("41", "exactly", "10-12"), ("12", "exactly", "50-52")), A_WEEK) == ["reports differ"]


def test_both_ends_of_a_range_are_held_against_the_other_text() -> None:
    between = (("41", "at_least", "10-19"), ("50", "at_most", "10-19"))
    assert kinds(*text(*between), A_WEEK) == ["reports differ"]
    assert kinds(*text(("39", "at_least", "10-19"), ("50", "at_most", "10-19")), A_WEEK) == []


def test_a_small_number_in_passing_is_taken_for_a_part_and_one_in_the_headline_is_not() -> None:
    assert kinds(*text(("12", "exactly", "10-12"), position="body"), A_WEEK) == []
    assert kinds(*text(("12", "exactly", "10-12"), position="headline"), A_WEEK) == ["reports differ"]
    assert kinds(*text(("39", "exactly", "10-12"), position="body"), A_WEEK) == ["reports differ"]


def test_a_number_told_as_a_part_is_not_held_against_the_whole() -> None:
    (part,) = text(("39", "exactly", "10-12"))
    assert kinds(replace(part, stated=replace(part.stated, part=True)), A_WEEK) == []


numbers = st.tuples(
    st.integers(0, 60), st.sampled_from(("exactly", "at_least", "at_most", "about")), st.integers(0, 3)
)


@given(st.lists(numbers, max_size=6))
def test_reports_are_marked_where_one_of_another_source_cannot_be_true_beside_them(
    said: list[tuple[int, str, int]],
) -> None:
    reports = []
    for nth, (value, relation, week) in enumerate(said):
        stated = replace(A_WEEK.stated, value=Decimal(value), relation=relation, release=f"R{nth}")
        days = (date(2023, 1, 2 + 7 * week), date(2023, 1, 8 + 7 * week))
        reports.append(replace(A_WEEK, stated=stated, start=days[0], end=days[1]))
    marked = {r.stated.release for m in assemble("arrests", reports).marks for r in m.reports}
    apart = [
        {one.stated.release, two.stated.release}
        for one, two in combinations(reports, 2)
        if one.start == two.start and not can_both_be_true(one.stated, two.stated)
    ]
    assert marked == set().union(*apart)
