"""One number told twice, and periods: what the rules find in claims marked by hand, and what they let pass."""

import pytest

from bulletin.claims_made import findings


@pytest.mark.parametrize(
    ("marked", "severity"),
    [
        ("[98 people|arrests 98 people] held.\n\n[90 arrests|arrests 90 people].", "wrong"),
        ("[over 98|arrests 98 people, at_least] held.\n\n[80 arrests|arrests 80 people].", "doubtful"),
        ("[98 people|arrests 98 people] held.\n\n[90 arrests|arrests 90 people] so far.", "note"),
        (
            "[98 people|arrests 98 people] held.\n\n[90 arrests|arrests 90 people, body Elsewhere Police].",
            None,
        ),
        (
            "[98 people|arrests 98 people] held.\n\n[90 arrests|arrests 90 people, days 2019-11-01 none since].",
            None,
        ),
    ],
)
def test_one_thing_has_one_number(marked: str, severity: str | None) -> None:
    assert [s for s, _ in findings("two_numbers", marked)] == ([severity] if severity else [])


def test_a_number_told_three_ways_is_one_finding() -> None:
    text = "[98|arrests 98 people] held.\n\n[90|arrests 90 people] held.\n\n[93|arrests 93 people] held."
    ((_, sentence),) = findings("two_numbers", text)
    assert sentence.startswith("The text gives “98”, “90” and “93” for one thing (arrests)")


def test_the_rest_of_a_total_may_stand_beside_a_part() -> None:
    text = "[5 lines|lines_closed 5 lines] in the north, {} in the south.\n\nIn all [8 lines|lines_closed 8 lines]"
    assert findings("two_numbers", text.format("three")) == []
    assert len(findings("two_numbers", text.format("none"))) == 1


def test_what_narrows_a_number_is_named() -> None:
    text = "[8kg|drugs_seized_weight 8 kg, drug_class=B] taken.\n\n[7kg|drugs_seized_weight 7 kg, drug_class=B] taken."
    ((_, sentence),) = findings("two_numbers", text)
    assert "for one thing (drugs seized weight, B)" in sentence


def test_a_rounding_is_told_once_and_names_the_other_text() -> None:
    one = "[over £78,000|cash_seized 78000 GBP, at_least] seized"
    two = "[£77,115|cash_seized 77115 GBP] seized. So [£77,115|cash_seized 77115 GBP] it is."
    ((severity, sentence),) = findings("rounding", one, two)
    assert severity == "wrong"
    assert "the exact number is £77,115, in text 2, which is less" in sentence


@pytest.mark.parametrize(
    "marked",
    [
        "[over 639|knives_seized 639 items, at_least]. [36|weapons_seized 36 items], [603|knives_seized 603 items]",
        "[over 100|arrests 100 people, at_least]. Another [98|arrests 98 people].",
        "[over 100|arrests 100 people, at_least], [98|arrests 98 people, part of 1]",
        "[over 100|arrests 100 people, at_least]. [98|arrests 98 people, days 2019-11-01 none since]",
    ],
)  # fmt: skip
def test_a_part_is_no_rounding_of_its_whole(marked: str) -> None:
    assert findings("rounding", marked) == []


@pytest.mark.parametrize(
    ("marked", "severity"),
    [
        ("[over 76|arrests 76 people, at_least]", "doubtful"),
        ("[nearly 76|arrests 76 people, at_most]", "doubtful"),
        ("[at least 76|arrests 76 people, at_least]", None),
        ("[over 75|arrests 75 people, at_least]", None),
        ("[over 11|arrests 11 people, at_least]", None),
        ("[over 1,130|arrests 1130 people, at_least]", None),
        ("[over 1,135|arrests 1135 people, at_least]", "doubtful"),
        ("[over £33,580|cash_seized 33580 GBP, at_least]", "note"),
        ("[over £33,581|cash_seized 33581 GBP, at_least]", "doubtful"),
        ("[over £284,000|cash_seized 284000 GBP, at_least]", None),
        ("[over 68%|arrests 68 percent, at_least]", None),
        ("[over 290|arrests 290 people, at_least] and [290|arrests 290 people]", "doubtful"),
        ("[290 held|arrests 290 people, in headline]. Over [290|arrests 290 people, at_least]", "note"),
        (
            "[290 held|arrests 290 people, in headline]. Over [290|arrests 290 people, at_least]. "
            "[290|arrests 290 people]",
            "doubtful",
        ),
        ("[£53m|cash_seized 53000000 GBP] and [over £53m|cash_seized 53000000 GBP, at_least]", None),
        ("[over 290|arrests 290 people, at_least] and [290|arrests 290 people, body Elsewhere Police]", None),
        (
            "[over 290|arrests 290 people, at_least] and [290|arrests 290 people, days 2019-11-01 none since]",
            None,
        ),
    ],
)
def test_a_hedge_goes_with_a_round_number(marked: str, severity: str | None) -> None:
    assert [s for s, _ in findings("hedge_on_exact", marked)] == ([severity] if severity else [])


def test_an_exact_number_not_reached_is_said_so() -> None:
    ((_, sentence),) = findings(
        "hedge_on_exact", "[almost 290|arrests 290 people, at_most] and [290|arrests 290 people]"
    )
    assert sentence.startswith("“almost 290” says that the number is not reached")


@pytest.mark.parametrize(
    ("marked", "severity"),
    [
        (
            "[17 lines closed|lines_closed 17 lines, in headline]\n\n[17 disrupted|lines_disrupted 17 lines]",
            "doubtful",
        ),
        ("[17 closed|lines_closed 17 lines, in lead]\n\n[17 disrupted|lines_disrupted 17 lines]", "doubtful"),
        ("[7 closed|lines_closed 7 lines, in headline]\n\n[7 disrupted|lines_disrupted 7 lines]", "doubtful"),
        ("[7 closed|lines_closed 7 lines, in lead]\n\n[7 disrupted|lines_disrupted 7 lines]", None),
        (
            "[17 closed|lines_closed 17 lines, in lead]\n\n[17 disrupted|lines_disrupted 17 lines], "
            "[3 closed|lines_closed 3 lines]",
            None,
        ),
        (
            "[17 closed|lines_closed 17 lines, in headline], [17 disrupted|lines_disrupted 17 lines, in headline]\n\n"
            "[17 disrupted|lines_disrupted 17 lines]",
            None,
        ),
        ("[17 held|arrests 17 people, in lead]\n\nAll [17|people_charged 17 people] were charged", None),
        ("[17 held|arrests 17 people, in lead]\n\n[17 phones|phones_seized 17 items]", None),
        ("[17%|arrests 17 percent, in lead]\n\n[17|people_charged 17 people]", None),
        (
            "[17 closed|lines_closed 17 lines, in lead]\n\n[17|lines_disrupted 17 lines, body Elsewhere Police]",
            None,
        ),
    ],
)
def test_a_headlines_number_is_of_the_same_thing_in_the_text(marked: str, severity: str | None) -> None:
    assert [s for s, _ in findings("drift", marked)] == ([severity] if severity else [])


@pytest.mark.parametrize(
    ("text", "severity"),
    [
        ("a week of action from 9 to 15 October", None),
        ("the week from 9 to 16 October", "note"),
        ("the week from Monday 9 to Friday 13 October", "note"),
        ("the week from 9 to 20 October", "doubtful"),
        ("a fortnight (9 to 23 October)", "note"),
        ("two weeks of raids from 9 to 23 October", "doubtful"),
        ("seven days of action from 3 to 10 October", "doubtful"),
        ("the 7-day operation from 3 to 9 October", None),
        ("a month-long operation from 3 to 20 October", "doubtful"),
        ("the weekend of 7 to 9 October", None),
        ("this year, from 3 to 20 October", None),
        ("recent weeks (3 to 20 October)", None),
        ("three weeks after the raids of 3 to 9 October", None),
        ("last week, and in the days from 3 to 20 October", None),
        ("from 3 to 20 October, a week of action", "doubtful"),
        ("from 3 to 20 October, and next week", None),
        ("from 17 to 11 October", "wrong"),
        ("from 3 May 2024 to 5 February 2024", "wrong"),
        ("the week from 27 February to 5 March", None),
        ("the week of 30 February to 5 March", None),
        ("the week of Monday 9 October", None),
    ],
)
def test_a_period_fits_its_name(text: str, severity: str | None) -> None:
    assert [s for s, _ in findings("period_name", f"It was {text}.")] == ([severity] if severity else [])
