"""Somebody has several phones or SIM cards."""

from clewline.safeguarding.indicator import Indicator
from clewline.safeguarding.sources import COMMUNITY_CARE, PACE, TEESWIDE, TERMS

SEVERAL_PHONES = Indicator(
    name="several_phones",
    kind="phones",
    title="More than one phone or SIM card",
    signs=(
        "They have two or more phones, or many SIM cards.",
        "One of them is an old, cheap phone for calls and texts alone.",
        "They often change their number.",
    ),
    may_also_mean=(
        "They may keep an old phone because the screen is cracked.",
        "They may have a second phone for work, or for their other home.",
        "Someone may have given them a spare for emergencies.",
    ),
    ask=(
        "Tell me about your phones.",
        "Who do you speak to on this one?",
        "What would happen if it got lost?",
    ),
    do_now=(
        "Do not look through a phone. That is for the police.",
        "Do not take it away. What is lost may be called a debt.",
        "Write down how many there are, and whose they say they are.",
        "Tell your safeguarding lead. If they are under 18, tell children's social care.",
    ),
    source=f"{PACE}; {TEESWIDE}; {COMMUNITY_CARE}; {TERMS}",
)
