"""Adults whom nobody knows pick somebody up, or take them to places."""

from clewline.safeguarding.indicator import Indicator
from clewline.safeguarding.sources import NCLCC, PACE

TAKEN_BY_UNKNOWN_ADULTS = Indicator(
    name="taken_by_unknown_adults",
    kind="movement",
    title="Taken places by adults nobody knows",
    signs=(
        "They get into or out of cars with adults whom their family does not know.",
        "They are taken to parties, hotels, takeaways or the homes of others.",
        "They know only a nickname of the person who drove them.",
    ),
    may_also_mean=(
        "It may be a friend's older brother, a sports coach or a taxi.",
        "It may be a lift to a job that nobody has heard of yet.",
    ),
    ask=(
        "How do you know the person who drove you?",
        "What did you do there?",
        "How did you feel when you were there?",
    ),
    do_now=(
        "If a child is being taken away now, call 999.",
        "Write down the colour, the make and the number of the car, the time and the place.",
        "Do not follow the car.",
        "If it is over, call 101, and tell children's social care.",
    ),
    source=f"{PACE}; {NCLCC}",
)
