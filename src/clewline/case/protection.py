"""What is recorded of a person's protection: why they are treated as a possible victim first, and what was done.

It reads what was recorded and weighs nothing: no score, no rank, and nothing that follows in law.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from clewline.case.mentions import ADULT
from clewline.record import Entry, all_kinds
from clewline.record.kinds.person import Person
from clewline.record.kinds.role import Role

MARKS = {
    "vulnerability_identified": "was identified as exploited or at risk",
    "nrm_referral": "was referred to the National Referral Mechanism",
    "duty_to_notify": "was reported under the duty to notify",
}
"""Kinds by which a professional marks a person as possibly exploited, and what they say of them."""
EXPLOITED_ROLES = ("victim", "cuckooed resident")
"""Roles on a line of those who are exploited by it."""
STEPS = (
    "vulnerability_identified",
    "safeguarding_offered",
    "safeguarding_engaged",
    "safeguarding_referral",
    "safeguarding_enquiry",
    "safeguarding_visit",
    "safeguarding_supported",
    "strategy_meeting",
    "safety_plan",
    "nrm_referral",
    "duty_to_notify",
)
"""Kinds that record what was done to protect a person, in the order in which they are told."""


@dataclass(frozen=True, kw_only=True)
class Reason:
    """Why a person is treated as a possible victim first."""

    sentence: str
    """What was recorded, after the person's name."""
    entry: Entry


@dataclass(frozen=True, kw_only=True)
class Step:
    """Something that can be done to protect a person, and the entries that say it was."""

    title: str
    entries: Sequence[Entry]


@dataclass(frozen=True, kw_only=True)
class Protection:
    """What is recorded of a person's protection."""

    reasons: Sequence[Reason]
    steps: Sequence[Step]
    """Each kind of step, whether recorded or not."""

    @property
    def possible_victim(self) -> bool:
        """Whether the person takes the protecting path."""
        return bool(self.reasons)


def protection(entries: Iterable[Entry], today: date) -> Protection:
    """Return what entries that name a person, and that stand, say of their protection."""
    some = sorted(entries, key=lambda one: (one.day, one.recorded_at))
    reasons = [*_young(some, today), *_marked(some)]
    steps = [
        Step(title=all_kinds()[kind].title, entries=[one for one in some if one.kind == kind])
        for kind in STEPS
    ]
    return Protection(reasons=reasons, steps=steps)


def age(entry: Entry) -> int | None:
    """Return the age on the day that an entry gives, if it gives one."""
    found: int | None = getattr(entry.facts, "age", None)
    return found


def _young(some: Sequence[Entry], today: date) -> list[Reason]:
    """Return the last entry that gives an age below 18, and a date of birth by which they are below 18 today."""
    found = []
    for entry in reversed(some):
        years = age(entry)
        if years is not None and years < ADULT:
            found.append(
                Reason(sentence=f"was {years} on {entry.day:%-d %B %Y}, as recorded then", entry=entry)
            )
            break
    for entry in reversed(some):
        if (
            isinstance(entry.facts, Person)
            and entry.facts.born is not None
            and _years(entry.facts.born, today) < ADULT
        ):
            found.append(Reason(sentence="is under 18 today, by the date of birth as recorded", entry=entry))
            break
    return found


def _marked(some: Sequence[Entry]) -> list[Reason]:
    found = []
    for entry in some:
        if entry.kind in MARKS:
            found.append(Reason(sentence=f"{MARKS[entry.kind]} on {entry.day:%-d %B %Y}", entry=entry))
        elif isinstance(entry.facts, Role) and entry.facts.role in EXPLOITED_ROLES:
            found.append(Reason(sentence=f"is said to be a {entry.facts.role} of a line", entry=entry))
    return found


def _years(born: date, today: date) -> int:
    return today.year - born.year - ((today.month, today.day) < (born.month, born.day))
