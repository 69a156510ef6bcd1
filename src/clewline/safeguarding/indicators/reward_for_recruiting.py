"""Somebody is given money or things for bringing in others."""

from clewline.safeguarding.indicator import Indicator
from clewline.safeguarding.sources import PACE

REWARD_FOR_RECRUITING = Indicator(
    name="reward_for_recruiting",
    kind="coercion",
    title="Gets rewards for bringing in others",
    signs=(
        "They get money or gifts when they bring a friend along.",
        "Younger children follow them, or run errands for them.",
        "They tell others about easy money.",
    ),
    may_also_mean=(
        "It may be a real offer, as when an app pays for a new user.",
        "They may just have a lot of friends.",
    ),
    ask=(
        "How did your friends get to know them?",
        "What did you get for it?",
        "What were you told to say?",
    ),
    do_now=(
        "They may do harm and be a victim at the same time. Help both them and the others.",
        "Write down who the other children are, if you know.",
        "Tell your safeguarding lead and children's social care about each child.",
        "If a child is being led into danger now, call 999.",
    ),
    source=PACE,
)
