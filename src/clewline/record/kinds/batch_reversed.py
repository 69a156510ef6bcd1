"""All entries of one batch are withdrawn together."""

from dataclasses import dataclass
from typing import ClassVar

from clewline.record.facts import Facts


@dataclass(frozen=True, kw_only=True)
class BatchReversed(Facts):
    """All entries of one batch are withdrawn together."""

    title: ClassVar[str] = "Batch reversed"
    supersedes: ClassVar[bool] = False

    batch: str
    """Id of the `received` entry of the batch."""
