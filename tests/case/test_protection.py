"""Why someone is treated as a possible victim first: what was recorded, and nothing weighed."""

from datetime import date

import pytest

from clewline.case.protection import protection
from clewline.record.notation import read_notation

TODAY = date(2026, 3, 9)


def reasons(notation: str) -> list[str]:
    return [one.sentence for one in protection(read_notation(notation), TODAY).reasons]


@pytest.mark.parametrize(
    ("born", "said"),
    [
        ("2008-03-10", ["is under 18 today, as far as recorded"]),
        ("2008-03-09", []),
        ("1990-01-01", []),
    ],
)
def test_a_date_of_birth_says_who_is_under_18_today(born: str, said: list[str]) -> None:
    assert reasons(f"a1: on 2026-03-01 person kent/1, force kent, number 1, born {born}") == said


def test_an_age_below_18_counts_as_recorded_then_and_the_last_is_told() -> None:
    some = """
    a1: on 2024-03-01 arrest C1, force kent, person kent/1, age 15
    a2: on 2025-03-01 arrest C2, force kent, person kent/1, age 16
    a3: on 2025-06-01 arrest C3, force kent, person kent/1
    """
    assert reasons(some) == [
        "was 16 on 1 March 2025, as recorded then",
        "may be under 18: no entry says that they are not",
    ]
    assert reasons("a1: on 2024-03-01 arrest C1, force kent, person kent/1, age 31") == []


def test_an_age_that_is_not_settled_is_treated_as_a_child_s() -> None:
    assert reasons("a1: on 2024-03-01 arrest C1, force kent, person kent/1") == [
        "may be under 18: no entry says that they are not"
    ]
    some = """
    a1: on 2026-03-01 person kent/1, force kent, number 1, born 1990-01-01
    a2: on 2026-03-01 person kent/1, force kent, number 1, born 2009-01-01
    """
    assert reasons(some) == ["may be under 18: what is recorded of their age does not agree"]
    assert reasons("") == []


def test_a_person_may_be_suspect_and_victim_and_the_last_status_is_told() -> None:
    some = """
    a1: on 2025-03-01 arrest C1, force kent, person kent/1, age 31
    a2: on 2025-03-02 protection status kent/1, force kent, person kent/1, status victim, said by Lane, reason ...
    a3: on 2025-03-03 role Q2, person kent/1, line L1, role runner, basis admission, force kent
    a4: on 2025-03-03 role Q3, person kent/1, line L1, role customer, basis admission, force kent
    a5: on 2025-03-04 protection status kent/1, force kent, person kent/1, said by Moss, reason ..., status {}
    """
    found = protection(read_notation(some.format("no concern recorded")), TODAY)
    assert [one.id for one in found.suspected] == ["a1", "a3"]
    assert found.status is not None and found.status.id == "a5"
    # Who was a victim once is protected still, whatever was said since.
    assert [one.sentence for one in found.reasons] == ["is a victim, as Lane said on 2 March 2025"]


def test_a_professional_s_mark_and_a_role_of_the_exploited_are_reasons() -> None:
    some = """
    a1: on 2025-03-01 nrm referral R1, force kent, person kent/1
    a2: on 2025-03-02 role Q1, person kent/1, line L1, role victim, basis admission, force kent
    a3: on 2025-03-03 role Q2, person kent/1, line L1, role line holder, basis admission, force kent
    """
    assert reasons(some) == [
        "may be under 18: no entry says that they are not",
        "was referred to the National Referral Mechanism on 1 March 2025",
        "is said to be a victim of a line",
    ]


def test_every_step_is_told_whether_recorded_or_not() -> None:
    found = protection(
        read_notation("a1: on 2025-03-01 safety plan P1, force kent, person kent/1, age 44"), TODAY
    )
    assert not found.possible_victim
    assert {step.title for step in found.steps if step.entries} == {"Safety plan"} and len(found.steps) == 20
