"""What is assumed of the made-up protecting: shares of people and delays in days, in one place.

Where a public source gives a number, it is named. All else is assumed so that every path has somebody on it, and says
nothing about any real force, partner or child.
"""

HELPED_FIRST = 0.9
"""Of children who were met, those whom the hub itself supports first; of the others it is written down that they did
not want what they were offered."""
FIRST_HELP = (((0, 0), 20), ((1, 7), 55), ((8, 28), 20), ((29, 40), 5))
"""Days from meeting a child to that support, from and to, and how often."""
REFERRED_OF_CHILDREN_ARRESTED = 0.3
"""Of children arrested, those referred to the National Referral Mechanism, beside those of whom the consideration of
section 45 says so."""
REFERRED_OF_YOUNG_ARRESTED = 0.05
"""The same of those arrested at 18 or 19, whether they agree or refuse and it is reported without their name."""
REFERRED_WITHIN = 10
"""Days from the arrest to that referral, and from a meeting to an offer."""

SIGNS_OF_CHILDREN = 0.7
"""Of children whom the safeguarding system holds, those of whom somebody wrote down signs."""
SIGNS_OF_ADULTS = 0.3
MOST_SIGNS = 3
"""Signs written down of one person; nobody adds them up."""
STATUS_WITHIN = 6
"""Days from the first sign until a named person says what somebody is."""
STATUSES_OF_CHILDREN = (("PV", 82), ("VIC", 10), ("NC", 8))
STATUSES_OF_ADULTS = (("PV", 65), ("VIC", 15), ("NC", 20))

MISSING = 0.2
"""Of children, those who were missing once; whoever was missing again is a planted fault."""
LONGEST_MISSING = 9
"""Days from being missing to being found."""
INTERVIEW_HOURS = 72
"""Hours from being found within which a return interview is held (Department for Education, 2014, as
docest.com/doc/205553 has it). Two days later is within them whatever the clock says."""
INTERVIEW_LATE = (5, 12)
"""Days after which a late interview is held."""

REASONABLE_GROUNDS = (2, 9)
"""Days to the reasonable-grounds decision: five working days where possible (Home Office guidance, as
`reference/duties.csv` has it), and so now and then more."""
REASONABLE_POSITIVE = 0.88
CONCLUSIVE_EARLIEST = (45, 30)
"""Days from the first decision before which there is no conclusive one: 45 until 12 December 2022 and 30 since (Hansard
of 13 December 2022, and Home Office guidance)."""
CONCLUSIVE_LONGEST = 420
"""Days from the first decision to the last conclusive one; the guidance has no target."""
CONCLUSIVE_POSITIVE = 0.85
BY_PANEL = 0.1
"""Of children's conclusive decisions, those by a child decision panel; there were 20 sites in 2023 (yjlc.uk)."""

ASKED_FIRST = 0.1
"""Of referrals that a partner accepts, those of which it asks something first, and is answered."""
ACCEPTED = 0.84
ANSWER_WITHIN = 7
HELPED = 0.85
"""Of referrals that were accepted, those for which the partner wrote down what it did."""
HELP_WITHIN = 40
WORK_ENDED = 0.5
WORK_LASTS = (60, 200)

REFERRED_IN = 0.12
"""Of people whom the safeguarding system holds, those whom a professional referred to the hub by telephone."""
TOLD_WITHIN = 10

OFFERED = 0.35
"""Of children whom a partner helped, and of children arrested, those who were offered a programme."""
TAKEN_UP = (("yes", 60), ("no", 30), (None, 10))
STANDS = {
    "3m": (("in", 75), ("left", 20), ("unknown", 5)),
    "6m": (("in", 50), ("done", 20), ("left", 20), ("unknown", 10)),
    "12m": (("done", 60), ("left", 25), ("unknown", 15)),
}
"""Where somebody stands with a programme 3, 6 and 12 months after taking it up."""
