"""The drawing of a referral's states: each act that leads somewhere is in it once, and nothing else is."""

import re
from itertools import combinations
from xml.etree import ElementTree

import pytest

from clewline.output import referral_diagram as drawing
from clewline.safeguarding.referral import BY_PARTNER, TRANSITIONS, Act, State

NAME = "{http://www.w3.org/2000/svg}"


def parts(kind: str) -> list[ElementTree.Element]:
    return list(ElementTree.fromstring(drawing.referral_diagram()).iter(NAME + kind))


def test_each_act_that_leads_to_another_state_is_drawn_once_under_its_name() -> None:
    leads = [
        (state, target, act)
        for state, some in TRANSITIONS.items()
        for act, target in some.items()
        if target is not state and act is not Act.CLOSE
    ]
    assert list(drawing.leading()) == leads and len(leads) > 10
    acts = [one.text for one in parts("text") if one.get("class") == "act"]
    assert acts == [act.value for _, _, act in leads]
    lines = [one for one in parts("path") if "Q" in str(one.get("d"))]
    assert [one.get("class") for one in lines] == [None if act in BY_PARTNER else "case" for *_, act in leads]


def test_each_state_has_a_box_and_is_marked_where_it_may_be_closed() -> None:
    words = " ".join(str(one.text) for one in parts("text") if one.get("class") is None)
    assert all(state.value.capitalize() in words for state in State)
    boxes = [one for one in parts("rect") if one.get("height") == str(drawing.BOX.high)]
    assert len(boxes) == len(State)
    marked = [state for state, box in zip(drawing._AT, boxes, strict=True) if box.get("class") == "closed"]
    assert set(marked) == {state for state, some in TRANSITIONS.items() if Act.CLOSE in some}


def test_a_table_that_says_otherwise_is_drawn_otherwise(monkeypatch: pytest.MonkeyPatch) -> None:
    before = drawing.referral_diagram()
    other = {state: dict(some) for state, some in TRANSITIONS.items()}
    del other[State.SENT][Act.ASK]
    monkeypatch.setattr(drawing, "TRANSITIONS", other)
    after = drawing.referral_diagram()
    assert after.count('class="act"') == before.count('class="act"') - 1


def test_boxes_and_names_of_acts_lie_apart() -> None:
    there = [(*at, drawing.BOX.wide, drawing.BOX.high) for at in drawing._AT.values()]
    for one in parts("text"):
        if one.get("class") == "act":
            there.append((int(str(one.get("x"))), int(str(one.get("y"))) - 5, 7 * len(str(one.text)), 14))
    for (x, y, wide, high), (x2, y2, wide2, high2) in combinations(there, 2):
        apart = abs(x - x2) >= (wide + wide2) / 2 or abs(y - y2) >= (high + high2) / 2
        assert apart, f"{x}, {y} and {x2}, {y2}"
    assert not re.search(r"[\d.]{9,}", drawing.referral_diagram()), "the same on every machine"
