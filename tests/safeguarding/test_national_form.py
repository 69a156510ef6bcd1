"""What the record answers of what the national forms ask, each with its entry."""

from datetime import date

import pytest

from clewline.case.known import standing
from clewline.record.notation import read_notation
from clewline.safeguarding.national_form import FIELDS, FIRST_RESPONDERS, given

WHO = "force metropolitan, person metropolitan/17"
PERSON = "p: on 2023-03-01 person metropolitan/17, force metropolitan, number 17"
CASES = {
    "nothing is recorded": (PERSON, []),
    "a name, a date of birth and a sex": (
        f"{PERSON}, family name Nightjar, given names Ann, born 2008-06-01, sex female",
        [("names", "Ann Nightjar", "p"), ("born", "1 June 2008", "p"), ("sex", "female", "p")],
    ),
    "another name is told beside it": (
        f"{PERSON}, family name Nightjar\nq: on 2023-03-02 person metropolitan/17, force metropolitan, number 17, "
        "family name Dunlin",
        [("names", "Dunlin", "q"), ("aliases", "Nightjar", "p")],
    ),
    "two dates of birth are told": (
        f"{PERSON}, born 2008-06-01\n"
        f"q: on 2023-03-02 age assessed A-1, {WHO}, outcome under 18, assessed by Moss, basis ID, born 2009-01-02",
        [("born", "2 January 2009 or 1 June 2008", "q")],
    ),
    "an age where there is no date": (
        f"q: on 2023-03-02 arrest C-1, {WHO}, age 12, sex male",
        [("born", "12 on 2 March 2023, as recorded then", "q"), ("sex", "male", "q")],
    ),
    "one that is disputed says so": (
        f"q: on 2023-03-02 arrest C-1, {WHO}, age 15\nr: on 2023-03-02 arrest C-2, {WHO}, age 30",
        [("born", "30 on 2 March 2023, as recorded then; whether under 18 is disputed", "r")],
    ),
    "consent to the referral and to nothing else": (
        f"q: on 2023-03-02 consent O-1, {WHO}, to NRM referral, answer given, taken by Moss\n"
        f"r: on 2023-03-03 consent O-2, {WHO}, to support, answer refused, taken by Moss",
        [("consent", "given on 2 March 2023, asked by Moss", "q")],
    ),
    "the last answer counts": (
        f"q: on 2023-03-02 consent O-1, {WHO}, to NRM referral, answer given, taken by Moss\n"
        f"r: on 2023-03-03 consent O-2, {WHO}, to NRM referral, answer withdrawn, taken by Moss",
        [("consent", "withdrawn on 3 March 2023, asked by Moss", "r")],
    ),
    "the concern": (
        f"q: on 2023-03-02 vulnerability identified V-1, {WHO}, concern holds a phone that is not hers\n"
        f"r: on 2023-03-03 vulnerability identified V-2, {WHO}",
        [("nature", "holds a phone that is not hers", "q")],
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_the_record_answers_with_the_entry_that_says_so(name: str) -> None:
    text, expected = CASES[name]
    found = given(standing(read_notation(text)), date(2023, 3, 6))
    assert [(one.field, one.text, one.entry.id) for one in found] == expected


def test_what_is_asked_is_what_was_readable_and_no_more() -> None:
    assert [one.name for one in FIELDS] == [
        *("nature", "consent", "names", "aliases", "born", "sex", "nationality", "languages")
    ]
    assert len(FIRST_RESPONDERS) == 17 and "police forces" in FIRST_RESPONDERS
