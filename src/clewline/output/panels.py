"""Which reports share a chart, and the letter of each publisher: one letter and colour in all charts of a page."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from string import ascii_uppercase

from clewline.bulletin.possible import amount
from clewline.bulletin.series import NATIONAL, PublishedSeries, Report
from clewline.output.value_marks import COLOURS, Point
from clewline.output.words import printable

OWN = 3
"""Values from which a body has a chart of its own: a large force's numbers would press the others' flat."""


@dataclass(frozen=True, kw_only=True)
class Voice:
    """A publisher on a body, and how its values are drawn."""

    letter: str
    colour: int
    name: str


@dataclass(frozen=True, kw_only=True)
class Panel:
    """Reports that share a chart."""

    title: str
    points: tuple[Point, ...]
    voices: tuple[Voice, ...]
    """Those who have a value here, by letter."""
    unit: str
    shared: bool
    """Whether it holds several bodies."""


def name_of(report: Report) -> str:
    """Return who speaks, and of whom where that is not the same."""
    publisher = printable(report.stated.publisher)
    own, whose = publisher.partition("(")[0].strip().casefold(), report.whose.casefold()
    if report.body == NATIONAL or own in whose or whose in own:
        return publisher
    return f"{publisher} (on {printable(report.whose)})"


def voices(series: PublishedSeries) -> dict[str, Voice]:
    """Return the publishers by name, those with the most values first: A to Z, then A2 to Z2."""
    often = Counter(name_of(r) for r in series.reports)
    found = {}
    for at, name in enumerate(sorted(often, key=lambda n: (-often[n], n))):
        again, place = divmod(at, len(ascii_uppercase))
        letter = ascii_uppercase[place] + (str(again + 1) if again else "")
        found[name] = Voice(letter=letter, colour=at % COLOURS, name=name)
    return found


def panels(
    reports: Sequence[Report], series: PublishedSeries, heard: Mapping[str, Voice], *, own: int = OWN
) -> list[Panel]:
    """Return the charts of dated reports of one thing: the nation, each body with many values, then the others."""
    dated = [r for r in reports if r.start and r.end]
    by_body: dict[str, list[Report]] = {}
    for report in dated:
        by_body.setdefault(report.body, []).append(report)
    alone = [b for b, some in by_body.items() if b == NATIONAL or len(some) >= own]
    rest = [r for body, some in by_body.items() if body not in alone for r in some]
    groups = [by_body[body] for body in sorted(alone, key=lambda b: _order(b, by_body))]
    return [_panel(some, series, heard, own) for some in (*groups, rest) if some]


def _order(body: str, by_body: Mapping[str, list[Report]]) -> tuple[bool, int, str]:
    return body != NATIONAL, -len(by_body[body]), body


def _panel(reports: Sequence[Report], series: PublishedSeries, heard: Mapping[str, Voice], own: int) -> Panel:
    whose = list(dict.fromkeys(printable(r.whose) for r in reports))
    names = {name_of(r) for r in reports}
    unit = "kg" if reports[0].thing.dimension == "g" else reports[0].stated.unit
    return Panel(
        title=whose[0] if len(whose) == 1 else f"{len(whose)} bodies with fewer than {own} values each",
        points=tuple(_points(reports, series, heard)),
        voices=tuple(sorted((heard[n] for n in names), key=lambda v: (len(v.letter), v.letter))),
        unit=unit,
        shared=len(whose) > 1,
    )


def _points(
    reports: Iterable[Report], series: PublishedSeries, heard: Mapping[str, Voice]
) -> Iterator[Point]:
    for report in reports:
        if report.start is None or report.end is None:
            continue
        voice = heard[name_of(report)]
        said = (report.value_words, report.whose, report.period_words, voice.name)
        yield Point(
            start=report.start,
            end=report.end,
            value=_shown(report),
            relation=report.stated.relation,
            letter=voice.letter,
            colour=voice.colour,
            words=printable(f"{', '.join(said)}: “{report.stated.as_stated}”"),
            marks=series.marks_of(report),
            total=report.frame == "total",
        )


def _shown(report: Report) -> Decimal:
    """Return the value in the unit of the chart: every weight in kilograms."""
    return amount(report.stated) / 1000 if report.thing.dimension == "g" else report.stated.value
