"""An earlier arrest shown in a person's record; it is history, not a result of the taskforce."""

from dataclasses import dataclass
from typing import ClassVar

from clewline.record.facts import Facts


@dataclass(frozen=True, kw_only=True)
class PriorArrest(Facts):
    """An earlier arrest shown in a person's record; it is history, not a result of the taskforce."""

    title: ClassVar[str] = "Earlier arrest"

    force: str
    """Force that made or printed the record."""
    person: str
    """The person as recorded by the force."""
    offence: str
    """CJS offence code of the earlier arrest."""
    arrest: str | None = None
    """Custody reference of the earlier arrest."""
