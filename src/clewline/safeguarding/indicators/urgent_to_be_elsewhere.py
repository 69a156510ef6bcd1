"""Somebody has to leave at once, and will not say why."""

from clewline.safeguarding.indicator import Indicator
from clewline.safeguarding.sources import PLYMOUTH

URGENT_TO_BE_ELSEWHERE = Indicator(
    name="urgent_to_be_elsewhere",
    kind="phones",
    title="Has to be somewhere else, right now",
    signs=(
        "They have to go at once, and will not say why.",
        "They get up and leave after a call or a text.",
        "They are scared or angry when something holds them up.",
    ),
    may_also_mean=(
        "They may have a bus, a lift or a job to get to.",
        "They may be needed at home, to care for someone.",
        "They may want to end a talk that is hard.",
    ),
    ask=(
        "Where do you need to be?",
        "Who is waiting for you?",
        "What happens if you are late?",
    ),
    do_now=(
        "Do not block the way.",
        "Tell them how to reach you, and that they can come back.",
        "If you think that they go into danger, call 999. Say which way they went, and what they wear.",
        "If not, write it down, and tell your safeguarding lead.",
    ),
    source=PLYMOUTH,
)
