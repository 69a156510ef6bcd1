"""Somebody lives in care, or did."""

from clewline.safeguarding.indicator import Indicator
from clewline.safeguarding.sources import LISTS, TOOLKIT

CARE_HISTORY = Indicator(
    name="care_history",
    kind="vulnerability",
    title="Is in care, or was",
    signs=(
        "They live in care, or did.",
        "They have moved many times, or live far from people they know.",
        "They have left care, and live alone.",
    ),
    may_also_mean=(
        "To be in care is no sign that someone is exploited.",
        "They may be settled, safe and well.",
    ),
    ask=(
        "What is it like where you live?",
        "Who feels like family to you?",
        "Who would you call if you were in trouble?",
    ),
    do_now=(
        "Ask who their social worker is, and call them.",
        "If they are missing from care, call the police: 999 if they may be in danger, 101 if not.",
        "Do not treat it as normal that a child in care is out at night. Act as you would for any child.",
    ),
    source=f"{TOOLKIT}; {LISTS}",
)
