"""Turns of phrase that officers and papers use, each with what it states. All sentences and figures are invented."""

import pytest

from bulletin.read.stories import told

TURNS = [
    # who, in which clause
    ("Police arrest 34 in week of raids.", ["arrests 34 people"]),
    ("They went on to arrest 34.", ["arrests 34 people"]),
    ("49 people, children among them, were engaged with.", ["people_engaged 49 people"]),
    ("49 people, said the force, were arrested.", ["arrests 49 people"]),
    ("50 people who had been identified as vulnerable were engaged with.", ["people_engaged 50 people"]),
    ("50 people who were arrested on Monday.", ["arrests 50 people"]),
    ("50 people who were arrested, and others.", ["arrests 50 people"]),
    ("12 people from Leeds arrested.", ["arrests 12 people"]),
    ("Four boys were among those safeguarded.", ["children_safeguarded 4 people (sex=male)"]),
    ("Police raided the block, which has 48 flats.", []),
    ("Seven held as seven-force operation ends.", ["arrests 7 people"]),
    ("A man in his 30s was arrested.", []),
    ("Three teenagers, 15, 16 and 17, were arrested.", ["arrests 3 people (age_group=teenagers)"]),
    ("The two men, who are 22 and 24, were arrested.", ["arrests 2 people (sex=male)"]),
    ("Children aged between three and 12 were safeguarded.", []),
    ("The youngest of those arrested was 14.", []),
    ("13 people aged under 18 were arrested.", ["arrests 13 people (age_group=under 18)"]),
    # parts of a whole
    (
        "Officers made 27 arrests, nine of whom have since been charged.",
        ["arrests 27 people", "people_charged 9 people"],
    ),
    ("Ten of the 13 people arrested were charged.", ["people_charged 10 people", "arrests 13 people"]),
    ("Ten of the 13 were there.", []),
    ("Ten of the 13 arrests led elsewhere.", ["arrests 13 people"]),
    (
        "Six line holders were arrested, five of them charged and two convicted.",
        [
            "line_holders_arrested 6 people",
            "line_holders_charged 5 people",
            "line_holders_convicted 2 people",
        ],
    ),
    (
        "49 people were engaged with. 28 of these were adult males and 13 were women.",
        [
            "people_engaged 49 people",
            "people_engaged 28 people (age_group=adults, sex=male)",
            "people_engaged 13 people (sex=female)",
        ],
    ),
    (
        "Seven adults were referred to social services and three to health teams.",
        ["safeguarding_referrals 7 people (age_group=adults)", "safeguarding_referrals 3 people"],
    ),
    (
        "Referrals were made for two women, two men and two children.",
        [
            "safeguarding_referrals 2 people (sex=female)",
            "safeguarding_referrals 2 people (sex=male)",
            "safeguarding_referrals 2 people (age_group=children)",
        ],
    ),
    (
        "Kent Police disrupted three lines and dismantled two others.",
        ["lines_disrupted 3 lines", "lines_closed 2 lines"],
    ),
    ("Gwent closed 16 and Kent three.", ["lines_closed 16 lines", "lines_closed 3 lines"]),
    ("12 were searched and two arrested.", ["searches_conducted 12 people", "arrests 2 people"]),
    (
        "There were 80 seizures of cocaine, 69 of heroin.",
        ["drug_seizures 80 seizures (drug=cocaine)", "drug_seizures 69 seizures (drug=heroin)"],
    ),
    ("320 of them last year.", []),
    ("There were 150 the year before.", []),
    ("Of which 34 were children.", []),
    # totals
    ("The total of arrests now stands at 157.", ["arrests 157 people"]),
    ("Arrests under the scheme have surpassed 6,000.", ["arrests >=6000 people"]),
    ("Stop-searches for the whole force came to 2,305.", ["searches_conducted 2305 searches"]),
    ("Deaths in the county reached 118.", []),
    (
        "12 arrests, and so 2 arrests reached 118.",
        ["arrests 12 people", "arrests 2 people", "arrests 118 people"],
    ),
    ("Two lines were closed. That makes 17 since May.", ["lines_closed 2 lines", "lines_closed 17 lines"]),
    ("Eight people were arrested, bringing the total to 31.", ["arrests 8 people", "arrests 31 people"]),
    # lines
    ("The force knows of 15 lines currently operating in the county.", ["lines_active 15 lines"]),
    ("There are 64 active lines.", ["lines_active 64 lines"]),
    ("Officers closed 12 active lines.", ["lines_closed 12 lines"]),
    ("It is estimated that 2,000 lines are operating nationally.", []),
    ("Three lines were seized.", ["phones_seized 3 items (item=deal line handset)"]),
    ("There were 43 drug line disruptions.", ["lines_disrupted 43 lines"]),
    ("There were 206 disruptions of phone lines.", ["lines_disrupted 206 lines"]),
    ("There were 76 disruptions.", ["other_result 76 events"]),
    # jail
    ("Operation Larch put 53 offenders in jail.", ["convictions 53 people"]),
    (
        "92 line holders have been given 401 years.",
        ["line_holders_convicted 92 people", "sentence_years_total 401 years"],
    ),
    ("92 people have been seen for 401 days.", []),
    (
        "Two men were given eight years between them.",
        ["convictions 2 people (sex=male)", "sentence_years_total 8 years"],
    ),
    (
        "Three men were jailed for 32 years.",
        ["convictions 3 people (sex=male)", "sentence_years_total 32 years"],
    ),
    ("Three men were jailed for six years each.", ["convictions 3 people (sex=male)"]),
    ("Sentences add up to 112 years, four months.", ["sentence_years_total 112.3333 years"]),
    # aims and what came of them
    ("Against a target of 2,000 lines, 2,734 have been closed.", ["lines_closed 2734 lines"]),
    ("Police pledged to close 50 lines and so far 31 have gone.", ["lines_closed 31 lines"]),
    ("Our target is 150 lines closed and 1,000 people safeguarded.", []),
    ("The force aims to visit 100 schools and close 25 lines.", []),
    ("The promise for 2025: 50 warrants.", []),
    ("Target beaten: 2,100 lines closed.", ["lines_closed 2100 lines"]),
    ("Of those, 80 per cent of those arrested are expected to be charged.", []),
    ("Twelve people await trial.", []),
    ("Operation Target seized 12 knives.", ["knives_seized 12 items"]),
    # shares and changes
    ("Police shut down 10 per cent of the phone lines.", ["lines_closed 10 percent (base=phone_line)"]),
    ("10 per cent of the phone lines are old.", []),
    (
        "1,300 lines (65 per cent) were closed.",
        ["lines_closed 1300 lines", "lines_closed 65 percent (base=unstated)"],
    ),
    ("The workforce has grown by 1,670 staff.", []),
    ("Police brought knife crime down by 7 per cent.", ["change 7 percent (direction=down, of=knife crime)"]),
    ("Robbery fell in the county by 7 per cent.", ["change 7 percent (direction=down, of=robbery)"]),
    ("But there, by 7 per cent.", []),
    ("Gang suspects arrested: up by 35%.", ["change 35 percent (direction=up, of=arrests)"]),
    ("Compared with March, 14 more people were arrested.", ["change 14 people (direction=up, of=people)"]),
    (
        "Police closed 42 lines in 2024, eight more than in 2023.",
        ["lines_closed 42 lines", "change 8 lines (direction=up, of=lines_closed)"],
    ),
    # money and offences
    ("Officers recovered over 30k in cash.", ["cash_seized >=30000 GBP"]),
    (
        "Police seized £140k worth of cash and drugs.",
        ["assets_seized_value 140000 GBP (item=drugs and cash)"],
    ),
    ("The estimated street value of what police seized was £83,350.", ["drugs_seized_value 83350 GBP"]),
    ("They had £1.5m confiscated under the Proceeds of Crime Act.", ["assets_seized_value 1500000 GBP"]),
    (
        "£330,000 of drugs were seized, the average drug seizure being worth £2,200.",
        ["drugs_seized_value 330000 GBP"],
    ),
    (
        "Police seized 90 plants at a value of £800.",
        ["drugs_seized_count 90 plants (drug=cannabis)", "drugs_seized_value 800 GBP (drug=cannabis)"],
    ),
    ("Police seized £200 of Class 'A' and 'B' drugs.", ["drugs_seized_value 200 GBP (drug_class=A+B)"]),
    (
        "Ten people were charged with conspiracy to supply Class A drugs.",
        ["people_charged 10 people (drug_class=A, offence=conspiracy to supply)"],
    ),
    (
        "Ten were arrested for possession of Class A drugs with intent to supply.",
        ["arrests 10 people (drug_class=A, offence=possession with intent to supply)"],
    ),
    (
        "150 people were charged with offences related to drugs.",
        ["people_charged 150 people (offence=drug offences)"],
    ),
    ("46 people were arrested in a drug dealing crackdown.", ["arrests 46 people"]),
    ("3,000 members of the public were engaged with.", ["people_engaged 3000 people"]),
    ("3,000 residents were engaged with.", ["people_engaged 3000 people (age_group=residents)"]),
    # tables whose cells have lines of their own
    (
        "The week\n\nPersons arrested\n33\nLines closed\n4\n",
        ["arrests 33 people", "lines_closed 4 lines"],
    ),
    (
        "The week\n\n222\narrests\n77\nlines closed\n",
        ["arrests 222 people", "lines_closed 77 lines"],
    ),
    (
        "Cocaine |\n460.5g |\nHeroin |\n25g |\n",
        ["drugs_seized_weight 460.5 g (drug=cocaine)", "drugs_seized_weight 25 g (drug=heroin)"],
    ),
    ("Week of action\n\n33\n\nIn short\n", []),
    (
        "Arrests 64\nof which drug supply 39\n",
        ["arrests 64 people", "arrests 39 people (offence=drug supply)"],
    ),
    (
        "Results: arrests 24 (+9), warrants 11, lines closed 4.",
        ["arrests 24 people", "warrants_executed 11 warrants", "lines_closed 4 lines"],
    ),
    ("Of 12 towns the worst, by 7 per cent.", []),
    ("50 people who were arrested moving drugs were charged.", ["people_charged 50 people"]),
    ("Ten of the 27 arrests have since been charged.", ["people_charged 10 people", "arrests 27 people"]),
    ("Officers visited 10 per cent of the lines.", []),
    ("Arrest 34 people.", ["arrests 34 people"]),
    ("In 12 towns one arrest", ["arrests 1 people"]),
    (
        "Police helped bring down knife crime by 7 per cent.",
        ["change 7 percent (direction=down, of=knife crime)"],
    ),
    ("50 people who were arrested on Monday bought drugs.", ["arrests 50 people"]),
    # people by role and group
    ("Officers went to 12 schools.", ["school_visits 12 schools"]),
    ("Safeguarding visits to 20 people were made.", ["safeguarding_visits 20 visits"]),
    ("Visits were paid to 861 cuckooed addresses.", ["cuckooing_visits 861 visits"]),
    (
        "Visits were paid to seven addresses where it was thought there might be cuckooing, by officers.",
        ["cuckooing_visits 7 visits"],
    ),
    ("Officers searched 12 properties.", ["searches_conducted 12 premises"]),
    ("Support was offered to 200 drug users.", ["people_safeguarded 200 people"]),
    ("1.551 people were engaged with.", ["people_engaged 1551 people"]),
    ("40-plus arrests were made.", ["arrests >=40 people"]),
    ("Officers made c.50 arrests.", ["arrests ~50 people"]),
    ("5 x section 23 warrants were executed.", ["warrants_executed 5 warrants"]),
    ("Three arrests PWITS Class A.", ["arrests 3 people (offence=possession with intent to supply)"]),
    ("Five fast-time searches were made.", ["searches_conducted 5 searches"]),
    ("One seizure can be a small amount.", []),
    ("22 arrests, with one charged since.", ["arrests 22 people", "people_charged 1 people"]),
]


@pytest.mark.parametrize(("text", "claims"), TURNS, ids=[text[:60] for text, _ in TURNS])
def test_a_turn_of_phrase_is_read_as(text: str, claims: list[str]) -> None:
    assert told(text) == claims
