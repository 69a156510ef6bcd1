"""What numbers, hedges and shares of a bulletin are read as. All sentences and figures are invented."""

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
ALL = [*NUMBERS, *HEDGES, *SHARES, *CORNERS]


@pytest.mark.parametrize(("text", "claims"), ALL, ids=[text[:60] for text, _ in ALL])
def test_a_sentence_is_read_as(text, claims):
    assert told(text) == claims
