"""What true numbers a stated number allows, and whether two stated numbers can both be true."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Protocol

ABOUT = Decimal("0.1")
"""Share of the number by which `about` may be off, as in `bulletin.week.fits`."""
ROUNDED = Decimal("0.05")
"""Share by which a rounded amount may be off at most: `£1 million` is not said for £1.4 million."""
MEASURED = frozenset(
    (
        "g",
        "kg",
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
LARGE = 1000
"""From here counts are rounded too, to hundreds: `2,000 arrests`."""

_IN_GRAMS = {"g": Decimal(1), "kg": Decimal(1000), "tonnes": Decimal(1_000_000)}


class Stated(Protocol):
    """A number with its unit and what the words around it say: a claim, or a published value."""

    @property
    def value(self) -> Decimal: ...
    @property
    def unit(self) -> str: ...
    @property
    def relation(self) -> str: ...


@dataclass(frozen=True, kw_only=True)
class Bounds:
    """The true amounts that words allow, both ends among them; weights in grams."""

    least: Decimal
    most: Decimal | None
    """None where nothing is too much: `over 500`."""

    def meets(self, other: "Bounds") -> bool:
        """Return whether some amount lies within both."""
        return _reaches(self, other.least) and _reaches(other, self.least)

    def within(self, other: "Bounds") -> "Bounds":
        """Return what both allow, as the two ends of `between 40 and 50` do together."""
        ends = [b.most for b in (self, other) if b.most is not None]
        return Bounds(least=max(self.least, other.least), most=min(ends) if ends else None)


def _reaches(bounds: Bounds, least: Decimal) -> bool:
    return bounds.most is None or bounds.most >= least


def dimension(unit: str) -> str:
    """Return what amounts of the unit are compared in: `g` for every weight, else the unit itself."""
    return "g" if unit in _IN_GRAMS else unit


def amount(stated: Stated) -> Decimal:
    """Return the number; a weight in grams."""
    return stated.value * _IN_GRAMS.get(stated.unit, Decimal(1))


def bounds(stated: Stated) -> Bounds:
    """Return the true amounts that the words allow.

    An exact number may be a rounded one: a measured amount is taken to be right to its last digit that is not
    nought, though never further off than a twentieth; a count is taken as it stands below 1,000, and from there
    where it does not end in two noughts.
    """
    number = amount(stated)
    if stated.relation == "at_least":
        return Bounds(least=number, most=None)
    if stated.relation == "at_most":
        return Bounds(least=Decimal(0), most=number)
    off = number * ABOUT if stated.relation == "about" else _allowance(number, stated.unit)
    return Bounds(least=number - off, most=number + off)


def can_both_be_true(one: Stated, two: Stated) -> bool:
    """Return whether some true amount fits both statements; statements in different units never disagree."""
    return dimension(one.unit) != dimension(two.unit) or bounds(one).meets(bounds(two))


def _allowance(number: Decimal, unit: str) -> Decimal:
    last = _last_place(number)
    if unit not in MEASURED and (number < LARGE or last < 100):
        return Decimal(0)
    return min(last, number * ROUNDED)


def _last_place(number: Decimal) -> Decimal:
    """Return the worth of the last digit that is not nought: 10 for 290, 0.1 for 8.3, 1 for 0."""
    exponent = number.normalize().as_tuple().exponent
    return Decimal(1).scaleb(exponent) if isinstance(exponent, int) else Decimal(1)
