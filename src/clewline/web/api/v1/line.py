"""Lines of a case: those recorded, the picture of one from its phone records, and the rows behind its marks."""

from datetime import date
from typing import Annotated, Any
from urllib.parse import urlencode
from zoneinfo import ZoneInfo

from ninja import Field, Query, Schema

from clewline.case.lines import RecordedLine
from clewline.errors import BadInput, NotFound
from clewline.output.line_json import as_json, rows_json
from clewline.output.line_words import LIMITS
from clewline.web.api.onward import onward
from clewline.web.api.shapes import Case, Entry, Most, Subject, entry, place
from clewline.web.api.v1.line_shapes import Row, Summary, zoned
from clewline.web.asked import Request, given
from clewline.web.line import shown
from clewline.web.line.views import CONTACTS
from clewline.workflow import line as records
from clewline.workflow.case_lines import About, about, held, lines_of


class Number(Schema):
    """A number that a line used, as recorded."""

    number: str
    identifier: str | None = Field(description="As phone records name it.")
    first: date
    last: date | None
    entry: str
    with_records: bool = Field(description="Whether the case holds phone records of it.")


class Line(Schema):
    """A line as recorded."""

    id: str
    name: str | None
    force: str | None
    state: str = Field(description="What was last recorded of whether it is active; empty where nothing was.")
    latest: date = Field(description="The latest day of which something is recorded.")
    numbers: list[Number]
    entries: list[str] = Field(description="Ids of the entries about it that stand.")


class Held(Schema):
    """An identifier whose phone records the case holds."""

    identifier: str
    authorities: list[str]
    exhibits: list[str]
    first: date | None
    last: date | None


class LinesWanted(Schema):
    """Which lines are asked for."""

    about: Annotated[
        str, Field(max_length=100, description="Part of a line's id, name, force or number.")
    ] = ""
    skip: Annotated[int, place("How many lines to leave out, from the first.")] = 0
    most: Most = 25


class Lines(Schema):
    """Lines of a case, the one of which the latest is recorded first."""

    total: int
    lines: list[Line]
    held: list[Held] = Field(description="The identifiers with phone records in the case.")
    next: str | None = Field(default=None, description="Address of the rest; none where there is no more.")


def lines(request: Request, case: Case, asked: Query[LinesWanted]) -> Lines:
    """The lines of a case that were recorded, and the identifiers whose phone records it holds."""
    asker = request.asker
    found = list(lines_of(asker.person, asker.today, case).by_id.values())
    found = shown.sought(found, asked.about) if asked.about else found
    behind = asked.skip + asked.most
    some = found[asked.skip : behind]
    there = held(case)
    asker.look.shown = len(some) + len(there)
    asker.look.asked = urlencode(given(request)) or None
    identifiers = {one.identifier for one in there}
    return Lines(
        total=len(found),
        lines=[_line(one, identifiers) for one in some],
        held=[
            Held(
                identifier=one.identifier,
                authorities=list(one.authorities),
                exhibits=list(one.exhibits),
                first=one.first,
                last=one.last,
            )
            for one in there
        ],
        next=onward(request, skip=str(behind)) if behind < len(found) else None,
    )


def _line(line: RecordedLine, with_records: set[str]) -> Line:
    said = line.said
    return Line(
        id=line.id,
        name=None if said is None else said.name,
        force=None if said is None else said.force,
        state=shown.state(line),
        latest=line.latest,
        numbers=[
            Number(
                number=used.number,
                identifier=used.identifier,
                first=used.first,
                last=used.last,
                entry=used.entry.id,
                with_records=used.identifier in with_records,
            )
            for used in line.numbers
        ],
        entries=[one.id for one in line.entries],
    )


class Days(Schema):
    """The local days of the phone records that are asked."""

    first: Annotated[date | None, Field(description="First day.")] = None
    last: Annotated[date | None, Field(description="Last day.")] = None


class OneLine(Schema):
    """A line: what people recorded about it, and what its phone records amount to."""

    subject: str
    entries: list[Entry] = Field(description="What was recorded about it, the latest day first.")
    with_records: list[str] = Field(description="Its identifiers whose phone records the case holds.")
    summary: Summary | None = Field(description="None where the case holds no phone records of it.")
    limits: str = Field(description="What the records cannot tell.")


def one_line(request: Request, case: Case, subject: Subject, asked: Query[Days]) -> dict[str, Any]:
    """A line by its id, or a number of the case: what was recorded, and the picture from its phone records, in which
    other people have pseudonyms. That it was asked is an entry of the case.
    """
    found = _about(request, case, subject, asked)
    look = request.asker.look
    some = sorted(
        (one for line in found.recorded for one in line.entries), key=lambda one: one.day, reverse=True
    )
    look.shown = len(some)
    summary = None
    if found.with_records:
        told = _asked(request, found, case, asked, rows=None)
        look.shown += told.headline.uses
        summary = zoned(as_json(told), ZoneInfo(told.line.asked.zone))
    return {
        "subject": found.subject,
        "entries": [entry(one) for one in some],
        "with_records": found.with_records,
        "summary": summary,
        "limits": LIMITS,
    }


class RowsWanted(Days):
    """Which rows are asked for."""

    mark: Annotated[
        str, Field(max_length=80, description="A mark of the line's summary, as `contact:c1`.")
    ] = "uses"
    skip: Annotated[int, place("How many rows to leave out, from the first.")] = 0
    most: Most = 25


class Rows(Schema):
    """Rows behind a mark of a line."""

    mark: str
    count: int
    rows: list[Row]
    next: str | None = Field(
        default=None, description="Address of further rows; none where there is no more."
    )


def rows(request: Request, case: Case, subject: Subject, asked: Query[RowsWanted]) -> Rows:
    """The rows behind a mark of a line, each with its exhibit, file and line; other people have pseudonyms. That they
    were asked for is an entry of the case.
    """
    found = _about(request, case, subject, asked)
    if not found.with_records:
        return Rows(mark=asked.mark, count=0, rows=[])
    told = _asked(request, found, case, asked, rows=asked.mark)
    some = told.open(asked.mark, asked.most, after=asked.skip)
    count, behind = told.count(asked.mark), asked.skip + asked.most
    request.asker.look.shown = len(some)
    said = zoned(rows_json(some, reveal=False), ZoneInfo(told.line.asked.zone))
    return Rows(
        mark=asked.mark,
        count=count,
        rows=[Row.model_validate(one) for one in said],
        next=onward(request, skip=str(behind)) if behind < count else None,
    )


def _about(request: Request, case: str, subject: str, days: Days) -> About:
    asker = request.asker
    if days.first and days.last and days.last < days.first:
        raise BadInput("The last day is before the first.")
    found = about(asker.person, asker.today, case, subject)
    asker.look.subject = found.subject
    asker.look.asked = urlencode(given(request)) or None
    return found


def _asked(request: Request, found: About, case: str, days: Days, *, rows: str | None) -> records.Summary:
    """Ask the records; that they were asked is an entry of the case before this returns."""
    try:
        return records.line_of(
            case,
            found.with_records,
            start=days.first,
            end=days.last,
            shown="data",
            rows=rows,
            most=CONTACTS if rows is None else None,
            by=request.asker.person.login,
            at=request.asker.at,
        )
    except NotFound as wrong:
        # Of a line of their own it may be said what is missing: a row in those days, or the mark.
        raise BadInput(str(wrong)) from wrong
