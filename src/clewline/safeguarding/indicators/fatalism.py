"""Somebody says that they do not care what happens to them."""

from clewline.safeguarding.indicator import Indicator
from clewline.safeguarding.sources import LISTS, PACE

FATALISM = Indicator(
    name="fatalism",
    kind="behaviour",
    title="Says that nothing matters",
    signs=(
        "They say that they do not care what happens to them.",
        "They say that there is no way out.",
        "They say that nobody can touch them.",
    ),
    may_also_mean=(
        "They may feel low, or be ill.",
        "They may be showing off.",
        "They may have lost someone.",
    ),
    ask=(
        "What makes you feel that way?",
        "What would a good day look like?",
        "Who would you like to have beside you?",
    ),
    do_now=(
        "If you fear that they may end their life, call 999. Stay with them.",
        "Tell them that people do get out, and that it is not their fault.",
        "Tell your safeguarding lead, and ask a doctor or a nurse for help.",
        "If they are under 18, tell children's social care.",
    ),
    source=f"{PACE}; {LISTS}",
)
