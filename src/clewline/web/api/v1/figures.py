"""Figures of a period, by the names under which they are published, and the rows that each counts."""

from datetime import date, datetime
from typing import Annotated, Any, Self
from urllib.parse import urlencode

from ninja import Field, Path, Query, Schema
from pydantic import model_validator

from clewline import reference
from clewline.bulletin.week import as_json, plain
from clewline.errors import BadInput, NotFound
from clewline.figures import all_figures
from clewline.store import ledger, visible
from clewline.web.api.onward import onward
from clewline.web.api.shapes import Most, Period, place
from clewline.web.asked import Request, given
from clewline.web.figures.period import LONGEST
from clewline.web.figures.views import counted
from clewline.workflow.figure_rows import figure_rows
from clewline.workflow.week import count_week

Number = int | float
Name = Annotated[str, Path(description="A figure by its name, as lines_closed.")]


class Asked(Schema):
    """The period, whose figures, and as known when."""

    start: Annotated[date, Field(description="First day.")]
    end: Annotated[date, Field(description="Last day.")]
    force: Annotated[str | None, Field(description="One force, as metropolitan; left out: all.")] = None
    as_of: Annotated[
        datetime | None, Field(description="As known at this instant, with its zone; left out: now.")
    ] = None

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.end < self.start:
            raise ValueError("The last day is before the first.")
        if (self.end - self.start).days > LONGEST:
            raise ValueError("The period is longer than thirty years.")
        if self.force is not None and self.force not in reference.forces():
            raise ValueError("There is no such force.")
        if self.as_of is not None and self.as_of.tzinfo is None:
            raise ValueError("Give the instant with its zone, as 2024-01-31T12:00:00Z.")
        return self


class PublishedValue(Schema):
    """What a body published of a figure, as it was stated."""

    indicator: str
    qualifiers: list[str]
    body: str | None
    value: Number | None
    unit: str | None
    relation: str | None = Field(
        description="What the words around it say: exactly, at least, at most, about."
    )
    as_stated: str | None
    release: str | None


class Figure(Schema):
    """A figure's number in the period."""

    name: str = Field(description="Its indicator, as the methods have it.")
    title: str
    qualifiers: dict[str, str] = Field(description="What it is narrowed to, as drug=cocaine.")
    value: Number | None = Field(description="None where a rate has an empty cohort.")
    unit: str
    definition_version: str
    rows: int = Field(description="How many entries it stands on.")
    numerator: int | None = Field(default=None, description="Of a rate: the units that count.")
    denominator: int | None = Field(default=None, description="Of a rate: the units of its cohort.")
    base: str | None = Field(default=None, description="Of a rate: what it is a percentage of.")
    by_force: dict[str, Number | None] = Field(default={}, description="The same number by force.")
    published: list[PublishedValue] = Field(default=[], description="What was really published of it.")
    differs: bool = Field(default=False, description="Whether a published number differs.")


class Figures(Schema):
    """A period's figures. Those that count nothing in it are left out."""

    period: Period
    as_of: datetime
    force: str | None
    figures: list[Figure]
    notes: list[str]


def figures(request: Request, asked: Query[Asked]) -> Figures:
    """The figures of a period, of one force or all, as known at an instant, each beside what was published of it."""
    asker = request.asker
    asker.look.asked = urlencode(given(request))
    if asked.as_of is None:
        week = counted(asked.start, asked.end, asked.force, None, ledger.last())
    else:
        week = count_week(
            start=asked.start, end=asked.end, as_of=asked.as_of, force=asked.force, with_published=True
        )
    said = as_json(week)
    found = [Figure(**_without_entries(one)) for one in said["figures"]]
    asker.look.shown = len(found)
    return Figures(
        period=Period(start=week.start, end=week.end),
        as_of=week.as_of,
        force=week.force,
        figures=found,
        notes=said["notes"],
    )


def _without_entries(said: dict[str, Any]) -> dict[str, Any]:
    """Return a figure with the count of its entries in their place: some may be of cases that are not the asker's."""
    return {**{k: v for k, v in said.items() if k != "entries"}, "rows": len(said["entries"])}


class RowsAsked(Asked):
    """Which rows of a figure are asked for."""

    version: Annotated[str | None, Field(description="Version of the definition; left out: the first.")] = (
        None
    )
    where: Annotated[
        list[str],
        Field(description="Narrowed by a dimension, as `drug_class=A`; may be given again."),
    ] = []  # noqa: RUF012  # pydantic copies it
    row: Annotated[int, place("Place of the first row, from 0.")] = 0
    most: Most = 25


class Row(Schema):
    """A row that a figure counts. Of one that your work does not need, it is only said that it is there."""

    yours: bool = Field(description="Whether your work needs its entry.")
    entry: str | None = None
    case: str | None = None
    day: date | None = None
    unit: str | None = Field(default=None, description="What is counted once, as a custody reference.")
    amount: Number | None = None
    dimensions: dict[str, str | None] | None = None


class FigureRows(Schema):
    """A figure's number, and some of the rows that it counts."""

    name: str
    title: str
    qualifiers: dict[str, str]
    value: Number | None
    unit: str
    definition_version: str
    definition: str = Field(description="What is counted, in a sentence.")
    authority: str
    numerator: int | None = None
    denominator: int | None = None
    period: Period
    as_of: datetime
    rows: list[Row]
    next: str | None = Field(
        default=None, description="Address of further rows; none where there is no more."
    )


def rows(request: Request, figure: Name, asked: Query[RowsAsked]) -> FigureRows:
    """A figure's number and the rows that it counts; those that your work needs open to their entries."""
    asker = request.asker
    if figure not in all_figures():
        raise NotFound("There is no such figure.")
    versions = [one.version for one in all_figures()[figure].definitions]
    if asked.version is not None and asked.version not in versions:
        raise BadInput(f"The figure has no such definition; it has {', '.join(versions)}.")
    as_of = asked.as_of or asker.at
    where = dict(_pair(one) for one in asked.where)
    page = figure_rows(
        figure,
        start=asked.start,
        end=asked.end,
        as_of=as_of,
        where={**({"force": asked.force} if asked.force else {}), **where},
        version=asked.version,
        first=asked.row,
        most=asked.most,
    )
    seen = visible.seen_among(asker.person, asker.today, [one.entry_id for one in page.rows])
    look, counted = asker.look, page.counted
    look.shown, look.subject, look.asked = len(seen), figure, urlencode(given(request))
    return FigureRows(
        name=figure,
        title=counted.title,
        qualifiers=dict(counted.qualifiers),
        value=plain(counted.value),
        unit=counted.unit,
        definition_version=counted.definition.version,
        definition=counted.definition.sentence,
        authority=counted.definition.authority,
        numerator=counted.numerator,
        denominator=counted.denominator,
        period=Period(start=counted.start, end=counted.end),
        as_of=as_of,
        rows=[
            Row(
                yours=True,
                entry=one.entry_id,
                case=seen[one.entry_id],
                day=one.day,
                unit=one.unit,
                amount=plain(one.amount),
                dimensions=dict(one.dimensions),
            )
            if one.entry_id in seen
            else Row(yours=False)
            for one in page.rows
        ],
        next=onward(request, row=str(asked.row + asked.most), as_of=as_of.isoformat()) if page.more else None,
    )


def _pair(text: str) -> tuple[str, str]:
    name, found, value = text.partition("=")
    if not found:
        raise BadInput("Narrow by a dimension and its value, as drug_class=A.")
    return name, value
