"""There is more trouble round a home than there was."""

from clewline.safeguarding.indicator import Indicator
from clewline.safeguarding.sources import LISTS, TEESWIDE

ANTISOCIAL_BEHAVIOUR = Indicator(
    name="antisocial_behaviour",
    kind="property",
    title="Noise, litter and trouble round a home",
    signs=(
        "There is more noise, litter or trouble round the home.",
        "There are needles or small bags outside.",
        "Neighbours complain more than they did.",
    ),
    may_also_mean=(
        "It may be a party, or a quarrel between neighbours.",
        "The people who live there may be ill, or find it hard to cope.",
    ),
    ask=(
        "What has it been like here of late?",
        "How do you sleep?",
        "What would help?",
    ),
    do_now=(
        "Ask who is behind it before anyone blames the person who lives there. They may be a victim.",
        "If someone is in danger, call 999. If not, call 101.",
        (
            "Tell the landlord or the council what you saw. Ask them to talk to adult social care "
            "before they act on the home."
        ),
    ),
    source=f"{TEESWIDE}; {LISTS}",
)
