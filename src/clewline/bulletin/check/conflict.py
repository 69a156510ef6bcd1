"""How two statements of one thing fall apart: by a hedge that went the wrong way, or by the number itself."""

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import Literal

from clewline.bulletin.check.agree import agree, is_count, last_place, share_of
from clewline.bulletin.check.hedges import NOT_REACHED
from clewline.bulletin.check.mention import Mention
from clewline.bulletin.check.same import thing
from clewline.formats.stated.numbers import SMALL_NUMBERS

_ROUNDED = Decimal("0.9")
"""A hedged number this near to an exact one was made from it by rounding."""
_ALIKE = Decimal("0.5")
"""Two numbers further apart than this are taken for a whole and a part that the text does not tell."""
_NEAR = Decimal("0.8")
"""So are two that are further apart than this, where neither is told to be the total."""

_NEARLY = Decimal("0.85")
"""Share of a number that must be reached for it to be `nearly` so."""
_TENS = 10
"""Counts are rounded to tens further than a tenth of them: `upwards of 70` from 61."""
_BESIDE = 150
"""Characters around a number in which the rest of a total may stand."""
_TOP = {"headline", "lead"}
"""Where a text gives its totals, and no parts of them."""

Kind = Literal["rounding", "number"]


def conflict(one: Mention, two: Mention) -> Kind | None:
    """Return how two statements of one thing, body and days disagree; None where both can be true."""
    hedged, exact = (two, one) if one.exact else (one, two)
    if not hedged.exact and exact.exact and _near_enough(hedged, exact) and not agree(one, two):
        return "rounding"
    if hedged.hedge in NOT_REACHED and exact.exact and exact.amount < hedged.amount * _NEARLY:
        return "rounding" if exact.amount >= hedged.amount * _ALIKE else None
    return None if agree(one, two) else "number"


def _near_enough(hedged: Mention, exact: Mention) -> bool:
    """Whether a hedged number was made from an exact one by rounding: `over 3kg` from 2.1kg, but not 40 from 30."""
    off, share = abs(hedged.claim.value - exact.claim.value), share_of(hedged, exact)
    unit = last_place(hedged.claim.value)
    if is_count(hedged):
        return share >= _ROUNDED or (off <= unit <= _TENS and share >= _NEAR)
    return share >= _ROUNDED or (hedged.claim.unit == exact.claim.unit and off <= unit and share >= _ALIKE)


def one_thing(one: Mention, two: Mention, beside: Sequence[Mention], *, alone: bool = False) -> bool:
    """Return whether two numbers of one text are meant as one, and neither as a part of the other or an addition.

    `beside` are all the text's claims of the thing, and those of what is near to it. What a text tells bit by bit
    (two lines here, four there, a dozen in all) is no contradiction.
    """
    if any(m.part.whole or m.apart for m in (one, two)) or one.sentence_at == two.sentence_at:
        return False
    small, large = sorted((one, two), key=lambda m: m.amount)
    if one.named is two.named and (told_apart(one, two) or _elsewhere(small, large)):
        return False
    if one.named is two.named and _bit_by_bit(small, large, beside):
        return False
    if alone or {m.claim.position for m in (one, two)} == _TOP or _same_digits(small, large):
        return True
    if share_of(one, two) >= _NEAR:
        return True
    total = one.named is not two.named or any(m.in_all for m in (one, two))
    return total and share_of(one, two) >= _ALIKE and not _rest_beside(small, large)


def _rest_beside(small: Mention, large: Mention) -> bool:
    """Whether what the smaller number lacks stands beside it, as read or not: `five lines, and the south three`."""
    rest = large.amount - small.amount
    words = "|".join([f"{rest.normalize():f}", *(word for word, n in SMALL_NUMBERS.items() if n == rest)])
    start, end = small.span
    text = small.named.reading.text
    return (
        re.search(rf"\b(?:{words})\b", text[max(0, start - _BESIDE) : end + _BESIDE], re.IGNORECASE)
        is not None
    )


def _elsewhere(small: Mention, large: Mention) -> bool:
    """Whether the smaller number is of one place and the larger of no place in particular."""
    return bool(small.place) and not large.place and small.place not in (small.claim.body or "")


def _bit_by_bit(small: Mention, large: Mention, beside: Sequence[Mention]) -> bool:
    """Whether a text gives the thing place by place, or the rest of the larger number stands beside the smaller."""
    rest = large.amount - small.amount
    if any(m.amount == rest and m.dimension == small.dimension for m in beside):
        return True
    alike = [m for m in beside if thing(m) == thing(small) and not m.of_another_time]
    return len({m.amount for m in alike} - {small.amount, large.amount}) > 1


def told_apart(one: Mention, two: Mention) -> bool:
    """Return whether the words around two numbers of one text set them apart: another time, place or entry."""
    if one.of_another_time != two.of_another_time or (one.place and two.place and one.place != two.place):
        return True
    pairs = ((one.moment, two.moment), (one.operation, two.operation))
    return any(a and b and a != b for a, b in pairs)


def _same_digits(small: Mention, large: Mention) -> bool:
    """Whether one number is the other with two digits exchanged: £23,000 and £32,000."""
    a, b = (str(m.claim.value.normalize().as_tuple().digits) for m in (small, large))
    return a != b and len(a) > len("(1,)") and sorted(a) == sorted(b)
