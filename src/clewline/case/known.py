"""When the record said so: from when to when each entry was known.

An entry is known from its recording. It stops being known when a later entry corrects or withdraws it, or
when its batch is reversed; it is known again if the correction itself is withdrawn or its batch reversed.
A correction that is in turn corrected still stands against the entry that it replaced.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Literal

from clewline.record import Entry
from clewline.record.kinds.batch_reversed import BatchReversed
from clewline.record.kinds.correction import Correction

FOREVER = datetime(9999, 12, 31, tzinfo=UTC)
"""End of an interval that has not ended."""

Interval = tuple[datetime, datetime]


@dataclass(frozen=True, kw_only=True)
class Closing:
    """A later entry that ends what an earlier one says."""

    id: str
    closes: str
    """Id of an entry, or for a reversal the id of a batch."""
    how: Literal["replaced", "withdrawn", "batch reversed"]
    at: datetime
    batch: str | None = None
    """Batch that the closing entry came with, if it came with one."""


def closing(entry: Entry) -> Iterable[Closing]:
    """Yield what the entry ends, if it ends anything."""
    at, batch = entry.recorded_at, entry.batch
    if isinstance(entry.facts, Correction):
        yield Closing(id=entry.id, closes=entry.facts.withdraws, how="withdrawn", at=at, batch=batch)
    elif isinstance(entry.facts, BatchReversed):
        yield Closing(id=entry.id, closes=entry.facts.batch, how="batch reversed", at=at)
    elif entry.corrects is not None:
        yield Closing(id=entry.id, closes=entry.corrects, how="replaced", at=at, batch=batch)


def standing(entries: Iterable[Entry]) -> list[Entry]:
    """Return those of the entries that still stand; corrections and reversals that end one must be among them."""
    some = list(entries)
    known = known_intervals(
        [c for e in some for c in closing(e)], {e.id: (e.recorded_at, e.batch) for e in some}
    )
    return [e for e in some if any(until == FOREVER for _, until in known[e.id])]


def known_intervals(
    closings: Iterable[Closing], recorded: Mapping[str, tuple[datetime, str | None]]
) -> dict[str, list[Interval]]:
    """Return when each entry of `recorded` (id to instant and batch) was known; both ends of a day half open.

    Entries that nothing closes are known from their recording for ever, and are returned too.
    """
    closed: dict[str, list[Closing]] = defaultdict(list)
    reversed_at: dict[str, datetime] = {}
    for closing in closings:
        if closing.how == "batch reversed":
            reversed_at[closing.closes] = min(closing.at, reversed_at.get(closing.closes, FOREVER))
        else:
            closed[closing.closes].append(closing)
    return {entry: _known(entry, at, batch, closed, reversed_at) for entry, (at, batch) in recorded.items()}


def _known(
    entry: str,
    at: datetime,
    batch: str | None,
    closed: Mapping[str, list[Closing]],
    reversed_at: Mapping[str, datetime],
) -> list[Interval]:
    end = _reversal(batch, reversed_at)
    gone = []
    for closing in closed.get(entry, ()):
        until = min([_reversal(closing.batch, reversed_at), *_withdrawals(closing.id, closed, reversed_at)])
        gone.append((closing.at, until))
    known, start = [], at
    for begin, until in sorted(gone):
        if begin > start:
            known.append((start, min(begin, end)))
        start = max(start, until)
    known.append((start, end))
    return [(a, b) for a, b in known if a < b]


def _withdrawals(
    entry: str, closed: Mapping[str, list[Closing]], reversed_at: Mapping[str, datetime]
) -> Iterable[datetime]:
    """Yield when the entry was withdrawn; a withdrawal whose batch was reversed is passed over."""
    for closing in closed.get(entry, ()):
        if closing.how == "withdrawn" and _reversal(closing.batch, reversed_at) == FOREVER:
            yield closing.at


def _reversal(batch: str | None, reversed_at: Mapping[str, datetime]) -> datetime:
    return FOREVER if batch is None else reversed_at.get(batch, FOREVER)
