"""Record in the case what is written out of it: a statement, its schedule of facts, its file of rows."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from hashlib import sha256
from typing import Literal

from clewline.record import Entry
from clewline.record.facts import Facts
from clewline.record.kinds.rows_written import RowsWritten
from clewline.record.kinds.statement_written import StatementWritten
from clewline.store import ledger
from clewline.workflow.evidence.evaluate import Evaluation
from clewline.workflow.stated import stated


@dataclass(frozen=True, kw_only=True)
class Files:
    """The files of a statement, before any of them is written."""

    rows: bytes = field(repr=False)
    """The file of rows; a statement names its hash, whether or not it is written."""
    statement: bytes | None = field(default=None, repr=False)
    """The page of a statement that is written, as a page or as a PDF."""
    pdf: bytes | None = field(default=None, repr=False)
    schedule: bytes | None = field(default=None, repr=False)
    rows_written: bool = False


def record_files(found: Evaluation, files: Files, *, prepared_by: str, by: str, at: datetime) -> list[Entry]:
    """Append what is about to be written out, and return the entries.

    A statement that stands in the case already, word for word, is not recorded again. Every other file is: it is
    another copy.
    """
    every = list(_facts(found, files, prepared_by))
    known = {e.facts for e in ledger.of_kinds(found.case, "statement_written")}
    entries = [
        stated(facts, case=found.case, subject=subject, by=by, at=at)
        for subject, facts in every
        if facts not in known
    ]
    ledger.append(entries)
    return entries


def _facts(found: Evaluation, files: Files, prepared_by: str) -> Iterator[tuple[str, Facts]]:
    rows_sha256 = sha256(files.rows).hexdigest()
    if files.statement is not None:
        page_sha256 = sha256(files.statement).hexdigest()
        yield (
            page_sha256[:12],
            StatementWritten(
                line=found.line,
                phone=found.phone,
                first_day=found.first_day,
                last_day=found.last_day,
                prepared_by=prepared_by,
                page_sha256=page_sha256,
                rows_sha256=rows_sha256,
                findings=tuple(answer.said for answer in found.answers),
                pdf_sha256=None if files.pdf is None else sha256(files.pdf).hexdigest(),
            ),
        )
    written: Sequence[tuple[Literal["schedule of facts", "file of rows"], bytes | None]] = (
        ("schedule of facts", files.schedule),
        ("file of rows", files.rows if files.rows_written else None),
    )
    for what, content in written:
        if content is not None:
            yield (
                found.line,
                RowsWritten(
                    what=what,
                    sha256=sha256(content).hexdigest(),
                    asked=(found.line, found.phone),
                    first_day=found.first_day,
                    last_day=found.last_day,
                    prepared_by=prepared_by if what == "schedule of facts" else None,
                    revealed=False,
                ),
            )
