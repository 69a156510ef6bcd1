"""People have moved into somebody's home, and use it for themselves."""

from clewline.safeguarding.indicator import Indicator
from clewline.safeguarding.sources import CUCKOOING, TEESWIDE

STRANGERS_IN_CHARGE = Indicator(
    name="strangers_in_charge",
    kind="property",
    title="Strangers who take over a home",
    signs=(
        "People who do not live there come and go as if it were theirs.",
        "It began with a new friend, and with gifts. It is called cuckooing.",
        "The home is used for drugs, for sex work or to hide weapons.",
        "The person who lives there seems afraid of them.",
    ),
    may_also_mean=(
        "They may have lodgers, or family to stay.",
        "They may have found new friends, and be glad of it.",
    ),
    ask=(
        "Who stays here with you?",
        "How did it begin?",
        "What happens when you ask them to leave?",
    ),
    do_now=(
        "Do not go in, and do not challenge them.",
        "If someone is in danger, call 999. If not, call 101.",
        "For an adult, call adult social care at the council. Ask for a safe place to meet.",
        (
            "There may be children inside, far from home. If so, call the police and children's "
            "social care at once."
        ),
    ),
    source=f"{CUCKOOING}; {TEESWIDE}",
)
