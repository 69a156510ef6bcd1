"""A story is read from a text: all of it, or none and what is wrong."""

import re
from datetime import UTC, date, datetime

import pytest

from clewline.errors import BadDeclaration
from clewline.record import all_kinds
from clewline.safeguarding.referral import Act
from clewline.simulate.story import default_story
from clewline.workflow.story.told import Doing, read_story

HEAD = """
title = "t"
child = "Jo"
person = "kent/1"
case = "demo-a"
elsewhere = "demo-b"
elsewhere_body = "kent"
partner = "Quay"
"""
STEP = """
[[step]]
name = "first"
at = 2025-07-01T00:30:00
by = "officer"
act = "record"
kind = "person"
why = "w"
says = { born = 2009-11-04, age = 15, found = true, left = false, name = "Jo" }
"""


def test_an_answer_stands_as_it_is_typed_and_a_time_is_that_of_british_clocks() -> None:
    (step,) = read_story(HEAD + STEP).steps
    assert step.says == {"born": "04/11/2009", "age": "15", "found": "yes", "left": "no", "name": "Jo"}
    assert step.at == datetime(2025, 6, 30, 23, 30, tzinfo=UTC) and step.day == date(2025, 7, 1)


@pytest.mark.parametrize(
    ("text", "what"),
    [
        (HEAD, "It has no step."),
        ("title =", "The story is not used."),
        (HEAD.replace('child = "Jo"', "") + STEP, "Story: child is missing."),
        (HEAD + 'colour = "red"' + STEP, "Story: there is no colour."),
        (HEAD + STEP.replace('why = "w"', ""), "Step first: why is missing."),
        (HEAD + STEP.replace('why = "w"', 'y = "w"'), "Step first: there is no y."),
        (HEAD + STEP.replace("T00:30:00", ""), "Step first: at is no day and time by British clocks."),
        (
            HEAD + STEP.replace("00:30:00", "00:30:00Z"),
            "Step first: at is no day and time by British clocks.",
        ),
        (
            HEAD + STEP.replace('act = "record"', 'act = "dance"'),
            "Step first: dance is none of record, share,",
        ),
        (HEAD + STEP + STEP, "Step first: there are two of that name."),
        (HEAD + STEP + STEP.replace("first", "next"), "Step next: it is not later than the step before it."),
        (HEAD + STEP + 'of = "nothing"', "Step first: no step before it is named nothing."),
        (HEAD + STEP + 'case = "third"', "Step first: its case is neither own nor elsewhere."),
    ],
)
def test_a_story_with_a_fault_is_not_used(text: str, what: str) -> None:
    with pytest.raises(BadDeclaration, match=re.escape(what)):
        read_story(text)


def test_the_demo_s_story_takes_every_way_that_there_is() -> None:
    story = read_story(default_story())
    acts = {step.act for step in story.steps}
    assert acts >= {*Doing, Act.ASK, Act.REPLY, Act.ACCEPT, Act.DO, Act.END, Act.TELL}
    assert {step.by for step in story.steps} == {
        *("officer", "safeguarding", "partner", "supervisor", "elsewhere")
    }
    assert {step.kind for step in story.steps if step.kind} <= set(all_kinds())
    assert [look.by for look in story.looks] == ["officer", "safeguarding", "partner"]
