"""A partner answers a referral and says what was done; the case's people reply, and tell whoever referred."""

import re

import pytest
from django.test import Client
from referrals_made import RECORD, act, answer, entries, page, partner_of, record, record_now, seen
from site_made import CASE, SECRET, Site, add, logged_in
from test_told_apart import statements

from clewline.access import Relation, Role
from clewline.store.accounts import log, manage
from clewline.store.accounts.people import Person


@pytest.fixture
def pat(site: Site) -> Person:
    record(RECORD)
    return partner_of()


def carer() -> Client:
    return logged_in(add(Role.SAFEGUARDING, Relation.OWN))


def home(client: Client) -> str:
    return str(client.get("/").content.decode())


def test_a_referral_is_asked_about_accepted_helped_with_and_ended(pat: Person) -> None:
    partner, case = logged_in(pat), carer()
    assert 'State</dt><dd class="govuk-summary-list__value">Sent' in seen(partner)
    assert answer(partner, "ask", "Is she at school?").status_code == 302
    assert "wait" in home(case) and "for a reply" in home(case)
    assert "Is she at school?" in page(case) and "Pat Reed, Harbour Trust" in page(case)
    assert act(case, "reply", "Yes, at Northmoor.").status_code == 302
    assert "Yes, at Northmoor." in seen(partner) and "for a reply" not in home(case)
    assert answer(partner, "accept", press="p2").status_code == 302
    assert "not yet told what became" in home(case)
    assert act(case, "tell the referrer", "by e-mail", told="accepted", press="c2").status_code == 302
    assert "not yet told" not in home(case)
    assert answer(partner, "record what was done", "Met her twice.", press="p3").status_code == 302
    assert "Help given" in seen(partner) and "not yet told" in home(case)
    assert answer(partner, "end", "She moved to Leeds.", press="p4").status_code == 302
    assert act(case, "tell the referrer", told="help was given", press="c3").status_code == 302
    assert "Referrer told" in page(case) and "What you can do" not in seen(partner)
    assert answer(partner, "ask", "Once more?", press="p5").status_code == 422
    told = [(one.facts.told, one.facts.how) for one in entries("referrer_told")]  # type: ignore[attr-defined]  # of that kind
    assert told == [("accepted", "by e-mail"), ("help was given", None)]


def test_each_act_is_an_entry_of_the_case_by_the_partner_s_login_and_logged(pat: Person) -> None:
    answer(logged_in(pat), "accept", "We begin on Monday.")
    (one,) = entries("referral_answered")
    assert (one.recorded_by, one.subject, one.case) == ("pat", "R-21", CASE)
    said = one.facts
    assert (said.partner, said.answered_by, said.words, said.referral) == (  # type: ignore[attr-defined]  # of that kind
        "Harbour Trust",
        "Pat Reed",
        "We begin on Monday.",
        f"{CASE}-q1",
    )
    look = log.looks(case=CASE, subject=f"{CASE}-q1", act="answer referrals")[0]
    assert (look.account, look.said.changed, look.said.asked) == (pat.id, one.id, "accept")


def test_the_form_is_checked_before_it_is_recorded_and_two_presses_are_one_entry(pat: Person) -> None:
    client = logged_in(pat)
    asked = client.get("/referrals/answer/", {"open": f"{CASE}-q1", "act": "return"}).content.decode()
    assert "Why do you return it?" in asked and CASE not in asked.replace(f"{CASE}-q1", "")
    assert answer(client, "return", "", step="check").status_code == 422, "it needs a reason"
    assert answer(client, "return", "...", step="check").status_code == 422, "no word stands in it"
    checked = answer(client, "return", "Outside our area.", step="check")
    assert checked.status_code == 200 and "Nothing is recorded yet" in checked.content.decode()
    assert not entries("referral_answered")
    changed = answer(client, "return", "Outside our area.", step="change")
    assert "Outside our area." in changed.content.decode() and changed.status_code == 200
    for _ in range(2):
        assert answer(client, "return", "Outside our area.").status_code == 302
    assert len(entries("referral_answered")) == 1
    again = answer(client, "return", "Outside our area.", press="another form")
    assert again.status_code == 422 and "The referral is now: returned" in again.content.decode()


def test_what_cannot_be_done_as_it_stands_is_refused_with_the_reason(pat: Person) -> None:
    client = logged_in(pat)
    early = answer(client, "end", "Never began.")
    assert early.status_code == 422 and "The referral is now: sent" in early.content.decode()
    shown = client.get("/referrals/answer/", {"open": f"{CASE}-q1", "act": "end"}).content.decode()
    assert "The referral is now: sent" in shown and "<textarea" not in shown
    case = carer()
    assert act(case, "reply", "To nothing.").status_code == 422
    assert act(case, "accept").status_code == 422, "the partner accepts, not the case"
    answer(client, "accept")
    wrong = act(case, "tell the referrer", told="returned")
    assert wrong.status_code == 422 and "Look at it again" in wrong.content.decode()
    assert not entries("referrer_told")


def test_a_partner_acts_on_its_own_referrals_alone(pat: Person) -> None:
    client = logged_in(pat)
    for other in ("q2", "q4", "p1", "a2", "no-such"):
        got = client.get("/referrals/answer/", {"open": f"{CASE}-{other}", "act": "accept"})
        assert got.status_code == 404
        assert answer(client, "accept", entry=other).status_code == 404
    assert client.get("/referrals/answer/", {"open": f"{CASE}-q1", "act": "reply"}).status_code == 404
    assert client.get("/referrals/answer/", {"open": f"{CASE}-q1", "act": "nothing"}).status_code == 404
    assert client.post("/referrals/answer/", {}).status_code == 422
    assert logged_in(add(Role.OFFICER, Relation.OWN)).post("/referrals/answer/", {}).status_code == 404
    manage.set_admitted(pat.id, None)
    assert answer(client, "accept").status_code == 404
    assert not entries("referral_answered")


@pytest.mark.usefixtures("embedded_site")
def test_another_s_referral_is_asked_for_as_one_that_is_not_there() -> None:
    record(RECORD)
    client = logged_in(partner_of())
    assert 'href="/referrals/' in client.get("/").content.decode()
    for address in ("/referrals/", "/referrals/answer/"):
        made = [
            statements(lambda at=address, one=one: client.get(at, {"open": one, "act": "accept"}))  # type: ignore[misc]  # bound at once
            for one in (f"{CASE}-q2", f"{CASE}-q2", "no-such-1-q2")
        ]
        assert made[1] == made[2] and made[1], address


def test_a_partner_sees_no_other_s_answers_and_nothing_of_the_case(pat: Person) -> None:
    other = logged_in(partner_of("Other House", "ola", "Ola North"))
    answer(other, "ask", "Where is she now?", entry="q2")
    answer(logged_in(pat), "accept", "We begin on Monday.")
    act(carer(), "tell the referrer", "by a note of Moss", told="accepted")
    mine, theirs = seen(logged_in(pat)), seen(other, "q2")
    assert "We begin on Monday." in mine and "Where is she now?" not in mine
    assert "Where is she now?" in theirs and "We begin on Monday." not in theirs
    assert "by a note of Moss" not in mine, "what the referrer is told is between them"
    for hidden in (SECRET, "kent/21", "Plover", "L-99"):
        assert hidden not in mine and hidden not in theirs
    assert CASE not in re.sub(rf"{CASE}-q\d", "", mine)


def test_whoever_recorded_the_referral_sees_on_their_first_page_that_it_was_answered(pat: Person) -> None:
    officer = add(Role.OFFICER, Relation.OWN)
    from dataclasses import replace
    from datetime import UTC, datetime

    from clewline.store import ledger

    (referral,) = [one for one in entries("safeguarding_referral") if one.id.endswith("q1")]
    mine = replace(
        referral, id=f"{CASE}-q9", subject="R-99", recorded_by=officer.login, recorded_at=datetime.now(UTC)
    )
    ledger.append([mine])
    client = logged_in(officer)
    assert "that you recorded" not in home(client)
    answer(logged_in(pat), "accept", entry="q9")
    assert "1 referral that you recorded was answered" in home(client)
    assert "R-99 to Harbour Trust: accepted" in home(client)
    assert "that you recorded" not in home(carer())


def test_a_partner_that_leaves_is_told_of_as_such(pat: Person) -> None:
    case = carer()
    answer(logged_in(pat), "accept")
    assert "has left" not in page(case) and "has left" not in home(case)
    manage.set_active(pat.id, active=False)
    assert "waits for a partner that has left" in page(case)
    assert "2 referrals wait for a partner that has left" in home(case), (
        "the one that it accepted, and the other"
    )
    assert "waits for a partner that has left" in case.get(f"/case/{CASE}/referrals/").content.decode()
    assert act(case, "close", "by telephone", press="c8").status_code == 302
    assert "1 referral waits" in home(case)
    manage.set_active(pat.id, active=True)
    assert "has left" not in home(case)
    # Of Other House nobody ever came: it has not left.
    assert "has left" not in page(case, "q2")
    manage.set_admitted(pat.id, None)
    assert "has left" in page(case, "q3"), "nobody says any more that she works there"


def test_the_answers_follow_a_referral_that_is_corrected(pat: Person) -> None:
    answer(logged_in(pat), "accept", "We begin on Monday.")
    record_now(
        f"q7: on 2023-03-04 safeguarding referral R-21, force kent, person kent/21, age 15, partner Harbour Trust; "
        f"corrects {CASE}-q1 because The age was wrong"
    )
    client = logged_in(pat)
    assert client.get("/referrals/", {"open": f"{CASE}-q1"}).status_code == 404
    assert "We begin on Monday." in seen(client, "q7") and "Accepted" in seen(client, "q7")
    assert answer(client, "record what was done", "Met her.", entry="q7", press="p3").status_code == 302
    case = carer()
    assert "not yet told" in home(case) and "Help given" in page(case, "q7")
    moved = case.get(f"/case/{CASE}/referral/{CASE}-q1/")
    assert moved.status_code == 302 and moved.url.endswith(f"/entry/{CASE}-q1/")
    assert act(case, "close", press="c9").status_code == 404, "the version that was corrected is done with"
    record_now(
        f"q8: on 2023-03-04 safeguarding referral R-21, force kent, person kent/21, age 15, partner Other House; "
        f"corrects {CASE}-q7 because It went to another"
    )
    other = logged_in(partner_of("Other House", "ola", "Ola North"))
    assert "We begin on Monday." not in seen(other, "q8") and "Sent" in seen(other, "q8")


def test_an_answer_that_is_withdrawn_says_nothing(pat: Person) -> None:
    answer(logged_in(pat), "accept")
    (one,) = entries("referral_answered")
    record_now(f"c1: on 2023-03-07 correction R-21, withdraws {one.id}")
    assert "Nothing yet" in page(carer()) and "Sent" in seen(logged_in(pat))


def test_a_referral_to_the_case_is_answered_by_its_people(pat: Person) -> None:
    record(
        "n1: on 2023-03-08 referral received W-1, force kent, person kent/21, referred by Al Wren, body Northmoor "
        "School, concern Away for days"
    )
    case = carer()
    there = page(case, "n1")
    assert "Al Wren, Northmoor School" in there and "Accept the referral" in there
    assert act(case, "accept", entry="n1").status_code == 302
    assert "not yet told" in home(case)
    assert act(case, "tell the referrer", told="accepted", entry="n1", press="c2").status_code == 302
    assert case.get(f"/case/{CASE}/referral/{CASE}-n1/share/").status_code == 404, "there is no partner"


def test_who_may_only_read_the_case_is_offered_nothing_to_do(pat: Person) -> None:
    answer(logged_in(pat), "ask", "Is she at school?")
    reader = logged_in(add(Role.DISCLOSURE, Relation.OWN))
    assert "Is she at school?" in page(reader) and "What you can do" not in page(reader)
    assert act(reader, "reply", "Yes.").status_code == 404
    assert "for a reply" not in home(reader)
    entry = reader.get(f"/case/{CASE}/entry/{CASE}-q1/").content.decode()
    assert "What became of this referral" in entry
    assert reader.get(f"/case/{CASE}/referral/{CASE}-a2/").status_code == 404
