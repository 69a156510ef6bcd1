"""The methods: every figure, each of its definitions, its selection and its worked examples."""

from decimal import Decimal

from clewline.figures import Definition, Example, Figure, all_figures
from clewline.figures.figure import WEEK
from pages.markdown import block, finish, head, table

MEASURES = {
    "count": "the number of different units",
    "sum": "the sum of the amounts; a unit that several entries report counts once, at its largest amount",
    "rate": "of the different units, the share with an amount above zero, in per cent",
}


def page() -> str:
    """Return the page."""
    figures = all_figures()
    lines = head(
        "Figures and methods",
        "A figure is the set of entries that it counts. Each has a file of its own in "
        "`src/clewline/figures/indicators/`, and each worked example below is also a test. "
        "A selection is SQL over one table per [kind of entry](kinds.md), as known at the instant asked for.",
        f"An example that names no period counts the week from {WEEK[0]} to {WEEK[1]}.",
    )
    lines += table(
        ["figure", "title", "unit", "definitions"],
        (
            [f"[`{n}`](#{n})", f.title, f.unit, ", ".join(d.version for d in f.definitions)]
            for n, f in figures.items()
        ),
    )
    for figure in figures.values():
        lines += _figure(figure)
    return finish(lines)


def _figure(figure: Figure) -> list[str]:
    lines = [f"## {figure.title} {{ #{figure.name} }}", ""]
    lines += [f"`{figure.name}`, in {figure.unit}: {MEASURES[figure.measure]}.", ""]
    if figure.base:
        lines += [f"It is a percentage of {figure.base}.", ""]
    if figure.where:
        lines += [f"Narrowed to {_where(figure.where)}.", ""]
    if figure.dimensions:
        lines += ["Broken down by " + ", ".join(f"`{d}`" for d in figure.dimensions) + ".", ""]
    if figure.parts:
        shown = (f"{p.title} ({_where(p.where)}{f', in {p.unit}' if p.unit else ''})" for p in figure.parts)
        lines += ["Shown under it: " + "; ".join(shown) + ".", ""]
    for definition in figure.definitions:
        lines += _definition(definition)
    return lines


def _definition(definition: Definition) -> list[str]:
    lines = [
        f"### {definition.version}",
        "",
        definition.sentence,
        "",
        f"Authority: {definition.authority}",
        "",
    ]
    lines += block(definition.select, "sql")
    for number, example in enumerate(definition.examples, start=1):
        lines += _example(number, example)
    return lines


def _example(number: int, example: Example) -> list[str]:
    lines = [f"**Example {number}.** {example.says}".rstrip(), "", *block(example.given)]
    asked = []
    if example.period != WEEK:
        asked.append(f"from {example.period[0]} to {example.period[1]}")
    if example.where:
        asked.append(f"for {_where(example.where)}")
    if example.as_of is not None:
        asked.append(f"as known at {example.as_of.isoformat()}")
    question = f" {', '.join(asked)}" if asked else ""
    opens = ", ".join(f"`{i}`" for i in example.stands_on) or "no entry"
    return [*lines, f"The number{question} is **{_number(example.value)}**; it opens to {opens}.", ""]


def _number(value: Decimal | int | None) -> str:
    return "none: there is nothing to divide by" if value is None else str(value)


def _where(where: object) -> str:
    assert hasattr(where, "items")
    return ", ".join(f"{k.replace('_', ' ')} {v}" for k, v in where.items())
