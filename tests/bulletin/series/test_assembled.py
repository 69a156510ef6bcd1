"""The series as a whole: its order, and which mark a value has."""

from dataclasses import replace

from bulletin.series.reports_told import series, told
from clewline.bulletin.series import assemble

WEEK = "2023-02-27 | 2023-03-05"


def test_the_whole_comes_first_and_time_goes_on_downwards() -> None:
    found = series(f"""
        A1 | Kent | force | 2023-10-09 | 2023-10-15 | arrests_by_sex | 20 men
        A1 | Kent | force | 2023-10-09 | 2023-10-15 | arrests | 30
        B1 | Kent | force | {WEEK} | arrests_by_sex | 25 men + 2 women
        B1 | Kent | force | {WEEK} | arrests | 27
        C1 | NPCC | national | {WEEK} | arrests | 1200
        D1 | Kent | force | not stated | not stated | arrests | 3
        E1 | Kent | force | 2023-10-09 | 2023-10-15 | arrests | over 900 since 2019, over 1000 since 2018
    """)
    assert [(s.thing.narrowed, len(s.reports)) for s in found.strands] == [
        ((), 6),
        (("sex=male",), 2),
        (("sex=female",), 1),
    ]
    strand = found.strands[0]
    assert [r.stated.release for r in strand.weeks] == ["C1", "B1", "A1"]
    assert [r.start.year for r in strand.totals if r.start] == [2018, 2019]
    assert [r.stated.release for r in strand.undated] == ["D1"]
    assert len(found.reports) == 9


def test_a_release_that_stands_in_two_lists_is_one_report_on_two_entries() -> None:
    reports = told(f"A1 | Kent | force | {WEEK} | arrests | 30")
    found = assemble("arrests", [*reports, replace(reports[0], entries=("C:2",))])
    assert [r.entries for r in found.reports] == [("B:1/1", "C:2")]


def test_what_a_text_says_twice_is_one_report_and_both_ends_of_a_range_are_two() -> None:
    (row,) = told(f"A1 | Kent | force | {WEEK} | arrests | 30")
    said = replace(row.stated, text="t1", quote_start=0, quote_end=2)
    again = replace(said, as_stated="thirty people", quote_start=50, quote_end=63, position="list")
    least = replace(said, relation="at_least")
    reports = [replace(row, entries=(f"e{n}",), stated=s) for n, s in enumerate((said, again, least))]
    found = assemble("arrests", reports)
    assert [r.entries for r in found.reports] == [("e0", "e1"), ("e2",)]


def test_marks_are_numbered_through_the_series_and_each_value_knows_its_own() -> None:
    found = series(f"""
        A1 | Kent | force | {WEEK} | arrests_by_sex | 25 men + 2 women
        A1 | Kent | force | {WEEK} | arrests | 27
        B1 | Kent | force | {WEEK} | arrests_by_sex | 25 men + 3 women
        B1 | Kent | force | {WEEK} | arrests | 28
        T1 | Kent | force | 2023-10-09 | 2023-10-15 | arrests | 20 since 2019
    """)
    assert [m.kind for m in found.marks] == ["reports differ", "total below its parts", "reports differ"]
    numbers = {(r.stated.release, r.stated.as_stated): found.marks_of(r) for r in found.reports}
    assert numbers["A1", "27"] == numbers["B1", "28"] == (1, 2)
    assert numbers["T1", "20 since 2019"] == (2,)
