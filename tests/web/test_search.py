"""Search finds what is the asker's, however it was typed, and tells of nothing else: not by rows, counts or reads."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from django.db import connection
from site_made import CASE, OTHER_CASE, SECRET, add, logged_in
from test_person_pages import told

from clewline.access import Relation, Role
from clewline.store.accounts import log
from clewline.web.addresses import address

STORY = """
b1: on 2023-03-01 person kent/P1, force kent, number P1, family name Wren, given names Jo
b2: on 2023-03-02 arrest KP/23/CU004, force kent, person kent/P1, age 16, line KP-L1
b3: on 2023-03-03 line KP-L1, name Paper Post, force kent
b4: on 2023-03-04 line number KP-L1/n, line KP-L1, number 07700 900123, used from 2023-01-01
b5: on 2023-03-05 authority CD/1, reference CD/1, nature court order, identifiers 07700900999
b6: on 2023-03-06 exhibit AB/1, reference AB/1
b7: on 2023-03-07 operation Orochi, name Orochi
"""
PLANTED = "x1: on 2023-03-01 person kent/X1, force kent, number X1, family name Planted, given names Jo"


def ids(text: str, case: str = CASE) -> set[str]:
    """Return the entries that a page links to, by their ids in the story."""
    path = address("entry", case=case, subject=f"{case}/")[:-1]
    return {part.partition("/")[0] for part in text.split(f'href="{path}')[1:]}


def search(role: Role = Role.OFFICER, relation: Relation = Relation.OWN, **asked: str) -> str:
    client = logged_in(add(role, relation))
    answer = client.get("/search/", asked)
    assert answer.status_code == 200
    return answer.content.decode()


@pytest.mark.usefixtures("site")
def test_what_was_recorded_is_found_however_it_is_typed() -> None:
    told(STORY)
    client = logged_in(add(Role.OFFICER, Relation.OWN))
    for q, found in {
        "07700 900123": {"b4"},
        "+44 7700 900123": {"b4"},
        "07700 9001": {"b4"},
        "07700": {"b4", "b5"},
        "wren": {"b1"},
        "WREN jo": {"b1"},
        "wren al": set(),
        "wren j": {"b1"},
        "kent/p1": {"b1", "b2"},
        "KP/23/CU004": {"b2"},
        "cu004": {"b2"},
        "KP-L1": {"b2", "b3", "b4"},
        "paper post": {"b3"},
        "post": {"b3"},
        "cd/1": {"b5"},
        "ab/1": {"b6"},
        "oro": {"b7"},
        f"{CASE}/b6": {"b6"},
    }.items():
        assert ids(client.get("/search/", {"q": q}).content.decode()) == found, q


@pytest.mark.usefixtures("site")
def test_what_is_left_out_is_not_found() -> None:
    told(STORY)
    client = logged_in(add(Role.OFFICER, Relation.OWN))

    def found(**asked: str) -> set[str]:
        return ids(client.get("/search/", {"q": "KP-L1", **asked}).content.decode())

    assert found(without="post") == {"b2", "b4"}
    assert found(without="post 07700900123") == {"b2"}
    assert found(kind="line") == {"b3"}
    assert found(case=CASE) == {"b2", "b3", "b4"}
    assert found(first="2023-03-03") == {"b3", "b4"}
    assert found(last="2023-03-03") == {"b2", "b3"}


@pytest.mark.usefixtures("site")
def test_a_planted_name_in_another_case_is_never_found_nor_counted() -> None:
    told(PLANTED, OTHER_CASE)
    told(STORY)
    planted = logged_in(add(Role.OFFICER, Relation.OWN))
    for q in ("Planted", "kent/x1", "X1", f"{OTHER_CASE}/x1", "jo planted", "jo"):
        text = planted.get("/search/", {"q": q}).content.decode()
        assert OTHER_CASE not in text.replace(q, "") and "Planted" not in text.replace(q, "")
        assert ids(text) == ({"b1"} if q == "jo" else set())
    # What nobody has recorded looks the same, to the byte.
    there, nowhere = (
        planted.get("/search/", {"q": q}).content.decode().replace(q, "") for q in ("Planted", "Plonted")
    )
    assert without_tokens(there) == without_tokens(nowhere)
    # And its own members find it.
    client = logged_in(add(Role.OFFICER, Relation.OWN, OTHER_CASE))
    assert ids(client.get("/search/", {"q": "planted"}).content.decode(), OTHER_CASE) == {"x1"}
    # The log says no more of how much there was than the page.
    assert [look.said.shown for look in log.looks(most=3)][1:] == [0, 0]


def without_tokens(text: str) -> str:
    """Return a page without what is new in each."""
    import re

    return re.sub(r'(value|nonce)="[^"]*"', "", text)


@pytest.mark.usefixtures("site")
def test_nothing_of_another_case_is_read_even_to_say_no() -> None:
    told(PLANTED, OTHER_CASE)
    client = logged_in(add(Role.OFFICER, Relation.OWN))
    with statements() as made:
        client.get("/search/", {"q": "planted"})
    index = [(sql, values) for sql, values in made if "store_mention" in sql]
    assert index and not any(OTHER_CASE in map(str, values) for _, values in index)
    assert all("case_id" in sql for sql, _ in index)


@contextmanager
def statements() -> Iterator[list[tuple[str, Any]]]:
    """Give the statements that are sent to the database meanwhile."""
    made: list[tuple[str, Any]] = []

    def note(execute: Any, sql: str, values: Any, many: bool, context: Any) -> Any:
        made.append((sql, values or ()))
        return execute(sql, values, many, context)

    with connection.execute_wrapper(note):
        yield made


@pytest.mark.usefixtures("site")
def test_a_case_that_is_not_theirs_is_no_choice_and_no_answer() -> None:
    told(PLANTED, OTHER_CASE)
    client = logged_in(add(Role.OFFICER, Relation.OWN))
    other = client.get("/search/", {"q": "planted", "case": OTHER_CASE}).content.decode()
    none = client.get("/search/", {"q": "planted", "case": "no-such-case"}).content.decode()
    assert without_tokens(other).replace(OTHER_CASE, "") == without_tokens(none).replace("no-such-case", "")


@pytest.mark.usefixtures("site")
def test_whoever_protects_finds_what_protects_and_walks_over_nothing_else() -> None:
    told(STORY)
    client = logged_in(add(Role.SAFEGUARDING, Relation.OWN))
    with statements() as made:
        assert ids(client.get("/search/", {"q": "KP-L1"}).content.decode()) == {"b2"}
    groups = [values[1] for sql, values in made if sql.startswith("select day, seq from store_mention")]
    assert groups and set(groups) == {1}
    for q in ("paper", "07700 900123", "cd/1", f"{CASE}/b3"):
        assert ids(client.get("/search/", {"q": q}).content.decode()) == set()
    assert ids(client.get("/search/", {"q": "wren"}).content.decode()) == {"b1"}


@pytest.mark.usefixtures("embedded_site")
@pytest.mark.parametrize("relation", [one for one in Relation if one is not Relation.OWN])
def test_a_case_that_is_no_longer_or_not_yet_theirs_is_not_searched(relation: Relation) -> None:
    if relation is Relation.SEALED:
        from site_made import NOW

        from clewline.store.accounts import people

        people.seal_case(CASE, because="A witness is at risk.", by="Moss", at=NOW)
    text = search(Role.SUPERVISOR, relation, q=SECRET)
    assert SECRET not in text.replace(f'value="{SECRET}"', "") and "You are a member of no case" in text


@pytest.mark.usefixtures("embedded_site")
def test_a_person_and_a_line_have_their_ways_where_their_pages_are_the_asker_s() -> None:
    told(STORY)
    text = search(q="cu004")
    assert address("person", case=CASE, subject="kent/P1") in text


@pytest.mark.usefixtures("embedded_site")
def test_too_little_is_not_searched_and_nothing_found_says_where_it_was_looked_for() -> None:
    client = logged_in(add(Role.OFFICER, Relation.OWN))
    assert "Enter at least 2 characters" in client.get("/search/", {"q": "a"}).content.decode()
    assert "Enter at most 6 words" in client.get("/search/", {"q": "a b c d e f g"}).content.decode()
    text = client.get("/search/", {"q": "zzzz"}).content.decode()
    assert "Nothing was found" in text and f"your own 1 case: {CASE}" in text


@pytest.mark.usefixtures("site")
def test_every_entry_is_on_one_page_of_what_was_found_and_cases_follow_one_another() -> None:
    many = "\n".join(
        f"m{n:02}: on 2023-03-{1 + n % 9:02} arrest Q/{n:02}, force kent, person kent/M" for n in range(40)
    )
    told(many)
    told(many, OTHER_CASE)
    person = add(Role.OFFICER, Relation.OWN)
    from site_made import NOW, TODAY

    from clewline.access import Purpose
    from clewline.store.accounts import people

    people.add_member(OTHER_CASE, person, purpose=Purpose.REVIEW, first=TODAY, by="Moss", at=NOW)
    client, path, seen, pages = logged_in(person), "/search/?q=kent/m", list[str](), 0
    while path:
        text = client.get(path).content.decode()
        for case in (OTHER_CASE, CASE):
            seen += [f"{case}/{one}" for one in ids(text, case)]
        onward = (
            text.partition('rel="next"')[0].rpartition('href="')[2].partition('"')[0]
            if 'rel="next"' in text
            else ""
        )
        path, pages = f"/search/{onward.replace('&amp;', '&')}" if onward else "", pages + 1
    assert pages == 4 and sorted(seen) == sorted(
        f"{c}/m{n:02}" for c in (CASE, OTHER_CASE) for n in range(40)
    )


@pytest.mark.usefixtures("embedded_site")
def test_what_was_searched_for_is_in_the_log() -> None:
    search(q="wren", without="jo")
    (look,) = log.looks(most=1)
    assert look.act == "search" and look.said.asked == "q=wren&without=jo"
