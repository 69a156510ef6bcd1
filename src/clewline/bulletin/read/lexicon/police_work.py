"""Arrests, charges, lines, warrants and searches as bulletins name them. A new wording is one entry here."""

from clewline.bulletin.read.lexicon.entry import names
from clewline.bulletin.read.lexicon.thing import Things, entering

THINGS: Things = {}
thing = entering(THINGS)

# ---- the law
thing("arrest", "arrests, drug arrests, arrest, detentions")
thing(
    "charge",
    """
    charges, offences, counts, criminal charges, separate offences
""",
)
thing(
    "conviction",
    """
    convictions, guilty pleas, successful prosecutions, guilty verdicts
""",
)
thing("charging", "people charged", acts="charge")
thing(
    "years",
    """
    years, year, years in prison, years' imprisonment, years behind bars, years in jail, years of
    imprisonment, years of prison sentences, years of prison time, years of custody, years of jail time, years of
    prison, years of sentences, years worth of sentences, years worth of prison sentences, years of jail,
    years worth of jail time, years worth of prison time
""",
)
thing("offence", "drug trafficking, drugs trafficking", head=False, offence="drug trafficking")
thing(
    "offence",
    """
    drug supply, supplying drugs, supply of drugs, drugs supply, supply of class a drugs
""",
    head=False,
    offence="drug supply",
)
thing(
    "offence",
    """
    modern slavery, modern day slavery, modern slavery act, human trafficking
""",
    head=False,
    offence="modern slavery",
)
thing(
    "offence",
    """
    knife crime, knife enabled, knife related, bladed article offences
""",
    head=False,
    offence="knife crime",
)
thing("offence", "firearms offences, firearm offences", head=False, offence="firearms")
thing("offence", "money laundering", head=False, offence="money laundering")
thing(
    "offence",
    """
    drug offences, drugs offences, drug related offences, drug related, drugs related
""",
    head=False,
    offence="drug offences",
)
thing(
    "offence",
    "possession of an offensive weapon, possession of offensive weapons, possessing an offensive weapon",
    head=False,
    offence="possession of an offensive weapon",
)
thing(
    "offence",
    "possession of a knife, possession of knives, possession of a bladed article, possessing a knife, "
    "possession of bladed articles, carrying a knife",
    head=False,
    offence="knife possession",
)
thing(
    "offence",
    "possession of drugs, possessing drugs, possession of class a drugs, possession of cannabis",
    head=False,
    offence="drug possession",
)
thing(
    "offence",
    """
    possession with intent to supply, possession with intent, pwits, possession of drugs with intent to supply,
    possession of a controlled drug with intent to supply, possession of class a drugs with intent to supply,
    possession of controlled drugs with intent to supply, possessing drugs with intent to supply, possession of
    class b drugs with intent to supply, possessing class a drugs with intent to supply
""",
    head=False,
    offence="possession with intent to supply",
)
thing(
    "offence",
    """
    conspiracy to supply, conspiring to supply, conspiracy to supply drugs
""",
    head=False,
    offence="conspiracy to supply",
)
thing(
    "offence",
    "being concerned in the supply, being concerned in supply, concerned in the supply",
    head=False,
    offence="drug supply",
)
for _offence in names("""
    drink driving, drug driving, theft, shoplifting, burglary, robbery, assault, public order, immigration,
    criminal damage, affray, fraud, kidnap, murder, attempted murder, going equipped, retail crime,
    poaching, serious violence, anti social behaviour, domestic abuse, sexual offences, weapons offences,
    speeding, vehicle crime, handling stolen goods, drug possession, drug dealing, importation, trafficking
"""):
    thing(
        "offence",
        f"{_offence}, {_offence} offences",
        head=False,
        offence=_offence.replace("drink driving", "drink-driving")
        .replace("drug driving", "drug-driving")
        .replace("anti social", "anti-social"),
    )

# ---- lines
thing(
    "line",
    """
    lines, county lines, county line, drug lines, drugs lines, deal lines, drug dealing lines, networks,
    county lines networks, county line networks, drug networks, county lines drug networks, drugs
    networks, gang lines, county lines phone lines, county line phone lines, phone networks, drug supply
    lines, drug phone lines, dedicated drug lines, dealer lines, drug supply networks, drug dealing
    networks, county lines operations, county lines gangs, organised crime groups, crime groups, gangs,
    drug gangs, organised crime gangs, county lines groups, groups, ocgs, drug dealing operations, drug
    operations, drugs operations, county lines drug operations, county lines drugs operations, supply
    lines, drug dealer lines, drug lines numbers
""",
)

thing("phone line", "phone lines, mobile phone lines, telephone lines")

# ---- police work
thing(
    "warrant",
    """
    warrants, search warrants, drug warrants, drugs warrants, section 23 warrants, misuse of drugs act
    warrants, raids, drug raids, house raids, s23 warrants, dawn raids, arrest warrants, warrants executed
""",
)
thing(
    "search",
    """
    searches, stop and search checks, stop search checks, stop searches, stop and searches, stops and
    searches, stop and search, stops, property searches,  section 60 searches,
    house searches, weapon sweeps, weapons sweeps, knife sweeps, sweeps, open land searches, stop checks,
    vehicle stops, traffic stops
""",
)
thing(
    "operation",
    """
    operations, joint operations, deployments, policing operations, disruptions operations
""",
)
thing(
    "hours",
    """
    hours of patrol, hours of foot patrol, hours on foot patrol, hours of high visibility patrol, hours of
    proactive patrol, hours of hotspot patrol, hours of patrols, hours of patrolling, patrol hours, hours
    patrolling, officer hours
""",
)
thing("disruption", "disruptions")
thing(
    "disruption",
    "line disruptions, drug line disruptions, county line disruptions, county lines disruptions",
    acts="disrupt",
)
thing("prison", "prisons")
thing("cell", "cells")
thing(
    "offence",
    "possession of a firearm, possession of firearms, possession of a firearm with intent",
    head=False,
    offence="firearm possession",
)
