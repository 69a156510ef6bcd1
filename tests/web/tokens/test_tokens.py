"""Tokens: made by their holder after they showed who they are, shown once, refused in the same words once over."""

import json
import re
from datetime import UTC, datetime, timedelta

import pytest
from django.contrib.auth import get_user_model
from django.db import DatabaseError, connection
from django.test import Client, override_settings
from site_made import CASE, NOW, SECRET, Site, add, as_program, logged_in

from clewline.access import Relation, Role
from clewline.store.accounts import log, people, tokens

CASES = "/api/v1/cases/"


def shown_who(client: Client, ago: int = 10) -> Client:
    """Let the holder of a session have given their second factor some seconds ago."""
    session = client.session
    at = datetime.now(UTC).timestamp() - ago
    session["account_authentication_methods"] = [{"method": "mfa", "type": "totp", "at": at}]
    session.save()
    return client


def ask(text: str, path: str = CASES) -> tuple[int, bytes]:
    headers = {"host": "localhost", "authorization": f"Bearer {text}"}
    answer = Client(headers=headers).get(path)
    return answer.status_code, answer.content


def made(client: Client, name: str = "weekly figures", days: int = 30) -> str:
    """Make a token on the site and return its text, as the page shows it."""
    answer = client.post("/security/tokens/make/", {"name": name, "days": str(days)})
    assert answer.status_code == 200, answer.content.decode()
    found = re.search(r"clewline_[0-9a-f]{16}\.[\w-]{43}", answer.content.decode())
    assert found
    return found[0]


@pytest.mark.usefixtures("site")
def test_a_token_is_made_used_and_ended() -> None:
    person = add(Role.OFFICER, Relation.OWN)
    client = shown_who(logged_in(person))
    assert "You have no token that can be used" in client.get("/security/tokens/").content.decode()
    text = made(client)
    status, said = ask(text)
    assert status == 200 and json.loads(said)["cases"][0]["case"] == CASE
    page = client.get("/security/tokens/").content.decode()
    handle, secret = text.removeprefix("clewline_").split(".")
    assert "weekly figures" in page and handle in page and secret not in page and "never" not in page
    (kept,) = tokens.of(person)
    assert client.post("/security/tokens/end/", {"token": kept.number}).url == "/security/tokens/"
    assert "has ended and is refused from now on" in client.get("/security/tokens/").content.decode()
    assert ask(text)[0] == 401
    told = [(look.act, look.outcome, look.said.changed) for look in log.looks() if "token" in look.act]
    assert ("make token", "done", f"token {kept.number} made, until {kept.ends_at:%Y-%m-%d}") in told
    assert ("end token", "done", f"token {kept.number} ended") in told


@pytest.mark.usefixtures("site")
def test_only_its_hash_is_kept() -> None:
    text = made(shown_who(logged_in(add(Role.ANALYST))))
    with connection.cursor() as cursor:
        cursor.execute("select * from accounts_apitoken")
        kept = repr([bytes(x) if isinstance(x, memoryview) else x for x in cursor.fetchone()])
        cursor.execute("select session_data from django_session")
        sessions = repr(cursor.fetchall())
    assert text.partition(".")[2] not in kept + sessions


@pytest.mark.usefixtures("site")
def test_unknown_wrong_ended_and_expired_tokens_are_refused_in_the_same_words() -> None:
    person = add(Role.OFFICER, Relation.OWN)
    long_ago = datetime.now(UTC) - timedelta(days=2)
    _, expired = tokens.make(person, name="old", days=1, at=long_ago)
    one, ended = tokens.make(person, name="given up", days=1, at=datetime.now(UTC))
    tokens.end(person, one.number, at=datetime.now(UTC))
    _, good = tokens.make(person, name="in use", days=1, at=datetime.now(UTC))
    before = log.count()
    unknown = ask("clewline_0123456789abcdef." + "x" * 43)
    assert unknown[0] == 401 and SECRET not in unknown[1].decode()
    for text in (expired, ended, good[:-1] + ("A" if good[-1] != "A" else "B"), "", "x", f"{ended} {good}"):
        assert ask(text) == unknown
    assert Client(headers={"host": "localhost"}).get(CASES).content == unknown[1]
    assert (
        Client(headers={"host": "localhost", "authorization": f"Basic {good}"}).get(CASES).content
        == unknown[1]
    )
    # Whoever shows what was a token once is in the log; a text that never was one names nobody.
    refused = log.looks(most=log.count() - before)
    assert [(look.outcome, look.account) for look in refused] == [("refused", person.id)] * 2
    assert {look.said.token for look in refused} == {one.number, one.number - 1}


@pytest.mark.usefixtures("site")
def test_a_token_ends_with_its_account_and_follows_its_role() -> None:
    person = add(Role.OFFICER, Relation.OWN)
    program = as_program(person)
    account = get_user_model().objects.filter(pk=person.id)
    assert program.get(f"/api/v1/cases/{CASE}/lines/").status_code == 200
    account.update(role=Role.SAFEGUARDING.value)
    assert program.get(f"/api/v1/cases/{CASE}/lines/").status_code == 404
    assert program.get(f"/api/v1/cases/{CASE}/entries/").status_code == 200
    account.update(role=Role.ADMINISTRATOR.value)
    assert program.get(f"/api/v1/cases/{CASE}/entries/").status_code == 404
    account.update(is_active=False)
    assert program.get("/api/v1/methods/").status_code == 401


@pytest.mark.usefixtures("embedded_site")
def test_a_session_is_no_token_and_a_token_no_session() -> None:
    person = add(Role.OFFICER, Relation.OWN)
    assert logged_in(person).get(CASES).status_code == 401
    for path in ("/", f"/case/{CASE}/", "/security/tokens/"):
        answer = as_program(person).get(path)
        assert answer.status_code == 302 and answer.url.startswith("/log-in/")


@pytest.mark.usefixtures("embedded_site")
def test_it_is_made_only_by_whoever_has_just_shown_who_they_are() -> None:
    person = add(Role.OFFICER, Relation.OWN)
    late = shown_who(logged_in(person), ago=301)
    form = late.get("/security/tokens/new/")
    assert form.status_code == 302 and form.url.startswith(
        "/log-in/again/?next=%2Fsecurity%2Ftokens%2Fnew%2F"
    )
    answer = late.post("/security/tokens/make/", {"name": "figures", "days": "3"})
    assert answer.status_code == 422 and "Confirm that it is you" in answer.content.decode()
    assert tokens.of(person) == []
    assert [(look.act, look.outcome) for look in log.looks(most=1)] == [("make token", "refused")]
    assert shown_who(late).get("/security/tokens/new/").status_code == 200


@pytest.mark.usefixtures("embedded_site")
def test_what_cannot_be_made_says_why_and_a_second_press_makes_no_second_one() -> None:
    person = add(Role.PRESS)
    client = shown_who(logged_in(person))

    def says(**given: str) -> str:
        answer = client.post("/security/tokens/make/", given)
        assert answer.status_code == 422
        return answer.content.decode()

    assert "Enter name of the token" in says(days="3") and "90 days at the latest" in says(
        name="a", days="91"
    )
    assert tokens.of(person) == []
    made(client, "figures")
    assert "You have a token of that name" in says(name="figures", days="3")
    assert len(tokens.of(person)) == 1


@pytest.mark.usefixtures("embedded_site")
def test_nobody_ends_or_sees_the_token_of_another() -> None:
    theirs, mine = add(Role.OFFICER, Relation.OWN), add(Role.SUPERVISOR, Relation.OWN)
    token, text = tokens.make(theirs, name="theirs alone", days=1, at=datetime.now(UTC))
    client = shown_who(logged_in(mine))
    assert "theirs alone" not in client.get("/security/tokens/").content.decode()
    there, nowhere = (client.post("/security/tokens/end/", {"token": n}) for n in (token.number, 99999))
    assert there.status_code == nowhere.status_code == 404
    assert ask(text)[0] == 200


@pytest.mark.usefixtures("site")
def test_the_database_keeps_a_token_ended_and_whose_it_is() -> None:
    one, _ = tokens.make(add(Role.OFFICER), name="x", days=1, at=NOW)
    with connection.cursor() as cursor:
        cursor.execute("update accounts_apitoken set ended_at = made_at where id = %s", [one.number])
        for change in (
            "update accounts_apitoken set ended_at = null",
            "update accounts_apitoken set account_id = account_id + 1",
            "delete from accounts_apitoken",
        ):
            with pytest.raises(DatabaseError):
                cursor.execute(change)


@pytest.mark.usefixtures("site")
def test_a_token_that_asks_too_often_waits() -> None:
    program, other = as_program(add(Role.OFFICER)), as_program(add(Role.ANALYST))
    with override_settings(API_RATE=3):
        answers = [program.get("/api/v1/methods/") for _ in range(8)]
        assert other.get("/api/v1/methods/").status_code == 200
    refused = [one for one in answers if one.status_code == 429]
    assert len(refused) >= 2  # the minute may have turned once meanwhile
    assert 1 <= int(refused[0]["Retry-After"]) <= 60 and refused[0].json()["title"] == "Too many requests"
    told = [(look.act, look.outcome, look.said.token is not None) for look in log.looks()]
    assert told.count(("see methods", "refused", True)) == len(refused)
    assert {act for act, _, _ in told} == {"see methods"}, "a program that waits is no log-in"


@pytest.mark.usefixtures("embedded_site")
def test_the_demo_s_people_have_no_tokens_outside_the_demo() -> None:
    person = people.add_person("ola", name="Ola", role=Role.OFFICER, body="kent", password=None, made_up=True)
    program = as_program(person)
    assert program.get(CASES).status_code == 401
    with override_settings(DEMO=True):
        assert program.get(CASES).status_code == 200


def test_the_log_says_that_it_was_through_the_api(embedded_site: Site) -> None:
    person = add(Role.OFFICER, Relation.OWN)
    as_program(person).get(f"/api/v1/cases/{CASE}/entries/{embedded_site.entry}/")
    (look,) = log.looks()
    assert (look.act, look.subject, look.said.token) == (
        "see entry",
        embedded_site.entry,
        tokens.of(person)[0].number,
    )
    page = logged_in(add(Role.SUPERVISOR, Relation.OWN)).get(f"/case/{CASE}/looks/").content.decode()
    assert f"through the API, token {look.said.token}" in page


@pytest.mark.usefixtures("embedded_site")
def test_a_token_ends_with_the_account_as_it_was() -> None:
    """What an administrator changes, or a new password, ends whatever was opened before."""
    from clewline.store.accounts import manage

    person = add(Role.OFFICER, Relation.OWN)
    text = made(shown_who(logged_in(person)))
    assert ask(text)[0] == 200
    manage.set_role(person.id, Role.ANALYST)
    assert ask(text)[0] == 401
    again = made(shown_who(logged_in(person)), name="again")
    assert ask(again)[0] == 200
    account = get_user_model().objects.get(pk=person.id)
    account.set_password("a long password of before")
    account.save()
    client = shown_who(logged_in(person))
    new = "another-long-word-of-theirs"
    answer = client.post(
        "/security/password/",
        {"oldpassword": "a long password of before", "password1": new, "password2": new},
    )
    assert answer.status_code == 302
    assert ask(again)[0] == 401
