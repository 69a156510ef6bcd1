"""Somebody is angry or violent, and was not before."""

from clewline.safeguarding.indicator import Indicator
from clewline.safeguarding.sources import LISTS, PACE

AGGRESSIVE = Indicator(
    name="aggressive",
    kind="behaviour",
    title="Angry or violent in a new way",
    signs=(
        "They shout, threaten or hit out at home or at school.",
        "They get very angry when their plans are held up.",
        "They talk about sex or violence in a way that is new.",
    ),
    may_also_mean=(
        "Anger is a normal part of growing up.",
        "They may be afraid, hurt or tired.",
        "They may be copying what they see at home.",
    ),
    ask=(
        "What was going on just before?",
        "What are you most angry about?",
        "What would help you right now?",
    ),
    do_now=(
        "Keep yourself and others safe. If someone may get hurt, call 999.",
        "Wait until they are calm. Then ask what is behind it.",
        "Do not only punish. Tell your safeguarding lead, and ask for help for them.",
    ),
    source=f"{PACE}; {LISTS}",
)
