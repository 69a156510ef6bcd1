"""Somebody is disabled or ill, or needs support."""

from clewline.safeguarding.indicator import Indicator
from clewline.safeguarding.sources import CAMDEN, LISTS, TOOLKIT

DISABILITY = Indicator(
    name="disability",
    kind="vulnerability",
    title="Disabled, ill, or in need of support",
    signs=(
        "They find it hard to say no, or to tell who means well.",
        "They need help with reading, money or travel.",
        "Someone new helps them, and takes more than they give.",
        "Support that they had has come to an end.",
    ),
    may_also_mean=(
        "A new helper may mean well.",
        "They may need help for reasons that have nothing to do with harm.",
    ),
    ask=(
        "What is easy for you, and what is hard?",
        "Who helps you?",
        "What do you do for them?",
    ),
    do_now=(
        "Use plain words. Give them time.",
        "Ask if they want someone with them. It must not be the person you worry about.",
        (
            "For an adult who needs care and support, call adult social care at the council. It can "
            "look into it under the Care Act."
        ),
        "If they are under 18, tell children's social care. In an emergency, call 999.",
    ),
    source=f"{TOOLKIT}; {CAMDEN}; {LISTS}",
)
