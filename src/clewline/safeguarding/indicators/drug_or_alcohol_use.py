"""Somebody drinks or takes drugs, and more than before."""

from clewline.safeguarding.indicator import Indicator
from clewline.safeguarding.sources import PACE, TERMS

DRUG_OR_ALCOHOL_USE = Indicator(
    name="drug_or_alcohol_use",
    kind="body",
    title="Drinks or takes drugs, and more than before",
    signs=(
        "They drink or take drugs, and more than they did.",
        "They come back drunk or high, and will not say where from.",
        "They have drugs, and no money to pay for them.",
    ),
    may_also_mean=(
        "Many young people try things out.",
        "They may want to numb pain of some other kind.",
    ),
    ask=(
        "What do you take, and how does it make you feel?",
        "Who is with you when you do?",
        "How do you pay for it?",
    ),
    do_now=(
        "If you cannot wake them, or they find it hard to breathe, call 999.",
        "Do not shame them. Ask a drug and alcohol service for help.",
        "Drugs that were free at first may be called a debt. Listen for it.",
        "Tell your safeguarding lead. If they are under 18, tell children's social care.",
    ),
    source=f"{PACE}; {TERMS}",
)
