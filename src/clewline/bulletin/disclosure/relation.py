"""How numbers hang together: what a reader can compute with. Each is linear, with whole coefficients.

State every relation that a reader could know, also between releases and between figures. One that is left out is one
that the protection does not see.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from clewline.bulletin.disclosure.cell import Key


@dataclass(frozen=True, kw_only=True)
class Relation:
    """A sum of numbers, each times a coefficient, that lies from `low` to `high`."""

    terms: Mapping[Key, int]
    low: int | None
    """Least value of the sum; none where there is no least."""
    high: int | None
    """Greatest value of the sum; none where there is no greatest."""
    says: str
    """The relation in words, for the press officer."""
    whole: Key | None = None
    """The number that the others are parts of, where it is so."""
    cause: bool = False
    """Whether it says more: that one of the counts is small, since an earlier release put marks among them."""


def adds_up(whole: Key, parts: Sequence[Key], *, says: str) -> Relation:
    """Return that the parts make the whole and do not overlap: children, adults and age not recorded; a programme
    total from the last one and what came since.
    """
    return Relation(terms={whole: -1} | dict.fromkeys(parts, 1), low=0, high=0, says=says, whole=whole)


def part_of(part: Key, whole: Key, *, says: str) -> Relation:
    """Return that one number counts some of what another counts: it is not larger."""
    return Relation(terms={whole: 1, part: -1}, low=0, high=None, says=says, whole=whole)


def union_of(whole: Key, parts: Sequence[Key], *, says: str) -> tuple[Relation, ...]:
    """Return that the parts together make the whole and may overlap: forces with joint arrests, kinds of help.

    The whole is no larger than their sum, and no part is larger than the whole.
    """
    together = Relation(terms={whole: -1} | dict.fromkeys(parts, 1), low=0, high=None, says=says, whole=whole)
    return (together, *(part_of(part, whole, says=says) for part in parts))


def same(one: Key, other: Key, *, says: str) -> Relation:
    """Return that two names have one number: children safeguarded, and people safeguarded who are children."""
    return Relation(terms={one: 1, other: -1}, low=0, high=0, says=says)


def no_less(one: Key, other: Key, *, says: str) -> Relation:
    """Return that one number is not smaller than another that it is no whole of: a number after late entries, and
    the same number before them.
    """
    return Relation(terms={one: 1, other: -1}, low=0, high=None, says=says)


def told(key: Key, *, low: int | None = None, high: int | None = None, says: str) -> Relation:
    """Return that something public bounds a number: `over 30` elsewhere is a least of 31, `fewer than 5` a greatest
    of 4, `about 30` to the nearest ten is from 25 to 35.
    """
    return Relation(terms={key: 1}, low=low, high=high, says=says)


def cause_of(keys: Iterable[Key]) -> Relation:
    """Return that a small count among these was the cause of the marks that a release put among them."""
    says = "a small count among them was the cause of earlier marks"
    return Relation(terms=dict.fromkeys(keys, 1), low=1, high=None, says=says, cause=True)


def rate_told(numerator: Key, denominator: Key, *, percent: Decimal, says: str) -> tuple[Relation, ...]:
    """Return what a public percentage tells of its two counts, to the places that it was printed with."""
    exponent = percent.as_tuple().exponent
    places = max(0, -exponent) if isinstance(exponent, int) else 0
    units = int(percent.scaleb(places))
    # |100 n / d - percent| is at most half a unit of the last place; times 2 * 10 ** places * d it is whole.
    return (
        Relation(
            terms={numerator: 200 * 10**places, denominator: -(2 * units - 1)}, low=0, high=None, says=says
        ),
        Relation(
            terms={numerator: 200 * 10**places, denominator: -(2 * units + 1)}, low=None, high=0, says=says
        ),
    )
