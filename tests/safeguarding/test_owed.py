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
    "of an adult whom a professional referred": (
        "a: on 2023-03-01 referral received R-1, WHO, referred by Rook, body School, concern afraid\n"
        "b: on 2023-03-09 arrest C-2, WHO",
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
