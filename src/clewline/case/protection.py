"""What is recorded of a person's protection: why they are treated as a possible victim first, and what was done.

It reads what was recorded and weighs nothing: no score, no rank, and nothing that follows in law.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from clewline.case.ages import ADULT, Age, Answer, age_on
from clewline.record import Entry, all_kinds
from clewline.record.kinds.indicator_observed import IndicatorObserved
from clewline.record.kinds.protection_status import ProtectionStatus
from clewline.record.kinds.role import Role

MARKS = {
    "vulnerability_identified": "was identified as exploited or at risk",
    "nrm_referral": "was referred to the National Referral Mechanism",
    "duty_to_notify": "was reported under the duty to notify",
    "referral_received": "was referred by a professional who is worried about them",
}
"""Kinds by which a professional marks a person as possibly exploited, and what they say of them."""
EXPLOITED_ROLES = ("victim", "cuckooed resident")
"""Roles on a line of those who are exploited by it."""
SUSPECTED = ("arrest", "charge", "court_result", "role")
"""Kinds by which a person is, or was, suspected of something; the roles of the exploited are none."""
STEPS = (
    "indicator_observed",
    "protection_status",
    "vulnerability_identified",
    "need_seen_to",
    "consent",
    "safeguarding_offered",
    "safeguarding_engaged",
    "safeguarding_referral",
    "safeguarding_enquiry",
    "safeguarding_visit",
    "safeguarding_supported",
    "strategy_meeting",
    "child_protection_conference",
    "safety_plan",
    "missing_episode",
    "return_interview",
    "nrm_referral",
    "nrm_decision",
    "duty_to_notify",
    "section_45_considered",
)
"""Kinds that record what was seen of a person and done to protect them, in the order in which they are told."""


class By(StrEnum):
    """What makes a reason one."""

    AGE = "age"
    SIGN = "sign"
    STATUS = "status"
    MARK = "mark"
    ROLE = "role"


@dataclass(frozen=True, kw_only=True)
class Reason:
    """Why a person is treated as a possible victim first."""

    by: By
    sentence: str
    """What was recorded, after the person's name."""
    entry: Entry | None
    """The entry that says so; none where it is what no entry says: an age."""


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
    age: Age
    """Whether they are a child today."""
    status: Entry | None = None
    """The last entry by which a named person said what they are."""
    suspected: Sequence[Entry] = ()
    """The entries by which they are, or were, suspected of something: both are shown, and neither hides the other."""

    @property
    def possible_victim(self) -> bool:
        """Whether the person takes the protecting path."""
        return bool(self.reasons)


def protection(entries: Iterable[Entry], today: date) -> Protection:
    """Return what entries that name a person, and that stand, say of their protection."""
    some = sorted(entries, key=lambda one: (one.day, one.recorded_at))
    age = age_on(some, today)
    steps = [
        Step(title=all_kinds()[kind].title, entries=[one for one in some if one.kind == kind])
        for kind in STEPS
    ]
    return Protection(
        reasons=[*_young(some, age), *marks(some)],
        steps=steps,
        age=age,
        status=next((one for one in reversed(some) if isinstance(one.facts, ProtectionStatus)), None),
        suspected=[one for one in some if _suspected(one)],
    )


def age(entry: Entry) -> int | None:
    """Return the age on the day that an entry gives, if it gives one."""
    found: int | None = getattr(entry.facts, "age", None)
    return found


def marks(some: Iterable[Entry]) -> list[Reason]:
    """Return each entry by which somebody marked the person as possibly exploited, whatever their age."""
    return [found for one in some if (found := mark(one)) is not None]


def mark(entry: Entry) -> Reason | None:
    """Return that an entry is one by which somebody marked the person as possibly exploited; none where it is not."""
    facts = entry.facts
    if (said := MARKS.get(entry.kind)) is not None:
        return Reason(by=By.MARK, sentence=f"{said} {_on(entry)}", entry=entry)
    if isinstance(facts, IndicatorObserved):
        sign = facts.indicator.replace("_", " ")
        sentence = f"showed a sign, “{sign}”, as somebody noticed {_on(entry)}"
        return Reason(by=By.SIGN, sentence=sentence, entry=entry)
    if isinstance(facts, ProtectionStatus) and facts.status != "no concern recorded":
        sentence = f"is a {facts.status}, as {facts.said_by} said {_on(entry)}"
        return Reason(by=By.STATUS, sentence=sentence, entry=entry)
    if isinstance(facts, Role) and facts.role in EXPLOITED_ROLES:
        return Reason(by=By.ROLE, sentence=f"is said to be a {facts.role} of a line", entry=entry)
    return None


def _on(entry: Entry) -> str:
    return f"on {entry.day:%-d %B %Y}"


def _suspected(entry: Entry) -> bool:
    if isinstance(entry.facts, Role):
        return entry.facts.role not in (*EXPLOITED_ROLES, "customer")
    return entry.kind in SUSPECTED


def _young(some: Sequence[Entry], now: Age) -> list[Reason]:
    """Return the last entry that gives an age below 18, and that they are, or may be, a child today."""
    found = []
    for entry in reversed(some):
        known = age(entry)
        if known is not None and known < ADULT:
            found.append(
                Reason(
                    by=By.AGE, sentence=f"was {known} on {entry.day:%-d %B %Y}, as recorded then", entry=entry
                )
            )
            break
    behind = now.behind[-1] if now.behind else None
    if now.answer is Answer.CHILD:
        found.append(Reason(by=By.AGE, sentence="is under 18 today, as far as recorded", entry=behind))
    elif now.answer is Answer.DISPUTED:
        found.append(
            Reason(
                by=By.AGE,
                sentence="may be under 18: what is recorded of their age does not agree",
                entry=behind,
            )
        )
    elif now.answer is Answer.UNKNOWN and some:
        found.append(
            Reason(by=By.AGE, sentence="may be under 18: no entry says that they are not", entry=behind)
        )
    return found
