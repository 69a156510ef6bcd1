"""Follow a figure to its entries, and each entry to the line of the file that it came from."""

import json
from typing import TYPE_CHECKING, Annotated, Any

import typer

from clewline.bulletin.period import period
from clewline.bulletin.week import as_written, plain
from clewline.cli.saying import instant, narrowed, now, say, show, user

if TYPE_CHECKING:
    from clewline.workflow.trace import Trace


def trace(
    figure: Annotated[
        str, typer.Argument(help="Figure by its name, as lines_closed; `clewline methods` lists them.")
    ],
    start: Annotated[
        str, typer.Argument(help="First day, as 2023-02-27; a month, 2023-02; a financial year, 2022/23.")
    ],
    end: Annotated[str | None, typer.Option(help="Last day; left out: the seventh day.")] = None,
    force: Annotated[str | None, typer.Option(help="One force, as metropolitan.")] = None,
    where: Annotated[list[str] | None, typer.Option(help="Narrow by a dimension, as drug_class=A.")] = None,
    definition: Annotated[
        str | None, typer.Option(help="Version of the definition; left out: the first.")
    ] = None,
    as_of: Annotated[str | None, typer.Option(help="As known at this instant; left out: now.")] = None,
    case: Annotated[list[str] | None, typer.Option(help="Only these cases.")] = None,
    limit: Annotated[int | None, typer.Option(help="Print at most this many rows.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print as JSON.")] = False,
) -> None:
    from clewline.store import ready

    ready.start()
    from clewline.workflow.looks import figures_looked
    from clewline.workflow.trace import trace as follow

    first, last = period(start, end)
    narrow, known = narrowed(where, force), instant(as_of, "--as-of")
    asked = {"start": first, "end": last, "as_of": as_of, "version": definition, **narrow}
    with figures_looked(
        "open figures", "see source line", asked=asked, cases=case, figure=figure, by=user(), at=now()
    ):
        found = follow(
            figure,
            start=first,
            end=last,
            as_of=known,
            where=narrow,
            version=definition,
            cases=case,
            limit=limit,
        )
    counted = found.counted
    if as_json:
        show(json.dumps(_as_json(found), default=str))
        return
    show(f"{counted.title}: {as_written(counted.value, counted.unit)} from {counted.start} to {counted.end}")
    show(f"  {counted.definition.sentence} ({counted.definition.version})")
    for traced in found.rows:
        row = traced.row
        amount = "" if counted.figure.measure == "count" else f", {row.amount.normalize():f}"
        show(f"{row.day} {row.unit}{amount}")
        for origin in traced.origins:
            line = next(
                (
                    x
                    for x in traced.lines
                    if (x.sha256, x.line, x.sheet) == (origin.sha256, origin.line, origin.sheet)
                ),
                None,
            )
            show(f"  entry {origin.entry_id}: {origin.kind.replace('_', ' ')} {origin.subject}")
            if line is None:
                show(f"    stated by {origin.recorded_by}")
            else:
                sheet = f" sheet {line.sheet}" if line.sheet else ""
                show(f"    {line.file}{sheet} line {line.line}: {line.text}")
    if limit is not None and len(found.rows) == limit:
        say(f"Only the first {limit} rows; leave out --limit for all.")


def _as_json(found: "Trace") -> dict[str, Any]:
    counted = found.counted
    return {
        "name": counted.figure.name,
        "value": plain(counted.value),
        "unit": counted.unit,
        "definition_version": counted.definition.version,
        "period": {"start": counted.start, "end": counted.end},
        "entries": list(counted.entries),
        "rows": [
            {
                "day": t.row.day,
                "unit": t.row.unit,
                "amount": plain(t.row.amount),
                **dict(t.row.dimensions),
                "entries": [o.entry_id for o in t.origins],
                "sources": [x.__dict__ for x in t.lines],
            }
            for t in found.rows
        ],
    }
