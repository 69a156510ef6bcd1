"""The access log on the site: its filters, and what was asked told in words."""

import pytest
from django.test import Client
from site_made import CASE, NOW, Site, add, logged_in

from clewline.access import Relation, Role
from clewline.output.look_words import asked_words, sentence
from clewline.store.accounts import log


@pytest.fixture
def auditor(embedded_site: Site) -> Client:
    officer = logged_in(add(Role.OFFICER, Relation.OWN))
    officer.get(f"/case/{CASE}/", {"kind": "arrest", "first": "2023-03-01"})
    officer.get(f"/case/{CASE}/entry/{embedded_site.entry}/")
    officer.get("/case/dunlin-2/")
    log.append(
        at=NOW, account=None, act="see line", case=CASE, subject="+447700900123", said=log.Said(by="moss")
    )
    return logged_in(add(Role.AUDITOR))


def shown(client: Client, **asked: str) -> list[str]:
    page = client.get("/access-log/", asked).content.decode()
    return [row.split("</tr>")[0] for row in page.split("<tbody>")[1].split("<tr ")[1:]]


def test_each_filter_leaves_what_it_names(auditor: Client) -> None:
    assert len(shown(auditor, case=CASE)) == 3
    assert len(shown(auditor, case="dunlin-2")) == 1
    assert len(shown(auditor, account="officer-own-nightjar-7")) == 3
    assert len(shown(auditor, act="see entry")) == 1
    assert "refused" in shown(auditor, outcome="refused")[0]
    assert len(shown(auditor, subject="+447700900123")) == 1
    assert "widen the days" in shown(auditor, last="2020-01-01")[0]
    assert len(shown(auditor, first=NOW.date().isoformat(), case=CASE)) == 3


def test_what_was_asked_is_told_in_words(auditor: Client) -> None:
    (row,) = shown(auditor, act="see case", outcome="done")
    assert "kind: Arrest, from: 2023-03-01" in row and "1 shown" in row and "kind=arrest" not in row
    (row,) = shown(auditor, act="see line")
    assert "moss, at the command line" in row and "saw a line and its phone records" in row


def test_a_form_that_was_opened_and_not_sent_changed_nothing(auditor: Client) -> None:
    logged_in(add(Role.ADMINISTRATOR)).get("/accounts/new/")
    (row,) = shown(auditor, act="manage accounts")
    assert "opened the form for: manage accounts" in row and "changed who has an account" not in row


def test_filters_that_make_no_sense_say_so(auditor: Client) -> None:
    page = auditor.get("/access-log/", {"account": "nobody", "first": "2024-01-02", "last": "2024-01-01"})
    text = page.content.decode()
    assert "There is no account of that username." in text and "before the first" in text
    assert "<tbody>" not in text


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        (None, ""),
        ("the form alone", "the form alone"),
        ("q=Finch&without=K1", "looked for: Finch, without: K1"),
        ("page=3&mark=journey%3A3", "rows of: journey:3, a later page"),
        ("figure_of=x", "figure of: x"),
    ],
)
def test_words_of_what_was_asked(asked: str | None, words: str) -> None:
    assert asked_words(asked) == words


def test_a_line_is_one_sentence(embedded_site: Site) -> None:
    log.append(at=NOW, account=None, act="log in", outcome=log.REFUSED, said=log.Said())
    (one,) = log.looks()
    assert sentence(one, {}).endswith("UTC  somebody logged in: refused")
