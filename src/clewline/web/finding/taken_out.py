"""A finding as a file: made first, then entered in the case, then given."""

from datetime import datetime
from hashlib import sha256

from clewline.output.pdf import set_page
from clewline.output.statement_made import made
from clewline.output.statement_page import as_schedule, as_statement
from clewline.output.statement_rows import rows_csv
from clewline.store.accounts.people import Person
from clewline.workflow.evidence.kept import Finding
from clewline.workflow.evidence.written import Files, record_files


def file_of(one: Finding, what: str, person: Person, at: datetime) -> tuple[str, str, bytes, str]:
    """Return the file's name, its type, its bytes and their SHA-256; before, the case is told that it goes out.

    :raises ClewlineError: it cannot be made.
    """
    assert one.working is not None
    found = one.working
    types = [text.partition(":")[0] for text in one.facts.findings]
    by = made(found.evaluation, types, by=person.name, on=one.entry.recorded_at.date())
    rows = rows_csv(found)
    name, kind = f"{what}-{one.entry.id}.pdf", "application/pdf"
    if what == "statement":
        page = as_statement(found, by)
        content = set_page(page, instead="The schedule of facts as CSV does")
        files = Files(rows=rows, statement=page.encode(), pdf=content)
    elif what == "schedule":
        content = set_page(as_schedule(found, by), instead="The file of rows does")
        files = Files(rows=rows, schedule=content)
    else:
        content, name, kind = rows, f"rows-{one.entry.id}.csv", "text/csv; charset=utf-8"
        files = Files(rows=rows, rows_written=True)
    record_files(found.evaluation, files, prepared_by=person.name, by=person.login, at=at)
    return name, kind, content, sha256(content).hexdigest()
