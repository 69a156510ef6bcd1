"""The facts of an earlier entry were lawfully destroyed; its id and hash stay."""

from dataclasses import dataclass
from typing import ClassVar

from clewline.record.facts import Facts


@dataclass(frozen=True, kw_only=True)
class Disposal(Facts):
    """The facts of an earlier entry were lawfully destroyed; its id and hash stay."""

    title: ClassVar[str] = "Disposal"
    supersedes: ClassVar[bool] = False

    disposed: str
    """Id of the entry whose facts were destroyed."""
    authority: str
    """What required or allowed it, as the retention rule."""
    head: str
    """SHA-256 of the disposed entry's head, so that its dates and names stay verifiable."""
