"""References, by which a referral is named, and return codes, by which its referrer shows that it is theirs.

Both are of figures and letters that are not taken for one another, without vowels, so that no word comes up. A code is
of 12 of 20 marks by chance, 51 bits, shown once and kept only as its HMAC under the site's key: tries are counted, and
who has the database alone cannot try at all.
"""

import hmac
import secrets
from hashlib import sha256

from django.utils.crypto import salted_hmac

MARKS = "23456789CFGHJMPQRVWX"
GROUP = 4
REFERENCE, CODE = 8, 12
"""Marks of each."""
NO_CODE = bytes(32)
"""What is compared with where there is no such referral, or no code was shown of it."""


def new_reference() -> str:
    """Return a reference by chance, as it is kept."""
    return "".join(secrets.choice(MARKS) for _ in range(REFERENCE))


def new_code() -> str:
    """Return a return code by chance, as it is typed."""
    return "".join(secrets.choice(MARKS) for _ in range(CODE))


def shown(plain: str) -> str:
    """Return a reference or code as it is shown: in groups."""
    return "-".join(plain[i : i + GROUP] for i in range(0, len(plain), GROUP))


def typed(text: str, marks: int) -> str:
    """Return what somebody typed as it is kept, and hardly longer: small letters, spaces and strokes are theirs."""
    return "".join(mark for mark in text.upper() if mark in MARKS)[: marks + 1]


def hashed(reference: str, code: str) -> bytes:
    """Return what is kept of a code."""
    return salted_hmac("clewline.received.code", f"{reference} {code}", algorithm="sha256").digest()


def same(kept: bytes | None, reference: str, code: str) -> bool:
    """Return whether a code is the one that was shown; it takes as long where there is none."""
    fits = hmac.compare_digest(NO_CODE if kept is None else bytes(kept), hashed(reference, code))
    return fits and kept is not None


def keyed(salt: bytes, *parts: str) -> str:
    """Return the hash under which tries of an address or a reference are counted."""
    return hmac.new(salt, "\0".join(parts).encode(), sha256).hexdigest()
