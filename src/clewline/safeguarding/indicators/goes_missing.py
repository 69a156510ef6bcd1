"""Somebody is away from home, care or school again and again, and nobody knows where."""

from clewline.safeguarding.indicator import Indicator
from clewline.safeguarding.sources import PACE, PLYMOUTH, RETURN_INTERVIEW, TEESWIDE

GOES_MISSING = Indicator(
    name="goes_missing",
    kind="movement",
    title="Goes missing again and again",
    signs=(
        "They are missing from home, care or school, and it happens again.",
        "They are gone for days, for a night, or for a few hours at a time.",
        "Nobody knows where they were, and they will not say.",
        "They come back tired, hungry, dirty or hurt.",
    ),
    may_also_mean=(
        "They may be running away from harm at home.",
        "They may be with a friend or a partner whom their family does not like.",
        "They may be sad, bullied or under stress, and want to be alone.",
    ),
    ask=(
        "What was going on for you before you left?",
        "Where did you sleep, and who was there?",
        "What would help you to be safe?",
    ),
    do_now=(
        "If they are missing now, call the police: 999 if they may be in danger, 101 if not.",
        "If they are back, see first to food, rest and any injury.",
        (
            "A child who was missing should have a talk with someone from outside within 72 hours. It "
            "is called a return interview. Ask children's social care for it."
        ),
        "Tell your safeguarding lead, even if they always come back.",
    ),
    source=f"{PACE}; {TEESWIDE}; {PLYMOUTH}; {RETURN_INTERVIEW}",
)
