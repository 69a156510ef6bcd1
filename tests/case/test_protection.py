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
        ("2008-03-10", ["is under 18 today, by the date of birth as recorded"]),
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
    assert reasons(some) == ["was 16 on 1 March 2025, as recorded then"]
    assert reasons("a1: on 2024-03-01 arrest C1, force kent, person kent/1, age 31") == []


def test_a_professional_s_mark_and_a_role_of_the_exploited_are_reasons() -> None:
    some = """
    a1: on 2025-03-01 nrm referral R1, force kent, person kent/1
    a2: on 2025-03-02 role Q1, person kent/1, line L1, role victim, basis admission, force kent
    a3: on 2025-03-03 role Q2, person kent/1, line L1, role line holder, basis admission, force kent
    """
    assert reasons(some) == [
        "was referred to the National Referral Mechanism on 1 March 2025",
        "is said to be a victim of a line",
    ]


def test_every_step_is_told_whether_recorded_or_not() -> None:
    found = protection(read_notation("a1: on 2025-03-01 safety plan P1, force kent, person kent/1"), TODAY)
    assert not found.possible_victim
    assert {step.title for step in found.steps if step.entries} == {"Safety plan"} and len(found.steps) == 11
