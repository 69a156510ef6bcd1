"""Somebody told of harm, and later says that it was not so."""

from clewline.safeguarding.indicator import Indicator
from clewline.safeguarding.sources import PACE, PLYMOUTH

WITHDRAWN_ALLEGATION = Indicator(
    name="withdrawn_allegation",
    kind="coercion",
    title="Takes back what they told you",
    signs=(
        "They told of an attack, and now say that it did not happen.",
        "They no longer want to talk to the police or to you.",
        "It changed after a call, a message or a visit.",
    ),
    may_also_mean=(
        "It may have been told or understood wrongly.",
        "They may not want to go to court.",
        "Their family may have asked them to let it go.",
    ),
    ask=(
        "What has changed since we spoke?",
        "How did you feel after you told us?",
        "What would you like to happen now?",
    ),
    do_now=(
        "Keep what they said first. Write down both, with the dates.",
        "Do not call them a liar. Leave the door open.",
        "Talk to them alone. If they are in danger now, call 999.",
        (
            "Tell the police and your safeguarding lead. The worry does not end because the words "
            "were taken back."
        ),
    ),
    source=f"{PACE}; {PLYMOUTH}",
)
