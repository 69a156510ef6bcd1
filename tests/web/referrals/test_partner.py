"""A partner sees the referrals to its body once somebody at the force says so, and of the case nothing."""

from typing import Any

import pytest
from django.test import Client
from referrals_made import RECORD, record
from site_made import CASE, SECRET, Site, add, logged_in

from clewline.access import Relation, Role
from clewline.store.accounts import log, manage, people
from clewline.store.accounts.people import Person


@pytest.fixture
def partner(site: Site) -> Person:
    record(RECORD)
    return people.add_person("pat", name="Pat Reed", role=Role.PARTNER, body="Harbour Trust", password=None)


def admit(client: Client, person: Person, sees: str = "yes") -> Any:
    return client.post("/partners/", {"account": person.id, "sees": sees, "reason": "I met her there."})


def text(client: Client, **asked: str) -> str:
    return str(client.get("/referrals/", asked).content.decode())


def test_a_partner_sees_its_referrals_by_the_word_of_who_works_with_it(partner: Person) -> None:
    client, carer = logged_in(partner), logged_in(add(Role.SAFEGUARDING))
    assert "R-21" not in text(client) and "Nobody at the force has said yet" in text(client)
    assert client.get("/referrals/", {"open": f"{CASE}-q1"}).status_code == 404
    assert admit(carer, partner).status_code == 302
    assert admit(carer, partner).status_code == 422, "a second press"
    client = logged_in(partner)
    page = text(client)
    assert "R-21" in page and "R-23" in page and "R-22" not in page and "R-24" not in page
    assert page.index("R-23") < page.index("R-21") and "Plover" not in page
    one = text(client, open=f"{CASE}-q1")
    assert "R-21" in one and "Kent" in one and "treated as one" in one
    assert "Plover" not in one and "2012" not in one, "nothing of them is shared unless somebody chose it"
    for hidden in (f"case {CASE}", "L-99", SECRET, "kent/21"):
        assert hidden not in one.replace(f"{CASE}-q1", "") and hidden not in page.replace(f"{CASE}-q", "")
    look = log.looks(case=CASE, subject=f"{CASE}-q1", outcome="done")[0]
    assert (look.account, look.act) == (partner.id, "see referrals")
    assert admit(carer, partner, "no").status_code == 302
    assert "R-21" not in text(logged_in(partner))


def test_what_is_not_theirs_is_not_there(partner: Person) -> None:
    admit(logged_in(add(Role.SUPERVISOR)), partner)
    client = logged_in(partner)
    absent = client.get("/referrals/", {"open": "no-such-entry"})
    for entry in ("q2", "q4", "p1", "a2"):
        answer = client.get("/referrals/", {"open": f"{CASE}-{entry}"})
        assert answer.status_code == absent.status_code == 404
        assert len(answer.content) == len(absent.content)
    assert client.get(f"/case/{CASE}/entry/{CASE}-q1/").status_code == 404


def test_a_referral_that_was_withdrawn_is_gone(partner: Person) -> None:
    admit(logged_in(add(Role.SUPERVISOR)), partner)
    record(f"c1: on 2023-03-07 correction {CASE}-q1, withdraws {CASE}-q1")
    client = logged_in(partner)
    assert "R-21" not in text(client) and "R-23" in text(client)
    assert client.get("/referrals/", {"open": f"{CASE}-q1"}).status_code == 404


def test_an_administrator_does_not_come_to_see_referrals(partner: Person) -> None:
    office = logged_in(add(Role.ADMINISTRATOR))
    assert admit(office, partner).status_code == 404
    assert not manage.is_admitted(partner.id)
    admit(logged_in(add(Role.SUPERVISOR)), partner)
    revision = manage.account(partner.id).revision
    office.post(f"/accounts/{partner.id}/password/", {"reason": "She forgot it.", "revision": revision})
    assert not manage.is_admitted(partner.id), "one administrator could log in as her"
    assert (
        "has not chosen their own password"
        in admit(logged_in(add(Role.SAFEGUARDING)), partner).content.decode()
    )


def test_an_officer_is_no_partner(partner: Person) -> None:
    officer = add(Role.OFFICER, Relation.OWN)
    assert admit(logged_in(add(Role.SUPERVISOR)), officer).status_code == 422
    manage.set_admitted(officer.id, "Moss")
    assert logged_in(officer).get("/referrals/").status_code == 404


def test_referrals_are_listed_a_page_at_a_time(partner: Person) -> None:
    admit(logged_in(add(Role.SUPERVISOR)), partner)
    record(
        "\n".join(
            f"m{n}: on 2023-04-{n:02} safeguarding referral M-{n:02}, force kent, person kent/21, partner Harbour Trust"
            for n in range(1, 31)
        )
    )
    client = logged_in(partner)
    first = text(client)
    assert "M-30" in first and "M-06" in first and "M-05" not in first
    link = first.split("?before=")[1].split('"')[0]
    second = client.get(f"/referrals/?before={link}").content.decode()
    assert "M-05" in second and "R-21" in second and "M-06" not in second
