"""Rows behind a mark of a line, page by page: the line is opened once and kept, and asked no more than the mark needs.

That somebody opened rows of a line is an entry of the case once a day for each person, line and period; which rows, and
each page of them, is in the access log. Numbers that are revealed are an entry for each reason and mark.
"""

from collections import OrderedDict
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date, datetime
from threading import Lock

from clewline.analysis.phones import Asked, open_line
from clewline.analysis.phones.rows import Kept
from clewline.record.facts import Facts
from clewline.record.kinds.line_shown import LineShown
from clewline.record.kinds.numbers_revealed import NumbersRevealed
from clewline.store import ledger
from clewline.store.numbers_of_kinds import numbers_of
from clewline.store.said_on import said_on
from clewline.workflow.line import named
from clewline.workflow.line_summary import Summary
from clewline.workflow.phones import opened
from clewline.workflow.stated import stated

LINES = 4
"""Lines that a process keeps open, those asked last."""
LARGEST = 200_000
"""Rows of a line up to which it is kept: some 40 MB. A larger one is opened for each page."""
ROWS = "rows"
"""What the entry says was shown."""

_Key = tuple[tuple[Kept, ...], tuple[int, ...], Asked]


class _Open:
    """An open line, which one page asks at a time."""

    def __init__(self, summary: Summary) -> None:
        self.summary = summary
        self.lock = Lock()


_kept: OrderedDict[_Key, _Open] = OrderedDict()
_keeping = Lock()


@contextmanager
def open_rows(
    case: str,
    numbers: Iterable[str],
    mark: str,
    *,
    by: str,
    at: datetime,
    start: date | None = None,
    end: date | None = None,
    because: str | None = None,
) -> Iterator[Summary]:
    """Give the line, ready to open the rows behind a mark; that they are opened stands in the case before.

    :raises NotFound: the case, the number in it, or the mark is not there.
    :raises BadInput: an identifier cannot be read.
    """
    found = _open(case, Asked(numbers=named(numbers), start=start, end=end))
    with found.lock:
        found.summary.behind(mark)
        for facts in _looks(found.summary, mark, because):
            _record(facts, case=case, subject=found.summary.line.asked.numbers[0], by=by, at=at)
        yield found.summary


def _open(case: str, asked: Asked) -> _Open:
    """Return the line as it was kept, or opened now. The rows of the same files are the same rows."""
    files = tuple(opened.kept(case))
    key = (files, numbers_of(case, "authority", "batch_reversed"), asked)
    with _keeping:
        found = _kept.get(key)
        if found is not None:
            _kept.move_to_end(key)
            return found
    line = open_line(opened.open_case(case), asked)
    found = _Open(Summary(case=case, line=line, most=None, covers=lambda: opened.covered(case)))
    if line.all("select count(*) from {rows}")[0][0] <= LARGEST:
        with _keeping:
            _kept[key] = found
            while len(_kept) > LINES:
                _kept.popitem(last=False)
    return found


def _looks(found: Summary, mark: str, because: str | None) -> Iterator[Facts]:
    """Yield what is recorded of the look."""
    asked = found.line.asked
    of_move = mark.startswith("move:")
    yield LineShown(
        shown=ROWS,
        asked=asked.numbers,
        first_day=asked.start,
        last_day=asked.end,
        compared=found.moves.looked_at if of_move else None,
        proposed=found.moves.others if of_move else (),
    )
    if because is not None:
        yield NumbersRevealed(
            asked=asked.numbers,
            reason=because,
            shown=f"rows of {mark}",
            contacts=found.contacts.all,
            first_day=asked.start,
            last_day=asked.end,
        )


def _record(facts: Facts, *, case: str, subject: str, by: str, at: datetime) -> None:
    """Append what is recorded of the look, unless the same was of that person on that day."""
    entry = stated(facts, case=case, subject=subject, by=by, at=at)
    said = said_on(case, subject, entry.kind, at.date(), by=by)
    if all(one.facts != facts for one in said):
        ledger.append([entry])
