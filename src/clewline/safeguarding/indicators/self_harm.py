"""Somebody harms themselves, or says that they do not want to live."""

from clewline.safeguarding.indicator import Indicator
from clewline.safeguarding.sources import PACE, TEESWIDE

SELF_HARM = Indicator(
    name="self_harm",
    kind="body",
    title="Hurts themselves, or talks of dying",
    signs=(
        "They cut, burn or hit themselves.",
        "They keep their arms or legs covered, even when it is hot.",
        "They say that they want to die, or to be gone.",
        "Their mood has changed a lot.",
    ),
    may_also_mean=(
        "Many people hurt themselves to cope with pain that has nothing to do with drugs or gangs.",
        "They may have lost someone, or be bullied.",
    ),
    ask=(
        "How long have you felt like this?",
        "What thoughts do you have about dying?",
        "What helps when it gets bad?",
    ),
    do_now=(
        "If they may harm themselves now, or have taken something, call 999. Stay with them.",
        "Take it seriously each time. Ask a doctor or a nurse for help.",
        "If they ask to talk to someone, make it happen. Write it down, and pass it on.",
        "Tell your safeguarding lead. If they are under 18, tell children's social care.",
    ),
    source=f"{PACE}; {TEESWIDE}",
)
