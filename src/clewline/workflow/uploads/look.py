"""Look at a whole file before anything is written, and take it in: the same acts as the command line's."""

from collections import Counter
from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from typing import Any

from clewline.errors import BadInput
from clewline.formats.phones.number import own_number
from clewline.formats.values import Unreadable
from clewline.record import Entry, FileLine, Problem
from clewline.record.codec import to_bytes
from clewline.record.kinds.exhibit import Exhibit
from clewline.store import uploads
from clewline.store.upload import Account, Choices, Example, Looked, Upload
from clewline.workflow.intake import take_in
from clewline.workflow.phones.account import PhoneOutcome
from clewline.workflow.phones.intake import take_in_phones
from clewline.workflow.phones.reading import (
    UNDER_AUTHORITY,
    OpenedPhones,
    holds_phone_records,
    layouts,
    open_phones,
)
from clewline.workflow.phones.sampling import said
from clewline.workflow.reading import Opened, open_file
from clewline.workflow.taking import Outcome
from clewline.workflow.uploads import refused

SHOWN = 200
"""Problems that are listed on a page; all of them are counted, and can be had once the file is taken in."""
HELD_AHEAD = 48 << 20
"""Bytes of a file up to which all of it is read before the record is locked for writing."""
Told = Callable[[int], None]


def look(upload: Upload, *, by: str, at: datetime, told: Told) -> Looked:
    """Return what taking the file in would give; nothing is written.

    :raises ClewlineError: it would be refused.
    """
    if upload.choices.sort == "phones":
        return _of_phones(_phones(upload, by=by, at=at, told=told, dry_run=True))
    return _of_records(_records(upload, by=by, at=at, told=told, dry_run=True))


def take(upload: Upload, *, by: str, at: datetime, told: Told) -> str:
    """Take the file in, and return the batch that it is; one received before is the batch that it was.

    :raises ClewlineError: it is refused, and nothing of it is in the record.
    """
    outcome: Outcome | PhoneOutcome
    if upload.choices.sort == "phones":
        outcome = _phones(upload, by=by, at=at, told=told, dry_run=False)
    else:
        outcome = _records(upload, by=by, at=at, told=told, dry_run=False)
    if outcome.batch is not None:
        refused.keep(outcome.batch, map(refused.trouble_of, outcome.problems))
    batch = outcome.batch or outcome.already
    if batch is None:
        raise BadInput("Nothing was taken in.")
    return batch


def _records(upload: Upload, *, by: str, at: datetime, told: Told, dry_run: bool) -> Outcome:
    mapping, path = upload.choices.mapping, uploads.content(upload)
    # Whatever a person says that it is: what it holds decides.
    if upload.detected.sort == "phones" or holds_phone_records(path, mapping):
        raise BadInput(f"{UNDER_AUTHORITY}.")
    content = path.read_bytes()

    def opens() -> Opened:
        return open_file(content, name=upload.name, mapping=mapping, received_on=at.date())

    return take_in(
        content,
        file=upload.name,
        case=upload.case,
        by=by,
        at=at,
        opens=opens,
        dry_run=dry_run,
        told=told,
        clock=_now if len(content) <= HELD_AHEAD else None,
    )


def _now() -> datetime:
    return datetime.now(UTC)


def _phones(upload: Upload, *, by: str, at: datetime, told: Told, dry_run: bool) -> PhoneOutcome:
    choices, path = upload.choices, uploads.content(upload)
    if not choices.authority:
        raise BadInput(f"{UNDER_AUTHORITY}.")
    if not choices.exhibit:
        raise BadInput("Name the exhibit that the file is.")
    about = _number(choices)

    def opens() -> OpenedPhones:
        found = open_phones(path, mapping=choices.mapping, number=about)
        if found is None:
            raise BadInput(f"No layout of phone records fits it (tried {', '.join(layouts())}).")
        return found

    return take_in_phones(
        path,
        case=upload.case,
        authority=choices.authority,
        exhibit=Exhibit(reference=choices.exhibit, handed_over_by=choices.handed_over_by),
        by=by,
        at=at,
        opens=opens,
        file=upload.name,
        dry_run=dry_run,
        told=told,
        clock=_now,
    )


def _number(choices: Choices) -> str | None:
    try:
        return None if not choices.number else own_number(choices.number)
    except Unreadable as wrong:
        raise BadInput(f"The phone that the records are about: {wrong.what}") from None


def _of_records(outcome: Outcome) -> Looked:
    a = outcome.account
    return Looked(
        mapping=outcome.mapping,
        account=Account(
            records=a.records,
            taken=a.taken,
            known=a.known,
            problems=a.problems,
            blank=a.blank,
            gives=a.entries,
        ),
        kinds=dict(outcome.kinds),
        examples=tuple(map(_example, outcome.sample)),
        already=outcome.already,
        **_troubles(outcome.problems),
    )


def _of_phones(outcome: PhoneOutcome) -> Looked:
    a = outcome.account
    return Looked(
        mapping=outcome.layout,
        account=Account(
            records=a.records,
            taken=a.taken,
            known=a.known,
            problems=a.problems,
            out_of_scope=a.out_of_scope,
            blank=a.blank,
            gives=a.events,
        ),
        kinds=dict(outcome.services),
        examples=tuple(
            Example(line=line, sheet=sheet, facts=said(event)) for sheet, line, _, event in outcome.sample
        ),
        already=outcome.already,
        first=None if outcome.first is None else outcome.first.date().isoformat(),
        last=None if outcome.last is None else outcome.last.date().isoformat(),
        **_troubles(outcome.problems),
    )


def _example(entry: Entry) -> Example:
    source = entry.source
    line, sheet = (source.line, source.sheet) if isinstance(source, FileLine) else (0, None)
    return Example(
        line=line,
        sheet=sheet,
        kind=entry.kind,
        subject=entry.subject,
        day=entry.day.isoformat(),
        facts=to_bytes(entry.facts).decode(),
    )


def _troubles(problems: Iterable[Problem]) -> dict[str, Any]:
    found = list(problems)
    rules = Counter(one.rule for one in found)
    return {"troubles": tuple(map(refused.trouble_of, found[:SHOWN])), "rules": dict(rules.most_common())}
