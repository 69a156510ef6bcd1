"""Nobody is charged as an offender who may be a victim, unless a named person considered section 45 first.

Section 45 of the Modern Slavery Act 2015 is a defence for victims of slavery and exploitation who were compelled to
offend. The record weighs nothing: it asks that somebody did, and wrote down who and why.
"""

from collections.abc import Iterable

from clewline.case.mentions import ADULT
from clewline.case.protection import Protection
from clewline.record import Entry
from clewline.record.facts import Facts
from clewline.record.kinds.charge import Charge
from clewline.record.kinds.decision import Decision

CONSIDERED = "section 45 considered"
"""What the decision says was decided."""


def objection(facts: Facts, known: Protection, entries: Iterable[Entry]) -> str | None:
    """Return why a charge is not recorded yet; none where it may be. `entries` are those of the case that stand."""
    if not isinstance(facts, Charge):
        return None
    young = facts.age is not None and facts.age < ADULT
    if (not young and not known.possible_victim) or _considered(facts.person, entries):
        return None
    why = f"was {facts.age} at the event" if young else known.reasons[0].sentence
    return (
        f"This person {why}, so they are treated as a possible victim first. Record the decision "
        f"“{CONSIDERED}” about {facts.person} before the charge: a named person's, with the reason "
        "(Modern Slavery Act 2015, section 45)."
    )


def _considered(person: str, entries: Iterable[Entry]) -> bool:
    return any(
        isinstance(one.facts, Decision)
        and one.facts.about == person
        and one.facts.what.strip().casefold() == CONSIDERED
        for one in entries
    )
