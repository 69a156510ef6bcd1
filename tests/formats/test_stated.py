"""Published values as stated: numbers, hedges and lists."""

import pytest

from formats.stated_texts import lines


@pytest.mark.parametrize(
    ("text", "value", "relation"),
    [
        ("312", "312", "exactly"),
        ("1,234", "1234", "exactly"),
        ("over 500", "500", "at_least"),
        ("more\u00a0than 500", "500", "at_least"),
        ("500+", "500", "at_least"),
        ("500 plus", "500", "at_least"),
        ("around 500 or more", "500", "at_least"),
        ("nearly 500", "500", "at_most"),
        ("just under 500", "500", "at_most"),
        ("some 500", "500", "about"),
        ("c500", "500", "about"),
        ("~500", "500", "about"),
        ("estimated at over 500", "500", "at_least"),
        ("seventeen", "17", "exactly"),
        ("twenty-two", "22", "exactly"),
        ("one hundred and five", "105", "exactly"),
        ("two thousand three hundred", "2300", "exactly"),
        ("a dozen", "12", "exactly"),
        ("no arrests", "0", "exactly"),
        ("“90”", "90", "exactly"),
        ("a total of 15 people arrested", "15", "exactly"),
    ],
)
def test_a_number_keeps_its_hedge(text: str, value: str, relation: str) -> None:
    assert lines("arrests", text) == [f"arrests {value} people {relation}"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("£1,234.50", "1234.50 GBP exactly"),
        ("66k", "66000 GBP exactly"),
        ("over 2.7m", "2700000 GBP at_least"),
        ("around £1.98 million", "1980000 GBP about"),
        ("c. £300k", "300000 GBP about"),
        ("half a million", "500000 GBP exactly"),
        ("almost a quarter of a million pounds", "250000 GBP at_most"),
        ("a million", "1000000 GBP exactly"),
        ("EUR 45,000", "45000 EUR exactly"),
        ("2500 euros", "2500 EUR exactly"),
    ],
)
def test_money_keeps_its_scale_and_currency(text: str, told: str) -> None:
    assert lines("cash_gbp", text) == [f"cash_seized {told}"]


@pytest.mark.parametrize(
    ("label", "text", "told"),
    [
        ("wraps", "300", "drugs_seized_count 300 wraps exactly"),
        ("deal_line_phones", "9", "phones_seized 9 items exactly item=deal line handset"),
        ("knives_bladed", "9", "knives_seized 9 items exactly weapon=bladed"),
        ("class_a_kg", "1.5", "drugs_seized_weight 1.5 kg exactly drug_class=A"),
        ("class_a_kg", "500g", "drugs_seized_weight 500 g exactly drug_class=A"),
        ("class_a_kg", "£5,000", "drugs_seized_value 5000 GBP exactly drug_class=A"),
        ("lines_identified", "9", "other_result 9 lines exactly note=identified"),
        ("safeguarded_total", "12 children", "children_safeguarded 12 people exactly"),
        ("safeguarded_total", "12 engaged", "people_engaged 12 people exactly"),
        ("safeguarded_total", "12 identified", "vulnerable_people_identified 12 people exactly"),
        ("safeguarded_total", "12 referred", "safeguarding_referrals 12 people exactly"),
        (
            "safeguarded_total",
            "12 spoken to or safeguarded",
            "people_engaged 12 people exactly note=spoken to or safeguarded",
        ),
        ("cuckoo_visits", "30 welfare visits", "safeguarding_visits 30 visits exactly"),
        ("cuckoo_visits", "30 homes", "cuckooing_visits 30 visits exactly"),
        ("cuckoo_visits", "30 people engaged", "people_engaged 30 people exactly"),
        ("lines_closed", "9 dismantled", "lines_closed 9 lines exactly note=dismantled"),
        ("lines_closed", "9 seized", "lines_closed 9 lines exactly note=seized"),
        ("phones", "9 seized", "phones_seized 9 items exactly"),
        ("lines_closed", "9 lines disrupted", "lines_disrupted 9 lines exactly"),
        (
            "modern_slavery_charges",
            "6 defendants",
            "people_charged 6 people exactly offence=modern slavery",
        ),
        ("knives_bladed", "3 zombie knives", "knives_seized 3 items exactly weapon=zombie knife"),
        ("phones", "3 machetes", "weapons_seized 3 items exactly weapon=machete"),
        (
            "phones",
            "30 assets incl. laptops",
            "other_items_seized 30 items exactly item=assets note=incl. laptops",
        ),
        ("cash_gbp", "£500 counterfeit notes", "other_items_seized 500 GBP exactly item=counterfeit note"),
        ("people_charged", "90 so far", "people_charged 90 people exactly note=so far"),
        ("arrests", "5 under 18s", "arrests 5 people exactly age_group=children"),
        ("cuckooed_found", "4 properties found", "cuckooed_addresses_identified 4 addresses exactly"),
    ],
)
def test_what_is_counted_is_the_label_s_unless_a_word_says_otherwise(
    label: str, text: str, told: str
) -> None:
    assert lines(label, text) == [told]


def test_a_label_that_asks_for_names_takes_words_that_no_table_knows() -> None:
    assert lines("weapon_kinds", "3 katanas, 2 ornate swords and 4 lock-knives") == [
        "weapons_seized 3 items exactly weapon=katana",
        "weapons_seized 2 items exactly weapon=ornate sword",
        "knives_seized 4 items exactly weapon=lock knife",
    ]
    assert lines("other_seizures", "2 racing pigeons were seized") == [
        "other_items_seized 2 items exactly item=racing pigeons"
    ]
    assert lines("drug_kg_by_type", "nitazenes 0.5") == ["drugs_seized_weight 0.5 kg exactly drug=nitazene"]


def test_under_a_value_words_behind_a_bare_number_are_things_counted() -> None:
    assert lines("assets_value_gbp", "clothing/watches ~20000, 5 gold chains, £300 trainers") == [
        "assets_seized_value 20000 GBP about item=clothing/watches",
        "other_items_seized 5 items exactly item=gold chains",
        "assets_seized_value 300 GBP exactly item=trainers",
    ]


def test_a_list_gives_a_value_for_each_member() -> None:
    assert lines("arrests_by_sex", "50 men + 8 women and 3 boys") == [
        "arrests 50 people exactly sex=male",
        "arrests 8 people exactly sex=female",
        "arrests 3 people exactly age_group=children sex=male",
    ]
    assert lines("drug_kg_by_type", "crack+cocaine over 2, heroin ~0.8, and 3 cannabis") == [
        "drugs_seized_weight 2 kg at_least drug=crack cocaine and cocaine",
        "drugs_seized_weight 0.8 kg about drug=heroin",
        "drugs_seized_weight 3 kg exactly drug=cannabis",
    ]
    assert lines("engagement_sessions", "4 events, 20 sessions at 9 schools, 2 pubs/shops") == [
        "engagement_events 4 events exactly",
        "school_visits 20 sessions exactly",
        "school_visits 9 schools exactly",
        "left: 2 pubs/shops",
    ]
    assert lines("engagement_people", "300 pupils at 9 schools") == [
        "people_engaged 300 people exactly age_group=pupils",
        "school_visits 9 schools exactly",
    ]
    assert lines("arrests", "London: 5, Kent: 6") == [
        "arrests 5 people exactly place=London",
        "arrests 6 people exactly place=Kent",
    ]
