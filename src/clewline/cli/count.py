"""Count one figure for a period, in whole or broken down by force, team, line, operation, age group, sex or more."""

import csv
import json
import sys
from typing import Annotated

import typer
from rich.table import Table

from clewline.bulletin.period import period
from clewline.bulletin.safe import spreadsheet_safe
from clewline.bulletin.week import as_written, plain
from clewline.cli.saying import OUT, instant, narrowed, now, show, user


def count(
    figure: Annotated[
        str, typer.Argument(help="Figure by its name, as arrests; `clewline methods` lists them.")
    ],
    start: Annotated[
        str, typer.Argument(help="First day, as 2023-02-27; a month, 2023-02; a financial year, 2022/23.")
    ],
    end: Annotated[str | None, typer.Option(help="Last day; left out: the seventh day.")] = None,
    by: Annotated[str | None, typer.Option(help="Dimension to break the number down by, as team.")] = None,
    force: Annotated[str | None, typer.Option(help="One force, as metropolitan.")] = None,
    where: Annotated[list[str] | None, typer.Option(help="Narrow by a dimension, as drug_class=A.")] = None,
    definition: Annotated[
        str | None, typer.Option(help="Version of the definition; left out: the first.")
    ] = None,
    as_of: Annotated[str | None, typer.Option(help="As known at this instant; left out: now.")] = None,
    case: Annotated[list[str] | None, typer.Option(help="Only these cases.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print as JSON.")] = False,
    as_csv: Annotated[bool, typer.Option("--csv", help="Print as CSV.")] = False,
) -> None:
    first, last = period(start, end)
    narrow = narrowed(where, force)

    from clewline.store import ready

    ready.start()
    from clewline.workflow.count import count_figure
    from clewline.workflow.looks import figures_looked

    known = instant(as_of, "--as-of")
    asked = {"start": first, "end": last, "by": by, "as_of": as_of, "version": definition, **narrow}
    with figures_looked("see figures", asked=asked, cases=case, figure=figure, by=user(), at=now()):
        counted, parts = count_figure(
            figure,
            start=first,
            end=last,
            by=by,
            where=narrow,
            version=definition,
            as_of=known,
            cases=case,
        )
    if as_json:
        said: dict[str, object] = {
            "name": counted.figure.name,
            "qualifiers": narrow,
            "value": plain(counted.value),
            "unit": counted.unit,
            "numerator": counted.numerator,
            "denominator": counted.denominator,
            "definition_version": counted.definition.version,
            "period": {"start": str(first), "end": str(last)},
            "entries": list(counted.entries),
        }
        if by is not None:
            said["by"] = {by: {key or "not recorded": plain(n.value) for key, n in parts.items()}}
        show(json.dumps(said))
        return
    if as_csv:
        writer = csv.writer(sys.stdout)
        writer.writerow([by or "figure", "value", "unit"])
        rows = [(key or "not recorded", n.value) for key, n in parts.items()] or [(figure, counted.value)]
        writer.writerows((spreadsheet_safe(key), plain(value), counted.unit) for key, value in rows)
        return
    rate = f" ({counted.numerator:,} of {counted.denominator:,})" if counted.denominator is not None else ""
    show(f"{counted.title}: {as_written(counted.value, counted.unit)}{rate} from {first} to {last}")
    show(f"  {counted.definition.sentence} ({counted.definition.version})")
    if by is not None:
        table = Table(box=None, show_header=False)
        table.add_column()
        table.add_column(justify="right")
        for key, number in parts.items():
            table.add_row(key or "not recorded", as_written(number.value, counted.unit))
        OUT.print(table)
