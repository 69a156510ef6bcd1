"""Entries that somebody makes at the record itself, and no file brings: what they state, decide, see or write out."""

from datetime import date, datetime
from hashlib import sha256

from clewline.errors import BadInput
from clewline.record import Entry, Facts, Statement, name_of
from clewline.record.codec import to_bytes


def stated(
    facts: Facts,
    *,
    case: str,
    subject: str,
    by: str,
    at: datetime,
    day: date | None = None,
    corrects: str | None = None,
    because: str | None = None,
    press: str | None = None,
) -> Entry:
    """Return the entry by which someone states the facts, of the day on which they do so unless another is given.

    `press` names the form by which they do so: the same facts sent by it twice are one entry.

    :raises BadInput: what the facts say cannot be true.
    """
    day = day or at.date()
    for _, sentence in facts.objections(day):
        raise BadInput(sentence)
    kind = name_of(type(facts))
    # The instant is part of it: whoever looks twice looked twice.
    place = "\0".join((kind, case, subject, press or at.isoformat(), by, corrects or "", ""))
    return Entry(
        id=sha256(place.encode() + to_bytes(facts)).hexdigest()[:12],
        case=case,
        subject=subject,
        day=day,
        facts=facts,
        source=Statement(by),
        recorded_at=at,
        recorded_by=by,
        corrects=corrects,
        because=because,
    )
