"""A county line: a number through which drugs are sold away from the gang's base."""

from dataclasses import dataclass
from typing import ClassVar, Literal

from clewline.record.facts import Facts


@dataclass(frozen=True, kw_only=True)
class Line(Facts):
    """A county line: a number through which drugs are sold away from the gang's base."""

    title: ClassVar[str] = "Line"

    name: str | None = None
    """Brand of the line, as customers know it."""
    nature: Literal["cross-boundary", "internal"] | None = None
    """Cross-boundary, or internal to one force: national figures for the two moved in opposite directions
    in 2023/24.
    """
    origin: str | None = None
    """Exporting force, where the line is run from."""
    importing: tuple[str, ...] = ()
    """Areas into which it sells, in the words of the source."""
    force: str | None = None
    """Force that recorded the line."""
