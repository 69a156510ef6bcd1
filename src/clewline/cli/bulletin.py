"""Write the bulletin of a week from the record: a preview, or with --draft a draft that another person can release.

Small counts of people are held back, so that nothing that was ever released lets a reader work them out. Every number
of a draft is kept with the entries that it stands on. With the id of a draft or a released bulletin in the place of a
period, that one is printed again as it was written.
"""

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from clewline.bulletin.period import period
from clewline.cli.bulletin_kept import show_kept
from clewline.cli.documents import Documents
from clewline.cli.saying import day, instant, now, progress, say, show, user
from clewline.errors import Misused

if TYPE_CHECKING:
    from clewline.output.sheet import Sheet
    from clewline.workflow.bulletin.draft import Draft

ID = re.compile(r"[0-9a-f]{12}")
"""The id of a bulletin, which no period looks like."""

Style = Literal["release", "table", "thread"]


def bulletin(
    start: Annotated[
        str,
        typer.Argument(
            metavar="PERIOD|ID",
            help="First day, as 2023-02-27; a month, 2023-02; a financial year, 2022/23. Or the id of a bulletin.",
        ),
    ],
    end: Annotated[str | None, typer.Option(help="Last day; left out: the seventh day.")] = None,
    style: Annotated[
        Style | None,
        typer.Option(
            help="A press release, a table of results, or a thread of short posts.",
            show_default="release",
        ),
    ] = None,
    force: Annotated[str | None, typer.Option(help="One force, as metropolitan; left out: all.")] = None,
    since: Annotated[
        str | None,
        typer.Option(help="First day of the programme, as 2019-11-01: tells its totals and rates too."),
    ] = None,
    as_of: Annotated[str | None, typer.Option(help="As known at this instant; left out: now.")] = None,
    case: Annotated[list[str] | None, typer.Option(help="Only these cases; may be given again.")] = None,
    body: Annotated[
        str | None, typer.Option(metavar="NAME", help="Who publishes it; left out: the force by its name.")
    ] = None,
    draft: Annotated[
        bool,
        typer.Option("--draft", help="Keep it as a draft with its rows, to be released by another person."),
    ] = False,
    drafter: Annotated[
        str | None,
        typer.Option("--as", metavar="NAME", help="Who drafts it; left out: the account on this machine."),
    ] = None,
    why: Annotated[
        bool,
        typer.Option("--why", help="Say what is held back and why: for the press office, not for release."),
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print as JSON, with every number told.")] = False,
    html: Annotated[Path | None, typer.Option(metavar="FILE", help="Write a page to this file.")] = None,
    docx: Annotated[Path | None, typer.Option(metavar="FILE", help="Write a DOCX to this file.")] = None,
    pdf: Annotated[Path | None, typer.Option(metavar="FILE", help="Write a PDF to this file.")] = None,
) -> None:
    if drafter is not None and not draft:
        raise Misused("--as names who drafts; it goes with --draft.")
    documents = Documents(html=html, docx=docx, pdf=pdf)
    if ID.fullmatch(start):
        if draft or why or any(asked is not None for asked in (end, style, force, since, as_of, case, body)):
            raise Misused(
                f"{start} is kept as it was written; with an id go only --json, --html, --docx and --pdf."
            )
        show_kept(start, documents, as_json=as_json)
        return
    first, last = period(start, end)
    programme, known = day(since, "--since"), instant(as_of, "--as-of")

    from clewline.store import ready

    ready.start()
    from clewline.workflow.bulletin.draft import keep, prepare

    with progress("Counting") as told:
        prepared = prepare(
            start=first,
            end=last,
            style=style or "release",
            body=body,
            force=force,
            since=programme,
            as_of=known,
            cases=case,
            told=told,
        )
    kept = keep(prepared, by=drafter or user(), account=user(), at=now()) if draft else None
    if as_json:
        show(json.dumps(as_data(prepared, kept)))
    elif not documents:
        show(prepared.text.rstrip("\n"))
    _say(prepared, kept, why=why)
    documents.write(_sheet(prepared, kept))


def _say(prepared: "Draft", kept: str | None, *, why: bool) -> None:
    frozen = prepared.frozen
    if frozen.held_back:
        n = len(frozen.held_back)
        say(
            f"{n:,} small {'number is' if n == 1 else 'numbers are'} held back"
            + (":" if why else "; --why says which, and why.")
        )
        if why:
            for _, sentence in frozen.held_back:
                say(f"  {sentence}")
    for sentence in (*frozen.exposed, *prepared.waiting):
        say(sentence)
    if kept is None:
        say("This is a preview: nothing was kept. --draft keeps it for release.")
    else:
        say(f"Draft {kept} is kept; another person releases it with `clewline release {kept}`.")


def _sheet(prepared: "Draft", kept: str | None) -> "Sheet":
    from clewline.cli.documents import waiting
    from clewline.output.sheet import sheet

    written = prepared.bulletin
    return sheet(
        prepared.text,
        prepared.frozen.layout,
        style=written.style,
        body=written.body,
        start=written.start,
        end=written.end,
        as_of=written.as_of,
        standing="Preview: it is not kept, and not for release." if kept is None else waiting(kept),
    )


def as_data(prepared: "Draft", kept: str | None) -> dict[str, Any]:
    """Return a bulletin as plain data: its text, and of each number what was counted and how it is told."""
    from clewline.bulletin.week import plain

    written, frozen = prepared.bulletin, prepared.frozen
    return {
        "id": kept,
        "style": written.style,
        "body": written.body,
        "period": {"start": str(written.start), "end": str(written.end)},
        "as_of": frozen.as_of,
        "made_up": prepared.made_up,
        "engine": frozen.engine,
        "text": prepared.text,
        "numbers": [
            {
                "indicator": told.indicator,
                "value": plain(told.value),
                "unit": told.unit,
                "relation": told.relation,
                "qualifiers": dict(told.qualifiers),
                "figure": told.counted.figure.name,
                "definition_version": told.counted.definition.version,
                "count": plain(told.counted.value),
                "period": {"start": str(told.counted.start), "end": str(told.counted.end)},
                "entries": list(told.counted.entries),
            }
            for paragraph in written.paragraphs
            for told in paragraph.told
        ],
        "held_back": [
            {
                "indicator": hidden.indicator,
                "qualifiers": dict(hidden.qualifiers),
                "period": {"start": str(hidden.start), "end": str(hidden.end)},
                "reason": hidden.reason,
            }
            for hidden in written.hidden
        ],
        "exposed": list(frozen.exposed),
        "corrections": list(prepared.corrections),
    }
