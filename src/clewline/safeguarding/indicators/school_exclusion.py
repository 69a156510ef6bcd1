"""Somebody is excluded from school, or about to be."""

from clewline.safeguarding.indicator import Indicator
from clewline.safeguarding.sources import LISTS, TOOLKIT

SCHOOL_EXCLUSION = Indicator(
    name="school_exclusion",
    kind="school",
    title="Sent out of school",
    signs=(
        "They are excluded, or on a short timetable.",
        "They move from school to school.",
        "They were found with drugs or a weapon in school.",
    ),
    may_also_mean=(
        "They may need help with learning that they do not get.",
        "They may be in trouble for reasons that have nothing to do with drugs.",
    ),
    ask=(
        "How do you spend your days now?",
        "What happened, as you see it?",
        "Who would you like to help you?",
    ),
    do_now=(
        "Before a child is sent home, ask what is behind it, and who will be there.",
        (
            "A child out of school is easier to find for those who would use them. Make sure that "
            "someone sees them each day."
        ),
        "Tell the safeguarding lead of the school, and children's social care.",
    ),
    source=f"{TOOLKIT}; {LISTS}",
)
