"""`clewline`: the commands, and how each refusal leaves."""

import os
import sys

import typer

from clewline.cli import (
    account,
    authority,
    backup,
    batches,
    bulletin,
    check,
    corrections,
    count,
    create_admin,
    demo,
    duties,
    evidence,
    exhibit,
    fairness,
    indicators,
    intake,
    line,
    looks,
    mapping,
    member,
    methods,
    migrate,
    moved,
    notice_contacts,
    read,
    received,
    release,
    replay,
    series,
    serve,
    simulate,
    trace,
    undo,
    verify,
    week,
    work,
)
from clewline.cli.saying import say
from clewline.errors import ClewlineError

app = typer.Typer(
    name="clewline",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    help=(
        "The record of a county-lines taskforce, and figures that open to the lines of the files they rest on.\n\n"
        "Begin with `clewline demo --no-serve`, which makes up a force, takes its files in, and counts its week."
    ),
)
for command in (
    intake,
    batches,
    undo,
    mapping,
    week,
    count,
    fairness,
    line,
    moved,
    notice_contacts,
    trace,
    duties,
    methods,
    indicators,
    verify,
    read,
    check,
    bulletin,
    release,
    replay,
    corrections,
    simulate,
    demo,
    serve,
    backup,
    received,
    work,
    migrate,
    create_admin,
    member,
    looks,
):
    name = command.__name__.rpartition(".")[2]
    app.command(name=name.replace("_", "-"), help=command.__doc__)(getattr(command, name))
for group in (account, authority, evidence, exhibit, series):
    app.add_typer(group.app, name=group.__name__.rpartition(".")[2], help=group.__doc__)


def main() -> None:
    """Run the command line; a refusal is one sentence on stderr and its exit code."""
    try:
        app()
    except ClewlineError as refusal:
        say(f"{type(refusal).__name__}: {refusal}")
        sys.exit(refusal.exit_code)
    except BrokenPipeError:
        # The reader of our output has gone, as `head` does; there is nothing left to say.
        _say_no_more()
        sys.exit(1)
    except OSError as wrong:
        of = f" {wrong.filename}" if wrong.filename else ""
        say(f"The machine refuses to read or write{of}: {wrong.strerror or wrong}.")
        _say_no_more()
        sys.exit(1)


def _say_no_more() -> None:
    """Let go of the output: Python would try to write the rest of it when it ends, and fail again."""
    if sys.stdout is not None:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


if __name__ == "__main__":
    main()
