"""Handsets and SIMs that served two phones are facts with their rows, and no ratio."""

from clewline.evidence.types import device_continuity
from evidence.uses_made import case_of, question


def test_one_handset_that_served_both_is_a_fact_with_its_rows() -> None:
    case = case_of({"p": ["0 x -", "1 x -"], "q": ["2 y -"]}, imeis={"p": "1" * 14, "q": "1" * 14})
    finding = device_continuity.weigh(question(case, "p", "q"), None)
    assert [f.what for f in finding.facts] == [
        "One handset served both: 2 uses of the first phone and 1 of the second."
    ]
    assert sorted(row.line for row in finding.rows) == [2, 3, 4]
    assert finding.ratio is None and "No validated model" in str(finding.why_none)


def test_handsets_of_their_own_are_no_fact() -> None:
    case = case_of({"p": ["0 x -"], "q": ["2 y -"]}, imeis={"p": "1" * 14, "q": "2" * 14})
    assert device_continuity.weigh(question(case, "p", "q"), None).facts == ()
    assert case.refs(case.phones["p"], case.phones["p"].line[:0]) == ()
