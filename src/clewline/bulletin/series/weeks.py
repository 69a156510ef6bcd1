"""Reports of one week, body and thing that cannot both be true."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from itertools import combinations

from clewline.bulletin.possible import Bounds, amount
from clewline.bulletin.series.mark import Kind, Mark, said_by
from clewline.bulletin.series.report import Report, Thing

Slot = tuple[date | None, date | None]
"""The days by which reports are taken to be about the same: a week's Monday, or first and last day."""
Key = tuple[Thing, str, Slot]

WEEK = (timedelta(days=3), timedelta(days=9))
"""Last day less first day of what is called a week: some report Monday to Thursday, some to the Wednesday after."""
_SUNDAY = 6
_PASSING = ("body",)
"""Places of a text where a number may be about one raid of the week."""
_PART = 2
"""A number told in passing that is this many times smaller than the other is taken for a part of it."""


def slot(report: Report) -> Slot:
    """Return what tells the report's days from others: forces report other last days for one week, and some a
    first day that is the Sunday before it."""
    start, end = report.start, report.end
    if report.frame == "week" and start and end and WEEK[0] <= end - start <= WEEK[1]:
        begins = start + timedelta(days=1) if start.weekday() == _SUNDAY else start
        return begins - timedelta(days=begins.weekday()), None
    return start, end


def by_slot(reports: Iterable[Report]) -> dict[Key, list[Report]]:
    """Return the reports by what they count, whose it is, and when."""
    found: dict[Key, list[Report]] = {}
    for report in reports:
        found.setdefault((report.thing, report.body, slot(report)), []).append(report)
    return found


def conflicts(reports: Iterable[Report], kind: Kind = "reports differ") -> Iterator[Mark]:
    """Yield the reports of each week that contradict each other, all those of a week together."""
    for together in by_slot(reports).values():
        apart = [pair for pair in combinations(_sources(together), 2) if _contradict(*pair)]
        if apart:
            inside = {id(r) for pair in apart for source in pair for r in source}
            yield _mark([r for r in together if id(r) in inside], kind)


def _sources(reports: Sequence[Report]) -> list[list[Report]]:
    """Return the reports source by source: what one text says of a thing bit by bit contradicts nothing by itself."""
    found: dict[tuple[str, str], list[Report]] = {}
    for report in reports:
        found.setdefault(report.source, []).append(report)
    return list(found.values())


def _contradict(one: Sequence[Report], two: Sequence[Report]) -> bool:
    """Return whether no number of the one source can be true beside any of the other."""
    if _rows_of_one_release(one[0], two[0]):
        return False
    pairs = [(a, b) for a in _spans(one) for b in _spans(two)]
    compared = [(a, b) for a, b in pairs if not _a_part(a[0], b[0])]
    return bool(compared) and not any(a[1].meets(b[1]) for a, b in compared)


def _rows_of_one_release(one: Report, two: Report) -> bool:
    """Return whether two rows of a list give results of one release, which are of different kinds under one name;
    numbers that compete for one result stand in one cell."""
    a, b = one.stated, two.stated
    one_release = (a.release, a.publisher) == (b.release, b.publisher)
    return not a.text and not b.text and one_release and a.as_stated != b.as_stated


def _spans(source: Sequence[Report]) -> list[tuple[Report, Bounds]]:
    """Return a source's statements; the two ends of `between 40 and 50` are one, with the bounds of both."""
    found: dict[object, tuple[Report, Bounds]] = {}
    for report in source:
        key = (report.stated.quote_start, report.stated.quote_end) if report.stated.text else id(report)
        bounds = report.bounds
        found[key] = (report, found[key][1].within(bounds) if key in found else bounds)
    return list(found.values())


def _a_part(one: Report, two: Report) -> bool:
    """Return whether the smaller is told as a part, or so in passing that it may be one."""
    small, large = sorted((one, two), key=lambda r: amount(r.stated))
    if small.stated.part:
        return True
    return small.stated.position in _PASSING and amount(small.stated) * _PART < amount(large.stated)


def _mark(reports: list[Report], kind: Kind) -> Mark:
    first = reports[0]
    remarks = len({r.remark for r in reports}) > 1
    days = list(dict.fromkeys(r.period_words for r in reports))
    if remarks and kind == "reports differ":
        kind = "remarks differ"
    said = f"{first.whose}, {days[0]}: {said_by(reports)} cannot both be true."
    if len({r.value_words for r in reports}) > 2:
        said = said.replace("cannot both", "cannot all")
    if remarks:
        said += " Their remarks differ, and they may count different things."
    if len(days) > 1:
        said += f" Their days differ too ({'; '.join(days)}), which may be why."
    return Mark(kind=kind, reports=tuple(reports), sentence=said)
