"""Which files of the projection are in force, and what an entry of the ledger looks like to it."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any, Protocol

FORMAT = 2
"""Raised when the layout of the files changes; older files are then built again."""


class Stored(Protocol):
    """An entry as the ledger stores it."""

    @property
    def seq(self) -> int: ...
    @property
    def case_id(self) -> str: ...
    @property
    def entry_id(self) -> str: ...
    @property
    def kind(self) -> str: ...
    @property
    def subject(self) -> str: ...
    @property
    def day(self) -> date: ...
    @property
    def recorded_us(self) -> int: ...
    @property
    def recorded_by(self) -> str: ...
    @property
    def batch(self) -> str | None: ...
    @property
    def sheet(self) -> str | None: ...
    @property
    def line(self) -> int | None: ...
    @property
    def corrects(self) -> str | None: ...
    @property
    def payload(self) -> bytes | None: ...


@dataclass
class Manifest:
    """Which files are in force, up to which entry of the ledger, and what ends what."""

    format: int = FORMAT
    seq: int = 0
    hash: str = ""
    files: dict[str, list[str]] = field(default_factory=dict)
    columns: dict[str, list[str]] = field(default_factory=dict)
    """Columns of each kind when its files were written; a kind that has since grown a field is built again."""
    closings: list[dict[str, Any]] = field(default_factory=list)
    disposed: list[str] = field(default_factory=list)
