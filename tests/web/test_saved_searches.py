"""Saved searches: one's own alone, held to what its owner may see when it is opened, with what is new in it."""

import pytest
from django.db import connection
from django.test import Client
from site_made import CASE, NOW, add, logged_in
from test_person_pages import told
from test_search import STORY, ids

from clewline.access import Purpose, Relation, Role
from clewline.store.accounts import log, people, searches

SEARCH = {"q": "KP-L1", "without": "post", "kind": "arrest"}


def save(client: Client, name: str = "Paper Post arrests", **asked: str) -> int:
    return client.post("/search/save/", {"name": name, **(asked or SEARCH)}).status_code


def opened(client: Client, number: int) -> str:
    answer = client.get("/search/saved/open/", {"saved": str(number)}, follow=True)
    assert answer.status_code == 200
    return answer.content.decode()


@pytest.mark.usefixtures("site")
def test_a_search_is_saved_opened_and_removed() -> None:
    told(STORY)
    person = add(Role.OFFICER, Relation.OWN)
    client = logged_in(person)
    assert "You have saved no search" in client.get("/search/saved/").content.decode()
    assert "Save this search" in client.get("/search/", SEARCH).content.decode()
    assert save(client) == 302 and save(client) == 302  # pressed twice
    (kept,) = searches.of(person)
    assert kept.asked == SEARCH
    page = client.get("/search/saved/").content.decode()
    assert "Paper Post arrests" in page and "KP-L1; without post; kind arrest" in page and "never" in page
    text = opened(client, kept.number)
    assert (
        ids(text) == {"b2"}
        and 'value="post"' in text
        and ">New<" not in text.replace("marked", "").partition("<table")[2]
    )
    assert client.post("/search/saved/remove/", {"saved": kept.number}).url == "/search/saved/"
    assert searches.of(person) == []
    said = [(look.act, look.said.changed) for look in log.looks() if look.said.changed]
    number = f"saved search {kept.number}"
    assert said[::-1] == [
        ("save searches", f"{number} saved"),
        ("save searches", f"{number} saved"),
        ("save searches", f"{number} removed"),
    ]


@pytest.mark.usefixtures("embedded_site")
def test_what_was_recorded_since_it_was_last_opened_is_marked() -> None:
    told(STORY)
    person = add(Role.OFFICER, Relation.OWN)
    client = logged_in(person)
    save(client, q="kent/P1")
    (kept,) = searches.of(person)
    told("n1: on 2023-04-01 arrest KP/23/CU009, force kent, person kent/P1")

    def new(text: str) -> int:
        return text.partition("<table")[2].count(">New<")

    assert new(opened(client, kept.number)) == 1
    assert new(opened(client, kept.number)) == 0


@pytest.mark.usefixtures("embedded_site")
def test_it_finds_no_more_than_its_owner_may_see_when_it_is_opened() -> None:
    told(STORY)
    person = add(Role.OFFICER)
    number = people.add_member(CASE, person, purpose=Purpose.REVIEW, first=NOW.date(), by="Moss", at=NOW)
    client = logged_in(person)
    save(client, q="KP-L1")
    save(client, "in the case", q="KP-L1", case=CASE)
    in_case, anywhere = (one.number for one in searches.of(person))
    assert ids(opened(client, anywhere)) == {"b2", "b3", "b4"}
    people.end_member(CASE, number, by="Moss", at=NOW)
    assert ids(opened(client, anywhere)) == set() and "You are a member of no case" in opened(
        client, anywhere
    )
    assert ids(opened(client, in_case)) == set()


@pytest.mark.usefixtures("embedded_site")
def test_nobody_sees_opens_or_removes_the_search_of_another() -> None:
    theirs, mine = add(Role.OFFICER, Relation.OWN), add(Role.ANALYST, Relation.OWN)
    save(logged_in(theirs))
    (kept,) = searches.of(theirs)
    client = logged_in(mine)
    assert "Paper Post" not in client.get("/search/saved/").content.decode()
    for ask in (
        lambda n: client.get("/search/saved/open/", {"saved": n}),
        lambda n: client.post("/search/saved/remove/", {"saved": n}),
    ):
        there, nowhere = ask(kept.number), ask(99999)
        assert there.status_code == nowhere.status_code == 404
    assert len(searches.of(theirs)) == 1


@pytest.mark.usefixtures("embedded_site")
def test_what_cannot_be_saved_says_why() -> None:
    person = add(Role.OFFICER, Relation.OWN)
    client = logged_in(person)
    assert save(client, "no search", q="x") == 422
    assert "Enter name" in client.post("/search/save/", SEARCH).content.decode()
    assert save(client, "one") == 302
    again = client.post("/search/save/", {"name": "one", "q": "other"})
    assert again.status_code == 422 and "You keep another search of that name" in again.content.decode()
    assert client.get("/search/saved/open/").status_code == 302
    assert len(searches.of(person)) == 1


@pytest.mark.usefixtures("embedded_site")
def test_what_is_searched_for_lies_sealed() -> None:
    save(logged_in(add(Role.OFFICER, Relation.OWN)))
    with connection.cursor() as cursor:
        cursor.execute("select sealed from accounts_savedsearch")
        ((sealed,),) = cursor.fetchall()
    assert bytes(sealed)[:1] == b"\x01" and not bytes(sealed).startswith(b"{")
