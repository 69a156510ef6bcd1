"""Every page, every role, every relation to the case: told from the addresses and the table of permissions alone."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.test import Client
from django.urls import URLPattern
from referrals_made import record_now
from referred import waiting
from sent_files import ready
from site_made import (
    CASE,
    LINE,
    NO_CASE,
    NOW,
    OTHER_CASE,
    PERSON,
    SECRET,
    Site,
    add,
    as_program,
    logged_in,
    week,
)

from clewline.access import ACTS, Act, Relation, Role, Scope, kinds_of, may
from clewline.site.urls import urlpatterns
from clewline.store.accounts import log, people
from clewline.web.addresses import in_path
from clewline.web.api.v1.routes import ENDPOINTS
from clewline.web.routes import ENTRANCE

ROUTES = [one for one in urlpatterns if one.name not in ENTRANCE]
"""What people and programs ask for; a program asks with a token, and its addresses are `api_...`."""
PROGRAMS = [one for one in ROUTES if getattr(one.callback, "api", False)]
PAGES = [one for one in ROUTES if one not in PROGRAMS]
OPEN = [one for one in ROUTES if one.callback.act.scope is Scope.PUBLIC]
"""What is open to anyone; see `test_open_to_anyone.py`."""
CLOSED = [one for one in PAGES if one not in OPEN]
OF_CASES = [one for one in ROUTES if one.callback.act.scope is Scope.CASE]


SUBJECTS = {
    "line": LINE,
    "person": PERSON,
    "account": "1",
    "finding": f"{CASE}-a5",
    "record": "person",
    "referral": f"{CASE}-a6",
    "correct": f"{CASE}-a1",
    "withdraw": f"{CASE}-a1",
}
"""What a page is about, by the first word of its name; the others are about an entry."""


REFERRAL = f"""
a6: on 2023-03-06 safeguarding referral R-17, force metropolitan, person {PERSON}, team {SECRET}, partner Metropolitan
a7: on 2023-03-07 information shared R-17, force metropolitan, person {PERSON}, recipient Metropolitan, fields [name], \
reason {SECRET}, shared by Moss, basis safeguarding a child, referral {CASE}-a6
"""
"""A referral to a partner whose name is that of the body that everybody here works for."""
OTHERS = (("<str:figure>", "lines_closed"), ("<str:kind>", "movement"))
"""Parts of addresses that are of no case."""


def address(route: URLPattern, case: str, subject: str) -> str:
    """Return a page's address, its parts filled in."""
    path = "/" + str(route.pattern)
    for part, value in (("<str:case>", case), ("<str:subject>", subject), *OTHERS):
        path = path.replace(part, in_path(value))
    assert "<" not in path, f"{path}: the tests do not know what to put there"
    return path


def about(route: URLPattern) -> str:
    """Return what a page is about: the first word of its name."""
    return str(route.name).removeprefix("api_").partition("_")[0]


def ask(client: Client, route: URLPattern, case: str = CASE, subject: str | None = None) -> Any:
    """Ask for a page as its act is asked for."""
    act: Act = route.callback.act
    path = address(route, case, subject or SUBJECTS.get(about(route), f"{CASE}-a2"))
    asked = week() | ASKED.get(about(route), {})
    if (known := getattr(route.callback, "parameters", None)) is not None:
        client, asked = program_of(client), {name: asked[name] for name in asked.keys() & known}
    return client.post(path, {}) if act.changes else client.get(path, asked)


ASKED = {"search": {"q": "C-17"}}
"""What an address is asked beside a week, by the first word of its name."""


def program_of(client: Client) -> Client:
    """Return a program that asks in the place of whoever has logged in, with a token of theirs."""
    if not hasattr(client, "program"):
        person = people.find_person(get_user_model().objects.get(pk=client.session["_auth_user_id"]).login)
        client.program = as_program(person)  # type: ignore[attr-defined]  # one for each
    program: Client = client.program  # type: ignore[attr-defined]  # set above
    return program


def test_every_address_is_a_page_with_an_act_or_an_entrance() -> None:
    names = [one.name for one in urlpatterns]
    assert len(names) == len(set(names)) and set(names) >= ENTRANCE
    for one in ROUTES:
        assert ACTS[one.callback.act.name] is one.callback.act
    assert OF_CASES and {"case" in str(one.pattern) for one in OF_CASES} == {True}
    assert {one.name for one in PROGRAMS} == {one.name for one in ENDPOINTS} and PROGRAMS


@pytest.mark.parametrize("relation", list(Relation))
@pytest.mark.parametrize("role", list(Role))
def test_a_page_is_for_those_whom_the_table_names(site: Site, role: Role, relation: Relation) -> None:
    if relation is Relation.SEALED:
        people.seal_case(CASE, because="A witness is at risk.", by="Moss", at=NOW)
    subjects = SUBJECTS | ready() | {"received": waiting()}
    record_now(REFERRAL)
    person = add(role, relation)
    client = logged_in(person)
    for route in ROUTES:
        act: Act = route.callback.act
        answer = ask(client, route, subject=subjects.get(about(route)))
        expected = may(act, role, relation if act.scope is Scope.CASE else None)
        seen = answer.status_code < 400 or (act.changes and answer.status_code == 422)
        if expected and route.name in ("source_line", "api_entry_source"):
            expected = False  # the entry was stated: it rests on no file
        assert seen == expected, f"{role} ({relation}) at {route.name}: {answer.status_code}"
        assert leaks(answer, role, relation) == [], f"{role} ({relation}) at {route.name}"


def leaks(answer: Any, role: Role, relation: Relation) -> list[str]:
    """Return what an answer tells that is not for someone who is that to the case: in its body or in a header."""
    told = answer.content.decode(errors="replace") + repr(sorted(answer.headers.items()))
    never = [OTHER_CASE]
    if relation is not Relation.OWN or (kinds_of(role) is not None and not kinds_of(role)):
        never += [
            SECRET,
            *([] if role is Role.AUDITOR else [f"{CASE}-a"]),
        ]  # ids stand in the log, and it is theirs
    elif kinds_of(role) is not None:
        never += [f"{CASE}-a3", f"{CASE}-a4", "Z-17"]  # a line and its closure, which only investigators need
    return [word for word in never if word in told]


@pytest.mark.parametrize("role", list(Role))
def test_what_is_not_there_looks_as_what_is_not_for_them(embedded_site: Site, role: Role) -> None:
    client = logged_in(add(role))
    for route in OF_CASES:
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
    for route in CLOSED:
        answer = ask(client, route)
        assert answer.status_code == 302 and answer.url.startswith("/security/app/add/")
    assert log.count() == 0


def test_nobody_gets_in_without_an_account(embedded_site: Site) -> None:
    for route in CLOSED:
        answer = ask(Client(headers={"host": "localhost"}), route)
        assert answer.status_code == 302 and answer.url.startswith("/log-in/")
    for route in PROGRAMS:
        path = address(route, CASE, SUBJECTS.get(about(route), f"{CASE}-a2"))
        assert Client(headers={"host": "localhost"}).get(path).status_code == 401


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
