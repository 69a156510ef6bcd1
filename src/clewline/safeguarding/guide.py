"""The guide: all indicators by kind, and what holds for every one of them."""

from collections.abc import Mapping
from functools import cache

from clewline.catalogue import catalogue
from clewline.errors import Misused, NotFound
from clewline.safeguarding import sources
from clewline.safeguarding.indicator import KINDS, Indicator, Kind

TITLE = "Is someone being used to move or sell drugs?"
ABOUT = (
    "Gangs make children and adults carry, hide and sell drugs for them. They may take them far from home. Often they "
    "use one phone number for all their orders, which is called a county line.",
    "This guide is for anyone who meets them at work: at a station, a school, a door or in care.",
    "Whoever is used like this may be a victim, whatever they carry. They are helped first.",
)
"""What it is about, in a few sentences."""
JUDGEMENT = (
    "One sign on its own may mean nothing. Many of them are a normal part of being a teenager.",
    "Nothing here is to be added up. There are no points. What counts is what you know of this person, and your own "
    "judgement.",
    "You do not have to be sure to ask for help.",
)
"""How to read the signs."""
NOW = (
    "Is someone in danger now? Call 999.",
    "Not an emergency? Call the police on 101, or children's social care at the council. Search for the name of the "
    "council with those words to find the number.",
    "Stay with them if it is safe. Be kind. Ask what they need: food, water, rest, a doctor.",
    "Tell your safeguarding lead.",
    "Are they under 18, or may they be? Then always refer them. First tell children's social care.",
    "The council where a child lives, or is found, is responsible. So call the one where you are.",
    "Are they 18 or over? Ask if they agree to be referred. If an adult says no, there may still be a duty to notify. "
    "Your safeguarding lead can tell you.",
    "Write down what you saw and heard, where and when. Use their own words. Keep apart what you saw and what you "
    "think.",
)
"""What to do, whatever the sign."""
NEVER = (
    "Do not search them, and do not take their phone or their money.",
    "Do not promise to keep it secret.",
    "Do not go to where they are held, and do not challenge whoever controls them.",
    "Do not put words into their mouth. Ask, and listen.",
    "Do not call them a dealer.",
)
"""What not to do. The police have powers of their own."""
REFERRAL = (
    "The National Referral Mechanism is how this country finds out who is a victim of modern slavery. Only first "
    "responders can refer someone to it. Among them are the police, councils and some charities.",
    "Not a first responder? Tell the police or the council. They can refer.",
)
"""Who can make a referral to the National Referral Mechanism."""
HELP = (
    "SafeCall, run by Missing People, is a helpline for the whole country. What you say there stays private.",
    "Catch22 helps people under 25 in four areas to get out of county lines.",
    "Rescue and Response helps people up to 25 in London.",
)
"""Who else may help."""
YOURSELF = (
    "Is it happening to you? It is not your fault, and you can get out.",
    "If you are in danger, call 999. Tell someone you trust: a teacher, a youth worker, a doctor or a nurse.",
)
"""To whoever reads it because it is about themselves."""
LEAVE = (
    "The red button takes you to a page about the weather. It does not hide that you were here: this page may still "
    "be in the history of your phone."
)
"""What the way out does, and does not."""
SAID_BY = (
    sources.FIRST_RESPONDERS,
    sources.FOUND,
    sources.CONSENT,
    sources.DUTY_TO_NOTIFY,
    sources.TEENAGE,
    sources.SERVICES,
)
"""Who says what the guide says of every sign."""


@cache
def all_indicators() -> Mapping[str, Indicator]:
    """Return every indicator by name, in name order."""
    return catalogue("clewline.safeguarding.indicators", Indicator)


def of_kind(kind: str) -> tuple[Indicator, ...]:
    """Return the indicators of a kind in the order of their titles, which ranks none above another.

    :raises NotFound: there is no such kind.
    """
    if kind not in KINDS:
        raise NotFound(f"There is no kind {kind!r}; there are {', '.join(KINDS)}.")
    return tuple(
        sorted((one for one in all_indicators().values() if one.kind == kind), key=lambda one: one.title)
    )


def by_kind() -> Mapping[Kind, tuple[Indicator, ...]]:
    """Return the indicators of each kind, in the order of the guide."""
    return {kind: of_kind(kind) for kind in KINDS}


def chosen(name: str | None, kind: str | None) -> tuple[Indicator, ...]:
    """Return the indicator of that name, those of that kind, or all.

    :raises Misused: there is no such name or kind, or both are named and do not belong together.
    """
    if kind is not None and kind not in KINDS:
        raise Misused(f"There is no kind {kind!r}; there are {', '.join(KINDS)}.")
    if name is not None and name not in all_indicators():
        raise Misused(f"There is no indicator {name!r}; there are {', '.join(all_indicators())}.")
    if name is None:
        kinds = KINDS if kind is None else (kind,)
        return tuple(one for each in kinds for one in of_kind(each))
    found = all_indicators()[name]
    if kind not in (None, found.kind):
        raise Misused(f"{name} is of the kind {found.kind}, not {kind}.")
    return (found,)
