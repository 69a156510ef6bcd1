"""Dates as bulletins write them: patterns, and the days and ranges that they state."""

import re
from calendar import monthrange
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from clewline.bulletin.claim import Period, PeriodKind
from clewline.bulletin.read.lexicon.forms import DAY_NAME, MONTH
from clewline.bulletin.read.small import in_small, matches

_A_MONTH = in_small(rf"\b{MONTH}")
_MONTHS = {
    name: n
    for n, name in enumerate(
        ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"], start=1
    )
}
_D = r"\d{1,2}(?:st|nd|rd|th)?"
_LINK = r"\s*(?:-|–|—|to|until|till|and|through|\bup to)\s*(?:and including\s+)?(?:the\s+)?"
_Y = r"(?:,?\s+(?P<{0}>(?:19|20)\d\d))?"
_NAME = rf"(?:{DAY_NAME},?\s+)?(?:the\s+)?"

_RANGES = tuple(
    in_small(p)
    for p in (
        # Monday 3 October to Monday 10 October, 27 February and 5 March
        rf"(?<!\d){_NAME}(?P<d1>{_D})\s+(?:of\s+)?(?P<m1>{MONTH}){_Y.format('y1')},"
        rf"?{_LINK}{_NAME}(?P<d2>{_D})\s+(?:of\s+)?(?P<m2>{MONTH}){_Y.format('y2')}",
        # February 27 to March 5
        rf"{_NAME}(?P<m1>{MONTH})\s+(?P<d1>{_D})(?!\d){_Y.format('y1')},?{_LINK}{_NAME}(?P<m2>{MONTH})"
        rf"\s+(?P<d2>{_D})(?!\d){_Y.format('y2')}",
        # Monday 3 to Sunday 9 October
        rf"(?<!\d){_NAME}(?P<d1>{_D}),?{_LINK}{_NAME}(?P<d2>{_D})\s+(?:of\s+)"
        rf"?(?P<m2>{MONTH}){_Y.format('y2')}",
        # September 14 to 20
        rf"(?P<m1>{MONTH})\s+(?P<d1>{_D}){_LINK}{_NAME}(?P<d2>{_D})(?!\d|,\d|"
        rf"\s*(?:{MONTH})){_Y.format('y2')}",
    )
)
MONTH_RANGE = in_small(
    rf"\b(?:between|from)\s+(?:the\s+(?:start|beginning|end)\s+of\s+)?(?P<m1>{MONTH})"
    rf"{_Y.format('y1')}[^.;\d]{{0,60}}?\s(?:to|and|until)\s+(?:the\s+)"
    rf"?(?P<last>end\s+of\s+)?(?P<m2>{MONTH})(?:,?\s+(?P<y2>(?:19|20)\d\d|"
    rf"this year|last year))?"
    rf"|(?P<m3>{MONTH})\s+(?:to|-|–)\s+(?P<m4>{MONTH})\s+(?P<y4>(?:19|20)\d\d)"
)
SINCE = in_small(
    rf"\b(?:since|from)\s+(?:it\s+(?:was\s+launched|was\s+set\s+up|started|"
    rf"began|was\s+formed)\s+in\s+|its\s+launch\s+in\s+|the\s+start\s+of\s+|"
    rf"launching\s+in\s+|(?<=since\s)(?:[a-z’'-]+\s+){{1,7}}?in\s+)?(?:(?P<d>{_D})\s+)?(?:(?P<m>{MONTH})\s+)?(?P<y>(?:19|"
    rf"20)\d\d)\b(?!\s*(?:to|-|–)\s*\d)"
)
IN_MONTH = in_small(
    rf"\bin\s+(?:early\s+|late\s+|mid-)?(?P<m>{MONTH})(?:,?\s+(?P<y>20\d\d)\b)?(?!\s+\d{{1,2}}\b)"
)
SINCE_BEGINS = ("since", "from")
SINCE_DAY = in_small(
    rf"\b(?:since|start(?:ing|ed)?\s+(?:on|from)|began\s+on|launched\s+on|"
    rf"kicked\s+off\s+on|starting|commenc\w+\s+on)\s+{_NAME}(?:(?P<d>{_D})"
    rf"\s+(?:of\s+)?(?P<m>{MONTH})|(?P<m2>{MONTH})\s+(?P<d2>{_D})(?!\d)"
    rf")(?:,?\s+(?P<y>(?:19|20)\d\d))?"
)
DAY = in_small(
    rf"\b(?:on\s+)?{_NAME}(?:(?P<d>{_D})\s+(?:of\s+)?(?P<m>{MONTH})|(?P<m2>{MONTH})"
    rf"\s+(?P<d2>{_D})(?!\d))(?:,?\s+(?P<y>(?:19|20)\d\d))?"
)
WEEK_OF_BEGINS = ("week", "w/c")
WEEK_OF = in_small(
    rf"\b(?:week\s+(?:of|commencing|beginning|starting(?:\s+on)?|from)|"
    rf"w/c|week,?\s+(?:[\w’']+,?\s+){{0,6}}?(?:began|started|starting|beginning|"
    rf"commencing)\s+(?:on\s+)?)\s*{_NAME}(?:(?P<d>{_D})\s+(?:of\s+)?(?P<m>{MONTH})"
    rf"|(?P<m2>{MONTH})\s+(?P<d2>{_D})(?!\d))(?:,?\s+(?P<y>(?:19|20)\d\d)"
    rf")?"
)
YEAR_WORDS = in_small(
    r"\b(?:this|last|past|previous)\s+(?:financial\s+)?(?:year|FY)\b|\b(?:twelve|"
    r"12)\s+months\b|\bin\s+a\s+year\b"
)
FY = in_small(r"\bthis\s+(?:FY|financial\s+year)\b")
COUNTY_LINES = in_small(r"\bcounty[\s-]+lines?\b")
LATER = in_small(
    r"\b(?:appear|hearing|trial|until|court|due to|deadline|sentencing|published|updated|posted)\b"
)
BEGUN = in_small(
    r"\b(?:set up|launch\w*|start\w*|began|begun|formed|founded|created|commenc\w*|introduced|rolled out)\s+$"
)
"""Behind it stands when work began, not when its results came."""
OPENS = in_small(
    r"(?:since|start(?:ed|ing)?|began|launch(?:ed|ing)?|commenc\w+|from|"
    r"kicked off)\s+(?:on\s+)?(?:\w+day,?\s+)?(?:the\s+)?$"
)
YEAR_TO = in_small(
    rf"\b(?:year|twelve months|12 months)\s+(?:to|ending|ended|up to)\s+(?:the "
    rf"end of\s+)?(?P<d>{_D})\s+(?P<m>{MONTH})(?P<m2>(?!))?(?P<d2>(?!))"
    rf"?\s+(?P<y>(?:19|20)\d\d)"
)
YEAR_TO_BEGINS = ("year", "twelve months", "12 months")
TWO_YEARS = re.compile(r"20\d\d\s?[/–-]")
"""Without it a text names no financial year."""
FINANCIAL = re.compile(r"\b(?:[Ii]n|[Dd]uring|[Ff]or|[Oo]ver|year|FY)\s+(?P<y>20\d\d)\s?[/–-]\s?\d\d\b")
HEAD = 160
"""Characters at a text's beginning in which `in 2023` is about the whole of it."""
IN_YEAR = re.compile(
    r"\b(?:[Ii]n|[Dd]uring|[Tt]hroughout|[Oo]ver)\s+(?P<y>20\d\d)\b(?!\s?[/–-])"
    r"(?<!set up in \d{4})(?<!formed in \d{4})(?<!launched in \d{4})(?<!founded "
    r"in \d{4})(?<!began in \d{4})(?<!created in \d{4})(?<!up in \d{4})"
)
UP_TO = in_small(
    rf"[,\s]*(?:and\s+)?(?:up\s+)?(?:to|until)\s+(?:the\s+end\s+of\s+)?(?:this\s+|"
    rf"last\s+)?(?P<m>{MONTH})(?:\s+(?P<y>20\d\d))?"
)
WEEK_WORD = in_small(r"\bweeks?\b|\bweek-long\b|\bseven[- ]day")


@dataclass(frozen=True, slots=True)
class Dated:
    """A period that a text states, and its characters."""

    period: Period
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Issued:
    """When a text was published, as far as it is known: the first and the last day that it may have been."""

    first: date
    last: date

    @property
    def exact(self) -> date | None:
        """Return the day, where it is known to the day."""
        return self.last if self.first == self.last else None


def issued(said: str) -> Issued:
    """Return when a text was published, from `2023-03-06`, `2023-03` or `2023`.

    :raises ValueError: it is none of these.
    """
    parts = [int(part) for part in said.split("-")]
    if len(parts) == 3:
        return Issued(date(*parts), date(*parts))
    year = parts[0]
    if len(parts) == 2:
        return Issued(date(year, parts[1], 1), date(year, parts[1], monthrange(year, parts[1])[1]))
    return Issued(date(year, 1, 1), date(year, 12, 31))


_YEAR = re.compile(r"20(?<!\w20)[0-3]\d\b")


def stated_year(text: str) -> int | None:
    found = _YEAR.search(text) if "20" in text else None
    return int(found[0]) if found else None


def holds_year(text: str, start: int, end: int) -> bool:
    """Whether a stretch of a text may name a year of this or the last century."""
    return text.find("20", start, end) >= 0 or text.find("19", start, end) >= 0


_LINKED = re.compile(
    r"\d(?:st|nd|rd|th)?[^.;\d]{0,24}?(?:-|–|—|\b(?:to|until|till|and|through)\b)[^.;\d]{0,30}?\d"
)
"""Two numbers with a word of a range between; without it a stretch of text holds no range of days."""
_LATE = timedelta(days=7)
"""How far behind its publication the last day that a text tells may lie before the year before is meant."""


def ranges_in(
    low: str, spans: Sequence[tuple[int, int]], published: date | None, year: int | None
) -> list[Dated]:
    """Return the ranges of days that a text in small letters states within `spans`, in order.

    `year` is the year of dates that have none; `published` is the last day on which the text may have appeared.
    """
    matches = sorted(
        (
            (m.start(), rank, m)
            for a, b in spans
            if _LINKED.search(low, a, b)
            for rank, pattern in enumerate(_RANGES)
            for m in pattern.finditer(low, a, b)
        ),
        key=lambda item: item[:2],
    )
    found: list[Dated] = []
    for start, _, m in matches:
        if found and start < found[-1].end:
            continue
        if (period := _range(m.groupdict(), published, year)) is not None:
            found.append(Dated(period, start, m.end()))
    return found


def _range(said: dict[str, str | None], published: date | None, year: int | None) -> Period | None:
    """Return the period of a match of `_RANGES`; none where it is no range of days."""
    last_month = said.get("m2") or said.get("m1")
    first_month = said.get("m1") or last_month
    last_year = int(last) if (last := said.get("y2")) else year
    if last_year is None:
        return None
    end = day_of(last_year, last_month, said["d2"])
    if end and published and not said.get("y2") and end > published + _LATE:
        last_year -= 1
        end = day_of(last_year, last_month, said["d2"])
    first_year = int(first) if (first := said.get("y1")) else last_year
    start = day_of(first_year, first_month, said["d1"])
    if start and end and start > end and first_month != last_month and not said.get("y1"):
        start = day_of(first_year - 1, first_month, said["d1"])
    if start is None or end is None or start > end:
        return None
    return Period(start=start, end=end, kind=_kind(start, end))


def months_in(low: str) -> list[tuple[int, int]]:
    """Return where the names of months stand in a text in small letters."""
    return [m.span() for m in matches(_A_MONTH, low, _MONTHS)]


def near_months(low: str, months: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield the stretches of a text around the names of months; all else holds no dates."""
    start = end = 0
    for first, last in months:
        if first - 60 > end:
            if end:
                yield start, end
            start = max(0, first - 60)
        end = min(len(low), last + 60)
    if end:
        yield start, end


def _kind(start: date, end: date) -> PeriodKind:
    days = (end - start).days + 1
    if days == 1:
        return "day"
    if days <= 8:
        return "week"
    return "multi_week" if days <= 35 else "between"


def month_of(name: str) -> int:
    return _MONTHS[name[:3].lower()]


def day_of(year: int, month: str | None, day: str | None) -> date | None:
    try:
        return date(year, month_of(month) if month else 1, int(re.sub(r"\D", "", day)) if day else 1)
    except ValueError:
        return None
