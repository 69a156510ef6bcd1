"""Which duties a person's entries start, when they are due, what fulfils them; each case in notation."""

from datetime import date

import pytest
from people_owed import ADULT as adult
from people_owed import CHILD as child
from people_owed import at, owed_to, told

from clewline.safeguarding.owed import State

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
    "a section 47 enquiry without a strategy discussion": (
        "a: on 2023-03-01 safeguarding enquiry E-1, WHO, duty section 47",
        *("2023-03-02 12:00", child, "strategy_discussion", ["a overdue by 2023-03-01"]),
    ),
    "with one on the day": (
        "a: on 2023-03-01 safeguarding enquiry E-1, WHO, duty s.47\nb: on 2023-03-01 strategy meeting M-1, WHO",
        *(LATER, child, "strategy_discussion", ["a done by 2023-03-01 with b in time"]),
    ),
    "with the last of two before it": (
        "x: on 2023-02-01 strategy meeting M-0, WHO\nb: on 2023-02-28 strategy meeting M-1, WHO\n"
        "a: on 2023-03-01 safeguarding enquiry E-1, WHO, duty S47 enquiry",
        *(LATER, child, "strategy_discussion", ["a done by 2023-03-01 with b in time"]),
    ),
    "with one that came after it": (
        "a: on 2023-03-01 safeguarding enquiry E-1, WHO, duty section 47\n"
        "b: on 2023-03-03 strategy meeting M-1, WHO",
        *(LATER, child, "strategy_discussion", ["a done by 2023-03-01 with b late"]),
    ),
    "an enquiry under no said provision": (
        "a: on 2023-03-01 safeguarding enquiry E-1, WHO",
        *(LATER, child, "strategy_discussion", ["a cannot be told by 2023-03-01"]),
    ),
    "section 471 is not section 47": (
        "a: on 2023-03-01 safeguarding enquiry E-1, WHO, duty section 471",
        *(LATER, child, "strategy_discussion", []),
    ),
    "a strategy discussion asks for an enquiry": (
        "a: on 2023-03-01 strategy meeting M-1, WHO",
        *(LATER, child, "section_47_enquiry", ["a as soon as possible"]),
    ),
    "which fulfils it": (
        "a: on 2023-03-01 strategy meeting M-1, WHO\n"
        "b: on 2023-03-02 safeguarding enquiry E-1, WHO, duty Children Act section 47",
        *(LATER, child, "section_47_enquiry", ["a done with b"]),
    ),
    "an enquiry before it does not": (
        "b: on 2023-02-01 safeguarding enquiry E-1, WHO, duty section 47\na: on 2023-03-01 strategy meeting M-1, WHO",
        *(LATER, child, "section_47_enquiry", ["a as soon as possible"]),
    ),
    "a child in need": (
        "a: on 2023-03-01 safeguarding referral R-1, WHO, partner Kent children’s services",
        *(LATER, child, "section_17_assessment", ["a as soon as possible"]),
    ),
    "an assessment in 45 working days, over Easter, two May holidays and the coronation": (
        "a: on 2023-03-31 safeguarding referral R-1, WHO, partner Kent County Council",
        *("2023-06-08 12:00", child, "assessment", ["a due by 2023-06-09"]),
    ),
    "a plan shows that one was made": (
        "a: on 2023-03-31 safeguarding referral R-1, WHO, partner Kent County Council\n"
        "b: on 2023-04-20 safety plan P-1, WHO",
        *(LATER, child, "assessment", ["a done by 2023-06-09 with b in time"]),
    ),
    "a conference within 15 working days of the discussion": (
        "a: on 2022-12-14 strategy meeting M-1, WHO\nb: on 2022-12-15 safeguarding enquiry E-1, WHO, duty section 47",
        *("2023-01-10 12:00", child, "child_protection_conference", ["a overdue by 2023-01-09"]),
    ),
    "of the last discussion before the enquiry": (
        "x: on 2022-12-01 strategy meeting M-0, WHO\na: on 2022-12-14 strategy meeting M-1, WHO\n"
        "b: on 2022-12-15 safeguarding enquiry E-1, WHO, duty section 47",
        *("2023-01-02 12:00", child, "child_protection_conference", ["a due by 2023-01-09"]),
    ),
    "a discussion without an enquiry starts none": (
        "a: on 2022-12-14 strategy meeting M-1, WHO\nb: on 2022-12-15 safeguarding enquiry E-1, WHO, duty section 17",
        *(LATER, child, "child_protection_conference", []),
    ),
    "one that is untold is untold": (
        "a: on 2022-12-14 strategy meeting M-1, WHO\nb: on 2022-12-15 safeguarding enquiry E-1, WHO",
        *(LATER, child, "child_protection_conference", ["a cannot be told by 2023-01-09"]),
    ),
    "72 hours from being found": (
        "a: on 2023-03-01 missing episode M-1, WHO, found yes, found at 23:40",
        *("2023-03-04 23:39", child, "return_interview", ["a due by 2023-03-04"]),
    ),
    "over": (
        "a: on 2023-03-01 missing episode M-1, WHO, found yes, found at 23:40",
        *("2023-03-04 23:41", child, "return_interview", ["a overdue by 2023-03-04"]),
    ),
    "over earlier where no time is recorded": (
        "a: on 2023-03-01 missing episode M-1, WHO, found yes",
        *("2023-03-04 00:01", child, "return_interview", ["a overdue by 2023-03-03"]),
    ),
    "the clocks go forward: 72 hours of the day end an hour later by them": (
        "a: on 2023-03-25 missing episode M-1, WHO, found yes, found at 10:00",
        *("2023-03-28 09:59", child, "return_interview", ["a due by 2023-03-28"]),
    ),
    "and are over then": (
        "a: on 2023-03-25 missing episode M-1, WHO, found yes, found at 10:00",
        *("2023-03-28 10:01", child, "return_interview", ["a overdue by 2023-03-28"]),
    ),
    "in the hour that comes twice the first is meant": (
        "a: on 2023-10-29 missing episode M-1, WHO, found yes, found at 01:30",
        *("2023-11-01 00:31", child, "return_interview", ["a overdue by 2023-11-01"]),
    ),
    "a child who is still missing is owed none yet": (
        "a: on 2023-03-01 missing episode M-1, WHO, found no",
        *(LATER, child, "return_interview", []),
    ),
    "whether they were found is not recorded": (
        "a: on 2023-03-01 missing episode M-1, WHO",
        *(LATER, child, "return_interview", ["a cannot be told by 2023-03-03"]),
    ),
    "a time says that they were": (
        "a: on 2023-03-01 missing episode M-1, WHO, found at 09:00",
        *(LATER, child, "return_interview", ["a overdue by 2023-03-04"]),
    ),
    "an interview in time": (
        "a: on 2023-03-01 missing episode M-1, WHO, found yes, found at 23:40\n"
        "b: on 2023-03-04 return interview R-1, WHO, outcome held, held at 23:40",
        *(LATER, child, "return_interview", ["a done by 2023-03-04 with b in time"]),
    ),
    "a minute late": (
        "a: on 2023-03-01 missing episode M-1, WHO, found yes, found at 23:40\n"
        "b: on 2023-03-04 return interview R-1, WHO, outcome held, held at 23:41",
        *(LATER, child, "return_interview", ["a done by 2023-03-04 with b late"]),
    ),
    "on the last day without a time, nobody can say": (
        "a: on 2023-03-01 missing episode M-1, WHO, found yes, found at 23:40\n"
        "b: on 2023-03-04 return interview R-1, WHO, outcome held",
        *(LATER, child, "return_interview", ["a done by 2023-03-04 with b"]),
    ),
    "on the day before without a time": (
        "a: on 2023-03-01 missing episode M-1, WHO, found yes, found at 23:40\n"
        "b: on 2023-03-03 return interview R-1, WHO, outcome held",
        *(LATER, child, "return_interview", ["a done by 2023-03-04 with b in time"]),
    ),
    "on the day after without a time": (
        "a: on 2023-03-01 missing episode M-1, WHO, found yes, found at 23:40\n"
        "b: on 2023-03-05 return interview R-1, WHO, outcome held",
        *(LATER, child, "return_interview", ["a done by 2023-03-04 with b late"]),
    ),
    "an offer fulfils nothing": (
        "a: on 2023-03-01 missing episode M-1, WHO, found yes\n"
        "b: on 2023-03-02 return interview R-1, WHO, outcome offered",
        *("2023-03-02 12:00", child, "return_interview", ["a due by 2023-03-03"]),
    ),
    "each time needs its own interview": (
        "a: on 2023-03-01 missing episode M-1, WHO, found yes\nb: on 2023-03-10 missing episode M-2, WHO, found yes\n"
        "c: on 2023-03-11 return interview R-1, WHO, outcome held",
        *(
            LATER,
            child,
            "return_interview",
            ["a overdue by 2023-03-03", "b done by 2023-03-12 with c in time"],
        ),
    ),
    "unless it names the first": (
        "a: on 2023-03-01 missing episode M-1, WHO, found yes\nb: on 2023-03-10 missing episode M-2, WHO, found yes\n"
        "c: on 2023-03-11 return interview R-1, WHO, outcome held, missing M-1",
        *(LATER, child, "return_interview", ["a done by 2023-03-03 with c late", "b overdue by 2023-03-12"]),
    ),
    "found twice on a day, the interview stands between": (
        "a: on 2023-03-01 missing episode M-1, WHO, found yes, found at 08:00\n"
        "b: on 2023-03-01 missing episode M-2, WHO, found yes, found at 22:00\n"
        "c: on 2023-03-01 return interview R-1, WHO, outcome held, held at 15:00",
        *(
            LATER,
            child,
            "return_interview",
            ["a done by 2023-03-04 with c in time", "b overdue by 2023-03-04"],
        ),
    ),
    "a marked adult has a Care Act enquiry": (
        "a: on 2023-03-01 vulnerability identified V-1, WHO\n"
        "b: on 2023-03-02 safeguarding enquiry E-1, WHO, duty Care Act s.42",
        *(LATER, adult, "care_act_enquiry", ["a done with b"]),
    ),
    "or one that is not statutory": (
        "a: on 2023-03-01 vulnerability identified V-1, WHO\n"
        "b: on 2023-03-02 safeguarding enquiry E-1, WHO, duty non-statutory",
        *(LATER, adult, "care_act_enquiry", ["a done with b"]),
    ),
    "which are not for children": (
        "a: on 2023-03-01 vulnerability identified V-1, WHO",
        *(LATER, child, "care_act_enquiry", []),
    ),
    "an appropriate adult for each arrest of a child": (
        "a: on 2023-03-01 arrest C-1, WHO\nb: on 2023-03-09 arrest C-2, WHO\n"
        "c: on 2023-03-09 need seen to N-1, WHO, need appropriate adult",
        *(LATER, child, "appropriate_adult", ["a as soon as possible", "b done with c"]),
    ),
    "of an adult who was marked before": (
        "a: on 2023-03-01 vulnerability identified V-1, WHO\nb: on 2023-03-09 arrest C-2, WHO",
        *(LATER, adult, "appropriate_adult", ["b as soon as possible"]),
    ),
    "of an adult whose status says so": (
        'a: on 2023-03-01 protection status S-1, WHO, status victim, said by Moss, reason "told us"\n'
        "b: on 2023-03-09 arrest C-2, WHO",
        *(LATER, adult, "appropriate_adult", ["b as soon as possible"]),
    ),
    "and not of one who was marked after": (
        "b: on 2023-03-01 arrest C-2, WHO\na: on 2023-03-09 vulnerability identified V-1, WHO",
        *(LATER, adult, "appropriate_adult", []),
    ),
    "legal advice": (
        "a: on 2023-03-01 arrest C-1, WHO\nb: on 2023-03-01 need seen to N-1, WHO, need legal advice",
        *(LATER, adult, "legal_advice", ["a done with b"]),
    ),
    "medical needs": (
        "a: on 2023-03-01 arrest C-1, WHO\nb: on 2023-03-01 need seen to N-1, WHO, need legal advice",
        *(LATER, adult, "medical_needs", ["a as soon as possible"]),
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_a_duty_stands_as_its_entries_say(name: str) -> None:
    text, now, born, duty, expected = CASES[name]
    assert told(owed_to(text, now, born=born), duty) == expected  # type: ignore[arg-type]  # a table of cases


PANEL = ("devolved panel site",)
REFERRED = "n: on 2023-03-01 nrm referral N-1, WHO\n"


@pytest.mark.parametrize(
    ("entries", "expected"),
    [
        ("", ["n cannot be told by 2023-04-15"]),
        (
            "p: on 2023-03-01 age assessed A-1, WHO, outcome under 18, assessed by Moss, basis ID, born 2005-06-10",
            ["n overdue by 2023-04-15"],
        ),
        (
            "p: on 2023-03-01 age assessed A-1, WHO, outcome under 18, assessed by Moss, basis ID, born 2005-06-09",
            [],
        ),
        (
            "p: on 2023-03-01 age assessed A-1, WHO, outcome under 18, assessed by Moss, basis ID, born 2008-02-29\n"
            "q: on 2023-03-02 person metropolitan/17, force metropolitan, number 17, born 2008-03-01",
            ["n cannot be told by 2023-04-15"],
        ),
        (
            "p: on 2023-03-01 age assessed A-1, WHO, outcome under 18, assessed by Moss, basis ID, born 2008-02-29",
            ["n overdue by 2023-04-15"],
        ),
    ],
)
def test_a_panel_decides_on_a_child_who_has_more_than_100_days_to_18(
    entries: str, expected: list[str]
) -> None:
    found = owed_to(REFERRED + entries, "2023-05-01 12:00", born=None, where=PANEL)
    assert told(found, "child_decision_panel") == expected


def test_a_panel_decides_only_at_a_site_of_the_pilot() -> None:
    assert told(owed_to(REFERRED, LATER), "child_decision_panel") == []
    assert told(owed_to(REFERRED, LATER, where=PANEL), "child_decision_panel") == ["n overdue by 2023-04-15"]


def test_why_it_cannot_be_told_is_said() -> None:
    (found,) = [
        one
        for one in owed_to("a: on 2023-03-01 vulnerability identified V-1, WHO", LATER, born=adult)
        if one.state is State.UNTOLD
    ]
    assert found.why == "It needs consent: NRM referral given, which is not recorded."


def test_a_time_that_was_not_recorded_is_said_to_be_the_latest() -> None:
    text = "a: on 2023-03-01 missing episode M-1, WHO, found yes{}"
    for clock, exact in (("", False), (", found at 00:00", True)):
        (found,) = [o for o in owed_to(text.format(clock), LATER) if o.duty.duty == "return_interview"]
        assert found.exact is exact and str(found.due) == "2023-03-04 00:00:00+00:00"


def test_what_is_overdue_stands_first_the_earliest_before_the_others() -> None:
    found = owed_to(
        "a: on 2023-03-01 missing episode M-1, WHO, found yes\n"
        "b: on 2023-02-01 nrm referral N-1, WHO\n"
        "c: on 2023-05-30 safeguarding referral R-1, WHO, partner Kent County Council\n"
        "d: on 2023-05-30 nrm decision D-1, WHO, stage reasonable grounds, outcome positive, referral other",
        LATER,
    )
    assert [(one.duty.duty, one.state.value) for one in found] == [
        ("reasonable_grounds", "overdue"),
        ("return_interview", "overdue"),
        ("assessment", "due"),
        ("section_17_assessment", "as soon as possible"),
        ("conclusive_grounds", "not yet"),
        ("child_welfare_form", "done"),
    ]
    first, last, later = found[0], found[-1], at(LATER)
    assert first.due == at("2023-02-09 00:00") and str(first.overdue_by(later)) == "112 days, 12:00:00"
    assert last.due is None and last.due_day is None and last.overdue_by(later) is None


def test_who_turns_18_between_two_events_is_a_child_at_the_first_alone() -> None:
    found = owed_to(
        "a: on 2023-03-01 arrest C-1, WHO\nb: on 2023-04-01 arrest C-2, WHO",
        LATER,
        born=date(2005, 3, 15),
    )
    assert told(found, "appropriate_adult") == ["a as soon as possible"]


@pytest.mark.parametrize(
    "entries",
    [
        "",
        "p: on 2023-03-01 age assessed A-1, WHO, outcome disputed, assessed by Moss, basis papers",
        "p: on 2023-03-02 arrest C-2, WHO, age 17\nq: on 2023-03-02 arrest C-3, WHO, age 19",
    ],
)
def test_whose_age_is_unknown_or_disputed_is_treated_as_a_child(entries: str) -> None:
    found = owed_to(f"a: on 2023-03-01 arrest C-1, WHO\n{entries}", LATER, born=None)
    assert told(found, "nrm_referral") == ["a as soon as possible"]
    assert told(found, "appropriate_adult")[0] == "a as soon as possible"


def test_how_a_duty_stands_at_another_instant_follows_from_the_same_entries() -> None:
    text = (
        "a: on 2023-03-01 missing episode M-1, WHO, found yes\nb: on 2023-03-01 nrm referral N-1, WHO\n"
        "c: on 2023-03-02 nrm decision D-1, WHO, stage reasonable grounds, outcome positive\n"
        "d: on 2023-03-01 safeguarding enquiry E-1, WHO"
    )
    early, late = "2023-03-02 12:00", LATER
    for one, other in ((early, late), (late, early)):
        assert sorted(map(str, (o.at(at(other)) for o in owed_to(text, one)))) == sorted(
            map(str, owed_to(text, other))
        )
