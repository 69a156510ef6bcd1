"""A person as one force recorded them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from clewline.record.facts import Facts, Sex


@dataclass(frozen=True, kw_only=True)
class Person(Facts):
    """A person as one force recorded them. A person record is not yet a person."""

    title: ClassVar[str] = "Person as recorded"
    supersedes: ClassVar[bool] = False

    force: str
    """Force whose record it is."""
    number: str
    """The record system's own person number."""
    family_name: str | None = None
    """Family name as typed there."""
    given_names: str | None = None
    """Given names as typed there."""
    born: date | None = None
    """Date of birth as recorded."""
    sex: Sex | None = None
    """Sex as recorded."""
    ethnicity: str | None = None
    """Self-defined ethnicity as coded by the force; used to monitor fairness and for nothing else."""
    home_area: str | None = None
    """Area in which they live, as the force has it: a local authority, never an address."""

    def objections(self, day: date) -> Iterator[tuple[str, str]]:
        """Yield what cannot be true: being met before being born."""
        if self.born is not None and self.born > day:
            yield "born", "The person is recorded before their date of birth."
