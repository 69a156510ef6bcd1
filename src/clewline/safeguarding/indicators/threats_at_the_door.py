"""People threaten somebody's family."""

from clewline.safeguarding.indicator import Indicator
from clewline.safeguarding.sources import PLYMOUTH

THREATS_AT_THE_DOOR = Indicator(
    name="threats_at_the_door",
    kind="people",
    title="Threats at the door or by phone",
    signs=(
        "Strangers come to the home, and ask for them or for money.",
        "The family gets threats by phone or by message.",
        "The family is told to pay, or to keep quiet.",
    ),
    may_also_mean=(
        "It may be a quarrel with a neighbour or a landlord.",
        "It may be about a loan, with no link to drugs.",
        "It may be bullying that has gone further.",
    ),
    ask=(
        "Who came, and what did they want?",
        "When did it start?",
        "What are you most afraid of?",
    ),
    do_now=(
        "If they are at the door now, call 999.",
        "If not, call 101. Keep all messages.",
        "Ask the police first, before anyone pays or goes to meet them.",
        "Think of the whole family. Brothers and sisters may need help too: tell children's social care.",
    ),
    source=PLYMOUTH,
)
