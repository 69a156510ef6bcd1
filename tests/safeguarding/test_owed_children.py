"""What a local authority owes a child: discussion, enquiry, assessment, conference, return interview."""

import pytest
from people_owed import CHILD as child
from people_owed import owed_to, told

LATER = "2023-06-01 12:00"

CASES = {
    # name: (entries, now, when they were born, duty, how it stands)
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
    "with two that came after it": (
        "a: on 2023-03-01 safeguarding enquiry E-1, WHO, duty section 47\n"
        "b: on 2023-03-03 strategy meeting M-1, WHO\nc: on 2023-03-09 strategy meeting M-2, WHO",
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
}


@pytest.mark.parametrize("name", CASES)
def test_a_duty_to_a_child_stands_as_its_entries_say(name: str) -> None:
    text, now, born, duty, expected = CASES[name]
    assert told(owed_to(text, now, born=born), duty) == expected  # type: ignore[arg-type]  # a table of cases
