"""The week as CSV: one row for each number, and one for each force that has a part in it."""

import csv
from collections.abc import Iterator
from typing import Any, TextIO

from clewline.bulletin.safe import spreadsheet_safe
from clewline.bulletin.week import Line, Week, plain
from clewline.figures.change import Change
from clewline.output.words import published_words

COLUMNS = (
    "part_of",
    "period_start",
    "period_end",
    "section",
    "name",
    "title",
    "qualifiers",
    "force",
    "value",
    "unit",
    "numerator",
    "denominator",
    "base",
    "definition_version",
    "published",
    "differs",
    "before_start",
    "before_end",
    "before",
    "change_percent",
    "entries",
)


def write_csv(week: Week, out: TextIO) -> None:
    """Write the week; no text in it can be taken for a formula."""
    writer = csv.DictWriter(out, COLUMNS, restval="")
    writer.writeheader()
    for row in rows(week):
        writer.writerow({name: spreadsheet_safe(value) for name, value in row.items()})


def rows(week: Week) -> Iterator[dict[str, Any]]:
    """Yield a row for each printed number, then a row for each force; an empty cell says nothing."""
    changes = {_key(c): c for c in week.changes}
    for part_of, sections in (("week", week.sections), ("programme", week.programme)):
        for section in sections:
            for line in section.lines:
                row = {"part_of": part_of, "section": section.title, **_number(line, week.force)}
                change = changes.get(_line_key(line)) if part_of == "week" else None
                yield row | (_change(change) if change else {})
                for force, value in line.by_force.items():
                    yield {**row, **_EMPTY_FOR_A_FORCE, "force": force, "value": plain(value)}
    for p in week.unmatched:
        yield {
            "part_of": "published only",
            "period_start": p.period_start,
            "period_end": p.period_end,
            "name": p.indicator,
            "qualifiers": ", ".join(p.qualifiers),
            "force": p.body,
            "unit": p.unit,
            "published": p.as_stated,
        }


_EMPTY_FOR_A_FORCE = dict.fromkeys(("numerator", "denominator", "published", "differs", "entries"), None)
"""What is known of the whole and not of one force."""


def _number(line: Line, force: str | None) -> dict[str, Any]:
    counted = line.counted
    return {
        "period_start": counted.start,
        "period_end": counted.end,
        "name": counted.figure.name,
        "title": counted.title,
        "qualifiers": ", ".join(f"{k}={v}" for k, v in counted.qualifiers.items()),
        "force": force,
        "value": plain(counted.value),
        "unit": counted.unit,
        "numerator": counted.numerator,
        "denominator": counted.denominator,
        "base": counted.figure.base,
        "definition_version": counted.definition.version,
        "published": published_words(line),
        "differs": {None: None, True: "yes", False: "no"}[line.differs],
        "entries": len(counted.entries),
    }


def _change(change: Change) -> dict[str, Any]:
    return {
        "before_start": change.before.start,
        "before_end": change.before.end,
        "before": plain(change.before.value),
        "change_percent": plain(change.percent),
    }


def _key(change: Change) -> tuple[Any, ...]:
    c = change.now
    return c.figure.name, c.definition.version, tuple(c.qualifiers.items()), c.start, c.end


def _line_key(line: Line) -> tuple[Any, ...]:
    c = line.counted
    return c.figure.name, c.definition.version, tuple(c.qualifiers.items()), c.start, c.end
