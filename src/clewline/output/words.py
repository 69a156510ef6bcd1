"""The words that every picture of a week shares: periods, titles, rates, and how to open a number."""

import shlex
from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal

from clewline.bulletin.period import day_words, month_words, period_words
from clewline.bulletin.week import Line, Section, Week, as_written
from clewline.figures import Counted
from clewline.figures.change import Change

__all__ = ["day_words", "month_words", "period_words"]
"""Words that come from the river, and that those who print ask of this file."""

LIMITS = (
    "Management information: what the record held at that instant, counted by the definitions named. "
    "It is not an official statistic, and an arrest or a charge is not a finding of guilt."
)
MADE_UP = "The case “demo” is a made-up force: no person, line or event in it is real."
DEMO = "demo"


def instant_words(at: datetime) -> str:
    """Return the instant of knowledge to the minute."""
    return f"{day_words(at.date())}, {at:%H:%M} {at.tzname() or ''}".rstrip()


def heading(week: Week) -> str:
    """Return what the whole is called: a week where it is one."""
    length = week.end - week.start
    period = period_words(week.start, week.end)
    if length == timedelta(days=6):
        return f"The week of {period}"
    return period if length > timedelta(0) else f"The day of {period}"


def section_title(section: Section, week: Week) -> str:
    """Return the heading of a section; it names the period where that is not the week's own."""
    if (section.start, section.end) == (week.start, week.end):
        return section.title
    return f"{section.title}, {period_words(section.start, section.end)}"


def line_title(line: Line) -> str:
    """Return what a line counts; another definition of the figure above it is known by its version."""
    counted = line.counted
    if line.depth == 2:
        return f"by the definition “{counted.definition.version}”"
    return counted.title


def cohort_words(counted: Counted) -> str:
    """Return both denominations of a rate, as `970 of 1,101 line holders arrested`; nothing for a number."""
    if counted.denominator is None:
        return ""
    return f"{counted.numerator or 0:,} of {counted.denominator:,} {counted.figure.base or ''}".rstrip()


def value_words(counted: Counted) -> str:
    """Return the number as written."""
    return as_written(counted.value, counted.unit)


def published_words(line: Line) -> str:
    """Return what was published for the line, in the words published; with the body where there are several."""
    several = bool(line.by_force)
    told = (f"{p.body or 'nation'}: {p.as_stated}" if several else p.as_stated for p in line.published)
    return "; ".join(dict.fromkeys(map(printable, told)))


def change_words(change: Change) -> str:
    """Return a change with its sign, as `+12.3 %`."""
    percent = change.percent
    if percent is None:
        return "from 0" if change.now.value else "none"
    rounded = percent.quantize(Decimal("0.1"), ROUND_HALF_UP)
    return f"{rounded:+,} %".replace("-", "\u2212") if rounded else "no change"


def changed(week: Week) -> list[Change]:
    """Return the changes that have something on either side."""
    return [c for c in week.changes if c.now.value or c.before.value]


def forces_of(week: Week) -> list[str]:
    """Return the forces that have rows in the week, where there are several; each line may name fewer."""
    names = {
        force for section in (*week.sections, *week.programme) for x in section.lines for force in x.by_force
    }
    return sorted(names) if len(names) > 1 else []


def trace_command(week: Week, counted: Counted) -> str:
    """Return the command that opens this number, to be typed as it stands."""
    words = ["clewline", "trace", counted.figure.name, counted.start.isoformat()]
    if counted.end != counted.start + timedelta(days=6):
        words += ["--end", counted.end.isoformat()]
    if week.force is not None:
        words += ["--force", week.force]
    words += _narrowed(counted.qualifiers)
    if counted.definition is not counted.figure.definitions[0]:
        words += ["--definition", shlex.quote(counted.definition.version)]
    words += [w for case in week.cases for w in ("--case", shlex.quote(case))]
    return " ".join(words)


def an_example(week: Week) -> Counted | None:
    """Return a number of the week to show how one is opened: lines closed where there are any."""
    all_lines = [x.counted for section in (*week.sections, *week.programme) for x in section.lines]
    return next(
        (c for c in all_lines if c.figure.name == "lines_closed"), all_lines[0] if all_lines else None
    )


def printable(text: str) -> str:
    """Return the text with nothing in it that could steer a terminal or break a page."""
    if text.isprintable():
        return text
    return "".join(c if c.isprintable() else "\ufffd" for c in " ".join(text.split()))


def names_a_made_up_force(cases: Iterable[str]) -> bool:
    """Return whether one of the cases is the demonstration."""
    return DEMO in cases


def _narrowed(qualifiers: Mapping[str, str]) -> list[str]:
    return [w for name, value in qualifiers.items() for w in ("--where", shlex.quote(f"{name}={value}"))]
