"""Every door that was made for protecting people, and everybody who may stand before it: who sees what is behind.

`CLEWLINE_DOORS` names a file to which each answer is written, a line of JSON: `python -m bench doors` counts them.
"""

import json
import os
import re
from pathlib import Path
from typing import Any

from askers import (
    CHILD,
    EVERYBODY,
    READERS,
    REFERRER,
    WORRIED_ABOUT,
    Door,
    askers,
    behind,
    doors,
    seal,
    with_leave,
)
from django.db import connection
from site_made import CASE, OTHER_CASE, SECRET, Site
from test_who_sees_what import ROUTES

from clewline.store.accounts import log

CASES = (CHILD, SECRET, f"{CASE}-a", f"{CASE}-s1", "kent/21")
"""Words of the case, which only its members read."""
FORMS = (WORRIED_ABOUT, REFERRER)
"""Words of the referral that came by the public form."""
IN_CASE = frozenset(
    {
        *("case_referrals", "referral", "referral_act", "referral_share", "referral_end_sharing"),
        *("person_ask", "person_national_form", "duties", "person"),
    }
)
"""Doors to a case, by the names of their addresses."""
MADE_FOR_THIS = (
    "refer",
    "received",
    "partners",
    "guide",
    "person_ask",
    "person_national_form",
    "duties",
    "outcomes",
)
"""Beginnings of the names of the addresses that protecting people needed."""
ELSEWHERE = {
    "refer_leave",
    "refer_danger",
    "refer_ring",
    "refer_who",
    "refer_where",
    "refer_concern",
    "refer_you",
} | {
    "refer_signs",
    "refer_files",
    "refer_aside",
    "received_tell",
}
"""Pages of a draft that lead whoever has none to the start, as `refer_check` does; and one of what was taken up. They
are asked for as every address is, in `test_who_sees_what` and `test_open_to_anyone`."""


def keep(who: str, door: str, outcome: str, told: list[str]) -> None:
    """Write an answer down where somebody counts them."""
    if where := os.environ.get("CLEWLINE_DOORS"):
        line = {"who": who, "door": door, "outcome": outcome, "leaks": told, "database": connection.vendor}
        with Path(where).open("a", encoding="utf-8") as kept:
            kept.write(json.dumps(line) + "\n")


def outcome_of(answer: Any) -> str:
    """Return what became of asking."""
    if answer.status_code in (200, 422):
        return "seen"
    if answer.status_code == 302:
        return "asked who they are" if answer.url.startswith(("/log-in/", "/security/")) else "led elsewhere"
    return "refused"


def leaks(answer: Any, door: str, *, seen: bool, who: str) -> list[str]:
    """Return what an answer tells that is not for whoever asks, in its body or a header."""
    # Whoever has to log in first is led back afterwards to what they asked for themselves.
    headers = {
        name: value for name, value in answer.headers.items() if name != "Location" or who not in OUTSIDE
    }
    told = answer.content.decode(errors="replace") + repr(sorted(headers.items()))
    told = re.sub(rf"{CASE}-q\d", "", told)  # by which a partner names its referral
    never = [f"{OTHER_CASE}-a"]
    here = door.partition(",")[0]
    member = seen and (here in IN_CASE or here == "outcomes_people") and who in READERS | {LEAVE}
    if not member:
        never += [
            word for word in CASES if not (word == CHILD and seen and door.startswith("referrals, one"))
        ]
        never += (
            [CASE] if who.startswith(("a partner", "nobody", "press", "an administrator")) and seen else []
        )
    if not (seen and door.startswith("received")):
        never += FORMS
    return [word for word in never if word in told]


def expected(door: Door, who: str) -> str:
    """Return what is to become of asking."""
    if door.sees == EVERYBODY or who in door.sees:
        return "seen"
    return "asked who they are" if who in OUTSIDE else "refused"


LEAVE = "a member with leave"
OUTSIDE = {"nobody", "somebody without their second factor", "a partner that has left"}


def test_every_address_that_protecting_people_needed_is_a_door() -> None:
    there = {name.partition(",")[0] for name in doors({"reference": "2222-2222", "code": ""})}
    made = {str(one.name) for one in ROUTES if str(one.name).startswith(MADE_FOR_THIS)}
    assert made - ELSEWHERE <= there, made - ELSEWHERE - there
    assert made >= ELSEWHERE and there <= {str(one.name) for one in ROUTES}


def test_who_sees_what_is_behind_each_door(site: Site) -> None:
    some, there, wrong = askers(), behind(), []
    for name, door in doors(there).items():
        for who, client in some.items():
            answer = door.ask(client)
            outcome, wanted = outcome_of(answer), expected(door, who)
            if outcome == "led elsewhere" and name == "refer_check":
                outcome = "seen"  # without a draft to the start, whoever it is
            told = leaks(answer, name, seen=outcome == "seen", who=who)
            keep(who, name, outcome, told)
            if outcome != wanted or told:
                wrong.append(f"{who} at {name}: {outcome}, not {wanted}; tells {told}")
    assert wrong == []


def test_of_a_sealed_case_only_those_with_leave_see_anything(site: Site) -> None:
    some, there, wrong = askers(), behind(), []
    seal()
    some[LEAVE] = with_leave()
    for name, door in doors(there).items():
        inside = name.partition(",")[0] in IN_CASE
        for who, client in some.items():
            if who == LEAVE and not inside:
                continue
            answer = door.ask(client)
            outcome, wanted = outcome_of(answer), expected(door, who)
            if inside:
                seen = who == LEAVE and door.sees
                wanted = "seen" if seen else "asked who they are" if who in OUTSIDE else "refused"
            if outcome == "led elsewhere" and name == "refer_check":
                outcome = "seen"
            told = leaks(answer, name, seen=outcome == "seen" and name != "outcomes_people", who=who)
            if name == "referrals, one" and CHILD in answer.content.decode():
                told.append(CHILD)
            keep(f"{who}, the case sealed", name, outcome, told)
            if outcome != wanted or told:
                wrong.append(f"{who} at {name}: {outcome}, not {wanted}; tells {told}")
    assert wrong == []


def test_what_is_refused_at_a_door_of_a_case_is_logged_and_at_an_open_one_nobody_is(site: Site) -> None:
    some, there = askers(), behind()
    for who in ("a partner of another body", "an officer of another case", "press"):
        for name, door in doors(there).items():
            looks = log.count()
            answer = door.ask(some[who])
            if door.sees == EVERYBODY:
                assert log.count() == looks, name
            else:
                assert log.count() == looks + 1, name
                (look,) = log.looks(most=1)
                assert (look.outcome == "refused") == (answer.status_code >= 400), name
