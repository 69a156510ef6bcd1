"""Shapes that several addresses of the API answer with."""

from datetime import date, datetime
from typing import Annotated, Any, Literal

import msgspec
from ninja import Field, Path, Schema

from clewline import record
from clewline.record.codec import to_bytes
from clewline.web.case.shown import MONITORS

Case = Annotated[str, Path(description="Id of a case; a slash in an id is written as `~1`, a tilde as `~0`.")]
Subject = Annotated[str, Path(description="Id of the thing; a slash is written as `~1`, a tilde as `~0`.")]
MOST = 100
Most = Annotated[int, Field(ge=1, le=MOST, description="How many are answered at a time, up to 100.")]
GREATEST = 10**15


def place(description: str) -> Any:
    """Return what a number in an address must be: one that the database can hold."""
    return Field(ge=0, le=GREATEST, description=description)


_MONITORS = frozenset(name.lower().replace(" ", "_") for name in MONITORS)


class Wrong(Schema):
    """A parameter that could not be read."""

    name: str
    says: str


class Problem(Schema):
    """A refusal, as RFC 9457 has it."""

    type: str
    title: str
    status: int
    detail: str = Field(description="What to do.")
    parameters: list[Wrong] | None = None


class Period(Schema):
    """A period; both days are in it."""

    start: date
    end: date


class Source(Schema):
    """Where a fact came from: a line of a received file, or a named person's statement."""

    kind: Literal["file", "statement"]
    sha256: str | None = Field(default=None, description="Of a file: SHA-256 of its bytes.")
    sheet: str | None = None
    line: int | None = Field(default=None, description="Line on which the record begins, counted from 1.")
    by: str | None = Field(default=None, description="Of a statement: who said so.")


class Entry(Schema):
    """A dated fact in the record of a case; it never changes."""

    id: str
    case: str
    kind: str = Field(description="As the page of kinds of entry names them.")
    title: str = Field(description="Its kind in words.")
    subject: str = Field(description="Id of the thing that it is about.")
    day: date = Field(description="The day that it is true of.")
    facts: dict[str, Any] = Field(description="The fields of its kind; what was not recorded is left out.")
    source: Source
    recorded_at: datetime = Field(description="When the record learnt it.")
    recorded_by: str
    batch: str | None = Field(default=None, description="Id of the entry of the file that it came with.")
    corrects: str | None = Field(default=None, description="Id of the earlier entry that it replaces.")
    because: str | None = Field(default=None, description="Why it replaces it.")


def entry(one: record.Entry, *, whole: bool = False) -> Entry:
    """Return an entry as the API has it; what is recorded only to monitor fairness is in its own answer alone."""
    said: dict[str, Any] = msgspec.json.decode(to_bytes(one.facts))
    facts = said if whole else {name: value for name, value in said.items() if name not in _MONITORS}
    return Entry(
        id=one.id,
        case=one.case,
        kind=one.kind,
        title=one.facts.title,
        subject=one.subject,
        day=one.day,
        facts=facts,
        source=_source(one.source),
        recorded_at=one.recorded_at,
        recorded_by=one.recorded_by,
        batch=one.batch,
        corrects=one.corrects,
        because=one.because,
    )


def _source(source: record.FileLine | record.Statement) -> Source:
    if isinstance(source, record.FileLine):
        return Source(kind="file", sha256=source.sha256, sheet=source.sheet, line=source.line)
    return Source(kind="statement", by=source.by)
