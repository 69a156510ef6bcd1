"""Whose work a claim tells, which days it is about, and at which place. All bodies and figures are invented."""

from datetime import date

import pytest

from bulletin.read.stories import body, periods, told
from clewline.bulletin.read import Issued, issued, read

SPRING = issued("2024-03-20")


def test_the_force_that_a_text_names_is_its_body():
    assert body("Northmoor Police made 12 arrests.") == [("Northmoor Police", "force")]
    assert body("Police Strathmoor made 12 arrests.") == [("Police Strathmoor", "force")]
    assert body("Police made 12 arrests.") == [(None, "force")]
    assert body("Police made 12 arrests.", "Daily Sheet (relaying Northmoor Police)") == [
        ("Northmoor Police", "force")
    ]
    assert body("Police in Kent made 12 arrests.") == [("Kent Police", "force")]


def test_a_sentence_of_another_force_has_its_own_body():
    text = "Northmoor Police made 12 arrests. Eastvale Constabulary made five. In Kent nine people were arrested."
    assert [name for name, _ in body(text)] == ["Northmoor Police", "Eastvale Constabulary", "Kent Police"]


def test_the_force_named_most_often_is_the_body():
    text = "Eastvale Constabulary helped. Northmoor Police led. Northmoor Police planned. Northmoor Police acted. "
    assert body(text + "\n\nOfficers made 12 arrests.")[-1] == ("Northmoor Police", "force")


def test_several_forces_are_one_body():
    text = "Northmoor, Eastvale and Severnside Police made 12 arrests."
    assert body(text) == [("Northmoor, Eastvale and Severnside Police", "regional")]
    assert body("Eastvale and Severnside Police made 12 arrests.")[0][1] == "regional"
    assert body("Avon and Somerset Police made 12 arrests.") == [("Avon and Somerset Police", "force")]


def test_units_regions_and_the_nation():
    assert body("The Westmoor Regional Organised Crime Unit made 12 arrests.")[0] == (
        "Westmoor Regional Organised Crime Unit",
        "regional",
    )
    text = "Police forces across England made 12 arrests. The forces seized 40 knives."
    assert body(text) == [("NPCC", "national")] * 2
    text = "In the North East 90 people were held. Northmoor Police and Eastvale Constabulary took part."
    assert body(text)[0] == ("North East forces", "regional")
    text = "Northmoor Police made 12 arrests. Across the UK 900 people were arrested."
    assert body(text)[1] == ("NPCC", "national")
    text = "Figures for the National Crime Agency. Across the UK 900 people were arrested."
    assert body(text) == [("National Crime Agency", "national")]


def test_a_taskforce_keeps_its_name_to_the_next_sentence():
    text = "The Met made 12 arrests.\n\nOperation Orochi Taskforce made five arrests. The taskforce charged 12 people."
    assert [scope for _, scope in body(text)] == ["force", "unit", "unit"]


def test_a_body_behind_by_is_the_body():
    text = "Police in Kent acted. Twelve people were arrested by Northmoor Police."
    assert body(text) == [("Northmoor Police", "force")]


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("Police made 12 arrests from Monday 3 to Sunday 9 March.", ("2024-03-03", "2024-03-09", "week")),
        ("Police made 12 arrests from February 27 to March 5.", ("2024-02-27", "2024-03-05", "week")),
        ("Between 1 March and 31 March 2023 police made 12 arrests.", ("2023-03-01", "2023-03-31", "multi_week")),
        ("Between 1 March and 31 August 2023 police made 12 arrests.", ("2023-03-01", "2023-08-31", "between")),
        ("Between 28 December and 3 January police made 12 arrests.", ("2023-12-28", "2024-01-03", "week")),
        ("Between 4 and 4 March police made 12 arrests.", ("2024-03-04", "2024-03-04", "day")),
        ("In the week starting 4 March police made 12 arrests.", ("2024-03-04", "2024-03-10", "week")),
        ("In the week starting 31 February police made 12 arrests.", ("None", "None", "week")),
        ("On Tuesday 12 March police made 12 arrests.", ("2024-03-12", "2024-03-12", "day")),
        ("The operation began on 11 March. It made 12 arrests.", ("2024-03-11", "2024-03-20", "since")),
        ("Since November 2019 police have made 12 arrests.", ("2019-11-01", "2024-03-20", "since")),
        ("Since 2019 and up to this February police made 12 arrests.", ("2019-01-01", "2024-02-29", "since")),
        ("Between November 2019 and the end of September 2022 police made 12 arrests.",
         ("2019-11-01", "2022-09-30", "since")),
        ("From April 2022 to September last year police made 12 arrests.",
         ("2022-04-01", "2023-09-30", "between")),
        ("From September 2022 to April 2021 police made 12 arrests.", ("None", "None", "unknown")),
        ("In the year to 31 March 2023 police made 12 arrests.", ("2022-04-01", "2023-03-31", "fy")),
        ("In the year to 30 June 2023 police made 12 arrests.", ("2022-07-01", "2023-06-30", "between")),
        ("In 2022/23 police made 12 arrests.", ("2022-04-01", "2023-03-31", "fy")),
        ("In 2022 police made 12 arrests.", ("2022-01-01", "2022-12-31", "year")),
        ("Police made 12 arrests this financial year.", ("2023-04-01", "None", "fy")),
        ("Police made 12 arrests last year.", ("None", "None", "year")),
        ("Police made 12 arrests in a week of action.", ("None", "None", "week")),
        ("Police made 12 arrests in the county lines week.", ("2024-03-04", "2024-03-10", "week")),
        ("Police made 12 arrests.", ("None", "None", "unknown")),
        ("Police made 12 arrests from 3 to 9 March to 12 April.", ("2024-03-03", "2024-03-09", "week")),
        ("Police made 12 arrests from 9 to 3 March.", ("2024-03-03", "2024-03-03", "day")),
        ("In the year to 31 February 2023 police made 12 arrests.", ("None", "None", "unknown")),
        # a month that a sentence names, and those that it only compares with or begins in
        ("In February police made 12 arrests.", ("2024-02-01", "2024-02-29", "between")),
        ("Police made 12 arrests in November.", ("2023-11-01", "2023-11-30", "between")),
        ("Police made 12 arrests in November 2022.", ("2022-11-01", "2022-11-30", "between")),
        ("A week like it in February ended with 12 arrests.", ("None", "None", "week")),
        ("Police made 12 arrests, more than in November 2022.", ("None", "None", "unknown")),
        ("The work, launched in November 2022, led to 12 arrests.", ("None", "None", "unknown")),
        ("Police made 12 arrests; all are in court in April.", ("None", "None", "unknown")),
        ("From 4 to 10 March police were out. 12 people were arrested in March.",
         ("2024-03-04", "2024-03-10", "week")),
        ("Since the unit came into being in May 2023 police made 12 arrests.", ("2023-05-01", "2024-03-20", "since")),
        # the day on which a text came out has a line of its own
        ("Updated: 12 March 2024, 9:54\nPolice made 12 arrests.", ("None", "None", "unknown")),
        ("Raids\n\nTuesday 12 March\n\nPolice made 12 arrests.", ("None", "None", "unknown")),
        ("Raids of 12 March\n\nPolice made 12 arrests.", ("2024-03-12", "2024-03-12", "day")),
        ("Police made 12 arrests. They were out on 12 March 2024", ("2024-03-12", "2024-03-12", "day")),
        ("Since 31 February 2020 police made 12 arrests.", ("None", "None", "unknown")),
    ],
    ids=lambda value: value[:40] if isinstance(value, str) else None,
)  # fmt: skip
def test_a_claim_is_about_the_days_that_its_text_states(text, period):
    assert periods(text, SPRING) == [period]


def test_a_later_sentence_keeps_a_period_that_it_points_to():
    text = "Since 2019 police closed 40 lines. During this period officers made 12 arrests."
    assert [p[0] for p in periods(text, SPRING)] == ["2019-01-01", "2019-01-01"]
    text = "Since 2019 police closed 40 lines. The taskforce made 12 arrests."
    assert [p[0] for p in periods(text, SPRING)] == ["2019-01-01", "2019-01-01"]


def test_a_day_of_court_or_of_a_beginning_is_not_the_day_of_a_result():
    text = "From 4 to 10 March police charged 12 people, due in court on 14 April. Work began on 2 January."
    assert {p[2] for p in periods(text, SPRING)} == {"week"}
    assert periods(
        "Police arrested 12 people in the week of 4 to 10 March. On 8 March another nine were arrested.",
        SPRING,
    )[1] == ("2024-03-08", "2024-03-08", "day")


def test_the_day_on_which_work_began_is_not_the_day_of_its_results():
    text = (
        "Police charged 12 people in the week of 4 to 10 March. Work began on 2 January, with nine arrests."
    )
    assert {p[2] for p in periods(text, SPRING)} == {"week"}
    assert periods("From April to September police made 12 arrests.") == [("None", "None", "unknown")]


@pytest.mark.parametrize(
    ("text", "force"),
    [
        ("Cambridgeshire police made nine arrests.", "Cambridgeshire Constabulary"),
        ("The work of Thames Valley police led to nine arrests.", "Thames Valley Police"),
        ("Armed police made nine arrests. Kent Police led.", "Kent Police"),
        ("City of London Police made nine arrests.", "City of London Police"),
        (
            "Hampshire & Isle of Wight Constabulary made nine arrests.",
            "Hampshire & Isle of Wight Constabulary",
        ),
        ("The National Police Air Service flew, and Kent Police made nine arrests.", "Kent Police"),
        # the nation only leads it
        ("Kent Police says: nine arrests in a week coordinated nationally.", "Kent Police"),
        ("Kent Police says: nine arrests in a nationally led week.", "Kent Police"),
        # the railways' force works with every other
        (
            "Dogs and drones were out on platforms and at bus stops from Monday morning until late on Sunday, and "
            "passengers were spoken to by staff of the train companies, council workers and British Transport Police."
            "\n\nNine people were arrested. Kent Police thanks all who helped.",
            "Kent Police",
        ),
        ("British Transport Police made nine arrests.", "British Transport Police"),
    ],
)
def test_a_force_is_known_by_its_names_and_not_by_its_partners(text, force):
    assert [name for name, _ in body(text)] == [force]


def test_words_that_only_look_like_a_force_are_none():
    assert body("Regional Organised Crime Unit officers made 12 arrests.") == [(None, "force")]
    assert body("On Monday Police made 12 arrests.") == [(None, "force")]
    assert body("Northmoor Police and Eastvale Constabulary made 12 arrests.")[0][0] == "Northmoor Police"


def test_a_publication_day_may_be_known_in_part():
    assert issued("2024") == Issued(date(2024, 1, 1), date(2024, 12, 31))
    assert issued("2024-02") == Issued(date(2024, 2, 1), date(2024, 2, 29))
    assert issued("2024").exact is None
    assert read("Twelve arrests were made.", date(2024, 3, 20)).published == date(2024, 3, 20)
    text = "From 3 to 9 March police made 12 arrests."
    assert periods(text, None) == [("None", "None", "unknown")]
    assert periods(text + " It was 2023.", None)[0][0] == "2023-03-03"
    assert periods("From 3 to 9 December police made 12 arrests.", SPRING)[0][0] == "2023-12-03"
    assert periods("On 12 December police made 12 arrests.", SPRING)[0][0] == "2023-12-12"
    assert periods("Police made 12 arrests in the county lines week.", issued("2024"))[0][0] == "None"
    assert periods("Police made 12 arrests in the county lines week.", issued("2018-03-01"))[0][0] == "None"


LEAD = "A force has told its results.\n\nThe week brought work in many towns.\n\n"


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("In Stonecross officers made 12 arrests.", ["Stonecross"]),
        ("Officers made 12 arrests at a house in Stonecross.", ["Stonecross"]),
        ("In Stonecross a door was forced. Officers found 50 wraps.", ["Stonecross"]),
        ("In Stonecross, at a flat in Tenter Street, officers made 12 arrests.", ["Stonecross"]),
        ("Officers on Tenter Street made 12 arrests.", ["Tenter Street"]),
        ("In Stonecross and Ellerby officers made 12 arrests.", ["Stonecross and Ellerby"]),
        ("In Stonecross, Ellerby and Bramwick officers made 12 arrests.", [None]),
        ("Officers made 12 arrests, and a flat in Stonecross was empty.", [None]),
        ("Officers in Kent made 12 arrests.", [None]),
        ("Officers at Calder Crown Court made 12 arrests.", [None]),
        ("Officers in March made 12 arrests.", [None]),
        ("Officers in Glock Police uniform made 12 arrests.", [None]),
        ("- Stonecross: 12 arrests", ["Stonecross"]),
        ("- Arrests: 12", [None]),
        ("Twelve children in Stonecross were safeguarded.", [None]),
    ],
)
def test_a_place_narrows_one_raid_and_not_the_whole_text(text, places):
    read_as = read(LEAD + text).claims
    assert [claim.said.get("place") for claim in read_as] == places
    assert all((claim.scope == "local") == ("place" in claim.said) for claim in read_as)


def test_the_place_of_the_headline_narrows_nothing():
    assert told("Raids in Stonecross\n\nOfficers in Stonecross made 12 arrests.") == ["arrests 12 people"]
