"""Made-up counted weeks: every figure of the house with its parts and definitions, and numbers of every size."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from random import Random

from clewline.bulletin.week import Line, Section, Week, financial_year
from clewline.figures import Counted, Figure, Part, all_figures

SIZES = (1, 1, 2, 9, 60, 400, 2_000, 90_000, 3_000_000)
"""Largest number of its kind; the small ones are where words change."""
FINE = {"kg": 10_000_000, "GBP": 100, "hours": 4, "years": 365}
"""Into how many parts a unit is divided where it is weighed or summed."""


def made_week(seed: int, *, days: int = 7, programme: bool | None = None, all_of_it: bool = False) -> Week:
    """Return a week in which most figures have rows; with `all_of_it` all have."""
    rng = Random(seed)
    start = date(2019, 10, 7) + timedelta(days=rng.randrange(2300))
    end = start + timedelta(days=days - 1)
    since = start - timedelta(days=rng.randrange(1, 2000)) if rng.random() < 0.7 else None
    if since is not None and rng.random() < 0.7:
        since = since.replace(day=1)
    if programme is not None:
        since = date(2019, 1, 1) if programme else None
    return Week(
        start=start,
        end=end,
        as_of=datetime(2026, 3, 6, 9, tzinfo=UTC),
        force=None,
        whose="all forces",
        since=since,
        cases=(),
        sections=tuple(_sections(rng, start, end, rates=since is None, all_of_it=all_of_it)),
        programme=tuple(_sections(rng, since, end, rates=True, all_of_it=all_of_it)) if since else (),
    )


def counted(name: str, value: Decimal | int | str | None, *, part: str = "", **said: object) -> Counted:
    """Return a number of a figure, or of its part by title, for the week of 27 February 2023."""
    figure = all_figures()[name]
    return _counted(figure, figure.part(part) if part else None, value, **said)  # type: ignore[arg-type]  # as the test says them


def week_of(*numbers: Counted, since: date | None = None, programme: tuple[Counted, ...] = ()) -> Week:
    """Return a week that holds just these numbers, each figure's parts after it."""
    start, end = numbers[0].start if numbers else date(2023, 2, 27), date(2023, 3, 5)
    return Week(
        start=start,
        end=numbers[0].end if numbers else end,
        as_of=datetime(2023, 3, 6, 9, tzinfo=UTC),
        force=None,
        whose="all forces",
        since=since,
        cases=(),
        sections=_grouped(numbers),
        programme=_grouped(programme),
    )


def _grouped(numbers: tuple[Counted, ...]) -> tuple[Section, ...]:
    groups: dict[str, list[Line]] = {}
    for one in numbers:
        groups.setdefault(one.figure.group, []).append(Line(counted=one, depth=1 if one.qualifiers else 0))
    return tuple(
        Section(title=title, start=lines[0].counted.start, end=lines[0].counted.end, lines=tuple(lines))
        for title, lines in groups.items()
    )


def _sections(rng: Random, start: date, end: date, *, rates: bool, all_of_it: bool) -> Iterator[Section]:
    groups: dict[tuple[str, date], list[Line]] = {}
    for figure in sorted(all_figures().values(), key=lambda f: (f.rank, f.name)):
        if (figure.usual != "period" and not rates) or (not all_of_it and rng.random() < 0.3):
            continue
        begins = financial_year(end) if figure.usual == "financial year" else start
        whole = _number(rng, figure, None)
        lines = groups.setdefault((figure.group, begins), [])
        lines.append(Line(counted=_counted(figure, None, whole, start=begins, end=end)))
        for part in figure.parts:
            if all_of_it or rng.random() < 0.6:
                value = _number(rng, figure, part)
                lines.append(Line(counted=_counted(figure, part, value, start=begins, end=end), depth=1))
        for definition in figure.definitions[1:]:
            other = _counted(figure, None, whole, start=begins, end=end, version=definition.version)
            lines.append(Line(counted=other, depth=2))
    for (group, begins), lines in groups.items():
        yield Section(title=group, start=begins, end=end, lines=tuple(lines))


def _number(rng: Random, figure: Figure, part: Part | None) -> Decimal | None:
    if figure.measure == "rate":
        whole = rng.choice((0, 1, 3, 7, 40, 900))
        return Decimal(100 * rng.randint(0, whole)) / whole if whole else None
    fine = FINE.get((part and part.unit) or figure.unit, 1)
    largest = rng.choice(SIZES)
    if rng.random() < 0.5:
        return Decimal(rng.randint(0, largest))
    return Decimal(rng.randint(0, largest * fine)) / fine


def _counted(
    figure: Figure,
    part: Part | None,
    value: Decimal | int | str | None,
    *,
    start: date = date(2023, 2, 27),
    end: date = date(2023, 3, 5),
    version: str | None = None,
) -> Counted:
    return Counted(
        figure=figure,
        definition=figure.definition(version),
        title=part.title if part else figure.title,
        qualifiers=dict(part.where) if part else {},
        unit=(part and part.unit) or figure.unit,
        start=start,
        end=end,
        value=None if value is None else Decimal(value),
        entries=("a", "b"),
    )
