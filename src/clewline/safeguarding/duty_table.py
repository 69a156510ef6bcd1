"""Read a table of duties: all of it, or none of it and what is wrong with it, line by line.

A duty that is read wrongly is one that somebody is not told of, so that nothing is guessed and nothing is skipped.
"""

import csv
import io
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import fields
from datetime import date
from enum import StrEnum
from typing import Any

from clewline.errors import BadDeclaration
from clewline.record import all_kinds
from clewline.safeguarding.conditions import CONDITIONS, Happening
from clewline.safeguarding.duty import About, Counts, Duty, How, Unit

COLUMNS = (
    *("duty", "title", "owed_by", "about", "starts", "fulfils", "needs", "unless", "counts", "how", "amount"),
    *("unit", "counted_from", "authority", "source", "valid_from", "valid_to", "where", "notes"),
)
FILLED = ("duty", "title", "owed_by", "starts", "fulfils", "counted_from", "authority", "source")
"""Columns that no row leaves empty, beside those that hold a word of a list."""
MOST = 1000
"""Of any unit: a limit above it is a slip of the hand."""


def read_duties(text: str, *, name: str) -> tuple[Duty, ...]:
    """Return the rows of a table of duties; `name` is what it is called in a refusal.

    :raises BadDeclaration: a row is wrong: what, for each, by its line. Nothing of the table is used then.
    """
    problems: list[str] = []
    rows = list(_rows(text, problems))
    if not problems:
        problems += _overlaps(rows)
    if problems:
        raise BadDeclaration(f"The table of duties {name} is not used. " + " ".join(problems))
    return tuple(rows)


def _rows(text: str, problems: list[str]) -> Iterator[Duty]:
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    line = 1
    try:
        for cells in reader:
            at, line = line, reader.line_num + 1
            if at == 1:
                if tuple(cells) != COLUMNS:
                    problems.append(f"Line 1: the columns are not {', '.join(COLUMNS)}.")
                    return
            elif len(cells) != len(COLUMNS):
                problems.append(f"Line {at}: it has {len(cells)} cells and not {len(COLUMNS)}.")
            else:
                yield from _row(dict(zip(COLUMNS, (c.strip() for c in cells), strict=True)), at, problems)
    except csv.Error as wrong:
        problems.append(f"Line {line}: {wrong}.")
    if line == 1:
        problems.append("Line 1: the table is empty.")


def _row(said: Mapping[str, str], line: int, problems: list[str]) -> Iterator[Duty]:
    wrong: list[str] = [f"{name} is empty" for name in FILLED if not said[name]]
    found: dict[str, Any] = {"line": line}
    for field in fields(Duty):
        if field.name in said:
            try:
                found[field.name] = _READERS.get(field.name, str)(said[field.name])
            except ValueError as refusal:
                wrong.append(f"{field.name}: {refusal}")
    if not wrong:
        wrong += _against(found)
    if wrong:
        problems.append(f"Line {line}: {'; '.join(wrong)}.")
    else:
        yield Duty(**found)


def _against(found: Mapping[str, Any]) -> Iterator[str]:
    """Yield what does not fit together in a row."""
    limited = found["how"] in (How.WITHIN, How.NOT_BEFORE)
    if limited != (found["amount"] is not None) or limited != (found["unit"] is not None):
        yield f"a duty {found['how']!s} {'has' if limited else 'has no'} amount and unit"
    if None not in (found["valid_from"], found["valid_to"]) and found["valid_to"] < found["valid_from"]:
        yield "valid_to is before valid_from"


def _overlaps(rows: Sequence[Duty]) -> Iterator[str]:
    """Yield rows of which two would hold on one day for one person, or that count one duty in two ways."""
    for i, one in enumerate(rows):
        for other in rows[:i]:
            if one.duty == other.duty and one.counts is not other.counts:
                yield f"Line {one.line}: {one.duty} counts {one.counts}, and by line {other.line} {other.counts}."
            same = (
                one.duty == other.duty
                and one.where == other.where
                and About.EITHER
                in (
                    one.about,
                    other.about,
                    About.EITHER if one.about is other.about else None,
                )
            )
            first = max(one.valid_from or date.min, other.valid_from or date.min)
            last = min(one.valid_to or date.max, other.valid_to or date.max)
            if same and first <= last:
                yield f"Line {one.line}: {one.duty} holds on days on which it holds by line {other.line} already."


def _happenings(text: str) -> tuple[Happening, ...]:
    return tuple(_happening(part.strip()) for part in text.split(";")) if text else ()


def _happening(text: str) -> Happening:
    kind, colon, condition = (part.strip() for part in text.partition(":"))
    known = all_kinds().get(kind)
    if known is None:
        raise ValueError(f"there is no kind of entry {kind!r}")
    if "person" not in {field.name for field in fields(known)}:
        raise ValueError(f"an entry of the kind {kind!r} names no person")
    if not colon:
        return Happening(kind=kind)
    if (kind, condition) not in CONDITIONS:
        there = ", ".join(words for of, words in CONDITIONS if of == kind) or "none"
        raise ValueError(f"{condition!r} is no condition of {kind!r}; there are: {there}")
    return Happening(kind=kind, condition=condition)


def _one_of(words: type[StrEnum]) -> Callable[[str], StrEnum]:
    def read(text: str) -> StrEnum:
        try:
            return words(text)
        except ValueError:
            raise ValueError(f"{text!r} is none of {', '.join(words)}") from None

    return read


def _amount(text: str) -> int | None:
    if not text:
        return None
    if not (text.isascii() and text.isdecimal() and 0 < int(text) <= MOST):
        raise ValueError(f"{text!r} is no whole number from 1 to {MOST}")
    return int(text)


def _unit(text: str) -> StrEnum | None:
    return _one_of(Unit)(text) if text else None


def _day(text: str) -> date | None:
    if not text:
        return None
    try:
        found = date.fromisoformat(text)
    except ValueError:
        found = None
    if found is None or found.isoformat() != text:
        raise ValueError(f"{text!r} is no day as 2022-12-13")
    return found


_READERS: Mapping[str, Callable[[str], Any]] = {
    "about": _one_of(About),
    "starts": _happenings,
    "fulfils": _happenings,
    "needs": _happenings,
    "unless": _happenings,
    "counts": _one_of(Counts),
    "how": _one_of(How),
    "amount": _amount,
    "unit": _unit,
    "valid_from": _day,
    "valid_to": _day,
}
"""How the cells of a column are read; the others are text."""
