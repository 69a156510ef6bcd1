"""What is forbidden cannot be told from what is not there: not by what is asked of the database, nor by time."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from time import perf_counter
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from site_made import CASE, NO_CASE, OTHER_CASE, Site, add, as_program, logged_in
from test_person_pages import told
from test_who_sees_what import OF_CASES, ask

from clewline.access import Relation, Role

PAIRS = 24
PLANTED = "x1: on 2023-03-01 person kent/X1, force kent, number X1, family name Planted, given names Jo"


@contextmanager
def asked_of_the_database() -> Iterator[list[str]]:
    """Give the statements that SQLite is sent meanwhile, less the values in them."""
    made: list[str] = []

    def note(sql: str) -> None:
        made.append(re.sub(r"x?'(?:[^']|'')*'|\b\d+\b", "?", sql, flags=re.IGNORECASE))

    connection.ensure_connection()
    connection.connection.set_trace_callback(note)
    try:
        yield made
    finally:
        connection.connection.set_trace_callback(None)


def statements(ask_it: Callable[[], Any]) -> list[str]:
    with asked_of_the_database() as made:
        ask_it()
    return made


@pytest.mark.parametrize("role", [Role.OFFICER, Role.SAFEGUARDING, Role.PRESS])
def test_of_a_forbidden_case_just_as_much_is_asked_as_of_none(embedded_site: Site, role: Role) -> None:
    client = logged_in(add(role))
    for route in OF_CASES:
        ask(client, route)  # the first loads what all need
        forbidden = statements(lambda route=route: ask(client, route))  # type: ignore[misc]  # bound at once
        absent = statements(lambda route=route: ask(client, route, case=NO_CASE, subject="nothing"))  # type: ignore[misc]  # bound at once
        assert forbidden == absent and forbidden, route.name


def asks(person_pages: Client, program: Client) -> dict[str, tuple[Callable[[], Any], Callable[[], Any]]]:
    """Return pairs of requests that nobody may tell apart: of something of another case, and of nothing."""
    page, api = f"/case/{CASE}/", f"/api/v1/cases/{CASE}/"
    return {
        "entry": (
            lambda: person_pages.get(f"{page}entry/{OTHER_CASE}-a2/"),
            lambda: person_pages.get(f"{page}entry/no-such-1-a2/"),
        ),
        "person": (
            lambda: person_pages.get(f"{page}person/kent~1X1/"),
            lambda: person_pages.get(f"{page}person/kent~1X2/"),
        ),
        "search": (
            lambda: person_pages.get("/search/", {"q": "Planted"}),
            lambda: person_pages.get("/search/", {"q": "Plonted"}),
        ),
        "search by id": (
            lambda: person_pages.get("/search/", {"q": f"{OTHER_CASE}-a2"}),
            lambda: person_pages.get("/search/", {"q": "no-such-1-a2"}),
        ),
        "entry of the API": (
            lambda: program.get(f"{api}entries/{OTHER_CASE}-a2/"),
            lambda: program.get(f"{api}entries/no-such-1-a2/"),
        ),
        "person of the API": (
            lambda: program.get(f"{api}people/kent~1X1/"),
            lambda: program.get(f"{api}people/kent~1X2/"),
        ),
        "search of the API": (
            lambda: program.get("/api/v1/search/", {"q": "Planted"}),
            lambda: program.get("/api/v1/search/", {"q": "Plonted"}),
        ),
        "another case": (
            lambda: person_pages.get(f"/case/{OTHER_CASE}/"),
            lambda: person_pages.get(f"/case/{NO_CASE}/"),
        ),
        "another case of the API": (
            lambda: program.get(f"/api/v1/cases/{OTHER_CASE}/entries/"),
            lambda: program.get(f"/api/v1/cases/{NO_CASE}/entries/"),
        ),
    }


@pytest.mark.usefixtures("embedded_site")
def test_what_only_another_case_holds_is_asked_for_as_what_none_holds() -> None:
    told(PLANTED, OTHER_CASE)
    person = add(Role.OFFICER, Relation.OWN)
    for name, (forbidden, absent) in asks(logged_in(person), as_program(person)).items():
        forbidden(), absent()  # the first loads what all need
        assert statements(forbidden) == statements(absent), name
        assert forbidden().status_code == absent().status_code, name


@pytest.mark.slow
@pytest.mark.usefixtures("embedded_site")
def test_time_does_not_tell_them_apart_either() -> None:
    """Of many pairs, asked one behind the other in turns, neither kind takes longer nearly always.

    Were there no difference at all, fewer than 2 or more than 22 of 24 would be seen three times in a million.
    """
    told(PLANTED, OTHER_CASE)
    person = add(Role.OFFICER, Relation.OWN)
    for name, pair in asks(logged_in(person), as_program(person)).items():
        longer = sum(_took(pair, first=turn % 2) for turn in range(PAIRS))
        assert 2 <= longer <= PAIRS - 2, f"{name}: of {PAIRS}, {longer} took longer where it is there"


def _took(pair: tuple[Callable[[], Any], Callable[[], Any]], *, first: int) -> bool:
    times = [0.0, 0.0]
    for which in (first, 1 - first):
        begun = perf_counter()
        pair[which]()
        times[which] = perf_counter() - begun
    return times[0] > times[1]
