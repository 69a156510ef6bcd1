"""Every page, every role, every relation to the case: told from the addresses and the table of permissions alone."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.test import Client
from django.urls import URLPattern
from site_made import CASE, LINE, NO_CASE, NOW, PERSON, SECRET, Site, add, logged_in, week

from clewline.access import ACTS, Act, Relation, Role, Scope, may
from clewline.site.urls import urlpatterns
from clewline.store.accounts import log, people
from clewline.web.addresses import in_path
from clewline.web.routes import ENTRANCE

PAGES = [one for one in urlpatterns if one.name not in ENTRANCE]
CASE_PAGES = [one for one in PAGES if one.callback.act.scope is Scope.CASE]


SUBJECTS = {
    "line": LINE,
    "person": PERSON,
    "finding": f"{CASE}-a5",
    "record": "person",
    "correct": f"{CASE}-a1",
    "withdraw": f"{CASE}-a1",
}
"""What a page is about, by the first word of its name; the others are about an entry."""


def address(route: URLPattern, case: str, subject: str) -> str:
    """Return a page's address, its parts filled in."""
    path = "/" + str(route.pattern)
    for part, value in (("<str:case>", case), ("<str:subject>", subject), ("<str:figure>", "lines_closed")):
        path = path.replace(part, in_path(value))
    assert "<" not in path, f"{path}: the tests do not know what to put there"
    return path


def ask(client: Client, route: URLPattern, case: str = CASE, subject: str | None = None) -> Any:
    """Ask for a page as its act is asked for."""
    act: Act = route.callback.act
    path = address(route, case, subject or SUBJECTS.get(str(route.name).partition("_")[0], f"{CASE}-a2"))
    return client.post(path, {}) if act.changes else client.get(path, week())


def test_every_address_is_a_page_with_an_act_or_an_entrance() -> None:
    names = [one.name for one in urlpatterns]
    assert len(names) == len(set(names)) and set(names) >= ENTRANCE
    for one in PAGES:
        assert ACTS[one.callback.act.name] is one.callback.act
    assert CASE_PAGES and {"case" in str(one.pattern) for one in CASE_PAGES} == {True}


@pytest.mark.parametrize("relation", list(Relation))
@pytest.mark.parametrize("role", list(Role))
def test_a_page_is_for_those_whom_the_table_names(site: Site, role: Role, relation: Relation) -> None:
    if relation is Relation.SEALED:
        people.seal_case(CASE, because="A witness is at risk.", by="Moss", at=NOW)
    person = add(role, relation)
    client = logged_in(person)
    for route in PAGES:
        act: Act = route.callback.act
        answer = ask(client, route)
        expected = may(act, role, relation if act.scope is Scope.CASE else None)
        seen = answer.status_code < 400 or (act.changes and answer.status_code == 422)
        if expected and route.name == "source_line":
            expected = False  # the entry was stated: it rests on no file
        assert seen == expected, f"{role} ({relation}) at {route.name}: {answer.status_code}"
        if relation is not Relation.OWN:
            assert SECRET not in answer.content.decode(), (
                f"{role} ({relation}) reads the case at {route.name}"
            )


@pytest.mark.parametrize("role", list(Role))
def test_what_is_not_there_looks_as_what_is_not_for_them(embedded_site: Site, role: Role) -> None:
    client = logged_in(add(role))
    for route in CASE_PAGES:
        forbidden, absent = ask(client, route), ask(client, route, case=NO_CASE, subject="no-such-entry")
        assert forbidden.status_code == absent.status_code == 404
        assert plain(forbidden) == plain(absent)
        assert [*forbidden.headers] == [*absent.headers]
        assert len(forbidden.content) - len(absent.content) == 0


def plain(answer: Any) -> str:
    """Return a page without what is new in each: tokens and nonces."""
    import re

    return re.sub(r'(value|nonce)="[^"]*"', "", answer.content.decode())


def test_an_entry_of_a_kind_that_the_role_does_not_need_is_not_there(embedded_site: Site) -> None:
    client = logged_in(add(Role.SAFEGUARDING, Relation.OWN))
    assert client.get(f"/case/{CASE}/entry/{embedded_site.entry}/").status_code == 200
    assert client.get(f"/case/{CASE}/entry/{embedded_site.investigators_entry}/").status_code == 404
    page = client.get(f"/case/{CASE}/").content.decode()
    assert "Line closure" not in page and "Arrest" in page


def test_an_entry_of_another_case_is_not_in_this_one(embedded_site: Site) -> None:
    client = logged_in(add(Role.OFFICER, Relation.OWN))
    assert client.get(f"/case/{CASE}/entry/dunlin-2-a2/").status_code == 404


def test_rows_of_a_figure_in_other_cases_are_counted_and_not_told(embedded_site: Site) -> None:
    client = logged_in(add(Role.OFFICER, Relation.OWN))
    page = client.get("/figures/arrests/", week()).content.decode()
    assert f"{CASE}-a2" in page and "dunlin-2" not in page and "of another case" in page
    outside = logged_in(add(Role.ANALYST)).get("/figures/arrests/", week()).content.decode()
    assert SECRET not in outside and CASE not in outside


def test_nobody_gets_in_without_a_second_factor(embedded_site: Site) -> None:
    person = add(Role.OFFICER, Relation.OWN)
    client = logged_in(person, second_factor=False)
    for route in PAGES:
        answer = ask(client, route)
        assert answer.status_code == 302 and answer.url.startswith("/security/app/add/")
    assert log.count() == 0


def test_nobody_gets_in_without_an_account(embedded_site: Site) -> None:
    for route in PAGES:
        answer = ask(Client(headers={"host": "localhost"}), route)
        assert answer.status_code == 302 and answer.url.startswith("/log-in/")


def test_a_page_without_an_act_is_served_to_nobody(embedded_site: Site, settings_with_hole: None) -> None:
    client = logged_in(add(Role.SUPERVISOR, Relation.OWN))
    assert client.get("/hole/").status_code == 404


@pytest.fixture
def settings_with_hole() -> Iterator[None]:
    """A page that somebody added without saying which act it is."""
    from django.http import HttpResponse
    from django.test import override_settings
    from django.urls import clear_url_caches, path

    class Urls:
        handler404 = "clewline.web.frame.refusals.not_found"
        urlpatterns = [*urlpatterns, path("hole/", lambda request: HttpResponse(SECRET), name="hole")]  # noqa: RUF012  # as a module of addresses has it

    with override_settings(ROOT_URLCONF=Urls):
        clear_url_caches()
        yield
    clear_url_caches()
