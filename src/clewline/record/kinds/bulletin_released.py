"""A bulletin was released by a second person: from then on it is public, and frozen with its rows."""

from dataclasses import dataclass
from typing import ClassVar

from clewline.record.facts import Facts


@dataclass(frozen=True, kw_only=True)
class BulletinReleased(Facts):
    """A bulletin was released by a second person: from then on it is public, and frozen with its rows."""

    title: ClassVar[str] = "Bulletin released"
    supersedes: ClassVar[bool] = False

    bulletin: str
    """Id of the bulletin."""
    released_by: str
    """Who released it; never who drafted it."""
    text_sha256: str
    """SHA-256 of the text released."""
    public_sha256: str
    """SHA-256 of what a reader can compute with since then: small counts stay protected against it."""
