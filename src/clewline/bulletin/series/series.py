"""What was published of one indicator, thing by thing: weeks, totals, what is not dated, and what contradicts."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from clewline.bulletin.series.growth import WHY_NOT, growth
from clewline.bulletin.series.mark import Mark
from clewline.bulletin.series.report import NATIONAL, Frame, Report, Thing
from clewline.bulletin.series.totals import contradictions
from clewline.bulletin.series.weeks import conflicts, slot


@dataclass(frozen=True, kw_only=True)
class Strand:
    """What was published of one thing."""

    thing: Thing
    weeks: tuple[Report, ...]
    """Reports of weeks and of other periods up to a month, in order of time; those of one week side by side."""
    totals: tuple[Report, ...]
    """Totals since a day, of a year, or of a longer period."""
    undated: tuple[Report, ...]
    marks: tuple[Mark, ...]
    note: str
    """Why the weeks are not held against the totals; nothing where they are, or where there is only one sort."""

    @property
    def reports(self) -> tuple[Report, ...]:
        """Return all of them."""
        return (*self.weeks, *self.totals, *self.undated)


@dataclass(frozen=True, kw_only=True)
class PublishedSeries:
    """What was published of one indicator."""

    indicator: str
    strands: tuple[Strand, ...]
    """Thing by thing: the whole first, then those with the most values."""

    @property
    def reports(self) -> tuple[Report, ...]:
        """Return every report."""
        return tuple(r for strand in self.strands for r in strand.reports)

    @property
    def marks(self) -> tuple[Mark, ...]:
        """Return every mark; the number of a mark is its place here, from 1."""
        return tuple(m for strand in self.strands for m in strand.marks)

    def marks_of(self, report: Report) -> tuple[int, ...]:
        """Return the numbers of the marks that a report has."""
        return tuple(self._marked.get(report.entries[0], ()))

    @cached_property
    def _marked(self) -> dict[str, list[int]]:
        found: dict[str, list[int]] = {}
        for number, mark in enumerate(self.marks, start=1):
            for report in mark.reports:
                found.setdefault(report.entries[0], []).append(number)
        return found


def assemble(indicator: str, reports: Iterable[Report]) -> PublishedSeries:
    """Return the reports of an indicator set together; two that say word for word the same become one."""
    things: dict[Thing, list[Report]] = {}
    for one in _once(reports):
        things.setdefault(one.thing, []).append(one)
    strands = [_strand(thing, found) for thing, found in things.items()]
    return PublishedSeries(
        indicator=indicator,
        strands=tuple(sorted(strands, key=lambda s: (len(s.thing.narrowed) > 0, -len(s.reports), s.thing))),
    )


def _once(reports: Iterable[Report]) -> list[Report]:
    """Return the reports; what stands in two lists, or twice in one text, is one with the entries of both."""
    found: dict[object, Report] = {}
    for report in reports:
        there = found.setdefault(_said(report), report)
        if there is not report:
            found[_said(report)] = replace(there, entries=(*there.entries, *report.entries))
    return list(found.values())


def _said(report: Report) -> object:
    """Return what makes two reports one: in a list the whole value, in a text all but its words and its place."""
    stated = report.stated
    if stated.text is None:
        return stated
    days = (report.start, report.end, report.frame)
    # The ends of `between 40 and 50` differ in their relation, so they stay two.
    return (
        stated.text,
        report.thing,
        report.body,
        days,
        stated.value,
        stated.unit,
        stated.relation,
        report.remark,
    )


def _strand(thing: Thing, reports: list[Report]) -> Strand:
    by_frame: dict[Frame, list[Report]] = {"week": [], "total": [], "undated": []}
    for report in sorted(reports, key=_order):
        by_frame[report.frame].append(report)
    weeks, totals = by_frame["week"], by_frame["total"]
    bodies = dict.fromkeys(r.body for r in (*weeks, *totals))
    marks = [*conflicts(weeks)]
    for body in bodies:
        marks += contradictions([r for r in (*weeks, *totals) if r.body == body])
    return Strand(
        thing=thing,
        weeks=tuple(weeks),
        totals=tuple(totals),
        undated=tuple(by_frame["undated"]),
        marks=tuple(marks),
        note=WHY_NOT[growth(thing)] if weeks and totals else "",
    )


def _order(report: Report) -> tuple[object, ...]:
    """Return what reports are sorted by: weeks by their first day, totals by their last, one body's side by side."""
    first, last = report.start or date.max, report.end or date.max
    days = (last, first) if report.frame == "total" else (slot(report)[0] or date.max, date.min)
    body = (report.body != NATIONAL, report.whose)
    return (days, body, (first, last), report.stated.publisher, report.stated.release)
