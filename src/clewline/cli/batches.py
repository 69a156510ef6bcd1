"""List the batches of a case: each file received, what became of its records, and whether it was undone."""

import json
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table

from clewline.cli.saying import OUT, show


def batches(
    case: Annotated[str | None, typer.Option(help="One case; left out: all.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print as JSON.")] = False,
) -> None:
    from clewline.store import ready

    ready.start()
    from clewline.workflow.batches import received

    found = received(case)
    if as_json:
        show(json.dumps([b.__dict__ for b in found], default=str))
        return
    table = Table(box=None, header_style="bold")
    for name in (
        "batch",
        "case",
        "received",
        "file",
        "mapping",
        "records",
        "taken",
        "problems",
        "entries",
        "",
    ):
        table.add_column(
            name, justify="right" if name in ("records", "taken", "problems", "entries") else "left"
        )
    for b in found:
        numbers = [f"{n:,}" for n in (b.records, b.taken, b.problems, b.entries)]
        at = b.received_at.isoformat(" ", "seconds")
        table.add_row(b.batch, b.case, at, b.file, b.mapping, *numbers, "undone" if b.undone else "")
    # What does not fit a narrow screen runs on: a cut id would be of no use.
    Console(width=max(OUT.width, 150), highlight=False).print(table)
