"""A supervisor says who is a member of their case, for what and until when; it holds at once, and stays known."""

from datetime import timedelta
from typing import Any

from django.contrib.auth import get_user_model
from django.test import Client
from site_made import CASE, NOW, OTHER_CASE, Site, add, logged_in, today

from clewline.access import Purpose, Relation, Role
from clewline.store.accounts import log, people

MEMBERS = f"/case/{CASE}/members/"


def join(client: Client, login: str, case: str = CASE, **more: str) -> Any:
    return client.post(f"/case/{case}/members/", {"login": login, "purpose": "investigation"} | more)


def test_a_supervisor_makes_somebody_a_member_and_takes_them_off_again(site: Site) -> None:
    supervisor = logged_in(add(Role.SUPERVISOR, Relation.OWN))
    officer = add(Role.OFFICER)
    client = logged_in(officer)
    assert client.get(f"/case/{CASE}/").status_code == 404
    assert join(supervisor, officer.login).url == MEMBERS
    page = supervisor.get(MEMBERS).content.decode()
    assert "officer other is a member of the case." in page and "supervisor-own" in page
    assert client.get(f"/case/{CASE}/").status_code == 200
    assert (
        "supervisor-own-nightjar-7 made you a member of it" in client.get(f"/case/{CASE}/").content.decode()
    )
    number = people.members(CASE)[0].id
    assert (
        "End the membership of officer other"
        in supervisor.get(f"{MEMBERS}end/", {"member": number}).content.decode()
    )
    said = {"member": number, "reason": "She moved to another team."}
    assert supervisor.post(f"{MEMBERS}end/", said).url == MEMBERS
    assert client.get(f"/case/{CASE}/").status_code == 404
    again = supervisor.post(f"{MEMBERS}end/", said)
    assert again.status_code == 422 and "no longer a member" in again.content.decode()
    acts = [
        (one.said.changed, one.said.reason, one.outcome)
        for one in log.looks(case=CASE, subject=f"account {officer.id}", act="manage members")
        if one.said.changed
    ]
    assert acts == [
        (f"account {officer.id} is no longer a member", "She moved to another team.", "done"),
        (f"account {officer.id} member from {today()} for investigation", None, "done"),
    ]


def test_a_second_press_makes_no_second_membership(embedded_site: Site) -> None:
    supervisor, officer = logged_in(add(Role.SUPERVISOR, Relation.OWN)), add(Role.OFFICER)
    join(supervisor, officer.login)
    again = join(supervisor, officer.login)
    assert (
        again.status_code == 422
        and "is a member of nightjar-7 for investigation already" in again.content.decode()
    )
    assert len([one for one in people.members(CASE) if one.person.id == officer.id]) == 1
    assert join(supervisor, officer.login, purpose="review").status_code == 302


def test_a_last_day_holds_and_cannot_be_past(embedded_site: Site) -> None:
    supervisor, officer = logged_in(add(Role.SUPERVISOR, Relation.OWN)), add(Role.OFFICER)
    gone = today() - timedelta(days=1)
    days = {"last_day": str(gone.day), "last_month": str(gone.month), "last_year": str(gone.year)}
    past = join(supervisor, officer.login, **days)
    assert past.status_code == 422 and "cannot be before its first" in past.content.decode()
    days = {"last_day": "31", "last_month": "3", "last_year": str(today().year + 1)}
    assert join(supervisor, officer.login, **days).status_code == 302
    assert f"31 Mar {today().year + 1}" in supervisor.get(MEMBERS).content.decode()


def test_one_who_adds_is_a_member_with_the_right_themselves(embedded_site: Site) -> None:
    officer = add(Role.OFFICER)
    for person in (add(Role.SUPERVISOR), add(Role.ADMINISTRATOR), add(Role.ANALYST, Relation.OWN)):
        assert join(logged_in(person), officer.login).status_code == 404
    supervisor = logged_in(add(Role.SUPERVISOR, Relation.OWN))
    assert join(supervisor, officer.login, case=OTHER_CASE).status_code == 404
    assert people.own_cases(officer, today()) == {}


def test_whose_work_needs_no_case_and_who_is_not_there_become_no_members(embedded_site: Site) -> None:
    supervisor = logged_in(add(Role.SUPERVISOR, Relation.OWN))
    for role in (Role.ADMINISTRATOR, Role.PRESS, Role.PARTNER, Role.AUDITOR):
        answer = join(supervisor, add(role).login)
        assert answer.status_code == 422 and "whose work needs no case" in answer.content.decode()
    assert "no account of that username" in join(supervisor, "nobody").content.decode()
    off = add(Role.OFFICER)
    get_user_model().objects.filter(pk=off.id).update(is_active=False)
    assert "is switched off" in join(supervisor, off.login).content.decode()


def test_a_sealed_case_says_so_and_asks_for_leave(embedded_site: Site) -> None:
    person = add(Role.SUPERVISOR)
    first = today() - timedelta(days=2)
    people.add_member(CASE, person, purpose=Purpose.REVIEW, first=first, opens_sealed=True, by="Moss", at=NOW)
    people.seal_case(CASE, because="A witness is at risk.", by="Moss", at=NOW)
    supervisor, plain, leave = logged_in(person), add(Role.OFFICER), add(Role.ANALYST)
    assert "This case is sealed" in supervisor.get(MEMBERS).content.decode()
    join(supervisor, plain.login)
    join(supervisor, leave.login, opens_sealed="on")
    assert logged_in(plain).get(f"/case/{CASE}/").status_code == 404
    assert logged_in(leave).get(f"/case/{CASE}/").status_code == 200
    assert "Does not see it while it is sealed" in supervisor.get(MEMBERS).content.decode()
