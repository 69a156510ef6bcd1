"""Print the series of what bodies published for an indicator, as taken in from lists of releases."""

import csv
import json
import sys
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table
from rich.text import Text

from clewline.bulletin.safe import spreadsheet_safe
from clewline.cli.saying import OUT, show
from clewline.errors import Misused, NotFound

RELATIONS = {"exactly": "", "at_least": "≥ ", "at_most": "≤ ", "about": "~ "}
"""Sign before a value, for what the words around it say."""


def published(
    indicator: Annotated[
        str | None, typer.Argument(help="Indicator, named as the figures are; left out: all.")
    ] = None,
    body: Annotated[str | None, typer.Option(help="Force or publisher.")] = None,
    as_csv: Annotated[bool, typer.Option("--csv", help="Print as CSV.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print as JSON.")] = False,
) -> None:
    from clewline.store import ready

    ready.start()
    from clewline.workflow.published import series

    if as_csv and as_json:
        raise Misused("Choose --csv or --json.")
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
    for name in ("period", "publisher", "value", "unit", "narrowed to", "as stated"):
        table.add_column(name, justify="right" if name == "value" else "left", overflow="fold")
    for row in rows:
        period = f"since {row['since']}" if row["since"] else f"{row['period_start']} to {row['period_end']}"
        value = f"{RELATIONS[str(row['relation'])]}{row['value']}"
        cells = (period, row["publisher"], value, row["unit"], row["qualifiers"], row["as_stated"])
        table.add_row(*(Text(str(cell)) for cell in cells))
    Console(width=max(OUT.width, 150), highlight=False).print(table)
