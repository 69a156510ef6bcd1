"""What a stated number allows, held against every number that there is."""

from dataclasses import dataclass
from decimal import Decimal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from clewline.bulletin.possible import Bounds, bounds, can_both_be_true


@dataclass(frozen=True)
class Said:
    value: Decimal
    unit: str
    relation: str


RELATIONS = ("exactly", "at_least", "at_most", "about")
STEP = Decimal("0.05")
NUMBERS = [STEP * n for n in range(900)]
"""Every number up to 45 in twentieths: the ends of what a whole number up to 40 allows lie on them."""


def allows(said: Said, number: Decimal) -> bool:
    """Whether the true number may be this one, by the words of the methods page and nothing of the code."""
    value = said.value
    if said.relation == "at_least":
        return number >= value
    if said.relation == "at_most":
        return 0 <= number <= value
    if said.relation == "about":
        return 10 * abs(number - value) <= value
    if said.unit == "people":
        return number == value
    last_digit = 1 if value % 10 else 10
    return abs(number - value) <= last_digit and 20 * abs(number - value) <= value


saids = st.builds(
    Said, st.integers(0, 40).map(Decimal), st.sampled_from(("people", "GBP")), st.sampled_from(RELATIONS)
)


@given(saids, saids)
@example(Said(Decimal(40), "GBP", "exactly"), Said(Decimal(38), "GBP", "at_most"))
@example(Said(Decimal(0), "people", "about"), Said(Decimal(0), "people", "at_most"))
def test_two_statements_agree_where_some_number_fits_both(one: Said, two: Said) -> None:
    by_trying = any(allows(one, n) and allows(two, n) for n in NUMBERS)
    assert can_both_be_true(one, two) == (one.unit != two.unit or by_trying)
    assert can_both_be_true(two, one) == can_both_be_true(one, two)
    assert can_both_be_true(one, one)


@pytest.mark.parametrize(
    ("one", "two", "agree"),
    [
        (("290", "people", "exactly"), ("290", "people", "at_least"), True),
        (("290", "people", "exactly"), ("291", "people", "at_least"), False),
        (("2000", "people", "exactly"), ("1987", "people", "exactly"), True),
        (("2000", "people", "exactly"), ("1887", "people", "exactly"), False),
        (("1658", "people", "exactly"), ("1659", "people", "exactly"), False),
        (("35.9", "kg", "exactly"), ("45.9", "kg", "exactly"), False),
        (("8.3", "kg", "exactly"), ("8270", "g", "exactly"), True),
        (("0.0083", "tonnes", "exactly"), ("8.3", "kg", "exactly"), True),
        (("2000000", "GBP", "exactly"), ("1984123", "GBP", "exactly"), True),
        (("1000000", "GBP", "exactly"), ("1400000", "GBP", "exactly"), False),
        (("12", "GBP", "exactly"), ("500", "EUR", "exactly"), True),
    ],
)
def test_numbers_are_as_rounded_as_people_round_them(
    one: tuple[str, str, str], two: tuple[str, str, str], agree: bool
) -> None:
    a, b = (Said(Decimal(value), unit, relation) for value, unit, relation in (one, two))
    assert can_both_be_true(a, b) == agree


def test_the_two_ends_of_a_range_are_one_statement() -> None:
    from_40 = bounds(Said(Decimal(40), "items", "at_least"))
    to_50 = bounds(Said(Decimal(50), "items", "at_most"))
    assert from_40.within(to_50) == Bounds(least=Decimal(40), most=Decimal(50))
    assert from_40.within(from_40).most is None
    assert not from_40.within(to_50).meets(bounds(Said(Decimal(60), "items", "exactly")))
