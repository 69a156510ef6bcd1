"""A person is known to use a telephone number."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from clewline.record.facts import WorkWithPerson


@dataclass(frozen=True, kw_only=True)
class NumberUsed(WorkWithPerson):
    """A person is known to use a telephone number."""

    title: ClassVar[str] = "Number used by a person"

    number: str
    """Telephone number in E.164."""
    basis: str
    """What the saying rests on, as `handset returned to them`."""
    used_from: date | None = None
    """First day of use as known."""
    used_to: date | None = None
    """Last day of use as known."""

    def objections(self, day: date) -> Iterator[tuple[str, str]]:
        """Yield what cannot be true: a use that ends before it begins."""
        yield from WorkWithPerson.objections(self, day)
        if self.used_from is not None and self.used_to is not None and self.used_to < self.used_from:
            yield "used_to", "The use ends before it begins."
