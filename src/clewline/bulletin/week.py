"""A week of action and its programme, counted: what the table, the page and the files print alike."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from clewline.figures import Counted, Figure, Part
from clewline.figures.change import NAME as CHANGE
from clewline.figures.change import VERSION as CHANGE_VERSION
from clewline.figures.change import Change
from clewline.record.kinds.published import Published

ORDER = (
    "Safeguarding",
    "Protection",
    "Prevention and diversion",
    "Cuckooing",
    "Lines",
    "Arrests and charges",
    "Courts",
    "Drugs",
    "Weapons",
    "Money and goods",
    "Phones and vehicles",
    "Police activity",
    "Engagement",
    "Rates",
)
"""Groups of figures: whom the work protected comes first (docs/decisions); one that is not here comes last."""


@dataclass(frozen=True, kw_only=True)
class Line:
    """One printed line: a number, how far it is indented, and what was published for the same thing."""

    counted: Counted
    depth: int = 0
    by_force: Mapping[str, Decimal | None] = field(default_factory=dict)
    """The number for each force that has rows; they need not add up, since a joint result counts in each."""
    published: tuple[Published, ...] = ()
    """What was really published for the body and period, where there is any."""

    @property
    def differs(self) -> bool | None:
        """Return whether, for some body, the number fits nothing that it published; none where nothing was.

        What was published for the nation stands beside a record of several forces, and is not measured by it.
        """
        own = [p for p in self.published if p.body is not None or not self.by_force]
        if not own:
            return None
        return not all(any(self.fits(p) for p in own if p.body == body) for body in {p.body for p in own})

    def fits(self, published: Published) -> bool:
        """Return whether a published value is what was counted for its body."""
        if published.body is not None and published.body in self.by_force:
            return fits(published, self.by_force[published.body])
        return fits(published, self.counted.value)


@dataclass(frozen=True, kw_only=True)
class Section:
    """Lines under one heading, for one period."""

    title: str
    start: date
    end: date
    lines: tuple[Line, ...]
    notes: tuple[str, ...] = ()
    """Sentences that explain where parts do not add to a whole."""


@dataclass(frozen=True, kw_only=True)
class Week:
    """Everything that `clewline week` prints."""

    start: date
    end: date
    as_of: datetime
    force: str | None
    """Force by its id, as `metropolitan`; none for all."""
    whose: str
    """The force by its name, or `all forces`."""
    since: date | None
    cases: tuple[str, ...]
    sections: tuple[Section, ...]
    """The week, by group of figures."""
    programme: tuple[Section, ...] = ()
    """The same since the programme began, and its rates."""
    changes: tuple[Change, ...] = ()
    unmatched: tuple[Published, ...] = ()
    """Values published for the body and week that no printed line answers."""


def fits(published: Published, value: Decimal | None) -> bool:
    """Return whether a counted value is what the published words say.

    A published number says no more than its digits: 88 per cent fits 87.6, and 8.3 kg fits 8.27.
    """
    if value is None:
        return False
    stated = published.value
    rounded = value.quantize(Decimal(1).scaleb(min(0, _exponent(stated))), ROUND_HALF_UP)
    if published.relation == "at_least":
        return value >= stated
    if published.relation == "at_most":
        return value <= stated
    if published.relation == "about":
        return abs(value - stated) <= abs(stated) / 10
    return rounded == stated


def _exponent(value: Decimal) -> int:
    exponent = value.normalize().as_tuple().exponent
    return exponent if isinstance(exponent, int) else 0


def financial_year(day: date) -> date:
    """Return the first day (1 April) of the financial year that a day lies in."""
    return date(day.year if (day.month, day.day) >= (4, 1) else day.year - 1, 4, 1)


PLACES = {"percent": 1, "kg": 3, "g": 1, "tonnes": 3, "hours": 1, "years": 1}
"""Decimal places that are printed, by unit; the number itself is not rounded."""

SPOKEN = ("kg", "g", "tonnes", "hours", "years", "EUR", "USD")
"""Units that are said after the number; the others are in the title."""


def as_written(value: Decimal | None, unit: str) -> str:
    """Return a number as a reader expects it: thousands apart, pounds with their sign, no needless zeros."""
    if value is None:
        return "not known"
    if unit in PLACES:
        value = value.quantize(Decimal(1).scaleb(-PLACES[unit]), ROUND_HALF_UP)
    whole = value == value.to_integral_value()
    text = f"{value.quantize(Decimal(1)) if whole else value.normalize():,f}"
    if unit == "GBP":
        return f"£{text}" if whole else f"£{value:,.2f}"
    if unit == "percent":
        return f"{text} %"
    return f"{text} {unit}" if unit in SPOKEN else text


def as_json(week: Week) -> dict[str, Any]:
    """Return the week as plain data: period, instant of knowledge, figures with their entries."""
    return {
        "period": {"start": week.start.isoformat(), "end": week.end.isoformat()},
        "as_of": week.as_of.isoformat(),
        "force": week.force,
        "cases": list(week.cases),
        "figures": [_figure(line) for section in week.sections for line in section.lines],
        "programme": [
            {**_figure(line), "period": {"start": section.start.isoformat(), "end": section.end.isoformat()}}
            for section in week.programme
            for line in section.lines
        ],
        "changes": [
            {
                "name": CHANGE,
                "definition_version": CHANGE_VERSION,
                "qualifiers": {"of": c.now.figure.name, **c.now.qualifiers},
                "value": None if c.percent is None else plain(c.percent),
                "unit": "percent",
                "now": plain(c.now.value),
                "before": plain(c.before.value),
                "before_period": {"start": c.before.start.isoformat(), "end": c.before.end.isoformat()},
            }
            for c in week.changes
        ],
        "unanswered": [_stated(p) for p in week.unmatched],
        "notes": [note for section in (*week.sections, *week.programme) for note in section.notes],
    }


def _figure(line: Line) -> dict[str, Any]:
    counted = line.counted
    said: dict[str, Any] = {
        "name": counted.figure.name,
        "title": counted.title,
        "qualifiers": dict(counted.qualifiers),
        "value": plain(counted.value),
        "unit": counted.unit,
        "definition_version": counted.definition.version,
        "entries": list(counted.entries),
    }
    if counted.denominator is not None:
        said |= {
            "numerator": counted.numerator,
            "denominator": counted.denominator,
            "base": counted.figure.base,
        }
    if line.by_force:
        said["by_force"] = {force: plain(value) for force, value in line.by_force.items()}
    if line.published:
        said["published"] = [_stated(p) for p in line.published]
        said["differs"] = line.differs
    return said


def _stated(published: Published) -> dict[str, Any]:
    return {
        "indicator": published.indicator,
        "qualifiers": list(published.qualifiers),
        "body": published.body,
        "value": plain(published.value),
        "unit": published.unit,
        "relation": published.relation,
        "as_stated": published.as_stated,
        "release": published.release,
    }


def plain(value: Decimal | None) -> int | float | None:
    """Return the value as a JSON number."""
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)


def overlap_note(figure: Figure, first: Part, second: Part, counts: Sequence[int]) -> str:
    """Return a sentence for two parts that share rows; `counts`: the whole, each part, both together."""
    whole, a, b, both = counts
    neither = whole - a - b + both
    return (
        f"{figure.title}: of {whole:,}, {a:,} are {first.title} and {b:,} are {second.title}. "
        f"{both:,} are both, so the two do not add up: {a - both:,} are only the first, "
        f"{b - both:,} only the second, {neither:,} neither."
    )
