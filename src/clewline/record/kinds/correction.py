"""An earlier entry is withdrawn: it should not have been made."""

from dataclasses import dataclass
from typing import ClassVar

from clewline.record.facts import Facts


@dataclass(frozen=True, kw_only=True)
class Correction(Facts):
    """An earlier entry is withdrawn: it should not have been made.

    A correction that replaces is an entry of the same kind that names the earlier one.
    """

    title: ClassVar[str] = "Correction"
    supersedes: ClassVar[bool] = False

    withdraws: str
    """Id of the entry withdrawn."""
