"""How a duty stands, in words that say since when and for how long."""

from datetime import timedelta

import pytest
from people_owed import ADULT, at, owed_to

from clewline.output.duty_words import deadline, lasted, stands

WAITING = "a: on 2023-03-01 missing episode M-1, WHO, found yes{clock}"


@pytest.mark.parametrize(
    ("time", "expected"),
    [
        (timedelta(minutes=59), "less than an hour"),
        (timedelta(hours=1), "1 hour"),
        (timedelta(hours=47, minutes=59), "47 hours"),
        (timedelta(days=2), "2 days"),
        (timedelta(days=1200), "1,200 days"),
    ],
)
def test_a_length_of_time(time: timedelta, expected: str) -> None:
    assert lasted(time) == expected


@pytest.mark.parametrize(
    ("text", "now", "expected"),
    [
        (WAITING.format(clock=", found at 23:40"), "2023-03-02 12:00", "due by 23:40 on 4 March 2023"),
        (WAITING.format(clock=""), "2023-03-02 12:00", "due by 00:00 on 4 March 2023 at the latest"),
        (WAITING.format(clock=""), "2023-03-04 05:00", "overdue by 5 hours"),
        ("a: on 2023-04-05 nrm referral N-1, WHO", "2023-04-06 12:00", "due by 14 April 2023"),
        (
            "a: on 2023-03-01 nrm decision D-1, WHO, stage reasonable grounds, outcome positive",
            "2023-03-02 12:00",
            "not yet before 31 March 2023",
        ),
        (
            "a: on 2023-03-01 nrm decision D-1, WHO, stage reasonable grounds, outcome positive",
            "2023-04-02 12:00",
            "as soon as possible; no target; from 31 March 2023 on",
        ),
        (
            "a: on 2023-03-01 nrm decision D-1, WHO, stage reasonable grounds, outcome positive\n"
            "b: on 2023-03-05 nrm decision D-2, WHO, stage conclusive grounds, outcome positive",
            "2023-03-06 12:00",
            "done on 5 March 2023, too early",
        ),
        (
            "a: on 2023-04-05 nrm referral N-1, WHO\n"
            "b: on 2023-04-20 nrm decision D-1, WHO, stage reasonable grounds, outcome negative",
            "2023-06-02 12:00",
            "done on 20 April 2023, late",
        ),
        (
            WAITING.format(clock=", found at 23:40")
            + "\nb: on 2023-03-04 return interview R-1, WHO, outcome held",
            "2023-06-02 12:00",
            "done on 4 March 2023; whether in time is not recorded",
        ),
        (
            "a: on 2023-03-01 strategy meeting M-1, WHO",
            "2023-03-02 12:00",
            "as soon as possible; no target",
        ),
    ],
)
def test_a_duty_stands_in_words(text: str, now: str, expected: str) -> None:
    words = [stands(one, at(now)) for one in owed_to(text, now) if one.start.id == "a"]
    assert expected in words


def test_an_adult_s_duties_say_what_is_waited_for_and_what_ended_them() -> None:
    text = "a: on 2023-03-01 vulnerability identified V-1, WHO"
    words = [stands(one, at("2023-03-02 12:00")) for one in owed_to(text, "2023-03-02 12:00", born=ADULT)]
    assert "cannot be told: It needs consent: NRM referral given, which is not recorded." in words
    text += "\nb: on 2023-03-02 consent O-1, WHO, to NRM referral, answer refused, taken by Moss"
    found = owed_to(text, "2023-03-02 12:00", born=ADULT)
    assert "not needed since 2 March 2023" in [stands(one, at("2023-03-02 12:00")) for one in found]
    assert [deadline(one) for one in found if one.due is None] == [""] * 3
