"""One cell to one value: what is read, what is refused, and never a guess."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clewline.formats.mapping import DateStyle, Take
from clewline.formats.values import Lists, Unreadable, age_on, day, number, reader, whole

LISTS = Lists(
    offences={"MD71170"},
    drugs={"crack": "crack cocaine"},
    forces={"met": "metropolitan", "01": "metropolitan"},
)
D = date(2023, 3, 1)


@pytest.mark.parametrize(
    ("text", "style", "expected"),
    [
        ("01/03/2023", "dd/mm/yyyy", D),
        ("1.3.2023", "dd/mm/yyyy", D),
        ("01/03/2023 14:05", "dd/mm/yyyy", D),
        ("2023-03-01", "dd/mm/yyyy", D),
        ("2023-03-01T09:30:00Z", "yyyy-mm-dd", D),
        ("1 Mar 2023", "d mon yyyy", D),
        ("1st March 2023", "dd/mm/yyyy", D),
        ("25/12/2022", "yyyy-mm-dd", date(2022, 12, 25)),
        ("12/25/2022", "yyyy-mm-dd", date(2022, 12, 25)),
        ("04/04/2022", "d mon yyyy", date(2022, 4, 4)),
    ],
)
def test_days_that_can_be_read_in_one_way_are_read(text: str, style: DateStyle, expected: date) -> None:
    assert day(text, style) == expected


@pytest.mark.parametrize(
    ("text", "style", "rule"),
    [
        ("01/03/2023", "yyyy-mm-dd", "ambiguous-date"),
        ("01/03/23", "dd/mm/yyyy", "ambiguous-date"),
        ("1 Mar 23", "d mon yyyy", "ambiguous-date"),
        ("31/02/2023", "dd/mm/yyyy", "impossible-date"),
        ("02/27/2023", "dd/mm/yyyy", "impossible-date"),
        ("1 Foo 2023", "d mon yyyy", "not-a-date"),
        ("1850-01-01", "yyyy-mm-dd", "impossible-date"),
        ("44986", "yyyy-mm-dd", "serial-number-for-date"),
        ("soon", "dd/mm/yyyy", "not-a-date"),
    ],
)
def test_days_that_cannot_are_refused(text: str, style: DateStyle, rule: str) -> None:
    with pytest.raises(Unreadable) as refused:
        day(text, style)
    assert refused.value.rule == rule


@given(st.dates(date(1900, 1, 1), date(2100, 12, 31)))
def test_a_day_written_in_each_style_reads_back(on: date) -> None:
    assert day(on.strftime("%d/%m/%Y"), "dd/mm/yyyy") == on
    assert day(on.isoformat(), "yyyy-mm-dd") == on
    assert day(f"{on.day} {on.strftime('%b %Y')}", "d mon yyyy") == on


@pytest.mark.parametrize(
    ("text", "expected"), [("£1,234.50", "1234.50"), (".5", "0.5"), ("-3", "-3"), ("7", "7")]
)
def test_numbers_are_exact(text: str, expected: str) -> None:
    assert number(text) == Decimal(expected)


@pytest.mark.parametrize("text", ["1,23", "1e5", "ten", "", "1 000", "--1", "١"])
def test_what_is_not_plainly_a_number_is_refused(text: str) -> None:
    with pytest.raises(Unreadable):
        number(text)


def test_a_whole_number_has_no_fraction() -> None:
    assert whole("12.0") == 12
    with pytest.raises(Unreadable, match="not-whole"):
        whole("12.5")


def test_an_age_turns_on_the_birthday_and_never_before_birth() -> None:
    assert age_on(date(2023, 3, 1), date(2008, 3, 1)) == 15
    assert age_on(date(2023, 2, 28), date(2008, 3, 1)) == 14
    with pytest.raises(Unreadable, match="before-birth"):
        age_on(date(2023, 3, 1), date(2023, 3, 2))


def read(field: str, hint: object, text: str, take: Take | None = None) -> object:
    return reader(field, hint, take or Take(column=field), "dd/mm/yyyy", LISTS)(text)


def test_names_and_codes_resolve_through_the_lists() -> None:
    assert read("force", str, " met ".strip()) == "metropolitan"
    assert read("drug", str, "Crack") == "crack cocaine"
    assert read("offence", str, "md 71170") == "MD71170"
    assert read("currency", str, "gbp") == "GBP"
    for field, rule in (
        ("force", "unknown-force"),
        ("drug", "unknown-drug"),
        ("offence", "unknown-offence-code"),
    ):
        with pytest.raises(Unreadable, match=rule):
            read(field, str, "nowhere")


def test_types_decide_how_other_fields_are_read() -> None:
    from typing import Literal

    assert read("note", str | None, "=1+1") == "=1+1"
    assert read("importing", tuple[str, ...], "Kent; Essex,Norfolk|") == ("Kent", "Essex", "Norfolk")
    assert read("sex", Literal["male", "female"] | None, "FEMALE") == "female"
    assert read("bladed", bool, "Y") is True
    assert read("count", int | None, "3") == 3
    for hint, text, rule in ((bool, "perhaps", "not-yes-or-no"), (Literal["male"], "x", "unknown-word")):
        with pytest.raises(Unreadable, match=rule):
            read("x", hint, text)


def test_codes_and_units_are_turned_into_the_records() -> None:
    coded = Take(column="c", codes={"y": "yes"})
    assert read("bladed", bool, "Y", coded) is True
    with pytest.raises(Unreadable, match="unknown-code"):
        read("bladed", bool, "N", coded)
    assert read("grams", Decimal | None, "8.3", Take(column="c", times=Decimal(1000))) == Decimal("8300.0")


def test_what_was_read_once_is_remembered_and_forgotten_in_time() -> None:
    whole_reader = reader("count", int, Take(column="c"), "dd/mm/yyyy", LISTS)
    assert [whole_reader(str(n)) for n in range(50_010)][-1] == 50_009
    assert whole_reader("3") == 3
