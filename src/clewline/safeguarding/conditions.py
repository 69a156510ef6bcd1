"""The closed vocabulary in which the table of duties says what happened: a kind of entry, and what must be true of it.

Each condition is a few words of the field, and one function that answers yes, no, or why it cannot be told. A table may
use no others; a new one is a row here.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, cast

from clewline.case.ages import ADULT
from clewline.record import Entry
from clewline.record.kinds.age_assessed import AgeAssessed
from clewline.record.kinds.consent import Consent
from clewline.record.kinds.missing_episode import MissingEpisode
from clewline.record.kinds.person import Person
from clewline.record.kinds.protection_status import ProtectionStatus

History = Sequence[Entry]
"""Entries of one person that stand, the earliest day first."""


@dataclass(frozen=True)
class CannotTell:
    """The record does not say whether a condition is met."""

    why: str
    """A sentence about what is not recorded."""


Answer = bool | CannotTell
Test = Callable[[Entry, History], Answer]

MARKING = ("vulnerability_identified", "referral_received")
"""Kinds by which a professional marks somebody as exploited or at risk."""
MARKED = ("possible victim", "victim")
"""Statuses by which a named person marks somebody as possibly exploited."""
LOCAL_AUTHORITY = (
    "council",
    "local authority",
    "children's services",
    "children's social care",
    "social services",
    "borough",
)
"""Words by which the name of a partner says that it is a local authority."""
PANEL_DAYS = 100
"""Days before their 18th birthday of which a child has more where a devolved panel decides (yjlc.uk)."""


@dataclass(frozen=True, kw_only=True)
class Happening:
    """A kind of entry, and what must be true of one."""

    kind: str
    condition: str | None = None

    def is_(self, entry: Entry, history: History) -> Answer:
        """Return whether an entry is such a happening; `history` is what stands of the same person."""
        if entry.kind != self.kind:
            return False
        return True if self.condition is None else CONDITIONS[self.kind, self.condition](entry, history)

    @property
    def text(self) -> str:
        """Return it as the table says it."""
        return self.kind if self.condition is None else f"{self.kind}: {self.condition}"


def answer(some: Sequence[Happening], entry: Entry, history: History) -> Answer:
    """Return whether an entry is any of some happenings; why it cannot be told only where it is none for certain."""
    unsure: Answer = False
    for one in some:
        found = one.is_(entry, history)
        if found is True:
            return True
        if found is not False:
            unsure = found
    return unsure


def _field(name: str, *values: object) -> Test:
    return lambda entry, history: getattr(entry.facts, name) in values


def _on_a_line(entry: Entry, history: History) -> Answer:
    return cast(Any, entry.facts).line is not None


def _of_a_vulnerable_person(entry: Entry, history: History) -> Answer:
    return any(
        one.day <= entry.day
        and (one.kind in MARKING or (isinstance(one.facts, ProtectionStatus) and one.facts.status in MARKED))
        for one in history
    )


def _consent(*answers: str) -> Test:
    def last(entry: Entry, history: History) -> Answer:
        if not _to_the_nrm(entry):
            return False
        asked = [one for one in history if _to_the_nrm(one)]
        return asked[-1].id == entry.id and cast(Consent, entry.facts).answer in answers

    return last


def _to_the_nrm(entry: Entry) -> bool:
    return isinstance(entry.facts, Consent) and entry.facts.to == "NRM referral"


def _decision(stage: str, *outcomes: str) -> Test:
    def said(entry: Entry, history: History) -> Answer:
        facts = cast(Any, entry.facts)
        return facts.stage == stage and (not outcomes or facts.outcome in outcomes)

    return said


def _days_from_18(entry: Entry, history: History) -> Answer:
    born = _born(history)
    if not born:
        return CannotTell("No date of birth is recorded, so the days to the 18th birthday are not known.")
    if len(born) > 1:
        return CannotTell(
            f"{len(born)} dates of birth are recorded, so the days to the 18th birthday are not known."
        )
    return (_birthday(next(iter(born)), ADULT) - entry.day).days > PANEL_DAYS


def _born(history: Iterable[Entry]) -> set[date]:
    """Return the dates of birth that entries give."""
    some = (one.facts for one in history)
    return {one.born for one in some if isinstance(one, Person | AgeAssessed) and one.born is not None}


def _birthday(born: date, years: int) -> date:
    """Return the day on which somebody is so many years old; who was born on 29 February is on 1 March."""
    try:
        return born.replace(year=born.year + years)
    except ValueError:
        return date(born.year + years, 3, 1)


def _to_a_local_authority(entry: Entry, history: History) -> Answer:
    partner = cast(Any, entry.facts).partner
    if partner is None:
        return CannotTell("A safeguarding referral is recorded that does not name the partner.")
    said = " ".join(partner.casefold().replace("’", "'").split())
    return any(re.search(rf"\b{re.escape(word)}\b", said) for word in LOCAL_AUTHORITY)


def _section(number: int) -> Test:
    said = re.compile(rf"\b(?:section|sec\.?|ss?\.?)\s*{number}\b", re.IGNORECASE)
    return lambda entry, history: _provision(entry, said)


def _provision(entry: Entry, said: re.Pattern[str]) -> Answer:
    provision = cast(Any, entry.facts).duty
    if provision is None:
        return CannotTell("An enquiry is recorded that does not say under which provision.")
    return said.search(provision) is not None


def _before_section_47(entry: Entry, history: History) -> Answer:
    """Return whether a section 47 enquiry was opened on this discussion: on its day or later, and before the next."""
    following = [one.day for one in history if one.kind == entry.kind and one.day > entry.day]
    until = min(following, default=None)
    unsure: Answer = False
    for one in history:
        if one.kind == "safeguarding_enquiry" and one.day >= entry.day and (until is None or one.day < until):
            found = CONDITIONS["safeguarding_enquiry", "section 47"](one, history)
            if found is True:
                return True
            unsure = found or unsure
    return unsure


def _found(entry: Entry, history: History) -> Answer:
    facts = cast(MissingEpisode, entry.facts)
    if facts.found is None and facts.found_at is None:
        return CannotTell("It is not recorded whether they were found.")
    return facts.found is not False


CONDITIONS: Mapping[tuple[str, str], Test] = {
    ("arrest", "on a line"): _on_a_line,
    ("arrest", "of a vulnerable person"): _of_a_vulnerable_person,
    ("consent", "NRM referral given"): _consent("given"),
    ("consent", "NRM referral refused or withdrawn"): _consent("refused", "withdrawn"),
    ("missing_episode", "found"): _found,
    ("need_seen_to", "appropriate adult"): _field("need", "appropriate adult"),
    ("need_seen_to", "legal advice"): _field("need", "legal advice"),
    ("need_seen_to", "medical"): _field("need", "medical"),
    ("nrm_decision", "conclusive grounds"): _decision("conclusive grounds"),
    ("nrm_decision", "reasonable grounds"): _decision("reasonable grounds"),
    ("nrm_decision", "reasonable grounds positive"): _decision("reasonable grounds", "positive"),
    ("nrm_referral", "more than 100 days before 18"): _days_from_18,
    ("protection_status", "possible victim or victim"): _field("status", *MARKED),
    ("return_interview", "declined"): _field("outcome", "declined"),
    ("return_interview", "held"): _field("outcome", "held"),
    ("return_interview", "offered"): _field("outcome", "offered"),
    ("safeguarding_enquiry", "not statutory"): lambda entry, history: _provision(
        entry, re.compile(r"\bnon-?\s?statutory\b|\bnot statutory\b", re.IGNORECASE)
    ),
    ("safeguarding_enquiry", "section 17"): _section(17),
    ("safeguarding_enquiry", "section 42"): _section(42),
    ("safeguarding_enquiry", "section 47"): _section(47),
    ("safeguarding_referral", "to a local authority"): _to_a_local_authority,
    ("strategy_meeting", "before a section 47 enquiry"): _before_section_47,
}
"""Each condition by the kind of entry that it is about and its words in the table."""
