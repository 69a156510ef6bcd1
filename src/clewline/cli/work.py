"""Do the long work of the site in its turn: beside `clewline serve`, or apart from it on a force's server."""

import os
from secrets import token_hex
from typing import Annotated

import typer

from clewline.cli.saying import say


def work(
    until_done: Annotated[bool, typer.Option("--until-done", help="End when nothing is left to do.")] = False,
    with_parent: Annotated[
        bool,
        typer.Option("--with-parent", help="End when the process that started it has ended.", hidden=True),
    ] = False,
) -> None:
    from clewline.store import ready

    parent = os.getppid() if with_parent else None
    ready.start(site=True)
    from clewline.workflow.uploads import worker

    if not with_parent:
        say("Working (Ctrl+C stops it once what it does is done).")
    worker.run(token_hex(8), until_done=until_done, parent=parent)
