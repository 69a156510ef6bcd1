"""The guide's pages: all of it is there, for anyone, and it may be kept."""

import html
import re

import pytest
from django.test import Client
from site_made import Site, add, logged_in

from clewline.access import Role
from clewline.safeguarding import guide
from clewline.safeguarding.indicator import KINDS


def read(path: str) -> str:
    answer = Client(headers={"host": "localhost"}).get(path)
    assert answer.status_code == 200
    return html.unescape(answer.content.decode())


@pytest.fixture
def visitor(embedded_site: Site) -> Client:
    """Somebody who has no account."""
    return Client(headers={"host": "localhost"})


def test_the_first_page_leads_to_every_sign(visitor: Client) -> None:
    page = read("/guide/")
    for name, one in guide.all_indicators().items():
        assert f'href="/guide/{one.kind}/#{name}">{one.title}</a>' in page
        assert f'id="{name}"' in read(f"/guide/{one.kind}/")
    for said in (*guide.NOW, *guide.NEVER, *guide.JUDGEMENT, guide.LEAVE):
        assert said in page


@pytest.mark.parametrize("kind", [*KINDS])
def test_the_page_of_a_kind_says_all_of_its_own_and_nothing_of_another(visitor: Client, kind: str) -> None:
    page = read(f"/guide/{kind}/")
    for one in guide.all_indicators().values():
        said = (*one.signs, *one.may_also_mean, *one.ask, *one.do_now, f"Source: {one.source}")
        assert all(sentence in page for sentence in said) == (one.kind == kind)
    assert "Call 999" in re.sub("<[^>]+>", "", page) and "no points" in page


def test_the_whole_is_on_one_page(visitor: Client) -> None:
    page = read("/guide/whole/")
    for one in guide.all_indicators().values():
        for sentence in (*one.signs, *one.may_also_mean, *one.ask, *one.do_now, one.source):
            assert sentence in page
    places = re.findall(r'\bid="([^"]+)"', page)
    assert len(places) == len(set(places))


@pytest.mark.parametrize("path", ["/guide/", "/guide/phones/", "/guide/whole/"])
def test_a_page_may_be_kept_by_anyone_and_sets_no_cookie(visitor: Client, path: str) -> None:
    answer = visitor.get(path)
    kept = answer["Cache-Control"]
    assert "public" in kept and "max-age=3600" in kept and "no-store" not in kept
    assert not answer.cookies and "Cookie" not in answer.get("Vary", "")
    page = answer.content.decode()
    assert "<script nonce" not in page and "nonce-" not in answer["Content-Security-Policy"]
    assert visitor.head(path).status_code == 200 and visitor.post(path).status_code == 405


@pytest.mark.parametrize("path", ["/guide/", "/guide/phones/", "/guide/whole/"])
def test_the_way_out_is_a_plain_link_that_tells_nobody_where_from(visitor: Client, path: str) -> None:
    page = read(path)
    (link,) = re.findall(r"<a [^>]*govuk-js-exit-this-page-button[^>]*>", page)
    assert 'href="https://www.bbc.co.uk/weather"' in link and "noreferrer" in link
    assert "target=" not in link


def test_a_kind_that_is_not_there_is_not_found(visitor: Client) -> None:
    for path in ("/guide/luck/", "/guide/mov~1ement/", "/guide/%00/"):
        answer = visitor.get(path)
        assert answer.status_code == 404 and answer["Cache-Control"] == "no-store"


def test_whoever_works_here_is_shown_the_way_to_it(visitor: Client) -> None:
    assert 'href="/guide/"' in read("/log-in/")
    for role in Role:
        assert 'href="/guide/"' in logged_in(add(role)).get("/").content.decode()
    assert "/case/" not in read("/guide/") and "Log out" not in read("/guide/")
