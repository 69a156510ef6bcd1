"""Every place of the protecting path times every act: what becomes of it, and where the person stands then."""

from datetime import date

import pytest

from clewline.case.protection import protection
from clewline.record import Entry
from clewline.record.notation import read_notation
from clewline.safeguarding.considered import objection, said
from clewline.safeguarding.path import MOVES, PROTECTED, Act, Answer, Move, Place, place_of

TODAY = date(2023, 3, 31)
ADULT = "p: on 2023-03-01 person kent/1, force kent, number 1, born 1990-01-01"
STATUS = "{}: on 2023-03-{} protection status kent/1, force kent, person kent/1, said by Lane, reason ..., status {}"
MARK = (
    "m: on 2023-03-02 indicator observed kent/1, force kent, person kent/1, indicator drug_debt, "
    "observed by Lane, basis seen"
)
STORIES = {
    Place.NOTHING: [ADULT],
    Place.DEFAULT: [ADULT, MARK],
    Place.POSSIBLE: [ADULT, STATUS.format("s", "03", "possible victim")],
    Place.VICTIM: [ADULT, STATUS.format("s", "03", "victim")],
    Place.NO_CONCERN: [ADULT, STATUS.format("s", "03", "no concern recorded")],
    Place.STILL: [ADULT, MARK, STATUS.format("s", "03", "no concern recorded")],
}
"""How an adult comes to each place."""
DONE = {
    Act.ARREST: "x: on 2023-03-09 arrest C1, force kent, person kent/1",
    Act.CHARGE: "x: on 2023-03-09 charge H1, force kent, person kent/1, offence MD71170",
    Act.MARK: "x: on 2023-03-09 vulnerability identified V1, force kent, person kent/1",
    Act.SAY_POSSIBLE: STATUS.format("x", "09", "possible victim"),
    Act.SAY_VICTIM: STATUS.format("x", "09", "victim"),
    Act.SAY_NO_CONCERN: STATUS.format("x", "09", "no concern recorded"),
    Act.CONSIDER: (
        "x: on 2023-03-09 section 45 considered kent/1, force kent, person kent/1, considered by Moss, test adult, "
        "outcome not settled, reason ..."
    ),
    Act.REFER_NRM: "x: on 2023-03-09 nrm referral N1, force kent, person kent/1",
    Act.NOTIFY: "x: on 2023-03-09 duty to notify N1, force kent, person kent/1",
    Act.REFER: "x: on 2023-03-09 safeguarding referral R1, force kent, person kent/1, partner Harbour Trust",
}


def story(*notation: str) -> list[Entry]:
    return read_notation("\n".join(notation))


def stands(entries: list[Entry]) -> Place:
    return place_of(protection(entries, TODAY))


@pytest.mark.parametrize("place", Place)
@pytest.mark.parametrize("act", Act)
def test_the_record_does_what_the_table_says(place: Place, act: Act) -> None:
    before = story(*STORIES[place])
    assert stands(before) is place
    move = MOVES[place, act]
    (entry,) = story(DONE[act])
    refused = objection(entry, said(before)) is not None
    assert refused == (move.answer is Answer.CONSIDERED)
    after = before if refused else [*before, entry]
    assert stands(after) is move.to
    # Whoever is protected once stays so: nothing but the withdrawal of what was recorded changes it.
    assert place not in PROTECTED or move.to in PROTECTED


@pytest.mark.parametrize("place", Place)
def test_after_the_consideration_a_charge_is_recorded(place: Place) -> None:
    before = story(*STORIES[place], DONE[Act.CONSIDER].replace("x:", "y:"))
    (charge,) = story(DONE[Act.CHARGE])
    assert objection(charge, said(before)) is None


@pytest.mark.parametrize(
    "age",
    [
        "a: on 2023-03-01 arrest C0, force kent, person kent/1, age 15",
        "a: on 2023-03-01 arrest C0, force kent, person kent/1",
        f"{ADULT}\nq: on 2023-03-01 person kent/1, force kent, number 1, born 2009-01-01",
    ],
)
def test_a_child_or_who_may_be_one_takes_the_path_by_default_and_stays_on_it(age: str) -> None:
    assert stands(story(age)) is Place.DEFAULT
    assert stands(story(age, STATUS.format("s", "03", "no concern recorded"))) is Place.STILL
    (charge,) = story(DONE[Act.CHARGE])
    assert objection(charge, said(story(age, STATUS.format("s", "03", "no concern recorded")))) is not None


def test_the_table_is_whole_and_says_what_it_means() -> None:
    assert len(MOVES) == len(Place) * len(Act)
    assert MOVES[Place.NOTHING, Act.MARK] == Move(answer=Answer.TASKS, to=Place.DEFAULT)
    assert {move.answer for move in MOVES.values()} == set(Answer)
