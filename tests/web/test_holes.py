"""A hole that somebody makes is found: the checks of who sees what are tried on views that forget their bounds."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from django.test import override_settings
from django.urls import clear_url_caches
from ninja import Schema
from site_made import CASE, OTHER_CASE, Site, add, logged_in
from test_person_pages import told
from test_who_sees_what import PROGRAMS, ROUTES, ask, leaks, plain

from clewline.access import Relation, Role
from clewline.site import urls
from clewline.store import ledger, visible
from clewline.store.models import StoredEntry
from clewline.web.api.endpoint import Endpoint, version
from clewline.web.asked import Request
from clewline.web.search import views as search

SLOW = ("figures", "api_figures")
"""They count a whole week, and show no entry."""
OF_THE_LOG = ("case_looks", "api_looks", "access_log", "api_access_log")
"""They tell of the asker's own looks, one more each time."""

COUNTED = ("figure", "api_figure_rows", "tokens")
"""They tell of counts that are of all cases, and of when a token was last used."""


def leaking(role: Role, routes: Any = ROUTES) -> set[str]:
    """Return the addresses that tell a member of the case what is not for them: of another case, or other kinds."""
    client, found = logged_in(add(role, Relation.OWN)), set()
    # The log first: it repeats what the asker asked for.
    for route in sorted(routes, key=lambda one: one.name not in OF_THE_LOG):
        if route.name in SLOW:
            continue
        answers = [ask(client, route)]
        if "<str:subject>" in str(route.pattern):
            answers.append(ask(client, route, subject=f"{OTHER_CASE}-a2"))
        if any(leaks(answer, role, Relation.OWN) for answer in answers):
            found.add(str(route.name))
    return found


@pytest.mark.usefixtures("embedded_site")
@pytest.mark.parametrize("role", [Role.OFFICER, Role.SAFEGUARDING])
def test_there_is_none(role: Role) -> None:
    assert leaking(role) == set()


@pytest.mark.usefixtures("embedded_site")
def test_a_list_without_its_bound_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(visible, "visible_to", lambda *asked: StoredEntry.objects.all())
    assert leaking(Role.SAFEGUARDING) >= {"case", "api_entries"}
    assert leaking(Role.OFFICER) >= {"figure", "api_figure_rows"}


@pytest.mark.usefixtures("embedded_site")
def test_an_object_without_its_bound_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    def any_case(person: Any, today: Any, case: str, entry_id: str) -> Any:
        return ledger.find([entry_id]).get(entry_id)

    monkeypatch.setattr(visible, "entry", any_case)
    assert leaking(Role.OFFICER) >= {"entry", "api_entry"}


@pytest.mark.usefixtures("embedded_site")
def test_a_search_without_its_bound_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    from clewline.access import Purpose

    def all_cases(*asked: Any) -> dict[str, Purpose]:
        return dict.fromkeys((CASE, OTHER_CASE), Purpose.REVIEW)

    for place in (visible, search, __import__("clewline.web.api.v1.search", fromlist=["own_cases"])):
        monkeypatch.setattr(place, "own_cases", all_cases)
    assert leaking(Role.OFFICER) >= {"search", "api_search"}


class Everything(Schema):
    """What a careless address answers."""

    entries: list[str]


def everything(request: Request) -> Everything:
    """Every entry, whoever asks."""
    return Everything(entries=[one.entry_id for one in StoredEntry.objects.all()])


@contextmanager
def with_hole(act: str) -> Iterator[Any]:
    """Serve an address of the API whose view asks for everything."""
    hole = Endpoint(
        pattern="hole/", name="api_hole", view=everything, act=act, answers=Everything, title="Hole"
    )
    _, (route,) = version("9", "", [hole])

    class Urls:
        handler404 = urls.handler404
        urlpatterns = [*urls.urlpatterns, route]  # noqa: RUF012  # as a module of addresses has it

    with override_settings(ROOT_URLCONF=Urls):
        clear_url_caches()
        yield route
    clear_url_caches()


@pytest.mark.usefixtures("embedded_site")
def test_an_address_of_the_api_without_its_bound_is_found() -> None:
    with with_hole("see home") as route:
        assert leaking(Role.PRESS, [*PROGRAMS, route]) == {"api_hole"}


def test_an_address_of_the_api_that_the_table_does_not_name_is_not_served() -> None:
    with pytest.raises(KeyError), with_hole("see everything"):
        pass


@pytest.mark.parametrize("role", [Role.OFFICER, Role.SAFEGUARDING])
def test_what_happens_in_another_case_changes_no_answer(embedded_site: Site, role: Role) -> None:
    """Bodies, counts and headers are the same, to the byte, however much is recorded elsewhere."""
    client = logged_in(add(role, Relation.OWN))
    routes = [one for one in ROUTES if one.name not in (*SLOW, *OF_THE_LOG, *COUNTED)]

    def answers() -> dict[str, tuple[str, str]]:
        found = {str(one.name): ask(client, one) for one in routes if not one.callback.act.changes}
        return {
            # The way to what was counted names the instant at which it was.
            name: (
                re.sub(r"as_of=[^&\"]*", "", plain(answer)),
                re.sub(r"nonce-[^']*|csrf[^;]*", "", repr(sorted(answer.headers.items()))),
            )
            for name, answer in found.items()
        }

    answers()  # what is made once is made
    before = answers()
    some = (
        f"m{n}: on 2023-03-0{1 + n % 9} arrest C-17, force kent, person metropolitan/17, team Dunlin, line L-17"
        for n in range(30)
    )
    told("\n".join(some), OTHER_CASE)
    after = answers()
    assert {name for name in before if before[name] != after[name]} == set()
