"""A finding ready to be printed: its parts, its pictures, and the rows that each of its numbers opens."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from clewline.analysis.phones.referred import Referred
from clewline.evidence.finding import Ratio
from clewline.output import statement_charts, statement_page
from clewline.output.frame import minus
from clewline.output.statement_charts import MAP_STYLE
from clewline.output.words import day_words
from clewline.workflow.evidence.statement import Dwelt, Item, Part, Statement

AT_ONCE = 25
ITEMS = 50
"""Facts that a page of the schedule lists."""


@dataclass(frozen=True, kw_only=True)
class Rows:
    """A page of the rows of a fact."""

    item: Item
    page: int
    rows: tuple[Referred, ...]

    @property
    def first(self) -> int:
        return (self.page - 1) * AT_ONCE + 1

    @property
    def more(self) -> bool:
        return self.first + len(self.rows) <= len(self.item.rows)


def rows_of(found: Statement, number: int, page: int) -> Rows | None:
    """Return a page of the rows of a numbered fact, in order of time; none where there is no such fact."""
    if not 1 <= number <= len(found.items):
        return None
    item = found.items[number - 1]
    some = sorted((found.rows[ref] for ref in item.rows), key=lambda row: (row.earliest, row.ref))
    return Rows(item=item, page=page, rows=tuple(some[(page - 1) * AT_ONCE : page * AT_ONCE]))


def chart(found: Statement) -> Markup | None:
    """Return the ratios on one scale; none where there is no ratio."""
    named = [(part.answer.type.title, ratio) for part in found.parts if (ratio := headline(part)) is not None]
    return statement_charts.ratios(named) if named else None


def headline(part: Part) -> Ratio | None:
    """Return the ratio that is told of a type: its one, or that of the middle day."""
    return statement_page.ratio_of(part)


def days(part: Part) -> Markup | None:
    """Return the picture of the days, where a type was asked of several."""
    return statement_page.days_of(part)


def pictures(found: Statement, part: Part, dwelt: Dwelt) -> Sequence[Markup]:
    """Return the pictures of a day, without the style that a page of the site has in its sheet."""
    made = statement_page.picture_of(found, part, dwelt)
    if made is None or made.where is None:
        return ()
    some = [made.key, made.where, *([] if made.hours is None else [made.hours])]
    return [Markup(str(one).replace(str(MAP_STYLE), "")) for one in some]  # our own drawing


def heading(part: Part, dwelt: Dwelt) -> str:
    """Return which day of a type is told: the one in the middle, or the one that says most for a proposition."""
    asked, middle = dwelt.asked, part.answer.middle
    if asked.day is None:
        return "The whole period"
    if asked is middle or middle is None:
        return f"{day_words(asked.day)}: the day in the middle"
    ratio, mid = asked.finding.ratio, middle.finding.ratio
    above = ratio is not None and mid is not None and ratio.log10_lr > mid.log10_lr
    return f"{day_words(asked.day)}: the day that speaks most for the {'first' if above else 'second'} proposition"


def log10(value: float) -> str:
    """Return a weight as it is printed."""
    return minus(f"{value:+.2f}")


def limits(found: Statement) -> Iterator[str]:
    """Yield what the finding cannot tell."""
    yield from statement_page.limits_of(found)
