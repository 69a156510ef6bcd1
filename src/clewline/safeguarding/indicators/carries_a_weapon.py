"""Somebody carries a weapon, for themselves or for others."""

from clewline.safeguarding.indicator import Indicator
from clewline.safeguarding.sources import PACE, TEESWIDE

CARRIES_A_WEAPON = Indicator(
    name="carries_a_weapon",
    kind="goods",
    title="Carries a knife or another weapon",
    signs=(
        "They carry a knife, or something to use as one.",
        "They say that they need it to be safe.",
        "They hold it or hide it for someone.",
    ),
    may_also_mean=(
        "They may carry it out of fear, with no link to drugs.",
        "It may be a tool for work or for a hobby.",
    ),
    ask=(
        "What makes you feel that you need it?",
        "Who are you worried about?",
        "What would help you to feel safe without it?",
    ),
    do_now=(
        "Keep yourself and others safe first. Do not try to take it.",
        "If someone may get hurt now, call 999.",
        "If not, call 101, and tell your safeguarding lead.",
        "Ask what they are afraid of. If they are under 18, tell children's social care.",
    ),
    source=f"{PACE}; {TEESWIDE}",
)
