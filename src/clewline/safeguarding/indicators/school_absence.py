"""Somebody misses lessons or work, and nobody knows why."""

from clewline.safeguarding.indicator import Indicator
from clewline.safeguarding.sources import LISTS, PACE

SCHOOL_ABSENCE = Indicator(
    name="school_absence",
    kind="school",
    title="Misses school, college or work",
    signs=(
        "They miss days or lessons, and nobody knows why.",
        "They come late, leave early or sleep in class.",
        "They take no part, or their work gets much worse.",
    ),
    may_also_mean=(
        "They may be ill, or care for someone at home.",
        "They may be bullied, or find the work too hard.",
        "School may not be the right place for them.",
    ),
    ask=(
        "What is school like for you at the moment?",
        "Where do you go when you are not here?",
        "What would make it easier to come?",
    ),
    do_now=(
        "Ring home now. Ask when they were last seen.",
        "If nobody knows where a child is, call the police: 999 if they may be in danger, 101 if not.",
        "Tell the safeguarding lead of the school. If the child was missing, tell children's social care.",
    ),
    source=f"{PACE}; {LISTS}",
)
