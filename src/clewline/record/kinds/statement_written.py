"""A statement on a line and a phone was written from the case's phone records: what it said, and what it rests on."""

from dataclasses import dataclass
from typing import ClassVar

from clewline.record.facts import TwoPhones


@dataclass(frozen=True, kw_only=True)
class StatementWritten(TwoPhones):
    """A statement on a line and a phone was written. It is a draft until a competent person has adopted it."""

    title: ClassVar[str] = "Statement written"
    supersedes: ClassVar[bool] = False

    prepared_by: str
    """Who prepared it, as the statement says."""
    page_sha256: str
    """SHA-256 of the statement as a page; the PDF is set from it."""
    rows_sha256: str
    """SHA-256 of the file of rows that its numbers open to."""
    findings: tuple[str, ...] = ()
    """What each evidence type said, with its ratio in log10, its interval and its model."""
    pdf_sha256: str | None = None
    """SHA-256 of the PDF; none where it was written as a page alone."""
