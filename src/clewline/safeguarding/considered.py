"""Nobody is charged as an offender who may be a victim, unless a named person considered section 45 first.

Section 45 of the Modern Slavery Act 2015 is a defence for victims of slavery and exploitation who were compelled to
offend, and for children who offended as a direct consequence of being a victim; the age that counts is that at the act
(legislation.gov.uk/ukpga/2015/30/section/45). The record weighs nothing: it asks that somebody did, and wrote down who
and why.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from clewline.case.ages import ADULT, Answer, Birth, aged, answered, assessed, births
from clewline.case.protection import mark
from clewline.record import Entry
from clewline.record.kinds.age_assessed import AgeAssessed
from clewline.record.kinds.charge import Charge
from clewline.record.kinds.consent import Consent
from clewline.record.kinds.section_45_considered import Section45Considered

RULE = "section-45"
"""Name of the rule, as problems of intake and forms bear it."""
_YOUNG = {
    Answer.CHILD: "was under 18",
    Answer.DISPUTED: "may have been under 18 (what is recorded of their age does not agree)",
    Answer.UNKNOWN: "may have been under 18 (no entry says that they were not)",
}


@dataclass(slots=True)
class Said:
    """What the standing entries say of one person, as far as a charge asks: little, since a file names many."""

    births: tuple[Birth, ...] = ()
    assessed: tuple[date, datetime, tuple[Birth, ...]] | None = None
    """Day and instant of the last assessment of their age, and what it found."""
    mark: str | None = None
    """The first sentence that marks them as possibly exploited."""
    considered: tuple[Section45Considered, ...] = ()
    answers: tuple[tuple[date, datetime, bool], ...] = ()
    """Each answer to whether they may be referred to the National Referral Mechanism: its day and instant, and whether
    it refuses nothing.
    """

    def hear(self, entry: Entry) -> None:
        """Take in what an entry that names the person says."""
        for birth in births(entry):
            if birth not in self.births:
                self.births += (birth,)
        if self.mark is None and (found := mark(entry)) is not None:
            self.mark = found.sentence
        facts = entry.facts
        if isinstance(facts, Section45Considered):
            self.considered += (facts,)
        if isinstance(facts, Consent) and facts.to == "NRM referral":
            self.answers += ((entry.day, entry.recorded_at, facts.answer == "given"),)
        if isinstance(facts, AgeAssessed):
            self._settle((entry.day, entry.recorded_at, assessed(entry)))

    def add(self, other: "Said") -> "Said":
        """Return what both say."""
        both = Said(
            births=tuple(dict.fromkeys((*self.births, *other.births))),
            assessed=self.assessed,
            mark=self.mark or other.mark,
            considered=(*self.considered, *other.considered),
            answers=(*self.answers, *other.answers),
        )
        if other.assessed is not None:
            both._settle(other.assessed)
        return both

    def _settle(self, found: tuple[date, datetime, tuple[Birth, ...]]) -> None:
        if self.assessed is None or self.assessed[:2] <= found[:2]:
            self.assessed = found

    def consents(self, day: date) -> bool:
        """Return whether the last that they said by a day is that they may be referred; of one instant, the answer that
        does not consent is the last.
        """
        some = [(on, at, not given) for on, at, given in self.answers if on <= day]
        return bool(some) and not max(some)[-1]

    def age(self, *more: Birth, day: date) -> Answer:
        """Return whether they were a child on a day, with what else is said of when they were born."""
        settled = None if self.assessed is None else self.assessed[2]
        return answered([*self.births, *more], day, settled=settled)


def said(entries: Iterable[Entry]) -> Said:
    """Return what entries that name one person, and that stand, say of them."""
    found = Said()
    for entry in sorted(entries, key=lambda one: (one.day, one.recorded_at)):
        found.hear(entry)
    return found


def objection(charge: Entry, known: Said) -> str | None:
    """Return why a charge is not recorded yet; none where it may be, or where the entry is no charge."""
    facts = charge.facts
    if not isinstance(facts, Charge):
        return None
    age = age_at_act(facts, charge.day, known)
    if age is Answer.ADULT and known.mark is None:
        return None
    some = [one for one in known.considered if covers(one, facts)]
    if any(one.test == "child" or age is Answer.ADULT for one in some):
        return None
    if some:
        return (
            f"Section 45 was considered of {facts.person} by the adult's test, but this person {_YOUNG[age]} at the "
            "act. Record that a named person considered it by the child's test, before the charge "
            "(Modern Slavery Act 2015, section 45)."
        )
    why = known.mark if age is Answer.ADULT else f"{_YOUNG[age]} at the act"
    return (
        f"This person {why}, so they are treated as a possible victim first. Record that a named person "
        f"considered section 45 of {facts.person}, with the reason, before the charge "
        "(Modern Slavery Act 2015, section 45)."
    )


def age_at_act(charge: Charge, charged_on: date, known: Said) -> Answer:
    """Return whether somebody was a child at the act that they are charged with.

    Where its day is not recorded, that of the charge stands in for it, and an age at the act counts as said: the act
    was before, so that who is a child on the day of the charge was one.
    """
    more = [] if charge.age is None else [aged(charge.age, charged_on)]
    if charge.age_at_act is None or charge.act_on is not None:
        if charge.age_at_act is not None and charge.act_on is not None:
            more.append(aged(charge.age_at_act, charge.act_on))
        return known.age(*more, day=charge.act_on or charged_on)
    if charge.age_at_act < ADULT:
        return Answer.CHILD
    found = known.age(*more, day=charged_on)
    return {Answer.UNKNOWN: Answer.ADULT, Answer.CHILD: Answer.DISPUTED}.get(found, found)


def covers(one: Section45Considered, charge: Charge) -> bool:
    """Return whether section 45 was considered of what is charged.

    It is of a person; where it names an arrest, an offence or a day of the act, and the charge does too, they agree.
    """
    pairs = ((one.arrest, charge.arrest), (one.offence, charge.offence), (one.act_on, charge.act_on))
    return one.person == charge.person and all(a is None or b is None or a == b for a, b in pairs)
