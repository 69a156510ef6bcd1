"""Make up a force, take its files in like any others, and print its week from the record."""

import tempfile
from pathlib import Path
from typing import Annotated

import typer

from clewline.cli.saying import now, progress, say, show, user

CASE = "demo"


def demo(
    no_serve: Annotated[
        bool, typer.Option("--no-serve", help="Only print the week; do not serve pages.")
    ] = False,
    seed: Annotated[
        int, typer.Option(help="Another seed makes up another force with the same published totals.")
    ] = 1,
) -> None:
    from clewline.simulate import default_margins, simulate
    from clewline.store import ready
    from clewline.workflow.intake import take_in

    if not no_serve:
        say("There are no pages to serve yet; this is the same as --no-serve.")
    ready.start()
    margins = default_margins()
    with tempfile.TemporaryDirectory() as folder:
        with progress("Making up a force") as told:
            for done, file in enumerate(simulate(margins, seed=seed), start=1):
                (Path(folder) / file.name).write_bytes(file.content)
                told(done)
        paths = sorted(p for p in Path(folder).iterdir() if p.suffix in (".csv", ".xlsx"))
        for path in paths:
            with progress(f"Taking in {path.name}") as told:
                outcome = take_in(
                    path.read_bytes(), file=path.name, case=CASE, by=user(), at=now(), told=told
                )
            a = outcome.account
            show(
                f"{path.name}: {a.records:,} records = {a.taken:,} taken + {a.known:,} known "
                f"+ {a.problems:,} problems + {a.blank:,} blank"
            )
