"""What came by the public form: who sees it, how it becomes an entry of a case, and what its referrer learns."""

import re
from datetime import UTC, datetime, timedelta
from html import unescape
from typing import Any

import pytest
from django.test import Client
from referred import come_back, send, visitor
from site_made import CASE, NOW, OTHER_CASE, SECRET, Site, add, logged_in

from clewline.access import Purpose, Relation, Role
from clewline.record.kinds.referral_received import ReferralReceived
from clewline.record.kinds.referrer_told import ReferrerTold
from clewline.store import ledger
from clewline.store.accounts import log, people
from clewline.store.received import codes, sent
from clewline.store.received.answers import Answers, What
from clewline.web.received.shown import waited

TOLD = "Thank you. A social worker will see him this week."


def words(answer: Any) -> str:
    return unescape(" ".join(re.sub(r"<[^>]+>", " ", answer.content.decode()).split()))


def taking_up(**other: str) -> dict[str, Any]:
    said = {"case": CASE, "force": "metropolitan", "number": "9001", "age": "15", "sex": "male", "told": TOLD}
    return said | other


@pytest.fixture
def carer(site: Site) -> Client:
    """A safeguarding professional of the area, member of the case."""
    return logged_in(add(Role.SAFEGUARDING, Relation.OWN))


def test_a_referral_waits_is_opened_and_every_look_is_logged(carer: Client) -> None:
    reference, _ = send(visitor())
    page = words(carer.get("/received/"))
    assert reference in page and "0 hours" in page and "Dunnock" not in page
    page = words(carer.get(f"/received/{reference}/"))
    assert "Dunnock" in page and "Robin Wagtail" in page and "020 7946 0000" in page
    opened, listed = log.looks(most=2)
    assert (opened.act, opened.subject, opened.outcome) == ("see received", reference, "done")
    assert (listed.act, listed.said.shown) == ("see received", 1)


def test_another_body_s_referral_looks_as_one_that_is_not_there(carer: Client) -> None:
    people.add_person("kestrel", name="Kestrel", role=Role.SUPERVISOR, body="kent", password=None)
    reference, _ = send(visitor(), where={"place": "Dover", "area": "kent"})
    theirs = carer.get(f"/received/{reference}/")
    absent = carer.get(f"/received/{codes.shown(codes.new_reference())}/")
    plain = [re.sub(r'(value|nonce)="[^"]*"', "", one.content.decode()) for one in (theirs, absent)]
    assert theirs.status_code == absent.status_code == 404 and plain[0] == plain[1]
    for act in ("take-up", "close", "tell"):
        assert carer.post(f"/received/{reference}/{act}/", taking_up()).status_code == 404
    assert reference not in words(carer.get("/received/"))
    assert sent.state(codes.typed(reference, codes.REFERENCE)).waits


@pytest.mark.parametrize("role", [one for one in Role if one not in (Role.SAFEGUARDING, Role.SUPERVISOR)])
def test_nobody_else_sees_what_was_received(embedded_site: Site, role: Role) -> None:
    add(Role.SAFEGUARDING, Relation.OWN)
    reference, _ = send(visitor())
    client = logged_in(add(role, Relation.OWN))
    assert client.get("/received/").status_code == client.get(f"/received/{reference}/").status_code == 404
    assert client.post(f"/received/{reference}/take-up/", taking_up()).status_code == 404


def test_a_referral_is_taken_up_into_a_case_and_its_referrer_sees_that_and_no_more(carer: Client) -> None:
    reference, code = send(visitor())
    answer = carer.post(f"/received/{reference}/take-up/", taking_up())
    assert answer.status_code == 302, words(answer)
    (entry,) = [e for e in ledger.read(CASE) if e.kind == "referral_received"]
    facts = entry.facts
    assert isinstance(facts, ReferralReceived)
    assert (facts.person, facts.age, facts.sex, facts.reference) == (
        "metropolitan/9001",
        15,
        "male",
        reference,
    )
    assert (facts.referred_by, facts.body) == ("Robin Wagtail, Ticket inspector", "Coast Coaches")
    assert "He got off the coach" in facts.concern and "Where they are: The coach station" in facts.concern
    assert (entry.subject, entry.recorded_by) == (reference, "SAFEGUARDING-own-nightjar-7".lower())
    assert "15" in words(carer.get(answer.url))
    state = come_back(visitor(), reference, code)
    page = words(state)
    assert "Taken up. Somebody is working on it." in page and TOLD in page
    never = (CASE, SECRET, "9001", "safeguarding own", entry.id)
    assert not [word for word in never if word in state.content.decode()]
    assert reference not in words(carer.get("/received/"))
    assert reference in words(carer.get("/received/?show=settled"))


def test_a_referral_is_taken_up_once(carer: Client) -> None:
    reference, _ = send(visitor())
    carer.post(f"/received/{reference}/take-up/", taking_up())
    carer.post(f"/received/{reference}/take-up/", taking_up(number="9002"))
    carer.post(f"/received/{reference}/close/", {"reason": "Again", "told": TOLD})
    assert len([e for e in ledger.read(CASE) if e.kind == "referral_received"]) == 1
    one = sent.state(codes.typed(reference, codes.REFERENCE))
    assert [act.what for act in one.done] == [sent.TAKEN_UP]


@pytest.mark.parametrize("case", [OTHER_CASE, "no-such-case", ""])
def test_it_is_taken_up_into_no_case_that_is_not_theirs(carer: Client, case: str) -> None:
    reference, _ = send(visitor())
    answer = carer.post(f"/received/{reference}/take-up/", taking_up(case=case))
    assert answer.status_code == 422
    assert not list(ledger.of_kinds(None, "referral_received"))
    assert sent.state(codes.typed(reference, codes.REFERENCE)).waits


def test_what_intake_would_refuse_is_refused_here_and_nothing_is_lost(carer: Client) -> None:
    reference, _ = send(visitor())
    answer = carer.post(f"/received/{reference}/take-up/", taking_up(age="999"))
    assert answer.status_code == 422 and "120" in words(answer)
    assert not list(ledger.of_kinds(None, "referral_received"))
    assert sent.state(codes.typed(reference, codes.REFERENCE)).waits


def test_a_referral_about_somebody_of_a_sealed_case_is_received_as_any_other(site: Site) -> None:
    people.seal_case(CASE, because="A witness is at risk.", by="Moss", at=NOW)
    client = logged_in(add(Role.SAFEGUARDING, Relation.SEALED))
    reference, code = send(visitor(), who={"called": SECRET, "age": "16"})
    page = client.get(f"/received/{reference}/take-up/")
    assert CASE not in page.content.decode()
    assert client.post(f"/received/{reference}/take-up/", taking_up()).status_code == 422
    assert CASE not in come_back(visitor(), reference, code).content.decode()


def test_a_referral_is_closed_with_a_reason_that_its_referrer_does_not_see(carer: Client) -> None:
    reference, code = send(visitor())
    answer = carer.post(f"/received/{reference}/close/", {"reason": " - ", "told": TOLD})
    assert answer.status_code == 422 and "Say why in words." in words(answer)
    answer = carer.post(f"/received/{reference}/close/", {"reason": "Already on a plan", "told": TOLD})
    assert answer.status_code == 302
    assert "Already on a plan" in words(carer.get(f"/received/{reference}/"))
    page = words(come_back(visitor(), reference, code))
    assert "The outcome is told below." in page and TOLD in page and "Already on a plan" not in page
    assert not list(ledger.of_kinds(None, "referral_received"))


def test_the_outcome_is_told_by_a_member_of_the_case_and_the_case_holds_that(
    carer: Client, site: Site
) -> None:
    reference, code = send(visitor())
    carer.post(f"/received/{reference}/take-up/", taking_up())
    outcome = {"outcome": "help was given", "told": "He is safe."}
    stranger = logged_in(add(Role.SUPERVISOR))
    assert stranger.post(f"/received/{reference}/tell/", outcome).status_code == 422
    assert carer.post(f"/received/{reference}/tell/", outcome).status_code == 302
    carer.post(f"/received/{reference}/tell/", {"outcome": "returned", "told": "Twice"})
    (received,) = [e for e in ledger.read(CASE) if e.kind == "referral_received"]
    first, told = [e for e in ledger.read(CASE) if e.kind == "referrer_told"]
    assert getattr(first.facts, "told") == "accepted"  # noqa: B009  # of this kind
    assert isinstance(told.facts, ReferrerTold)
    assert (told.facts.referral, told.facts.told, told.facts.person) == (
        received.id,
        "help was given",
        "metropolitan/9001",
    )
    page = words(come_back(visitor(), reference, code))
    assert "The outcome is told below." in page and "He is safe." in page and TOLD not in page


def test_the_outcome_of_what_was_not_taken_up_is_not_told(carer: Client) -> None:
    reference, _ = send(visitor())
    carer.post(f"/received/{reference}/tell/", {"outcome": "returned", "told": "No"})
    assert sent.state(codes.typed(reference, codes.REFERENCE)).done == ()


def test_a_marked_indicator_is_recorded_as_observed_by_the_referrer(carer: Client) -> None:
    from clewline.store.received import drafts

    said = Answers(
        danger="no",
        called="Linnet",
        place="Dover",
        concern="Two phones",
        name="Robin",
        work="Teacher",
        organisation="A school",
        indicators=("several_phones", "travel_tickets"),
    )
    reference = drafts.begin(said, at=NOW)
    drafts.send(reference, said, area="metropolitan", at=NOW)
    shown = codes.shown(reference)
    answer = carer.post(
        f"/received/{shown}/take-up/", taking_up() | {"indicators": ["several_phones"], "age": ""}
    )
    assert answer.status_code == 302, words(answer)
    (seen,) = [e for e in ledger.read(CASE) if e.kind == "indicator_observed"]
    assert getattr(seen.facts, "indicator") == "several_phones"  # noqa: B009  # of this kind
    assert getattr(seen.facts, "basis") == f"told by the referral {shown}"  # noqa: B009  # of this kind


def test_what_was_destroyed_is_not_taken_up_and_says_so(carer: Client) -> None:
    reference, code = send(visitor())
    plain = codes.typed(reference, codes.REFERENCE)
    sent.do(plain, sent.CLOSED, What(told=TOLD, reason="Old"), by="Moss", at=NOW)
    sent.dispose(received_before=datetime.now(UTC) + timedelta(days=1))
    page = words(carer.get(f"/received/{reference}/"))
    assert "was destroyed" in page and "Dunnock" not in page
    assert TOLD not in words(come_back(visitor(), reference, code))
    assert carer.post(f"/received/{reference}/take-up/", taking_up()).status_code == 302
    assert not list(ledger.of_kinds(None, "referral_received"))


def test_many_are_listed_page_by_page(carer: Client) -> None:
    from clewline.store.received import drafts

    said = Answers(danger="no", called="Linnet")
    for n in range(26):
        at = NOW - timedelta(hours=n)
        drafts.send(drafts.begin(said, at=at), said, area="", at=at)
    first = carer.get("/received/").content.decode()
    assert first.count("/received/") >= 25 and "page=2" in first and "page=3" not in first
    assert carer.get("/received/?page=2").content.decode().count("<tr") == 2
    assert carer.get("/received/?page=x").content.decode() and "page=1" not in first


@pytest.mark.parametrize(
    ("long", "said"),
    [
        (timedelta(minutes=3), "0 hours"),
        (timedelta(hours=1, minutes=59), "1 hour"),
        (timedelta(hours=23), "23 hours"),
        (timedelta(days=1), "1 day"),
        (timedelta(days=40, hours=23), "40 days"),
    ],
)
def test_how_long_it_waits_is_said_in_days_or_hours(long: timedelta, said: str) -> None:
    assert waited(long) == said


def test_a_supervisor_of_a_case_may_take_up_as_well(site: Site) -> None:
    client = logged_in(add(Role.SUPERVISOR, Relation.OWN))
    people.add_member(
        OTHER_CASE,
        people.find_person("supervisor-own-nightjar-7"),
        purpose=Purpose.REVIEW,
        first=NOW.date() - timedelta(days=1),
        by="Moss",
        at=NOW,
    )
    reference, _ = send(visitor())
    page = client.get(f"/received/{reference}/take-up/").content.decode()
    assert CASE in page and OTHER_CASE in page and 'value="metropolitan" selected' in page
    assert client.post(f"/received/{reference}/take-up/", taking_up(case=OTHER_CASE)).status_code == 302
