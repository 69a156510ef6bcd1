"""What is owed to a person whose entries are written in notation, in a test."""

from datetime import UTC, date, datetime

from clewline import reference
from clewline.case.known import standing
from clewline.record.notation import read_notation
from clewline.safeguarding.duty import Duty
from clewline.safeguarding.duty_table import read_duties
from clewline.safeguarding.owed import Owed, owed

WHO = "force metropolitan, person metropolitan/17"
CHILD, ADULT = date(2008, 6, 1), date(1990, 6, 1)
"""Days on which a child, and somebody grown, were born."""
TABLE = read_duties(reference.duties(), name="duties.csv")


def at(text: str) -> datetime:
    """Return an instant in UTC, as 2023-03-05 12:00."""
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def owed_to(
    text: str,
    now: str,
    *,
    born: date | None = CHILD,
    where: tuple[str, ...] = (),
    table: tuple[Duty, ...] = TABLE,
) -> list[Owed]:
    """Return what is owed to the one person of some entries, less those that no longer stand.

    `born` is their date of birth as recorded; none where none is.
    """
    if born is not None:
        text = f"{text}\nborn: on 2015-01-01 person {WHO[-15:]}, force metropolitan, number 17, born {born}"
    entries = standing(read_notation(text.replace("WHO", WHO)))
    return owed("metropolitan/17", entries, table=table, where=where, now=at(now))


def told(some: list[Owed], duty: str) -> list[str]:
    """Return how the duties of a name stand, each in a few words, by the day of what started them."""
    return [
        " ".join(
            str(part)
            for part in (
                one.start.id,
                one.state,
                one.due_day and f"by {one.due_day}",
                one.earliest and f"from {one.earliest}",
                one.by and f"with {one.by.id}",
                {True: "in time", False: "late", None: None}[one.in_time],
            )
            if part
        )
        for one in sorted(some, key=lambda one: (one.start.day, one.start.id))
        if one.duty.duty == duty
    ]
