"""Rows of a table to entries: a layout of a mapping, compiled against the header of one file or sheet."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import MISSING, dataclass, fields
from datetime import date
from typing import Any, get_type_hints

from clewline.formats.mapping import EntryTemplate, Layout, SystemMapping, Take
from clewline.formats.values import Lists, Unreadable, age_on, reader
from clewline.record import Facts, Problem
from clewline.record.identity import person_id
from clewline.record.problem import value_class

PEOPLE = ("person", "holder")
"""Fields that hold a record system's own person number, made the force's through `record.identity`."""

Cells = Sequence[str | None]
_Field = tuple[str, str, int, Callable[[str], Any], bool]
"""Name of a field, its column, the column's place, what reads its cell, and whether it is needed."""


@dataclass(frozen=True, slots=True)
class Draft:
    """An entry to be: what a row says, before the record gives it an id, a case and an instant."""

    subject: str
    day: date
    facts: Facts


class _Refused(Exception):
    """A row that gives no entries, and the column that is the reason."""

    def __init__(self, column: str | None, value: str | None, wrong: Unreadable) -> None:
        super().__init__(wrong.rule)
        self.column, self.value, self.wrong = column, value, wrong


class RowReader:
    """Turns the rows of one table into drafts or problems."""

    def __init__(
        self,
        mapping: SystemMapping,
        layout: Layout,
        header: Sequence[str],
        *,
        lists: Lists,
        received_on: date,
        sheet: str | None = None,
    ) -> None:
        places = {name: i for i, name in enumerate(header)}
        self._sheet = sheet
        self._always = [_Entry(mapping, t, places, lists, received_on) for t in layout.entries if not t.when]
        self._sometimes = [_Entry(mapping, t, places, lists, received_on) for t in layout.entries if t.when]
        self._decisive = ", ".join(sorted({c for t in layout.entries for c in t.when}))
        self.unread = tuple(name for name in header if name and name not in layout.columns)
        """Columns that the mapping does not read."""

    def read(self, line: int, cells: Cells) -> list[Draft] | Problem:
        """Return the row's drafts, at least one, or what is wrong with it."""
        try:
            drafts = [entry.draft(cells) for entry in self._always if entry.applies(cells)]
            chosen = [entry.draft(cells) for entry in self._sometimes if entry.applies(cells)]
        except _Refused as refused:
            return self._problem(line, refused.column, refused.value, refused.wrong)
        if self._sometimes and not chosen:
            wrong = Unreadable(
                "unknown-code",
                "No entry of the mapping takes a row with this code.",
                "Correct the code, or add it to the mapping.",
            )
            return self._problem(line, self._decisive, None, wrong)
        if not drafts and not chosen:
            wrong = Unreadable(
                "nothing-recorded",
                "The row says nothing that the mapping takes.",
                "Fill in the row or remove it.",
            )
            return self._problem(line, None, None, wrong)
        return drafts + chosen

    def faults(self, line: int, cells: Cells) -> list[Problem]:
        """Return all that is wrong with the row, at most one problem for each column; `read` stops at the first."""
        found: dict[str | None, Problem] = {}
        for entry in (*self._always, *self._sometimes):
            for refused in entry.faults(cells) if entry.applies(cells) else ():
                problem = self._problem(line, refused.column, refused.value, refused.wrong)
                found.setdefault(refused.column, problem)
        return list(found.values())

    def _problem(self, line: int, column: str | None, value: str | None, wrong: Unreadable) -> Problem:
        return Problem(
            line=line,
            sheet=self._sheet,
            column=column,
            rule=wrong.rule,
            what=wrong.what,
            do=wrong.do,
            value_class=None if value is None else value_class(value),
        )


_EMPTY = Unreadable("missing", "The cell is empty, and the record needs it.", "Fill it in at its source.")


class _Entry:
    """One entry template, compiled: which cells, and what reads them."""

    def __init__(
        self,
        mapping: SystemMapping,
        template: EntryTemplate,
        places: dict[str, int],
        lists: Lists,
        received_on: date,
    ) -> None:
        self._kind = template.kind
        self._received_on = received_on
        self._day_column = template.day
        self._day_at = places[template.day]
        day_take = Take(column=template.day)
        self._read_day = reader("day", date, day_take, mapping.dates, lists)
        self._subject = _template(template.subject, places)
        self._when = [(places[column], words) for column, words in template.when.items()]
        self._unless_empty = [places[column] for column in template.unless_empty]
        hints = get_type_hints(template.kind)
        needed = {f.name for f in fields(template.kind) if f.default is MISSING} | set(template.needed)
        self._constants: dict[str, Any] = {}
        self._fields: list[_Field] = []
        self._ages: list[tuple[str, str, int]] = []
        self._columns = {name: take.column or take.born for name, take in template.fields.items()}
        for name, take in template.fields.items():
            if take.born is not None:
                self._ages.append((name, take.born, places[take.born]))
                continue
            read = reader(name, hints[name], take, mapping.dates, lists)
            if take.column is None:
                self._constants[name] = read(take.value or "")
            else:
                self._fields.append((name, take.column, places[take.column], read, name in needed))
        self._people = [name for name in PEOPLE if name in template.fields]
        self._read_birth = reader("born", date, day_take, mapping.dates, lists)

    def applies(self, cells: Cells) -> bool:
        """Return whether the row is one of this entry's."""
        for at, words in self._when:
            if (cells[at] or "").strip().casefold() not in words:
                return False
        return all((cells[at] or "").strip() for at in self._unless_empty)

    def draft(self, cells: Cells) -> Draft:
        """Return what the row says.

        :raises _Refused: a cell cannot be read, is needed and empty, or says what cannot be true.
        """
        on = self._day(cells)
        facts = self._facts(cells, on)
        for name, sentence in facts.objections(on):
            raise self._objection(name, sentence)
        return Draft(self._name(cells, facts), on, facts)

    def faults(self, cells: Cells) -> Iterator[_Refused]:
        """Yield each thing for which the row is refused: what cannot be read, or else what cannot be true."""
        alone: list[Callable[[], object]] = [lambda: self._day(cells), lambda: self._name(cells, None)]
        alone += [lambda one=one: self._said(cells, [one]) for one in self._fields]  # type: ignore[misc]  # its own
        readable = True
        for read in alone:
            try:
                read()
            except _Refused as refused:
                readable = False
                yield refused
        if readable:
            on = self._day(cells)
            try:
                facts = self._facts(cells, on)
            except _Refused as refused:
                yield refused
                return
            for name, sentence in facts.objections(on):
                yield self._objection(name, sentence)

    def _objection(self, name: str, sentence: str) -> _Refused:
        wrong = Unreadable("cannot-be-true", sentence, "Correct it at its source.")
        return _Refused(self._columns.get(name), None, wrong)

    def _said(self, cells: Cells, some: Sequence[_Field]) -> dict[str, Any]:
        """Return what the cells of some fields say."""
        said: dict[str, Any] = {}
        for name, column, at, read, needed in some:
            text = (cells[at] or "").strip()
            if not text:
                if needed:
                    raise _Refused(column, None, _EMPTY)
                continue
            try:
                said[name] = read(text)
            except Unreadable as wrong:
                raise _Refused(column, text, wrong) from None
        return said

    def _facts(self, cells: Cells, on: date) -> Facts:
        said = self._constants | self._said(cells, self._fields)
        for name, column, at in self._ages:
            if birth := (cells[at] or "").strip():
                try:
                    said[name] = age_on(on, self._read_birth(birth))
                except Unreadable as wrong:
                    raise _Refused(column, birth, wrong) from None
        for name in self._people:
            if name in said:
                said[name] = person_id(said["force"], said[name])
        return self._kind(**said)

    def _day(self, cells: Cells) -> date:
        text = (cells[self._day_at] or "").strip()
        if not text:
            raise _Refused(self._day_column, None, _EMPTY)
        try:
            on: date = self._read_day(text)
        except Unreadable as wrong:
            raise _Refused(self._day_column, text, wrong) from None
        if on > self._received_on:
            later = "The day is after the day on which the file came in."
            raise _Refused(self._day_column, text, Unreadable("date-in-future", later, "Correct the day."))
        return on

    def _name(self, cells: Cells, facts: Facts | None) -> str:
        parts = []
        for literal, column, at in self._subject:
            if at is None:
                parts.append(literal)
                continue
            text = (cells[at] or "").strip()
            if not text:
                raise _Refused(column, None, _EMPTY)
            of_force = facts is not None and self._columns.get("force") == column
            parts.append(getattr(facts, "force") if of_force else text)  # noqa: B009  # of the kinds that have one
        return "".join(parts)


def _template(subject: str, places: dict[str, int]) -> list[tuple[str, str | None, int | None]]:
    """Return the literals and columns of a subject, in order."""
    parts: list[tuple[str, str | None, int | None]] = []
    for literal, column in re.findall(r"([^{}]+)|\{([^}]+)\}", subject):
        parts.append((literal, column or None, places[column] if column else None))
    return parts
