"""Who else holds a concern: a body to ring and nothing more, and of a sealed case not even that."""

import re
from datetime import UTC, datetime
from types import SimpleNamespace
from typing import Any

import pytest
from database_asked import made_by
from django.test import Client
from referrals_made import record
from site_made import CASE, NOW, OTHER_CASE, Site, add, logged_in

from clewline.access import Relation, Role
from clewline.safeguarding import pointer
from clewline.store import ledger
from clewline.store.accounts import log, people
from clewline.web.pointer import views
from clewline.workflow import ask_who_else

PLOVER = "family name Plover, given names Jo, born 2012-05-06"
OWN = f"""
p1: on 2026-03-01 person kent/21, force kent, number 21, {PLOVER}
p2: on 2026-03-01 person kent/22, force kent, number 22, family name Tern, given names Al
p3: on 2026-03-01 person kent/23, force kent, number 23, family name Wren, given names Vi, born 2012-01-01
"""
THEIRS = f"""
t1: on 2026-03-02 person metropolitan/7, force metropolitan, number 7, {PLOVER}
t2: on 2026-03-03 vulnerability identified V-77, force metropolitan, person metropolitan/7, age 13, concern Nightfall
"""


@pytest.fixture(autouse=True)
def no_waiting(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """Note how long an answer waits, and do not wait."""
    waited: list[float] = []
    monkeypatch.setattr(views.time, "sleep", waited.append)
    return waited


@pytest.fixture
def carer(site: Site) -> Client:
    record(OWN, at=datetime.now(UTC))
    return logged_in(add(Role.SAFEGUARDING, Relation.OWN))


def theirs(text: str = THEIRS) -> None:
    record(text, at=datetime.now(UTC), case=OTHER_CASE)


def ask(
    client: Client, person: str = "kent~121", press: str = "p1", reason: str = "We meet her tomorrow"
) -> Any:
    return client.post(f"/case/{CASE}/person/{person}/ask/", {"reason": reason, "press": press})


def told(client: Client, **asked: str) -> str:
    answer = ask(client, **asked)
    assert answer.status_code == 200, answer.content.decode()
    return str(answer.content.decode())


def rings(page: str) -> list[str]:
    return re.findall(r"The force (.*) holds a concern", page)


def home(client: Client) -> str:
    return str(client.get("/").content.decode())


def test_whoever_asks_is_told_whom_to_ring_and_nothing_else(carer: Client) -> None:
    theirs()
    page = told(carer)
    assert rings(page) == ["Metropolitan Police"]
    for hidden in (OTHER_CASE, "Nightfall", "V-77", "metropolitan/7", "13"):
        assert hidden not in re.sub(r'(value|nonce|href|src|content)="[^"]*"', "", page)
    (entry,) = [one for one in ledger.read(CASE) if one.kind == "concern_asked"]
    assert entry.subject == "kent/21" and "Plover" not in str(entry.facts)
    look = log.looks(case=CASE, act="ask who else")[0]
    assert (look.said.reason, look.said.changed, look.subject) == (
        "We meet her tomorrow",
        entry.id,
        "kent/21",
    )


def test_both_learn_of_each_other(carer: Client) -> None:
    theirs()
    other = logged_in(add(Role.OFFICER, Relation.OWN, OTHER_CASE))
    assert "whether a concern is held" not in home(other)
    told(carer)
    there = home(other)
    assert "1 question whether a concern is held" in there and "Metropolitan Police, on" in there
    assert "about metropolitan/7" in there and CASE not in there and "We meet her tomorrow" not in there
    assert "whether a concern is held" not in home(carer), "they asked themselves"
    assert "whether a concern is held" not in home(logged_in(add(Role.PRESS, Relation.OWN, OTHER_CASE)))
    assert "whether a concern is held" not in home(logged_in(add(Role.OFFICER, Relation.EXPIRED, OTHER_CASE)))


@pytest.mark.parametrize(
    ("theirs_are", "why"),
    [
        (THEIRS.replace("2012-05-06", "2013-05-06"), "a sibling of the same name, born another day"),
        (THEIRS.replace("names Jo,", "names Joan,"), "another given name"),
        (THEIRS.replace(", born 2012-05-06", ""), "whose date of birth is not known"),
        ("\n".join(THEIRS.splitlines()[:2]), "of whom no concern is held"),
        (
            f"{THEIRS}t3: on 2026-03-04 correction V-77, withdraws {OTHER_CASE}-t2",
            "of whom the concern was withdrawn",
        ),
        (
            f"{THEIRS}t3: on 2026-03-04 person metropolitan/7, force metropolitan, number 7, family name Plover, given "
            f"names Jo, born 2013-05-06; corrects {OTHER_CASE}-t1 because Misheard",
            "whose date of birth was corrected",
        ),
    ],
)
def test_somebody_else_is_not_pointed_to(carer: Client, theirs_are: str, why: str) -> None:
    theirs(theirs_are)
    assert rings(told(carer)) == [], why
    assert "whether a concern is held" not in home(logged_in(add(Role.OFFICER, Relation.OWN, OTHER_CASE))), (
        why
    )


def test_a_withdrawal_that_was_withdrawn_itself_takes_nothing_away(carer: Client) -> None:
    theirs(
        f"{THEIRS}t3: on 2026-03-04 correction V-77, withdraws {OTHER_CASE}-t2\n"
        f"t4: on 2026-03-05 correction V-77, withdraws {OTHER_CASE}-t3"
    )
    assert rings(told(carer)) == ["Metropolitan Police"]


def test_two_dates_of_birth_of_one_person_both_match(carer: Client) -> None:
    theirs(
        THEIRS.replace("2012-05-06", "2012-06-05")
        + f"t5: on 2026-03-02 person metropolitan/7, force metropolitan, number 7, {PLOVER}"
    )
    assert rings(told(carer)) == ["Metropolitan Police"]
    mine = "p4: on 2026-03-01 person kent/21, force kent, number 21, " + PLOVER.replace("05-06", "07-08")
    record(mine, at=datetime.now(UTC))
    theirs(
        THEIRS.replace("metropolitan", "essex")
        .replace("05-06", "07-08")
        .replace("t1:", "t6:")
        .replace("t2:", "t7:")
    )
    assert rings(told(carer, press="p2")) == ["Essex", "Metropolitan Police"]


def test_without_a_date_of_birth_nothing_is_asked_and_it_says_so(carer: Client) -> None:
    answer = ask(carer, person="kent~122")
    assert answer.status_code == 422 and "must both be recorded" in answer.content.decode()
    assert not [one for one in ledger.read(CASE) if one.kind == "concern_asked"]


def test_a_sealed_case_is_not_pointed_to_and_its_members_learn_who_asked(
    carer: Client, no_waiting: list[float]
) -> None:
    theirs()
    inside = add(Role.SAFEGUARDING, case=OTHER_CASE)
    people.add_member(
        OTHER_CASE,
        inside,
        purpose=people.Purpose.SAFEGUARDING,
        first=NOW.date(),
        opens_sealed=True,
        by="Moss",
        at=NOW,
    )
    outside = logged_in(add(Role.OFFICER, Relation.OWN, OTHER_CASE))
    told(carer)  # the first loads what all need
    people.seal_case(OTHER_CASE, because="A witness is at risk.", by="Moss", at=NOW)
    sealed, none = told(carer, press="p2"), told(carer, person="kent~123", press="p3")

    def plain(page: str, person: str) -> str:
        known = re.sub(r'(value|nonce)="[^"]*"|entry/\w+', "", page)
        return known.replace(person, "").replace(person.replace("/", "~1"), "")

    assert rings(sealed) == [] and plain(sealed, "kent/21") == plain(none, "kent/23")
    assert "about metropolitan/7" in home(logged_in(inside))
    assert "whether a concern is held" not in home(outside), "no leave to open it"
    assert len(no_waiting) == 3


def test_the_same_statements_are_made_whether_one_holds_a_concern_none_does_or_a_sealed_case_does(
    carer: Client,
) -> None:
    theirs()
    told(carer)
    made = [made_by(lambda: told(carer, press="p2"))]
    people.seal_case(OTHER_CASE, because="A witness is at risk.", by="Moss", at=NOW)
    made.append(made_by(lambda: told(carer, press="p3")))
    made.append(made_by(lambda: told(carer, person="kent~123", press="p4")))
    assert made[0] == made[1] == made[2] and len(made[0]) > 10


def test_the_answer_leaves_at_a_tick_however_long_it_took(
    carer: Client, no_waiting: list[float], monkeypatch: pytest.MonkeyPatch
) -> None:
    theirs()
    for took in (0.2, 1.1, 2.9):
        clock = iter((100.0, 100.0 + took))
        made_up = SimpleNamespace(monotonic=lambda clock=clock: next(clock), sleep=no_waiting.append)
        monkeypatch.setattr(views, "time", made_up)
        told(carer, press=f"p{took}")
        whole = (took + no_waiting[-1]) / pointer.TICK
        assert abs(whole - round(whole)) < 1e-9 and no_waiting[-1] > 0


def test_two_presses_are_one_question_and_a_day_has_so_many(
    carer: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ask_who_else, "MOST", 2)
    told(carer), told(carer)
    assert len([one for one in ledger.read(CASE) if one.kind == "concern_asked"]) == 1
    told(carer, press="p2")
    assert told(carer, press="p2"), "the second press of one form is answered"
    refused = ask(carer, press="p4")
    assert refused.status_code == 422 and "asked 2 times today" in refused.content.decode()
    other = logged_in(add(Role.SUPERVISOR, Relation.OWN))
    assert ask(other, press="p3").status_code == 200, "each for themselves"


def test_who_protects_people_asks_and_a_supervisor_and_nobody_else(carer: Client) -> None:
    form = carer.get(f"/case/{CASE}/person/kent~121/ask/")
    assert form.status_code == 200 and "At most 20 questions a day" in form.content.decode()
    assert ask(carer, reason="").status_code == 422
    assert ask(carer, reason="...").status_code == 422
    assert ask(carer, person="kent~199").status_code == 404
    for role in (Role.OFFICER, Role.ANALYST, Role.DISCLOSURE, Role.PRESS):
        assert ask(logged_in(add(role, Relation.OWN))).status_code == 404
    assert ask(logged_in(add(Role.SAFEGUARDING))).status_code == 404, "no member of the case"
    assert "Ask who else holds a concern" in carer.get(f"/case/{CASE}/person/kent~121/").content.decode()


NAMED = """
t1: on 2026-03-02 person metropolitan/7, force metropolitan, number 7, family name Plover, given names {given}
t2: on 2026-03-03 vulnerability identified V-77, force metropolitan, person metropolitan/7, age 13, concern Nightfall
t3: on 2026-03-04 age assessed metropolitan/7, force metropolitan, person metropolitan/7, outcome under 18, \
assessed by Lane, basis passport, born {born}
"""


def test_a_date_of_birth_that_stands_in_an_assessment_alone_is_found_by_both(carer: Client) -> None:
    theirs(NAMED.format(given="Jo", born="2012-05-06"))
    other = logged_in(add(Role.SAFEGUARDING, Relation.OWN, OTHER_CASE))
    assert "whether a concern is held" not in home(other)
    assert rings(told(carer)) == ["Metropolitan Police"]
    assert "1 question whether a concern is held" in home(other) and "metropolitan/7" in home(other)


def test_who_asks_may_know_it_from_an_assessment_alone(carer: Client) -> None:
    record(
        "k1: on 2026-03-02 person kent/31, force kent, number 31, family name Plover, given names Jo\n"
        "k2: on 2026-03-04 age assessed kent/31, force kent, person kent/31, outcome under 18, assessed by Lane, "
        "basis passport, born 2012-05-06",
        at=datetime.now(UTC),
    )
    theirs()
    assert rings(told(carer, person="kent~131", press="p9")) == ["Metropolitan Police"]


@pytest.mark.parametrize(
    "text",
    [
        NAMED.format(given="Joan", born="2012-05-06"),
        NAMED.format(given="Jo", born="2012-05-07"),
        # An assessment that was withdrawn, and a name that was put right.
        NAMED.format(given="Jo", born="2012-05-06")
        + f"t4: on 2026-03-05 correction t3, withdraws {OTHER_CASE}-t3\n",
        NAMED.format(given="Jo", born="2012-05-06")
        + "t4: on 2026-03-05 person metropolitan/7, force metropolitan, number 7, family name Plover, given names Ann; "
        f"corrects {OTHER_CASE}-t1 because misheard\n",
    ],
)
def test_a_namesake_and_what_no_longer_stands_are_not_found(carer: Client, text: str) -> None:
    theirs(text)
    other = logged_in(add(Role.SAFEGUARDING, Relation.OWN, OTHER_CASE))
    assert rings(told(carer)) == [] and "whether a concern is held" not in home(other)
