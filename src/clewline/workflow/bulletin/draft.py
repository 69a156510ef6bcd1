"""Draft a bulletin: count the week, hold back what the rule hides, write, and keep the text with its rows."""

import secrets
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from hashlib import sha256

from clewline.bulletin.released import frozen as freezing
from clewline.bulletin.released import public as publicity
from clewline.bulletin.released.frozen import Frozen
from clewline.bulletin.released.public import Public
from clewline.bulletin.week import Week
from clewline.bulletin.write.bulletin import Bulletin, Style
from clewline.errors import Misused
from clewline.record.kinds.bulletin_number import BulletinNumber
from clewline.record.kinds.bulletin_written import BulletinWritten
from clewline.store import files, ledger
from clewline.workflow.bulletin import kept
from clewline.workflow.bulletin.kept import entry_of, in_utc
from clewline.workflow.bulletin.pending import pending
from clewline.workflow.bulletin.rows import Rows, freeze
from clewline.workflow.bulletin.text import counted_in, layout_of, lines_of, place_of, text_of, told_in
from clewline.workflow.bulletin.written import body_of, written
from clewline.workflow.open import cases_of
from clewline.workflow.week import count_week

SECRET = 32
"""Random bytes by which some numbers are held back that need not be, so that what is missing tells nothing."""

Hears = Callable[[int, int], None]
"""Hears how many figures of how many have been counted."""


@dataclass(frozen=True, kw_only=True)
class Draft:
    """A bulletin as written, before it is kept."""

    bulletin: Bulletin
    text: str
    week: Week
    case: str
    """Case that it would be kept in."""
    frozen: Frozen
    made_up: bool
    corrections: tuple[str, ...]
    """Ids of the corrections that it tells."""
    waiting: tuple[str, ...]
    """Sentences about corrections that it cannot tell."""


def prepare(
    *,
    start: date,
    end: date,
    style: Style,
    as_of: datetime,
    body: str | None = None,
    force: str | None = None,
    since: date | None = None,
    cases: Iterable[str] | None = None,
    beside_drafts: bool = False,
    told: Hears = lambda done, of: None,
) -> Draft:
    """Return the bulletin of a week as the record is known at `as_of`; nothing is kept.

    What it holds back is decided over everything that released bulletins told before; `beside_drafts`: and over every
    draft that waits, for a drafter who reads those too and sees no other figure.

    :raises Misused: the week ends before it starts or starts before the programme, or nothing in it counts.
    :raises NotAllowed: entries of an earlier instant arrived while it was counted.
    """
    week = count_week(start=start, end=end, as_of=as_of, force=force, since=since, cases=cases, told=told)
    if not week.sections:
        raise Misused("Nothing in the record counts in this period, so there is nothing to tell.")
    rows = Rows(as_of, week.cases)
    secret = secrets.token_bytes(SECRET)
    publisher = body or body_of(week)
    case = kept.case_of(cases_of(week))
    found = written(
        week,
        style=style,
        body=publisher,
        made_up=case != kept.CASE,
        corrections=pending(publisher, rows, force=force),
        rows=rows,
        secret=secret,
        shown=kept.shown() if beside_drafts else Public(),
    )
    text = text_of(found.bulletin)
    return Draft(
        bulletin=found.bulletin,
        text=text,
        week=week,
        case=case,
        made_up=case != kept.CASE,
        corrections=found.corrections,
        waiting=found.waiting,
        frozen=Frozen(
            as_of=in_utc(as_of),
            force=force,
            cases=week.cases,
            engine=rows.engine,
            layout=layout_of(found.bulletin, text),
            numbers=tuple(freeze(counted, rows, force=force) for counted in counted_in(found.bulletin)),
            held_back=tuple(found.held_back.items()),
            exposed=found.exposed,
            secret=secret.hex(),
            beside=beside_drafts,
            shown=publicity.as_json(found.public),
        ),
    )


def keep(draft: Draft, *, by: str, at: datetime, account: str | None = None) -> str:
    """Keep a draft with its rows and return its id.

    `by` is who drafted it, as they say; `account` is whose the machine says it was, where that is another name.

    :raises Misused: it is as known at an instant after `at`.
    """
    bulletin = draft.bulletin
    if bulletin.as_of > at:
        raise Misused(
            "A draft cannot be as known in the future; leave --as-of out, or name an earlier instant."
        )
    text, rows = draft.text.encode(), freezing.to_bytes(draft.frozen)
    text_sha256, rows_sha256 = sha256(text).hexdigest(), sha256(rows).hexdigest()
    id_ = sha256(f"{draft.case}\0{text_sha256}\0{rows_sha256}\0{in_utc(at)}".encode()).hexdigest()[:12]
    facts = BulletinWritten(
        style=bulletin.style,
        body=bulletin.body,
        drafted_by=by,
        period_start=bulletin.start,
        period_end=bulletin.end,
        as_of=draft.frozen.as_of,
        text_sha256=text_sha256,
        rows_sha256=rows_sha256,
        engine=draft.frozen.engine,
        numbers=len(told_in(bulletin)),
        held_back=len(draft.frozen.held_back),
        force=draft.week.force,
        since=draft.week.since,
        cases=draft.week.cases,
        corrections=draft.corrections,
    )
    files.keep(text, text_sha256)
    files.keep(rows, rows_sha256)
    entries = [facts, *_numbers(draft, id_)]
    ledger.append(
        entry_of(
            one,
            id=f"{id_}:{n}" if n else id_,
            case=draft.case,
            subject=id_,
            by=by,
            account=account or by,
            at=at,
        )
        for n, one in enumerate(entries)
    )
    return id_


def _numbers(draft: Draft, bulletin: str) -> list[BulletinNumber]:
    """Return what is recorded of each number that the bulletin tells, in the order of its words."""
    frozen = dict(zip(map(place_of, counted_in(draft.bulletin)), draft.frozen.numbers, strict=True))
    lines = lines_of(draft.bulletin, draft.text)
    return [
        BulletinNumber(
            bulletin=bulletin,
            figure=told.counted.figure.name,
            definition=told.counted.definition.version,
            indicator=told.indicator,
            value=told.value,
            unit=told.unit,
            relation=told.relation,
            count=told.counted.value or Decimal(0),
            period_start=told.counted.start,
            period_end=told.counted.end,
            rows_sha256=frozen[place_of(told.counted)].sha256,
            selection_sha256=frozen[place_of(told.counted)].selected.sha256,
            line=line,
            counted=_listed(told.counted.qualifiers),
            qualifiers=_listed(told.qualifiers),
        )
        for told, line in zip(told_in(draft.bulletin), lines, strict=True)
    ]


def _listed(said: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(f"{name}={value}" for name, value in sorted(said.items()))
