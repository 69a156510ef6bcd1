"""Somebody is hurt or worn out, and nobody can say how it came about."""

from clewline.safeguarding.indicator import Indicator
from clewline.safeguarding.sources import PACE, TEESWIDE

UNEXPLAINED_INJURIES = Indicator(
    name="unexplained_injuries",
    kind="body",
    title="Hurt, or worn out",
    signs=(
        "They have cuts, bruises or burns that they do not explain.",
        "What they say does not fit the injury.",
        "They come back hurt after they were missing.",
        "They are dirty, worn out or hungry.",
    ),
    may_also_mean=(
        "It may come from sport, a fall or a fight.",
        "They may be ill.",
        "Someone may be hurting them at home. They need help then, too.",
    ),
    ask=(
        "How did that happen?",
        "Who has looked after it?",
        "How safe do you feel right now?",
    ),
    do_now=(
        "See to the injury first. Call 999 if it is serious.",
        "Talk to them alone.",
        "Write down where the injury is, and what they say about it.",
        "If someone hurt a child, tell the police and children's social care.",
    ),
    source=f"{PACE}; {TEESWIDE}",
)
