"""Print the series of what bodies published for an indicator, as taken in from lists of releases."""

import csv
import json
import sys
from typing import Annotated

import typer
from rich.table import Table

from clewline.bulletin.safe import spreadsheet_safe
from clewline.cli.saying import OUT, show
from clewline.errors import Misused, NotFound

COLUMNS = (
    "period_start",
    "period_end",
    "publisher",
    "indicator",
    "value",
    "unit",
    "relation",
    "qualifiers",
    "as_stated",
)


def published(
    indicator: Annotated[
        str | None, typer.Argument(help="Indicator, named as the figures are; left out: all.")
    ] = None,
    body: Annotated[str | None, typer.Option(help="Force or publisher.")] = None,
    as_csv: Annotated[bool, typer.Option("--csv", help="Print as CSV.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print as JSON.")] = False,
) -> None:
    from clewline.store import ready
    from clewline.workflow.published import series

    if as_csv and as_json:
        raise Misused("Choose --csv or --json.")
    ready.start()
    rows = series(indicator, body)
    if not rows:
        raise NotFound("Nothing was published for that; take in a list of releases with `clewline intake`.")
    if as_json:
        show(json.dumps(rows, default=str))
        return
    if as_csv:
        names = list(rows[0])
        writer = csv.writer(sys.stdout)
        writer.writerow(names)
        writer.writerows([spreadsheet_safe(row[n]) for n in names] for row in rows)
        return
    table = Table(box=None, header_style="bold")
    for name in COLUMNS:
        table.add_column(
            name.replace("_", " "), justify="right" if name == "value" else "left", overflow="fold"
        )
    for row in rows:
        table.add_row(*("" if row[name] is None else str(row[name]) for name in COLUMNS))
    OUT.print(table)
