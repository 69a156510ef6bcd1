"""What counting a figure gives: the number with the rows that make it. Nothing travels bare."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from clewline.figures.figure import Definition, Figure


@dataclass(frozen=True, kw_only=True)
class Row:
    """One row of a selection: an entry, what it counts as, and when."""

    entry_id: str
    unit: str
    day: date
    amount: Decimal
    supporting: str | None
    dimensions: Mapping[str, str | None]


@dataclass(frozen=True, kw_only=True)
class Counted:
    """A figure's value for a period, and the entries that make it."""

    figure: Figure
    definition: Definition
    title: str
    qualifiers: Mapping[str, str]
    unit: str
    start: date
    end: date
    value: Decimal | None
    """The number; none where a rate has an empty cohort."""
    numerator: int | None = None
    """For a rate, the units that count."""
    denominator: int | None = None
    """For a rate, the units of the cohort."""
    entries: tuple[str, ...] = ()
    """Ids of the entries that the number stands on, in order."""


@dataclass(frozen=True, slots=True)
class Origin:
    """Where an entry came from: its kind, subject and day, and the line of the file that it rests on."""

    entry_id: str
    kind: str
    subject: str
    day: date
    case: str
    sha256: str | None
    """SHA-256 of the received file; none for a statement."""
    sheet: str | None
    line: int | None
    recorded_by: str
