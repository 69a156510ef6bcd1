"""Verbs of protection and engagement: whom the work helped, met or found at risk. A new wording is one entry here."""

from clewline.bulletin.read.lexicon.act import Acts, acting

ACTS: Acts = {}
act = acting(ACTS)

act(
    "safeguard",
    """
    safeguarded, visited and safeguarded, safeguarding, out of harm's way, out of harm, taken to places of
    safety, to a place of safety, places of safety, place of safety, taken into safe hands, in safe hands,
    to a reception centre, somewhere safe, given protection, put under protection, removed to safety,
    removed from danger, removed from risk, protected, protecting, made safe, taken to safety, to safety,
    removed from harm, supported, supporting, rescued, rescuing, rescue, rescues, moved to safety, brought
    to safety, safeguarding action, safeguarding of, the safeguarding of, protection of, safeguarding
    support, safeguards, taken into protection, offered help, given help, support was offered to, help was
    offered to, support offered to, support given to, support provided to, help offered to, provided with
    support, offered safeguarding, saved, saving, helped, helping, safeguarding measures, protective
    measures, kept safe, safeguarding interventions, put in place safeguarding, made subject to
    safeguarding, offered safeguarding support, measures to safeguard, protect, safeguard, taken into
    care, placed in care, put into care, police protection, steps to safeguard
""",
)
act(
    "refer",
    """
    referred, referring, offered a referral, referred for safeguarding, referred for support, referrals for,
    referral of, referred to support, referred to partners, referred to social services, referred to
    children's services, signposted, referred to agencies, refers, referred on, referred into
""",
)
act(
    "nrm",
    """
    national referral mechanism, nrm, nrm process, entered into the nrm, entered into the national referral
    mechanism, put into the nrm, placed into the nrm, put through the nrm
""",
    subject=True,
)
act(
    "nrm",
    """
    referred as possible victims, referred as potential victims, referred as suspected victims, referred as a
    possible victim, referred as a potential victim
""",
)
act(
    "engage",
    """
    engaged, engaged for safeguarding, engaged for safeguarding purposes, engaged for the purposes of
    safeguarding, engaged in safeguarding, engaged for safeguarding reasons, engaged with, engaging,
    engaging with, spoken to, spoken with, spoke to, spoke with, speaking to, speaking with, reached,
    reached out to, reaching out to, reaching, reach, given advice, advised, briefed, trained, taught,
    attended by, talked to, talking to, educated, educating, delivered to, given talks, contacted,
    approached, handed leaflets, interacted with, chatted to, met with, engagement with, engagements with,
    stopped and spoken to, raise awareness with, took part in sessions, taking part, took part, take part,
    taken part, attended, addressed, informed, conversations with, given crime prevention advice,
    presented to, presentations to, talks to, inputs to, met, engage with, engage, spoke, training,
    delivering to, awareness among, given to, brought to, given out to, distributed to
""",
)
act(
    "identify",
    """
    identified, identifying, identified as, recognised, deemed, flagged, identification of, highlighted,
    recognised as, established, revealed
""",
)
act(
    "identify",
    """
    confirmed as cuckooed, found to be cuckooed, were being cuckooed, had been cuckooed, been cuckooed,
    identified as cuckooed, being cuckooed, found cuckooed, confirmed as being cuckooed, found to have been
    cuckooed, been taken over
""",
    subject=True,
)
act(
    "visit engage",
    """
    visited, visiting, visits to, went to,
    called at, called on, calling at, calling on, knocked on, checked, checking, checks on, checks at,
    visited by, dropped in on, paid visits to, visit, visits made to, checks were made at, checks made at,
    attended at, welfare checks at, visits at, checks to, cuckooing visits to, visits on
""",
)
act(
    "safeguard",
    """
    received support, needing safeguarding, received care, received care and support, received safeguarding,
    offered support, given support, getting support, receiving support, in need of safeguarding, needed
    safeguarding, require safeguarding, requiring safeguarding, now safe
""",
    subject=True,
)
act(
    "engage",
    """
    received training, received inputs, received a talk, received an input, heard, took part in sessions,
    attended sessions
""",
    subject=True,
)
act("visit engage", "had a visit, had visits, received a visit, received visits", subject=True)
