"""Between two texts: what the rules find in claims marked by hand, and what they let pass."""

import pytest

from bulletin.claims_made import findings


def test_a_number_may_drift_between_two_texts() -> None:
    one, two = "[17 lines|lines_closed 17 lines]", "[17 lines|lines_disrupted 17 lines]"
    found = findings("drift", one, two)
    assert found[0][1].startswith("“17 lines” in text 1 (lines closed) becomes “17 lines” in text 2")


@pytest.mark.parametrize(
    ("one", "two", "said"),
    [
        (
            "[137|phones_seized 137 items]",
            "[137|phones_seized 137 items, body B Police]",
            "of Northmoor Police in text 1",
        ),
        ("[137|phones_seized 137 items, at_least]", "[137|phones_seized 137 items, body B Police]", None),
        ("[137|phones_seized 137 items]", "[137|phones_seized 137 items, body none, national]", None),
        ("[137|phones_seized 137 items]", "[137|phones_seized 137 items, body B Unit, unit]", None),
        ("[13|phones_seized 13 items]", "[13|phones_seized 13 items, body B Police]", None),
        (
            "[13|phones_seized 13 items] [27|arrests 27 people]",
            "[13|phones_seized 13 items, body B Police] [27|arrests 27 people, body B Police]",
            "“13” and “27” are said of Northmoor Police",
        ),
        (
            "[137|phones_seized 137 items, place=Oldham Street]",
            "[137|phones_seized 137 items, place=Newgate]",
            "of Oldham Street in text 1 and of Newgate in text 2",
        ),
        (
            "[137|phones_seized 137 items, place=Newgate]",
            "[137|phones_seized 137 items, place=Newgate]",
            None,
        ),
        (
            "[137|phones_seized 137 items]",
            "[137|phones_seized 137 items, days 2024-03-04 2024-03-10 week]",
            "of the days from 9 October 2023 in text 1 and of the days from 4 March 2024 in text 2",
        ),
        (
            "[137|phones_seized 137 items]",
            "[137|phones_seized 137 items, days 2024-01-01 2024-12-31 year]",
            None,
        ),
        ("[137|phones_seized 137 items]", "[137|phones_seized 137 items, days none]", None),
        (
            "[137|phones_seized 137 items]",
            "[137|phones_seized 137 items, body B Police, days 2024-03-04 2024-03-10 week]",
            None,
        ),
    ],
)
def test_a_number_stays_with_its_body_place_and_week(one: str, two: str, said: str | None) -> None:
    found = findings("moved", one, two)
    assert len(found) == (said is not None)
    assert said is None or said in found[0][1]


@pytest.mark.parametrize(
    ("one", "two", "found"),
    [
        ("closed [92|lines_closed 92 lines]", "dismantled [92|lines_closed 92 lines]", True),
        ("closed [92|lines_closed 92 lines]", "dismantled [96|lines_closed 96 lines]", False),
        ("closed [92|lines_closed 92 lines]", "shut down [92|lines_closed 92 lines]", False),
        ("closed [92|lines_closed 92 lines]", "[92|lines_closed 92 lines] fewer", False),
        ("held [92|arrests 92 people]", "detained [92|arrests 92 people]", False),
        (
            "closed [92|lines_closed 92 lines] and closed [92|lines_closed 92 lines]",
            "dismantled [92|lines_closed 92 lines]",
            True,
        ),
    ],
)
def test_two_words_for_one_number_are_noted_once(one: str, two: str, found: bool) -> None:
    assert [s for s, _ in findings("definitions", one, two)] == (["note"] if found else [])


@pytest.mark.parametrize(
    ("one", "two", "severity"),
    [
        ("[55|arrests 55 people]", "[65|arrests 65 people]", "doubtful"),
        ("[55|arrests 55 people]", "[65|arrests 65 people] so far", "note"),
        ("[55|arrests 55 people]", "[55|arrests 55 people], [65|arrests 65 people]", None),
        ("[55|arrests 55 people]", "[over 50|arrests 50 people, at_least]", None),
        ("[55|arrests 55 people]", "[over 56|arrests 56 people, at_least]", None),  # a rounding
        ("[55|arrests 55 people]", "a further [65|arrests 65 people]", None),
        ("[8kg|drugs_seized_weight 8 kg]", "[33.8kg|drugs_seized_weight 33.8 kg]", "doubtful"),
        ("[8|arrests 8 people]", "[33|arrests 33 people], [46|arrests 46 people]", None),
    ],
)
def test_two_reports_give_one_number(one: str, two: str, severity: str | None) -> None:
    assert [s for s, _ in findings("two_reports", one, two)] == ([severity] if severity else [])
