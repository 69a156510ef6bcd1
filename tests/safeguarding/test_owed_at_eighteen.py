"""Who turns 18 before they were referred: it is told as not done, and they are asked as an adult from that day on."""

from datetime import date

import pytest
from people_owed import at as instant
from people_owed import owed_to, told

from clewline.output.duty_words import as_data, stands
from clewline.safeguarding.owed import LEFT, State

BORN = date(2005, 4, 10)
"""18 on 10 April 2023."""
ARRESTED = "a: on 2023-03-01 arrest C-1, WHO"
BEFORE, BIRTHDAY, AFTER = "2023-04-09 12:00", "2023-04-10 12:00", "2023-06-01 12:00"
CONSENT = "{}: on {} consent O-{}, WHO, to NRM referral, answer {}, taken by Moss"


def nrm(now: str, *more: str, born: date | None = BORN) -> list[str]:
    return told(owed_to("\n".join([ARRESTED, *more]), now, born=born), "nrm_referral")


def test_until_the_birthday_it_is_a_child_s_and_from_then_on_an_adult_s() -> None:
    assert nrm(BEFORE) == ["a as soon as possible"]
    assert nrm(BIRTHDAY) == nrm(AFTER) == ["a cannot be told", "a not done"]


def test_british_clocks_say_when_the_birthday_begins() -> None:
    # 23:30 in UTC is half past midnight in British summer.
    assert nrm("2023-04-09 22:30") == ["a as soon as possible"]
    assert nrm("2023-04-09 23:30") == ["a cannot be told", "a not done"]


def test_who_was_referred_as_a_child_is_owed_nothing_more() -> None:
    assert nrm(AFTER, "b: on 2023-04-09 nrm referral N-1, WHO") == ["a done with b"]
    assert nrm(AFTER, "b: on 2023-04-10 nrm referral N-1, WHO") == ["a not done", "a done with b"]


def test_they_are_asked_anew_whatever_they_said_as_a_child() -> None:
    assert nrm(AFTER, CONSENT.format("b", "2023-04-09", 1, "given")) == ["a cannot be told", "a not done"]
    assert nrm(AFTER, CONSENT.format("b", "2023-04-09", 1, "refused")) == ["a cannot be told", "a not done"]
    assert nrm(AFTER, CONSENT.format("b", "2023-04-10", 1, "given")) == [
        "a as soon as possible",
        "a not done",
    ]
    refused = CONSENT.format("b", "2023-04-11", 1, "refused")
    assert nrm(AFTER, refused) == ["a not done", "a not needed with b"]
    found = owed_to(f"{ARRESTED}\n{refused}", AFTER, born=BORN)
    assert told(found, "duty_to_notify") == ["b as soon as possible"]


@pytest.mark.parametrize(
    "more",
    [
        (),
        ("b: on 2023-05-01 age assessed A-1, WHO, outcome disputed, assessed by Lane, basis two papers",),
    ],
)
def test_whose_age_is_not_known_or_disputed_stays_a_child(more: tuple[str, ...]) -> None:
    assert nrm(AFTER, *more, born=BORN if more else None) == ["a as soon as possible"]


def test_who_is_found_to_be_an_adult_is_asked_from_the_day_that_says_so() -> None:
    found = "b: on 2023-05-02 age assessed A-1, WHO, outcome 18 or over, assessed by Lane, basis passport"
    (adult, missed) = [
        one for one in owed_to(f"{ARRESTED}\n{found}", AFTER, born=None) if one.duty.duty == "nrm_referral"
    ]
    assert adult.grown == missed.grown == date(2023, 5, 2)


def test_what_a_child_was_owed_besides_stays_as_it_is() -> None:
    found = owed_to(ARRESTED, AFTER, born=BORN)
    assert told(found, "child_welfare_form") == ["a as soon as possible"]
    # One for each arrest, and not once for a person: that arrest is over.
    assert told(found, "appropriate_adult") == ["a as soon as possible"]


def test_it_is_told_in_words_and_left_to_nobody() -> None:
    at = instant(AFTER)
    (adult, missed) = [one for one in owed_to(ARRESTED, AFTER, born=BORN) if one.duty.duty == "nrm_referral"]
    assert stands(missed, at) == "not done while they were a child, until 10 April 2023"
    assert missed.state is State.MISSED and missed.state not in LEFT and missed.overdue_by(at) is None
    assert stands(adult, at).endswith("owed as to an adult since 10 April 2023, and not done before")
    assert as_data(adult, at)["adult_since"] == "2023-04-10"
    assert missed.at(at) == missed
