"""See that no number of a text is left out: whatever no rule took is set aside with the reason that fits it."""

import re
import unicodedata
from collections.abc import Iterator, Sequence

from clewline.bulletin.claim import Claim, Quote, SetAside

_DIGITS = re.compile(r"\d+(?:[.,:/]\d+)*")
_MARK = re.compile(r"(?:^|\n)[^\w\n]*\(?\Z")


def left_over(
    text: str, claims: Sequence[Claim], aside: Sequence[SetAside], sizes: Sequence[tuple[int, int]]
) -> list[SetAside]:
    """Return the numbers that stand in no claim and are not set aside.

    They are the marks of list items and numbers glued to a name, as `3.` before an item or `BW3`; `sizes`, which
    tell how large each thing is (`one-kilo blocks`); and signs that are numbers, as `½` or `Ⅷ`.
    """
    taken = bytearray(len(text) + 1)
    for quote in (*(c.quote for c in claims), *(a.quote for a in aside)):
        taken[quote.start : quote.end] = b"\1" * (quote.end - quote.start)
    found = [_left(text, start, end, "not a result") for start, end in sizes if not taken[start]]
    for size in found:
        taken[size.quote.start : size.quote.end] = b"\1" * len(size.quote.text)
    for m in _DIGITS.finditer(text):
        if not taken[m.start()]:
            reason = "list number" if _MARK.search(text, max(0, m.start() - 12), m.start()) else "name"
            found.append(_left(text, m.start(), m.end(), reason))
    if not text.isascii():
        found += [_left(text, at, at + 1, "not understood") for at in _signs(text) if not taken[at]]
    return found


def _left(text: str, start: int, end: int, reason: str) -> SetAside:
    return SetAside(quote=Quote(text=text[start:end], start=start, end=end), reason=reason)


def _signs(text: str) -> Iterator[int]:
    """Yield where signs stand that are numbers and no digits."""
    signs = [c for c in set(text) if unicodedata.category(c) in ("No", "Nl")]
    if signs:
        yield from (m.start() for m in re.finditer(f"[{re.escape(''.join(signs))}]", text))
