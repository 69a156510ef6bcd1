"""Every hedge is true of every count, and numbers are written one way."""

from decimal import Decimal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from clewline.bulletin.write.digits import PLACES, ROUNDING, finest, shown, written
from clewline.bulletin.write.hedges import WORDS, about, rounded

UNITS = ("people", "GBP", "kg", "hours", "years", "percent")
units = st.sampled_from(UNITS)
counts = st.one_of(
    st.integers(1, 10**9).map(Decimal),
    st.decimals(Decimal("0.001"), Decimal(10) ** 9, places=7, allow_nan=False, allow_infinity=False),
)


@given(count=counts, unit=units)
@example(count=Decimal(1799), unit="people")
@example(count=Decimal(1800), unit="people")
@example(count=Decimal(1801), unit="people")
@example(count=Decimal("0.6"), unit="GBP")
def test_every_hedge_is_true_of_its_count(count: Decimal, unit: str) -> None:
    told = rounded(count, finest=finest(unit))
    truth = {
        "exactly": told.value == count,
        "at_least": told.value < count,
        "at_most": told.value > count,
    }
    assert truth[told.relation]


@given(count=counts, unit=units)
def test_a_round_number_is_near_its_count(count: Decimal, unit: str) -> None:
    limit = finest(unit)
    assert abs(rounded(count, finest=limit).value - count) <= max(count / 10, limit)
    estimate = about(count, finest=limit)
    assert estimate.relation == "about"
    assert abs(estimate.value - count) <= max(count / 20, limit / 2)


@given(count=counts, unit=units)
def test_a_round_number_has_two_digits_and_is_round_already(count: Decimal, unit: str) -> None:
    told = rounded(count, finest=finest(unit))
    assert told.relation == "exactly" or len(told.value.normalize().as_tuple().digits) <= 2
    assert rounded(told.value, finest=finest(unit)).value == told.value


@pytest.mark.parametrize(
    ("count", "unit", "words"),
    [
        (0, "people", "0"),
        (7, "people", "7"),
        (77, "lines", "77"),
        (100, "people", "100"),
        (174, "people", "over 170"),
        (178, "people", "nearly 180"),
        (222, "people", "over 220"),
        (995, "people", "over 990"),
        (999, "people", "nearly 1,000"),
        (1_812, "people", "over 1,800"),
        (1_981, "people", "nearly 2,000"),
        (2_000, "people", "2,000"),
        ("612345.67", "GBP", "over £610,000"),
        ("1234567.89", "GBP", "over £1.2 million"),
        ("1999000", "GBP", "nearly £2 million"),
        ("0.6", "GBP", "nearly £1"),
        ("1.28", "GBP", "over £1"),
        ("6.4312", "kg", "over 6.4kg"),
        ("0.0125", "kg", "over 0.012kg"),
    ],
)
def test_a_headline_rounds_so(count: int | str, unit: str, words: str) -> None:
    told = rounded(Decimal(count), finest=finest(unit))
    assert WORDS[told.relation] + written(told.value, unit) == words


@pytest.mark.parametrize(
    ("estimate", "words"), [(512_330, "£510,000"), (1_250_000, "£1.3 million"), (9, "£9")]
)
def test_an_estimate_rounds_to_the_nearest(estimate: int, words: str) -> None:
    assert written(about(Decimal(estimate)).value, "GBP") == words


@pytest.mark.parametrize(
    ("count", "unit", "words"),
    [
        ("1", "people", "1"),
        ("12345", "people", "12,345"),
        ("612345.5", "GBP", "£612,346"),
        ("1250000", "GBP", "£1.25 million"),
        ("1250001", "GBP", "£1,250,001"),
        ("999999", "GBP", "£999,999"),
        ("6.4312", "kg", "6.431kg"),
        ("30.0", "kg", "30kg"),
        ("88.149", "percent", "88.1%"),
        ("100", "percent", "100%"),
        ("61.52083", "years", "61.5"),
        ("700.25", "hours", "700.3"),
    ],
)
def test_a_list_gives_the_count_to_the_last_place_of_its_unit(count: str, unit: str, words: str) -> None:
    assert written(shown(Decimal(count), unit), unit) == words


def test_the_note_on_rounding_names_every_unit_that_is_rounded() -> None:
    assert PLACES == {"kg": 3, "hours": 1, "years": 1, "percent": 1}
    assert all(word in ROUNDING for word in ("whole pounds", "whole grams", "percentages, hours and years"))
