"""Verify the record: every chain, and every file that it names against its hash."""

from collections.abc import Iterator

from clewline.errors import ChainBroken, NotFound
from clewline.record.kinds.bulletin_released import BulletinReleased
from clewline.record.kinds.bulletin_written import BulletinWritten
from clewline.record.kinds.published import Published
from clewline.store import files, ledger
from clewline.store.verify import Verified, verify


def verify_all() -> tuple[list[Verified], int]:
    """Return the cases whose chains hold and how many files are as they were kept.

    Files are those received, the texts that they were read as, and the texts and rows of bulletins.

    :raises ChainBroken: an entry or a file is not what was kept; names the first.
    """
    verified = verify()
    kept = 0
    for sha256 in sorted({*ledger.batch_files().values(), *_named()}):
        try:
            files.check(sha256)
        except NotFound as gone:
            raise ChainBroken(str(gone)) from gone
        kept += 1
    return verified, kept


def _named() -> Iterator[str]:
    """Yield the hashes of files that entries name beside the received ones."""
    for entry in ledger.of_kinds(None, "published", "bulletin_written", "bulletin_released"):
        facts = entry.facts
        if isinstance(facts, Published) and facts.text is not None:
            yield facts.text
        elif isinstance(facts, BulletinWritten):
            yield from (facts.text_sha256, facts.rows_sha256)
        elif isinstance(facts, BulletinReleased):
            yield facts.public_sha256
