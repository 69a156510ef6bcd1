"""The validation report that a forensic regulator asks for, as one page: nothing fetched, no script, no clock."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from clewline.evidence.resampling import ABOVE, Measure
from clewline.evidence.validation import Group
from clewline.output import lr_charts, validation_words
from clewline.output.frame import minus
from clewline.output.words import day_words
from clewline.workflow.evidence.validate import Validated

LISTED = 60
"""Misleading findings that are listed by their pair; the others are counted."""
AT = (-4, -3, -2, -1, 0, 1, 2, 3, 4, 5, 6)
"""Log10 LRs at which the table of the Tippett plot gives the shares."""
PRIORS = (-3.0, -2.0, -1.0, 0.0, 1.0, 2.0, 3.0)
STEPS = 24
"""Steps of the PAV transform that its table shows; of more, every so many."""


@dataclass(frozen=True, kw_only=True)
class Picture:
    """A picture, what it shows, and its numbers as a table."""

    title: str
    how: str
    drawn: Markup
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, kw_only=True)
class Made:
    """How a report was made, for whoever makes it again."""

    day: date
    command: str
    versions: tuple[tuple[str, str], ...]


def as_page(found: Validated, made: Made) -> str:
    """Return the report as HTML; the PDF is set from the same page. The same validation gives the same bytes."""
    environment = Environment(
        loader=FileSystemLoader(Path(__file__).parent),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["number"] = "{:,}".format
    validation, card = found.validation, found.card
    values = found.plots.tippett.x
    scored = [g for g in validation.groups if g.scores is not None]
    return environment.get_template("validation.html.j2").render(
        title=_title(found),
        day=day_words(made.day),
        made=made,
        found=found,
        validation=validation,
        card=card,
        words=validation_words,
        propositions=validation_words.propositions(card),
        summary=list(validation_words.summary(validation)),
        bounds=validation_words.bounds(found.plots, card, values),
        limits=list(validation_words.limits(found)),
        above=ABOVE,
        tables=[(validation_words.grouping(by), groups) for by, groups in validation.grouped().items()],
        count=_count,
        costs=lr_charts.costs(scored, [validation_words.title(g) for g in scored]) if scored else None,
        pictures=list(_pictures(found)),
        misleading=validation.misleading[:LISTED],
        more=max(0, len(validation.misleading) - LISTED),
    )


def _title(found: Validated) -> str:
    if found.card is not None:
        return f"Validation of the model {found.card.name} {found.card.version}"
    return f"Validation of given likelihood ratios{f' of the type {found.type}' if found.type else ''}"


def _count(measure: Measure, group: Group, truth: str) -> str:
    """Return of how many pairs a share is."""
    many: int = getattr(group, truth)
    return f"{round(measure.value * many):,} of {many:,}"


def _pictures(found: Validated) -> Iterator[Picture]:
    plots = found.plots
    yield Picture(
        title="Tippett plot",
        how=(
            "The share of pairs whose ratio is at least the number beneath. Right of 0 the dashed curve is misleading; "
            "what the solid curve has lost by 0 is misleading too. The further apart, the better."
        ),
        drawn=lr_charts.tippett(plots.tippett),
        columns=("log10 LR at least", "same person", "different people"),
        rows=tuple(_tippett_rows(found)),
    )
    yield Picture(
        title="Ratios by truth",
        how="Pairs of the same person upwards, of different people downwards; each truth adds up to 100 %.",
        drawn=lr_charts.histogram(plots.histogram),
        columns=("log10 LR from", "to below", "same person", "different people"),
        rows=tuple(
            (_short(low), _short(high), f"{good:,}", f"{bad:,}")
            for low, high, good, bad in zip(
                plots.histogram.edges,
                plots.histogram.edges[1:],
                plots.histogram.same,
                plots.histogram.different,
                strict=False,
            )
            if good or bad
        ),
    )
    yield Picture(
        title="PAV plot",
        how=(
            "What pool-adjacent-violators would make of each ratio. On the diagonal the ratios mean what they say; "
            "where the line is flatter they say too much, where it is steeper too little. devPAV is the mean "
            "distance from the diagonal."
        ),
        drawn=lr_charts.pav(plots.pav),
        columns=("log10 LR from", "to", "after PAV"),
        rows=tuple(_thinned(list(_pav_rows(plots.pav.x, plots.pav.y)))),
    )
    yield Picture(
        title="Empirical cross-entropy",
        how=(
            "How many bits are still wanting to know the truth, for whatever odds hold before the evidence. The ratios "
            "help where the solid line is below the dotted one; the dashed line is what calibration could reach."
        ),
        drawn=lr_charts.entropies(plots.ece),
        columns=("log10 odds before", "as given", "after PAV", "without"),
        rows=tuple(
            (_short(prior), f"{given:.3f}", f"{after:.3f}", f"{neutral:.3f}")
            for prior, given, after, neutral in zip(
                plots.ece.prior, plots.ece.given, plots.ece.after, plots.ece.neutral, strict=True
            )
            if prior in PRIORS
        ),
    )


def _tippett_rows(found: Validated) -> Iterator[tuple[str, ...]]:
    curve = found.plots.tippett
    for at in AT:
        place = next((i for i, x in enumerate(curve.x) if x >= at), None)
        good, bad = (0.0, 0.0) if place is None else (curve.same[place], curve.different[place])
        yield _short(at), f"{good:.2%}", f"{bad:.2%}"


def _pav_rows(xs: Sequence[float], ys: Sequence[float]) -> Iterator[tuple[str, ...]]:
    begin = 0
    for i, y in enumerate(ys):
        if i + 1 == len(ys) or not (ys[i + 1] == y or math.isclose(ys[i + 1], y)):
            yield (
                validation_words.number(xs[begin]),
                validation_words.number(xs[i]),
                validation_words.number(y),
            )
            begin = i + 1


def _thinned(rows: list[tuple[str, ...]]) -> list[tuple[str, ...]]:
    step = math.ceil(len(rows) / STEPS)
    return [row for i, row in enumerate(rows) if i % step == 0 or i == len(rows) - 1]


def _short(value: float) -> str:
    return minus(f"{value:g}")
