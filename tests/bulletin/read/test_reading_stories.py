"""What sentences of bulletins are read as, by subject. All sentences and figures are invented."""

import pytest

from bulletin.read.stories import told

NUMBERS = [
    ("Officers made twenty-one arrests.", ["arrests 21 people"]),
    ("Officers made two hundred and five arrests.", ["arrests 205 people"]),
    ("Officers made a hundred and thirty arrests.", ["arrests 130 people"]),
    ("Officers made two thousand and ten arrests.", ["arrests 2010 people"]),
    ("Two and a half kilos of heroin was seized.", ["drugs_seized_weight 2.5 kg (drug=heroin)"]),
    ("Half a kilo of heroin was seized.", ["drugs_seized_weight 0.5 kg (drug=heroin)"]),
    ("Police seized half a million pounds in cash.", ["cash_seized 500000 GBP"]),
    ("Police seized a million pounds in cash.", ["cash_seized 1000000 GBP"]),
    ("Police seized £1.3m in cash.", ["cash_seized 1300000 GBP"]),
    ("Police seized £3 million in cash.", ["cash_seized 3000000 GBP"]),
    ("Police seized £27.5k in cash.", ["cash_seized 27500 GBP"]),
    ("Police seized 2 m of cash.", []),
    ("No arrests were made.", ["arrests 0 people"]),
    ("- Children safeguarded: nil", ["children_safeguarded 0 people"]),
    ("Police seized 3oz of heroin.", ["drugs_seized_weight 85.05 g (drug=heroin)"]),
    ("Police seized 10 stone (64kg) of cocaine.", ["drugs_seized_weight 64 kg (drug=cocaine)"]),
    ("Police seized 6kg (13lb) of cocaine.", ["drugs_seized_weight 6 kg (drug=cocaine)"]),
    ("Police seized 1,23 wraps of heroin.", []),
    ("Officers made thirty twenty arrests.", ["arrests 20 people"]),
]
HEDGES = [
    ("Over 300 arrests were made.", ["arrests >=300 people"]),
    ("Officers made nearly 300 arrests.", ["arrests <=300 people"]),
    ("Officers made some 300 arrests.", ["arrests ~300 people"]),
    ("Officers made 300+ arrests.", ["arrests >=300 people"]),
    ("Officers made 300 or more arrests.", ["arrests >=300 people"]),
    ("Officers made 300 or so arrests.", ["arrests ~300 people"]),
    ("Between 40 and 50 people were arrested.", ["arrests >=40 people", "arrests <=50 people"]),
    (
        "Officers seized 150 to 200 wraps of heroin.",
        ["drugs_seized_count >=150 wraps (drug=heroin)", "drugs_seized_count <=200 wraps (drug=heroin)"],
    ),
    (
        "Police seized cocaine worth an estimated £900, heroin worth £300 and two vans.",
        [
            "drugs_seized_value ~900 GBP (drug=cocaine)",
            "drugs_seized_value ~300 GBP (drug=heroin)",
            "vehicles_seized 2 items (item=van)",
        ],
    ),
    (
        "Seventy lines were closed, which brings the total up to 612.",
        ["lines_closed 70 lines", "lines_closed 612 lines"],
    ),
]
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
    ("Officers paid welfare visits to 95 people.", ["people_engaged 95 people"]),
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
SHARES = [
    ("Of those arrested, 38% were under 18.", ["arrests 38 percent (age_group=under 18, base=arrests)"]),
    (
        "40% of those arrested were teenagers, of whom fewer than 1 in 5 were charged.",
        [
            "arrests 40 percent (age_group=teenagers, base=arrests)",
            "people_charged <=20 percent (age_group=teenagers, base=teenagers_arrested)",
        ],
    ),
    (
        "The team arrested 90 line holders, with 88 per cent being charged.",
        ["line_holders_arrested 90 people", "line_holders_charged 88 percent (base=line_holders_arrested)"],
    ),
    (
        "Two thirds of the arrests were for assault, 18% for theft.",
        [
            "arrests 66.7 percent (base=arrests, offence=assault)",
            "arrests 18 percent (base=arrests, offence=theft)",
        ],
    ),
    (
        "Officers ran 60 operations, half of them with other forces.",
        ["operations_conducted 60 operations", "operations_conducted 50 percent (base=operations)"],
    ),
    (
        "Police safeguarded 40 people, more than half of them children.",
        ["people_safeguarded 40 people", "children_safeguarded >=50 percent (base=people_safeguarded)"],
    ),
    (
        "Seventy per cent of offenders had been arrested for violence before.",
        ["prior_arrest_rate 70 percent (base=offenders)"],
    ),
    ("Arrests are up 14% on last year.", ["change 14 percent (direction=up, of=arrests)"]),
    ("There was a 20 per cent fall in arrests.", ["change 20 percent (direction=down, of=arrests)"]),
    ("Arrests have doubled.", ["change 100 percent (direction=up, of=arrests)"]),
    ("Active lines have halved.", ["change 50 percent (direction=down, of=lines_active)"]),
    (
        "Officers made 90 arrests. That is up by 12 per cent.",
        ["arrests 90 people", "change 12 percent (direction=up, of=arrests)"],
    ),
    (
        "Officers made 73 more arrests than in the year before.",
        ["change 73 people (direction=up, of=arrests)"],
    ),
    ("Trust is up by 12 per cent.", []),
    ("Officers made 40 arrests, up from 31.", ["arrests 40 people", "arrests 31 people"]),
]
CORNERS = [
    ("- Raids, arrests and drugs worth £90", ["drugs_seized_value 90 GBP"]),
    (
        "Officers seized 80 wraps, 30 of which were heroin.",
        ["drugs_seized_count 80 wraps", "drugs_seized_count 30 wraps (drug=heroin)"],
    ),
    (
        "The bag: two cars, a search, drugs worth £90",
        ["vehicles_seized 2 items (item=car)", "drugs_seized_value 90 GBP"],
    ),
    (
        "Officers seized 80 wraps, 30 of them heroin.",
        ["drugs_seized_count 80 wraps", "drugs_seized_count 30 wraps (drug=heroin)"],
    ),
    ("Officers seized 40 knives and 12 worth £30.", ["knives_seized 40 items"]),
    ("Officers made 40 arrests, 12 relating to drugs.", ["arrests 40 people", "arrests 12 people"]),
    ("Officers made 30 visits, all at one school.", ["school_visits 30 visits"]),
    (
        "Officers visited 79 addresses, and 25 of them were in use for cuckooing.",
        ["cuckooing_visits 79 visits", "cuckooed_addresses_identified 25 addresses"],
    ),
    ("Officers seized 50 wraps, worth £400.", ["drugs_seized_count 50 wraps", "drugs_seized_value 400 GBP"]),
    ("Officers seized £3,000 worth of drugs a day.", []),
    (
        "Officers seized £400 of heroin and cocaine worth £90.",
        ["drugs_seized_value 400 GBP (drug=heroin)", "drugs_seized_value 90 GBP (drug=cocaine)"],
    ),
    ("The bag: arrests, drugs worth £90", ["drugs_seized_value 90 GBP"]),
    ("Officers seized 12 knives and", ["knives_seized 12 items"]),
    (
        "There were 184 charges for drug trafficking, including 155 charges for Class A drugs.",
        [
            "charges 184 charges (offence=drug trafficking)",
            "charges 155 charges (drug_class=A, offence=drug trafficking)",
        ],
    ),
    (
        "Two thirds of the arrests were for assault, 18% for other things.",
        ["arrests 66.7 percent (base=arrests, offence=assault)"],
    ),
    ("Twelve arrests were made. . .", ["arrests 12 people"]),
]
ALL = [*CORNERS, *NUMBERS, *HEDGES, *PEOPLE, *PROTECTION, *SEIZED, *LINES, *SHARES]


@pytest.mark.parametrize(("text", "claims"), ALL, ids=[text[:60] for text, _ in ALL])
def test_a_sentence_is_read_as(text, claims):
    assert told(text) == claims
