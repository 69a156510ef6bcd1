"""The interval of a share."""

from math import sqrt

from clewline.errors import Misused

Z = 1.959963984540054
"""The standard normal distribution's 97.5th percentile: 95 in 100 intervals, of samples drawn alike, hold the share."""


def wilson(some: int, of: int) -> tuple[float, float]:
    """Return the score interval, at 95 %, of a share of `some` in `of`, each from 0 to 1.

    With p = some / of and z = Z it is (p + z²/2n ± z √(p(1-p)/n + z²/4n²)) / (1 + z²/n): E. B. Wilson, Probable
    inference, the law of succession, and statistical inference, J. Amer. Stat. Assoc. 22 (1927), 209-212. It keeps
    within 0 and 1, also for small numbers. It takes each person for independent of the others, as drawn at random from
    many like them; people arrested together are not, so the truth is less certain than it says.

    :raises Misused: there is nobody, or more of them than there are.
    """
    if not 0 <= some <= of or of == 0:
        raise Misused("A share is of one person or more, and of no more people than there are.")
    p, square = some / of, Z * Z
    middle = p + square / (2 * of)
    reach = Z * sqrt(p * (1 - p) / of + square / (4 * of * of))
    whole = 1 + square / of
    low = 0.0 if some == 0 else (middle - reach) / whole
    high = 1.0 if some == of else (middle + reach) / whole
    return low, high
