"""Somebody has keys to a hotel or a home that is not theirs."""

from clewline.safeguarding.indicator import Indicator
from clewline.safeguarding.sources import NCLCC, PACE

KEYS_TO_UNKNOWN_PLACES = Indicator(
    name="keys_to_unknown_places",
    kind="goods",
    title="Keys to places nobody knows",
    signs=(
        "They have the key card of a hotel.",
        "They have keys to a flat or a house that is not theirs.",
        "They know their way round a town where they have no links.",
    ),
    may_also_mean=(
        "They may look after a pet, or a home, for someone.",
        "It may be an old key card from a holiday.",
        "They may stay with family at times.",
    ),
    ask=(
        "What are these keys for?",
        "Who else has a key?",
        "What is it like there?",
    ),
    do_now=(
        "Do not go to the place yourself.",
        "Write down the name or the number on the key, and call the police on 101.",
        "If you think that someone is held or hurt there, call 999.",
        "If a child is there, tell children's social care as well.",
    ),
    source=f"{PACE}; {NCLCC}",
)
