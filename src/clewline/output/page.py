"""The week as one page: no script, nothing fetched, and each number opens the rows that it counts."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from string import ascii_letters

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template
from markupsafe import Markup, escape

from clewline.bulletin.week import Section, Week, as_written
from clewline.figures import Definition, Figure
from clewline.output import words
from clewline.output.blocks import Block, Place, Places, blocks
from clewline.output.pictures import Number, by_month, pictures, rates_of
from clewline.workflow.open import Opened
from clewline.workflow.series import Series

HEADLINES: tuple[tuple[str, dict[str, str]], ...] = (
    ("people_safeguarded", {}),
    ("lines_closed", {}),
    ("arrests", {}),
    ("people_charged", {}),
    ("drugs_seized_weight", {"drug_class": "A"}),
    ("cash_seized", {}),
    ("weapons_seized", {}),
)
"""The numbers of the first row, those protected first: figure and qualifiers. One that the week lacks is left out."""


@dataclass(frozen=True, kw_only=True)
class Group:
    """Numbers under one heading."""

    title: str
    numbers: tuple[Number, ...]
    notes: tuple[str, ...]
    published: bool
    """Whether anything was published for one of them."""


@dataclass(frozen=True, kw_only=True)
class Panel:
    """What opens when a number is followed: a block, the numbers that it opens, and where its entries are."""

    block: Block
    opens: Mapping[str, Number]
    usual: str
    """Letters of the rows that have no class."""
    rows: Markup
    places: Sequence[Place]


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
        pictures=list(pictures(week, [n for group in sections for n in group.numbers])),
        months=[by_month(one, f"m{i}") for i, one in enumerate(series) if one.months],
        changes=words.changed(week),
        unmatched=week.unmatched,
        rates=rates_of([n for group in (programme or sections) for n in group.numbers]),
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
        class_ = "" if row.counted_in == usual else f" class={row.counted_in}"
        lines.append(
            f"<tr{class_}><td>{row.day}<td>{escape(unit)}{amount}"
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
