"""A text that is pasted is read, marked and checked; it is hostile, long or about people, and nothing of it stays."""

from datetime import UTC, datetime, timedelta
from html import unescape

import pytest
from django.test import Client
from site_made import add, logged_in

from clewline.access import Role
from clewline.store import ledger
from clewline.store.accounts import log
from clewline.web.texts.forms import LONGEST
from workflow.bulletin_story import arrests, record

TEXT = """Kent Police: 12 arrests in a week

From 27 February to 5 March 2023, Kent Police made 12 arrests, including 7 adults and 3 children.
"""


@pytest.fixture
def story(embedded: str) -> None:
    record(arrests(9), at=datetime.now(UTC) - timedelta(days=1))


def enter(role: Role) -> Client:
    return logged_in(add(role))


def checked(role: Role, **given: str) -> str:
    answer = enter(role).post("/texts/", {"text": TEXT, **given})
    assert answer.status_code == 200
    return unescape(answer.content.decode())


def test_claims_are_marked_and_what_cannot_be_right_is_said_in_words(story: None) -> None:
    page = checked(Role.PRESS)
    assert 'class="claim' in page and ">12 arrests</a>" in page
    assert "Doubtful: parts and whole" in page and "The parts add to 10" in page
    assert 'class="aside">2023<' in page


def test_the_record_answers_whom_its_counts_are_for(story: None) -> None:
    page = checked(Role.ANALYST, against="record", force="kent")
    assert "The record: arrests" in page and "contradicted" in page
    assert "/figures/arrests/?start=2023-02-27&end=2023-03-05&force=kent" in page
    assert "clewline trace" not in page
    press = enter(Role.PRESS)
    assert press.post("/texts/", {"text": TEXT, "against": "record"}).status_code == 422
    assert b"The record" not in press.get("/texts/").content


def test_a_hostile_text_is_shown_as_what_it_is(story: None) -> None:
    page = enter(Role.PRESS).post(
        "/texts/", {"text": "12 arrests <script>alert(1)</script> {{ 7 * 7 }}\u202e"}
    )
    assert page.status_code == 200 and b"<script>alert" not in page.content and b"49" not in page.content


def test_a_text_that_is_too_long_is_refused(story: None) -> None:
    answer = enter(Role.PRESS).post("/texts/", {"text": "1 arrest. " * (LONGEST // 5)})
    assert answer.status_code == 422 and b"at most 60000 characters" in answer.content
    assert enter(Role.OFFICER).post("/texts/", {"text": "9" * LONGEST}).status_code == 200


def test_nothing_of_it_is_kept(story: None) -> None:
    before = ledger.last()
    checked(Role.ANALYST, against="record")
    assert ledger.last() == before
    looks = log.looks(most=5)
    assert looks and "arrests" not in str(looks) and any("characters=" in str(look) for look in looks)
