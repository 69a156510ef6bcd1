"""A bulletin on the site: one person writes it, another releases it, and later the record is set against it."""

import re
from datetime import UTC, date, datetime, timedelta
from html import unescape
from typing import Any

import pytest
from django.test import Client
from site_made import add, logged_in

from clewline.access import Relation, Role
from clewline.bulletin.released.frozen import Frozen
from clewline.store.accounts import log
from clewline.workflow.bulletin import kept
from workflow.bulletin_story import arrests, drafted, helped, record, seized

BEFORE = datetime.now(UTC) - timedelta(days=2)
WEEK = {"start": "2023-02-27", "end": "2023-03-05", "style": "release", "force": "kent"}


@pytest.fixture
def story(embedded: str) -> None:
    record(
        f"{helped(3, age=15, name='c', day='2023-03-05')}\n{helped(27, age=40, name='d')}\n{arrests(9)}",
        at=BEFORE,
    )


def enter(role: Role) -> Client:
    return logged_in(add(role))


def wrote(client: Client, pressed: str = "one", **other: str) -> str:
    """Write a bulletin and return the id of the draft."""
    answer = client.post("/bulletins/write/", {**WEEK, **other, "pressed": pressed})
    assert answer.status_code == 302, unescape(answer.content.decode())
    return str(answer.url.partition("id=")[2])


def text(answer: Any) -> str:
    """Return a page as it is read."""
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", answer.content.decode())).split())


def test_one_writes_another_releases_and_everybody_reads(story: None) -> None:
    press, supervisor, partner = map(enter, (Role.PRESS, Role.SUPERVISOR, Role.PARTNER))
    id_ = wrote(press)
    draft = text(press.get("/bulletins/one/", {"id": id_}))
    assert "not released, and not for publication" in draft
    assert "children safeguarded (helped 1) of kent" in draft and "is [c]" in draft, (
        "what is held back, and why"
    )
    assert partner.get("/bulletins/one/", {"id": id_}).status_code == 404
    assert press.post("/bulletins/release/", {"id": id_}).status_code == 404, (
        "the press office releases nothing"
    )
    page = supervisor.get("/bulletins/one/", {"id": id_}).content.decode()
    rows = re.search(r'href="(/figures/arrests/[^"]*)"', page)
    assert rows and "Arrests: 9" in text(supervisor.get(unescape(rows[1])))
    assert supervisor.post("/bulletins/release/", {"id": id_}).status_code == 302
    done = text(supervisor.get("/bulletins/one/", {"id": id_}))
    assert f"Bulletin {id_} is released" in done and "by supervisor other" in done and "9 arrests" in done
    public = text(partner.get("/bulletins/one/", {"id": id_}))
    assert "9 arrests" in public and "[c]" not in public and "held back" not in public.lower()
    assert "Kent" in text(partner.get("/bulletins/"))
    acts = [look.act for look in log.looks(most=50)]
    assert {"write bulletins", "release bulletins", "see bulletins"} <= set(acts)


def test_nobody_releases_what_they_wrote(story: None) -> None:
    supervisor = enter(Role.SUPERVISOR)
    id_ = wrote(supervisor, body="Kent Police")
    answer = supervisor.post("/bulletins/release/", {"id": id_})
    assert answer.status_code == 422
    assert f"Another person must release a bulletin: supervisor other drafted {id_}." in text(answer)
    assert kept.find(id_).released is None


def test_a_draft_of_numbers_that_are_no_longer_so_is_refused(story: None) -> None:
    id_ = wrote(enter(Role.PRESS))
    record(arrests(2, name="late"), at=datetime.now(UTC))
    answer = enter(Role.SUPERVISOR).post("/bulletins/release/", {"id": id_})
    assert answer.status_code == 422
    assert "The record has changed since bulletin" in text(
        answer
    ) and "the draft says 9, the record 11" in text(answer)


def test_a_second_press_makes_no_second_draft(story: None) -> None:
    press = enter(Role.PRESS)
    assert wrote(press) == wrote(press)
    assert len(kept.every()) == 1


def test_what_is_asked_wrongly_is_told_beside_the_form(story: None) -> None:
    press = enter(Role.PRESS)
    for wrong, said in (
        ({"end": "2023-02-01"}, "The last day is before the first."),
        ({"since": "2024-01-01"}, "The programme begins after the period."),
        ({"start": "2020-01-06", "end": "2020-01-12"}, "there is nothing to tell"),
    ):
        answer = press.post("/bulletins/write/", {**WEEK, **wrong, "pressed": "x"})
        assert answer.status_code == 422 and said in text(answer)
    assert not kept.every()


def test_it_is_taken_away_as_the_command_line_makes_it(story: None) -> None:
    press = enter(Role.PRESS)
    id_ = wrote(press)
    for kind, begins in (("docx", b"PK"), ("html", b"<!DOCTYPE"), ("txt", b"Draft ")):
        answer = press.get("/bulletins/file/", {"id": id_, "as": kind})
        assert answer.content.startswith(begins) and f"draft-{id_}.{kind}" in answer["Content-Disposition"]
    assert b"not for publication" in press.get("/bulletins/file/", {"id": id_, "as": "html"}).content
    assert enter(Role.OFFICER).get("/bulletins/file/", {"id": id_, "as": "txt"}).status_code == 404
    enter_and_release(id_)
    released = press.get("/bulletins/file/", {"id": id_, "as": "txt"}).content
    assert released == kept.find(id_).text().encode()


def enter_and_release(id_: str) -> Client:
    supervisor = enter(Role.SUPERVISOR)
    assert supervisor.post("/bulletins/release/", {"id": id_}).status_code == 302
    return supervisor


def test_no_other_period_force_or_style_tells_a_drafter_what_one_draft_held_back(embedded: str) -> None:
    record(f"{arrests(9)}\n{arrests(3, name='x', day='2023-03-05')}", at=BEFORE)
    days = ({}, {"end": date(2023, 3, 4)})
    # Each read without the other tells all arrests: of Sunday's three the difference tells.
    alone = [drafted(at=datetime.now(UTC), **some) for some in days]
    assert [arrests_told(one.frozen) for one in alone] == [{12}, {9}]
    press = enter(Role.PRESS)
    asked: tuple[dict[str, str], ...] = (
        {},
        {"end": "2023-03-04"},
        {"force": "", "end": "2023-03-04"},
        {"end": "2023-03-04", "style": "table"},
        {"start": "2023-03-05", "end": "2023-03-05"},
        {"since": "2023-01-01"},
    )
    found: set[int] = set()
    for n, other in enumerate(asked):
        answer = press.post("/bulletins/write/", {**WEEK, **other, "pressed": str(n)})
        if answer.status_code == 302:
            found |= arrests_told(kept.find(answer.url.partition("id=")[2]).frozen())
    assert found == {12}


def arrests_told(frozen: Frozen) -> set[int]:
    """Return the numbers of arrests that a draft tells."""
    return {int(n.count or 0) for n in frozen.numbers if n.selected.figure == "arrests" and not n.qualifiers}


def test_what_changed_since_is_shown_with_its_cause_and_corrected(story: None) -> None:
    record(seized(100), at=BEFORE)
    press = enter(Role.PRESS)
    id_ = wrote(press)
    supervisor = enter_and_release(id_)
    same = text(supervisor.get("/bulletins/compare/", {"id": id_}))
    assert (
        "Everything counts as it was told." in same and "stand on the rows that they were frozen with" in same
    )
    record(arrests(2, name="late"), at=datetime.now(UTC), case="K2")
    page = text(supervisor.get("/bulletins/compare/", {"id": id_}))
    assert "Told as 9; counted 9 then, 11 now." in page
    assert "An entry came in after the bulletin was counted: an entry that your work does not need" in page
    assert press.get("/bulletins/compare/", {"id": id_}).status_code == 404, (
        "what is counted now is not for them"
    )
    of_the_case = logged_in(add(Role.OFFICER, Relation.OWN, "K2"))
    assert "entry late0" in text(of_the_case.get("/bulletins/compare/", {"id": id_}))
    assert of_the_case.post("/bulletins/correct/", {"id": id_}).status_code == 404
    assert supervisor.post("/bulletins/correct/", {"id": id_}).status_code == 302
    said = text(supervisor.get("/bulletins/compare/", {"id": id_}))
    assert "recorded: the next bulletin of Kent Police tells" in said
    assert kept.corrections([kept.find(id_)])
    week = text(supervisor.get("/figures/", {k: WEEK[k] for k in ("start", "end", "force")}))
    assert "+2 since release" in week and "as released" in week
