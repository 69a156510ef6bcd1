"""Verify the record: every chain, the access log, and every file that the record names against its hash."""

from collections.abc import Iterator

from clewline.errors import ChainBroken, NotFound
from clewline.record.kinds.bulletin_released import BulletinReleased
from clewline.record.kinds.bulletin_written import BulletinWritten
from clewline.record.kinds.phone_records import PhoneRecords
from clewline.record.kinds.published import Published
from clewline.store import files, ledger
from clewline.store.accounts import log
from clewline.store.verify import Verified, verify
from clewline.workflow.phones import opened


def verify_all() -> tuple[list[Verified], int, int]:
    """Return the cases whose chains hold, how many files are as they were kept, and how many looks the access log has.

    Files are those received, the texts that they were read as, and the texts and rows of bulletins.

    :raises ChainBroken: an entry, a look or a file is not what was kept; names the first.
    """
    verified = verify()
    kept = 0
    for sha256 in sorted({*ledger.batch_files().values(), *_named()}):
        try:
            files.check(sha256)
        except NotFound as gone:
            raise ChainBroken(str(gone)) from gone
        kept += 1
    return verified, kept + _phones(), log.verify()


def _phones() -> int:
    """Hash the files of rows of phone records again, and return how many there are.

    A file of phone records that was kept whole is among those named by its entry.
    """
    checked = 0
    for entry in ledger.of_kinds(None, "phone_records"):
        facts = entry.facts
        if isinstance(facts, PhoneRecords) and facts.rows_sha256 is not None:
            place = opened.place(facts.rows_sha256)
            if not place.exists():
                raise ChainBroken(f"The rows of the phone records {entry.id} are not kept here.")
            if files.digest(place)[0] != facts.rows_sha256:
                raise ChainBroken(
                    f"The rows of the phone records {entry.id} are not those that were taken in."
                )
            checked += 1
    return checked


def _named() -> Iterator[str]:
    """Yield the hashes of files that entries name beside the received ones."""
    for entry in ledger.of_kinds(None, "published", "bulletin_written", "bulletin_released", "phone_records"):
        facts = entry.facts
        if isinstance(facts, Published) and facts.text is not None:
            yield facts.text
        elif isinstance(facts, BulletinWritten):
            yield from (facts.text_sha256, facts.rows_sha256)
        elif isinstance(facts, BulletinReleased):
            yield facts.public_sha256
        elif isinstance(facts, PhoneRecords) and facts.whole:
            yield facts.sha256
