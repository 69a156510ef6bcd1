"""Ask a case's phone records everything that the summary of one line tells."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date

from clewline.analysis.phones import Asked, Line, open_line
from clewline.analysis.phones.activity import by_day, by_hour, by_week, silences
from clewline.analysis.phones.areas import areas
from clewline.analysis.phones.bulk_texts import bulk_texts
from clewline.analysis.phones.cells import usual_cells
from clewline.analysis.phones.chain import chain
from clewline.analysis.phones.compared import Covered
from clewline.analysis.phones.contacts import contacts
from clewline.analysis.phones.headline import headline
from clewline.analysis.phones.journeys import movements
from clewline.analysis.phones.moves import moves
from clewline.case.scope import identifiers
from clewline.errors import NotAllowed
from clewline.record import Entry
from clewline.record.kinds.numbers_revealed import NumbersRevealed
from clewline.workflow.line_summary import Summary, hour_name
from clewline.workflow.phones import moved, opened

Tell = Callable[[NumbersRevealed], object]
"""Records in the case that numbers were revealed."""

__all__ = ["Summary", "hour_name", "line_of", "summarise"]


def line_of(
    case: str,
    numbers: Iterable[str],
    *,
    zone: str = "Europe/London",
    start: date | None = None,
    end: date | None = None,
    because: str | None = None,
    shown: str = "summary",
    most: int | None = 50,
    tell: Tell | None = None,
) -> Summary:
    """Return what the case's records say of a line; `most` contacts are listed.

    Where `because` says why, other people's numbers are in it: then `tell` records who is `shown` what, before
    anything is returned.

    :raises NotAllowed: numbers are to be revealed, and there is no way to record it.
    :raises NotFound: the case, or the number in it, is not there.
    :raises BadInput: an identifier cannot be read.
    """
    asked = Asked(numbers=named(numbers), zone=zone, start=start, end=end)
    if because is not None and tell is None:
        raise NotAllowed("Numbers cannot be revealed: there is no record to say so in.")
    line = open_line(opened.open_case(case), asked)
    found = summarise(
        case, line, because=because, most=most, covered=opened.covered(case), decided=moved.decided(case)
    )
    if because is not None and tell is not None:
        tell(
            NumbersRevealed(
                asked=asked.numbers,
                reason=because,
                shown=shown,
                contacts=found.contacts.all,
                first_day=start,
                last_day=end,
            )
        )
    return found


def named(texts: Iterable[str]) -> tuple[str, ...]:
    """Return identifiers as the record holds them: numbers in E.164, `imsi:234...`, `imei:35...`.

    :raises BadInput: one cannot be read.
    """
    return tuple(dict.fromkeys(one for text in texts for one in identifiers([text]).written()))


def summarise(
    case: str,
    line: Line,
    *,
    because: str | None = None,
    most: int | None = 50,
    covered: Covered | None = None,
    decided: Mapping[tuple[str, str], Entry] | None = None,
) -> Summary:
    """Ask an open line everything."""
    days = by_day(line)
    found = areas(line)
    return Summary(
        case=case,
        line=line,
        revealed=because is not None,
        because=because,
        headline=headline(line),
        hours=by_hour(line),
        days=days,
        weeks=by_week(line),
        silences=silences(days),
        bulk=bulk_texts(line),
        contacts=contacts(line, limit=most, reveal=because is not None),
        chain=chain(line),
        usual=usual_cells(line),
        areas=found,
        movements=movements(line, found),
        moves=moves(line, covered),
        decided=decided or {},
    )
