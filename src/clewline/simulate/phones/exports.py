"""Files of phone records and what stands in them: records, the blemishes planted among them, and the accounts."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime

import numpy as np

from clewline.simulate.phones.period import DAY, Period
from clewline.simulate.tables import SimulatedFile, Spot

Cell = str | int | float | datetime | None
Cells = dict[str, Cell]
"""Column to what stands in it."""

TAKEN, KNOWN, PROBLEM, BLANK, NOTICE = "taken", "known", "problem", "blank", "notice"
OTHER_IDENTIFIERS, OTHER_DATES = "other identifiers", "other dates"
"""What becomes of a record; the last two are outside the authority, and are counted and dropped."""


@dataclass(frozen=True, kw_only=True)
class Note:
    """What is planted in a record."""

    blemish: str
    outcome: str = PROBLEM
    rule: str = ""
    """Name of the rule that should refuse it."""
    column: str = ""
    listed: bool = True
    """Whether the list of blemishes names it; of a thousand alike only the first is named, and all are counted."""


@dataclass(kw_only=True)
class Record:
    """One record of a file."""

    at: float
    """Instant of the use, by which records are in order."""
    cells: Cells
    note: Note | None = None
    short: bool = False
    """Whether its last cells are missing."""


@dataclass(frozen=True, kw_only=True)
class Export:
    """A file, where its blemishes stand, and what becomes of its records."""

    file: SimulatedFile
    spots: list[Spot]
    accounts: Counter[str] = field(default_factory=Counter)
    """Outcome, and how many records have it."""


@dataclass(frozen=True, kw_only=True)
class Fault:
    """One kind of record that must be refused: an altered copy of a good one."""

    blemish: str
    rule: str
    column: str
    alter: Callable[[Cells], Cells]
    """Returns the cells that differ from those of the good record."""
    fits: Callable[[Cells], bool] = lambda cells: True
    short: bool = False


def faulty(
    rng: np.random.Generator, records: Sequence[Record], faults: Sequence[Fault], *, times: int = 2
) -> list[Record]:
    """Return copies of good records, each spoiled by one of the faults, `times` for each."""
    found = []
    for fault in faults:
        fitting = [r for r in records if r.note is None and fault.fits(r.cells)]
        for at in rng.integers(0, len(fitting), times if fitting else 0):
            good = fitting[int(at)]
            note = Note(blemish=fault.blemish, rule=fault.rule, column=fault.column)
            cells = {**good.cells, **fault.alter(good.cells)}
            found.append(Record(at=good.at, cells=cells, note=note, short=fault.short))
    return found


def mark(
    rng: np.random.Generator,
    records: Sequence[Record],
    note: Note,
    *,
    many: int,
    alter: Callable[[Cells], Cells],
    fits: Callable[[Cells], bool],
) -> None:
    """Alter some good records where they stand, in a way that costs nothing that counts."""
    fitting = [r for r in records if r.note is None and fits(r.cells)]
    for at in rng.permutation(len(fitting))[:many]:
        record = fitting[int(at)]
        record.cells, record.note = {**record.cells, **alter(record.cells)}, note


def near(records: Sequence[Record], period: Period, *, first: bool) -> list[Record]:
    """Return the good records of the first or of the last five days of a period."""
    bound = period.begins + 5 * DAY if first else period.ends - 5 * DAY
    return [r for r in records if r.note is None and (r.at < bound if first else r.at >= bound)]


def account(records: Sequence[Record]) -> Counter[str]:
    """Return how many records have which outcome."""
    return Counter(record.note.outcome if record.note else TAKEN for record in records)


def spots(records: Sequence[Record], *, file: str, sheet: str = "", first_line: int) -> list[Spot]:
    """Return where blemishes stand, the first record standing on `first_line`."""
    return [
        Spot(
            file=file,
            sheet=sheet,
            line=line,
            column=record.note.column,
            blemish=record.note.blemish,
            outcome=record.note.outcome,
            rule=record.note.rule,
        )
        for line, record in enumerate(records, start=first_line)
        if record.note and record.note.listed
    ]


def uncovered(number: str) -> str:
    """Return a number that no authority of the case names: one like a covered one, a digit off."""
    return f"{number[:-4]}{int(number[-4:]) + 5000}"
