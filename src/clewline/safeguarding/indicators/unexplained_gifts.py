"""Somebody has new things that they could not buy."""

from clewline.safeguarding.indicator import Indicator
from clewline.safeguarding.sources import PACE, TEESWIDE

UNEXPLAINED_GIFTS = Indicator(
    name="unexplained_gifts",
    kind="goods",
    title="New clothes, phones or gifts",
    signs=(
        "They have new clothes, shoes, jewellery or a new phone, and no money to buy them.",
        "They get gifts from someone whom their family has not met.",
        "They say that they found it, or that they keep it for a friend.",
    ),
    may_also_mean=(
        "Someone in the family may have given it to them.",
        "They may have swapped it, or bought it second-hand.",
        "They may have stolen it because they had nothing. They need help then, too.",
    ),
    ask=(
        "Tell me about your new things.",
        "Who gave them to you?",
        "What would happen if you gave them back?",
    ),
    do_now=(
        "Be curious, and do not blame. Gifts are how many people are drawn in.",
        "Write down what is new, and what they say about it.",
        "Tell your safeguarding lead. If they are under 18, tell children's social care.",
    ),
    source=f"{PACE}; {TEESWIDE}",
)
