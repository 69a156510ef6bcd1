"""How old a person was on a day, by all that is recorded of it: under 18, 18 or over, or not settled.

Each date of birth, age and assessment says between which days the person was born. Those that leave it open on the day
asked about say nothing, unless what they say and what others say cannot both be true; those that answer must agree.
Where nothing answers, or two answers differ, the age is not settled, and the person is treated as a child until a named
person has settled it. That an assessment is awaited is recorded as one whose outcome is disputed.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import lru_cache

from clewline.record import Entry
from clewline.record.kinds.age_assessed import AgeAssessed
from clewline.record.kinds.charge import Charge
from clewline.record.kinds.person import Person
from clewline.record.kinds.section_45_considered import Section45Considered

ADULT = 18
"""Age in whole years from which a person is no child."""
_OF_AN_ACT = (Charge, Section45Considered)


class Answer(StrEnum):
    """Whether somebody was a child on a day."""

    CHILD = "under 18"
    ADULT = "18 or over"
    UNKNOWN = "not known"
    DISPUTED = "disputed"


@dataclass(frozen=True, slots=True)
class Birth:
    """Between which days somebody was born, by one entry."""

    first: date
    last: date

    def on(self, day: date) -> Answer:
        """Return whether they were a child on that day; not known where the entry leaves it open."""
        if years(self.last, day) >= ADULT:
            return Answer.ADULT
        return Answer.CHILD if years(self.first, day) < ADULT else Answer.UNKNOWN

    def meets(self, other: "Birth") -> bool:
        """Return whether both can be true."""
        return self.first <= other.last and other.first <= self.last


@dataclass(frozen=True, kw_only=True)
class Age:
    """Whether somebody was a child on a day, and the entries that say so."""

    answer: Answer
    behind: Sequence[Entry] = ()

    @property
    def child(self) -> bool:
        """Whether they are treated as a child: they were one, or it is not settled."""
        return self.answer is not Answer.ADULT

    @property
    def settled(self) -> bool:
        """Whether the record answers with one voice."""
        return self.answer in (Answer.CHILD, Answer.ADULT)


def years(born: date, day: date) -> int:
    """Return the age in whole years of somebody on a day; born on 29 February, they grow older on 1 March."""
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))


@lru_cache(1 << 12)  # most people of a file were met in the same days
def aged(age: int, day: date) -> Birth:
    """Return between which days somebody was born who was so many whole years old on a day."""
    return Birth(_back(day, age + 1) + timedelta(days=1), _back(day, age))


def births(entry: Entry) -> tuple[Birth, ...]:
    """Return what an entry that names a person says of when they were born; an assessment is none of them."""
    facts = entry.facts
    if isinstance(facts, AgeAssessed):
        return ()
    if isinstance(facts, Person):
        return () if facts.born is None else (Birth(facts.born, facts.born),)
    age: int | None = getattr(facts, "age", None)
    found = () if age is None else (aged(age, entry.day),)
    if isinstance(facts, _OF_AN_ACT) and facts.age_at_act is not None and facts.act_on:
        return (aged(facts.age_at_act, facts.act_on), *found)
    return found


def assessed(entry: Entry) -> tuple[Birth, ...]:
    """Return what an assessment found: one answer; none where it left the age disputed, or is no assessment."""
    facts = entry.facts
    if not isinstance(facts, AgeAssessed) or facts.outcome == "disputed":
        return ()
    if facts.born is not None:
        return (Birth(facts.born, facts.born),)
    eighteen = _back(entry.day, ADULT)
    if facts.outcome == "under 18":
        return (Birth(eighteen + timedelta(days=1), entry.day),)
    return (Birth(date.min, eighteen),)


def age_on(entries: Iterable[Entry], day: date) -> Age:
    """Return whether the person whom these entries name, all of which stand, was a child on a day."""
    some = sorted(entries, key=lambda one: (one.day, one.recorded_at))
    settled = next((one for one in reversed(some) if isinstance(one.facts, AgeAssessed)), None)
    said = [(one, birth) for one in some for birth in births(one)]
    if settled is not None:
        said = [(settled, birth) for birth in assessed(settled)] + said
    answer = answered(
        [birth for _, birth in said], day, settled=None if settled is None else assessed(settled)
    )
    behind = {
        one.id: one for one, birth in said if birth.on(day) is not Answer.UNKNOWN or answer is Answer.DISPUTED
    }
    if settled is not None:
        behind = {settled.id: settled} | behind
    return Age(answer=answer, behind=list(behind.values()))


def answered(some: Sequence[Birth], day: date, *, settled: Sequence[Birth] | None) -> Answer:
    """Return whether somebody was a child on a day, who was born as each of `some` says.

    `settled` is what the last assessment found, empty where it left the age disputed, and none where there was none.
    What it rules out is set aside by it. Where nobody settled it, time does not: of two entries of which one alone can
    be true, that which makes them an adult counts once the other does too.
    """
    if settled is None and len(some) == 1:
        return some[0].on(day)
    if settled is not None:
        if not settled:
            return Answer.DISPUTED
        some = [*settled, *(birth for birth in some if birth.meets(settled[0]))]
    told = [(birth, birth.on(day)) for birth in some]
    answers = {answer for _, answer in told if answer is not Answer.UNKNOWN}
    if len(answers) > 1:
        return Answer.DISPUTED
    answer = answers.pop() if answers else Answer.UNKNOWN
    if answer is Answer.ADULT and not (settled and settled[0].on(day) is Answer.ADULT):
        open_ = [birth for birth, answer in told if answer is Answer.UNKNOWN]
        if any(not one.meets(other) for one in open_ for other, _ in told):
            return Answer.DISPUTED
    return answer


def _back(day: date, by: int) -> date:
    """Return the day so many years before; before a 29 February that is none, 28 February."""
    year = max(day.year - by, date.min.year)
    try:
        return day.replace(year=year)
    except ValueError:
        return day.replace(year=year, day=28)
