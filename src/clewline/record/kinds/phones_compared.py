"""Two phones of the case were compared by its phone records, and what each evidence type said was told."""

from dataclasses import dataclass
from typing import ClassVar

from clewline.record.facts import TwoPhones


@dataclass(frozen=True, kw_only=True)
class PhonesCompared(TwoPhones):
    """A line and a phone of the case were compared by its phone records. Who asked, and when, are those of the entry.

    What was said stands here whichever way it spoke: what speaks for nobody's case is disclosed too.
    """

    title: ClassVar[str] = "Phones compared"
    supersedes: ClassVar[bool] = False

    shown: str
    """What it was shown as: `summary` or `data`, or `statement` where it was compared to write files of it."""
    findings: tuple[str, ...] = ()
    """What each evidence type that was asked said, with its ratio in log10, its interval, its model and version."""
