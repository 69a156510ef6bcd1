"""The lines of a case as people recorded them: what was said of each, and which numbers it used."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from clewline.case.known import standing
from clewline.case.scope import identifiers
from clewline.errors import BadInput
from clewline.record import Entry
from clewline.record.kinds.line import Line
from clewline.record.kinds.line_assessment import LineAssessment
from clewline.record.kinds.line_closure import LineClosure
from clewline.record.kinds.line_number import LineNumber

OF_LINES = ("line", "line_number", "line_closure", "line_disruption", "line_assessment", "role", "check_back")
"""Kinds of entry that are about a line."""
ENDING = ("correction", "batch_reversed", "disposal")
"""Kinds that end what an entry says."""


@dataclass(frozen=True, kw_only=True)
class Used:
    """A number that a line used, as recorded."""

    entry: Entry
    number: str
    """As it was written."""
    identifier: str | None
    """As phone records name it; none where it cannot be read as a telephone number."""
    first: date
    last: date | None


@dataclass(frozen=True, kw_only=True)
class RecordedLine:
    """One line, and the entries about it that stand, in the order in which they were recorded."""

    id: str
    entries: tuple[Entry, ...]

    @property
    def said(self) -> Line | None:
        """What it is, as last recorded; none where only its closure, a number or the like was."""
        return next((e.facts for e in reversed(self.entries) if isinstance(e.facts, Line)), None)

    @cached_property
    def numbers(self) -> tuple[Used, ...]:
        """The numbers that it used, the first used first."""
        found = [_used(e, e.facts) for e in self.entries if isinstance(e.facts, LineNumber)]
        return tuple(sorted(found, key=lambda used: used.first))

    @property
    def assessed(self) -> Entry | None:
        """The assessment of the latest day, if there is one."""
        some = [e for e in self.entries if isinstance(e.facts, LineAssessment)]
        return max(some, key=lambda e: e.day, default=None)

    @property
    def closures(self) -> list[Entry]:
        return [e for e in self.entries if isinstance(e.facts, LineClosure)]

    @property
    def latest(self) -> date:
        """The latest day of which something is recorded."""
        return max(e.day for e in self.entries)


@dataclass(frozen=True, kw_only=True)
class Lines:
    """The lines of a case by their ids, the one of which the latest is recorded first."""

    by_id: Mapping[str, RecordedLine]

    def with_number(self, identifier: str) -> tuple[RecordedLine, ...]:
        """Return the lines that used a number."""
        return tuple(self.by_id[one] for one in self._by_number.get(identifier, ()))

    @cached_property
    def _by_number(self) -> Mapping[str, list[str]]:
        found: dict[str, list[str]] = {}
        for line in self.by_id.values():
            for identifier in dict.fromkeys(used.identifier for used in line.numbers):
                if identifier is not None:
                    found.setdefault(identifier, []).append(line.id)
        return found


def recorded(entries: Iterable[Entry]) -> Lines:
    """Return the lines that the entries are about; those of the kinds of `ENDING` must be among them."""
    by_line: dict[str, list[Entry]] = {}
    for entry in standing(entries):
        if entry.kind in OF_LINES:
            facts: Any = entry.facts
            line = entry.subject if isinstance(facts, Line) else facts.line
            if line is not None:  # an export need not say which line was disrupted
                by_line.setdefault(line, []).append(entry)
    found = [RecordedLine(id=line, entries=tuple(some)) for line, some in by_line.items()]
    found.sort(key=lambda line: line.id)
    found.sort(key=lambda line: line.latest, reverse=True)
    return Lines(by_id={line.id: line for line in found})


def _used(entry: Entry, said: LineNumber) -> Used:
    return Used(
        entry=entry,
        number=said.number,
        identifier=identifier_of(said.number),
        first=said.used_from,
        last=said.used_to,
    )


def identifier_of(text: str) -> str | None:
    """Return a number, SIM or handset as phone records name it; none where it cannot be read."""
    try:
        (found,) = identifiers([text]).written()
    except BadInput:
        return None
    return found
