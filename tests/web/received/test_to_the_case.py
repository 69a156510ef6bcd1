"""A referral that came by the public form, from the case's side: what its people do with it, and what its referrer, who
has no account, reads meanwhile.
"""

import re
from datetime import UTC, datetime
from html import unescape
from typing import Any

import pytest
from django.test import Client
from referred import come_back, send, visitor
from site_made import CASE, Site, add, logged_in

from clewline.access import Relation, Role
from clewline.errors import NotAllowed
from clewline.record import Entry
from clewline.store import following, ledger
from clewline.store.accounts import people
from clewline.store.received import codes, sent
from clewline.workflow import received as work

TOLD_FIRST, TOLD_LAST = "Thank you. A worker rings him today.", "He is safe."
TAKING = {
    "case": CASE,
    "force": "metropolitan",
    "number": "9001",
    "age": "15",
    "sex": "male",
    "told": TOLD_FIRST,
}
INSIDE = "Moss told the school of Operation Nightjar"
"""What the case's people say to each other, in words that the referrer never reads."""


@pytest.fixture
def carer(site: Site) -> Client:
    """A safeguarding professional of the area, member of the case."""
    return logged_in(add(Role.SAFEGUARDING, Relation.OWN))


def words(answer: Any) -> str:
    return unescape(" ".join(re.sub(r"<[^>]+>", " ", answer.content.decode()).split()))


def entry(kind: str = "referral_received") -> Entry:
    return [one for one in ledger.read(CASE) if one.kind == kind][-1]


def taken_up(carer: Client) -> tuple[str, str]:
    reference, code = send(visitor())
    assert carer.post(f"/received/{reference}/take-up/", TAKING).status_code == 302
    return reference, code


def does(carer: Client, act: str, said: str = INSIDE, *, press: str = "", **more: str) -> Any:
    """Send what the case's people do with the referral, as its last form does."""
    told = {"act": act, "words": said, "press": press or act, "step": "record"}
    return carer.post(f"/case/{CASE}/referral/{entry().id}/act/", told | more)


def tells(carer: Client, reference: str, outcome: str) -> Any:
    return carer.post(f"/received/{reference}/tell/", {"outcome": outcome, "told": TOLD_LAST})


def stands() -> str:
    return following.follow(CASE, [entry()])[0].standing.state.value


def read(reference: str, code: str) -> str:
    """Return what the referrer reads, having checked that nothing of the case is in it."""
    page = come_back(visitor(), reference, code).content.decode()
    inside = (CASE, "9001", "Nightjar", "safeguarding own", entry().id, "metropolitan/")
    assert not [word for word in inside if word in page]
    return unescape(" ".join(re.sub(r"<[^>]+>", " ", page).split()))


def test_taken_up_it_is_accepted_in_the_case_and_the_case_holds_that_its_referrer_reads_so(
    carer: Client,
) -> None:
    reference, code = taken_up(carer)
    assert stands() == "accepted"
    assert getattr(entry("referrer_told").facts, "told") == "accepted"  # noqa: B009  # of this kind
    assert "not yet told" not in carer.get("/").content.decode()
    page = read(reference, code)
    assert "Taken up. Somebody is working on it." in page and TOLD_FIRST in page


STEPS: list[tuple[list[str], str, str, str]] = [
    # what the case's people record, how it then stands, what is told, how it stands in the end
    ([], "accepted", "help was given", "help given"),
    ([], "accepted", "returned", "referrer told"),
    ([], "accepted", "no further action", "referrer told"),
    (["return"], "returned", "returned", "referrer told"),
    (["record what was done"], "help given", "help was given", "help given"),
    (["record what was done", "end"], "ended", "help was given", "referrer told"),
    (["end"], "ended with nothing done", "no further action", "referrer told"),
]


@pytest.mark.parametrize(("acts", "stands_then", "outcome", "stands_last"), STEPS)
def test_whatever_the_case_does_its_referrer_reads_it_when_it_is_told_and_not_before(
    carer: Client, acts: list[str], stands_then: str, outcome: str, stands_last: str
) -> None:
    reference, code = taken_up(carer)
    before = read(reference, code)
    for act in acts:
        assert does(carer, act).status_code == 302
    assert stands() == stands_then and read(reference, code) == before
    assert tells(carer, reference, outcome).status_code == 302
    assert stands() == stands_last
    facts: Any = entry("referrer_told").facts
    assert (facts.told, facts.how, facts.referral) == (outcome, "on the site", entry().id)
    page = read(reference, code)
    assert "The outcome is told below." in page and TOLD_LAST in page and TOLD_FIRST not in page
    assert not [one for one in ("returned", "ended", "Operation") if one in page]


REFUSED = [
    (["return"], "help was given"),
    (["return"], "no further action"),
    (["record what was done"], "returned"),
    (["record what was done", "end"], "no further action"),
    (["end"], "help was given"),
]


@pytest.mark.parametrize(("acts", "outcome"), REFUSED)
def test_what_the_case_says_otherwise_is_not_told(carer: Client, acts: list[str], outcome: str) -> None:
    reference, code = taken_up(carer)
    for act in acts:
        does(carer, act)
    there = len(list(ledger.read(CASE)))
    answer = tells(carer, reference, outcome)
    assert answer.status_code == 422 and "The referral is now:" in words(answer)
    assert len(list(ledger.read(CASE))) == there
    assert "Somebody is working on it." in read(reference, code)


@pytest.mark.parametrize("act", ["tell the referrer", "close"])
def test_its_referrer_is_told_where_they_read_it_and_nowhere_else(carer: Client, act: str) -> None:
    reference, code = taken_up(carer)
    page = carer.get(f"/case/{CASE}/referral/{entry().id}/").content.decode()
    assert f'href="/received/{reference}/tell/"' in page and "Record that the referrer was told" not in page
    from clewline.safeguarding.referral import Act
    from clewline.workflow.referral import by_case

    person = people.find_person("safeguarding-own-nightjar-7")
    with pytest.raises(NotAllowed, match="under Received"):
        by_case(person, entry(), Act(act), words=None, told="accepted", at=datetime.now(UTC), press="x")
    assert does(carer, act, told="accepted").status_code == 422
    assert "Somebody is working on it." in read(reference, code)
    officer = logged_in(add(Role.OFFICER, Relation.OWN))
    theirs = officer.get(f"/case/{CASE}/referral/{entry().id}/").content.decode()
    assert "tells it there" in theirs and "/received/" not in theirs


@pytest.mark.parametrize("act", ["ask", "reply"])
def test_its_referrer_is_not_asked_in_the_case_and_it_says_how_they_are(carer: Client, act: str) -> None:
    from clewline.safeguarding.referral import Act
    from clewline.workflow.referral import by_case

    taken_up(carer)
    person = people.find_person("safeguarding-own-nightjar-7")
    with pytest.raises(NotAllowed, match="ring or write to them"):
        by_case(person, entry(), Act(act), words="Where?", at=datetime.now(UTC), press="x")
    assert does(carer, act).status_code == 422 and stands() == "accepted"


def test_a_referral_that_came_in_another_way_is_told_in_the_case(carer: Client) -> None:
    from referrals_made import act, record

    reference, _ = send(visitor())
    record(
        "n1: on 2023-03-08 referral received W-1, force kent, person kent/21, referred by Al, body Northmoor School, "
        f"concern Away for days, reference {reference}"
    )
    assert act(carer, "accept", entry="n1").status_code == 302
    assert act(carer, "tell the referrer", told="accepted", entry="n1", press="c2").status_code == 302
    assert sent.state(codes.typed(reference, codes.REFERENCE)).waits, (
        "whoever writes its reference takes nothing up"
    )


def test_the_outcome_follows_an_entry_that_is_corrected(carer: Client) -> None:
    from referrals_made import record_now

    reference, code = taken_up(carer)
    was = entry()
    record_now(
        f"n2: on {was.day} referral received {was.subject}, force metropolitan, person metropolitan/9002, referred by "
        f"Robin, body Coast Coaches, concern Away, reference {reference}; corrects {was.id} because Another number"
    )
    assert entry().id == f"{CASE}-n2"
    assert tells(carer, reference, "help was given").status_code == 302
    facts: Any = entry("referrer_told").facts
    assert (facts.referral, facts.person) == (f"{CASE}-n2", "metropolitan/9002")
    assert "The outcome is told below." in read(reference, code) and stands() == "help given"


def test_it_is_taken_up_or_closed_and_never_both(carer: Client) -> None:
    reference, _ = send(visitor())
    person = people.find_person("safeguarding-own-nightjar-7")
    seen_by_both = sent.state(codes.typed(reference, codes.REFERENCE))
    at = datetime.now(UTC)
    work.close(seen_by_both, reason="On a plan", told=TOLD_LAST, person=person, at=at)
    taking = work.TakingUp(
        case=CASE, force="metropolitan", number="9001", age="15", sex="male", indicators=(), told=TOLD_FIRST
    )
    with pytest.raises(NotAllowed):
        work.take_up(seen_by_both, taking, person=person, at=at)
    assert not [one for one in ledger.read(CASE) if one.kind in ("referral_received", "referral_answered")]
    assert [one.what for one in sent.state(seen_by_both.reference).done] == [sent.CLOSED]


def test_the_longest_answers_are_taken_up_as_well(carer: Client) -> None:
    reference, _ = send(
        visitor(),
        who={"called": "D" * 120, "age": "15"},
        where={"place": "P" * 200, "area": "metropolitan"},
        concern={"concern": "worry " * 666, "knows": ""},
        you={"name": "N" * 120, "work": "W" * 120, "organisation": "O" * 120, "reach": "R" * 120},
    )
    answer = carer.post(f"/received/{reference}/take-up/", TAKING)
    assert answer.status_code == 302, words(answer)
