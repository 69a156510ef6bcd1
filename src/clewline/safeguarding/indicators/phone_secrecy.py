"""Somebody hides who they talk to."""

from clewline.safeguarding.indicator import Indicator
from clewline.safeguarding.sources import PACE, PLYMOUTH

PHONE_SECRECY = Indicator(
    name="phone_secrecy",
    kind="phones",
    title="Hides what is on the phone",
    signs=(
        "They turn the screen away, or leave the room to take a call.",
        "They are on the phone or online late into the night.",
        "They hide that they have a phone, or that they have more than one.",
    ),
    may_also_mean=(
        "Everyone needs a private life, young people too.",
        "They may be in love.",
        "Someone may be bullying or shaming them online.",
    ),
    ask=(
        "What is going well for you online, and what is not?",
        "Who do you talk to most?",
        "What kind of message would worry you?",
    ),
    do_now=(
        "Do not demand to see the phone. Keep talking.",
        "Tell them who they can come to, at any time.",
        "Tell your safeguarding lead if other things worry you as well.",
    ),
    source=f"{PACE}; {PLYMOUTH}",
)
