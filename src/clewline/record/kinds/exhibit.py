"""A thing or file held as evidence, and a move of its custody."""

from dataclasses import dataclass
from typing import ClassVar

from clewline.record.facts import Facts


@dataclass(frozen=True, kw_only=True)
class Exhibit(Facts):
    """A thing or file held as evidence, and a move of its custody."""

    title: ClassVar[str] = "Exhibit"
    supersedes: ClassVar[bool] = False

    reference: str
    """Exhibit reference."""
    sha256: str | None = None
    """SHA-256 of its bytes, where it is a file."""
    handed_over_by: str | None = None
    """Who handed it over."""
    received_by: str | None = None
    """Who took it."""
    description: str | None = None
    """What it is."""
