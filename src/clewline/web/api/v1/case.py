"""Cases and their entries."""

from datetime import date, datetime, timedelta
from typing import Annotated
from urllib.parse import urlencode

from ninja import Field, Query, Schema

from clewline.access import Purpose
from clewline.errors import BadInput, NotFound
from clewline.record import Entry as Recorded
from clewline.store import visible
from clewline.store.accounts.people import own_cases
from clewline.store.linking import EPOCH
from clewline.web.api.onward import onward
from clewline.web.api.shapes import Case, Entry, Most, Subject, entry
from clewline.web.asked import Request, given
from clewline.web.case.filters import LOOKS, place
from clewline.workflow import trace


class OwnCase(Schema):
    """A case that you may see."""

    case: str
    purpose: Purpose = Field(description="What you are a member of it for.")
    changed: datetime | None = Field(
        default=None, description="When the last entry that you may see was recorded."
    )


class OwnCases(Schema):
    """The cases that you may see, the one changed last first."""

    cases: list[OwnCase]


def cases(request: Request) -> OwnCases:
    """Your own cases, the one changed last first."""
    asker = request.asker
    own = own_cases(asker.person, asker.today)
    changed = visible.last_recorded(asker.person, asker.today)
    asker.look.shown = len(own)
    some = sorted(own.items(), key=lambda one: (-changed.get(one[0], 0), one[0]))
    return OwnCases(
        cases=[
            OwnCase(
                case=case,
                purpose=purpose,
                changed=EPOCH + timedelta(microseconds=changed[case]) if case in changed else None,
            )
            for case, purpose in some
        ]
    )


class Wanted(Schema):
    """Which entries are asked for."""

    kind: Annotated[list[str], Field(description="Only of these kinds; may be given again.")] = []  # noqa: RUF012  # pydantic copies it
    without: Annotated[list[str], Field(description="Not of these kinds; may be given again.")] = []  # noqa: RUF012  # pydantic copies it
    subject: Annotated[str | None, Field(max_length=200, description="Only about this thing, by its id.")] = (
        None
    )
    first: Annotated[date | None, Field(description="First day.")] = None
    last: Annotated[date | None, Field(description="Last day.")] = None
    before: Annotated[
        str | None, Field(max_length=40, description="Place to go on from, as the answer's `next` has it.")
    ] = None
    most: Most = 25


class Entries(Schema):
    """Entries of a case, the latest day first."""

    entries: list[Entry]
    next: str | None = Field(default=None, description="Address of the rest; none where there is no more.")


def entries(request: Request, case: Case, asked: Query[Wanted]) -> Entries:
    """A case's entries that you may see, the latest day first. Kinds that record a look and no event are left out
    unless `kind` names them.
    """
    asker = request.asker
    before = place(asked.before or "")
    if asked.before and before is None:
        raise BadInput("Go on from a place that an answer's `next` gave.")
    listed = visible.entries(
        asker.person,
        asker.today,
        case,
        visible.Wanted(
            kinds=asked.kind,
            without=(*(() if asked.kind else LOOKS), *asked.without),
            subject=asked.subject,
            first=asked.first,
            last=asked.last,
        ),
        before=before,
        most=asked.most,
    )
    more = None
    if listed.more:
        number, last = listed.entries[-1]
        more = onward(request, before=f"{last.day}~{number}")
    asker.look.shown = len(listed.entries)
    asker.look.asked = urlencode(given(request)) or None
    return Entries(entries=[entry(one) for _, one in listed.entries], next=more)


class OneEntry(Entry):
    """An entry, and what corrects it."""

    corrected_by: list[str] = Field(
        description="Ids of the entries that correct it, of those that you may see."
    )


def one_entry(request: Request, case: Case, subject: Subject) -> OneEntry:
    """An entry of a case: what it says, where it came from, what corrects it."""
    asker = request.asker
    found = _entry(request, case, subject)
    later = visible.later_versions(asker.person, asker.today, case, found.id)
    asker.look.shown = 1
    return OneEntry(**dict(entry(found, whole=True)), corrected_by=[one.id for one in later])


class SourceLine(Schema):
    """The line of a received file that an entry rests on, as it was received."""

    entry: str
    file: str
    sha256: str
    sheet: str | None
    line: int
    text: str = Field(description="Its cells, parted by commas.")


def source_line(request: Request, case: Case, subject: Subject) -> SourceLine:
    """The line of the received file that an entry rests on; an entry that somebody stated has none."""
    found = _entry(request, case, subject)
    line = trace.source_line(found)
    if line is None:
        raise NotFound("There is no such line.")
    request.asker.look.shown = 1
    return SourceLine(
        entry=found.id, file=line.file, sha256=line.sha256, sheet=line.sheet, line=line.line, text=line.text
    )


def _entry(request: Request, case: str, entry_id: str) -> Recorded:
    found = visible.entry(request.asker.person, request.asker.today, case, entry_id)
    if found is None:
        raise NotFound("There is no such entry.")
    return found
