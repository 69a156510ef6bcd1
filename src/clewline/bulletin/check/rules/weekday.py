"""A weekday that does not fit its date, or a date that no calendar has."""

from collections.abc import Iterator, Sequence
from datetime import date

from clewline.bulletin.check.dates import DAYS, MONTHS, Span, Written, spans, years
from clewline.bulletin.check.finding import Finding, Named
from clewline.bulletin.check.rule import Example, Rule
from clewline.bulletin.check.words import quoted


def _look(texts: Sequence[Named]) -> Iterator[Finding]:
    for named in texts:
        for span in spans(named.reading.text):
            if fault := _fault(span, years(span, named.reading)):
                words = quoted(named, span.start, span.end)
                yield Finding(severity="wrong", sentence=fault, quotes=(words,))


def _fault(span: Span, possible: Sequence[int]) -> str:
    """Return what is wrong with a span in each possible year, in a sentence; nothing where it fits one."""
    faults = [_fault_in(span, year) for year in possible]
    if not all(faults):
        return ""
    if len(possible) == 1 or span.single:
        return faults[0]
    return f"No year has {_said(span.first)} and {_said(span.last)}: check the weekdays and the dates."


def _fault_in(span: Span, year: int) -> str:
    for written, day in zip((span.first, span.last), span.days(year), strict=True):
        if day is None:
            leap = f" in {year}" if (written.month, written.day) == (2, 29) else ""
            return f"There is no {written.day} {MONTHS[written.month - 1]}{leap}: check the date."
        if written.weekday is not None and written.weekday != day.weekday():
            return (
                f"{day.day} {MONTHS[day.month - 1]} {day.year} is a {DAYS[day.weekday()]} and not a "
                f"{DAYS[written.weekday]}: check the date{_another_year(written, day)}."
            )
    return ""


def _another_year(written: Written, day: date) -> str:
    """Say where the weekday is that of the year before: the date may be left from last year's text."""
    before = written.on(day.year - 1)
    if before and before.weekday() == written.weekday:
        return f", or the year: in {before.year} it was a {DAYS[before.weekday()]}"
    return ""


def _said(written: Written) -> str:
    name = "" if written.weekday is None else f"a {DAYS[written.weekday]} "
    return f"{name}{written.day} {MONTHS[written.month - 1]}"


RULE = Rule(
    name="weekday",
    finds="A weekday that does not fit its date, or a date that no calendar has.",
    why="Whoever compares two bulletins goes by the dates. A wrong weekday shows that the week was taken "
    "from another year's text, or that a day of results is missing or counted twice.",
    look=_look,
    examples=(
        Example(
            texts=("The week ran from Monday 28 February to Friday 3 March 2023.",),
            severity="wrong",
            sentence="28 February 2023 is a Tuesday and not a Monday: check the date, or the year: in 2022 "
            "it was a Monday.",
        ),
        Example(
            texts=("Officers were out from Monday 3 October to Saturday 9 October.",),
            severity="wrong",
            sentence="No year has a Monday 3 October and a Saturday 9 October: check the weekdays and the "
            "dates.",
        ),
        Example(
            texts=("The results of Wednesday 31 June are still being counted.",),
            severity="wrong",
            sentence="There is no 31 June: check the date.",
        ),
        Example(
            texts=("The taskforce worked from Monday, February 27 to Sunday, March 5.",),
            published=date(2023, 3, 9),
            sentence=None,
        ),
        Example(
            texts=("The taskforce worked from Monday, February 27 to Sunday, March 5.",),
            published=date(2024, 3, 9),
            severity="wrong",
            sentence="27 February 2024 is a Tuesday and not a Monday: check the date, or the year: in 2023 "
            "it was a Monday.",
        ),
    ),
)
