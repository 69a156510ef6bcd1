"""A published series on the terminal: thing by thing, what contradicts marked and told below."""

from collections.abc import Sequence

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from clewline.bulletin.series import PublishedSeries, Report, Strand
from clewline.output.series_words import (
    heading,
    mark_words,
    remark_words,
    source_words,
    summary,
    thing_words,
)
from clewline.output.words import printable

COLUMNS = ("period", "of", "published by", "value", "as stated", "")


def print_series(series: PublishedSeries, out: Console) -> None:
    """Print the values in order of time, those of one week side by side, then the contradictions."""
    out.print(Text(heading(series), style="bold"))
    out.print(Text(summary(series)))
    for strand in series.strands:
        out.print()
        out.print(Text(_capital(thing_words(strand.thing)), style="bold"))
        for title, reports in parts(strand):
            out.print(Text(f"  {title}", style="italic"))
            out.print(Padding(_table(series, reports), (0, 0, 0, 2)))
        if strand.note:
            out.print(Padding(Text(strand.note, style="dim"), (0, 0, 0, 2)))
    if series.marks:
        out.print()
        out.print(Text("What contradicts", style="bold"))
        for number, mark in enumerate(series.marks, start=1):
            out.print(Padding(Text(f"≠{number} {mark_words(mark)}"), (0, 0, 0, 2)))


def parts(strand: Strand) -> list[tuple[str, Sequence[Report]]]:
    """Return the parts of a strand that hold anything, each with its title."""
    found = (
        ("Weeks", strand.weeks),
        ("Totals since a day, and longer periods", strand.totals),
        ("Period not stated, or not whole", strand.undated),
    )
    return [(title, reports) for title, reports in found if reports]


def _table(series: PublishedSeries, reports: Sequence[Report]) -> Table:
    table = Table(box=None, header_style="bold", padding=(0, 2, 0, 0))
    for name in COLUMNS:
        table.add_column(name, justify="right" if name == "value" else "left", overflow="fold")
    for report in reports:
        marks = " ".join(f"≠{n}" for n in series.marks_of(report))
        remark, source = remark_words(report), source_words(report)
        stated = f"“{report.stated.as_stated}”"
        stated += f" ({remark})" if remark else ""
        stated += f" [{source}]" if source else ""
        cells = (
            report.period_words,
            report.whose,
            report.stated.publisher,
            report.value_words,
            stated,
            marks,
        )
        table.add_row(*(Text(printable(cell)) for cell in cells), style="yellow" if marks else "")
    return table


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
