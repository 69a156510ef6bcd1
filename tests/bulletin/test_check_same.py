"""When two claims are of one thing, and what their words allow."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bulletin.claims_made import made
from clewline.bulletin.check.agree import agree, bounds, share_of
from clewline.bulletin.check.conflict import conflict, one_thing
from clewline.bulletin.check.mention import Mention, mentions
from clewline.bulletin.check.same import between, by_thing, same_body, same_days


def _two(marked: str) -> tuple[Mention, Mention]:
    one, two = mentions(made(marked))
    return one, two


@pytest.mark.parametrize(
    ("marked", "hedge"),
    [
        ("[over 290 arrests|arrests 290 people, at_least]", "over"),
        ("more than [290 arrests|arrests 290 people, at_least]", "more than"),
        ("[290+ arrests|arrests 290 people, at_least]", "+"),
        ("[£78k+|cash_seized 78000 GBP, at_least]", "+"),
        ("[nearly £4,500|cash_seized 4500 GBP, at_most]", "nearly"),
        ("[a dozen arrests|arrests 12 people, about]", ""),
        ("a third over the year; [290 arrests|arrests 290 people]", ""),
    ],
)
def test_the_hedge_is_the_word_before_the_number(marked: str, hedge: str) -> None:
    (mention,) = mentions(made(marked))
    assert mention.hedge == hedge


@pytest.mark.parametrize(
    ("marked", "apart"),
    [
        ("a further [12 arrests|arrests 12 people]", True),
        ("[another 12 arrests|arrests 12 people]", True),
        ("[more than 12 arrests|arrests 12 people, at_least]", False),
        ("a rise from [12 arrests|arrests 12 people]", True),
        ("than last year's [12 arrests|arrests 12 people]", True),
        ("more than [12 arrests|arrests 12 people, at_least]", False),
        ("[12|arrests 12 people] of the 40 arrested", True),
        ("[12 of|arrests 12 people] the 40 arrested", True),
        ("[12 arrests|arrests 12 people] in all", False),
        ("There were more. [12 arrests|arrests 12 people] in all", False),
    ],
)
def test_a_number_may_be_set_apart_from_the_totals(marked: str, apart: bool) -> None:
    (mention,) = mentions(made(marked))
    assert mention.apart is apart


@pytest.mark.parametrize(
    ("one", "two", "both"),
    [
        ("290 people", "290 people", True),
        ("290 people", "291 people", False),
        ("290 people, at_least", "291 people", True),
        ("290 people, at_least", "2000 people, at_least", True),
        ("200 people, at_most", "204 people", False),
        ("200 people, at_most", "204 people, at_least", False),
        ("290 people, about", "300 people", True),
        ("290 people, about", "330 people", False),
        ("2000 people", "1977 people", True),
        ("1977 people", "1970 people", False),
        ("8 kg", "8.3 kg", True),
        ("8 kg", "9 kg", False),
        ("7020 g", "7 kg", True),
        ("1 tonnes", "1000 kg", True),
        ("1300000 GBP", "1284729 GBP", True),
        ("1000000 GBP", "1400000 GBP", False),
        ("180000 GBP", "118000 GBP", False),
        ("0 GBP", "0 GBP", True),
    ],
)
def test_two_statements_agree_where_one_true_number_fits_both(one: str, two: str, both: bool) -> None:
    first, second = _two(f"[a|cash_seized {one}] and [b|cash_seized {two}]")
    assert agree(first, second) is both
    assert agree(second, first) is both


_UNITS = st.sampled_from(["people", "GBP", "kg"])
_RELATIONS = st.sampled_from(["exactly", "at_least", "at_most", "about"])


@given(st.integers(0, 5000), st.integers(0, 5000), _RELATIONS, _RELATIONS, _UNITS)
def test_agreement_has_no_order_and_each_number_agrees_with_itself(
    a: int, b: int, one: str, two: str, unit: str
) -> None:
    first, second = _two(f"[a|cash_seized {a} {unit}, {one}] and [b|cash_seized {b} {unit}, {two}]")
    assert agree(first, second) == agree(second, first)
    assert conflict(first, second) == conflict(second, first)
    assert agree(first, first) and agree(second, second)
    assert share_of(first, second) == share_of(second, first) <= 1
    low, high = bounds(first)
    assert low <= first.amount and (high is None or first.amount <= high)


@pytest.mark.parametrize(
    ("one", "two", "how"),
    [
        ("98 people", "90 people", "number"),
        ("98 people", "98 people", None),
        ("[over 100|arrests 100 people, at_least]", "98 people", "rounding"),
        ("[over 150|arrests 150 people, at_least]", "98 people", "number"),
        ("[nearly 90|arrests 90 people, at_most]", "98 people", "rounding"),
        ("[nearly 150|arrests 150 people, at_most]", "98 people", "rounding"),
        ("[nearly 900|arrests 900 people, at_most]", "98 people", None),
        ("[up to 150|arrests 150 people, at_most]", "98 people", None),
        ("[nearly 100|arrests 100 people, at_most]", "98 people", None),
        ("[over 150|arrests 150 people, at_least]", "[nearly 90|arrests 90 people, at_most]", "number"),
    ],
)
def test_a_hedge_near_an_exact_number_was_rounded_and_others_are_two_numbers(
    one: str, two: str, how: str | None
) -> None:
    marks = [m if m.startswith("[") else f"[{m}|arrests {m}]" for m in (one, two)]
    assert conflict(*_two(". ".join(marks))) == how


@pytest.mark.parametrize(
    ("marked", "one"),
    [
        ("[98 people|arrests 98 people] held. The [90|arrests 90 people] are in custody.", True),
        ("[98 people|arrests 98 people] held, [90|arrests 90 people] in custody", False),
        ("[98 people|arrests 98 people] held. A further [90|arrests 90 people] came later.", False),
        ("[98 people|arrests 98 people] held. Of them [90|arrests 90 people, part of 1] are men.", False),
        ("[98|arrests 98 people] held. [8|arrests 8 people] there. [90|arrests 90 people] here.", False),
        ("[98|arrests 98 people] held. [30|arrests 30 people] were held in one town.", False),
        (
            "[98 held|arrests 98 people, in headline]\n\n[30 people|arrests 30 people, in lead] were arrested.",
            True,
        ),
    ],
)
def test_two_numbers_are_meant_as_one_unless_the_text_tells_otherwise(marked: str, one: bool) -> None:
    found = mentions(made(marked))
    assert one_thing(found[0], found[-1], found) is one


def test_a_list_of_raids_is_no_contradiction() -> None:
    text = ". ".join(f"[{n}|arrests {n} people] were held in town {n}" for n in (50, 40, 38, 35, 33))
    found = mentions(made(text))
    assert not one_thing(found[0], found[1], found)


@pytest.mark.parametrize(
    ("one", "two", "same"),
    [
        ("body A", "body A", True),
        ("body A", "body B", False),
        ("body A", "body none", True),
        ("body A", "body none, national", False),
    ],
)
def test_a_number_of_nobody_in_particular_is_the_texts_own(one: str, two: str, same: bool) -> None:
    assert same_body(*_two(f"[a|arrests 1 people, {one}] [b|arrests 1 people, {two}]")) is same


@pytest.mark.parametrize(
    ("one", "two", "same"),
    [
        ("days 2023-10-09 2023-10-15 week", "days 2023-10-09 2023-10-16 week", True),
        ("days 2023-10-09 2023-10-15 week", "days 2023-10-16 2023-10-22 week", False),
        ("days 2023-10-09 2023-10-15 week", "days 2023-10-09 none week", False),
        ("days 2019-11-01 none since", "days 2019-11-01 none since", True),
        ("days 2023-10-09 2023-10-15 week", "days none", True),
        ("days 2019-11-01 2023-10-15 since", "days none", False),
        ("days none", "days none", True),
    ],
)
def test_in_one_text_a_number_without_days_is_of_its_week(one: str, two: str, same: bool) -> None:
    assert same_days(*_two(f"[a|arrests 1 people, {one}] [b|arrests 1 people, {two}]")) is same


def test_a_similar_week_in_may_is_not_the_texts_own() -> None:
    one, two = _two(
        "[55 arrests|arrests 55 people] were made. A similar week in May ended with [29|arrests 29 people, days none]."
    )
    assert not same_days(one, two)


_NO_DAYS = "[9 arrests|arrests 9 people, days none]"


@pytest.mark.parametrize(
    ("marked", "first", "second", "same"),
    [
        ("[9 arrests|arrests 9 people]", date(2023, 10, 20), None, True),
        ("[9 arrests|arrests 9 people]", date(2023, 11, 20), None, False),
        ("[9 arrests|arrests 9 people]", date(2023, 10, 12), None, False),
        ("[9 arrests|arrests 9 people]", None, date(2023, 10, 20), False),
        (_NO_DAYS, date(2023, 10, 20), date(2023, 10, 18), True),
        (_NO_DAYS, date(2023, 10, 18), date(2023, 10, 20), True),
        (_NO_DAYS, date(2023, 10, 18), date(2023, 12, 20), False),
        (_NO_DAYS, date(2023, 10, 18), None, False),
        ("[9 arrests|arrests 9 people, days 2023-10-09 none since]", date(2023, 10, 18), None, False),
    ],
)
def test_a_text_without_days_is_about_a_week_that_had_just_ended(
    marked: str, first: date | None, second: date | None, same: bool
) -> None:
    texts = [made(_NO_DAYS, name="a", published=first), made(marked, name="b", published=second)]
    assert bool(list(between(texts))) is same


def test_no_text_makes_the_check_compare_without_end() -> None:
    text = " ".join(f"[{n}|arrests {n} people]" for n in range(90))
    (of_it,) = by_thing(mentions(made(text))).values()
    assert len(of_it) == 20


@given(st.integers(0, 999), st.integers(0, 999))
def test_small_counts_agree_only_where_equal(a: int, b: int) -> None:
    one, two = _two(f"[a|arrests {a} people] [b|arrests {b} people]")
    assert agree(one, two) is (a == b)
