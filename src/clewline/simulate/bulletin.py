"""A bulletin on the default week, written by hand in the manner of a force's release, to be read and checked.

Its numbers are the margins, so that they agree with the record whatever the seed, but for one that was changed: it
says that 187 people were safeguarded. Nobody published it, and the girl in it is made up.
"""

from datetime import date
from importlib.resources import files

NAME = "metropolitan_2023_02_27.txt"
PUBLISHED = date(2023, 3, 6)
"""The day on which it would have been published: the Monday after the week."""


def default_bulletin() -> bytes:
    """Return the bulletin on the week of `default_margins`, as a plain text in UTF-8."""
    return (files(__package__) / "bulletins" / NAME).read_bytes()
