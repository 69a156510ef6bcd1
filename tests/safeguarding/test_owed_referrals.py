"""The National Referral Mechanism and the duty to notify: who is referred, who is asked, when it is decided."""

import pytest
from people_owed import ADULT as adult
from people_owed import CHILD as child
from people_owed import owed_to, told

LATER = "2023-06-01 12:00"

CASES = {
    # name: (entries, now, when they were born, duty, how it stands)
    "an arrested child is referred": (
        "a: on 2023-03-01 arrest C-1, WHO, age 15",
        *(LATER, child, "nrm_referral", ["a as soon as possible"]),
    ),
    "an arrested adult is not, for the arrest alone": (
        "a: on 2023-03-01 arrest C-1, WHO, age 30",
        *(LATER, adult, "nrm_referral", []),
    ),
    "an indicator alone starts nothing": (
        "a: on 2023-03-01 indicator observed I-1, WHO, indicator found_far_from_home, observed by Moss, basis seen",
        *(LATER, child, "nrm_referral", []),
    ),
    "a professional's mark does": (
        "a: on 2023-03-01 vulnerability identified V-1, WHO",
        *(LATER, child, "nrm_referral", ["a as soon as possible"]),
    ),
    "a professional's referral does": (
        "a: on 2023-03-01 referral received R-1, WHO, referred by Rook, body School, concern afraid",
        *(LATER, child, "nrm_referral", ["a as soon as possible"]),
    ),
    "a status does": (
        'a: on 2023-03-01 protection status S-1, WHO, status possible victim, said by Moss, reason "told us"',
        *(LATER, child, "nrm_referral", ["a as soon as possible"]),
    ),
    "no concern recorded starts nothing": (
        'a: on 2023-03-01 protection status S-1, WHO, status no concern recorded, said by Moss, reason "met"',
        *(LATER, child, "nrm_referral", []),
    ),
    "no concern recorded closes nothing": (
        "a: on 2023-03-01 vulnerability identified V-1, WHO\n"
        'b: on 2023-03-02 protection status S-1, WHO, status no concern recorded, said by Moss, reason "met"',
        *(LATER, child, "nrm_referral", ["a as soon as possible"]),
    ),
    "one referral serves a person, whatever is recorded later": (
        "a: on 2023-03-01 arrest C-1, WHO\nb: on 2023-03-02 nrm referral N-1, WHO\nc: on 2023-04-01 arrest C-2, WHO",
        *(LATER, child, "nrm_referral", ["a done with b"]),
    ),
    "a referral that was made before the first mark serves too": (
        "a: on 2023-03-01 nrm referral N-1, WHO\nb: on 2023-03-02 arrest C-1, WHO",
        *(LATER, child, "nrm_referral", ["b done with a"]),
    ),
    "a withdrawn mark starts nothing": (
        "a: on 2023-03-01 vulnerability identified V-1, WHO\n"
        "b: on 2023-03-02 correction a, withdraws a; known from 2023-03-07T00:00:00+00:00",
        *(LATER, child, "nrm_referral", []),
    ),
    "a withdrawn referral fulfils nothing": (
        "a: on 2023-03-01 arrest C-1, WHO\nb: on 2023-03-02 nrm referral N-1, WHO\n"
        "c: on 2023-03-03 correction b, withdraws b; known from 2023-03-07T00:00:00+00:00",
        *(LATER, child, "nrm_referral", ["a as soon as possible"]),
    ),
    "an adult is asked first": (
        "a: on 2023-03-01 vulnerability identified V-1, WHO",
        *(LATER, adult, "nrm_referral", ["a cannot be told"]),
    ),
    "an adult who consents is referred": (
        "a: on 2023-03-01 vulnerability identified V-1, WHO\n"
        "b: on 2023-03-01 consent O-1, WHO, to NRM referral, answer given, taken by Moss",
        *(LATER, adult, "nrm_referral", ["a as soon as possible"]),
    ),
    "an adult who refuses is not referred": (
        "a: on 2023-03-01 vulnerability identified V-1, WHO\n"
        "b: on 2023-03-01 consent O-1, WHO, to NRM referral, answer refused, taken by Moss",
        *(LATER, adult, "nrm_referral", ["a not needed with b"]),
    ),
    "and is reported under the duty to notify": (
        "a: on 2023-03-01 vulnerability identified V-1, WHO\n"
        "b: on 2023-03-01 consent O-1, WHO, to NRM referral, answer refused, taken by Moss",
        *(LATER, adult, "duty_to_notify", ["b as soon as possible"]),
    ),
    "consent withdrawn midway turns the one into the other from that day": (
        "a: on 2023-03-01 vulnerability identified V-1, WHO\n"
        "b: on 2023-03-01 consent O-1, WHO, to NRM referral, answer given, taken by Moss\n"
        "c: on 2023-03-09 consent O-2, WHO, to NRM referral, answer withdrawn, taken by Moss",
        *(LATER, adult, "duty_to_notify", ["c as soon as possible"]),
    ),
    "consent given after a refusal turns it back": (
        "a: on 2023-03-01 consent O-1, WHO, to NRM referral, answer refused, taken by Moss\n"
        "b: on 2023-03-09 consent O-2, WHO, to NRM referral, answer given, taken by Moss",
        *(LATER, adult, "duty_to_notify", []),
    ),
    "consent to something else is no answer": (
        "a: on 2023-03-01 consent O-1, WHO, to support, answer refused, taken by Moss",
        *(LATER, adult, "duty_to_notify", []),
    ),
    "where a referral is made no report is needed": (
        "a: on 2023-03-01 nrm referral N-1, WHO\n"
        "b: on 2023-03-09 consent O-2, WHO, to NRM referral, answer withdrawn, taken by Moss",
        *(LATER, adult, "duty_to_notify", ["b not needed with a"]),
    ),
    "a report fulfils it": (
        "a: on 2023-03-01 consent O-1, WHO, to NRM referral, answer refused, taken by Moss\n"
        "b: on 2023-03-09 duty to notify D-1, WHO",
        *(LATER, adult, "duty_to_notify", ["a done with b"]),
    ),
    "a child's refusal ends nothing": (
        "a: on 2023-03-01 arrest C-1, WHO\n"
        "b: on 2023-03-01 consent O-1, WHO, to NRM referral, answer refused, taken by Moss",
        *(LATER, child, "nrm_referral", ["a as soon as possible"]),
    ),
    "the child welfare form goes to a council": (
        "a: on 2023-03-01 arrest C-1, WHO\n"
        "b: on 2023-03-02 safeguarding referral R-1, WHO, partner Kent County Council",
        *(LATER, child, "child_welfare_form", ["a done with b"]),
    ),
    "a charity is none": (
        "a: on 2023-03-01 arrest C-1, WHO\nb: on 2023-03-02 safeguarding referral R-1, WHO, partner Harbour",
        *(LATER, child, "child_welfare_form", ["a as soon as possible"]),
    ),
    "a referral to nobody in particular leaves it untold": (
        "a: on 2023-03-01 arrest C-1, WHO\nb: on 2023-03-02 safeguarding referral R-1, WHO",
        *(LATER, child, "child_welfare_form", ["a cannot be told"]),
    ),
    "reasonable grounds within five working days, Good Friday and Easter Monday are none": (
        "a: on 2023-04-05 nrm referral N-1, WHO",
        *("2023-04-14 12:00", child, "reasonable_grounds", ["a due by 2023-04-14"]),
    ),
    "overdue on the day after": (
        "a: on 2023-04-05 nrm referral N-1, WHO",
        *("2023-04-15 12:00", child, "reasonable_grounds", ["a overdue by 2023-04-14"]),
    ),
    "a decision that came late is done, and late": (
        "a: on 2023-04-05 nrm referral N-1, WHO\n"
        "b: on 2023-04-17 nrm decision D-1, WHO, stage reasonable grounds, outcome positive",
        *(LATER, child, "reasonable_grounds", ["a done by 2023-04-14 with b late"]),
    ),
    "a decision about another referral fulfils nothing": (
        "a: on 2023-04-05 nrm referral N-1, WHO, reference NRM/1\n"
        "b: on 2023-04-06 nrm decision D-1, WHO, stage reasonable grounds, outcome positive, referral NRM/2",
        *(LATER, child, "reasonable_grounds", ["a overdue by 2023-04-14"]),
    ),
    "a decision names its referral": (
        "a: on 2023-04-05 nrm referral N-1, WHO, reference NRM/1\n"
        "b: on 2023-04-06 nrm decision D-1, WHO, stage reasonable grounds, outcome positive, referral NRM/1",
        *(LATER, child, "reasonable_grounds", ["a done by 2023-04-14 with b in time"]),
    ),
    "conclusive grounds are not due before 30 days": (
        "a: on 2023-03-01 nrm decision D-1, WHO, stage reasonable grounds, outcome positive",
        *("2023-03-30 12:00", child, "conclusive_grounds", ["a not yet from 2023-03-31"]),
    ),
    "and have no target after": (
        "a: on 2023-03-01 nrm decision D-1, WHO, stage reasonable grounds, outcome positive",
        *("2024-03-31 12:00", child, "conclusive_grounds", ["a as soon as possible from 2023-03-31"]),
    ),
    "before 13 December 2022 it was 45 days": (
        "a: on 2022-12-12 nrm decision D-1, WHO, stage reasonable grounds, outcome positive",
        *("2023-01-25 12:00", child, "conclusive_grounds", ["a not yet from 2023-01-26"]),
    ),
    "from then on it is 30": (
        "a: on 2022-12-13 nrm decision D-1, WHO, stage reasonable grounds, outcome positive",
        *("2023-01-25 12:00", child, "conclusive_grounds", ["a as soon as possible from 2023-01-12"]),
    ),
    "one that came too early is told": (
        "a: on 2023-03-01 nrm decision D-1, WHO, stage reasonable grounds, outcome positive\n"
        "b: on 2023-03-10 nrm decision D-2, WHO, stage conclusive grounds, outcome positive",
        *(LATER, child, "conclusive_grounds", ["a done from 2023-03-31 with b late"]),
    ),
    "after negative grounds none are due": (
        "a: on 2023-03-01 nrm decision D-1, WHO, stage reasonable grounds, outcome negative",
        *(LATER, child, "conclusive_grounds", []),
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_a_referral_stands_as_its_entries_say(name: str) -> None:
    text, now, born, duty, expected = CASES[name]
    assert told(owed_to(text, now, born=born), duty) == expected  # type: ignore[arg-type]  # a table of cases
