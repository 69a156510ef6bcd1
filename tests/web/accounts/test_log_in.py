"""How people get in: a password of their own, then a second factor; what is said of each try, and what is logged."""

import re
import time
from typing import Any

import pytest
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import (
    TOTP,
    format_hotp_value,
    generate_totp_secret,
    hotp_value,
    yield_hotp_counters_from_time,
)
from django.contrib.auth import get_user_model
from django.core.cache import cache
from django.test import Client, override_settings
from site_made import Site, add, logged_in

from clewline.access import Role
from clewline.store.accounts import log, people
from clewline.store.accounts.people import Person

PASSWORD, OWN = "a-password-that-was-given", "kestrel over the marsh"


@pytest.fixture
def finch(embedded_site: Site) -> Person:
    cache.clear()
    return people.add_person("finch", name="Hale Finch", role=Role.OFFICER, body="kent", password=PASSWORD)


def code(secret: str) -> str:
    return format_hotp_value(hotp_value(secret, next(iter(yield_hotp_counters_from_time()))))


def browser() -> Client:
    return Client(headers={"host": "localhost"})


def log_in(client: Client, password: str, login: str = "finch") -> Any:
    return client.post("/log-in/", {"login": login, "password": password})


def own_password(client: Client) -> Any:
    given = {"oldpassword": PASSWORD, "password1": OWN, "password2": OWN}
    return client.post("/security/password/", given)


def happened() -> list[tuple[str, str]]:
    return [(one.act, one.outcome) for one in reversed(log.looks(most=100))]


def test_a_given_password_is_changed_before_anything_else_and_then_a_factor_is_asked_for(
    finch: Person,
) -> None:
    client = browser()
    assert log_in(client, PASSWORD).status_code == 302
    for page in ("/", "/security/", "/security/app/add/", "/security/passkeys/add/", "/search/"):
        answer = client.get(page)
        assert answer.status_code == 302 and answer.url == "/security/password/", page
    page = client.get("/security/password/").content.decode()
    assert "Somebody else chose the password that you have" in page
    same = client.post(
        "/security/password/", {"oldpassword": PASSWORD, "password1": PASSWORD, "password2": PASSWORD}
    )
    assert "Choose another password than the one that you have." in same.content.decode()
    assert own_password(client).url == "/"
    assert client.get("/").url.startswith("/security/app/add/")
    page = client.get("/security/app/add/").content.decode()
    assert "Your password was changed." in page
    secret = client.session["mfa.totp.secret"]
    assert client.post("/security/app/add/", {"code": code(secret)}).status_code == 302
    assert client.get("/").status_code == 200, "whoever has just shown a code is not asked for another"
    assert happened()[:4] == [
        ("log in", "done"),
        ("change password", "done"),
        ("add second factor", "done"),
        ("add second factor", "done"),
    ]
    assert not get_user_model().objects.get(pk=finch.id).must_change


def test_a_session_of_before_ends_with_the_password(finch: Person) -> None:
    first, second = browser(), browser()
    log_in(first, PASSWORD)
    log_in(second, PASSWORD)
    own_password(first)
    assert second.get("/").url.startswith("/log-in/")


def test_what_is_wrong_is_said_and_what_was_typed_is_in_no_log(finch: Person) -> None:
    client = browser()
    mistyped = "my-secret-typed-as-a-login"
    for login, password in (("finch", "wrong-one-7"), (mistyped, "whatever")):
        page = log_in(client, password, login)
        assert "The username or the password is not right." in page.content.decode()
    unknown, known = log.looks()
    assert (known.act, known.outcome, known.account) == ("log in", "refused", finch.id)
    assert unknown.account is None
    assert not any(word in str(one) for one in log.looks() for word in (mistyped, "wrong-one-7", "whatever"))


def test_whoever_tries_too_often_is_made_to_wait_even_with_the_right_password(finch: Person) -> None:
    for _ in range(5):
        log_in(browser(), "wrong")
    page = log_in(browser(), PASSWORD)
    assert page.status_code == 200 and "Wait five minutes" in page.content.decode()
    last = log.looks()[0]
    assert (last.act, last.outcome, last.account) == ("too many log-ins", "refused", finch.id)


def test_one_address_does_not_try_all_accounts(embedded_site: Site) -> None:
    cache.clear()
    answers = [log_in(browser(), "wrong", f"somebody-{number}") for number in range(11)]
    assert "Wait five minutes" in answers[-1].content.decode()
    for _ in range(25):
        last = log_in(browser(), "wrong", "somebody-else")
        if last.status_code == 429:
            break
    assert last.status_code == 429 and "Too many tries" in last.content.decode()
    assert log.looks()[0].act == "too many log-ins"


def with_app(person: Person) -> str:
    user = get_user_model().objects.get(pk=person.id)
    user.must_change = False
    user.save()
    secret = generate_totp_secret()
    TOTP.activate(user, secret)
    return str(secret)


def test_a_wrong_code_is_refused_and_logged_and_too_many_are_stopped(finch: Person) -> None:
    secret = with_app(finch)
    client = browser()
    assert log_in(client, PASSWORD).url.startswith("/log-in/code/")
    for _ in range(5):
        page = client.post("/log-in/code/", {"code": "000000"})
        assert "The code is not right." in page.content.decode()
    assert happened() == [("second factor", "refused")] * 5
    page = client.post("/log-in/code/", {"code": code(secret)})
    assert "Wait five minutes" in page.content.decode()
    assert log.looks()[0].act == "too many log-ins" and log.looks()[0].account == finch.id
    assert client.get("/").status_code == 302


def test_a_recovery_code_lets_in_once(finch: Person) -> None:
    with_app(finch)
    codes = RecoveryCodes.activate(get_user_model().objects.get(pk=finch.id)).generate_codes()
    for expected in (302, 200):
        client = browser()
        log_in(client, PASSWORD)
        assert client.post("/log-in/code/", {"code": codes[0]}).status_code == expected
    assert happened() == [("log in", "done"), ("second factor", "refused")]


def test_who_logs_out_is_told_and_logged(finch: Person) -> None:
    client = logged_in(finch)
    page = client.post("/log-out/", follow=True).content.decode()
    assert "You have logged out." in page and log.looks()[0].act == "log out"


def test_whoever_is_switched_off_is_told_so(finch: Person) -> None:
    get_user_model().objects.filter(pk=finch.id).update(is_active=False)
    page = browser().post("/log-in/", {"login": "finch", "password": PASSWORD}, follow=True).content.decode()
    assert "This account is closed" in page


def test_a_session_ends_after_its_hours_whatever_its_holder_does(embedded_site: Site) -> None:
    client = logged_in(add(Role.OFFICER))
    assert client.get("/").status_code == 200
    session = client.session
    session["began"] -= 11 * 60 * 60
    session.save()
    assert client.get("/").status_code == 200
    session = client.session
    session["began"] -= 60 * 60
    session.save()
    assert client.get("/").url.startswith("/log-in/")


def test_an_idle_session_changes_no_password_either(embedded_site: Site) -> None:
    client = logged_in(add(Role.OFFICER))
    with override_settings(SESSION_IDLE=60):
        client.get("/")
        session = client.session
        session["seen"] -= 61
        session.save()
        assert client.get("/security/password/").url.startswith("/log-in/")


SIGN = re.compile(r"\bsign(ed|ing)? ?(in|out|up)\b", re.IGNORECASE)


def test_every_page_of_the_entrance_is_ours_and_in_our_words(finch: Person) -> None:
    with_app(finch)
    client = logged_in(finch)
    session = client.session
    session["account_authentication_methods"].append(
        {"method": "password", "at": time.time(), "reauthenticated": True}
    )
    session["account_authentication_methods_user"] = str(finch.id)
    session.save()
    pages = [
        "/security/",
        "/security/password/",
        "/security/app/remove/",
        "/security/codes/",
        "/security/codes/new/",
        "/security/passkeys/",
        "/security/passkeys/add/",
        "/log-in/again/",
        "/log-in/code/again/",
        "/log-in/no-longer/",
        "/log-out/",
    ]
    for path in pages:
        answer = client.get(path, follow=True)
        text = answer.content.decode()
        assert answer.status_code in (200, 404), path
        assert "Clewline" in text and "cw-header" in text and not SIGN.search(text), path
    wrong = client.post("/log-in/again/", {"password": "wrong"})
    assert "The password is not right." in wrong.content.decode()
    removed = client.post("/security/app/remove/", follow=True)
    assert "Your authenticator app was removed." in removed.content.decode()
    assert ("remove second factor", "done") in happened()
