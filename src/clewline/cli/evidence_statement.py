"""Weigh a line and a phone by a case's records: `evidence weigh` in short, `evidence statement` in full."""

import json
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from clewline.cli.saying import Zone, day, now, progress, say, show, user
from clewline.cli.texts import write
from clewline.errors import Misused
from clewline.evidence.clock import BRITISH

if TYPE_CHECKING:
    from clewline.workflow.evidence.evaluate import Evaluation

FACTS = 5
"""Facts of each type that are told in short."""

Case = Annotated[str, typer.Argument(help="The case whose phone records are weighed.")]
Line = Annotated[str, typer.Option(help="The line's number.")]
Phone = Annotated[str, typer.Option(help="The other phone's number, or `IMEI ...` or `IMSI ...`.")]
From = Annotated[str | None, typer.Option("--from", help="First day; left out: that of the first record.")]
To = Annotated[str | None, typer.Option("--to", help="Last day; left out: that of the last record.")]
Types = Annotated[list[str] | None, typer.Option("--type", help="Evidence type to ask; left out: all.")]


def weigh(
    case: Case,
    line: Line,
    phone: Phone,
    first: From = None,
    last: To = None,
    types: Types = None,
    zone: Zone = BRITISH,
    as_json: Annotated[bool, typer.Option("--json", help="Print as JSON.")] = False,
) -> None:
    """Say in short what each evidence type makes of two phones of a case; no number is a verdict.

    That they were compared, and what was said, stands in the case.
    """
    shown = "data" if as_json else "summary"
    found = _evaluated(case, line, phone, day(first, "--from"), day(last, "--to"), types, shown, zone)
    if as_json:
        from clewline.output.evaluation_json import as_data

        show(json.dumps(as_data(found)))
        return
    from clewline.output import statement_words as words

    show(f"{found.line} and {found.phone}, {words.period(found.first_day, found.last_day)}")
    for answer in found.answers:
        show(f"\n{answer.type.title}")
        middle = answer.middle
        if middle is not None and middle.finding.ratio is not None:
            ratio = middle.finding.ratio
            show(f"  {words.ratio_sentence(ratio)}")
            show(f"  Ratio {words.times(ratio.log10_lr)} ({words.interval(ratio)}).")
            if answer.type.period == "day":
                show(f"  That is the middle day. {words.days_sentence(answer)}")
        else:
            for sentence in {one.finding.why_none for one in answer.asked if one.finding.why_none}:
                show(f"  No ratio. {sentence}")
        told = middle if middle is not None else next(iter(answer.asked), None)
        facts = () if told is None else told.finding.facts
        for fact in facts[:FACTS]:
            show(f"  {fact.what}")
        if len(facts) > FACTS:
            show(f"  and {len(facts) - FACTS:,} more; the schedule of facts lists them.")


def statement(
    case: Case,
    line: Line,
    phone: Phone,
    pdf: Annotated[Path | None, typer.Option(metavar="FILE", help="Write the statement to this PDF.")] = None,
    schedule: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Write the schedule of facts, without opinion, to this PDF."),
    ] = None,
    rows: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Write every row that is referred to, to this CSV.")
    ] = None,
    html: Annotated[Path | None, typer.Option(metavar="FILE", help="Write the statement as a page.")] = None,
    first: From = None,
    last: To = None,
    types: Types = None,
    by: Annotated[str | None, typer.Option(help="Who prepares it; left out: this account.")] = None,
    on: Annotated[str | None, typer.Option(help="Day that it bears; left out: today.")] = None,
) -> None:
    """Write a statement for a court on a line and a phone, and apart from it the schedule of facts behind it.

    That the phones were compared and each file that was written stands in the case, with what was said and the hashes.
    """
    if pdf is None and html is None and schedule is None and rows is None:
        raise Misused("Say what to write: --pdf, --schedule, --rows or --html.")
    begins, ends = day(first, "--from"), day(last, "--to")
    bears, author = day(on, "--on") or now().date(), by or user()
    found = _evaluated(case, line, phone, begins, ends, types, "statement")
    from clewline.output.statement_made import made as made_by
    from clewline.output.statement_page import as_schedule, as_statement
    from clewline.output.statement_rows import rows_csv
    from clewline.workflow.evidence.statement import statement as statement_of
    from clewline.workflow.evidence.written import Files, record_files
    from clewline.workflow.looks import looked

    with progress("Opening rows"):
        stated = statement_of(found)
    made = made_by(found, types or (), by=author, on=bears)
    page = as_statement(stated, made) if pdf is not None or html is not None else None
    files = Files(
        statement=None if page is None else page.encode(),
        pdf=None if page is None or pdf is None else _pdf(page),
        schedule=None if schedule is None else _pdf(as_schedule(stated, made)),
        rows=rows_csv(stated),
        rows_written=rows is not None,
    )
    # Before anything is written: nothing goes out that the case, and the access log, do not know of.
    written = (("statement", html or pdf), ("schedule of facts", schedule), ("file of rows", rows))
    with looked(
        "export",
        case=case,
        subjects=(found.line, found.phone),
        by=user(),
        at=now(),
        changed=", ".join(name for name, path in written if path is not None),
    ):
        record_files(found, files, prepared_by=author, by=user(), at=now())
    for path, content in (
        (html, files.statement),
        (pdf, files.pdf),
        (schedule, files.schedule),
        (rows, files.rows),
    ):
        _put(path, content)


def _evaluated(
    case: str,
    line: str,
    phone: str,
    first: date | None,
    last: date | None,
    types: list[str] | None,
    shown: str,
    zone: str = BRITISH,
) -> "Evaluation":
    from clewline.store import ready

    ready.start()
    from clewline.access.happened import COMPARE_PHONES
    from clewline.case.scope import identifiers
    from clewline.workflow.evidence.evaluate import evaluate
    from clewline.workflow.line import as_held
    from clewline.workflow.looks import looked

    both = as_held((line, phone))
    with (
        looked(COMPARE_PHONES, case=case, subjects=both, by=user(), at=now()),
        progress("Weighing") as told,
    ):
        return evaluate(
            case,
            line=identifiers([line]).written()[0],
            phone=identifiers([phone]).written()[0],
            by=user(),
            at=now(),
            shown=shown,
            first_day=first,
            last_day=last,
            types=types or (),
            zone=zone,
            told=told,
        )


def _pdf(page: str) -> bytes:
    from clewline.output.pdf import set_page

    with progress("Setting the PDF"):
        return set_page(page, instead="The statement as --html does")


def _put(path: Path | None, content: bytes | None) -> None:
    if path is not None and content is not None:
        write(path, content)
        say(f"Written: {path}")
