"""Small records for the tests of the store."""

from datetime import UTC, datetime

from clewline.record import Entry, Statement
from clewline.record.kinds.arrest import Arrest
from clewline.record.kinds.received import Received
from clewline.record.source import FileLine

AT = datetime(2023, 3, 6, 9, 0, tzinfo=UTC)
FILE = "ab" * 32
BATCH = "abababababab"


def receipt(case: str = "K1", batch: str = BATCH, at: datetime = AT) -> Entry:
    """A file was received."""
    return Entry(
        id=batch,
        case=case,
        subject=FILE,
        day=at.date(),
        facts=Received(sha256=FILE, file="custody.csv", size=3, mapping="custodian"),
        source=Statement("Moss"),
        recorded_at=at,
        recorded_by="Moss",
        batch=batch,
    )


def arrest(number: int, case: str = "K1", batch: str = BATCH, at: datetime = AT, age: int = 15) -> Entry:
    """An arrest from a line of that file."""
    return Entry(
        id=f"{batch}:{number}",
        case=case,
        subject=f"C/{number}",
        day=AT.date(),
        facts=Arrest(force="metropolitan", person=f"metropolitan/P{number}", age=age),
        source=FileLine(FILE, number),
        recorded_at=at,
        recorded_by="Moss",
        batch=batch,
    )
