"""Somebody has money, and nobody can say from where."""

from clewline.safeguarding.indicator import Indicator
from clewline.safeguarding.sources import NCLCC, PACE, TEESWIDE, TERMS

UNEXPLAINED_CASH = Indicator(
    name="unexplained_cash",
    kind="goods",
    title="Money that nobody can explain",
    signs=(
        "They have more cash than they could have earned.",
        "They hide cash, or look after it for someone.",
        "They want to make money fast, and talk of little else.",
        "Their bank card is gone, or money that is not theirs goes through their account.",
    ),
    may_also_mean=(
        "They may have saved it, or had it for a birthday.",
        "They may have a job that pays in cash.",
        "They may have sold things online.",
    ),
    ask=(
        "How did you come by the money?",
        "Who else knows about it?",
        "What happens if some of it is lost?",
    ),
    do_now=(
        "Do not take the money from them. What is lost may be called a debt.",
        "Write down what you saw, and how the money was kept.",
        "Tell your safeguarding lead. If they are under 18, tell children's social care.",
        "If someone is coming for the money now, call 999.",
    ),
    source=f"{PACE}; {TEESWIDE}; {NCLCC}; {TERMS}",
)
