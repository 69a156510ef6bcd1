"""Whether a percentage, as stated, is what its numbers make."""

from decimal import Decimal

from clewline.bulletin.check.finding import Severity
from clewline.bulletin.check.marked import Number

_ROUNDED = Decimal(1)
"""Points by which a percentage may be off: rounded either way."""
_LOOSE = Decimal(5)
"""Points by which a share or a factor in words may be off and still be meant: `halved` from 82 to 42."""
_HEDGED = Decimal("0.8")
"""Share of the number that `nearly` may lack, or that `more than` may have on top, turned over."""
_PASSED = frozenset(("more than", "just over", "over", "at least", "well over"))
_SHORT = frozenset(("nearly", "almost", "just under", "less than", "fewer than", "under", "up to"))


def fault(actual: Decimal, stated: Number) -> Severity | None:
    """Return how grave it is that the numbers make `actual` per cent; None where the words allow it."""
    value = stated.value
    if stated.hedge in _PASSED:
        return None if value - _ROUNDED <= actual <= value / _HEDGED + _ROUNDED else "wrong"
    if stated.hedge in _SHORT:
        return None if value * _HEDGED - _ROUNDED <= actual <= value + _ROUNDED else "wrong"
    off = abs(actual - value)
    if off <= (_LOOSE if stated.hedge else _ROUNDED):
        return None
    return "note" if stated.spelled and off <= _LOOSE else "wrong"
