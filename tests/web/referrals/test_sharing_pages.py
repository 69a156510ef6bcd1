"""What is shared with a partner: field by field, for a reason, as it stands in the record now, until it ends."""

import re
from datetime import UTC, datetime, timedelta

import pytest
from django.test import Client
from referrals_made import RECORD, answer, entries, page, partner_of, record, record_now, seen, share
from site_made import CASE, NOW, Site, add, logged_in, today

from clewline.access import Relation, Role
from clewline.store import following
from clewline.store.accounts import log, people

ADULT = """
p5: on 2023-03-01 person kent/50, force kent, number 50, family name Tern, given names Al, born 1980-02-03
d5: on 2023-03-05 safeguarding referral R-50, force kent, person kent/50, partner Harbour Trust, basis consent
"""
SAYS = "consent {id}, force kent, person kent/50, to {to}, answer {answer}, taken by Moss"
SHARING, REFERRAL = "sharing information", "referral to a partner"


@pytest.fixture
def partner(site: Site) -> Client:
    record(RECORD)
    return logged_in(partner_of())


@pytest.fixture
def carer(partner: Client) -> Client:
    return logged_in(add(Role.SAFEGUARDING, Relation.OWN))


def says(name: str, answer: str, to: str = SHARING) -> None:
    record_now(f"{name}: on {today()} {SAYS.format(id=name, to=to, answer=answer)}")


def end(client: Client, sharing: str, reason: str = "Another helps them now", press: str = "e1"):
    sent = {"sharing": sharing, "reason": reason, "press": press}
    return client.post(f"/case/{CASE}/referral/{CASE}-q1/end-sharing/", sent)


def test_every_field_is_off_until_it_is_chosen(partner: Client, carer: Client) -> None:
    form = carer.get(f"/case/{CASE}/referral/{CASE}-q1/share/").content.decode()
    assert form.count('type="checkbox"') == 10 and "checked" not in form
    assert "Plover" not in form and "Harbour Trust" in form
    assert share(carer, step="check").status_code == 422
    assert share(carer, "name", reason="", step="check").status_code == 422
    assert share(carer, "name", basis="", step="check").status_code == 422
    assert share(carer, "the whole file", step="check").status_code == 422
    assert not entries("information_shared") and "Plover" not in seen(partner)


def test_what_will_be_seen_is_shown_before_and_is_what_is_seen(partner: Client, carer: Client) -> None:
    checked = share(carer, "name", "indicators", step="check").content.decode()
    assert "Jo Plover" in checked and "not recorded" in checked and "2012" not in checked
    assert not entries("information_shared")
    changed = share(carer, "name", step="change").content.decode()
    assert re.search(r'value="name"\s+checked', changed), "an answer is changed from where it stood"
    assert share(carer, "name", "sex").status_code == 302
    there = seen(partner)
    assert "Jo Plover" in there and "female" in there and "2012" not in there
    assert "She meets them on Monday" not in there, "the reason is the case's"
    assert "Jo Plover" in page(carer) and "She meets them on Monday" in page(carer)
    look = log.looks(case=CASE, act="share information", outcome="done")[0]
    assert (look.said.to, look.said.reason) == ("Harbour Trust", "She meets them on Monday.")
    assert look.said.changed == entries("information_shared")[0].id


def test_two_presses_are_one_sharing(partner: Client, carer: Client) -> None:
    for _ in range(2):
        assert share(carer, "name").status_code == 302
    assert len(entries("information_shared")) == 1


def test_it_is_shared_for_one_referral_with_one_body(partner: Client, carer: Client) -> None:
    share(carer, "name")
    assert "Plover" not in seen(partner, "q3"), "another referral of the same child to the same body"
    other = logged_in(partner_of("Other House", "ola", "Ola North"))
    assert "Plover" not in seen(other, "q2")


def test_a_correction_shows_the_corrected_value(partner: Client, carer: Client) -> None:
    share(carer, "name", "born")
    assert "6 May 2012" in seen(partner)
    record_now(
        "p2: on 2023-03-01 person kent/21, force kent, number 21, family name Plover, given names Joan, born "
        f"2012-06-05; corrects {CASE}-p1 because Misheard"
    )
    there = seen(partner)
    assert "Joan Plover" in there and "5 June 2012" in there and "6 May 2012" not in there


def test_two_dates_of_birth_are_both_told(partner: Client, carer: Client) -> None:
    record_now(
        "p2: on 2023-03-09 person kent/21, force kent, number 21, family name Plover, given names Jo, born 2012-06-05"
    )
    share(carer, "born")
    assert "6 May 2012; 5 June 2012" in seen(partner)


def test_what_is_shared_is_ended_and_both_sides_see_that(partner: Client, carer: Client) -> None:
    share(carer, "name")
    (shared,) = entries("information_shared")
    form = carer.get(f"/case/{CASE}/referral/{CASE}-q1/end-sharing/", {"sharing": shared.id})
    assert "End what is shared with Harbour Trust" in form.content.decode()
    assert end(carer, shared.id, reason="").status_code == 422
    for _ in range(2):
        assert end(carer, shared.id).status_code == 302
    assert len(entries("sharing_ended")) == 1
    assert end(carer, shared.id, press="e2").status_code == 422, "it was ended before"
    assert "Plover" not in seen(partner) and "no longer open, it was ended" in seen(partner)
    assert "No longer open:" in page(carer) and "Another helps them now" not in seen(partner)
    assert share(carer, "name", press="s2").status_code == 302
    assert "Plover" in seen(partner), "shared anew"
    for other in ("", "no-such", f"{CASE}-a2"):
        assert end(carer, other, press="e3").status_code == 422


@pytest.mark.parametrize("at_once", [1, 2])
def test_however_much_is_recorded_of_them_the_end_of_a_sharing_is_read(
    partner: Client, carer: Client, monkeypatch: pytest.MonkeyPatch, at_once: int
) -> None:
    monkeypatch.setattr(following, "AT_ONCE", at_once)
    share(carer, "name")
    for n in range(4):
        record_now(f"v{n}: on 2026-03-0{n + 1} safeguarding visit V-{n}, force kent, person kent/21")
    assert "Plover" in seen(partner)
    end(carer, entries("information_shared")[0].id)
    assert "Plover" not in seen(partner)


def test_it_closes_after_its_last_day(partner: Client, carer: Client) -> None:
    last = today()
    parts = {"until_day": str(last.day), "until_month": str(last.month), "until_year": str(last.year)}
    assert share(carer, "name", **parts).status_code == 302
    assert "Plover" in seen(partner) and f"until {last:%-d %B %Y}" in seen(partner)
    before = last - timedelta(days=1)
    wrong = {"until_day": str(before.day), "until_month": str(before.month), "until_year": str(before.year)}
    for step in ("check", "record"):
        refused = share(carer, "sex", press="s9", step=step, **wrong)
        assert refused.status_code == 422 and "ends before it begins" in refused.content.decode()
    record_now(
        "i1: on 2023-03-05 information shared R-21, force kent, person kent/21, recipient Harbour Trust, fields [sex], "
        f"reason A week, shared by Moss, basis safeguarding a child, referral {CASE}-q1, until 2023-03-06"
    )
    assert "female" not in seen(partner) and "its last day is past (6 March 2023)" in seen(partner)


def test_an_adult_s_consent_opens_it_and_its_withdrawal_closes_it_at_once(
    partner: Client, carer: Client
) -> None:
    record_now(ADULT)
    refused = share(carer, "name", entry="d5", basis="consent")
    assert refused.status_code == 422 and "No consent of theirs" in refused.content.decode()
    child = share(carer, "name", entry="d5")
    assert child.status_code == 422 and "recorded as 18 or over" in child.content.decode()
    says("c1", "given")
    assert share(carer, "name", entry="d5", basis="consent").status_code == 302
    assert "Al Tern" in seen(partner, "d5")
    says("c2", "withdrawn")
    assert "Tern" not in seen(partner, "d5") and "no consent to it any more" in seen(partner, "d5")
    assert "no consent to it any more" in page(carer, "d5")
    says("c3", "given")
    assert "Tern" not in seen(partner, "d5"), "nothing opens by itself"
    assert share(carer, "name", entry="d5", basis="consent", press="s2").status_code == 302
    assert "Al Tern" in seen(partner, "d5")


def test_consent_that_was_recorded_by_mistake_opens_nothing(partner: Client, carer: Client) -> None:
    record_now(ADULT)
    says("c1", "given")
    assert share(carer, "name", entry="d5", basis="consent").status_code == 302
    record_now(f"c2: on {today()} correction c1, withdraws {CASE}-c1")
    assert "Tern" not in seen(partner, "d5") and "no consent to it any more" in seen(partner, "d5")


def test_whoever_takes_back_consent_to_the_referral_takes_back_what_is_shared_for_it(
    partner: Client, carer: Client
) -> None:
    record_now(ADULT)
    says("c0", "given", REFERRAL)
    says("c1", "given")
    share(carer, "name", entry="d5", basis="consent")
    assert "no longer consents to the referral" not in seen(partner, "d5")
    says("c2", "refused", REFERRAL)
    assert "Tern" not in seen(partner, "d5")
    assert "no longer consents to the referral" in seen(partner, "d5")
    assert "no longer consents to the referral" in page(carer, "d5")


def test_a_child_is_protected_without_consent(partner: Client, carer: Client) -> None:
    record_now(
        f"c9: on {today()} consent c9, force kent, person kent/21, to {SHARING}, answer refused, taken by Moss"
    )
    assert share(carer, "name").status_code == 302
    assert "Jo Plover" in seen(partner)
    wrong = share(carer, "name", basis="safeguarding an adult at risk", press="s2")
    assert wrong.status_code == 422 and "treated as a child" in wrong.content.decode()


def test_an_adult_is_not_referred_to_a_partner_without_consent(carer: Client) -> None:
    def refer(reference: str, **more: str):
        said = {
            "its_reference": reference,
            "day_day": "5",
            "day_month": "3",
            "day_year": "2026",
            "force": "kent",
            "person": "60",
            "age": "31",
            "partner": "Harbour Trust",
            "press": reference,
            "step": "record",
        }
        return carer.post(f"/case/{CASE}/record/safeguarding_referral/", said | more)

    refused = refer("R-60")
    assert refused.status_code == 422
    assert "no consent to a referral to Harbour Trust stands" in re.sub(r"\s+", " ", refused.content.decode())
    assert refer("R-61", basis="safeguarding an adult at risk").status_code == 302
    assert refer("R-62", partner="").status_code == 302, "where it names no partner, none is told"
    assert refer("R-63", age="15").status_code == 302, "two ages that differ: a child until it is settled"
    record_now(
        f"c6: on 2026-03-01 {SAYS.format(id='c6', to=REFERRAL, answer='given')}".replace("kent/50", "kent/70")
    )
    assert refer("R-70", person="70").status_code == 302
    assert refer("R-80", person="80", age="").status_code == 302, "an age that is not known: a child"


def test_who_may_not_record_shares_nothing(partner: Client, carer: Client) -> None:
    share(carer, "name")
    reader = logged_in(add(Role.DISCLOSURE, Relation.OWN))
    assert share(reader, "born").status_code == 404
    assert end(reader, entries("information_shared")[0].id).status_code == 404
    assert "End this sharing" not in page(reader) and "Share information" not in page(reader)
    assert share(logged_in(add(Role.SAFEGUARDING)), "born").status_code == 404, "no member"
    assert share(carer, "name", entry="a2").status_code == 404, "no referral"


def test_a_sealed_case_is_shared_by_those_alone_who_open_it(partner: Client, carer: Client) -> None:
    people.seal_case(CASE, because="A witness is at risk.", by="Moss", at=NOW)
    assert share(carer, "name").status_code == 404
    assert not entries("information_shared") and "Plover" not in seen(partner)


def test_what_a_partner_was_told_of_a_case_that_is_sealed_closes_and_its_referral_stays(
    partner: Client, carer: Client
) -> None:
    share(carer, "name", "indicators")
    assert "Plover" in seen(partner)
    people.seal_case(CASE, because="A witness is at risk.", by="Moss", at=datetime.now(UTC))
    record_now(
        "i9: on 2026-03-09 indicator observed I-9, force kent, person kent/21, indicator goes_missing, "
        "observed by Moss, basis told by her aunt"
    )
    told = seen(partner)
    assert "Plover" not in told and "Goes missing" not in told and "Referral R-21" in told
    assert "no longer open, it has to be shared anew." in told and "seal" not in told.lower()
    assert answer(partner, "accept").status_code == 302, "what was begun to help them goes on"
    inside = add(Role.SUPERVISOR)
    people.add_member(
        CASE,
        inside,
        purpose=people.Purpose.SAFEGUARDING,
        first=NOW.date(),
        opens_sealed=True,
        by="Moss",
        at=NOW,
    )
    assert share(logged_in(inside), "name", press="s2").status_code == 302
    assert "Plover" in seen(partner) and "Goes missing" not in seen(partner)
