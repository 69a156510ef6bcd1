"""What somebody recorded about a thing on a day: so that the same is not recorded twice of one look."""

from datetime import date

from clewline.record import Entry
from clewline.store import bulk, ledger


def said_on(case: str, subject: str, kind: str, day: date, *, by: str) -> list[Entry]:
    """Return the case's entries of a kind about a subject and of a day that someone recorded, in order."""
    rows = bulk.few(
        "select seq from store_storedentry where case_id = %s and subject = %s and kind = %s and day = %s "
        "and recorded_by = %s order by seq",
        [case, subject, kind, day, by],
    )
    return [entry for _, entry in ledger.numbered([int(seq) for (seq,) in rows])]
