"""What one counted number is called among those of its week."""

from datetime import date

from clewline.figures import Counted

Key = tuple[str, tuple[tuple[str, str], ...], date, date]
"""Figure, qualifiers in the order of their names, first and last day."""


def key(counted: Counted) -> Key:
    """Return the key of a counted number. Two definitions of one figure share it: to hide one is to hide both."""
    return (
        counted.figure.name,
        tuple(sorted(counted.qualifiers.items())),
        counted.start,
        counted.end,
    )
