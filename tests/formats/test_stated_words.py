"""Published values as stated: words that change what is counted."""

import pytest

from formats.stated_texts import lines, refusal


def test_several_drugs_of_one_number_are_named_together() -> None:
    assert lines("wraps", "900 wraps of cocaine, heroin and crack") == [
        "drugs_seized_count 900 wraps exactly drug=cocaine and heroin and crack cocaine"
    ]
    assert lines("wraps", "900 (crack and heroin)") == [
        "drugs_seized_count 900 wraps exactly drug=crack cocaine and heroin"
    ]


def test_a_member_that_cannot_be_read_is_left_and_seen() -> None:
    assert lines("weapon_kinds", "machete, 9 axes, baton and 2 swords") == [
        "weapons_seized 9 items exactly weapon=axe",
        "weapons_seized 2 items exactly weapon=sword",
        "left: machete",
        "left: baton",
    ]
    assert lines("arrests", "40 ... and 12 officers") == [
        "arrests 40 people exactly",
        "left: ...",
        "left: 12 officers",
    ]


def test_a_bracket_is_a_class_an_age_a_period_parts_or_a_note() -> None:
    assert lines("drug_value_gbp", "over 2m (A and B)") == [
        "drugs_seized_value 2000000 GBP at_least drug_class=A+B"
    ]
    assert lines("drug_value_gbp", "9000 (Class A)") == ["drugs_seized_value 9000 GBP exactly drug_class=A"]
    assert lines("arrests", "26 (aged 2 to 46)") == ["arrests 26 people exactly age_group=aged 2 to 46"]
    assert lines("arrests", "26 (since 2019)") == ["arrests 26 people exactly since=2019"]
    assert lines("arrests", "26 (evening paper) ()") == ["arrests 26 people exactly note=evening paper"]
    assert lines("arrests", "26 (30 last week)") == ["arrests 26 people exactly note=30 last week"]
    assert lines("arrests", "26 [5 men (so far) in Herts]") == [
        "arrests 26 people exactly",
        "arrests 5 people exactly note=so far place=Hertfordshire sex=male part",
    ]
    assert lines("firearms", "3 (one imitation, two unconfirmed)") == [
        "firearms_seized 3 items exactly",
        "imitation_firearms_seized 1 items exactly part",
        "firearms_seized 2 items exactly note=unconfirmed part",
    ]


def test_what_a_bracket_adds_is_no_part() -> None:
    assert lines("wraps", "121 heroin (+60 g)") == [
        "drugs_seized_count 121 wraps exactly drug=heroin",
        "drugs_seized_weight 60 g exactly drug=heroin",
    ]


def test_parts_are_marked_so_that_nobody_adds_them_to_the_whole() -> None:
    assert lines("weapons_total", "56 weapons, including 34 knives and 2 machetes, 4 phones") == [
        "weapons_seized 56 items exactly",
        "knives_seized 34 items exactly part",
        "weapons_seized 2 items exactly weapon=machete part",
        "phones_seized 4 items exactly",
    ]


def test_holders_charged_and_convicted_are_shares_of_different_wholes() -> None:
    assert lines("line_holders", "over 900 arrested since Nov 2019 (80% charged, 90 per cent convicted)") == [
        "line_holders_arrested 900 people at_least since=Nov 2019",
        "line_holders_charged 80 percent exactly base=line_holders_arrested since=Nov 2019 part",
        "line_holders_convicted 90 percent exactly base=unstated since=Nov 2019 part",
    ]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("40% teenagers", "arrests 40 percent exactly age_group=teenagers base=unstated"),
        ("more than half", "arrests 50 percent at_least base=unstated"),
        ("two-thirds", "arrests 66.7 percent exactly base=unstated"),
        ("fewer than 1 in 5", "arrests 20 percent at_most base=unstated"),
        ("one in four men", "arrests 25 percent exactly base=unstated sex=male"),
    ],
)
def test_a_share_is_in_percent_of_a_named_base(text: str, told: str) -> None:
    assert lines("arrests", text) == [told]


def test_three_in_two_is_no_share() -> None:
    assert refusal("arrests", "3 in 2") == "unclear-number"


def test_a_period_of_its_own_governs_the_values_that_follow_or_a_list_that_it_ends() -> None:
    assert lines("cumulative_since", "2019: 842 lines, 2200+ arrests, 1186 safeguarded") == [
        "lines_closed 842 lines exactly since=2019",
        "arrests 2200 people at_least since=2019",
        "people_safeguarded 1186 people exactly since=2019",
    ]
    assert lines("cumulative_since", "Nov 2019-Sep 2022: 12 lines") == [
        "lines_closed 12 lines exactly since=Nov 2019-Sep 2022"
    ]
    assert lines("arrests", "FY 2021/22: 100, 2022/23: 120") == [
        "arrests 100 people exactly since=FY 2021/22",
        "arrests 120 people exactly since=2022/23",
    ]
    assert lines("charges", "6 defendants, 8 offences since Nov 2019") == [
        "people_charged 6 people exactly since=Nov 2019",
        "charges 8 charges exactly since=Nov 2019",
    ]
    assert lines("charges", "6 charges, 8 charges in 2020") == [
        "charges 6 charges exactly",
        "charges 8 charges exactly since=2020",
    ]
    assert refusal("arrests", "2019:") == "unclear-number"


def test_a_period_that_governs_nothing_is_left() -> None:
    assert lines("arrests", "2019: 2020: 5") == ["arrests 5 people exactly since=2020", "left: 2019:"]
    assert lines("arrests", "2019: 5 since 2020, 2021:") == [
        "arrests 5 people exactly since=2020",
        "left: 2019:",
        "left: 2021:",
    ]


def test_a_remark_after_a_comma_stays_with_its_value() -> None:
    assert lines("arrests", "222, provisional (BBC), since 2019") == [
        "arrests 222 people exactly note=provisional; BBC since=2019"
    ]
