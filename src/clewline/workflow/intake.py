"""Take in a received file: one batch, all or nothing, every record of the file accounted for."""

import gc
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from hashlib import sha256

from clewline.access.happened import HELD_BACK
from clewline.errors import NotAllowed
from clewline.record import Entry, Statement
from clewline.record.kinds.batch_reversed import BatchReversed
from clewline.record.kinds.phone_records import PhoneRecords
from clewline.record.kinds.received import Received
from clewline.store import files, ledger
from clewline.store.accounts import log
from clewline.workflow import notices_undone
from clewline.workflow.mixing import refuse_mixing
from clewline.workflow.reading import Opened, open_file
from clewline.workflow.taking import Account, Batch, Outcome, Told


def take_in(
    content: bytes,
    *,
    file: str,
    case: str,
    by: str,
    at: datetime,
    mapping: str | None = None,
    opens: Callable[[], Opened] | None = None,
    dry_run: bool = False,
    told: Told = lambda records: None,
    clock: Callable[[], datetime] | None = None,
) -> Outcome:
    """Append the file's entries to the case as one batch, or, on a dry run, say what would be appended.

    `mapping` names one of Clewline's mappings or holds the text of one; none finds the one that fits. `opens` opens
    what no mapping reads. With a `clock` all is read before the record is locked, so that others can write meanwhile,
    and the entries are recorded at the instant that it tells then.

    :raises BadInput: the file cannot be read, or no mapping fits it.
    :raises NotAllowed: made-up and real cases would lie in one record, and be counted together; or another file came
        into the case while this one was read.
    """
    digest = sha256(content).hexdigest()
    outcome = Outcome(file=file, sha256=digest)
    earlier = [e for e in ledger.of_kinds(case, "received") if e.subject == digest]
    reversed_ones = {
        e.facts.batch for e in ledger.of_kinds(case, "batch_reversed") if isinstance(e.facts, BatchReversed)
    }
    before = _decisive(case)
    standing = [e for e in earlier if e.id not in reversed_ones]
    if standing and not _held_back(standing[-1]):
        outcome.already = standing[-1].id
        return outcome

    def read() -> Opened:
        return opens() if opens else open_file(content, name=file, mapping=mapping, received_on=at.date())

    opened = read()
    outcome.mapping, outcome.notes = opened.mapping, opened.notes
    if not opened.stated:
        refuse_mixing(case)
    batch = sha256(f"{case}\0{digest}\0{len(earlier)}".encode()).hexdigest()[:12]
    intake = Batch(outcome, opened.sheets, case=case, batch=batch, by=by, at=at, told=told)
    if dry_run or standing:
        for _ in intake.entries():
            pass
        if dry_run or not outcome.account.entries:
            # What was held back of a file that is there is held back still.
            outcome.already = standing[-1].id if standing and not outcome.account.entries else None
            if not dry_run:
                _log_held_back(outcome, case, by, at)
            return outcome
        outcome = replace(
            outcome, account=Account(), problems=[], set_aside=[], kinds=Counter(), corrections=0, sample=[]
        )
        intake = Batch(outcome, read().sheets, case=case, batch=batch, by=by, at=at, told=told)
    files.keep(content, digest)
    if opened.text is not None:
        text = opened.text.encode()
        files.keep(text, sha256(text).hexdigest())
    with _uncollected():
        entries = intake.with_receipt(len(content))
        ledger.append(entries if clock is None else _read_ahead(list(entries), case, before, clock))
    outcome.batch = batch
    _log_held_back(outcome, case, by, at)
    return outcome


def _log_held_back(outcome: Outcome, case: str, by: str, at: datetime) -> None:
    """Log how many charges of a file were held back, by its batch: whoever sent it, and in whichever way."""
    if outcome.account.withheld:
        log.append(
            at=at,
            account=None,
            act=HELD_BACK,
            outcome=log.REFUSED,
            case=case,
            subject=outcome.batch or outcome.already,
            said=log.Said(by=by, shown=outcome.account.withheld),
        )


def _read_ahead(
    entries: list[Entry], case: str, before: int, clock: Callable[[], datetime]
) -> Iterator[Entry]:
    """Yield entries that were made before the case was locked.

    :raises NotAllowed: what they were held against has changed since.
    """
    at = clock()
    yield replace(entries[0], recorded_at=at)
    # The ledger asks for the second entry once it holds the case.
    if _decisive(case) != before:
        raise NotAllowed(
            "Another file came into the case, or was undone, while this one was read; try again."
        )
    for entry in entries[1:]:
        yield replace(entry, recorded_at=at)


def _held_back(receipt: Entry) -> bool:
    """Return whether a file that was received has charges that may be recorded by now."""
    return isinstance(receipt.facts, Received) and bool(receipt.facts.withheld)


def _decisive(case: str) -> int:
    """Return how many entries a case has by which it is told what a file adds."""
    return sum(1 for _ in ledger.of_kinds(case, "received", "batch_reversed", "correction"))


@contextmanager
def _uncollected() -> Iterator[None]:
    """Keep the collector of garbage from walking the batch: entries make no cycles, and millions are not walked."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


@dataclass(frozen=True, kw_only=True)
class Undone:
    """What was withdrawn with a batch."""

    gone: int
    """Its entries, or rows of phone records."""
    notices: int
    """Notices that rested on it alone, and were withdrawn too."""
    notices_left: int
    """Notices behind which something else stands still; each says now that part of it was withdrawn."""


def reverse(batch: str, *, by: str, because: str, at: datetime) -> Undone:
    """Withdraw all entries, or rows of phone records, of a batch together, and the notices that rest on them alone.

    The file may then be taken in again.

    :raises NotAllowed: there is no such batch, or it is reversed already.
    """
    found = ledger.find([batch]).get(batch)
    if found is None or not isinstance(found.facts, Received | PhoneRecords):
        raise NotAllowed(f"There is no batch {batch}; `clewline batches` lists them.")
    gone = [e for e in ledger.of_kinds(found.case, "batch_reversed") if e.subject == batch]
    if gone:
        raise NotAllowed(f"Batch {batch} was reversed on {gone[0].day}.")
    reversal = Entry(
        id=f"{batch}:reversed",
        case=found.case,
        subject=batch,
        day=at.date(),
        facts=BatchReversed(batch=batch),
        source=Statement(by),
        recorded_at=at,
        recorded_by=by,
        because=because,
    )
    notices = notices_undone.resting_on(found.case, batch)
    ledger.append([reversal, *notices_undone.undone(notices, batch, by=by, because=because, at=at)])
    left = sum(one.stands for one in notices)
    return Undone(
        gone=found.facts.entries if isinstance(found.facts, Received) else found.facts.events,
        notices=len(notices) - left,
        notices_left=left,
    )
