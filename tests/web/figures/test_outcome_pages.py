"""What happened to the people safeguarded: numbers for who may see them, people only for who may see their entries."""

import re
from datetime import UTC, datetime, timedelta
from html import unescape
from typing import Any

import pytest
from site_made import add, logged_in

from clewline.access import Relation, Role
from clewline.store.accounts import log
from workflow.bulletin_story import record

WEEK = {"start": "2023-02-27", "end": "2023-03-05"}
NOW = datetime.now(UTC) - timedelta(hours=1)
STORY = """
    a: on 2023-02-28 safeguarding referral R1, force kent, person kent/1, age 15, partner council
    b: on 2023-03-01 referral answered A1, force kent, person kent/1, referral a, partner council, \
answer accepted, answered by Rowe
    c: on 2023-03-01 safety plan P1, force kent, person kent/2, age 15
    d: on 2023-03-01 arrest C1, force kent, person kent/2, age 15
"""


@pytest.fixture
def story(embedded: str) -> None:
    record(STORY, at=NOW, case="K1")
    record("z: on 2023-03-01 strategy meeting S9, force kent, person kent/Nightjar", at=NOW, case="K2")


def text(answer: Any) -> str:
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", answer.content.decode())).split())


def test_the_page_tells_what_happened_to_them_in_plain_words(story: None) -> None:
    page = logged_in(add(Role.SAFEGUARDING, Relation.OWN, "K1")).get("/figures/outcomes/", WEEK)
    told = text(page)
    assert "What happened to the 3 people safeguarded" in told
    assert "was referred to a partner 1" in told and "was accepted by the partner 1" in told
    assert "have none of these recorded since 2" in told and "were referred to the National Referral" in told
    assert "Charges of children without a recorded consideration of section 45 0" in told
    assert "of them, no help recorded 1" in told


def test_a_number_opens_to_its_people_and_to_nobody_of_another_case(story: None) -> None:
    client = logged_in(add(Role.SAFEGUARDING, Relation.OWN, "K1"))
    page = client.get("/figures/outcomes/", WEEK).content.decode()
    ways = [unescape(one) for one in re.findall(r'href="(/figures/outcomes/people/[^"]*)"', page)]
    nothing = next(one for one in ways if one.endswith("what=nothing"))
    answer = client.get(nothing)
    assert "2 have none of these recorded since" in text(answer)
    assert "kent/2" in text(answer) and "Nightjar" not in text(answer) and "of another case" in text(answer)
    assert log.count() == 2
    assert 'href="/case/K1/entry/c/"' in answer.content.decode()


def test_an_auditor_sees_the_numbers_and_no_people(story: None) -> None:
    client = logged_in(add(Role.AUDITOR))
    page = client.get("/figures/outcomes/", WEEK)
    assert "have none of these recorded since 2" in text(page)
    assert "/figures/outcomes/people/" not in page.content.decode()
    assert client.get("/figures/outcomes/people/", WEEK).status_code == 404


def test_small_counts_are_kept_from_the_press(story: None) -> None:
    client = logged_in(add(Role.PRESS))
    assert client.get("/figures/outcomes/", WEEK).status_code == 404


def test_a_period_that_is_none_is_refused_in_words(story: None) -> None:
    client = logged_in(add(Role.ANALYST))
    turned = {"start": "2023-03-05", "end": "2023-02-27"}
    assert "The last day is before the first." in text(client.get("/figures/outcomes/", turned))
    assert "The last day is before the first." in text(client.get("/figures/outcomes/people/", turned))
    assert "Nobody" not in text(client.get("/figures/outcomes/"))


def test_many_people_are_told_some_at_a_time(embedded: str) -> None:
    plans = [f"p{n}: on 2023-03-01 safety plan P{n}, force kent, person kent/{n:03}" for n in range(30)]
    record("\n".join(plans), at=NOW, case="K1")
    client = logged_in(add(Role.OFFICER, Relation.OWN, "K1"))
    first = text(client.get("/figures/outcomes/people/", WEEK))
    assert "People 1 to 25" in first and "kent/024" in first and "kent/025" not in first
    second = text(client.get("/figures/outcomes/people/", {**WEEK, "row": "25"}))
    assert "People 26 to 30" in second and "kent/029" in second and "Earlier people" in second
    assert "There is nobody." in text(client.get("/figures/outcomes/people/", {**WEEK, "what": "nrm"}))


def test_the_page_of_figures_leads_there_with_its_period(story: None) -> None:
    page = logged_in(add(Role.ANALYST)).get("/figures/", {**WEEK, "force": "kent"}).content.decode()
    assert "/figures/outcomes/?start=2023-02-27&amp;end=2023-03-05&amp;force=kent" in page
