"""Verbs of a bulletin: what was done. A new wording is one entry here.

An entry may name several acts, the likeliest first; `meanings.py` takes the first that goes with what
is counted.
"""

from clewline.bulletin.read.lexicon.entry import Entry, listed

ACTS: dict[tuple[str, ...], Entry] = {}


def _act(acts: str, phrases: str, *, subject: bool = False, **said: str) -> None:
    """Enter phrases of acts; with `subject`, what stands before them has it done, without `were`: `face
    charges`."""
    kind = "subject" if subject else ""
    entry = Entry(tag="act", kind=kind, acts=tuple(acts.split()), said=tuple(sorted(said.items())))
    ACTS.update(dict.fromkeys(listed(phrases), entry))


_act(
    "arrest",
    """
    arrested, arresting, detained, detaining, nicked, nabbed, apprehended, taken into custody,
    locked up, rounded up, collared, arrest of, arrests of, the arrest of, the arrests of, snared, netted,
    cuffed, busted, re arrested, rearrested, arrested and charged
""",
)
_act("arrest conduct", "held")
_act("surrender arrest", "taken in")
_act("arrest seize", "bust, busts")
_act("sentence", "prison for, jail for")
_act("arrest seize", "caught, picked up, catching")
_act(
    "charge",
    """
    arrest and charge of, the arrest and charge of, arrest and charging of, charged, charging, put before
    the court, put before the courts, prosecuted, charges against, charged and remanded, indicted, the
    charging of, arrested then charged
""",
)
_act(
    "convict",
    """
    convicted, convicting, found guilty, were found guilty, was found guilty, conviction of, convictions
    of, brought to justice
""",
)
_act(
    "sentence",
    """
    jailed, sentenced, imprisoned, sent to prison, sent to jail, put away, sentencing, handed, jail, jailing
""",
)
_act("release", "released under investigation, rui", note="released under investigation")
_act(
    "release",
    """
    released on bail, bailed, on bail, on police bail, freed on bail, freed on police bail, released on
    police bail, released on conditional bail, police bail, bailed pending
""",
    note="released on bail",
)
_act("release", "released without charge", note="released without charge")
_act(
    "release",
    """
    no further action, nfa, face no further action, facing no further action, faces no further action,
    released with no further action, nfa'd
""",
    subject=True,
    note="no further action",
)
_act("release", "released, released pending, freed")
_act(
    "caution",
    """
    cautioned, given cautions, given a caution, summonsed, recalled, reported for summons, given community
    resolutions, given community resolution, issued with community resolutions
""",
)
_act("remand", "remanded, remanded in custody, remanded into custody, remanded by magistrates")
_act(
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
_act(
    "disrupt",
    """
    disrupted, disrupting, disruption of, the disruption of, disrupts, disruption to,
    disruption, disrupt, weakened, targeted and disrupted
""",
)
_act(
    "recover seize",
    """
    recovered, recovering, recovery of, recovers, recover, were recovered
""",
)
_act(
    "surrender",
    """
    seized or handed in, seized and handed in, seized or surrendered, surrendered or seized, seized and
    surrendered, handed in or seized, handed in or recovered, recovered or surrendered, surrendered and
    seized, handed in and seized, handed in or found, seized or recovered in sweeps
""",
)
_act(
    "disrupt",
    """
    closed or disrupted, disrupted or closed, closed and disrupted, disrupted and closed
""",
)
_act(
    "seize",
    """
    seized, seizing, seizes, seize, seizure of, the seizure of, seizures of, confiscated, confiscating,
    confiscation of, discovered, discovering, discovery of, uncovered, uncovering, haul, the haul, hauled,
    intercepted, intercepting, impounded, retrieved, unearthed, took possession of, took possession, in
    their possession, seized from, stash of, stash, sniffed out, sniffing out, stuffed, stashed,
    concealed, cache of, swept up, located, locating, locate, got hold of, restrained, restraining,
    frozen, detained cash, bagged, bagged up, stripped, stripped from, netted from, forfeited, forfeiture
    of, seized and destroyed, destroyed, handed over, get off the streets, totalled, totalling, amounted
    to, yielded, hidden, in possession of, hauls, forfeited, forfeit
""",
)
_act("seize identify close", "found, finding, find, finds, turned up, were found")
_act("close seize arrest", "taken, took, taking, takes")
_act("close recover seize safeguard", "removed, removing, remove, removal of, removes")
_act("recover seize", "removed from the streets, removed from circulation")
_act(
    "surrender",
    """
    surrendered, gave up, handed in, handed into police, found in sweeps, recovered in sweeps, deposited, amnesty
    bins, handed over in, surrendered or found, surrendered and recovered, surrendered or recovered, found
    or surrendered, given up, binned, turned in
""",
)
_act(
    "surrender",
    """
    surrender bins, into surrender bins, dropped into, dropped in, left in the bins, in the bins, bins took,
    into bins, in knife bins, from knife bins, into knife bins, in amnesty bins, into amnesty bins, turned
    up in, found in sweeps, in sweeps, amnesty, knife bins
""",
    subject=True,
)
_act(
    "safeguard",
    """
    safeguarded, safeguarding, out of harm's way, out of harm, taken to places of safety, to a place of
    safety, places of safety, place of safety, taken into safe hands, in safe hands, to a reception
    centre, somewhere safe, given protection, put under protection, removed to safety, removed from
    danger, removed from risk, protected, protecting, made safe, taken to safety, to safety, removed from
    harm, supported, supporting, rescued, rescuing, rescue, rescues, moved to safety, brought to safety,
    safeguarding action, safeguarding of, the safeguarding of, protection of, safeguarding support,
    safeguards, taken into protection, offered help, given help, support was offered to, help was offered
    to, support offered to, support given to, support provided to, help offered to, provided with support,
    offered safeguarding, saved, saving, helped, helping, safeguarding measures, protective measures, kept
    safe, safeguarding interventions, put in place safeguarding, made subject to safeguarding, offered
    safeguarding support, measures to safeguard, protect, safeguard, taken into care, placed in care, put
    into care, police protection, steps to safeguard
""",
)
_act(
    "refer",
    """
    referred, referring, offered a referral, referred for safeguarding, referred for support, referrals for,
    referral of, referred to support, referred to partners, referred to social services, referred to
    children's services, signposted, referred to agencies, refers, referred on, referred into
""",
)
_act(
    "nrm",
    """
    national referral mechanism, nrm, nrm process, entered into the nrm, entered into the national referral
    mechanism, put into the nrm, placed into the nrm, put through the nrm
""",
    subject=True,
)
_act(
    "nrm",
    """
    referred as possible victims, referred as potential victims, referred as suspected victims, referred as a
    possible victim, referred as a potential victim
""",
)
_act(
    "engage",
    """
    engaged, engaged with, engaging, engaging with, spoken to, spoken with, spoke to, spoke with, speaking
    to, speaking with, reached, reaching, reach, given advice, advised, briefed, trained, taught, attended
    by, talked to, talking to, educated, educating, delivered to, given talks, contacted, approached,
    handed leaflets, interacted with, chatted to, met with, engagement with, engagements with, stopped and
    spoken to, raise awareness with, took part in sessions, taking part, took part, take part, taken part,
    attended, addressed, informed, conversations with, given crime prevention advice, presented to,
    presentations to, talks to, inputs to, met, engage with, engage, spoke, training, delivering to,
    awareness among, given to, brought to, given out to, distributed to
""",
)
_act(
    "identify",
    """
    identified, identifying, identified as, recognised, deemed, flagged, identification of, highlighted,
    recognised as, established, revealed
""",
)
_act(
    "identify",
    """
    confirmed as cuckooed, found to be cuckooed, were being cuckooed, had been cuckooed, been cuckooed,
    identified as cuckooed, being cuckooed, found cuckooed, confirmed as being cuckooed, found to have been
    cuckooed, been taken over
""",
    subject=True,
)
_act("stop", "stopped, pulled over, stopping")
_act(
    "visit engage",
    """
    visited, visiting, visits to, went to, called at, called on, calling at, calling on, knocked on, checked,
    checking, checks on, checks at, visited by, dropped in on, paid visits to, visit, visits made to, checks
    were made at, checks made at, attended at, welfare checks at, visits at, checks to, cuckooing visits to,
    visits on
""",
)
_act(
    "search",
    """
    searched, searching, screened, scanned, raided, raiding, stop searched, raids on, raids at, searches
    of, searches at, searches on, raid on, raid at, swooped on, stopped and searched, stop and searched,
    stormed, swooping on, entered, descended on
""",
)
_act(
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
_act(
    "charge",
    """
    face, facing, faces, now face, now facing, appeared in court, appear in court, appeared before, due in
    court, in court, before the courts
""",
    subject=True,
)
_act("convict", "pleaded guilty, admitted, pleading guilty", subject=True)
_act("arrest", "under arrest, into custody, in handcuffs, in cells, in the cells", subject=True)
_act("custody arrest", "in custody, in police custody", subject=True)
_act("custody", "remain in custody, remains in custody, remained in custody, still in custody", subject=True)
_act(
    "sentence",
    "behind bars, years behind bars, in jail, in prison, caged, banged up, went to prison, sent down",
    subject=True,
)
_act(
    "safeguard",
    """
    received support, needing safeguarding, received care, received care and support, received safeguarding,
    offered support, given support, getting support, receiving support, in need of safeguarding, needed
    safeguarding, require safeguarding, requiring safeguarding, now safe
""",
    subject=True,
)
_act(
    "engage",
    """
    received training, received inputs, received a talk, received an input, heard, took part in sessions,
    attended sessions
""",
    subject=True,
)
_act(
    "close",
    """
    no longer operating, no longer operated, no longer active, no longer ringing, no longer in use, silenced,
    out of business, out of operation, put out of business, out of
    action
""",
    subject=True,
)
_act(
    "recover seize",
    """
    in police hands, off the streets, off our streets, off the street, out of circulation, taken off the
    streets
""",
    subject=True,
)
_act(
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

BASES = {
    "arrest": ACTS[("arrested",)],
    "charge": ACTS[("charged",)],
    "search": ACTS[("searched",)],
    "visit": ACTS[("visited",)],
    "raid": ACTS[("raided",)],
}
"""Acts whose plain verb is also a noun, by that verb."""
