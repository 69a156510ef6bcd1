"""A child is out and about, or busy on a phone, while others are at school."""

from clewline.safeguarding.indicator import Indicator
from clewline.safeguarding.sources import HOME_OFFICE, NCLCC

OUT_IN_SCHOOL_HOURS = Indicator(
    name="out_in_school_hours",
    kind="school",
    title="Out and about in school hours",
    signs=(
        "They are in town, at a station or on a train while others are at school.",
        "Someone calls or texts them again and again in school hours.",
        "They are far from their school, and will not say why.",
    ),
    may_also_mean=(
        "They may have a study day, a doctor to see or a day off.",
        "They may be taught at home.",
        "They may be missing school because someone there hurts them.",
    ),
    ask=(
        "What are you up to today?",
        "Who knows that you are here?",
        "What would you be doing if you were at school?",
    ),
    do_now=(
        "Be friendly. Ask if they are all right.",
        "Look at the uniform or the pass. Ring the school, and say where you saw them.",
        "If you fear for them, call 999. If not, call 101 or children's social care.",
    ),
    source=f"{HOME_OFFICE}; {NCLCC}",
)
