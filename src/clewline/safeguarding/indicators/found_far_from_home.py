"""Somebody is in a place where they have no reason to be."""

from clewline.safeguarding.indicator import Indicator
from clewline.safeguarding.sources import FOUND, PACE, TEESWIDE

FOUND_FAR_FROM_HOME = Indicator(
    name="found_far_from_home",
    kind="movement",
    title="Found far from home",
    signs=(
        "They are in a town where they have no family, no friends and no reason to be.",
        "They do not know the place, or look lost.",
        "They will not say how they got there, or who asked them to come.",
        "They have no money, no coat or no way to get home.",
    ),
    may_also_mean=(
        "They may be on a visit, on a day out or on a trip with their school.",
        "They may have family, a partner or friends from the internet there.",
        "They may have missed the last coach or train.",
    ),
    ask=(
        "How did you get here?",
        "Who knows that you are here?",
        "Where would you feel safe tonight?",
    ),
    do_now=(
        "Do not send a child home alone. Stay with them if it is safe.",
        (
            "Call children's social care in the place where you are now. The council where a child "
            "lives, or is found, is responsible."
        ),
        (
            "In an emergency the council where the child was found acts, until the other one takes "
            "over in writing."
        ),
        "If you cannot get through, call the police: 101, or 999 in an emergency.",
    ),
    source=f"{PACE}; {TEESWIDE}; {FOUND}",
)
