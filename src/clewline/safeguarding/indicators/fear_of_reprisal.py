"""Somebody fears that they or their family will be hurt if they talk."""

from clewline.safeguarding.indicator import Indicator
from clewline.safeguarding.sources import FEAR, PACE

FEAR_OF_REPRISAL = Indicator(
    name="fear_of_reprisal",
    kind="coercion",
    title="Afraid of what happens if they talk",
    signs=(
        "They are afraid for themselves or for their family.",
        "They start to tell you something, and stop.",
        "They go silent when a name comes up, or when the police do.",
    ),
    may_also_mean=(
        "They may fear the police because of what happened before.",
        "They may fear that their parents will find out.",
        "They may fear for their right to stay in this country.",
    ),
    ask=(
        "What worries you most?",
        "Who may get hurt?",
        "What would make it safer to talk?",
    ),
    do_now=(
        "If someone threatens them now, call 999.",
        "Do not promise to keep it secret. Say who you have to tell, and why.",
        "Ask how and when it is safe to reach them.",
        "Tell the police on 101, or children's social care. Ask them to think of the whole family.",
    ),
    source=f"{PACE}; {FEAR}",
)
