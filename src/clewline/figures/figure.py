"""What a figure declares: its unit, its definitions with their authority, and one selection each."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from typing import Literal

from clewline.errors import BadDeclaration, Misused

Measure = Literal["count", "sum", "rate"]
"""How a selection becomes a number.

count: the number of different units. sum: the amounts, each unit once (where several entries report one
unit, the largest amount; all of them are listed). rate: of the different units, the share with an amount
above zero, in per cent.
"""

AGE_GROUP = "case when age < 18 then 'child' when age >= 18 then 'adult' end as age_group"
"""SQL for the dimension `age_group` from an age at the event; not recorded stays null."""

WEEK = (date(2023, 2, 27), date(2023, 3, 5))
"""The period of a worked example that names none."""


@dataclass(frozen=True, kw_only=True)
class Example:
    """A small case in notation, and what the figure says of it: a test, and a paragraph of the methods page."""

    given: str
    """Entries, in notation."""
    value: Decimal | int | None
    """The number; none where a rate has nothing to divide by."""
    stands_on: tuple[str, ...]
    """Ids of the entries that the number opens to, in order."""
    says: str = ""
    """What the example shows, in a sentence."""
    period: tuple[date, date] = WEEK
    where: Mapping[str, str] = field(default_factory=dict)
    """Qualifiers, as in `Part`."""
    as_of: datetime | None = None
    """As known at this instant; none for all that is written."""


@dataclass(frozen=True, kw_only=True)
class Definition:
    """One way of counting, with the authority for it. Several definitions of a figure live side by side."""

    version: str
    """Name and number of the definition, as `programme 1`."""
    sentence: str
    """What is counted, in a sentence for the public."""
    authority: str
    """Whose definition it is, and where it stands."""
    select: str
    """SQL in the portable subset, over one table per kind of entry and the reference tables.

    It returns `entry_id` (text), `unit` (text: what is counted once), `day` (the date it counts on), `amount`
    (a number), the figure's dimensions, and, where the row rests on a second entry, `supporting`.
    Tables hold what was known at the instant asked for: `entry_id`, `subject`, `day` and the kind's fields.
    """
    examples: tuple[Example, ...]


@dataclass(frozen=True, kw_only=True)
class Part:
    """A narrower row of the figure that is shown under it, as charges for drug trafficking."""

    title: str
    where: Mapping[str, str]
    """Dimension to value; several values are joined by `+`, as `A+B`. Also the qualifiers of the claim."""
    unit: str | None = None
    """Unit of this row where it differs, as another currency."""


@dataclass(frozen=True, kw_only=True)
class Figure:
    """A published number and how it is counted. `name` is its indicator, and the name of its file."""

    name: str
    title: str
    unit: str
    measure: Measure
    definitions: tuple[Definition, ...]
    """The first is the one that is shown unless another is asked for."""
    dimensions: tuple[str, ...]
    """Columns of the selection by which the figure can be broken down."""
    parts: tuple[Part, ...] = ()
    base: str | None = None
    """For a rate: what it is a percentage of, in words."""
    where: Mapping[str, str] = field(default_factory=dict)
    """What the whole figure is narrowed to, as cash to pounds."""
    group: str = "Results"
    """Heading under which the figure is printed."""
    rank: int = 9
    """Place within its group, the lowest first: what a bulletin leads with."""
    overlaps: tuple[tuple[str, str], ...] = ()
    """Pairs of parts, by title, that share rows and so do not add to the whole; the overlap is printed."""
    usual: Literal["period", "programme", "financial year"] = "period"
    """Period that the figure is usually published for; the others are printed on request."""
    nought_beside: str | None = None
    """Name of a figure beside whose rows a nought of this one is a result and is printed; none: it is left out."""

    def part(self, title: str) -> "Part":
        """Return the part of that title.

        :raises BadDeclaration: the figure has no such part.
        """
        for part in self.parts:
            if part.title == title:
                return part
        raise BadDeclaration(f"{self.name} has no part {title!r}.")

    def definition(self, version: str | None = None) -> Definition:
        """Return the definition of that version, or the first.

        :raises Misused: the figure has no such definition.
        """
        for definition in self.definitions:
            if version in (None, definition.version):
                return definition
        known = ", ".join(d.version for d in self.definitions)
        raise Misused(f"{self.name} has no definition {version!r}; it has {known}.")
