"""A person who may be a victim is charged only where a named person considered section 45 first."""

from datetime import date

import pytest

from clewline.record.notation import read_notation
from clewline.safeguarding.considered import objection, said

CHARGE = "c: on 2023-03-05 charge H1, force kent, person kent/1, offence MD71170"
CONSIDERED = (
    "s: on 2023-03-04 section 45 considered kent/1, force kent, person kent/1, considered by Moss, "
    "outcome the defence does not apply, reason nothing says that they were made to, test {}"
)
MARKED = "v: on 2023-03-01 vulnerability identified V1, force kent, person kent/1"
ADULT = "a: on 2023-03-01 arrest C1, force kent, person kent/1, age 31"


def against(charge: str, *others: str) -> str | None:
    """Return what is said against a charge, of a person of whom the others were recorded."""
    (entry,) = read_notation(charge)
    return objection(entry, said(read_notation("\n".join(others))))


def test_an_adult_whom_nothing_marks_is_charged() -> None:
    assert against(CHARGE, ADULT) is None
    assert against(f"{CHARGE}, age 31") is None


@pytest.mark.parametrize(
    ("charge", "others", "why"),
    [
        (f"{CHARGE}, age 17", (), "was under 18 at the act"),
        (CHARGE, (), "no entry says that they were not"),
        (CHARGE, (ADULT, ADULT.replace("a:", "b:").replace("31", "15")), "does not agree"),
        (CHARGE, (ADULT, MARKED), "was identified as exploited or at risk on 1 March 2023"),
        (
            CHARGE,
            (
                ADULT,
                "i: on 2023-03-01 indicator observed I1, force kent, person kent/1, indicator drug_debt, "
                "observed by Lane, basis told at the stop",
            ),
            "“drug debt”",
        ),
        (
            CHARGE,
            (
                ADULT,
                "p: on 2023-03-01 protection status kent/1, force kent, person kent/1, status victim, said by Lane, "
                "reason ...",
            ),
            "is a victim, as Lane said",
        ),
        (
            CHARGE,
            (
                ADULT,
                "r: on 2023-03-01 role R1, person kent/1, line L1, role victim, basis admission, force kent",
            ),
            "victim",
        ),
    ],
)
def test_who_may_be_a_victim_is_considered_first(charge: str, others: tuple[str, ...], why: str) -> None:
    sentence = against(charge, *others)
    assert sentence is not None and why in sentence and "kent/1" in sentence and "section 45" in sentence
    assert against(charge, *others, CONSIDERED.format("child")) is None


def test_who_may_have_been_a_child_is_considered_by_the_child_s_test() -> None:
    young = f"{CHARGE}, age 17"
    sentence = against(young, CONSIDERED.format("adult"))
    assert sentence is not None and "by the adult's test, but this person was under 18" in sentence
    assert against(CHARGE, ADULT, MARKED, CONSIDERED.format("adult")) is None
    assert against(CHARGE, ADULT, MARKED, CONSIDERED.format("child")) is None


@pytest.mark.parametrize(
    ("charge", "others", "child"),
    [
        # Grown up when they were charged, a child at the act.
        (
            f"{CHARGE}, age 18, act on 2022-06-01",
            ("p: on 2023-03-01 person kent/1, force kent, number 1, born 2005-01-01",),
            True,
        ),
        (
            f"{CHARGE}, age 18, act on 2023-02-01",
            ("p: on 2023-03-01 person kent/1, force kent, number 1, born 2005-01-01",),
            False,
        ),
        # An age at the act, with its day and without.
        (f"{CHARGE}, age 31, act on 2022-06-01, age at act 17", (), True),
        (f"{CHARGE}, age 31, act on 2022-06-01, age at act 30", (), False),
        (f"{CHARGE}, age at act 17", (), True),
        (f"{CHARGE}, age at act 18", (), False),
        (f"{CHARGE}, age at act 18, age 19", (), False),
        (f"{CHARGE}, age at act 18, age 17", (), True),
        # An assessment settles it.
        (
            f"{CHARGE}, age 17",
            (
                "t: on 2023-03-04 age assessed kent/1, force kent, person kent/1, outcome 18 or over, "
                "assessed by Moss, basis passport",
            ),
            False,
        ),
        (
            f"{CHARGE}, age 31",
            (
                "t: on 2023-03-04 age assessed kent/1, force kent, person kent/1, outcome disputed, "
                "assessed by Moss, basis two papers",
                "u: on 2023-03-03 age assessed kent/1, force kent, person kent/1, outcome 18 or over, "
                "assessed by Moss, basis passport",
            ),
            True,
        ),
    ],
)
def test_the_age_that_counts_is_that_at_the_act(charge: str, others: tuple[str, ...], child: bool) -> None:
    assert (against(charge, *others) is not None) == child


def test_a_consideration_is_of_a_person_and_of_what_it_names() -> None:
    young, considered = f"{CHARGE}, age 17, arrest C1, act on 2023-02-01", CONSIDERED.format("child")
    assert against(young, f"{considered}, arrest C1, offence MD71170, act on 2023-02-01") is None
    assert against(young, f"{considered}, arrest C2") is not None
    assert against(young, f"{considered}, offence TH68001") is not None
    assert against(young, f"{considered}, act on 2023-02-02") is not None
    assert against(young, considered.replace("person kent/1", "person kent/2")) is not None
    assert against(young.replace(", arrest C1", ""), f"{considered}, arrest C2") is None


def test_what_is_no_charge_is_not_held_back() -> None:
    assert against("a: on 2023-03-01 arrest C1, force kent, person kent/1, age 15") is None
    assert said([]).age(day=date(2023, 3, 1)) == "not known"


def test_what_two_parts_of_a_record_say_is_said_together() -> None:
    settled = (
        "t: on 2023-03-04 age assessed kent/1, force kent, person kent/1, outcome 18 or over, assessed by Moss, "
        "basis passport"
    )
    disputed = settled.replace("t:", "u:").replace("-04", "-05").replace("18 or over", "disputed")
    one, other = said(read_notation(f"{ADULT}\n{settled}")), said(read_notation(disputed))
    assert one.add(other).age(day=date(2023, 3, 6)) == "disputed" == other.add(one).age(day=date(2023, 3, 6))
    assert one.add(said([])).age(day=date(2023, 3, 6)) == "18 or over"
