"""Tell what a case's phone records say of one line: when, with whom, in which handsets, where; each with its rows."""

import json
from datetime import date
from pathlib import Path
from typing import Annotated
from urllib.parse import urlencode

import typer

from clewline.cli.saying import day as read_day
from clewline.cli.saying import now, reason, say, user
from clewline.cli.texts import emit, paper, write
from clewline.errors import Misused


def line(
    case: Annotated[str, typer.Argument(help="The case whose phone records are asked.")],
    numbers: Annotated[
        list[str],
        typer.Argument(
            help="The line's number, as 07700 900123, or `imei:` or `imsi:` and digits; several if held to be one.",
            metavar="NUMBER",
        ),
    ],
    start: Annotated[str | None, typer.Option("--from", help="First local day, as 2024-03-04.")] = None,
    end: Annotated[str | None, typer.Option("--to", help="Last local day.")] = None,
    zone: Annotated[str, typer.Option(help="Time zone whose hours and days are meant.")] = "Europe/London",
    rows: Annotated[
        str | None, typer.Option(metavar="MARK", help="Print every row behind a mark, as journey:3.")
    ] = None,
    reveal: Annotated[
        bool, typer.Option("--reveal", help="Show the numbers of other people; needs --because.")
    ] = False,
    because: Annotated[
        str | None, typer.Option(metavar="REASON", help="Why numbers are revealed; it stays in the record.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print as JSON, lists in full.")] = False,
    html: Annotated[
        Path | None, typer.Option(help="Write one page to this file, in which each number opens its rows.")
    ] = None,
) -> None:
    if reveal != (because is not None):
        raise Misused("--reveal and --because go together: say why other people's numbers are shown.")
    why = None if because is None else reason(because, "--because")
    if rows is not None and html is not None:
        raise Misused("Choose --rows or --html.")
    first, last = read_day(start, "--from"), read_day(end, "--to")
    if first is not None and last is not None and last < first:
        raise Misused("--to is before --from.")

    from clewline.store import ready

    ready.start()
    from clewline.workflow.line import as_held, line_of, record_page
    from clewline.workflow.looks import looked

    asked = {"mark": rows, "first": first, "last": last}
    with looked(
        *(("see line",) if why is None else ("see line", "reveal numbers")),
        case=case,
        subjects=as_held(numbers),
        by=user(),
        at=now(),
        asked=urlencode({name: value for name, value in asked.items() if value is not None}) or None,
        reason=why,
    ):
        found = line_of(
            case,
            numbers,
            zone=zone,
            start=first,
            end=last,
            because=why,
            shown=" and ".join(word for word, given in (("page", html), ("data", as_json)) if given)
            or "summary",
            rows=rows,
            most=None if as_json else 50,
            by=user(),
            at=now(),
        )
    if rows is not None:
        from clewline.output.line_json import rows_json
        from clewline.output.line_text import rows_table

        behind = found.open(rows)
        if as_json:
            emit(json.dumps(rows_json(behind, reveal=reveal), default=_iso))
        else:
            paper().print(rows_table(behind, reveal=reveal))
        return
    if as_json:
        from clewline.output.line_json import as_json as json_of

        emit(json.dumps(json_of(found), default=_iso))
    if html is not None:
        from clewline.output.line_page import as_page

        content = as_page(found).encode()
        # Before it is written: nothing goes out that the case does not know of.
        held = found.line.asked.numbers
        with looked("export", case=case, subjects=held, by=user(), at=now(), changed="page of a line"):
            record_page(found, content, by=user(), at=now())
        write(html, content)
        say(f"Written: {html} ({len(content) / 1_000_000:,.1f} MB)")
    elif not as_json:
        from clewline.output.line_text import print_line

        print_line(found, paper())


def _iso(value: date) -> str:
    """Return a day or a local time as JSON has it."""
    return value.isoformat()
