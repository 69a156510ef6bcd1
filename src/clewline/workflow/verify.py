"""Verify the record: every chain, and every received file against its hash."""

from clewline.errors import ChainBroken, NotFound
from clewline.store import files, ledger
from clewline.store.verify import Verified, verify


def verify_all() -> tuple[list[Verified], int]:
    """Return the cases whose chains hold and how many received files are as received.

    :raises ChainBroken: an entry or a file is not what was received; names the first.
    """
    verified = verify()
    kept = 0
    for sha256 in sorted(set(ledger.batch_files().values())):
        try:
            files.check(sha256)
        except NotFound as gone:
            raise ChainBroken(str(gone)) from gone
        kept += 1
    return verified, kept
