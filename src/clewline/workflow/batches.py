"""The files that were received, and what became of their records."""

from dataclasses import dataclass
from datetime import datetime

from clewline.record import Entry
from clewline.record.kinds.phone_records import PhoneRecords
from clewline.record.kinds.received import Received
from clewline.store import ledger


@dataclass(frozen=True)
class Batch:
    """One file received, with the account of its records."""

    batch: str
    case: str
    received_at: datetime
    received_by: str
    file: str
    sha256: str
    mapping: str
    records: int
    taken: int
    known: int
    problems: int
    blank: int
    entries: int
    set_aside: int
    undone: bool
    out_of_scope: int = 0


def received(case: str | None = None) -> list[Batch]:
    """Return the batches of a case, or of all, in the order in which they came; those of phone records last."""
    undone = {e.subject for e in ledger.of_kinds(case, "batch_reversed")}
    found = [*ledger.of_kinds(case, "received"), *ledger.of_kinds(case, "phone_records")]
    return [_batch(e, e.facts, undone) for e in found if isinstance(e.facts, Received | PhoneRecords)]


def _batch(entry: Entry, facts: Received | PhoneRecords, undone: set[str]) -> Batch:
    return Batch(
        batch=entry.id,
        case=entry.case,
        received_at=entry.recorded_at,
        received_by=entry.recorded_by,
        file=facts.file,
        sha256=facts.sha256,
        mapping=facts.layout if isinstance(facts, PhoneRecords) else facts.mapping,
        records=facts.records,
        taken=facts.taken,
        known=facts.known,
        problems=facts.problems,
        blank=facts.blank,
        entries=0 if isinstance(facts, PhoneRecords) else facts.entries,
        set_aside=0 if isinstance(facts, PhoneRecords) else facts.set_aside or 0,
        undone=entry.id in undone,
        out_of_scope=facts.out_of_scope if isinstance(facts, PhoneRecords) else 0,
    )
