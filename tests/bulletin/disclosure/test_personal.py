"""Whether a figure counts people is decided for each unit, and guessed for none."""

import pytest

from clewline.bulletin.disclosure import is_personal
from clewline.errors import BadDeclaration
from clewline.figures import all_figures


@pytest.mark.parametrize("figure", all_figures().values(), ids=lambda figure: figure.name)
def test_every_figure_is_judged(figure) -> None:
    for unit in (figure.unit, *(part.unit for part in figure.parts if part.unit)):
        assert is_personal(figure.name, unit) in (True, False)


@pytest.mark.parametrize(
    ("figure", "unit", "personal"),
    [
        ("arrests", "people", True),
        ("people_charged", "people", True),
        ("charges", "charges", True),
        ("people_safeguarded", "people", True),
        ("children_safeguarded", "people", True),
        ("nrm_referrals", "referrals", True),
        ("cuckooed_addresses_identified", "addresses", True),
        ("cuckooing_visits", "visits", True),
        ("school_visits", "schools", False),
        ("engagement_events", "visits", False),
        ("cash_seized", "GBP", False),
        ("lines_closed", "lines", False),
        ("firearms_seized", "items", False),
    ],
)
def test_people_and_things(figure: str, unit: str, personal: bool) -> None:
    assert is_personal(figure, unit) is personal


def test_a_new_unit_has_to_be_judged() -> None:
    with pytest.raises(BadDeclaration, match=r"Say in disclosure/personal.py whether 'dogs'"):
        is_personal("dogs_rehomed", "dogs")
