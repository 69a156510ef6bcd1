"""A line of a case with its phone records, and a child of whom the record says that she uses a number."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from clewline.record import Entry, Statement
from clewline.record.notation import read_notation
from clewline.store import ledger
from workflow.phones.phone_files import AT, CUSTOMER, LINE, generic, intake, recorded

CHILD, PERSON = "+447700900111", "kent/1"
LATER = datetime(2026, 4, 11, 9, tzinfo=UTC)
TOLD = f"""
l1: on 2026-03-01 line L1, name Blue Lamp, force kent
l2: on 2026-03-01 line number L1/1, line L1, number "{LINE}", used from 2026-03-01, force kent
p1: on 2026-03-01 person {PERSON}, force kent, number 1, born 2010-05-01
p2: on 2026-03-01 number used {PERSON}, force kent, person {PERSON}, number "{CHILD}", basis returned to her
"""
ROWS = (
    *({"start": f"2026-03-{day}T10:30:00", "other": CHILD} for day in ("02", "04", "11")),
    # On the second day she answers; the evening and the Sunday are in no school hours.
    {"start": "2026-03-04T11:00:00", "other": CHILD, "direction": "in"},
    {"start": "2026-03-05T20:00:00", "other": CHILD},
    {"start": "2026-03-08T10:00:00", "other": CHILD},
    # Somebody else, each day: nobody of whom an entry says that a child uses it.
    *({"start": f"2026-03-{day}T12:00:00", "other": CUSTOMER} for day in ("02", "03", "04", "05", "06")),
)


def append(text: str, case: str = "K1", at: datetime = AT) -> list[Entry]:
    """Append to a case what somebody stated."""
    some = [
        replace(
            one,
            case=case,
            id=f"{case}-{one.id}",
            source=Statement("Moss"),
            batch=None,
            recorded_at=at,
            corrects=None if one.corrects is None else f"{case}-{one.corrects}",
        )
        for one in read_notation(text)
    ]
    ledger.append(some)
    return some


def made(folder: Path, told: str = TOLD, rows: Sequence[dict[str, str]] = ROWS) -> None:
    """Make the case K1, with the records of its line under the authority CD/1."""
    recorded()
    path = folder / "line.csv"
    path.write_text(generic(*rows))
    intake(path)
    append(told)
