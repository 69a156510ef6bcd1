"""The week as a table for a terminal: calm at 80 columns, plain where it is piped."""

import textwrap
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from clewline.bulletin.week import Line, Section, Week, as_written
from clewline.output.words import (
    LIMITS,
    MADE_UP,
    an_example,
    change_words,
    changed,
    cohort_words,
    forces_of,
    heading,
    instant_words,
    line_title,
    names_a_made_up_force,
    period_words,
    printable,
    published_words,
    section_title,
    trace_command,
    value_words,
)

GAP = 2
"""Blank columns between two columns of a table."""
NARROWEST, WIDEST = 34, 48
"""Characters of titles before they wrap: where room is wanted for forces, and at most."""
STATED = 16
"""Columns that published words may be folded into before a breakdown goes."""


@dataclass(frozen=True)
class Columns:
    """Which columns there is room for, and how wide the first is, so that sections line up."""

    title: int
    value: int
    forces: tuple[str, ...]
    published: bool
    definition: bool
    left_out: tuple[str, ...]
    """Forces whose numbers there is no room for."""


def print_week(week: Week, console: Console, *, cases: Sequence[str] = (), published: bool = False) -> None:
    """Print the week to the console; `cases` are those that it was counted from."""
    console.print(as_table(week, width=console.width, cases=cases, published=published))


def as_table(week: Week, *, width: int, cases: Sequence[str] = (), published: bool = False) -> RenderableType:
    """Return the week for a terminal of that width."""
    columns = fitting(week, width=width, published=published)
    parts: list[RenderableType] = [Text(heading(week), style="bold"), *_about(week, cases)]
    for section in week.sections:
        parts += _section(section, columns, section_title(section, week))
    if not week.sections:
        parts += [Text(), Text("Nothing in the record counts in this period, as known then.")]
    if week.programme and week.since is not None:
        title = f"The programme, {period_words(week.since, week.end)}"
        parts += [Text(), Text(title, style="bold underline")]
        for section in week.programme:
            own = (section.start, section.end) == (week.since, week.end)
            parts += _section(section, columns, section.title if own else section_title(section, week))
    parts += _changes(week, columns)
    parts += _unmatched(week)
    return Group(*parts, *_ending(week, columns, cases))


def fitting(week: Week, *, width: int, published: bool) -> Columns:
    """Return the columns that fit: the definition goes first, then the forces, and never the number."""
    lines = [x for section in (*week.sections, *week.programme) for x in section.lines]
    natural = max((len(_titled(x)) for x in lines), default=0)
    value = max((len(value_words(x.counted)) for x in lines), default=0)
    forces = forces_of(week)
    by_force = sum(GAP + max(len(f), value) for f in forces)
    definition = GAP + max((len(x.counted.definition.version) for x in lines if x.depth == 0), default=0)
    left = width - value - GAP - (GAP + STATED if published else 0)
    has_forces = min(natural, NARROWEST) + by_force <= left
    left -= by_force if has_forces else 0
    has_definition = min(natural, WIDEST) + definition <= left
    left -= definition if has_definition else 0
    return Columns(
        title=max(min(natural, WIDEST, left), 20),
        value=value,
        forces=tuple(forces) if has_forces else (),
        published=published,
        definition=has_definition,
        left_out=() if has_forces else tuple(forces),
    )


def _about(week: Week, cases: Sequence[str]) -> list[RenderableType]:
    whose = week.whose
    counted = f", counted from {'case' if len(cases) == 1 else 'cases'} {', '.join(cases)}" if cases else ""
    return [Text(printable(f"{whose}{counted}, as known at {instant_words(week.as_of)}"), style="dim")]


def _section(section: Section, columns: Columns, title: str) -> list[RenderableType]:
    table = _table()
    table.add_column(Text(title, "bold"), width=columns.title)
    table.add_column("all" if columns.forces else "", width=columns.value, justify="right", no_wrap=True)
    for force in columns.forces:
        table.add_column(Text(printable(force)), width=max(len(force), columns.value), justify="right")
    if columns.published:
        table.add_column("published", min_width=STATED, overflow="fold")
    if columns.definition:
        table.add_column("definition", style="dim", no_wrap=True)
    for line in section.lines:
        table.add_row(*_row(line, columns))
    notes = [Padding(Text(printable(note), style="italic"), (0, 0, 0, 2)) for note in section.notes]
    return [Text(), table, *notes]


def _table() -> Table:
    return Table(box=None, padding=(0, GAP, 0, 0), pad_edge=False, header_style="dim")


def _row(line: Line, columns: Columns) -> list[Text]:
    counted = line.counted
    quiet = "dim" if line.depth == 2 else ""
    said = _indented(_titled(line), columns.title)
    title = Text(said, style=quiet)
    if cohort := cohort_words(counted):
        title.append("\n" + _indented("    (" + printable(cohort) + ")", columns.title), style="dim")
    # The number stands beside the last line of its title.
    above = "\n" * said.count("\n")
    row = [title, Text(above + value_words(counted), style=quiet or "bold")]
    for force in columns.forces:
        row.append(Text(above + _of_force(line, force), style=quiet))
    if columns.published:
        stated = Text(above + published_words(line))
        if line.differs:
            stated.append(" differs", style="bold yellow")
        row.append(stated)
    if columns.definition:
        row.append(Text(above + counted.definition.version if line.depth == 0 else ""))
    return row


def _indented(words: str, width: int) -> str:
    """Return the words wrapped to the width, each further line a step further in than the first."""
    first = len(words) - len(words.lstrip())
    return textwrap.fill(
        words.strip(), width, initial_indent=" " * first, subsequent_indent=" " * (first + 2)
    )


def _titled(line: Line) -> str:
    return "  " * (1 + min(line.depth, 1)) + printable(line_title(line))


def _of_force(line: Line, force: str) -> str:
    if force not in line.by_force:
        return ""
    value: Decimal | None = line.by_force[force]
    return as_written(value, line.counted.unit)


def _changes(week: Week, columns: Columns) -> list[RenderableType]:
    changes = changed(week)
    if not changes:
        return []
    before = changes[0].before
    table = _table()
    table.add_column("", width=min(columns.title, 36))
    for name in ("before", "now", "change"):
        table.add_column(name, justify="right", no_wrap=True)
    for c in changes:
        table.add_row(
            Text("  " + c.now.title), value_words(c.before), Text(value_words(c.now), "bold"), change_words(c)
        )
    title = f"Change since {period_words(before.start, before.end)}"
    return [Text(), Text(title, style="bold underline"), table]


def _unmatched(week: Week) -> list[RenderableType]:
    if not week.unmatched:
        return []
    said: list[RenderableType] = [Text(), Text("Published, and no number above answers it", style="bold")]
    for p in week.unmatched:
        narrowed = f" ({', '.join(p.qualifiers)})" if p.qualifiers else ""
        words = printable(f"{p.indicator}{narrowed}: {p.as_stated} [{p.release}]")
        said.append(Padding(Text(words), (0, 0, 0, 2)))
    return said


def _ending(week: Week, columns: Columns, cases: Sequence[str]) -> list[RenderableType]:
    words: list[RenderableType] = [Text()]
    if columns.left_out:
        forces = printable(", ".join(columns.left_out))
        words.append(
            Text(
                f"There is no room here for {forces} apart; widen the window, or use --force, --csv or --html."
            )
        )
    words.append(Text(LIMITS + (f" {MADE_UP}" if names_a_made_up_force(cases) else ""), style="dim"))
    if (example := an_example(week)) is not None:
        words.append(Text(f"To open a number: {trace_command(week, example)}"))
    return words
