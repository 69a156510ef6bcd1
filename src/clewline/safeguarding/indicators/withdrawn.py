"""Somebody is quiet and shut off, and was not before."""

from clewline.safeguarding.indicator import Indicator
from clewline.safeguarding.sources import LISTS, PACE

WITHDRAWN = Indicator(
    name="withdrawn",
    kind="behaviour",
    title="Quiet, shut off, not themselves",
    signs=(
        "They are quiet, and keep to themselves.",
        "They tell you less than they used to.",
        "They have no joy in things that they liked.",
        "They are tired or on edge.",
    ),
    may_also_mean=(
        "Many teenagers go through this.",
        "They may be in grief, bullied or ill.",
        "There may be trouble at home or at school.",
    ),
    ask=(
        "How have you been?",
        "What takes up most of your thoughts?",
        "Who do you talk to when things are hard?",
    ),
    do_now=(
        "Make time. Talk side by side, as on a walk or in a car.",
        "Tell them that you are there, and that you will ask again.",
        "Tell your safeguarding lead if it goes on, or if other things worry you as well.",
    ),
    source=f"{PACE}; {LISTS}",
)
