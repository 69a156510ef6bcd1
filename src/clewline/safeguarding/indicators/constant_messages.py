"""Somebody's phone rings and pings all the time."""

from clewline.safeguarding.indicator import Indicator
from clewline.safeguarding.sources import COMMUNITY_CARE, PACE, TEESWIDE

CONSTANT_MESSAGES = Indicator(
    name="constant_messages",
    kind="phones",
    title="Calls and messages that never stop",
    signs=(
        "The phone rings or pings all the time, by day and by night.",
        "They answer at once, and are tense until they do.",
        "Someone keeps asking where they are.",
    ),
    may_also_mean=(
        "Group chats, games and apps send a lot of messages.",
        "A worried parent may call and text a lot.",
        "They may have met someone new.",
    ),
    ask=(
        "Who is trying to reach you?",
        "How do you feel when it rings?",
        "What happens when you do not answer?",
    ),
    do_now=(
        "Do not speak to the caller.",
        "If they are being threatened and may be in danger, call 999.",
        "Write down how often it rang, when, and what they said about it.",
        "Tell your safeguarding lead. If they are under 18, tell children's social care.",
    ),
    source=f"{PACE}; {TEESWIDE}; {COMMUNITY_CARE}",
)
