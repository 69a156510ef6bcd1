"""Somebody's family has broken up, or home is not safe."""

from clewline.safeguarding.indicator import Indicator
from clewline.safeguarding.sources import LISTS

FAMILY_BREAKDOWN = Indicator(
    name="family_breakdown",
    kind="vulnerability",
    title="Trouble or loss at home",
    signs=(
        "Parents have split up, or someone in the family has died, is ill or is in prison.",
        "There is violence, drink or drugs at home.",
        "They sleep on friends' sofas, or have been told to leave.",
    ),
    may_also_mean=(
        "Many families go through hard times, and keep their children safe.",
        "They may have good people around them.",
    ),
    ask=(
        "What is it like at home at the moment?",
        "Where do you feel safe?",
        "Who looks out for you?",
    ),
    do_now=(
        "If someone at home may get hurt now, call 999.",
        "If a child has nowhere safe to sleep, call children's social care.",
        "Ask what help the family would like. Tell your safeguarding lead.",
    ),
    source=LISTS,
)
