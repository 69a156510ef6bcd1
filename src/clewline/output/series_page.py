"""A published series as one page: charts over time with a table beneath, no script, and nothing fetched."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from clewline.bulletin.series import Mark, PublishedSeries, Report, Strand
from clewline.output import series_words
from clewline.output.over_time import over_time
from clewline.output.panels import Panel, Voice, name_of, panels, voices
from clewline.output.series_table import parts
from clewline.output.value_marks import sample
from clewline.output.words import printable

NARROW, BROAD = (560, 260), (1120, 360)
"""Width and height of a chart, and of one that holds many values of several bodies."""
MANY = 8
"""Values above which a shared chart is broad."""
FEW = 2
"""Dated values below which a table says all that a chart would."""


@dataclass(frozen=True, kw_only=True)
class Picture:
    """A chart and its key."""

    panel: Panel
    broad: bool
    drawing: Markup


@dataclass(frozen=True, kw_only=True)
class Row:
    """A value as a row of the table."""

    report: Report
    voice: Voice
    marks: tuple[int, ...]
    address: str
    site: str
    remark: str


@dataclass(frozen=True, kw_only=True)
class Part:
    """The weeks of a thing, its totals, or what is not dated."""

    title: str
    pictures: tuple[Picture, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, kw_only=True)
class Section:
    """Everything that was published of one thing."""

    title: str
    parts: tuple[Part, ...]
    note: str


def as_page(series: PublishedSeries) -> str:
    """Return the series as HTML."""
    return _rendered("series.html.j2", series)


def as_body(series: PublishedSeries) -> Markup:
    """Return the series as a part of another page: what contradicts, the charts, and their tables."""
    return Markup(_rendered("series_body.html.j2", series))  # escaped where it is made


def _rendered(template: str, series: PublishedSeries) -> str:
    heard = voices(series)
    environment = Environment(
        loader=FileSystemLoader(Path(__file__).parent),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template(template).render(
        series=series,
        words=series_words,
        printable=printable,
        sample=sample,
        numbered=list(enumerate(series.marks, start=1)),
        firsts=_firsts(series.marks),
        sections=[_section(at, strand, series, heard) for at, strand in enumerate(series.strands)],
    )


def _firsts(marks: Sequence[Mark]) -> Mapping[int, str]:
    """Return, by the number of a mark, the entry of its first report: where the sentence leads to."""
    return {number: mark.reports[0].entries[0] for number, mark in enumerate(marks, start=1)}


def _section(at: int, strand: Strand, series: PublishedSeries, heard: Mapping[str, Voice]) -> Section:
    return Section(
        title=series_words.thing_words(strand.thing),
        parts=tuple(
            _part(f"c{at}-{nth}", title, reports, strand, series, heard)
            for nth, (title, reports) in enumerate(parts(strand))
        ),
        note=strand.note,
    )


def _part(
    id_: str,
    title: str,
    reports: Sequence[Report],
    strand: Strand,
    series: PublishedSeries,
    heard: Mapping[str, Voice],
) -> Part:
    found: list[Panel] = []
    if sum(bool(r.start and r.end) for r in reports) >= FEW:
        found = panels(reports, series, heard, own=2 if reports is strand.totals else 3)
    return Part(
        title=title,
        pictures=tuple(_picture(f"{id_}-{nth}", panel, strand, title) for nth, panel in enumerate(found)),
        rows=tuple(_row(r, series, heard) for r in reports),
    )


def _picture(id_: str, panel: Panel, strand: Strand, part: str) -> Picture:
    title = f"{series_words.thing_words(strand.thing)}, {panel.title}, {part.lower()}"
    broad = panel.shared and len(panel.points) > MANY
    size = BROAD if broad else NARROW
    drawing = over_time(panel.points, id_=id_, title=title, unit=panel.unit, size=size)
    return Picture(panel=panel, broad=broad, drawing=drawing)


def _row(report: Report, series: PublishedSeries, heard: Mapping[str, Voice]) -> Row:
    return Row(
        report=report,
        voice=heard[name_of(report)],
        marks=series.marks_of(report),
        address=series_words.web_address(report),
        site=series_words.source_words(report),
        remark=series_words.remark_words(report),
    )
