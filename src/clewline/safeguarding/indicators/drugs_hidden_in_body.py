"""Somebody carries drugs on or in their body."""

from clewline.safeguarding.indicator import Indicator
from clewline.safeguarding.sources import PACE, STATIONS, TERMS

DRUGS_HIDDEN_IN_BODY = Indicator(
    name="drugs_hidden_in_body",
    kind="body",
    title="Drugs hidden in or on the body",
    signs=(
        "They carry packs of drugs, or many small bags.",
        "They seem to have drugs inside the body. People call it plugging.",
        "They go to the toilet again and again, or stay there for a long time.",
        "They are in pain, or feel sick, and will not say why.",
    ),
    may_also_mean=(
        "They may be ill, or shy about their body.",
        "They may have drugs for their own use. They need help then, too.",
    ),
    ask=(
        "How does your body feel?",
        "What do you need right now?",
        "What should a doctor know?",
    ),
    do_now=(
        "A pack that breaks inside the body can kill. Call 999, and say what you fear.",
        "Do not search them. Do not try to get it out.",
        "Stay with them. Tell them that it is not their fault.",
        (
            "To make someone do this is abuse. Tell the police, and tell children's social care if "
            "they are under 18."
        ),
    ),
    source=f"{PACE}; {TERMS}; {STATIONS}",
)
