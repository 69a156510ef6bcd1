"""Published values as stated: what is refused, and what holds for any text."""

import csv
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clewline.formats.stated import INDICATORS, Reading, Refused, read_stated
from clewline.formats.stated.singular import singular
from clewline.formats.stated.words import WORDS
from formats.stated_texts import (
    FRAGMENTS,
    PREFIXES,
    RELEASES,
    SCHEMA_KEYS,
    SCHEMA_UNITS,
    lines,
    refusal,
    unaccounted,
)


def test_a_range_is_its_two_bounds_and_a_course_its_two_values() -> None:
    bounds = ["arrests 30 people at_least", "arrests 40 people at_most"]
    assert lines("arrests", "30-40") == bounds
    assert lines("arrests", "30 to 40 people") == bounds
    assert lines("arrests", "30 people to 40 people") == bounds
    assert lines("arrests", "between 30 and 40") == bounds
    assert lines("active_lines", "82 to 42") == [
        "lines_active 82 lines exactly note=earlier",
        "lines_active 42 lines exactly",
    ]
    assert lines("active_lines", "42 (2020) to 82") == [
        "lines_active 42 lines exactly note=2020; earlier",
        "lines_active 82 lines exactly",
    ]
    assert refusal("arrests", "30 to 40 officers") == "unknown-words"


def test_a_change_says_of_what_and_which_way() -> None:
    assert lines("change_on_previous_week", "+65% (from 104)") == [
        "change 65 percent exactly direction=up note=from 104 of=unstated"
    ]
    assert lines("change", "-12% arrests") == ["change 12 percent exactly direction=down of=arrests"]
    assert lines("change", "+5 arrests") == ["change 5 people exactly direction=up of=arrests"]
    assert lines("lines_closed", "up 14%") == ["change 14 percent exactly direction=up of=lines_closed"]
    assert lines("lines_closed", "down by 3") == ["change 3 lines exactly direction=down of=lines_closed"]
    assert refusal("change", "65%") == "no-direction"
    assert refusal("change", "+5") == "no-thing"
    assert refusal("change", "+5% cocaine") == "another-thing"


@pytest.mark.parametrize(
    ("label", "text", "rule"),
    [
        ("sightings", "5", "unknown-label"),
        ("provisional_flag", "5 bags still being weighed", "not-a-result"),
        ("arrests", "5" * 2001, "too-long"),
        ("arrests", "", "no-number"),
        ("arrests", "seized (no number)", "no-number"),
        ("arrests", "first for the county", "no-number"),
        ("arrests", "and", "no-number"),
        ("arrests", "(((", "no-number"),
        ("arrests", "(77)", "unclear-number"),
        ("arrests", "27th", "unclear-number"),
        ("arrests", "12,5", "unclear-number"),
        ("arrests", "1.234.567", "unclear-number"),
        ("arrests", "12/05/2023", "unclear-number"),
        ("arrests", "1,000,000,000,000,000", "unclear-number"),
        ("arrests", "5 5", "unclear-number"),
        ("arrests", "12.5", "unclear-number"),
        ("arrests", "-5", "unclear-number"),
        ("arrests", "nearly 500+", "two-hedges"),
        ("arrests", "12 flibbets", "unknown-words"),
        ("arrests", "12 over", "unknown-words"),
        ("arrests", "over cocaine 12", "another-thing"),
        ("arrests", "over men 12", "unknown-words"),
        ("arrests", "12*", "unknown-words"),
        ("arrests", "12 +", "unknown-words"),
        ("arrests", "to 12", "unknown-words"),
        ("arrests", "£12", "another-thing"),
        ("arrests", "12 men and boys girls", "another-thing"),
        ("phones", "5 phones and cars", "another-thing"),
        ("class_a_kg", "5 class B", "another-thing"),
        ("cannabis_plants", "5 heroin", "another-thing"),
        ("cash_foreign", "5000", "no-thing"),
        ("weapon_kinds", "5", "no-thing"),
        ("other_seizures", "14 March", "unknown-words"),
    ],
)
def test_a_text_that_states_no_usable_number_is_refused_with_what_to_do(
    label: str, text: str, rule: str
) -> None:
    assert refusal(label, text) == rule


def test_every_label_and_word_speaks_the_schema_s_units_and_keys() -> None:
    units, keys = set(SCHEMA_UNITS.split()), set(SCHEMA_KEYS.split())
    assert {label.unit for label in INDICATORS.values()} <= units
    assert {key for label in INDICATORS.values() for key, _ in label.qualifiers} <= keys
    assert {word.unit for word in WORDS.values()} <= units | {None}
    assert {key for word in WORDS.values() for key, _ in word.said} <= keys
    names = {label.indicator for label in INDICATORS.values()}
    kinds = {
        kind
        for word in WORDS.values()
        for kind in [*word.turns.values(), *([word.means] if word.means else [])]
    }
    assert {name for name, _ in kinds} <= names and {unit for _, unit in kinds} <= units


def test_every_wording_is_written_as_a_text_s_words_are_looked_up() -> None:
    assert [phrase for phrase in WORDS if " ".join(map(singular, phrase.split())) != phrase] == []


@given(st.sampled_from([("", "exactly"), *PREFIXES]), st.integers(0, 10**9), st.booleans())
def test_a_number_written_with_a_hedge_reads_back(hedge: tuple[str, str], value: int, commas: bool) -> None:
    stated = lines("arrests", f"{hedge[0]} {value:,}" if commas else f"{hedge[0]} {value}")
    assert stated == [f"arrests {value} people {hedge[1]}"]


@given(st.decimals(min_value=0, max_value=10**6, places=3))
def test_a_weight_reads_back_to_the_gram(value: Decimal) -> None:
    reading = read_stated("class_a_kg", f"{value} kg")
    assert isinstance(reading, Reading)
    assert reading.stated[0].value == value


@given(
    st.sampled_from([*INDICATORS, "no such label"]),
    st.one_of(st.text(max_size=60), st.lists(FRAGMENTS, max_size=14).map("".join)),
)
def test_any_text_is_read_or_refused_and_nothing_in_it_is_lost(label: str, text: str) -> None:
    reading = read_stated(label, text)
    if isinstance(reading, Refused):
        return
    assert not unaccounted(text, reading)
    for one in reading.stated:
        assert one.value >= 0 and text[slice(*one.span)].strip()
        assert one.qualifiers == tuple(sorted(dict(one.qualifiers).items()))
        assert {key for key, _ in one.qualifiers} <= set(SCHEMA_KEYS.split())


@pytest.mark.skipif(not RELEASES.exists(), reason="the published releases are kept outside the repository")
def test_real_releases_are_read() -> None:
    rows = list(csv.DictReader(RELEASES.read_text(encoding="utf-8").splitlines()))
    readings = [read_stated(row["indicator"], row["as_stated"]) for row in rows]
    whole = [reading for reading in readings if isinstance(reading, Reading) and not reading.left]
    refused = {reading.rule for reading in readings if isinstance(reading, Refused)}
    assert len(rows) == 527 and len(whole) >= 500
    assert refused <= {"no-number", "not-a-result"}
