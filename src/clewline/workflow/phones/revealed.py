"""The log of numbers that were revealed: one entry for each look, written before anything is shown."""

from datetime import datetime
from hashlib import sha256

from clewline.record import Entry, Statement
from clewline.record.kinds.numbers_revealed import NumbersRevealed
from clewline.store import ledger


def record(facts: NumbersRevealed, *, case: str, by: str, at: datetime) -> Entry:
    """Append to the case that numbers were revealed, and return the entry."""
    earlier = len(list(ledger.of_kinds(case, "numbers_revealed")))
    place = f"numbers_revealed\0{case}\0{earlier}"
    entry = Entry(
        id=sha256(place.encode()).hexdigest()[:12],
        case=case,
        subject=facts.asked[0],
        day=at.date(),
        facts=facts,
        source=Statement(by),
        recorded_at=at,
        recorded_by=by,
    )
    ledger.append([entry])
    return entry
