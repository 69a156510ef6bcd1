"""Somebody is seldom seen at their own home."""

from clewline.safeguarding.indicator import Indicator
from clewline.safeguarding.sources import CUCKOOING, TEESWIDE

RESIDENT_UNSEEN = Indicator(
    name="resident_unseen",
    kind="property",
    title="The person who lives there is not seen",
    signs=(
        "You see them less than you used to, or not at all.",
        "Someone else comes to the door, and says that they are out.",
        "They miss visits from carers, nurses or family.",
    ),
    may_also_mean=(
        "They may be away, ill or in hospital.",
        "They may want to be left alone.",
        "They may have moved.",
    ),
    ask=(
        "How have you been since I last saw you?",
        "Who is staying with you?",
        "Where would it be good for us to talk?",
    ),
    do_now=(
        "If you fear that they are hurt or held, call 999.",
        "If not, call 101, and adult social care at the council.",
        "Try to see them alone, in another place. Do not say at the door what you fear.",
    ),
    source=f"{TEESWIDE}; {CUCKOOING}",
)
