"""Take in a file of phone records: into a case, under an authority that covers it, and nothing beyond that.

A record outside the authority is counted and dropped before anything is written. A file that holds such records is
not kept itself: its hash, its account and the rows that are covered are.
"""

from collections.abc import Callable
from contextlib import nullcontext
from datetime import date, datetime
from hashlib import sha256
from pathlib import Path

from clewline.case.scope import scope
from clewline.errors import BadInput, NotAllowed
from clewline.record import Entry, Statement
from clewline.record.kinds.authority import Authority
from clewline.record.kinds.exhibit import Exhibit
from clewline.record.kinds.phone_records import PhoneRecords
from clewline.store import files, ledger
from clewline.workflow.mixing import refuse_mixing
from clewline.workflow.phones import authorities, exhibits, opened
from clewline.workflow.phones.account import PhoneOutcome, Reading, Told
from clewline.workflow.phones.reading import OpenedPhones
from clewline.workflow.phones.staging import digest, settle, stage


def take_in_phones(
    path: Path,
    *,
    case: str,
    authority: str,
    exhibit: Exhibit,
    by: str,
    at: datetime,
    opens: Callable[[], OpenedPhones],
    file: str | None = None,
    dry_run: bool = False,
    told: Told = lambda records: None,
    clock: Callable[[], datetime] | None = None,
) -> PhoneOutcome:
    """Append the receipt of the file to the case and keep the rows that the authority covers; on a dry run, neither.

    `exhibit` says what the file is; its hash is filled in here. `file` is its name as received, where it lies under
    another. With a `clock` it is received at the instant that it tells once the file is read.

    :raises NotFound: the case has no such authority.
    :raises NotAllowed: made-up and real cases would lie in one record; or the authority has lapsed or does not cover
        the file, or the exhibit is another file.
    :raises BadInput: the file cannot be read.
    """
    refuse_mixing(case)
    covers = authorities.find(case, authority)
    authorities.in_force(covers, at.date())
    outcome = PhoneOutcome(file=file or path.name, sha256="")
    size = path.stat().st_size
    source = opens()
    _may(covers, source)
    if source.large is None or dry_run or _sizes(case, size):
        # Otherwise it is hashed as it is read: a second time through a large file costs as much as a third of it.
        outcome.sha256 = digest(path)
        outcome.already = _already(case, outcome.sha256, authority)
        if outcome.already is not None:
            return outcome
    outcome.layout = source.layout
    reading = Reading(outcome, scope(covers), told)
    if dry_run:
        for _ in reading.events(source.sheets):
            pass
        reading.finish()
        _covered(outcome, covers)
        return outcome
    earlier = len(list(ledger.of_kinds(case, "phone_records")))
    batch = sha256(f"phones\0{case}\0{outcome.file}\0{earlier}".encode()).hexdigest()[:12]
    with files.Keeping() if source.large is not None else nullcontext() as keeping:
        staged = stage(reading, path, source, batch, keeping)
        try:
            _covered(outcome, covers)
            exhibits.same(case, exhibit.reference, outcome.sha256)
            rows_sha256 = settle(reading, staged, case)
        finally:
            staged.unlink(missing_ok=True)
        outcome.whole = not outcome.account.out_of_scope and not source.handset
        if outcome.whole and not (keeping is not None and keeping.finish(outcome.sha256, size)):
            files.keep_file(path, outcome.sha256)
    at = at if clock is None else clock()
    on = at.date()
    held = Exhibit(
        reference=exhibit.reference,
        sha256=outcome.sha256,
        handed_over_by=exhibit.handed_over_by,
        received_by=exhibit.received_by or by,
        description=exhibit.description,
    )
    exhibits.record(held, case=case, day=on, by=by, at=at)
    ledger.append([_receipt(outcome, authority, exhibit.reference, size, rows_sha256, case, batch, by, at)])
    outcome.batch = batch
    return outcome


def _sizes(case: str, size: int) -> bool:
    """Return whether the case received a file of that size before."""
    return any(isinstance(e.facts, PhoneRecords) and e.facts.size == size for e in opened.received(case))


def _already(case: str, digest: str, authority: str) -> str | None:
    for entry in opened.received(case):
        facts = entry.facts
        if isinstance(facts, PhoneRecords) and facts.sha256 == digest and facts.authority == authority:
            return entry.id
    return None


def _may(authority: Authority, source: OpenedPhones) -> None:
    """Refuse what an authority of this kind cannot give.

    :raises NotAllowed: an operator holds no report of a handset's examination.
    """
    if source.handset and authority.nature == "communications data authorisation":
        raise NotAllowed(
            f"The authority {authority.reference} is a communications data authorisation, which is for what an "
            "operator holds; a handset's report needs a device examination, consent or a court order."
        )
    needed = "handset data" if source.handset else "events data"
    if authority.data and needed not in authority.data:
        covered = ", ".join(authority.data)
        raise NotAllowed(f"The authority {authority.reference} covers {covered}, and not {needed}.")


def _covered(outcome: PhoneOutcome, authority: Authority) -> None:
    """Refuse a file of which the authority covers nothing: it is of another case, or the authority was misread.

    :raises NotAllowed: every record that could be read is outside it.
    """
    account = outcome.account
    if account.out_of_scope and not account.taken + account.known:
        why = (
            "of numbers and devices that it does not name"
            if account.other_identifiers >= account.other_dates
            else "of days that it does not cover"
        )
        raise NotAllowed(
            f"None of the {account.out_of_scope:,} records of {outcome.file} is covered by the authority "
            f"{authority.reference}: they are {why}. Is it a file of another case? Nothing was kept."
        )


def _receipt(
    outcome: PhoneOutcome,
    authority: str,
    exhibit: str,
    size: int,
    rows_sha256: str | None,
    case: str,
    batch: str,
    by: str,
    at: datetime,
) -> Entry:
    account = outcome.account
    facts = PhoneRecords(
        sha256=outcome.sha256,
        file=outcome.file,
        size=size,
        layout=outcome.layout,
        authority=authority,
        exhibit=exhibit,
        whole=outcome.whole,
        records=account.records,
        taken=account.taken,
        known=account.known,
        problems=account.problems,
        other_identifiers=account.other_identifiers,
        other_dates=account.other_dates,
        blank=account.blank,
        events=account.events,
        rows_sha256=rows_sha256,
        identifiers=tuple(sorted(outcome.identifiers)),
        first_day=_day(outcome.first),
        last_day=_day(outcome.last),
    )
    for _, sentence in facts.objections(at.date()):
        raise BadInput(f"{sentence} Nothing was taken in; please report this with the file's layout.")
    return Entry(
        id=batch,
        case=case,
        subject=outcome.sha256,
        day=at.date(),
        facts=facts,
        source=Statement(by),
        recorded_at=at,
        recorded_by=by,
        batch=batch,
    )


def _day(instant: datetime | None) -> date | None:
    return None if instant is None else instant.date()
