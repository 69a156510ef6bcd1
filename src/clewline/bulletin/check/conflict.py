"""How two statements of one thing fall apart: by a hedge that went the wrong way, or by the number itself."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Literal

from clewline.bulletin.check.agree import agree, share_of
from clewline.bulletin.check.hedges import NOT_REACHED
from clewline.bulletin.check.mention import Mention

_ROUNDED = Decimal("0.9")
"""A hedged number this near to an exact one was made from it by rounding."""
_ALIKE = Decimal("0.5")
"""Two numbers of one text further apart than this are taken for a whole and a part that the text does not tell."""


_NEARLY = Decimal("0.85")
"""Share of a number that must be reached for it to be `nearly` so."""
_TOP = {"headline", "lead"}
"""Where a text gives its totals, and no parts of them."""

Kind = Literal["rounding", "number"]


def conflict(one: Mention, two: Mention) -> Kind | None:
    """Return how two statements of one thing, body and days disagree; None where both can be true."""
    hedged, exact = (two, one) if one.exact else (one, two)
    if not hedged.exact and exact.exact and share_of(one, two) >= _ROUNDED and not agree(one, two):
        return "rounding"
    if hedged.hedge in NOT_REACHED and exact.exact and exact.amount < hedged.amount * _NEARLY:
        return "rounding" if exact.amount >= hedged.amount * _ALIKE else None
    return None if agree(one, two) else "number"


def one_thing(one: Mention, two: Mention, beside: Sequence[Mention], *, alone: bool = False) -> bool:
    """Return whether two numbers of one text are meant as one, and neither as a part of the other or an addition.

    `beside` are all the text's claims of the thing. What a text tells bit by bit (two lines here, four there, a
    dozen in all) is no contradiction.
    """
    if any(m.part.whole or m.apart for m in (one, two)) or one.sentence_at == two.sentence_at:
        return False
    small, large = sorted((one, two), key=lambda m: m.amount)
    others = {m.amount for m in beside if m.amount not in (small.amount, large.amount)}
    if large.amount - small.amount in others or len({a for a in others if a < large.amount}) > 2:
        return False
    return alone or share_of(one, two) >= _ALIKE or {m.claim.position for m in (one, two)} == _TOP
