"""Indicators that are near in meaning and easily taken for each other, and what each counts as against the others."""

from collections.abc import Mapping

_FAMILIES: tuple[tuple[str, ...], ...] = (
    ("lines_closed", "lines_disrupted", "phones_seized"),
    ("arrests", "people_charged", "charges", "convictions"),
    ("line_holders_arrested", "line_holders_charged", "line_holders_convicted", "arrests"),
    (
        "people_safeguarded", "children_safeguarded", "adults_safeguarded", "vulnerable_people_identified",
        "people_engaged", "safeguarding_referrals", "nrm_referrals",
    ),
    ("cuckooing_visits", "cuckooed_addresses_identified", "safeguarding_visits"),
    (
        "weapons_seized", "knives_seized", "knives_surrendered_or_recovered", "firearms_seized",
        "imitation_firearms_seized",
    ),
    ("cash_seized", "assets_seized_value", "drugs_seized_value"),
    ("warrants_executed", "searches_conducted", "operations_conducted"),
)  # fmt: skip

MEANS: Mapping[str, str] = {
    "lines_closed": "a line closed has lost its holder or its number",
    "lines_disrupted": "a line disrupted may still run",
    "phones_seized": "a phone seized need not be a line's",
    "arrests": "an arrest is a person taken into custody",
    "people_charged": "a person charged counts once, whatever the charges",
    "charges": "a charge is one offence",
    "convictions": "a conviction is for those whose case has ended",
    "line_holders_arrested": "a line holder arrested ran a line",
    "line_holders_charged": "a line holder charged faces a court",
    "line_holders_convicted": "a line holder convicted was found guilty",
    "people_safeguarded": "a person safeguarded was helped",
    "children_safeguarded": "children are some of the people safeguarded",
    "adults_safeguarded": "adults are some of the people safeguarded",
    "vulnerable_people_identified": "a person identified was found at risk and perhaps not helped yet",
    "people_engaged": "a person engaged was spoken to",
    "safeguarding_referrals": "a referral hands a person on to partners",
    "nrm_referrals": "a referral to the National Referral Mechanism names a possible victim of slavery",
    "cuckooing_visits": "an address visited need not be cuckooed",
    "cuckooed_addresses_identified": "an address identified was found cuckooed",
    "safeguarding_visits": "a welfare visit may be to any home",
    "weapons_seized": "weapons are of every kind",
    "knives_seized": "knives are some of the weapons",
    "knives_surrendered_or_recovered": "knives surrendered were taken from nobody",
    "firearms_seized": "firearms can kill",
    "imitation_firearms_seized": "imitations only look like firearms",
    "cash_seized": "cash is found as money",
    "assets_seized_value": "assets are goods and accounts at their worth",
    "drugs_seized_value": "the value of drugs is an estimate",
    "warrants_executed": "a warrant is a court's leave to search one place",
    "searches_conducted": "a search may be of a person, a home or a vehicle",
    "operations_conducted": "an operation may hold many searches",
}
"""What each of these indicators counts, in words that tell it from its neighbours."""

NEAR: Mapping[str, frozenset[str]] = {
    indicator: frozenset(other for group in _FAMILIES if indicator in group for other in group) - {indicator}
    for indicator in MEANS
}
"""For each of these indicators, those that are near to it in meaning."""
