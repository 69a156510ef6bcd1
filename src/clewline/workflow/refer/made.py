"""Make a referral by the public form: begin, keep, put aside, send, come back and see what came of it."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

import msgspec
from django.conf import settings
from django.db import transaction

from clewline.access.happened import RECEIVED_DESTROYED
from clewline.case.ages import ADULT
from clewline.errors import BadInput, NotFound
from clewline.formats.age_said import age_said
from clewline.store.accounts import log
from clewline.store.received import codes, drafts, sent, tries
from clewline.store.received.answers import Answers
from clewline.store.received.drafts import Presented
from clewline.workflow.refer import limits
from clewline.workflow.refer.limits import BY

ELSEWHERE = "elsewhere"
"""Area of those who do not know, or whose area is none of those that the site answers for."""
NEEDED = ("danger", "called", "place", "area", "concern", "name", "work", "organisation", "reach")
"""Answers without which a referral is not sent."""
NEEDED_OF_ADULTS = ("knows",)
"""The same where it is about somebody who is said to be 18 or older: an adult's own wish is asked for."""
NOT_THERE = (
    "There is no referral with this reference and return code. Check both. A draft that was not sent dies "
    "after some days, and then has to be written again."
)


@dataclass(frozen=True, kw_only=True)
class State:
    """What a referrer may know of their referral: never of whom else is known what, nor in which case."""

    reference: str
    sent_at: datetime
    word: str
    """`received`, `taken up` or `outcome told`."""
    since: datetime
    told: str | None
    """What those who answer for it wrote to the referrer."""


def needed(said: Answers, on: date) -> tuple[str, ...]:
    """Return the names of the answers that are needed."""
    try:
        age = age_said(said.age or "", on)
    except BadInput:
        age = None
    return NEEDED + (NEEDED_OF_ADULTS if age is not None and age >= ADULT else ())


def open_since(at: datetime) -> datetime:
    """Return since when a draft must have been begun to be there still."""
    return at - timedelta(days=settings.REFER_DRAFT_DAYS)


def begin(said: Answers, *, address: str, at: datetime) -> str:
    """Begin a referral with its first answers, and return its reference.

    :raises TooOften: too many are begun.
    """
    limits.may_begin(address, at)
    return drafts.begin(said, at=at)


def read(reference: str, *, at: datetime) -> Answers:
    """Return the answers so far.

    :raises NotFound: there is no such draft, or it has died.
    """
    return drafts.read(reference, begun_after=open_since(at))


def answer(reference: str, *, at: datetime, **said: Any) -> Answers:
    """Keep some answers beside those that were given, and return all.

    :raises NotFound: there is no such draft, or it has died.
    """
    kept = msgspec.structs.replace(read(reference, at=at), **said)
    drafts.keep(reference, kept)
    return kept


def put_aside(reference: str, *, at: datetime) -> str | None:
    """Return a return code to be shown once; none where one was shown before.

    :raises NotFound: there is no such draft, or it has died.
    """
    read(reference, at=at)
    return drafts.code_for(reference)


def send(reference: str, *, address: str, at: datetime) -> str | None:
    """Send a referral, and return the return code to be shown once; none where one was shown before.

    Nobody is looked up: whether the person is known already is not asked, and so cannot be told.

    :raises NotFound: there is no such draft, or it has died.
    :raises BadInput: an answer that is needed is missing.
    :raises TooOften: too many are sent.
    """
    said = read(reference, at=at)
    missing = [name for name in needed(said, at.date()) if not getattr(said, name)]
    if missing:
        raise BadInput(f"Some questions are still to be answered: {', '.join(missing)}.")
    limits.may_send(address, at)
    area = "" if said.area in (None, ELSEWHERE) else str(said.area)
    with transaction.atomic():
        log.append(
            at=at, account=None, act="make referral", subject=codes.shown(reference), said=log.Said(by=BY)
        )
        return drafts.send(reference, said, area=area, at=at)


def come_back(reference: str, code: str, *, address: str, at: datetime) -> Presented:
    """Return the draft, or the referral that was sent, which a reference and its code open.

    :raises NotFound: they open nothing; in the same words, and by as many statements, whichever is wrong.
    :raises TooOften: it was tried too often.
    """
    reference, code = codes.typed(reference, codes.REFERENCE), codes.typed(code, codes.CODE)
    limits.may_return(reference, address, at)
    found = drafts.presented(reference, code, begun_after=open_since(at))
    if found is None:
        raise NotFound(NOT_THERE)
    if found.sent:
        log.append(
            at=at,
            account=None,
            act="return to referral",
            subject=codes.shown(reference),
            said=log.Said(by=BY),
        )
    return found


def state(reference: str) -> State:
    """Return what the referrer may know of a referral that was sent.

    :raises NotFound: it was not sent.
    """
    one = sent.state(reference)
    told, closed, taken = (one.did(which) for which in (sent.TOLD, sent.CLOSED, sent.TAKEN_UP))
    word = "outcome told" if told or closed else "taken up" if taken else "received"
    last = told or closed or taken
    said = next((act.said.told for act in (told, closed, taken) if act and act.said.told), None)
    return State(reference=reference, sent_at=one.at, word=word, since=last.at if last else one.at, told=said)


@dataclass(frozen=True, kw_only=True)
class Kept:
    """What of the public form waits for somebody."""

    waiting: int
    """Referrals that nobody has taken up or closed."""
    first: datetime | None
    """When the first of them was sent; none where none waits."""
    drafts: int


def kept() -> Kept:
    """Return what waits, by its number alone."""
    number, first = sent.waiting()
    return Kept(waiting=number, first=first, drafts=drafts.count())


def was_sent(reference: str) -> bool:
    """Return whether the draft of that reference was sent."""
    return drafts.was_sent(reference)


def sweep(now: datetime) -> tuple[int, int]:
    """Remove drafts that have died, and destroy what old referrals say; return how many of each."""
    tries.sweep(now)
    dead = drafts.sweep(begun_before=open_since(now))
    before = now - timedelta(days=settings.RECEIVED_DAYS)
    with transaction.atomic():
        destroyed = sent.dispose(received_before=before)
        if destroyed:
            log.append(
                at=now,
                account=None,
                act=RECEIVED_DESTROYED,
                said=log.Said(
                    by="retention", shown=destroyed, changed=f"{destroyed} received before {before:%Y-%m-%d}"
                ),
            )
    return dead, destroyed
