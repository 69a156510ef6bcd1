"""A pointer: one body learns that another holds a concern about the same person, and nothing of what it is.

Who is the same is said by name and date of birth alone. A sibling or namesake has another date of birth, and is not
matched; nor is anybody whose date of birth is not known. Of two dates of birth of one person, both match.
"""

from collections.abc import Iterable

from clewline.case.mentions import same_name, same_person
from clewline.record import Entry
from clewline.record.kinds.age_assessed import AgeAssessed
from clewline.record.kinds.person import Person

HOLDS = frozenset(
    {
        "child_protection_conference",
        "cuckooing_visit",
        "duty_to_notify",
        "indicator_observed",
        "missing_episode",
        "nrm_decision",
        "nrm_referral",
        "programme_offered",
        "protection_status",
        "referral_received",
        "return_interview",
        "safeguarding_engaged",
        "safeguarding_enquiry",
        "safeguarding_offered",
        "safeguarding_referral",
        "safeguarding_supported",
        "safeguarding_visit",
        "safety_plan",
        "strategy_meeting",
        "vulnerability_identified",
    }
)
"""Kinds by which a case holds a concern about a person; that they were arrested is none."""
TICK = 1.5
"""Seconds after a question, and their multiples, at which its answer leaves: how long it took tells nothing."""


def asked_by(entries: Iterable[Entry]) -> tuple[str, ...]:
    """Return by what a person of whom these entries stand is asked about: each name with each date of birth."""
    some = [one.facts for one in entries if isinstance(one.facts, Person | AgeAssessed)]
    names = [(one.family_name, one.given_names) for one in some if isinstance(one, Person)]
    born = {one.born for one in some}
    found = {same_person(family, given, day) for family, given in names for day in born}
    return tuple(sorted(one for one in found if one is not None))


def called(entries: Iterable[Entry]) -> tuple[str, ...]:
    """Return each name of a person of whom these entries stand, as a hash: by it those are looked up whose date of
    birth stands in an assessment of their age and nowhere else. A name alone makes nobody the same.
    """
    some = [one.facts for one in entries if isinstance(one.facts, Person)]
    found = {same_name(one.family_name, one.given_names) for one in some}
    return tuple(sorted(one for one in found if one is not None))


def left(passed: float) -> float:
    """Return how many seconds are left, of those that have passed since a question, until its answer leaves."""
    return TICK - passed % TICK
