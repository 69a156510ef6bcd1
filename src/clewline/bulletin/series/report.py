"""A published value as a report: what it counts, whose result it is, and where in time it stands."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal

from clewline.bulletin.period import day_words, period_words
from clewline.bulletin.possible import Bounds, bounds, dimension
from clewline.bulletin.series.days import days, is_total, spanned
from clewline.bulletin.week import as_written
from clewline.record.kinds.published import Published

NATIONAL = "national"
"""Body of every national number, whichever national body published it."""
NOT_SAID = "publisher not stated"
"""Publisher of a text that was taken in without one."""
LONGEST = timedelta(days=31)
"""Periods up to this length are weeks of action and the like; longer ones stand with the totals."""

Names = Mapping[str, str]
"""Names of bodies by their ids, as `metropolitan`."""

Frame = Literal["week", "total", "undated"]

RELATIONS = {"exactly": "", "at_least": "at least ", "at_most": "at most ", "about": "about "}
"""Words before a value, for what the words around it say."""

GROWING = ("so far", "to date", "provisional", "initial")
"""Words of a remark that say that an exact number may still grow."""
NARROWING = ("other", "earlier")
"""Words of a remark that set a number apart: a part, or an earlier state."""
TOLD_BY_REMARK = ("people_released", "other_result")
"""Indicators of which the remark says what is counted, as `released without charge`."""


@dataclass(frozen=True, kw_only=True, order=True)
class Thing:
    """What is counted: reports of one thing may be compared."""

    indicator: str
    dimension: str
    """Unit of the amounts, `g` for every weight."""
    narrowed: tuple[str, ...]
    """Qualifiers that narrow what is counted, each as `drug=cocaine`."""


@dataclass(frozen=True, kw_only=True)
class Report:
    """One published value, placed."""

    entries: tuple[str, ...]
    """The entry it stands on, and any other that says word for word the same."""
    stated: Published
    thing: Thing
    body: str
    """Whose result it is: the id of a force, `national`, or a name in small letters. Only one body's are compared."""
    whose: str
    """The body by name."""
    start: date | None
    end: date | None
    frame: Frame

    @property
    def bounds(self) -> Bounds:
        """Return the true amounts that the words allow; a number that may still grow has no upper end."""
        found = bounds(self.stated)
        grows = any(word in self.remark.lower() for word in GROWING)
        return replace(found, most=None) if grows else found

    @property
    def remark(self) -> str:
        """Return the remark beside the number, as `BBC`, or nothing."""
        return ", ".join(q.partition("=")[2] for q in self.stated.qualifiers if q.startswith("note="))

    @property
    def source(self) -> tuple[str, str]:
        """Return what makes two numbers the words of one text: a text's own hash, or a row's release and words."""
        said = self.stated
        return (
            (said.text, "") if said.text else (said.release, f"{said.as_stated}\0{said.value}\0{self.remark}")
        )

    @property
    def value_words(self) -> str:
        """Return the number with its relation, as `at least £2,400,000`."""
        return f"{RELATIONS[self.stated.relation]}{as_written(self.stated.value, self.stated.unit)}"

    @property
    def period_words(self) -> str:
        """Return the period as people say it; a day that its words do not name is not named here."""
        since = self.stated.since
        if since is not None and self.start is not None:
            if spanned(since)[1] is not None:
                return since
            begins = day_words(self.start) if since == self.start.isoformat() else since
            return f"since {begins}" if self.end is None else f"since {begins}, to {day_words(self.end)}"
        if self.start and self.end:
            return period_words(self.start, self.end)
        if self.start:
            return f"from {day_words(self.start)}"
        return f"up to {day_words(self.end)}" if self.end else "period not stated"


def report(entry: str, stated: Published, names: Names) -> Report:
    """Return a published value as a report; `names` are the names of forces by their ids."""
    start, end = days(stated)
    body, whose = _whose(stated, names)
    return Report(
        entries=(entry,),
        stated=stated,
        thing=Thing(
            indicator=stated.indicator,
            dimension=dimension(stated.unit),
            narrowed=tuple(q for q in stated.qualifiers if _narrows(q, stated.indicator)),
        ),
        body=body,
        whose=whose,
        start=start,
        end=end,
        frame=_frame(stated, start, end),
    )


def _narrows(qualifier: str, indicator: str) -> bool:
    key, _, value = qualifier.partition("=")
    if key != "note" or indicator in TOLD_BY_REMARK:
        return True
    return any(word in value.lower().replace(";", " ").split() for word in NARROWING)


def _whose(stated: Published, names: Names) -> tuple[str, str]:
    """Return the body and its name; a local or unit's number is not the force's."""
    if stated.scope == "national":
        return NATIONAL, "National"
    apart = f", {stated.scope}" if stated.scope in ("unit", "local") else ""
    if stated.body is not None:
        return stated.body + apart, names.get(stated.body, stated.body) + apart
    # "West Midlands region (4 forces)" names the region, and in brackets what it holds.
    name = stated.said_of or stated.publisher.partition("(")[0].strip()
    if name == NOT_SAID and stated.text:
        return f"{stated.text}{apart}", f"not named{apart}"
    return name.casefold() + apart, name + apart


def _frame(stated: Published, start: date | None, end: date | None) -> Frame:
    if is_total(stated):
        return "total"
    if start is None or end is None or end < start:
        return "undated"
    return "total" if end - start > LONGEST else "week"
