"""The week as a table for a terminal: calm at 80 columns, plain where it is piped."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from clewline.bulletin.week import Line, Section, Week, as_written
from clewline.cli.output.words import (
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
        parts += _section(section, week, columns, section_title(section, week))
    if not week.sections:
        parts += [Text(), Text("Nothing in the record counts in this period, as known then.")]
    if week.programme and week.since is not None:
        title = f"The programme, {period_words(week.since, week.end)}"
        parts += [Text(), Text(title, style="bold underline")]
        for section in week.programme:
            own = (section.start, section.end) == (week.since, week.end)
            parts += _section(section, week, columns, section.title if own else section_title(section, week))
    parts += _changes(week, columns)
    parts += _unmatched(week)
    return Group(*parts, *_ending(week, columns, cases))


def fitting(week: Week, *, width: int, published: bool) -> Columns:
    """Return the columns that fit: the definition goes first, then the forces, and never the number."""
    lines = [x for section in (*week.sections, *week.programme) for x in section.lines]
    title = max((len(_titled(x)) for x in lines), default=0)
    value = max((len(value_words(x.counted)) for x in lines), default=0)
    forces = forces_of(week)
    by_force = sum(GAP + max(len(f), value) for f in forces)
    stated = GAP + STATED if published else 0
    definition = GAP + max((len(x.counted.definition.version) for x in lines), default=0)
    left = width - value - GAP - stated
    title = min(title, max(24, left))
    return Columns(
        title=title,
        value=value,
        forces=tuple(forces) if title + by_force <= left else (),
        published=published,
        definition=title + by_force + definition <= left,
        left_out=() if title + by_force <= left else tuple(forces),
    )


def _about(week: Week, cases: Sequence[str]) -> list[RenderableType]:
    whose = week.force or "all forces"
    counted = f", counted from {'case' if len(cases) == 1 else 'cases'} {', '.join(cases)}" if cases else ""
    return [Text(printable(f"{whose}{counted}, as known at {instant_words(week.as_of)}"), style="dim")]


def _section(section: Section, week: Week, columns: Columns, title: str) -> list[RenderableType]:
    table = Table(box=None, padding=(0, GAP, 0, 0), pad_edge=False, show_header=_has_header(columns))
    table.add_column("", width=columns.title, overflow="fold")
    table.add_column("all" if columns.forces else "", width=columns.value, justify="right", no_wrap=True)
    for force in columns.forces:
        table.add_column(
            Text(force), width=max(len(force), columns.value), justify="right", header_style="dim"
        )
    if columns.published:
        table.add_column("published", header_style="dim", min_width=STATED, overflow="fold")
    if columns.definition:
        table.add_column("definition", header_style="dim", style="dim", no_wrap=True)
    for line in section.lines:
        for row in _rows(line, columns):
            table.add_row(*row)
    notes = [Padding(Text(printable(note), style="italic"), (0, 0, 0, 2)) for note in section.notes]
    return [Text(), Text(title, style="bold"), table, *notes]


def _has_header(columns: Columns) -> bool:
    return bool(columns.forces) or columns.published or columns.definition


def _rows(line: Line, columns: Columns) -> list[list[Text]]:
    counted = line.counted
    quiet = "dim" if line.depth == 2 else ""
    row = [Text(_titled(line), style=quiet), Text(value_words(counted), style=quiet or "bold")]
    for force in columns.forces:
        row.append(Text(_of_force(line, force), style=quiet))
    if columns.published:
        stated = Text(published_words(line))
        if line.differs:
            stated.append(" differs", style="bold yellow")
        row.append(stated)
    if columns.definition:
        row.append(Text(counted.definition.version))
    rows = [row]
    if cohort := cohort_words(counted):
        rows.append([Text("  " * (line.depth + 1) + f"({cohort})", style="dim"), *[Text()] * (len(row) - 1)])
    return rows


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
    table = Table(box=None, padding=(0, GAP, 0, 0), pad_edge=False, header_style="dim")
    table.add_column("", width=columns.title, overflow="fold")
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
        said.append(Text(printable(f"  {p.indicator}{narrowed}: {p.as_stated} [{p.release}]")))
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
