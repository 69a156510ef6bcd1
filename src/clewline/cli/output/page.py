"""The week as one page: no script, nothing fetched, and each number opens the rows that it counts."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path
from string import ascii_letters

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template
from markupsafe import Markup, escape

from clewline.bulletin.week import Line, Section, Week, as_written
from clewline.cli.output import charts, words
from clewline.cli.output.blocks import Block, Place, Places, blocks
from clewline.figures import Counted, Definition, Figure, all_figures
from clewline.workflow.open import Opened
from clewline.workflow.series import Series

HEADLINES: tuple[tuple[str, dict[str, str]], ...] = (
    ("arrests", {}),
    ("people_charged", {}),
    ("lines_closed", {}),
    ("people_safeguarded", {}),
    ("drugs_seized_weight", {"drug_class": "A"}),
    ("cash_seized", {}),
    ("weapons_seized", {}),
)
"""The numbers of the first row: figure and qualifiers. One that the week does not have is left out."""

MONTHLY = ("lines_closed", "arrests")
"""Figures drawn month by month."""

IN_PARTS = (("drugs_seized_weight", "drug_class"), ("weapons_seized", "weapon"), ("lines_closed", "type"))
"""Figures drawn part by part, and the dimension whose parts are drawn."""

BY_FORCE = ("arrests", "people_charged", "lines_closed", "people_safeguarded")
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
class Group:
    """Numbers under one heading."""

    title: str
    numbers: tuple[Number, ...]
    notes: tuple[str, ...]
    published: bool
    """Whether anything was published for one of them."""


@dataclass(frozen=True, kw_only=True)
class Chart:
    """A drawing, and the table that says the same."""

    title: str
    drawing: Markup
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    note: str = ""


@dataclass(frozen=True, kw_only=True)
class Panel:
    """What opens when a number is followed: a block, the numbers that it opens, and where its entries are."""

    block: Block
    opens: Mapping[str, Number]
    usual: str
    """Letters of the rows that have no class."""
    rows: Markup
    places: Sequence[Place]


def monthly_figures(week: Week) -> list[Figure]:
    """Return the figures that the page draws month by month; none for a week without its programme."""
    return [] if week.since is None else [all_figures()[name] for name in MONTHLY]


def as_page(
    week: Week,
    opened: Opened,
    *,
    series: Sequence[Series] = (),
    cases: Sequence[str] = (),
    published: bool = False,
) -> str:
    """Return the page as HTML: `series` are what it draws by month, `cases` what it was counted from."""
    forces = words.forces_of(week)
    counter = iter(range(len(opened.rows)))
    sections = [_group(s, words.section_title(s, week), forces, counter) for s in week.sections]
    programme = [_group(s, _programme_title(s, week), forces, counter) for s in week.programme]
    numbers = [n for group in (*sections, *programme) for n in group.numbers]
    return _template().render(
        week=week,
        words=words,
        cases=cases,
        published=published,
        forces=forces,
        sections=sections,
        programme=programme,
        headlines=_headlines(sections),
        pictures=list(_pictures(week, sections)),
        months=[_by_month(one, f"m{i}") for i, one in enumerate(series) if one.months],
        changes=words.changed(week),
        unmatched=week.unmatched,
        rates=_rates([n for group in (programme or sections) for n in group.numbers]),
        numbers=numbers,
        blocks=_panels(week, opened, numbers),
        letters=ascii_letters,
        amount_head=amount_head,
        methods=_methods(numbers),
    )


def _panels(week: Week, opened: Opened, numbers: Sequence[Number]) -> list[Panel]:
    places = Places(opened)
    panels = []
    for block in blocks(week, opened):
        rows, named = rows_table(block, places)
        opens = {letter: numbers[at] for letter, at in block.numbers.items()}
        panels.append(Panel(block=block, opens=opens, usual=usual_class(block), rows=rows, places=named))
    return panels


def _template() -> Template:
    environment = Environment(
        loader=FileSystemLoader(Path(__file__).parent),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template("page.html.j2")


def _programme_title(section: Section, week: Week) -> str:
    own = (section.start, section.end) == (week.since, week.end)
    return section.title if own else words.section_title(section, week)


def _group(section: Section, title: str, forces: Sequence[str], places: Iterator[int]) -> Group:
    numbers = tuple(
        Number(
            line=line,
            counted=line.counted,
            at=next(places),
            title=words.printable(words.line_title(line)),
            written=words.value_words(line.counted),
            cohort=words.cohort_words(line.counted),
            published=words.published_words(line),
            forces=tuple(
                as_written(line.by_force[f], line.counted.unit) if f in line.by_force else "" for f in forces
            ),
        )
        for line in section.lines
    )
    return Group(
        title=title,
        numbers=numbers,
        notes=section.notes,
        published=any(n.published for n in numbers),
    )


def _headlines(sections: Sequence[Group]) -> list[Number]:
    found = []
    for name, qualifiers in HEADLINES:
        for number in (n for group in sections for n in group.numbers if n.line.depth < 2):
            if (number.counted.figure.name, dict(number.counted.qualifiers)) == (name, qualifiers):
                found.append(number)
                break
    return found


def _pictures(week: Week, sections: Sequence[Group]) -> Iterator[Chart]:
    numbers = [n for group in sections for n in group.numbers]
    if words.forces_of(week):
        for name in BY_FORCE:
            yield from _by_force(numbers, name)
    for name, dimension in IN_PARTS:
        yield from _by_part(numbers, name, dimension)


def _by_month(series: Series, id_: str) -> Chart:
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


def _rates(numbers: Sequence[Number]) -> Chart | None:
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


def _methods(numbers: Sequence[Number]) -> list[tuple[Figure, Definition]]:
    used = {
        (n.counted.figure.name, n.counted.definition.version): (n.counted.figure, n.counted.definition)
        for n in numbers
    }
    return list(used.values())


def amount_head(figure: Figure) -> str:
    """Return the heading of the amounts of a figure's rows; a count has none."""
    return {"count": "", "rate": "in the share", "sum": "amount"}[figure.measure]


def rows_table(block: Block, places: Places) -> tuple[Markup, list[Place]]:
    """Return the rows of a block and the places that they name.

    A programme opens to tens of thousands of rows, so end tags that HTML lets one leave out are left out. The
    class of a row is the letters of the numbers that count it; the commonest class is left out too.
    """
    with_amount = block.figure.measure != "count"
    usual = usual_class(block)
    named: dict[str, Place] = {}
    lines = []
    for row in block.rows:
        said = []
        for entry in row.entries:
            place, short = places.of(entry)
            named[place.code] = place
            said.append(short)
        unit = "not recorded" if row.unit is None else words.printable(row.unit)
        amount = f"<td>{_amount(block.figure, row.amount)}" if with_amount else ""
        lines.append(
            f"<tr{'' if row.counted_in == usual else f' class={row.counted_in}'}><td>{row.day}<td>{escape(unit)}{amount}"
            f"<td>{escape(words.printable(' '.join(said)))}\n"
        )
    return Markup("".join(lines)), list(named.values())


def usual_class(block: Block) -> str:
    """Return the letters that most rows of the block have."""
    counts = Counter(row.counted_in for row in block.rows)
    return counts.most_common(1)[0][0] if counts else ""


def _amount(figure: Figure, amount: Decimal) -> str:
    if figure.measure == "rate":
        return "yes" if amount > 0 else ""
    return str(escape(as_written(amount, figure.unit)))
