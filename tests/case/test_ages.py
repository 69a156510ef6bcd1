"""Whether somebody was a child on a day: what is recorded answers with one voice, or they are treated as one."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clewline.case.ages import Answer, age_on, aged, years
from clewline.record.notation import read_notation

DAY = date(2023, 3, 1)
DAYS = st.dates(date(1920, 1, 1), date(2040, 12, 31))


def answer(notation: str, day: date = DAY) -> str:
    return str(age_on(read_notation(notation), day).answer)


BORN = "p: on 2023-02-01 person kent/1, force kent, number 1, born {}"
AGED = "a: on 2023-02-01 arrest C1, force kent, person kent/1, age {}"


@pytest.mark.parametrize(
    ("notation", "said"),
    [
        ("", "not known"),
        ("a: on 2023-02-01 arrest C1, force kent, person kent/1", "not known"),
        (BORN.format("2005-03-02"), "under 18"),
        (BORN.format("2005-03-01"), "18 or over"),
        (AGED.format(16), "under 18"),
        (AGED.format(18), "18 or over"),
        # 17 a month before: 18 today, or not yet.
        (AGED.format(17), "not known"),
        (f"{AGED.format(17)}\n{BORN.format('2005-02-20')}", "18 or over"),
        # Two systems say otherwise.
        (f"{AGED.format(25)}\n{BORN.format('2006-02-20')}", "disputed"),
        # 17 and 19 on one day cannot both be true: that a month later 17 may be 18 settles nothing.
        (f"{AGED.format(17)}\n{AGED.format(19).replace('a:', 'b:')}", "disputed"),
        (f"{AGED.format(18)}\n{AGED.format(19).replace('a:', 'b:')}", "18 or over"),
        # Two dates of birth that both make them a child, or an adult, answer alike.
        (f"{BORN.format('2006-02-20')}\n{BORN.format('2007-02-20').replace('p:', 'q:')}", "under 18"),
        (f"{BORN.format('1996-02-20')}\n{BORN.format('1997-02-20').replace('p:', 'q:')}", "18 or over"),
        (f"{BORN.format('2006-02-20')}\n{BORN.format('1997-02-20').replace('p:', 'q:')}", "disputed"),
    ],
)
def test_what_is_recorded_answers_or_leaves_it_open(notation: str, said: str) -> None:
    assert answer(notation) == said


ASSESSED = (
    "s: on 2023-02-20 age assessed kent/1, force kent, person kent/1, assessed by Moss, basis passport, "
    "outcome {}"
)


@pytest.mark.parametrize(
    ("notation", "said"),
    [
        (ASSESSED.format("under 18"), "not known"),
        (ASSESSED.format("under 18, born 2006-05-01"), "under 18"),
        (ASSESSED.format("18 or over"), "18 or over"),
        (ASSESSED.format("disputed"), "disputed"),
        # It settles what did not agree, and sets aside what it rules out.
        (f"{AGED.format(15)}\n{ASSESSED.format('18 or over')}", "18 or over"),
        (f"{AGED.format(25)}\n{ASSESSED.format('under 18, born 2006-05-01')}", "under 18"),
        (
            f"{AGED.format(17)}\n{AGED.format(19).replace('a:', 'b:')}\n{ASSESSED.format('18 or over')}",
            "18 or over",
        ),
        # It settled that they were a child, and not which of two ages they were: later that is open.
        (
            f"{AGED.format(16)}\n{AGED.format(17).replace('a:', 'b:')}\n{ASSESSED.format('under 18')}",
            "under 18",
        ),
        # What it does not rule out still tells how old they are later.
        (f"{AGED.format(15)}\n{ASSESSED.format('under 18')}", "under 18"),
        # A dispute opens what was settled, until a later assessment.
        (f"{AGED.format(25)}\n{ASSESSED.format('disputed')}", "disputed"),
        (
            f"{ASSESSED.format('disputed')}\n{ASSESSED.format('18 or over').replace('s:', 't:').replace('-20', '-21')}",
            "18 or over",
        ),
    ],
)
def test_an_assessment_settles_it_or_leaves_it_open(notation: str, said: str) -> None:
    assert answer(notation) == said


def test_a_dispute_names_what_does_not_agree() -> None:
    found = age_on(read_notation(f"{AGED.format(25)}\n{BORN.format('2006-02-20')}"), DAY)
    assert [one.id for one in found.behind] == ["a", "p"] and found.child and not found.settled
    settled = age_on(read_notation(f"{AGED.format(25)}\n{ASSESSED.format('18 or over')}"), DAY)
    assert [one.id for one in settled.behind] == ["s", "a"] and settled.settled and not settled.child


def test_an_age_at_the_act_counts_on_the_day_of_the_act() -> None:
    charge = "c: on 2023-02-01 charge H1, force kent, person kent/1, offence X, age at act 17"
    assert answer(charge) == "not known"
    assert answer(f"{charge}, act on 2022-01-01") == "18 or over"
    assert answer(f"{charge}, act on 2022-01-01", date(2022, 1, 1)) == "under 18"


@given(DAYS, DAYS)
def test_an_age_says_between_which_days_they_were_born(born: date, day: date) -> None:
    age = years(born, day)
    if 0 <= age <= 100:
        said = aged(age, day)
        assert said.first <= born <= said.last
        assert years(said.first, day) == years(said.last, day) == age
        assert years(said.first - timedelta(days=1), day) == age + 1
        assert years(said.last + timedelta(days=1), day) == age - 1


@given(DAYS, st.integers(0, 40), DAYS)
def test_who_is_of_age_once_is_of_age_after(day: date, age: int, other: date) -> None:
    said = aged(age, day)
    later = other + timedelta(days=1)
    assert not (said.on(other) is Answer.ADULT and said.on(later) is not Answer.ADULT)


def test_born_on_29_february_they_grow_older_on_1_march() -> None:
    assert years(date(2004, 2, 29), date(2022, 2, 28)) == 17
    assert years(date(2004, 2, 29), date(2022, 3, 1)) == 18


def test_an_age_that_nobody_settled_stays_open_until_all_of_it_makes_them_an_adult() -> None:
    both = f"{AGED.format(16)}\n{AGED.format(17).replace('a:', 'b:')}"
    assert answer(both, date(2024, 1, 31)) == "under 18"  # by 16 a year before
    assert answer(both, date(2024, 2, 1)) == "disputed"  # 17 then is 18 now, and 16 then may be 17 or 18
    assert answer(both, date(2025, 1, 31)) == "disputed"
    assert answer(both, date(2025, 2, 1)) == "18 or over"
    assessed = f"{both}\n{ASSESSED.format('under 18')}"
    assert answer(assessed, date(2024, 6, 1)) == "disputed"
    found = age_on(read_notation(both), date(2024, 6, 1))
    assert [one.id for one in found.behind] == ["a", "b"] and found.child
