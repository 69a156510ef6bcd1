"""Somebody no longer sees the people whom they used to see."""

from clewline.safeguarding.indicator import Indicator
from clewline.safeguarding.sources import NCLCC, PACE, PLYMOUTH, TEESWIDE

LOSS_OF_FRIENDS = Indicator(
    name="loss_of_friends",
    kind="people",
    title="Has lost their old friends",
    signs=(
        "They no longer see the friends they had.",
        "They have a new group that nobody knows, with nicknames.",
        "They stay away from family, clubs and other things they liked.",
    ),
    may_also_mean=(
        "Friends fall out, grow apart or change schools.",
        "They may be bullied.",
        "They may be in love, or feel low.",
    ),
    ask=(
        "Who do you spend your time with now?",
        "What has changed with your old friends?",
        "Who can you count on?",
    ),
    do_now=(
        "Keep in touch with them. Whoever is cut off is easier to control.",
        "Listen to friends who are worried. Do not tell them what you know.",
        "Tell your safeguarding lead if other things worry you as well.",
    ),
    source=f"{PACE}; {TEESWIDE}; {PLYMOUTH}; {NCLCC}",
)
