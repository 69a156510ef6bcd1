"""Count a week of action and its programme."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime
from decimal import Decimal

from clewline import reference
from clewline.analysis import Tables
from clewline.analysis.count import Selection, select
from clewline.bulletin.week import ORDER, Line, Section, Week, financial_year, overlap_note
from clewline.errors import Misused
from clewline.figures import Counted, Figure, all_figures
from clewline.figures.change import Change
from clewline.record.kinds.published import Published
from clewline.workflow import published as releases
from clewline.workflow.tables import as_known

Told = Callable[[int, int], None]
"""Hears how many figures of how many have been counted."""


def count_week(
    *,
    start: date,
    end: date,
    as_of: datetime,
    force: str | None = None,
    since: date | None = None,
    before: date | None = None,
    cases: Iterable[str] | None = None,
    with_published: bool = False,
    told: Told = lambda done, of: None,
) -> Week:
    """Return every figure for the week, for the programme `since` a day, and against the period from `before`.

    :raises Misused: the week ends before it starts, or starts before the programme.
    """
    if end < start:
        raise Misused("The week ends before it starts.")
    if since is not None and since > start:
        raise Misused("The programme begins after the week.")
    cases = None if cases is None else tuple(cases)
    tables = as_known(as_of, cases)
    issued = releases.of_week(start=start, force=force) if with_published else ()
    counter = _Counter(tables, force, issued, told)
    week = counter.sections(start, end, rates=since is None)
    programme: list[Section] = []
    if since is not None:
        programme = counter.sections(since, end, rates=True, since=True)
    changes = () if before is None else counter.changes(start, end, before)
    return Week(
        start=start,
        end=end,
        as_of=as_of,
        force=force,
        whose=_whose(force),
        since=since,
        cases=cases or (),
        sections=tuple(week),
        programme=tuple(programme),
        changes=changes,
        unmatched=tuple(p for p in issued if id(p) not in counter.matched and p.body in counter.forces),
    )


def _whose(force: str | None) -> str:
    if force is None:
        return "all forces"
    known = reference.forces().get(force)
    return known.name if known is not None else force


class _Counter:
    """Counts figures over one set of tables, for one force or all."""

    def __init__(self, tables: Tables, force: str | None, issued: Sequence[Published], told: Told) -> None:
        self._tables = tables
        self._where = {} if force is None else {"force": force}
        self._force = force
        self._issued = issued
        self._told = told
        self.matched: set[int] = set()
        self.forces: set[str | None] = {None, force}
        """Whose numbers were counted: what another force published is not answered here, nor listed."""

    def sections(self, start: date, end: date, *, rates: bool, since: bool = False) -> list[Section]:
        """Return the figures of a period under their headings, empty ones left out."""
        grouped: dict[tuple[str, date], list[Line]] = {}
        notes: dict[tuple[str, date], list[str]] = {}
        ranked = sorted(all_figures().values(), key=lambda f: (f.rank, f.name))
        figures = [f for f in ranked if rates or f.usual == "period"]
        for done, figure in enumerate(figures, start=1):
            begins = financial_year(end) if figure.usual == "financial year" else start
            selection = self._select(figure, begins, end) or self._nought(figure, begins, end)
            if selection is not None:
                key = (figure.group, begins)
                grouped.setdefault(key, []).extend(self._lines(selection, since=since))
                notes.setdefault(key, []).extend(self._notes(selection))
                selection.drop()
            self._told(done, len(figures))
        order = {group: i for i, group in enumerate(ORDER)}
        return [
            Section(title=group, start=begins, end=end, lines=tuple(lines), notes=tuple(notes[group, begins]))
            for (group, begins), lines in sorted(
                grouped.items(), key=lambda item: (order.get(item[0][0], len(order)), item[0])
            )
        ]

    def changes(self, start: date, end: date, before: date) -> tuple[Change, ...]:
        """Return each figure of the week against the period of the same length from `before`."""
        found = []
        for figure in all_figures().values():
            if figure.measure == "rate":
                continue
            now = self._select(figure, start, end)
            then = select(self._tables, figure, start=before, end=before + (end - start), within=self._where)
            if now is not None:
                found.append(
                    Change(now=now.counted(where=self._where), before=then.counted(where=self._where))
                )
                now.drop()
            then.drop()
        return tuple(found)

    def _select(self, figure: Figure, start: date, end: date) -> Selection | None:
        """Return the figure's rows in the period; none where it counts nothing or not by force."""
        if self._force is not None and "force" not in figure.dimensions:
            return None
        selection = select(self._tables, figure, start=start, end=end, within=self._where)
        if selection.entries(self._where):
            return selection
        selection.drop()
        return None

    def _nought(self, figure: Figure, start: date, end: date) -> Selection | None:
        """Return the figure's empty rows where their being none is a result; none where it is left out."""
        if figure.nought_beside is None:
            return None
        beside = self._select(all_figures()[figure.nought_beside], start, end)
        if beside is None:
            return None
        beside.drop()
        return select(self._tables, figure, start=start, end=end, within=self._where)

    def _lines(self, selection: Selection, *, since: bool) -> list[Line]:
        figure = selection.figure
        lines = [self._line(selection.counted(where=self._where), selection, since=since)]
        for part in figure.parts:
            counted = selection.counted(part, where=self._where)
            if counted.value:
                lines.append(self._line(counted, selection, since=since, depth=1))
        for definition in figure.definitions[1:]:
            other = select(
                self._tables,
                figure,
                start=selection.start,
                end=selection.end,
                version=definition.version,
                within=self._where,
            )
            lines.append(self._line(other.counted(where=self._where), other, since=since, depth=2))
            other.drop()
        return lines

    def _line(self, counted: Counted, selection: Selection, *, since: bool, depth: int = 0) -> Line:
        forces: dict[str, Decimal | None] = {}
        if self._force is None and "force" in selection.figure.dimensions:
            _, by = selection.split("force", counted.qualifiers)
            forces = {name: number.value for name, number in by.items() if name is not None}
        self.forces.update(forces)
        matching = tuple(
            p
            for p in self._issued
            if releases.answers(p, counted, since=since)
            and (p.body in (None, self._force) or p.body in forces)
        )
        self.matched.update(map(id, matching))
        return Line(counted=counted, depth=depth, by_force=forces, published=matching)

    def _notes(self, selection: Selection) -> list[str]:
        figure = selection.figure
        found = []
        for one, other in figure.overlaps:
            a, b = figure.part(one), figure.part(other)
            numbers = [
                int(selection.number({**self._where, **where}).value or 0)
                for where in ({}, a.where, b.where, {**a.where, **b.where})
            ]
            if numbers[1] and numbers[2]:
                found.append(overlap_note(figure, a, b, numbers))
        return found
