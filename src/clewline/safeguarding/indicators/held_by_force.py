"""Somebody is held, or is not free to leave."""

from clewline.safeguarding.indicator import Indicator
from clewline.safeguarding.sources import PACE

HELD_BY_FORCE = Indicator(
    name="held_by_force",
    kind="coercion",
    title="Held, or kept from leaving",
    signs=(
        "They are locked in, or are not allowed to leave.",
        "They are moved from place to place.",
        "They say on the phone that they cannot talk, or cannot come home.",
    ),
    may_also_mean=(
        "Parents may have set strict rules.",
        "They may be in a hospital or a home that they may not leave, for a reason in law.",
    ),
    ask=(
        "Where are you, and what can you see?",
        "Who is with you?",
        "How can I reach you safely?",
    ),
    do_now=(
        "Call 999 now.",
        "Do not go there yourself.",
        "If you are in touch by phone, keep it short. Others may read it.",
        "If they are under 18, tell children's social care as well.",
    ),
    source=PACE,
)
