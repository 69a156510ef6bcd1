"""Many people come to one home, by day and by night."""

from clewline.safeguarding.indicator import Indicator
from clewline.safeguarding.sources import TEESWIDE

MANY_CALLERS = Indicator(
    name="many_callers",
    kind="property",
    title="Many callers at one home",
    signs=(
        "Many people call by day and by night, and stay for a short time.",
        "Cars or taxis stop for a moment and drive on.",
        "Drugs are sold in the open near the home.",
    ),
    may_also_mean=(
        "The people who live there may have many friends, or a business.",
        "They may have carers, family or lodgers.",
    ),
    ask=(
        "Who comes to see you here?",
        "How do you feel when they are here?",
        "What would you like to change?",
    ),
    do_now=(
        "Do not go in. Do not watch or film in a way that can be seen.",
        "If someone is in danger, call 999. If not, call 101.",
        "Write down times, and the numbers of cars, if it is safe.",
        (
            "Think of who lives there: they may be a victim. For an adult, call adult social care at "
            "the council."
        ),
        "If children go in or out, tell children's social care.",
    ),
    source=TEESWIDE,
)
