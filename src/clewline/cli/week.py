"""Count a week and its programme, and print it as a table, JSON, CSV, a workbook or a page."""

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from clewline.bulletin.period import period
from clewline.bulletin.week import as_json as json_of
from clewline.cli.saying import OUT, instant, now, progress, say, user
from clewline.cli.saying import day as read_day
from clewline.errors import Misused

if TYPE_CHECKING:
    from clewline.bulletin.week import Week


def week(
    start: Annotated[
        str, typer.Argument(help="First day, as 2023-02-27; a month, 2023-02; a financial year, 2022/23.")
    ],
    end: Annotated[str | None, typer.Option(help="Last day; left out: the seventh day.")] = None,
    force: Annotated[str | None, typer.Option(help="One force, as metropolitan; left out: all.")] = None,
    since: Annotated[
        str | None,
        typer.Option(help="First day of the programme, as 2019-11-01: prints its totals and rates."),
    ] = None,
    before: Annotated[
        str | None, typer.Option(help="First day of an earlier period of the same length to compare with.")
    ] = None,
    as_of: Annotated[str | None, typer.Option(help="As known at this instant; left out: now.")] = None,
    case: Annotated[list[str] | None, typer.Option(help="Only these cases; may be given again.")] = None,
    published: Annotated[
        bool, typer.Option("--published", help="Beside each number, what was really published.")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print as JSON.")] = False,
    as_csv: Annotated[bool, typer.Option("--csv", help="Print as CSV.")] = False,
    xlsx: Annotated[Path | None, typer.Option(help="Write a workbook to this file.")] = None,
    html: Annotated[
        Path | None, typer.Option(help="Write one page to this file, in which each number opens its rows.")
    ] = None,
) -> None:
    if as_json and as_csv:
        raise Misused("Choose --json or --csv.")
    first, last = period(start, end)
    programme, earlier = read_day(since, "--since"), read_day(before, "--before")
    known = instant(as_of, "--as-of")

    from clewline.store import ready

    ready.start()
    from clewline.workflow.looks import figures_looked
    from clewline.workflow.open import cases_of
    from clewline.workflow.week import count_week

    # Pages and workbooks hold the rows behind every number.
    opened = () if xlsx is None and html is None else ("open figures", "export what was found")
    asked = {
        "start": first,
        "end": last,
        "force": force,
        "as_of": as_of,
        "since": programme,
        "before": earlier,
    }
    with (
        figures_looked("see figures", *opened, asked=asked, cases=case, by=user(), at=now()),
        progress("Counting") as told,
    ):
        counted = count_week(
            start=first,
            end=last,
            as_of=known,
            force=force,
            since=programme,
            before=earlier,
            cases=case,
            with_published=published,
            told=told,
        )
    if as_json:
        sys.stdout.write(json.dumps(json_of(counted), default=str) + "\n")
    elif as_csv:
        from clewline.output.rows_csv import write_csv

        write_csv(counted, sys.stdout)
    if xlsx is not None or html is not None:
        write_files(counted, xlsx=xlsx, html=html, published=published)
    elif not (as_json or as_csv):
        from clewline.output.table import print_week

        print_week(counted, OUT, cases=cases_of(counted), published=published)


def write_files(counted: "Week", *, xlsx: Path | None, html: Path | None, published: bool) -> None:
    """Write the workbook and the page that are asked for, and say where they are.

    :raises Misused: a file cannot be written there.
    """
    from clewline.workflow.open import cases_of, open_week

    with progress("Opening the numbers"):
        opened = open_week(counted)
    if xlsx is not None:
        from clewline.output.workbook import as_workbook

        _write(xlsx, as_workbook(counted, opened))
    if html is not None:
        from clewline.output.page import as_page
        from clewline.output.pictures import monthly_figures
        from clewline.workflow.series import by_month

        series = by_month(
            monthly_figures(counted),
            start=counted.since or counted.start,
            end=counted.end,
            as_of=counted.as_of,
            force=counted.force,
            cases=counted.cases or None,
        )
        page = as_page(counted, opened, series=series, cases=cases_of(counted), published=published)
        _write(html, page.encode())


def _write(path: Path, content: bytes) -> None:
    try:
        path.write_bytes(content)
    except OSError as wrong:
        raise Misused(f"{path} cannot be written: {wrong.strerror or wrong}.") from wrong
    say(f"Written: {path} ({len(content) / 1_000_000:,.1f} MB)")
