"""Facts as bytes and back: compact JSON, fields in the order of the kind, unrecorded fields left out.

Decimals travel as text, so that a weight or an amount is exactly what was received.
"""

import msgspec

from clewline.errors import ChainBroken
from clewline.record.facts import Facts
from clewline.record.kinds import all_kinds

BECAUSE = "because"
"""Key under which the reason of a correction travels with the facts, so that it is sealed with them."""

_encode = msgspec.json.Encoder(decimal_format="string").encode


def to_bytes(facts: Facts, because: str | None = None) -> bytes:
    """Return the facts, and the reason for a correction, as bytes."""
    said = {name: value for name, value in facts.__dict__.items() if value is not None and value != ()}
    if because is not None:
        said[BECAUSE] = because
    return _encode(said)


def from_bytes(kind: str, payload: bytes) -> tuple[Facts, str | None]:
    """Return the facts of `kind` and the reason for a correction, if there is one.

    :raises ChainBroken: the bytes are not facts of that kind.
    """
    try:
        said = msgspec.json.decode(payload)
        because = said.pop(BECAUSE, None)
        return msgspec.convert(said, all_kinds()[kind], strict=False), because
    except (msgspec.MsgspecError, KeyError, AttributeError, TypeError) as wrong:
        raise ChainBroken(f"The stored facts are not those of a {kind!r}.") from wrong
