"""One number that is public, may become public, or could be worked out from such numbers."""

from collections.abc import Hashable
from dataclasses import dataclass

Key = tuple[Hashable, ...]
"""Names a number: figure, qualifiers, period, force, and, for a value that was corrected since, the instant of
knowledge. A number that has not changed keeps its key from release to release."""


@dataclass(frozen=True, kw_only=True)
class Cell:
    """A count as it truly is, with who knows it.

    A number that no release wants belongs here too where others add up to it: the people of unrecorded age are the
    whole less children and adults, and the week is this programme total less the last.
    """

    key: Key
    value: int
    """The true number, never negative."""
    personal: bool
    """Whether it counts people, or what leads to one, as a home; see `personal`."""
    published: bool = False
    """Whether its value is public already, in an earlier release or elsewhere. It cannot be unpublished."""
    wanted: bool = False
    """Whether this release would show it, in any of its styles."""
    marked: bool = False
    """Whether an earlier release had the mark in its place: that number stays protected."""
    held: bool = False
    """Whether this release has the mark in its place already, from an attempt before: its cause is in this release."""
    title: str = ""
    """What a press officer calls it; the key's words where none is given."""
    weight: int = 1
    """How much the reader loses when it is hidden, against 1 for other numbers of its place and size."""

    @property
    def called(self) -> str:
        """Return its title, or the words of its key."""
        return self.title or ", ".join(str(part) for part in self.key if part not in (None, "", ()))
