"""A statement and its schedule of facts, as pages from which PDFs are set: the same inputs give the same bytes."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from hashlib import sha256
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from clewline.analysis.phones.referred import Referred
from clewline.evidence.finding import Ratio, RowRef
from clewline.evidence.scale import FORENSIC
from clewline.output import statement_charts, statement_words
from clewline.output.frame import minus
from clewline.output.records_end import end_sentence
from clewline.output.statement_rows import rows_csv
from clewline.output.words import day_words
from clewline.workflow.evidence.statement import Dwelt, Item, Part, Statement

LISTED = 12
"""Rows of a fact that the schedule shows one by one; it says where all of them stand."""

FACTS = 10
"""Facts of a type that the statement tells; the schedule tells all."""


@dataclass(frozen=True, kw_only=True)
class Made:
    """Who makes a statement, when, and how it is made again."""

    by: str
    day: date
    command: str
    versions: tuple[tuple[str, str], ...]


@dataclass(frozen=True, kw_only=True)
class Picture:
    """A day of both phones in pictures."""

    key: Markup
    where: Markup | None
    hours: Markup | None


def as_statement(found: Statement, made: Made) -> str:
    """Return the statement as HTML."""
    evaluation = found.evaluation
    parts = [part for part in found.parts if part.dwelt]
    charted = [(part.answer.type.title, ratio) for part in parts if (ratio := ratio_of(part)) is not None]
    return (
        _environment()
        .get_template("statement.html.j2")
        .render(
            **_shared(found, made),
            title=f"Statement: was {evaluation.phone} used by whoever used the line {evaluation.line}?",
            parts=parts,
            silent=[part for part in found.parts if not part.dwelt],
            chart=statement_charts.ratios(charted) if charted else None,
            days=days_of,
            picture=lambda part, dwelt: picture_of(found, part, dwelt),
            scale=FORENSIC,
            headline=ratio_of,
            limits=list(limits_of(found)),
            facts_told=FACTS,
        )
    )


def as_schedule(found: Statement, made: Made) -> str:
    """Return the schedule of facts as HTML: what the records say, without opinion."""
    evaluation = found.evaluation
    return (
        _environment()
        .get_template("schedule.html.j2")
        .render(
            **_shared(found, made),
            title=f"Schedule of facts: {evaluation.line} and {evaluation.phone}",
            rows=lambda item: sorted((found.rows[r] for r in item.rows), key=_in_time)[:LISTED],
        )
    )


def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(Path(__file__).parent),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["number"] = "{:,}".format
    environment.filters["log10"] = lambda value: minus(f"{value:+.2f}")
    return environment


def _shared(found: Statement, made: Made) -> dict[str, object]:
    exhibits = {r.records.sha256: r.records.exhibit for r in found.received}
    return {
        "found": found,
        "made": made,
        "day": day_words(made.day),
        "period": statement_words.period(found.evaluation.first_day, found.evaluation.last_day),
        "words": statement_words,
        "day_words": day_words,
        "exhibits": exhibits,
        "stands": lambda item: statement_words.stands(item.rows, exhibits),
        "rows_sha256": sha256(rows_csv(found)).hexdigest(),
        "many": _many,
    }


def _in_time(row: Referred) -> tuple[datetime, RowRef]:
    return row.earliest, row.ref


def _many(item: Item) -> str:
    return "1 row" if len(item.rows) == 1 else f"{len(item.rows):,} rows"


def ratio_of(part: Part) -> Ratio | None:
    """Return the ratio that the statement gives for a type: its one, or that of the middle day."""
    middle = part.answer.middle
    return None if middle is None else middle.finding.ratio


def days_of(part: Part) -> Markup | None:
    """Return the picture of the days, where a type was asked of several."""
    found = [(one.day, ratio.log10_lr) for one, ratio in part.answer.weighed if one.day is not None]
    return statement_charts.days(found) if len(found) > 1 else None


def picture_of(found: Statement, part: Part, dwelt: Dwelt) -> Picture | None:
    """Return the pictures of a day that the statement dwells on."""
    if dwelt.asked.day is None:
        return None
    rows: Sequence[Referred] = [found.rows[ref] for ref in dwelt.item.rows]
    ordered = sorted(rows, key=_in_time)
    name = f"{part.answer.type.name}-{dwelt.asked.day}"
    line, phone = found.evaluation.line, found.evaluation.phone
    return Picture(
        key=statement_charts.key(line, phone, id_=f"key-{name}"),
        where=statement_charts.day_map(ordered, line, phone, id_=f"map-{name}"),
        hours=statement_charts.day_hours(ordered, line, phone, id_=f"hours-{name}"),
    )


def limits_of(found: Statement) -> Iterator[str]:
    yield from map(end_sentence, found.ends)
    yield from dict.fromkeys(limit for part in found.parts for limit in part.answer.type.limits)
