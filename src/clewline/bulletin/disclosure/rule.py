"""The rule for small counts of people, as it is published, and its two numbers."""

THRESHOLD = 5
"""The least count of people, above nought, that is shown.

The least threshold that can work: a reader who knows the rule knows of a lone hidden count that it is from 1 to one
less than this, and from 1 to 4 is just wide enough.
"""

WIDTH = 3
"""How far apart, at the least, the smallest and the largest value are that a reader can hold possible.

The requirement is that nobody narrows a hidden count to within 2.
"""

MARK = "[c]"
"""What stands in the place of every hidden number, whatever the reason: `c` is for confidential.

One mark, because a second one for numbers that only protect others would tell which are small. The Analysis
Function's guidance on symbols for tables has `[c]`.
"""

RULE = (
    "A count of people from 1 to 4 is not shown. Other numbers are not shown where with them a hidden one could be "
    "narrowed to within 2, and now and then one more is held back, even a nought, so that the pattern of marks tells "
    "nothing. All of them have one mark, [c]; nothing is rounded or altered, and totals are true."
)
"""The rule for the reader, with the threshold of 5; it is meant to be known by who attacks it."""


def is_small(value: int, threshold: int) -> bool:
    """Return whether a count of people is from 1 to below the threshold."""
    return 1 <= value < threshold
