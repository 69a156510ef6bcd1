"""Record in the case that a statement was written, so that what was told to a court stands in the record."""

from datetime import datetime
from hashlib import sha256

from clewline.record import Entry, Statement
from clewline.record.kinds.statement_written import StatementWritten
from clewline.store import ledger
from clewline.workflow.evidence.evaluate import Answer, Evaluation


def record_statement(
    found: Evaluation, *, page_sha256: str, rows_sha256: str, prepared_by: str, by: str, at: datetime
) -> Entry:
    """Append that the statement was written and return the entry; the same statement again adds nothing."""
    facts = StatementWritten(
        line=found.line,
        phone=found.phone,
        first_day=found.first_day,
        last_day=found.last_day,
        prepared_by=prepared_by,
        page_sha256=page_sha256,
        rows_sha256=rows_sha256,
        findings=tuple(_said(answer) for answer in found.answers),
    )
    earlier = list(ledger.of_kinds(found.case, "statement_written"))
    for entry in earlier:
        if entry.facts == facts:
            return entry
    entry = Entry(
        id=sha256(f"statement\0{found.case}\0{len(earlier)}".encode()).hexdigest()[:12],
        case=found.case,
        subject=page_sha256[:12],
        day=at.date(),
        facts=facts,
        source=Statement(by),
        recorded_at=at,
        recorded_by=by,
    )
    ledger.append([entry])
    return entry


def _said(answer: Answer) -> str:
    """Return what a type said, as one line of text."""
    middle = answer.middle
    if middle is None or middle.finding.ratio is None:
        return f"{answer.type.name}: no ratio"
    ratio = middle.finding.ratio
    model = "" if answer.model is None else f", {answer.model.card.name} {answer.model.card.version}"
    days = "" if middle.day is None else f", middle day {middle.day} of {len(answer.weighed)}"
    return f"{answer.type.name}: {ratio.log10_lr:.4f} [{ratio.lower:.4f}, {ratio.upper:.4f}]{days}{model}"
