"""Where a referral stands, and what may be done with it: the whole table, and the stories that it tells."""

from datetime import UTC, datetime

import pytest

from clewline.record import Entry
from clewline.record.notation import read_notation
from clewline.safeguarding.referral import (
    BY_CASE,
    BY_PARTNER,
    OPEN,
    OUTCOMES,
    TRANSITIONS,
    Act,
    State,
    act_of,
    standing,
)

REFERRAL = "r1: on 2026-03-01 safeguarding referral R-1, force kent, person kent/1, partner Harbour Trust"
_OF = "force kent, person kent/1, referral r1"
SAID = {
    Act.ACCEPT: f"referral answered R-1, {_OF}, partner Harbour Trust, answer accepted, answered by Jo",
    Act.RETURN: f"referral answered R-1, {_OF}, partner Harbour Trust, answer returned, answered by Jo",
    Act.ASK: f"referral answered R-1, {_OF}, partner Harbour Trust, answer asked, answered by Jo",
    Act.DO: f"referral done R-1, {_OF}, partner Harbour Trust, what Met them, done by Jo",
    Act.END: f"referral done R-1, {_OF}, partner Harbour Trust, what Moved away, done by Jo, ended yes",
    Act.REPLY: f"referral reply R-1, {_OF}, partner Harbour Trust, words Yes, replied by Sam",
    Act.TELL: f"referrer told R-1, {_OF}, told accepted, told by Sam",
    Act.CLOSE: f"referrer told R-1, {_OF}, told no further action, told by Sam",
}
TO_GET_THERE = {
    State.SENT: [],
    State.ASKED: [Act.ASK],
    State.REPLIED: [Act.ASK, Act.REPLY],
    State.ACCEPTED: [Act.ACCEPT],
    State.RETURNED: [Act.RETURN],
    State.HELPED: [Act.ACCEPT, Act.DO],
    State.ENDED: [Act.ACCEPT, Act.DO, Act.END],
    State.UNHELPED: [Act.ACCEPT, Act.END],
    State.TOLD: [Act.CLOSE],
}
ALLOWED = {
    # which acts each state allows, written out by hand, so that a slip in the table shows
    State.SENT: "accept return ask close",
    State.ASKED: "accept return ask reply close",
    State.REPLIED: "accept return ask close",
    State.ACCEPTED: "return ask reply do end tell close",
    State.RETURNED: "tell",
    State.HELPED: "ask reply do end tell close",
    State.ENDED: "tell",
    State.UNHELPED: "close",
    State.TOLD: "",
}


def referral() -> Entry:
    return read_notation(REFERRAL)[0]


def followed(*acts: Act) -> list[Entry]:
    text = "\n".join(f"e{n}: on 2026-03-{n + 2:02} {SAID[act]}" for n, act in enumerate(acts))
    found = []
    for n, entry in enumerate(read_notation(text)):
        found.append(_at(entry, n))
    return found


def _at(entry: Entry, n: int) -> Entry:
    from dataclasses import replace

    return replace(entry, recorded_at=datetime(2026, 3, 2 + n, tzinfo=UTC))


def test_each_entry_is_one_act() -> None:
    assert [act_of(one) for one in followed(*Act)] == list(Act)
    assert act_of(referral()) is None


@pytest.mark.parametrize("state", list(State))
def test_every_state_is_reached(state: State) -> None:
    found = standing(referral(), followed(*TO_GET_THERE[state]))
    assert found.state is state
    assert found.outcome == OUTCOMES.get(state)


@pytest.mark.parametrize("act", list(Act))
@pytest.mark.parametrize("state", list(State))
def test_every_state_times_every_act(state: State, act: Act) -> None:
    allowed = act.name.lower() in ALLOWED[state].split()
    assert (act in TRANSITIONS[state]) == allowed
    before = standing(referral(), followed(*TO_GET_THERE[state]))
    after = standing(referral(), followed(*TO_GET_THERE[state], act))
    assert after.state is (TRANSITIONS[state][act] if allowed else state)
    asked = Act.ASK in TO_GET_THERE[state] and Act.REPLY not in TO_GET_THERE[state]
    assert (act in before.possible) == (allowed and (act is not Act.REPLY or asked))


def test_a_question_is_open_until_it_is_answered_whatever_else_happens() -> None:
    asked = standing(referral(), followed(Act.ACCEPT, Act.ASK))
    assert asked.state is State.ACCEPTED and len(asked.questions) == 1 and Act.REPLY in asked.possible
    done = standing(referral(), followed(Act.ACCEPT, Act.ASK, Act.DO))
    assert done.state is State.HELPED and Act.REPLY in done.possible
    replied = standing(referral(), followed(Act.ACCEPT, Act.ASK, Act.DO, Act.REPLY))
    assert replied.state is State.HELPED and not replied.questions and Act.REPLY not in replied.possible


def test_the_referrer_is_told_of_each_outcome() -> None:
    assert not standing(referral(), []).untold
    accepted = standing(referral(), followed(Act.ACCEPT))
    assert accepted.untold and accepted.last.id == "e0"
    told = standing(referral(), followed(Act.ACCEPT, Act.TELL))
    assert not told.untold and told.told == ("accepted",) and told.last.id == "e0"
    helped = standing(referral(), followed(Act.ACCEPT, Act.TELL, Act.DO))
    assert helped.untold and helped.outcome == "help was given" and helped.last.id == "e2"
    assert standing(referral(), followed(Act.ACCEPT, Act.DO, Act.DO)).last.id == "e2"


def test_the_order_in_which_entries_come_changes_nothing() -> None:
    some = followed(Act.ASK, Act.REPLY, Act.ACCEPT, Act.DO, Act.END)
    assert standing(referral(), reversed(some)) == standing(referral(), some)


def test_what_is_no_act_changes_nothing() -> None:
    assert standing(referral(), [referral(), *followed(Act.ASK)]).state is State.ASKED


def test_what_two_people_do_at_once_is_the_first_s() -> None:
    found = standing(referral(), followed(Act.RETURN, Act.ACCEPT))
    assert found.state is State.RETURNED and found.last.id == "e0"


def test_a_partner_acts_in_open_states_and_each_act_is_somebody_s() -> None:
    assert {state for state in State if any(act in TRANSITIONS[state] for act in BY_PARTNER)} == OPEN
    assert {State.RETURNED, State.ENDED, State.UNHELPED, State.TOLD} == set(State) - OPEN
    assert sorted((*BY_PARTNER, *BY_CASE)) == sorted(Act)
