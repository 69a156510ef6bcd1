"""Every row that a statement refers to, as one file whose hash the statement tells."""

import csv
import io
from collections.abc import Iterator

from clewline.output import statement_words
from clewline.workflow.evidence.statement import Statement


def rows_csv(found: Statement) -> bytes:
    """Return every row of every fact, as CSV in UTF-8: the fact's number, where the row stands, and what it says."""
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows(_lines(found))
    return text.getvalue().encode()


def _lines(found: Statement) -> Iterator[tuple[str, ...]]:
    yield (
        "item",
        "exhibit",
        "sha256",
        "sheet",
        "line",
        "part",
        "phone",
        "time_utc",
        "or_utc",
        "dates",
        "use",
        "cell",
    )
    for item in found.items:
        for ref in item.rows:
            row = found.rows[ref]
            yield (
                str(item.number),
                row.exhibit,
                ref.sha256,
                ref.sheet or "",
                str(ref.line),
                str(ref.part),
                row.phone,
                row.earliest.isoformat(),
                "" if row.latest == row.earliest else row.latest.isoformat(),
                row.dates,
                statement_words.use(row),
                row.cell or "",
            )
