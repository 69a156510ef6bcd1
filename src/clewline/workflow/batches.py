"""The files that were received, and what became of their records."""

from dataclasses import dataclass
from datetime import datetime

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
    return [*_records(case, undone), *_phones(case, undone)]


def _phones(case: str | None, undone: set[str]) -> list[Batch]:
    return [
        Batch(
            batch=e.id,
            case=e.case,
            received_at=e.recorded_at,
            received_by=e.recorded_by,
            file=e.facts.file,
            sha256=e.facts.sha256,
            mapping=e.facts.layout,
            records=e.facts.records,
            taken=e.facts.taken,
            known=e.facts.known,
            problems=e.facts.problems,
            blank=e.facts.blank,
            entries=0,
            set_aside=0,
            undone=e.id in undone,
            out_of_scope=e.facts.out_of_scope,
        )
        for e in ledger.of_kinds(case, "phone_records")
        if isinstance(e.facts, PhoneRecords)
    ]


def _records(case: str | None, undone: set[str]) -> list[Batch]:
    return [
        Batch(
            batch=e.id,
            case=e.case,
            received_at=e.recorded_at,
            received_by=e.recorded_by,
            file=e.facts.file,
            sha256=e.facts.sha256,
            mapping=e.facts.mapping,
            records=e.facts.records,
            taken=e.facts.taken,
            known=e.facts.known,
            problems=e.facts.problems,
            blank=e.facts.blank,
            entries=e.facts.entries,
            set_aside=e.facts.set_aside or 0,
            undone=e.id in undone,
        )
        for e in ledger.of_kinds(case, "received")
        if isinstance(e.facts, Received)
    ]
