"""A change is made of two counted numbers."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from clewline.errors import BadDeclaration, Misused
from clewline.figures import Counted, all_figures
from clewline.figures.change import Change

FIGURE = all_figures()["lines_closed"]
NOW = Counted(
    figure=FIGURE,
    definition=FIGURE.definition(),
    title="Lines closed",
    qualifiers={},
    unit="lines",
    start=date(2023, 2, 27),
    end=date(2023, 3, 5),
    value=Decimal(276),
)
BEFORE = replace(NOW, start=date(2022, 10, 3), end=date(2022, 10, 9), value=Decimal(172))


def test_276_on_172_is_60_per_cent_more() -> None:
    percent = Change(now=NOW, before=BEFORE).percent
    assert percent is not None and round(percent) == 60


def test_a_change_from_nothing_is_no_percentage() -> None:
    assert Change(now=NOW, before=replace(BEFORE, value=Decimal(0))).percent is None
    assert Change(now=replace(NOW, value=None), before=BEFORE).percent is None


def test_unlike_periods_and_definitions_are_not_compared() -> None:
    with pytest.raises(Misused, match="as many days"):
        Change(now=NOW, before=replace(BEFORE, end=date(2022, 10, 10)))
    with pytest.raises(Misused, match="one definition"):
        Change(now=NOW, before=replace(BEFORE, definition=FIGURE.definitions[1]))


def test_a_definition_and_a_part_are_found_by_name_or_refused() -> None:
    assert FIGURE.definition("holder removed 1") is FIGURE.definitions[1]
    with pytest.raises(Misused, match="has no definition 'x'"):
        FIGURE.definition("x")
    assert FIGURE.part(FIGURE.parts[0].title) is FIGURE.parts[0]
    with pytest.raises(BadDeclaration, match="has no part 'x'"):
        FIGURE.part("x")
