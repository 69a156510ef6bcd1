"""The chain: what an entry's hash covers.

hash = SHA-256(hash of the entry before it in its case, head, sealed facts). The head is the JSON array of
the columns of `HEAD`. SQLite writes the same array with `json_array`, so that `verify` need not build it.
"""

from collections.abc import Sequence
from hashlib import sha256

import msgspec

from clewline.errors import BadInput

GENESIS = b"\0" * 32
"""What stands before the first entry of a case."""

HEAD = (
    "case_id",
    "entry_id",
    "kind",
    "subject",
    "day",
    "recorded_us",
    "recorded_by",
    "batch",
    "sheet",
    "line",
    "stated_by",
    "corrects",
)
COLUMNS = (*HEAD, "sealed", "prev", "hash")

_json = msgspec.json.Encoder().encode


def head_bytes(head: Sequence[str | int | None]) -> bytes:
    """Return the head as the bytes that the hash covers.

    :raises BadInput: a value holds a control character, which databases and JSON writers escape differently.
    """
    written = _json(head)
    # Only a value with a quote, a backslash or a control character has a backslash in its JSON.
    if b"\\" in written and any(ord(c) < 32 for value in head if isinstance(value, str) for c in value):
        raise BadInput("The id, subject or source of an entry holds a control character; take it out.")
    return written


def link(prev: bytes, head: bytes, sealed: bytes) -> bytes:
    """Return the hash of an entry."""
    return sha256(prev + head + sealed).digest()
