"""Faults told in other words than the rules' examples, and what a text sets apart: texts as read."""

from datetime import date

import pytest

from clewline.bulletin.check import Named, check
from clewline.bulletin.read import read

_LEAD = "Northmoor Police arrested 222 people in its county lines week from 9 to 15 October 2023.\n\n"


def _found(more: str, lead: str = _LEAD) -> dict[str, str]:
    """Return the sentences of what is found, by rule; notes are no faults."""
    found = check([Named("text 1", read(lead + more, date(2023, 10, 19)))])
    return {f.rule: f.sentence for f in found if f.severity != "note"}


@pytest.mark.parametrize(
    ("more", "says"),
    [
        (
            "Of the 222 people arrested, 55 were charged, 83 were bailed and the remaining 90 were released.",
            "The parts add to 228 (55 + 83 + 90), the whole says 222",
        ),
        (
            "All 222 people arrested have been dealt with: 55 were charged, 83 bailed and 80 released.",
            "The parts add to 218 (55 + 83 + 80), the whole says 222",
        ),
        (
            "The 51 weapons seized consisted of 20 knives, 11 axes and 24 machetes.",
            "The parts add to 55 (20 + 11 + 24), the whole says 51",
        ),
        (
            "Of the 222 people arrested, 190 were men and 29 were women.",
            "check which is right, or say what the other 3 are.",
        ),
        (
            "222 people were arrested. 190 were men and 39 were women.",
            "check which is right, or say that one of them may be in both.",
        ),
    ],
)
def test_parts_are_added_whatever_was_read_of_them(more: str, says: str) -> None:
    assert says in _found(more)["parts_and_whole"]


@pytest.mark.parametrize(
    "more",
    [
        "Of the 222 people arrested, 55 were charged, 83 were bailed and the remaining 84 were released.",
        "Of the 222 people arrested, 190 were men and 32 were women.",
        "222 people were arrested. 190 were men and 32 were women.",
        "About 220 people were arrested. 190 were men and 39 were women.",
        "222 people were arrested. Nearly 190 were men and about 40 were women.",
        "Of the 222 people arrested, about 190 were men and 39 were women.",
        "The 51 weapons seized consisted of 20 knives, 11 axes and several machetes, with 3 batons.",
        "Of the 222 people arrested, 190 were men and 29 had knives.",
        "222 people were arrested. 40 homes were searched and 3 women were helped.",
        "222 people were arrested. 190 were men and 29 were seen by a nurse, a drug worker or a doctor.",
        "Seats on the stand were numbered " + ", ".join(str(n) for n in range(200, 216)) + " and 230.",
        "Officers seized 63 firearms, 17 of them pistols, and 1,900 rounds of ammunition.",
        "Teams visited 130 homes in all. They made 132 visits in Coldbridge.",
        "An average of 31 people were arrested each day.",
        "The number of arrests is nine per cent higher than in the previous week of action, in March, when 204 people "
        "were arrested.",
        "Officers made 201 arrests in Harnsea.\n\nOfficers made 181 arrests in Coldbridge.",
        "In the north officers closed five lines. The south team closed three. Altogether eight lines were closed.",
        "08.40 Nine arrests now.\n\n14.00 Final tally: 11 arrests.",
    ],
)
def test_what_a_text_sets_apart_is_no_fault(more: str) -> None:
    assert _found(more) == {}


def test_operations_of_different_names_are_told_apart() -> None:
    lead = "Operation Lantern of Northmoor Police ended on 15 October 2023 with 222 arrests. "
    assert _found("Its predecessor, Operation Candle, ended with 201 arrests.", lead) == {}
    assert "two_numbers" in _found("In all there were 201 arrests.", lead)


def test_a_week_that_names_no_days_is_not_that_of_another_text() -> None:
    one = read("Northmoor Police made 19 arrests in the week from 9 to 15 October 2023.", date(2023, 10, 19))
    two = read("A similar week of Northmoor Police in May ended with 29 arrests.", date(2023, 10, 19))
    assert check([Named("one", one), Named("two", two)]) == ()


def test_a_part_above_its_whole_is_seen_in_the_words_of_one_sentence() -> None:
    found = _found("Of the 249 people safeguarded, 260 were children.")
    assert found == {
        "impossible": "“260 were children” is a part of “249 people” and cannot be more: check both."
    }
    found = _found("Altogether 40 charges were brought against 55 people.")
    assert "everybody charged faces at least one: check both" in found["impossible"]
    assert set(_found("Of the 249 people safeguarded, at least 260 were children.")) == {"impossible"}
    assert _found("Of the 249 people safeguarded, at least 60 were children.") == {}
    assert _found("Altogether 80 charges were brought against 55 people.") == {}


def test_a_number_of_each_day_is_a_mean_however_it_is_said() -> None:
    lead = "Northmoor Police closed 19 lines in its county lines week from 9 to 15 October 2023.\n\n"
    found = _found("On average eight lines were closed each day.", lead)
    assert "“eight lines” a day makes 56 in 7 days, and “19 lines” is the total" in found["mean_and_total"]
    assert _found("On average three lines were closed each day.", lead) == {}


def test_a_part_in_a_list_is_counted_twice() -> None:
    more = "- 249 people safeguarded\n- of whom 34 children\n- {} people safeguarded in total"
    assert "the 34 are among the 249: they are counted twice" in _found(more.format(283))["overlap_summed"]
    assert "overlap_summed" not in _found(more.format(290))


@pytest.mark.parametrize(
    ("more", "says"),
    [
        ("A raid on 12 October 2023 (Wednesday) led to nothing.", "12 October 2023 is a Thursday"),
        ("On 12 October, a Wednesday, homes were searched.", "12 October 2023 is a Thursday"),
        ("A raid on Wednesday (12 October) led to nothing.", "12 October 2023 is a Thursday"),
    ],
)
def test_a_weekday_stands_before_or_behind_its_date(more: str, says: str) -> None:
    assert says in _found(more)["weekday"]


def test_digits_that_changed_places_are_one_number() -> None:
    found = _found(
        "Some £23,000 in cash was seized.\n\nThe force had said on Friday that £32,000 in cash was seized."
    )
    assert "“Some £23,000 in cash” and “£32,000 in cash”" in found["two_numbers"]


@pytest.mark.parametrize(
    ("more", "asked"),
    [
        ("Closures have more than doubled.", True),
        ("Closures have more than doubled since 2021.", False),
        ("The conviction rate stands at 71%.", True),
        ("Arrests were up by 3% on last year. Closures rose 7%.", False),
        ("What follows compares the year 2023 with the year 2022.\n\nClosures rose 7%.", False),
    ],
)
def test_a_change_needs_a_base_once(more: str, asked: bool) -> None:
    assert ("undefined_base" in _found(more)) == asked
