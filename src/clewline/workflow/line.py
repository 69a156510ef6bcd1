"""Ask a case's phone records all that the summary of one line tells; that it was asked is an entry of the case."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime
from hashlib import sha256

from clewline.analysis.phones import Asked, open_line
from clewline.case.scope import identifiers
from clewline.errors import BadInput
from clewline.record import Entry
from clewline.record.facts import Facts
from clewline.record.kinds.line_shown import LineShown
from clewline.record.kinds.numbers_revealed import NumbersRevealed
from clewline.record.kinds.rows_written import RowsWritten
from clewline.store import ledger
from clewline.workflow.line_summary import Summary, hour_name
from clewline.workflow.phones import moved, opened
from clewline.workflow.phones.ends import ends
from clewline.workflow.stated import stated

__all__ = ["Summary", "hour_name", "line_of", "record_page", "record_rows"]


def line_of(
    case: str,
    numbers: Iterable[str],
    *,
    by: str,
    at: datetime,
    zone: str = "Europe/London",
    start: date | None = None,
    end: date | None = None,
    because: str | None = None,
    shown: str = "summary",
    rows: str | None = None,
    most: int | None = 50,
) -> Summary:
    """Return what the case's records say of a line; `most` contacts are listed.

    Before it is returned, it is recorded in the case who is `shown` what of which line, or the `rows` of which mark.
    Where `because` says why, other people's numbers are in it, and that is recorded too.

    :raises NotFound: the case, the number in it, or the mark is not there.
    :raises BadInput: an identifier cannot be read, or the reason says nothing.
    """
    asked = Asked(numbers=named(numbers), zone=zone, start=start, end=end)
    line = open_line(opened.open_case(case), asked)
    all_rows = line.rows if start is None and end is None else "events"
    found = Summary(
        case=case,
        line=line,
        because=because,
        most=most,
        covers=lambda: opened.covered(case),
        decided=moved.decided(case),
        ends=ends(case, line.connection, asked.numbers, first_day=start, last_day=end, rows=all_rows),
    )
    if rows is not None:
        found.behind(rows)
        shown = f"rows of {rows}"
    ledger.append(
        stated(facts, case=case, subject=asked.numbers[0], by=by, at=at) for facts in _looks(found, shown)
    )
    return found


def _looks(found: Summary, shown: str) -> Iterator[Facts]:
    """Yield what is recorded of a look at a line."""
    asked = found.line.asked
    yield LineShown(
        shown=shown,
        asked=asked.numbers,
        first_day=asked.start,
        last_day=asked.end,
        compared=found.moves.looked_at,
        proposed=found.moves.others,
    )
    if found.because is not None:
        yield NumbersRevealed(
            asked=asked.numbers,
            reason=found.because,
            shown=shown,
            contacts=found.contacts.all,
            first_day=asked.start,
            last_day=asked.end,
        )


def record_page(found: Summary, content: bytes, *, by: str, at: datetime) -> Entry:
    """Append that a page of the line is about to be written out of the case, and return the entry."""
    asked = found.line.asked
    facts = RowsWritten(
        what="page of a line",
        sha256=sha256(content).hexdigest(),
        asked=asked.numbers,
        first_day=asked.start,
        last_day=asked.end,
        revealed=found.revealed,
    )
    entry = stated(facts, case=found.case, subject=asked.numbers[0], by=by, at=at)
    ledger.append([entry])
    return entry


def record_rows(found: Summary, hashed: str, *, by: str, at: datetime) -> None:
    """Append that a file of rows of the line, with this SHA-256, is about to be written out of the case."""
    asked = found.line.asked
    facts = RowsWritten(
        what="file of rows",
        sha256=hashed,
        asked=asked.numbers,
        first_day=asked.start,
        last_day=asked.end,
        revealed=found.revealed,
    )
    ledger.append([stated(facts, case=found.case, subject=asked.numbers[0], by=by, at=at)])


def named(texts: Iterable[str]) -> tuple[str, ...]:
    """Return identifiers as the record holds them: numbers in E.164, `imsi:234...`, `imei:35...`.

    :raises BadInput: one cannot be read.
    """
    return tuple(dict.fromkeys(one for text in texts for one in identifiers([text]).written()))


def as_held(texts: Iterable[str]) -> tuple[str, ...]:
    """Return identifiers as the record holds them, or as they were typed where they cannot be read."""
    some = tuple(texts)
    try:
        return named(some)
    except BadInput:
        return some
