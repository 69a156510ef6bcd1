"""Sums, shares and changes: what the rules find in claims marked by hand, and what they let pass."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bulletin.claims_made import findings

_WHOLE = "[9 people|arrests 9 people], "
_TOLD = "[5 men|arrests 5 people, all of 1] and [{0} women|arrests {0} people, all of 1]"


@pytest.mark.parametrize(
    ("marked", "found"),
    [
        (
            _WHOLE + _TOLD.format(6),
            ("wrong", "11 (5 + 6), the whole says 9: check which is right, or say that one of them may be in both."),
        ),
        (
            _WHOLE + _TOLD.format(3),
            ("wrong", "8 (5 + 3), the whole says 9: check which is right, or say what the other 1 are."),
        ),
        (_WHOLE + _TOLD.format(4), None),
        ("[over 5|arrests 5 people, at_least], " + _TOLD.format(6), None),
        (_WHOLE + "[over 5|arrests 5 people, at_least, all of 1] and [3|arrests 3 people, all of 1]", None),
        (
            "[9kg|drugs_seized_weight 9 kg]: [5kg|drugs_seized_weight 5 kg, drug_class=A] and "
            "[6000g|drugs_seized_weight 6000 g, drug_class=B]",
            ("wrong", "11 kg (5 kg + 6 kg), the whole says 9 kg: check which is right, or say that the parts overlap."),
        ),
        (
            "[9 people|arrests 9 people]. [8 people|arrests 8 people]. "
            "[5|arrests 5 people, sex=male] [3|arrests 3 people, sex=female]",
            None,
        ),
    ],
)  # fmt: skip
def test_parts_make_their_whole(marked: str, found: tuple[str, str] | None) -> None:
    told = findings("parts_and_whole", marked)
    told = [(severity, said.removeprefix("The parts add to ")) for severity, said in told]
    assert told == ([found] if found else [])


def test_parts_are_held_to_a_whole_of_another_text() -> None:
    parts = "[5kg|drugs_seized_weight 5 kg, drug_class=A] and [4kg|drugs_seized_weight 4 kg, drug_class=B]"
    ((severity, sentence),) = findings("parts_and_whole", parts, "[7.5kg|drugs_seized_weight 7.5 kg] in all")
    assert severity == "doubtful"
    assert sentence.startswith("The parts add to 9 kg (5 kg + 4 kg), the whole in text 2 says 7.5 kg")


@given(st.lists(st.integers(1, 500), min_size=2, max_size=5), st.integers(-20, 20))
def test_parts_that_are_all_are_found_wrong_exactly_where_they_do_not_add_up(
    parts: list[int], off: int
) -> None:
    whole = sum(parts) + off
    if whole < 1:
        return
    listed = " ".join(f"[{n}|weapons_seized {n} items, all of 1]" for n in parts)
    found = findings("parts_and_whole", f"[{whole} weapons|weapons_seized {whole} items]: {listed}")
    rounded = whole >= 1000 and whole % 100 == 0
    assert bool(found) == (off != 0) or rounded


@pytest.mark.parametrize(
    ("marked", "severities"),
    [
        ("[30|arrests 30 people], [40|arrests 40 people, sex=male]", ["wrong"]),
        ("[30|arrests 30 people], [70|arrests 70 people, sex=male]", []),
        ("[30|arrests 30 people], [70|arrests 70 people, sex=male, part of 1]", ["wrong"]),
        ("[over 30|arrests 30 people, at_least], [40|arrests 40 people, sex=male]", []),
        (
            "[30|arrests 30 people], [40|arrests 40 people, sex=male]; [40|arrests 40 people, sex=male]",
            ["wrong"],
        ),
        ("[30|arrests 30 people], another [40|arrests 40 people, sex=male]", []),
        ("[30%|arrests 30 percent], [40%|arrests 40 percent, sex=male]", []),
        ("[30|people_charged 30 people] and [20|charges 20 charges]", ["wrong"]),
        ("[30|people_charged 30 people] and [20|arrests 20 people]", ["note"]),
        ("[30|people_charged 30 people], [40|charges 40 charges], [20|arrests 20 people]", ["note"]),
        ("[30|people_charged 30 people] and [20|arrests 20 people, body Elsewhere Police]", []),
        ("[30%|people_charged 30 percent] and [20|arrests 20 people]", []),
        ("[30|people_charged 30 people] and [20%|arrests 20 percent]", []),
        ("[30|people_charged 30 people, offence=theft] and [20|arrests 20 people]", []),
        ("[142%|people_charged 142 percent]", ["wrong"]),
        ("[142%|change 142 percent]", []),
    ],
)
def test_what_cannot_be_isfound(marked: str, severities: list[str]) -> None:
    assert [s for s, _ in findings("impossible", marked)] == severities


_CATEGORIES = "[150|charges 150 charges, offence=trafficking] and [{0}|charges {0} charges, drug_class=A]"


@pytest.mark.parametrize(
    ("marked", "severities"),
    [
        ("[223|charges 223 charges], " + _CATEGORIES.format(131), ["note"]),
        ("[223|charges 223 charges], " + _CATEGORIES.format(73), []),
        (
            "[223|charges 223 charges], "
            + _CATEGORIES.format(100)
            + ", [50|charges 50 charges, drug_class=B]",
            [],
        ),
        (
            "[223|charges 223 charges], [150|charges 150 charges, place=Northgate], "
            "[131|charges 131 charges, drug_class=A]",
            [],
        ),
        (
            "[9|arrests 9 people]: [5|arrests 5 people, sex=male, all of 1], [6|arrests 6 people, age_group=adult]",
            [],
        ),
        (
            "[130|people_safeguarded 130 people], [19|children_safeguarded 19 people, part of 1], "
            "[149|people_safeguarded 149 people]",
            ["wrong"],
        ),
        (
            "[130|people_safeguarded 130 people], a further [19|children_safeguarded 19 people], "
            "[149|people_safeguarded 149 people]",
            [],
        ),
        (
            "[30|people_safeguarded 30 people], [4|children_safeguarded 4 people], [34|people_safeguarded 34 people]",
            [],
        ),
    ],
)
def test_overlapping_categories_are_not_added(marked: str, severities: list[str]) -> None:
    assert [s for s, _ in findings("overlap_summed", marked)] == severities


_REGION = "[99|arrests 99 people, body North, regional] "
_FORCES = "[50|arrests 50 people, body A] [{0}|arrests {0} people, body B]"


@pytest.mark.parametrize(
    ("marked", "found"),
    [
        (_REGION + _FORCES.format(50), True),
        (_REGION + _FORCES.format(49), False),
        ("[over 99|arrests 99 people, at_least, body North, regional] " + _FORCES.format(60), False),
        (_REGION + "[100|arrests 100 people, body A]", False),
        (_REGION.replace("people", "percent") + _FORCES.format(60).replace("people", "percent"), False),
        (_REGION + _FORCES.format(50) + " [50|arrests 50 people, body B]", True),
        (_REGION + "[50|arrests 50 people, body A] [60|arrests 60 people, body none]", False),
        (_REGION + "[50|arrests 50 people, body A] [60|arrests 60 people, body B, part of 1]", False),
    ],
)  # fmt: skip
def test_forces_add_to_no_more_than_their_region(marked: str, found: bool) -> None:
    assert [s for s, _ in findings("forces_and_region", marked)] == (["doubtful"] if found else [])


_TWO_A_DAY = "[two lines|lines_closed 2 lines_per_day] a day, "


@pytest.mark.parametrize(
    ("total", "found"),
    [
        ("[27|lines_closed 27 lines]", True),
        ("[15|lines_closed 15 lines]", False),
        ("[27|lines_closed 27 lines], [14|lines_closed 14 lines]", False),
        ("[over 27|lines_closed 27 lines, at_least]", False),
        ("[27|lines_disrupted 27 lines]", False),
        ("[27|lines_closed 27 lines, body Elsewhere Police]", False),
        ("[27|lines_closed 27 lines, days none]", False),
        ("[27|lines_closed 27 lines, days 2023-10-09 none since]", False),
    ],
)
def test_a_mean_fits_its_total(total: str, found: bool) -> None:
    assert [s for s, _ in findings("mean_and_total", _TWO_A_DAY + total)] == (["doubtful"] if found else [])


@pytest.mark.parametrize(
    ("marked", "found"),
    [
        ("with [94%|arrests 94 percent] convicted", True),
        ("with [94%|arrests 94 percent, base=unstated] convicted", True),
        ("with [94%|arrests 94 percent, base=charged] convicted", False),
        ("[94%|arrests 94 percent] of those charged were convicted", False),
        ("arrests are up [14%|change 14 percent]", True),
        ("arrests are up [14%|change 14 percent] on last spring", False),
        ("so far [94%|aside profile] have been convicted", True),
        ("of those charged [94%|aside profile] have been convicted", False),
        ("[94%|aside profile] of lines come from towns", False),
        ("[94|aside profile] have been convicted", False),
        ("[94|arrests 94 people]", False),
    ],
)
def test_a_percentage_says_of_what(marked: str, found: bool) -> None:
    assert [s for s, _ in findings("undefined_base", marked)] == (["doubtful"] if found else [])


@pytest.mark.parametrize(
    ("text", "severity"),
    [
        ("up 68% from 172 to 276", "wrong"),
        ("up 60% from 172 to 276", None),
        ("up 60% from 276 to 172", "wrong"),
        ("276 lines closed, up 68% from 172 to 276", "wrong"),
        ("down 38% from 276 to 172", None),
        ("lines rose from 172 to 276, an increase of 68%", "wrong"),
        ("up 68% to 276, from 172", "wrong"),
        ("276 lines closed, up 68% on the 172 in May", "wrong"),
        ("276 lines closed, 68% on the 172 roads", None),
        ("276 lines closed, compared with 172 in May, a rise of 68%", "wrong"),
        ("doubled from 172 to 276", "wrong"),
        ("halved from 172 to 276", "wrong"),
        ("up 68% from 0 to 276", None),
        ("105 of the 222 arrested (57%)", "wrong"),
        ("105 of the 222 arrested (47%)", None),
        ("105 of 0 arrested (47%)", None),
        ("57% (105) of the 222 arrested", "wrong"),
        ("57% of the 222 arrested (105)", "wrong"),
        ("105 were charged, almost half of the 222 arrested", None),
        ("105 were charged, a third of the 222 arrested", "wrong"),
        ("681 arrests, 73 more than last year's 598", "wrong"),
        ("671 arrests, 73 more than last year's 598", None),
        ("525 arrests, 73 fewer than last year's 598", None),
        ("535 arrests, 73 fewer than last year's 598", "wrong"),
        ("671 arrests and 540 seizures. That is 73 more arrests than last year's 598", None),
        ("about 680 arrests, 73 more than last year's 598", None),
        ("20 officers. There were 73 more arrests than last year's 598", None),
        ("671 arrests. That is 12% more than last year's 598", None),
        ("671 arrests. That is 22% more than last year's 598", "wrong"),
        ("525 arrests. That is 12% fewer than last year's 598", None),
        ("of the 222 people arrested, 105 (57%) were charged", "wrong"),
        ("222 people were arrested, of whom 105 (57%) were charged", "wrong"),
        ("of the 222 people arrested, 105 have been charged - 57%", "wrong"),
        ("105 of the 222 arrested were charged, 30% were bailed", None),
    ],
)
def test_percentages_changes_and_differences_are_counted_after(text: str, severity: str | None) -> None:
    assert [s for s, _ in findings("arithmetic", f"There were {text}.")] == ([severity] if severity else [])


_NOW = "[222|arrests 222 people] were arrested, [300|arrests 300 people, days 2019-11-01 none since] since 2019.\n\n"


@pytest.mark.parametrize(
    ("text", "severity"),
    [
        ("That is [68%|change 68 percent, of=arrests, direction=up] up on the 172 held in spring.", "wrong"),
        ("That is [29%|change 29 percent, of=arrests, direction=up] up on the 172 held in spring.", None),
        (
            "That is [29%|change 29 percent, of=arrests, direction=down] down on the 172 held in spring.",
            "wrong",
        ),
        ("It compares with 172, a [68%|change 68 percent, of=arrests, direction=up] rise.", "wrong"),
        ("It compares with 172, a [29%|change 29 percent, of=arrests, direction=up] rise.", None),
        ("Up [68%|change 68 percent, of=arrests, direction=up] on the 0 held in spring.", None),
        ("Up [68%|change 68 percent, of=arrests, direction=up] on spring.", None),
        (
            "Up [68%|change 68 percent, of=arrests, direction=up] on the 12 held in spring.",
            None,
        ),  # another thing
        ("Up [68%|change 68 percent, of=people, direction=up] on the 172 held in spring.", None),
        ("Up [68%|change 68 percent, of=lines_closed, direction=up] on the 172 held in spring.", None),
        ("Up [a lot|change 68 percent, of=arrests, direction=up] on the 172 held in spring.", None),
        ("Up by [60|change 60 people, of=arrests, direction=up] on the 172 held in spring.", "wrong"),
        ("Up by [50|change 50 people, of=arrests, direction=up] on the 172 held in spring.", None),
        ("Down by [60|change 60 people, of=arrests, direction=down] on the 262 held in spring.", "wrong"),
        ("Down by [40|change 40 people, of=arrests, direction=down] on the 262 held in spring.", None),
        ("Up by nearly [60|change 60 people, of=arrests, direction=up] on the 172 held in spring.", None),
        ("105 have been charged, 57% of those arrested.", "wrong"),
        ("105 have been charged, 47% of those arrested.", None),
        ("105 have been charged, 60% of people charged.", None),
        ("57% of the people arrested (105) were charged.", "wrong"),
        ("405 have been charged, 57% of those arrested.", None),
    ],
)
def test_the_other_number_of_a_change_or_a_share_may_stand_elsewhere(text: str, severity: str | None) -> None:
    assert [s for s, _ in findings("arithmetic", _NOW + text)] == ([severity] if severity else [])


def test_a_text_may_hold_the_brackets_of_marks() -> None:
    assert findings("arithmetic", "It was up 68% from ⟨n7⟩ to ⟨n8⟩, or ⟨p9⟩ of the 5 ⟨n1⟩ (9%).") == []


@given(st.integers(20, 5000), st.integers(20, 5000))
def test_a_change_that_is_rightly_rounded_is_never_called_wrong(before: int, after: int) -> None:
    percent = round(100 * abs(after - before) / before)
    way = "up" if after >= before else "down"
    years = {n for n in (before, after) if 1900 <= n <= 2099}
    text = f"Arrests were {way} {percent}% from {before:,} to {after:,}."
    assert years or findings("arithmetic", text) == []
    wrong = f"Arrests were {way} {percent + 7}% from {before:,} to {after:,}."
    assert years or [s for s, _ in findings("arithmetic", wrong)] == ["wrong"]
