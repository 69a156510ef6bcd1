"""See that no number of a text is left out: whatever no rule took is set aside with the reason that fits it."""

import re
from collections.abc import Sequence

from clewline.bulletin.claim import Claim, Quote, SetAside

_DIGITS = re.compile(r"\d+(?:[.,:/]\d+)*")
_MARK = re.compile(r"(?:^|\n)[^\w\n]*\(?\Z")


def left_over(text: str, claims: Sequence[Claim], aside: Sequence[SetAside]) -> list[SetAside]:
    """Return the numbers in digits that stand in no claim and are not set aside.

    They are the marks of list items and numbers glued to a name, as `3.` before an item or `BW3`.
    """
    taken = bytearray(len(text) + 1)
    for quote in (*(c.quote for c in claims), *(a.quote for a in aside)):
        taken[quote.start : quote.end] = b"\1" * (quote.end - quote.start)
    found = []
    for m in _DIGITS.finditer(text):
        if not taken[m.start()]:
            reason = "list number" if _MARK.search(text, max(0, m.start() - 12), m.start()) else "name"
            found.append(SetAside(quote=Quote(text=m[0], start=m.start(), end=m.end()), reason=reason))
    return found
