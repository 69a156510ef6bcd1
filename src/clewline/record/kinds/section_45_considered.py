"""A named person considered whether section 45 of the Modern Slavery Act 2015 protects a person."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import ClassVar, Literal

from clewline.record.facts import WorkWithPerson


@dataclass(frozen=True, kw_only=True)
class Section45Considered(WorkWithPerson):
    """A named person considered whether section 45 of the Modern Slavery Act 2015 protects a person.

    The age that counts is that at the act. The child's test asks for no compulsion. Offences of Schedule 4 are outside
    it (legislation.gov.uk/ukpga/2015/30/section/45).
    """

    title: ClassVar[str] = "Section 45 considered"
    supersedes: ClassVar[bool] = False

    considered_by: str
    """Who considered it."""
    test: Literal["child", "adult"]
    """Which test was applied: the child's where the person was under 18 at the act, or may have been."""
    outcome: Literal["the defence may apply", "the defence does not apply", "not settled"]
    """What they came to. It decides no charge: a prosecutor does."""
    reason: str
    """Why, whichever way."""
    act_on: date | None = None
    """Day of the act."""
    age_at_act: int | None = None
    """Age in whole years on the day of the act."""
    offence: str | None = None
    """CJS offence code considered; none where it was every offence of the act."""
    arrest: str | None = None
    """Custody reference of the arrest for the act."""
    direct_consequence: bool | None = None
    """Child's test: whether the act was done as a direct consequence of being a victim (section 45(4)(b))."""
    reasonable_person: bool | None = None
    """Whether a reasonable person with the relevant characteristics might do the act (adult: would have no realistic
    alternative).
    """
    compelled: bool | None = None
    """Adult's test: whether they did it because they were compelled to (section 45(1)(b))."""
    attributable: bool | None = None
    """Adult's test: whether the compulsion is attributable to slavery or relevant exploitation (section 45(1)(c))."""
    schedule_4: bool | None = None
    """Whether the offence is listed in Schedule 4, to which section 45 does not apply."""

    def objections(self, day: date) -> Iterator[tuple[str, str]]:
        """Yield what cannot be true: an act after its consideration, or a test for another age."""
        yield from WorkWithPerson.objections(self, day)
        if self.age_at_act is not None and not 0 <= self.age_at_act <= 120:
            yield "age_at_act", "The age at the act is not between 0 and 120 years."
        if self.act_on is not None and self.act_on > day:
            yield "act_on", "The act is later than its consideration."
        if self.age_at_act is not None and self.age_at_act < 18 and self.test == "adult":
            yield "test", "Who was under 18 at the act is considered by the child's test."
