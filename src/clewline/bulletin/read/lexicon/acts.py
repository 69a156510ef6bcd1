"""Verbs of police work: what was done. A new wording is one entry here; those of care are in `acts_of_care.py`."""

from clewline.bulletin.read.lexicon.act import Acts, acting

ACTS: Acts = {}
act = acting(ACTS)

act(
    "arrest",
    """
    arrested, arresting, detained, detaining, nicked, nabbed, apprehended, taken into custody,
    locked up, rounded up, collared, arrest of, arrests of, the arrest of, the arrests of, snared, netted,
    cuffed, re arrested, rearrested, arrested and charged
""",
)
act("arrest conduct", "held")
act("surrender arrest", "taken in")
act("arrest close seize", "bust, busts, busted, busting")
act("sentence", "prison for, jail for")
act("arrest seize", "caught, picked up, catching")
act(
    "charge",
    """
    arrest and charge of, the arrest and charge of, arrest and charging of, charged, charging, put before
    the court, put before the courts, prosecuted, charges against, charged and remanded, indicted, the
    charging of, arrested then charged
""",
)
act(
    "convict",
    """
    convicted, convicting, found guilty, were found guilty, was found guilty, conviction of, convictions
    of, brought to justice
""",
)
act(
    "sentence",
    """
    jailed, sentenced, imprisoned, sent to prison, sent to jail, put away, sentencing, handed, jail, jailing
""",
)
act("release", "released under investigation, rui", note="released under investigation")
act(
    "release",
    """
    released on bail, bailed, on bail, on police bail, freed on bail, freed on police bail, released on
    police bail, released on conditional bail, police bail, bailed pending
""",
    note="released on bail",
)
act("release", "released without charge", note="released without charge")
act(
    "release",
    """
    no further action, nfa, face no further action, facing no further action, faces no further action,
    released with no further action, nfa'd
""",
    subject=True,
    note="no further action",
)
act("release", "released, released pending, freed")
act(
    "caution",
    """
    cautioned, given cautions, given a caution, summonsed, recalled, reported for summons, given community
    resolutions, given community resolution, issued with community resolutions
""",
)
act("remand", "remanded, remanded in custody, remanded into custody, remanded by magistrates")
act(
    "close",
    """
    closed, closing, close, closing down, cut, shut, shut down, shutting down, shuts, shuts down,
    shutting, dismantled, dismantling, dismantle, dismantles, taken out, broken up, breaking up, broke up,
    smashed, taken down, taking down, took down, takes down, take down, brings down, bring down, bringing
    down, took out, taking out, taken offline, deactivated, brought down, out of action, gone, closure of,
    the closure of, closures of, cut off, switched off, shutdown of, stamped out, the shutting down of,
    dismantlement of, severed, eliminated, wiped out, closed down, traced and closed, identified and
    closed, taken over and closed, ended, ending, disbanded, the dismantling of, breaking, broke, torn
    down, tore down, tearing down, smash, smashes, smashing, dismembered, removed and closed, seized and
    closed, closed and seized, being closed, closures, rendered inactive
""",
)
act(
    "disrupt",
    """
    disrupted, disrupting, disruption of, the disruption of, disrupts, disruption to,
    disruption, disrupt, weakened, targeted and disrupted
""",
)
act(
    "recover seize",
    """
    recovered, recovering, recovery of, recovers, recover, were recovered
""",
)
act(
    "surrender",
    """
    seized or handed in, seized and handed in, seized or surrendered, surrendered or seized, seized and
    surrendered, handed in or seized, handed in or recovered, recovered or surrendered, surrendered and
    seized, handed in and seized, handed in or found, seized or recovered in sweeps
""",
)
act(
    "disrupt",
    """
    closed or disrupted, disrupted or closed, closed and disrupted, disrupted and closed
""",
)
act(
    "seize",
    """
    seized, seizing, seizes, seize, seizure of, the seizure of, seizures of, confiscated, confiscating,
    confiscation of, discovered, discovering, discovery of, uncovered, uncovering, haul, the haul, hauled,
    intercepted, intercepting, impounded, retrieved, unearthed, took possession of, took possession, in
    their possession, seized from, stash of, stash, sniffed out, sniffing out, confiscated from, stuffed, stashed,
    concealed, cache of, swept up, located, locating, locate, got hold of, restrained, restraining,
    frozen, detained cash, bagged, bagged up, stripped, stripped from, netted from, forfeited, forfeiture
    of, seized and destroyed, destroyed, handed over, get off the streets, totalled, totalling, amounted
    to, yielded, hidden, in possession of, hauls, forfeited, forfeit
""",
)
act("seize identify close", "found, finding, find, finds, turned up, were found")
act("close seize arrest", "taken, took, taking, takes")
act("close recover seize safeguard", "removed, removing, remove, removal of, removes")
act("recover seize", "removed from the streets, removed from circulation")
act(
    "surrender",
    """
    surrendered, gave up, handed in, handed into police, found in sweeps, recovered in sweeps, deposited, amnesty
    bins, handed over in, surrendered or found, surrendered and recovered, surrendered or recovered, found
    or surrendered, given up, binned, turned in
""",
)
act(
    "surrender",
    """
    surrender bins, into surrender bins, dropped into, dropped in, left in the bins, in the bins, bins took,
    into bins, in knife bins, from knife bins, into knife bins, in amnesty bins, into amnesty bins, turned
    up in, found in sweeps, in sweeps, amnesty, knife bins
""",
    subject=True,
)
act("stop", "stopped, pulled over, stopping")
act(
    "search",
    """
    searched, searching, screened, scanned, raided, raiding, stop searched, raids on, raids at, searches
    of, searches at, searches on, raid on, raid at, swooped on, stopped and searched, stop and searched,
    stormed, swooping on, entered, descended on
""",
)
act(
    "conduct",
    """
    executed, executing, carried out, carrying out, conducted, conducting, made, making, make, mounted,
    mounting, delivered, delivering, given, gave, giving, performed, took place, taken place, undertaken,
    undertook, undertaking, staged, completed, completing, run, ran, running, paid, secured, securing,
    authorised, brought, laid, submitted, submitting, led to, led, logged, recorded, recording, resulted
    in, resulting in, have had, received, held across, hosted, hosting, organised, attended to, obtained,
    obtaining, generated, accounted for, accounting for, responsible for, put in, sent, placed, put on,
    leading to, achieved, achieving
""",
)
act(
    "charge",
    """
    face, facing, faces, now face, now facing, appeared in court, appear in court, appeared before, due in
    court, in court, before the courts
""",
    subject=True,
)
act("convict", "pleaded guilty, admitted, pleading guilty", subject=True)
act("arrest", "under arrest, into custody, in handcuffs, in cells, in the cells", subject=True)
act("custody arrest", "in custody, in police custody", subject=True)
act("custody", "remain in custody, remains in custody, remained in custody, still in custody", subject=True)
act(
    "sentence",
    "behind bars, years behind bars, in jail, in prison, caged, banged up, went to prison, sent down",
    subject=True,
)
act(
    "close",
    """
    no longer operating, no longer operated, no longer active, no longer ringing, no longer in use, silenced,
    out of business, out of operation, put out of business, out of
    action
""",
    subject=True,
)
act(
    "recover seize",
    """
    in police hands, off the streets, off our streets, off the street, out of circulation, taken off the
    streets
""",
    subject=True,
)
act(
    "carry",
    """
    went through, passed through, shipped, dispatched, peddled, sale of, the sale of, sales of, the supply
    of, trafficking of, importation of, the importation of, distribution of, the distribution of, moved,
    transported, transporting, carrying, sold, selling, sell, sells, supplied, supplying, supply, dealt,
    dealing, trafficked, trafficking, smuggled, smuggling, smuggle, conspired, bought, buying, stole,
    stealing, stolen, advertised, imported, importing, pocketed, laundered, laundering, produced,
    producing, profits of, made from, earning, earned, flooded, offered drugs, distributed, distributing,
    spent, spending, sending out, sent out
""",
)
