"""Until when the records of a number go, where they stop before the days that their authority covers do.

A line whose operator's file stops early looks like a line that stopped. Which of them it was, the records do not tell.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime

from clewline.analysis.phones.last_rows import LastRow, last_of_others, last_rows
from clewline.analysis.phones.rows import Connection
from clewline.case.scope import CLOCKS
from clewline.record.kinds.authority import Authority
from clewline.record.kinds.phone_records import PhoneRecords
from clewline.workflow.phones import authorities, opened


@dataclass(frozen=True, kw_only=True)
class End:
    """An exhibit that gives no row of a number on the last days that its authority covers."""

    identifier: str
    exhibit: str
    last_day: date
    """Local day of the last row that it gives of the number."""
    others_until: date | None
    """Local day of the last row that it gives of any other number; none where it gives none."""
    authority: str
    covers_to: date
    refused: int
    """Records of the file that could not be taken in."""


@dataclass(frozen=True, kw_only=True)
class _Ended:
    """The rows of one exhibit, with how they were received."""

    row: LastRow
    receipt: PhoneRecords
    covers_to: date

    @property
    def day(self) -> date:
        return _local(self.row.at)

    def goes_on(self, other: "_Ended") -> bool:
        """Return whether the rows of the other exhibit take up where these end.

        A record that an earlier file gave too is no row of the later file, so any other exhibit may hold its rows.
        """
        same = self.receipt.authority == other.receipt.authority and self.row.services & other.row.services
        return other.day > self.day and bool(same or self.receipt.known)


def ends(
    case: str,
    connection: Connection,
    identifiers: Iterable[str],
    *,
    first_day: date | None = None,
    last_day: date | None = None,
    rows: str = "events",
) -> tuple[End, ...]:
    """Return where the records of each number stop early, of those exhibits that bear on the days asked about.

    Said of an exhibit only where no other of its authority goes on with records of the same sort. `rows` names what
    holds all rows of the numbers.
    """
    receipts = [e.facts for e in opened.received(case) if isinstance(e.facts, PhoneRecords)]
    covers = {
        e.facts.reference: e.facts.covers_to
        for e in authorities.standing(case)
        if isinstance(e.facts, Authority) and e.facts.covers_to is not None
    }
    return tuple(
        End(
            identifier=identifier,
            exhibit=ended.row.exhibit,
            last_day=ended.day,
            others_until=_others_until(ended, last_of_others(connection, identifier, ended.row.exhibit)),
            authority=ended.receipt.authority,
            covers_to=ended.covers_to,
            refused=ended.receipt.problems,
        )
        for identifier in identifiers
        for ended in _stopped(
            list(_received(last_rows(connection, identifier, rows), identifier, receipts, covers))
        )
        if (first_day is None or ended.covers_to >= first_day) and (last_day is None or ended.day <= last_day)
    )


def _received(
    rows: Iterable[LastRow], identifier: str, receipts: list[PhoneRecords], covers: Mapping[str, date]
) -> Iterator[_Ended]:
    """Yield the rows of each exhibit with the authority that covers the number longest."""
    for row in rows:
        of_it = [r for r in receipts if r.exhibit == row.exhibit and r.authority in covers]
        found = [r for r in of_it if identifier in r.identifiers] or of_it
        if found:
            receipt = max(found, key=lambda r: covers[r.authority])
            yield _Ended(row=row, receipt=receipt, covers_to=covers[receipt.authority])


def _stopped(found: list[_Ended]) -> Iterator[_Ended]:
    for ended in found:
        if ended.day < ended.covers_to and not any(ended.goes_on(other) for other in found):
            yield ended


def _others_until(ended: _Ended, of_others: datetime | None) -> date | None:
    days = [] if of_others is None else [_local(of_others)]
    if ended.receipt.known and ended.receipt.last_day is not None and ended.receipt.last_day > ended.day:
        # Its last records are known from earlier files; they are of others, or the number's own would go on.
        days.append(ended.receipt.last_day)
    return max(days, default=None)


def _local(instant: datetime) -> date:
    return instant.replace(tzinfo=UTC).astimezone(CLOCKS).date()
