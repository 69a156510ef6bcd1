"""What is open to anyone: the same page for everybody, nothing of the record in it, and nobody in the log for it."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.test import Client, override_settings
from django.test.utils import CaptureQueriesContext
from django.urls import URLPattern, clear_url_caches
from site_made import CASE, NOW, SECRET, Site, add, logged_in
from test_who_sees_what import OPEN, PAGES, PROGRAMS, ask, leaks, plain

from clewline.access import ACTS, Relation, Role, Scope
from clewline.errors import NotFound
from clewline.site import urls
from clewline.store.accounts import log, people
from clewline.store.models import StoredEntry
from clewline.web.context import act_of
from clewline.web.routes import ENTRANCE, page

TABLES: dict[str, frozenset[str]] = {}
"""Tables that an open page may read or write, by the name of its route; one that is not here asks the database
nothing. None of them is a table of the record.
"""


@pytest.fixture
def askers(embedded_site: Site) -> dict[str, Client]:
    """Everybody: with no account, half-way in, in, and out again."""
    people.seal_case(CASE, because="A witness is at risk.", by="Moss", at=NOW)
    forged = Client(headers={"host": "localhost"})
    forged.cookies["session"] = "0123456789abcdefghijklmnopqrstuv"
    half = people.add_person("half", name="Half", role=Role.OFFICER, body="metropolitan", password=None)
    given = people.add_person(
        "given", name="Given", role=Role.OFFICER, body="metropolitan", password="x" * 12
    )
    idle = logged_in(add(Role.ANALYST, Relation.OWN))
    session = idle.session
    session["seen"] = 1
    session.save()
    return {
        "a visitor": Client(headers={"host": "localhost"}),
        "a visitor with a session of nobody": forged,
        "someone without their second factor": logged_in(half, second_factor=False),
        "someone whose password was given to them": with_password(logged_in(given, second_factor=False)),
        "someone who went away": idle,
        **{role.value: logged_in(add(role, Relation.EXPIRED)) for role in Role},
        "a member of the sealed case": logged_in(add(Role.OFFICER, Relation.OWN)),
    }


def with_password(client: Client) -> Client:
    """Return the client as after the password, and before anything else."""
    session = client.session
    session["account_authentication_methods"] = [
        {"method": "password", "username": "given", "at": NOW.timestamp()}
    ]
    session.save()
    return client


def touched(asked: Callable[[], Any]) -> tuple[Any, frozenset[str], int]:
    """Return the answer, the tables that were asked for it, and how often the database was asked anything."""
    with connection.cursor() as cursor:
        tables = connection.introspection.table_names(cursor)
    with CaptureQueriesContext(connection) as told:
        answer = asked()
    some = [one["sql"] for one in told.captured_queries]
    found = {one for one in tables if any(re.search(rf"\b{one}\b", sql) for sql in some)}
    return answer, frozenset(found), len(some)


def wrong(askers: dict[str, Client], route: URLPattern) -> list[str]:
    """Return what is not as it is to be of an open page."""
    found, pages = [], set()
    allowed = TABLES.get(str(route.name), frozenset())
    for who, client in askers.items():
        looks = log.count()
        answer, tables, statements = touched(lambda client=client: ask(client, route))
        if answer.status_code >= 400 and not (route.callback.act.changes and answer.status_code == 422):
            found.append(f"{who}: {answer.status_code}")
        found += [f"{who}: reads {one}" for one in sorted(tables - allowed)]
        if statements and not allowed:
            found.append(f"{who}: asks the database {statements} times")
        if log.count() != looks:
            found.append(f"{who}: is in the log")
        found += [f"{who}: is told {one}" for one in leaks(answer, Role.PRESS, Relation.OTHER)]
        pages.add(plain(answer))
        kept = answer.headers.get("Cache-Control", "")
        if "no-store" not in kept and ("Cookie" in answer.headers.get("Vary", "") or answer.cookies):
            found.append(f"{who}: it may be kept, and is not the same for all")
        if not kept:
            found.append(f"{who}: it does not say whether it may be kept")
    if len(pages) != 1:
        found.append(f"{len(pages)} different pages")
    return found


@pytest.mark.parametrize("route", OPEN, ids=[str(one.name) for one in OPEN])
def test_an_open_page_is_the_same_for_everybody_and_knows_nothing(
    askers: dict[str, Client], route: URLPattern
) -> None:
    assert wrong(askers, route) == []


def test_only_what_the_table_says_is_open_is_open() -> None:
    assert {one.callback.act.name for one in OPEN} <= {
        name for name, act in ACTS.items() if act.scope is Scope.PUBLIC
    }
    assert not [one for one in PROGRAMS if one in OPEN]
    assert not {one.name for one in OPEN} & ENTRANCE and not set(TABLES) - {one.name for one in PAGES}


def plain_page(request: HttpRequest) -> HttpResponse:
    """A page that is as it is to be."""
    return render(request, "frame/refused.html", {"title": "Open", "sentence": "To anyone."})


def knowing(request: HttpRequest) -> HttpResponse:
    """A page that somebody wrote without thinking of who reads it."""
    return HttpResponse("".join(one.entry_id for one in StoredEntry.objects.all()))


def greeting(request: HttpRequest) -> HttpResponse:
    """A page that asks who is there."""
    return HttpResponse(f"Hello {request.user}", headers={"Cache-Control": "public"})


@contextmanager
def served_open(view: Any) -> Iterator[URLPattern]:
    """Serve a page that is open to anyone."""
    route = page("open-page/", view, act="read guide", name="open_page")

    class Urls:
        handler404 = urls.handler404
        urlpatterns = [*urls.urlpatterns, route]  # noqa: RUF012  # as a module of addresses has it

    with override_settings(ROOT_URLCONF=Urls):
        clear_url_caches()
        act_of.cache_clear()
        yield route
    clear_url_caches()
    act_of.cache_clear()


def test_a_page_in_the_frame_is_the_same_for_everybody(askers: dict[str, Client]) -> None:
    with served_open(plain_page) as route:
        assert wrong(askers, route) == []
        answers = [client.get("/open-page/") for client in askers.values()]
    told = [(one.content, sorted(one.headers.items())) for one in answers]
    assert all(one == told[0] for one in told)
    assert answers[0]["Cache-Control"] == "no-store"
    text = answers[0].content.decode()
    assert "Log out" not in text and "Access log" not in text and "Why can I see this?" not in text


def test_an_open_page_that_reads_the_record_is_found(askers: dict[str, Client]) -> None:
    with served_open(knowing) as route:
        found = wrong(askers, route)
    assert any("reads store_storedentry" in one for one in found)
    assert any(CASE in one for one in found)


def test_an_open_page_that_asks_who_is_there_is_found(askers: dict[str, Client]) -> None:
    with served_open(greeting) as route:
        found = wrong(askers, route)
    assert any("different pages" in one for one in found)
    assert any("not the same for all" in one for one in found)
    assert any("reads django_session" in one for one in found)


def test_an_open_page_needs_no_log_and_a_closed_one_beside_it_does(
    askers: dict[str, Client], monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(**said: Any) -> None:
        raise OSError("no space left")

    monkeypatch.setattr(log, "append", full)
    with served_open(plain_page):
        for client in askers.values():
            assert client.get("/open-page/").status_code == 200
        assert askers["officer"].get("/").status_code == 503


def test_what_an_open_page_refuses_is_the_same_for_everybody_too(askers: dict[str, Client]) -> None:
    def absent(request: HttpRequest) -> HttpResponse:
        raise NotFound(f"There is no {SECRET}.")

    with served_open(absent):
        told = set()
        for client in askers.values():
            answer, _, statements = touched(lambda client=client: client.get("/open-page/"))
            assert (answer.status_code, statements) == (404, 0)
            told.add(answer.content)
    assert len(told) == 1 and SECRET not in told.pop().decode()


def test_an_open_page_leaves_a_log_in_half_done_as_it_was(askers: dict[str, Client]) -> None:
    client = askers["someone without their second factor"]
    before = dict(client.session.items())
    with served_open(plain_page):
        client.get("/open-page/")
    assert dict(client.session.items()) == before
    assert client.get("/figures/").url.startswith("/security/app/add/")


def test_what_an_open_page_shows_is_not_posted(askers: dict[str, Client]) -> None:
    with served_open(plain_page):
        assert {client.post("/open-page/").status_code for client in askers.values()} == {405}
