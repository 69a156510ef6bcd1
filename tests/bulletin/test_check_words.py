"""What the check reads in a text by itself: dates, numbers in their places, sentences."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bulletin.claims_made import made
from clewline.bulletin.check.dates import ANY_YEAR, DAYS, MONTHS, spans, years
from clewline.bulletin.check.finding import as_json
from clewline.bulletin.check.marked import Number, marked
from clewline.bulletin.check.percent import fault
from clewline.bulletin.check.rule import Rule
from clewline.bulletin.check.rules.weekday import RULE as WEEKDAY
from clewline.bulletin.check.words import listed, one_line, sentence_around, spoken


@pytest.mark.parametrize(
    ("text", "first", "last", "year"),
    [
        ("from Monday 3 October to Sunday 9 October 2022", (3, 10, 0), (9, 10, 6), 2022),
        ("Monday 3 to Sunday 9 October", (3, 10, 0), (9, 10, 6), None),
        ("Monday, February 27 until Sunday, March 5", (27, 2, 0), (5, 3, 6), None),
        ("February 27 - 28, 2023", (27, 2, None), (28, 2, None), 2023),
        ("between 9 and 15 October", (9, 10, None), (15, 10, None), None),
        ("on Wed 1st of March 2023", (1, 3, 2), (1, 3, 2), 2023),
        ("(23 June-30 June)", (23, 6, None), (30, 6, None), None),
        ("27 February–5 March", (27, 2, None), (5, 3, None), None),
    ],
)
def test_dates_are_read_as_people_write_them(
    text: str, first: tuple[int, int, int | None], last: tuple[int, int, int | None], year: int | None
) -> None:
    (span,) = spans(text)
    assert (span.first.day, span.first.month, span.first.weekday) == first
    assert (span.last.day, span.last.month, span.last.weekday) == last
    assert span.last.year == year


def test_two_days_joined_by_and_are_no_range() -> None:
    assert [s.single for s in spans("Raids on 3 October and 9 October.")] == [True, True]


@pytest.mark.parametrize(
    "text", ["He may 4 times", "5,000 March hares", "in March 2023", "on the 12th", "24/7"]
)
def test_what_only_looks_like_a_date_is_none(text: str) -> None:
    assert spans(text) == []


@given(st.dates(date(2000, 1, 1), date(2040, 12, 31)), st.integers(0, 400))
def test_no_true_date_is_ever_called_wrong(start: date, days: int) -> None:
    end = date.fromordinal(start.toordinal() + days)
    said = [f"{DAYS[d.weekday()]} {d.day} {MONTHS[d.month - 1]} {d.year}" for d in (start, end)]
    for text in (
        f"It ran from {said[0]} to {said[1]}.",
        f"It began on {said[0]}.",
        f"It ended on {said[1]}.",
    ):
        assert WEEKDAY.findings([made(text)]) == []


@given(st.dates(date(2000, 1, 1), date(2040, 12, 31)), st.integers(1, 6))
def test_every_false_weekday_is_called_wrong(day: date, off: int) -> None:
    name = DAYS[(day.weekday() + off) % 7]
    (found,) = WEEKDAY.findings([made(f"It began on {name} {day.day} {MONTHS[day.month - 1]} {day.year}.")])
    assert found.severity == "wrong"
    assert f"is a {DAYS[day.weekday()]} and not a {name}" in found.sentence


@pytest.mark.parametrize(
    ("text", "published", "said"),
    [
        ("on 29 February 2023", None, "There is no 29 February in 2023: check the date."),
        ("on 31 April", None, "There is no 31 April: check the date."),
        ("on Tuesday 29 February", date(2023, 3, 9), "There is no 29 February in 2023: check the date."),
        ("on Thursday 29 February", date(2024, 3, 9), None),
        ("on Sunday 29 December", date(2025, 1, 5), None),
        ("on Tuesday 29 February", None, None),
        ("from Monday 30 December 2024 to Sunday 5 January 2025", None, None),
        ("from Monday 30 December to Sunday 5 January", date(2025, 1, 9), None),
        ("from Monday 27 February to Sunday 5 March", None, None),
        ("from Monday 27 February to Monday 5 March", None, None),  # in a leap year
        (
            "from Monday 27 February to Friday 5 March",
            None,
            "No year has a Monday 27 February and a Friday 5 March: check the weekdays and the dates.",
        ),
        (
            "from 3 October to Sunday 9 October 2023",
            None,
            "9 October 2023 is a Monday and not a Sunday: check the date, or the year: in 2022 it was a Sunday.",
        ),
    ],
)
def test_the_year_is_written_or_near_publication_or_any(
    text: str, published: date | None, said: str | None
) -> None:
    found = WEEKDAY.findings([made(text, published=published)])
    assert [f.sentence for f in found] == ([said] if said else [])


def test_a_range_without_a_weekday_at_one_end_is_said_without_it() -> None:
    (span,) = spans("from 3 to Sunday 9 October")
    assert years(span, made("").reading) == tuple(ANY_YEAR)
    (found,) = WEEKDAY.findings([made("from Monday 3 to 9 October and on Monday 5 to Monday 9 October")])
    assert found.sentence.startswith("No year has a Monday 5 October and a Monday 9 October")


@pytest.mark.parametrize(
    ("text", "as_marked", "values"),
    [
        ("up 68% from 172 to 276", "up ⟨p0⟩ from ⟨n1⟩ to ⟨n2⟩", ["68", "172", "276"]),
        ("nearly halved from 82 in 2020 to 42", "nearly ⟨p0⟩ from ⟨n1⟩ in 2020 to ⟨n2⟩", ["50", "82", "42"]),
        ("two thirds of the £1.5 million", "⟨p0⟩ of the ⟨n1⟩", ["66.67", "1500000"]),
        ("forty-two lines, a quarter", "⟨n0⟩ lines, ⟨p1⟩", ["42", "25"]),
        ("twelve per cent of 1,204", "⟨p0⟩ of ⟨n1⟩", ["12", "1204"]),
        ("on 3 October, three years ago, the 12th man", "on 3 October, three years ago, the 12th man", []),
        ("half a million", "half a million", []),
    ],
)
def test_numbers_are_marked_in_their_places(text: str, as_marked: str, values: list[str]) -> None:
    marks = marked(text)
    assert marks.text == as_marked
    assert [n.value.quantize(Decimal("0.01")) for n in marks.numbers] == [Decimal(v) for v in values]
    assert [text[n.start : n.end] for n in marks.numbers] == [n.words for n in marks.numbers]


@pytest.mark.parametrize(
    ("actual", "hedge", "stated", "spelled", "says"),
    [
        ("60.4", "", "60", False, None),
        ("60.4", "", "61", False, None),
        ("60.4", "", "68", False, "wrong"),
        ("48.8", "", "50", True, "note"),
        ("40", "", "50", True, "wrong"),
        ("48.8", "nearly", "50", True, None),
        ("51.5", "nearly", "50", True, "wrong"),
        ("30", "almost", "50", True, "wrong"),
        ("62", "more than", "60", False, None),
        ("58", "more than", "60", False, "wrong"),
        ("90", "over", "60", False, "wrong"),
        ("64", "about", "60", False, None),
        ("67", "about", "60", False, "wrong"),
    ],
)
def test_a_percentage_is_held_to_its_hedge(
    actual: str, hedge: str, stated: str, spelled: bool, says: str | None
) -> None:
    number = Number(
        start=0,
        end=1,
        value=Decimal(stated),
        hedge=hedge,
        words="",
        mark="⟨p0⟩",
        at=0,
        spelled=spelled,
        way=0,
    )
    assert fault(Decimal(actual), number) == says


def test_a_sentence_ends_at_its_stop_or_its_line() -> None:
    text = "The week cost £1.5 million. “It was worth it.” Officers made 222 arrests\n- 77 lines closed"
    for words, sentence in (
        ("£1.5 million", "The week cost £1.5 million."),
        ("222", "Officers made 222 arrests"),
        ("77", "- 77 lines closed"),
    ):
        start = text.index(words)
        begins, ends = sentence_around(text, start, start + len(words))
        assert text[begins:ends].strip() == sentence


def test_a_text_without_stops_has_sentences_of_bounded_length() -> None:
    text = "a " * 5000
    begins, ends = sentence_around(text, 5000, 5001)
    assert ends - begins < 1300


@pytest.mark.parametrize(
    ("value", "unit", "said"),
    [
        ("60.4651", "percent", "60.5 per cent"),
        ("60.02", "percent", "60 per cent"),
        ("77115", "GBP", "£77,115"),
        ("45.9", "kg", "45.9 kg"),
        ("1204", "people", "1,204"),
    ],
)
def test_amounts_are_said_as_bulletins_say_them(value: str, unit: str, said: str) -> None:
    assert spoken(Decimal(value), unit) == said


def test_quotes_are_one_line_and_lists_are_english() -> None:
    assert one_line("over\n 290   arrests") == "over 290 arrests"
    assert one_line("x" * 80) == "x" * 59 + "…"
    assert [listed([]), listed(["a"]), listed(["a", "b"]), listed(["a", "b", "c"])] == [
        "",
        "a",
        "a and b",
        "a, b and c",
    ]


def test_a_finding_as_data_has_its_quotes_and_their_places() -> None:
    (found,) = WEEKDAY.findings([made("It began on Monday 28 February 2023.", name="a.txt")])
    assert as_json(found) == {
        "rule": "weekday",
        "severity": "wrong",
        "sentence": found.sentence,
        "quotes": [{"source": "a.txt", "text": "Monday 28 February 2023", "start": 12, "end": 35}],
    }
    assert isinstance(WEEKDAY, Rule)
