"""Somebody is alone, and has few people to turn to."""

from clewline.safeguarding.indicator import Indicator
from clewline.safeguarding.sources import CUCKOOING, LISTS, TOOLKIT

ISOLATION = Indicator(
    name="isolation",
    kind="vulnerability",
    title="Alone, with nobody to turn to",
    signs=(
        "They have few friends, or none.",
        "They are new to the area, or do not speak the language well.",
        "An adult lives alone, and has few visitors.",
        "Someone new gives them a lot of attention.",
    ),
    may_also_mean=(
        "Some people like to be alone.",
        "A new friend may be a true friend.",
    ),
    ask=(
        "Who do you see in a normal week?",
        "How did you meet your new friend?",
        "Who would notice if you were not well?",
    ),
    do_now=(
        "Be someone who comes back. Say when you will see them next.",
        "Put them in touch with a club, a group or a helper.",
        (
            "Tell your safeguarding lead if someone seems to use them. For an adult, call adult "
            "social care at the council."
        ),
    ),
    source=f"{CUCKOOING}; {TOOLKIT}; {LISTS}",
)
