"""Published values, read as a careful reader would: what is counted, how many, how firmly, and what was left unread."""

import csv
import re
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clewline.formats.stated import INDICATORS, Reading, Refused, read_stated
from clewline.formats.stated.tokens import HEDGES
from clewline.formats.stated.words import WORDS, singular

SCHEMA_UNITS = (
    "people charges lines lines_per_day warrants searches searches_per_day tests operations hours years visits "
    "addresses premises prisons cells vehicles referrals seizures items schools sessions events kg g tonnes wraps "
    "plants tablets bags bundles GBP percent"
)
SCHEMA_KEYS = "drug drug_class weapon offence age_group sex place item base of direction note"
RELEASES = Path(__file__).parents[3] / "shared" / "reference" / "press_figures.csv"


def lines(label: str, text: str) -> list[str]:
    """Return each value as a line of words, then what was left: enough to see a reading at a glance."""
    reading = read_stated(label, text)
    assert isinstance(reading, Reading), reading
    told = []
    for one in reading.stated:
        said = " ".join(f"{key}={value}" for key, value in one.qualifiers)
        since = f"since={one.since}" if one.since else ""
        words = [
            one.indicator,
            str(one.value),
            one.unit,
            one.relation,
            said,
            since,
            "part" if one.part else "",
        ]
        told.append(" ".join(word for word in words if word))
    return [*told, *(f"left: {piece}" for piece in reading.left)]


def refusal(label: str, text: str) -> str:
    refused = read_stated(label, text)
    assert isinstance(refused, Refused), refused
    assert refused.what.endswith(".") and refused.do.endswith(".")
    return refused.rule


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


PREFIXES = [
    (hedge, relation)
    for relation, phrases in HEDGES.items()
    for hedge in phrases
    if not hedge.startswith("or ")
]


@given(st.sampled_from([("", "exactly"), *PREFIXES]), st.integers(0, 10**9), st.booleans())
def test_a_number_written_with_a_hedge_reads_back(hedge: tuple[str, str], value: int, commas: bool) -> None:
    stated = lines("arrests", f"{hedge[0]} {value:,}" if commas else f"{hedge[0]} {value}")
    assert stated == [f"arrests {value} people {hedge[1]}"]


@given(st.decimals(min_value=0, max_value=10**6, places=3))
def test_a_weight_reads_back_to_the_gram(value: Decimal) -> None:
    reading = read_stated("class_a_kg", f"{value} kg")
    assert isinstance(reading, Reading)
    assert reading.stated[0].value == value


FRAGMENTS = st.sampled_from(
    [
        *"0123456789,.;:+-–%£€$&/()[]~> \n",
        *(
            "...",
            " and ",
            " to ",
            " at ",
            "over ",
            "nearly ",
            "between ",
            " since ",
            "2019",
            "Nov 2019:",
            "million",
        ),
        *(
            "k",
            "kg",
            "half ",
            "a ",
            "1 in 5",
            "no ",
            "incl. ",
            "including ",
            "of which ",
            "men",
            "boys",
            "lines",
        ),
        *("cocaine", "Class A", "machetes", "ſome", "K", "٣", "flibbets", "aged ", "up ", "under 18"),
    ]
)
JOINERS = {"and", "plus", "to", "at", "in", "across", "from", "between"}
JOINERS |= {"including", "incl", "among", "them", "of", "which", "whom"}


def unaccounted(text: str, reading: Reading) -> set[str]:
    """Return the words of a text that are in no span, no `left` and no period, and join no members."""
    rest = list(text)
    for one in reading.stated:
        rest[slice(*one.span)] = "\0" * (one.span[1] - one.span[0])
    remaining = re.sub(r"[^\S\n]", " ", "".join(rest))
    for piece in [*reading.left, *{one.since for one in reading.stated if one.since}]:
        remaining = remaining.replace(piece, "\0", 1)
    return set(re.findall(r"[^\W_]+", remaining.lower())) - JOINERS


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
