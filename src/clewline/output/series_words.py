"""What a published series says of itself in words: its things, its values, and where they were published."""

import re
from urllib.parse import urlsplit

from clewline.bulletin.series import Mark, PublishedSeries, Report, Thing
from clewline.output.claim_words import INDICATORS, qualifier_words
from clewline.output.words import printable

LIMITS = (
    "Numbers as bodies published them: management information and press figures, not official statistics. A number is "
    "what its words say and no more; two bodies may count different things under one name, and an arrest or a "
    "charge is not a finding of guilt."
)
_UNITS = {"g": "by weight", "GBP": "", "people": "", "items": "", "percent": "per cent"}
"""What is said of a unit; any other is its own name."""


def indicator_words(indicator: str) -> str:
    """Return an indicator in plain words, as `lines closed`."""
    return INDICATORS.get(indicator, indicator.replace("_", " "))


def thing_words(thing: Thing) -> str:
    """Return what is counted, as `charges, for drug trafficking`; the unit where the indicator does not imply it."""
    named = indicator_words(thing.indicator)
    unit = _UNITS.get(thing.dimension, thing.dimension.replace("_", " "))
    implied = unit.rstrip("s") in named or thing.indicator in ("drugs_seized_weight",)
    narrowed = [qualifier_words(*q.split("=", 1)) for q in thing.narrowed]
    return ", ".join([named, *([] if implied or not unit else [unit]), *map(printable, narrowed)])


def heading(series: PublishedSeries) -> str:
    """Return what the series is of."""
    return f"Published: {indicator_words(series.indicator)}"


def summary(series: PublishedSeries) -> str:
    """Return how much there is, from when, and how much of it contradicts."""
    reports, marks = series.reports, series.marks
    releases = len({(r.stated.release, r.stated.text) for r in reports})
    years = sorted({day.year for r in reports for day in (r.start, r.end) if day and r.frame == "week"})
    said = f"{_many(len(reports), 'value')} from {_many(releases, 'release')}"
    if years:
        said += f", {years[0]}" if years[0] == years[-1] else f", {years[0]} to {years[-1]}"
    return f"{said}. {_many(len(marks), 'contradiction') if marks else 'No contradiction'} found."


def _many(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'s' * (number != 1)}"


def remark_words(report: Report) -> str:
    """Return what stands beside the number: its remark, words that were not read, and that it is a part."""
    stated = report.stated
    # A list's words hold the remark already; a text's quote may not.
    told = report.remark.casefold() in stated.as_stated.casefold()
    said = [
        "" if told else report.remark,
        f"not read: {stated.unread}" if stated.unread else "",
        "a part" if stated.part else "",
    ]
    return printable("; ".join(s for s in said if s))


def source_words(report: Report) -> str:
    """Return where the number was published, as the name of a site; nothing where no address is known."""
    address = web_address(report)
    return printable((urlsplit(address).hostname or "").removeprefix("www.")) if address else ""


def web_address(report: Report) -> str:
    """Return the address where it is one of the web; no other scheme is made into a link."""
    address = (report.stated.address or "").strip()
    try:
        return (
            address if re.match(r"https?://", address, re.IGNORECASE) and urlsplit(address).hostname else ""
        )
    except ValueError:
        return ""


def mark_words(mark: Mark) -> str:
    """Return the sentence of a mark, fit to print."""
    return printable(mark.sentence)
