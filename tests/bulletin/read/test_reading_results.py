"""What results are read as: people, protection, things seized, lines. All sentences and figures are invented."""

import pytest

from bulletin.read.stories import told

PEOPLE = [
    ("Police arrested 20 people.", ["arrests 20 people"]),
    ("Twelve people were charged with 30 offences.", ["people_charged 12 people", "charges 30 charges"]),
    (
        "Six men and two women were arrested.",
        ["arrests 6 people (sex=male)", "arrests 2 people (sex=female)"],
    ),
    (
        "Nine arrests were made (6 men, 3 women).",
        ["arrests 9 people", "arrests 6 people (sex=male)", "arrests 3 people (sex=female)"],
    ),
    (
        "Of the 38 held, 21 have been charged and 17 bailed.",
        [
            "arrests 38 people",
            "people_charged 21 people",
            "people_released 17 people (note=released on bail)",
        ],
    ),
    (
        "Officers arrested 50 people. Forty of those arrested have been charged.",
        ["arrests 50 people", "people_charged 40 people"],
    ),
    (
        "Officers arrested 50 people. Ten of those arrested were teenagers.",
        ["arrests 50 people", "arrests 10 people (age_group=teenagers)"],
    ),
    (
        "Officers arrested 80 people, 14 of them under the age of 18.",
        ["arrests 80 people", "arrests 14 people (age_group=under 18)"],
    ),
    ("Two face no further action.", ["people_released 2 people (note=no further action)"]),
    (
        "Sixty line holders were arrested and 40 charged.",
        ["line_holders_arrested 60 people", "line_holders_charged 40 people"],
    ),
    ("Five arrests were made for drug possession.", ["arrests 5 people (offence=drug possession)"]),
    ("Five arrests were made for burglary and theft.", ["arrests 5 people"]),
    (
        "Thirty arrests were made: 20 for assault and ten for theft.",
        ["arrests 30 people", "arrests 20 people (offence=assault)", "arrests 10 people (offence=theft)"],
    ),
    (
        "The gang of nine were jailed for a combined 61 years and six months.",
        ["convictions 9 people", "sentence_years_total 61.5 years"],
    ),
    (
        "South Gower had 31 arrests, Mid Teifi 14 and Cwm Hafren 22.",
        ["arrests 31 people", "arrests 14 people", "arrests 22 people"],
    ),
    (
        "Officers made 12 arrests here and across the region the total was 90.",
        ["arrests 12 people", "arrests 90 people"],
    ),
    (
        "Twelve people were charged; the charges number 30.",
        ["people_charged 12 people", "charges 30 charges"],
    ),
    ("Officers made 203 arrests (2023: 160).", ["arrests 203 people", "arrests 160 people"]),
]
PROTECTION = [
    ("Forty vulnerable people were safeguarded.", ["people_safeguarded 40 people"]),
    ("Twelve children were safeguarded.", ["children_safeguarded 12 people"]),
    ("Nineteen adults were made safe.", ["adults_safeguarded 19 people"]),
    (
        "Officers safeguarded 40 people, 12 of them children.",
        ["people_safeguarded 40 people", "children_safeguarded 12 people"],
    ),
    (
        "Officers engaged with 95 vulnerable people.",
        ["people_engaged 95 people (age_group=vulnerable people)"],
    ),
    ("Officers identified 60 people at risk of exploitation.", ["vulnerable_people_identified 60 people"]),
    ("Sixty people were identified as at risk and safeguarded.", ["people_safeguarded 60 people"]),
    ("Officers identified 60 shoppers and staff.", []),
    ("Ten people were referred for safeguarding.", ["safeguarding_referrals 10 people"]),
    ("Eleven people were referred to the National Referral Mechanism.", ["nrm_referrals 11 referrals"]),
    ("Three individuals went into the National Referral Mechanism.", ["nrm_referrals 3 referrals"]),
    ("Eight referrals were made to partners.", ["safeguarding_referrals 8 referrals"]),
    ("Officers visited 46 addresses.", ["cuckooing_visits 46 visits"]),
    (
        "Officers visited 79 addresses, of which 25 had been cuckooed.",
        ["cuckooing_visits 79 visits", "cuckooed_addresses_identified 25 addresses"],
    ),
    ("Officers paid 30 visits to check on welfare.", ["safeguarding_visits 30 visits"]),
    ("Officers made 30 visits to schools.", ["school_visits 30 visits"]),
    ("Officers made 46 'cuckooing' and vulnerability checks.", ["cuckooing_visits 46 visits"]),
    (
        "Officers gave 11 talks in schools to 900 pupils.",
        ["school_visits 11 sessions", "people_engaged 900 people (age_group=pupils)"],
    ),
    ("Officers paid welfare visits to 95 people.", ["safeguarding_visits 95 visits"]),
]
SEIZED = [
    ("Officers seized 8.3 kilograms of Class A drugs.", ["drugs_seized_weight 8.3 kg (drug_class=A)"]),
    ("Seizures: 3kg of heroin and crack.", ["drugs_seized_weight 3 kg (drug=heroin and crack cocaine)"]),
    (
        "Police seized 56 weapons, among them 34 knives.",
        ["weapons_seized 56 items", "knives_seized 34 items"],
    ),
    (
        "Police seized 20 phones, nine of which were deal phones.",
        ["phones_seized 20 items", "phones_seized 9 items (item=deal line handset)"],
    ),
    (
        "Police seized 30 knives, nine of them zombie knives.",
        ["knives_seized 30 items", "knives_seized 9 items (weapon=zombie knife)"],
    ),
    ("Police seized 40 plants.", ["drugs_seized_count 40 plants (drug=cannabis)"]),
    ("Police seized drugs and cash worth £900.", ["assets_seized_value 900 GBP (item=drugs and cash)"]),
    ("Police seized £400 in counterfeit notes.", ["other_items_seized 400 GBP (item=counterfeit cash)"]),
    (
        "Police seized £11,000 in cash and drugs worth £500.",
        ["cash_seized 11000 GBP", "drugs_seized_value 500 GBP"],
    ),
    (
        "Police seized £700 of crack, heroin and cocaine.",
        ["drugs_seized_value 700 GBP (drug=crack cocaine, heroin and cocaine)"],
    ),
    ("Police seized £2,000, including £700 from a car.", ["cash_seized 2000 GBP", "cash_seized 700 GBP"]),
    (
        "Officers found 3kg of cocaine, with a street value of £9,000.",
        ["drugs_seized_weight 3 kg (drug=cocaine)", "drugs_seized_value 9000 GBP (drug=cocaine)"],
    ),
    (
        "Officers took 40kg of drugs, made up of 30kg of cocaine and 10kg of heroin, with a value of £9,000.",
        [
            "drugs_seized_weight 40 kg",
            "drugs_seized_weight 30 kg (drug=cocaine)",
            "drugs_seized_weight 10 kg (drug=heroin)",
            "drugs_seized_value 9000 GBP",
        ],
    ),
    (
        "Officers seized £900 of cocaine and another £400 of the drug.",
        ["drugs_seized_value 900 GBP (drug=cocaine)", "drugs_seized_value 400 GBP (drug=cocaine)"],
    ),
    ("Officers seized 37 hoverboards.", ["other_items_seized 37 items (item=hoverboard)"]),
    ("Officers seized 12 batteries.", ["other_items_seized 12 items (item=battery)"]),
    (
        "Officers stopped 40 vehicles and seized five.",
        ["searches_conducted 40 vehicles", "vehicles_seized 5 items"],
    ),
    (
        "In the knife amnesty 612 knives were dropped into surrender bins and 20 were found in sweeps.",
        ["knives_surrendered_or_recovered 612 items", "knives_surrendered_or_recovered 20 items"],
    ),
    ("In the amnesty week 300 knives were recovered.", ["knives_surrendered_or_recovered 300 items"]),
    (
        "Officers made 41 weapons sweeps and found five knives in a sweep.",
        ["searches_conducted 41 searches", "knives_surrendered_or_recovered 5 items"],
    ),
    ("In prisons 12 weapons were found.", ["weapons_seized 12 items (place=prisons)"]),
    (
        "In all 184 charges for drug trafficking were brought: 155 relating to Class A and 29 to Class B.",
        [
            "charges 184 charges (offence=drug trafficking)",
            "charges 155 charges (drug_class=A, offence=drug trafficking)",
            "charges 29 charges (drug_class=B, offence=drug trafficking)",
        ],
    ),
    ("Police seized bags and hats worth £50.", []),
]
LINES = [
    ("Police closed 70 county lines.", ["lines_closed 70 lines"]),
    ("Thirteen lines were disrupted.", ["lines_disrupted 13 lines"]),
    ("Officers disrupted one line a day.", ["lines_disrupted 1 lines_per_day"]),
    ("There are nine active lines.", ["lines_active 9 lines"]),
    (
        "The number of lines fell from 82 in 2020 to 42 now.",
        ["lines_active 82 lines", "lines_active 42 lines"],
    ),
    ("Lines: 5 closed, 8 disrupted", ["lines_closed 5 lines", "lines_disrupted 8 lines"]),
    (
        "Seventy lines were closed in spring. More than 80 have gone since.",
        ["lines_closed 70 lines", "lines_closed >=80 lines"],
    ),
    (
        "Police closed 70 lines. The summer accounts for 40 lines and 20 arrests.",
        ["lines_closed 70 lines", "lines_closed 40 lines", "arrests 20 people"],
    ),
]
ALL = [*PEOPLE, *PROTECTION, *SEIZED, *LINES]


@pytest.mark.parametrize(("text", "claims"), ALL, ids=[text[:60] for text, _ in ALL])
def test_a_sentence_is_read_as(text, claims):
    assert told(text) == claims
