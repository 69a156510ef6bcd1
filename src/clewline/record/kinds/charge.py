"""One charge against one person."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from clewline.record.facts import WorkWithPerson


@dataclass(frozen=True, kw_only=True)
class Charge(WorkWithPerson):
    """One charge against one person.

    People charged are not charges: count each apart. The subject is the charge reference.
    """

    title: ClassVar[str] = "Charge"

    offence: str
    """CJS offence code charged."""
    arrest: str | None = None
    """Custody reference that led to it."""
    act_on: date | None = None
    """Day of the act charged."""
    age_at_act: int | None = None
    """Age in whole years on the day of the act, by which section 45 of the Modern Slavery Act 2015 asks."""

    def objections(self, day: date) -> Iterator[tuple[str, str]]:
        """Yield what cannot be true: an act after its charge, or an age at it outside a human life."""
        yield from WorkWithPerson.objections(self, day)
        if self.act_on is not None and self.act_on > day:
            yield "act_on", "The act is later than the charge."
        if self.age_at_act is not None and not 0 <= self.age_at_act <= 120:
            yield "age_at_act", "The age at the act is not between 0 and 120 years."
