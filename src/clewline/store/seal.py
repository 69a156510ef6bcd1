"""Facts sealed and opened: the only place that knows how they lie in the database.

A seal is one byte that names the way of sealing, 16 random bytes, and the facts. The random bytes are there
so that the hash of destroyed facts cannot be found again by trying likely names. A case with its own key
becomes another first byte here, and nothing else changes.
"""

import os
from collections.abc import Iterator

from clewline.errors import ChainBroken

PLAIN = b"\x01"
SALT = 16
_AT_MOST = 4096


def sealer() -> Iterator[bytes]:
    """Yield, for ever, what to put before the facts of one entry."""
    # One call for many salts, since os.urandom costs more by the call than by the byte; but few at first, for
    # most appends are of one entry.
    at_once = 1
    while True:
        random = os.urandom(SALT * at_once)
        for i in range(0, len(random), SALT):
            yield PLAIN + random[i : i + SALT]
        at_once = min(at_once * 8, _AT_MOST)


def unseal(sealed: bytes) -> bytes:
    """Return the facts as bytes.

    :raises ChainBroken: they were not sealed here.
    """
    if sealed[:1] != PLAIN or len(sealed) <= SALT:
        raise ChainBroken("The facts of an entry are not sealed in a way that this version knows.")
    return bytes(sealed[1 + SALT :])
