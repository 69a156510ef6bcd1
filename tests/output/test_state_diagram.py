"""The parts of which drawings of states are made: boxes, bent lines and the key."""

from xml.etree import ElementTree

import pytest

from clewline.output.path_diagram import _AT, BOX, LINES, leading, path_diagram
from clewline.output.state_diagram import Size, bent, box, drawing, line
from clewline.safeguarding.path import PROTECTED

NAME = "{http://www.w3.org/2000/svg}"
SMALL = Size(100, 40)


def test_two_lines_to_and_fro_lie_side_by_side_and_leave_the_boxes_at_their_borders() -> None:
    there, back = bent((100, 100), (400, 100), SMALL, 0.2), bent((400, 100), (100, 100), SMALL, 0.2)
    assert (there.towards, back.towards) == ((250, 130), (250, 70))
    # By half a box and 2 units: across that is reached first.
    for at, (x, y) in ((there.start, (100, 100)), (there.end, (400, 100)), (back.start, (400, 100))):
        assert abs(at[0] - x) == pytest.approx(52) and abs(at[1] - y) < 22
    assert there.along(0) == there.start and there.along(1) == there.end


def test_a_straight_line_up_ends_above_the_box() -> None:
    at = bent((50, 300), (50, 100), SMALL, 0)
    assert (at.start, at.end) == ((50, 278), (50, 122))
    assert 'd="M50 278Q50 200 50 122"' in line(at)


def test_words_are_words_whatever_they_hold() -> None:
    svg = drawing(
        [box((50, 50), SMALL, ["<b>", "a & b"])], size=Size(100, 100), title="<t>", said='"s"', style=""
    )
    root = ElementTree.fromstring(svg)
    assert [one.text for one in root.iter(f"{NAME}text")] == ["<b>", "a & b"]
    assert (root.findtext(f"{NAME}title"), root.get("aria-label")) == ("<t>", '"s"')


def test_each_act_that_leads_to_another_place_is_drawn_once_as_its_key_says() -> None:
    root = ElementTree.fromstring(path_diagram())
    paths = list(root.iter(f"{NAME}path"))
    lines = [one.get("stroke-dasharray") or "" for one in paths if "Q" in str(one.get("d"))]
    assert lines == [LINES[act] for _, _, act in leading()] and len(lines) > 6
    boxes = [one.get("class") for one in root.iter(f"{NAME}rect") if one.get("height") == str(BOX.high)]
    assert boxes == ["protected" if place in PROTECTED else None for place in _AT]
