"""People who are older, or in control, are around somebody."""

from clewline.safeguarding.indicator import Indicator
from clewline.safeguarding.sources import PACE, STATIONS, TEESWIDE

CONTROLLING_CONTACTS = Indicator(
    name="controlling_contacts",
    kind="people",
    title="Older people who seem to be in charge",
    signs=(
        "They spend their time with people who are much older.",
        "Someone speaks for them, or watches them.",
        "They look at someone else before they answer.",
        "A new partner or group decides what they do.",
    ),
    may_also_mean=(
        "They may have older cousins or friends, or a partner near their own age.",
        "The older person may be a carer, a sports coach or a mentor.",
        "They may be shy, and like a friend to speak for them.",
    ),
    ask=(
        "How did you meet?",
        "What do you like about being with them?",
        "What happens when you do not agree with them?",
    ),
    do_now=(
        "Find a way to talk to them alone.",
        "Do not challenge the other person.",
        "Write down names, nicknames, and what people look like.",
        (
            "If they are in danger now, call 999. If not, call 101, or children's social care if they "
            "are under 18."
        ),
    ),
    source=f"{PACE}; {TEESWIDE}; {STATIONS}",
)
