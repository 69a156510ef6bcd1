"""Somebody travels in a way that does not fit who they are or what they say."""

from clewline.safeguarding.indicator import Indicator
from clewline.safeguarding.sources import LISTS, NCLCC, STATIONS

TRAVEL_TICKETS = Indicator(
    name="travel_tickets",
    kind="movement",
    title="Tickets or trips that do not fit",
    signs=(
        "They have train, coach or taxi tickets that they cannot explain.",
        "They travel alone late at night, or while others are at school.",
        "Someone with them, or on the phone, tells them where to go.",
        "They stay at the station for a long time, and do not seem to know where to go.",
    ),
    may_also_mean=(
        "They may live in two homes, and travel from one to the other.",
        "They may be late back from a day out, from work or from training.",
        "They may be new to travelling alone, or shy of staff.",
    ),
    ask=(
        "Where are you off to?",
        "Who will be there when you arrive?",
        "How do you feel about the trip?",
    ),
    do_now=(
        "Stay near. Offer a place to sit, and some water.",
        "Tell the staff of the station. Write down the time, and where they were going.",
        "If you fear for them, call 999. Do not step in on your own.",
        "If it is not an emergency, call 101, or children's social care in the place where you are.",
    ),
    source=f"{NCLCC}; {STATIONS}; {LISTS}",
)
