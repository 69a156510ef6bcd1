"""What a page draws of a week: months, forces, parts and rates, each drawing with the table that says the same."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from markupsafe import Markup

from clewline.bulletin.week import Line, Week, as_written
from clewline.figures import Counted, Figure, all_figures
from clewline.output import charts, words
from clewline.workflow.series import Series

MONTHLY = ("lines_closed", "arrests")
"""Figures drawn month by month."""

IN_PARTS = (("drugs_seized_weight", "drug_class"), ("weapons_seized", "weapon"), ("lines_closed", "type"))
"""Figures drawn part by part, and the dimension whose parts are drawn."""

BY_FORCE = ("people_safeguarded", "lines_closed", "arrests", "people_charged")
"""Figures drawn force by force, where there are several."""


@dataclass(frozen=True, kw_only=True)
class Number:
    """A printed line with the place of its rows on the page."""

    line: Line
    counted: Counted
    at: int
    title: str
    written: str
    cohort: str
    published: str
    forces: tuple[str, ...]
    """Its number in each force, in the order of the page's forces; empty where it has none."""


@dataclass(frozen=True, kw_only=True)
class Chart:
    """A drawing, and the table that says the same."""

    title: str
    drawing: Markup
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    note: str = ""


def monthly_figures(week: Week) -> list[Figure]:
    """Return the figures that the page draws month by month; none for a week without its programme."""
    return [] if week.since is None else [all_figures()[name] for name in MONTHLY]


def pictures(week: Week, numbers: Sequence[Number]) -> Iterator[Chart]:
    if words.forces_of(week):
        for name in BY_FORCE:
            yield from _by_force(numbers, name)
    for name, dimension in IN_PARTS:
        yield from _by_part(numbers, name, dimension)


def by_month(series: Series, id_: str) -> Chart:
    title = f"{series.figure.title} by month, {words.period_words(series.start, series.end)}"
    rows = tuple((words.month_words(m), f"{v:,f}") for m, v in series.months.items())
    return Chart(
        title=title,
        drawing=charts.columns(series.months, id_=id_, title=title),
        heads=("Month", series.figure.title),
        rows=rows,
        note=_part_months(series.start, series.end),
    )


def _part_months(start: date, end: date) -> str:
    """Return a sentence for a first or last month of which only a part is counted."""
    said = []
    if start.day > 1:
        said.append(f"{words.month_words(start)} is counted from day {start.day}.")
    if date.fromordinal(end.toordinal() + 1).day > 1:
        said.append(f"{words.month_words(end)} is counted to day {end.day}.")
    return " ".join(said)


def _by_force(numbers: Sequence[Number], name: str) -> Iterator[Chart]:
    whole = _whole(numbers, name)
    if whole is None or len(whole.line.by_force) < 2:
        return
    found = [
        charts.Bar(title=words.printable(f), value=v or Decimal(0), written=as_written(v, whole.counted.unit))
        for f, v in whole.line.by_force.items()
    ]
    yield _bars(
        f"{whole.title} by force",
        found,
        f"f-{name}",
        "Force",
        whole.title,
        f"All: {whole.written}. A joint result counts in each of its forces.",
    )


def _by_part(numbers: Sequence[Number], name: str, dimension: str) -> Iterator[Chart]:
    whole = _whole(numbers, name)
    if whole is None:
        return
    parts = [
        n
        for n in numbers
        if n.counted.figure.name == name
        and n.line.depth == 1
        and n.counted.unit == whole.counted.unit
        and set(n.counted.qualifiers) == {dimension}
        and n.counted.value
    ]
    values = [set(n.counted.qualifiers[dimension].split("+")) for n in parts]
    # A part that holds another, as Class A and B, would be drawn twice.
    parts = [n for n, v in zip(parts, values, strict=True) if not any(other < v for other in values)]
    if len(parts) < 2:
        return
    found = [charts.Bar(title=n.title, value=n.counted.value or Decimal(0), written=n.written) for n in parts]
    rest = (whole.counted.value or Decimal(0)) - sum(b.value for b in found)
    if rest > 0:
        found.append(charts.Bar(title="other", value=rest, written=as_written(rest, whole.counted.unit)))
    yield _bars(f"{whole.title}, in parts", found, f"p-{name}", "Part", whole.title, f"All: {whole.written}.")


def _bars(title: str, found: Sequence[charts.Bar], id_: str, of: str, what: str, note: str) -> Chart:
    return Chart(
        title=title,
        drawing=charts.bars(found, id_=id_, title=title),
        heads=(of, what),
        rows=tuple((b.title, b.written) for b in found),
        note=note,
    )


def _whole(numbers: Sequence[Number], name: str) -> Number | None:
    return next((n for n in numbers if n.counted.figure.name == name and n.line.depth == 0), None)


def rates_of(numbers: Sequence[Number]) -> Chart | None:
    """Return the rates as bars of a hundred, each with what is divided by what."""
    rates = [n for n in numbers if n.counted.denominator and n.line.depth == 0]
    if not rates:
        return None
    found = [
        charts.Bar(title=n.title, value=n.counted.value or Decimal(0), written=n.written, beneath=n.cohort)
        for n in rates
    ]
    title = "Rates, in per cent"
    drawing = charts.bars(found, id_="rates", title=title, most=Decimal(100), tracks=True, width=340)
    return Chart(
        title=title,
        drawing=drawing,
        heads=("Rate", "Per cent", "Counted", "Of", "Period"),
        rows=tuple(
            (
                n.title,
                n.written,
                f"{n.counted.numerator or 0:,}",
                f"{n.counted.denominator or 0:,} {n.counted.figure.base or ''}",
                words.period_words(n.counted.start, n.counted.end),
            )
            for n in rates
        ),
        note=_other_periods(rates),
    )


def _other_periods(rates: Sequence[Number]) -> str:
    """Return a sentence for each rate whose period is not that of the first."""
    first = rates[0].counted
    return " ".join(
        f"{n.title}: {words.period_words(n.counted.start, n.counted.end)}."
        for n in rates
        if (n.counted.start, n.counted.end) != (first.start, first.end)
    )
