"""What true numbers the words allow, and whether two statements can both be true."""

from decimal import Decimal

from clewline.bulletin.check.mention import Mention

_ABOUT = Decimal("0.1")
"""Share of the number by which `about` may be off, as in `bulletin.week.fits`."""
_ROUNDED = Decimal("0.05")
"""Share by which a rounded amount may be off at most: `£1 million` is not said for £1.4 million."""
MEASURED = frozenset(
    (
        "kg",
        "g",
        "tonnes",
        "GBP",
        "EUR",
        "USD",
        "percent",
        "hours",
        "years",
        "lines_per_day",
        "searches_per_day",
    )
)
"""Units in which amounts are weighed, paid or measured, and so rounded; the others are counted one by one."""
_LARGE = 1000
"""From here counts are rounded too, to hundreds: `2,000 arrests`."""


def is_count(mention: Mention) -> bool:
    """Return whether the amount is counted one by one."""
    return mention.dimension not in MEASURED


def last_place(value: Decimal) -> Decimal:
    """Return the worth of the last digit that is not nought: 10 for 290, 0.1 for 8.3, 1 for 0."""
    exponent = value.normalize().as_tuple().exponent
    return Decimal(1).scaleb(exponent) if isinstance(exponent, int) else Decimal(1)


def digits(value: Decimal) -> int:
    """Return how many digits a number has that are not leading or trailing noughts: 2 for 290, 4 for 33,580."""
    return len(value.normalize().as_tuple().digits)


def allowance(mention: Mention) -> Decimal:
    """Return by how much the true amount may differ from one stated without a hedge, since it may be rounded."""
    return rounded_by(mention.amount, mention.dimension)


def rounded_by(value: Decimal, unit: str) -> Decimal:
    """Return by how much an amount may have been rounded, as its digits show: nothing for `222`, 100 for `2,000`."""
    if unit not in MEASURED and (value < _LARGE or last_place(value) < 100):
        return Decimal(0)
    return min(last_place(value), value * _ROUNDED)


def bounds(mention: Mention) -> tuple[Decimal, Decimal | None]:
    """Return the least and the greatest true amount that the words allow; no greatest after `over`."""
    value, relation = mention.amount, mention.claim.relation
    if relation == "at_least":
        return value, None
    if relation == "at_most":
        return Decimal(0), value
    off = value * _ABOUT if relation == "about" else allowance(mention)
    return value - off, value + off


def agree(one: Mention, two: Mention) -> bool:
    """Return whether some true amount fits both statements."""
    (low, high), (other_low, other_high) = bounds(one), bounds(two)
    return (high is None or other_low <= high) and (other_high is None or low <= other_high)


def share_of(one: Mention, two: Mention) -> Decimal:
    """Return the smaller amount as a share of the larger; 1 where both are 0."""
    small, large = sorted((one.amount, two.amount))
    return small / large if large else Decimal(1)
