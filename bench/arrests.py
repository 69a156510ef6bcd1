"""Entries to fill a record with: arrests, made by number, the same at every run, about no one."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

from clewline.record import Entry, FileLine, Statement
from clewline.record.kinds.arrest import Arrest

FORCES = ("kent", "essex", "metropolitan", "merseyside", "sussex", "norfolk", "west-midlands", "dorset")
FIRST_DAY = date(2019, 11, 1)
RECORDED = datetime(2023, 3, 6, 9, 0, tzinfo=UTC)


def arrests(numbers: range, *, case: str, stated: bool = False) -> Iterator[Entry]:
    """Yield an arrest for each number; from lines of one file, or, if stated, by a named account."""
    batch = f"{numbers.start:012x}"
    sha256 = f"{numbers.start:064x}"
    for line, n in enumerate(numbers, start=2):
        force = FORCES[n % len(FORCES)]
        yield Entry(
            id=f"{batch}:{line}",
            case=case,
            subject=f"{case}/C{n:08d}",
            day=FIRST_DAY + timedelta(days=n % 1200),
            facts=Arrest(
                force=force,
                team="Borough crime squad",
                line=f"L{n % 997}",
                operation="Week of action",
                person=f"{force}/P{n % 700_001}",
                age=15 + n % 40,
                sex="female" if n % 8 == 0 else "male",
                offence="MD71170",
            ),
            source=Statement("bench") if stated else FileLine(sha256, line),
            recorded_at=RECORDED,
            recorded_by="bench",
            batch=None if stated else batch,
        )
