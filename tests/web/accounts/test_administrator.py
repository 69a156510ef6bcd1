"""What an administrator does with accounts, and what they cannot do: come to see a case."""

import re
from typing import Any

import pytest
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.contrib.auth import get_user_model
from django.test import Client
from site_made import CASE, NOW, TODAY, Site, add, logged_in

from clewline.access import Purpose, Relation, Role
from clewline.errors import BadInput
from clewline.store.accounts import log, people
from clewline.store.accounts.people import Person
from clewline.workflow.accounts import make_member

NEW = {"name": "Hale Finch", "login": "finch", "role": "analyst", "body": "kent"}


def account(person: Person) -> Any:
    return get_user_model().objects.get(pk=person.id)


def post(client: Client, person: Person, what: str, **more: str) -> Any:
    said = {"reason": "He asked at my desk.", "revision": str(account(person).revision)} | more
    return client.post(f"/accounts/{person.id}/{what}/", said)


@pytest.fixture
def office(embedded_site: Site) -> Client:
    return logged_in(add(Role.ADMINISTRATOR))


def test_an_account_is_made_and_its_password_is_shown_once(office: Client) -> None:
    page = office.post("/accounts/new/", NEW).content.decode()
    password = re.search(r'id="password">([^<]{20,})<', page)
    assert password is not None
    made = get_user_model().objects.get(login="finch")
    assert made.check_password(password[1]) and made.must_change and made.role == "analyst"
    again = office.post("/accounts/new/", NEW)
    assert again.status_code == 422 and "There is an account finch already." in again.content.decode()
    page = office.get(f"/accounts/{made.pk}/").content.decode()
    assert password[1] not in page and "Given, and not yet changed by them" in page
    changed = [one.said.changed for one in log.looks(act="manage accounts") if one.said.changed]
    assert changed == ["account finch, analyst"]
    assert all(password[1] not in str(one) for one in log.looks(most=100))


def test_a_username_differs_in_more_than_its_capitals(office: Client) -> None:
    office.post("/accounts/new/", NEW)
    assert office.post("/accounts/new/", NEW | {"login": "Finch"}).status_code == 422


def test_nobody_becomes_an_administrator_on_the_site(office: Client) -> None:
    assert office.post("/accounts/new/", NEW | {"role": "administrator"}).status_code == 422
    officer = add(Role.OFFICER)
    assert post(office, officer, "role", role="administrator").status_code == 422
    assert account(officer).role == "officer"


def test_nobody_changes_their_own_account(office: Client) -> None:
    own = people.find_person("administrator-other-nightjar-7")
    for what, more in (
        ("role", {"role": "officer"}),
        ("switch", {}),
        ("password", {}),
        ("second-factor", {}),
    ):
        answer = post(office, own, what, **more)
        assert answer.status_code == 422 and "Nobody changes their own account" in answer.content.decode()
    assert account(own).role == "administrator" and account(own).revision == 0
    page = office.get(f"/accounts/{own.id}/").content.decode()
    assert "This is your own account" in page and "/switch/" not in page


def test_another_role_is_other_work_and_takes_them_off_their_cases(office: Client) -> None:
    officer = add(Role.OFFICER, Relation.OWN)
    client = logged_in(officer)
    assert client.get(f"/case/{CASE}/").status_code == 200
    assert post(office, officer, "role", role="analyst").status_code == 302
    assert account(officer).role == "analyst"
    again = logged_in(officer)
    assert again.get("/").status_code == 200 and again.get(f"/case/{CASE}/").status_code == 404
    ended = next(one for one in log.looks(case=CASE) if one.act == "manage members")
    assert ended.said.reason == "Their role was changed."


def test_whoever_is_switched_off_is_out_at_once_and_stays_out_when_switched_on(office: Client) -> None:
    officer = add(Role.OFFICER, Relation.OWN)
    client = logged_in(officer)
    assert client.get("/").status_code == 200
    assert post(office, officer, "switch").status_code == 302
    assert client.get("/").status_code == 302
    assert post(office, officer, "switch").status_code == 302
    assert client.get("/").status_code == 302, "a session of before has come back to life"
    assert logged_in(officer).get(f"/case/{CASE}/").status_code == 200


def test_a_second_press_changes_nothing_more(office: Client) -> None:
    officer = add(Role.OFFICER)
    said = {"reason": "He asked.", "revision": "0"}
    assert office.post(f"/accounts/{officer.id}/password/", said).status_code == 200
    kept = account(officer).password
    again = office.post(f"/accounts/{officer.id}/password/", said)
    assert again.status_code == 422 and "was changed since this page was opened" in again.content.decode()
    assert account(officer).password == kept


def test_a_reason_is_words(office: Client) -> None:
    officer = add(Role.OFFICER)
    assert post(office, officer, "switch", reason=" - ").status_code == 422
    assert account(officer).is_active


@pytest.mark.parametrize("order", [("password", "second-factor"), ("second-factor", "password")])
def test_one_administrator_alone_does_not_come_into_a_case_as_somebody_else(
    office: Client, order: tuple[str, str]
) -> None:
    officer = add(Role.OFFICER, Relation.OWN)
    TOTP.activate(account(officer), generate_totp_secret())
    assert post(office, officer, order[0]).status_code in (200, 302)
    assert CASE in people.own_cases(officer, TODAY), "one of the two does not let anyone in"
    assert post(office, officer, order[1]).status_code in (200, 302)
    assert people.own_cases(officer, TODAY) == {}


def test_who_has_no_second_factor_is_taken_off_their_cases_with_the_password(office: Client) -> None:
    officer = add(Role.OFFICER, Relation.OWN)
    page = post(office, officer, "password").content.decode()
    assert people.own_cases(officer, TODAY) == {} and "taken off their cases" in page


def test_nobody_joins_a_case_before_the_password_is_their_own(office: Client) -> None:
    office.post("/accounts/new/", NEW)
    finch = people.find_person("finch")
    with pytest.raises(BadInput, match="has not chosen their own password"):
        make_member(CASE, finch, purpose=Purpose.INVESTIGATION, first=TODAY, by="Moss", at=NOW)


def test_accounts_are_found_by_words_and_an_absent_one_is_not_there(office: Client) -> None:
    add(Role.OFFICER)
    page = office.get("/accounts/", {"about": "officer metropolitan"}).content.decode()
    assert "officer-other" in page and "administrator-other" not in page
    assert "Leave the box empty" in office.get("/accounts/", {"about": "zzz"}).content.decode()
    for subject in ("99", "x", "9" * 30):
        assert office.get(f"/accounts/{subject}/").status_code == 404
