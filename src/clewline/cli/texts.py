"""What `read` and `check` share: how texts are named and read, what is said of those that are not, where data go."""

import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console

from clewline.cli.saying import OUT, progress, say
from clewline.errors import BadInput, Misused
from clewline.output.words import printable

if TYPE_CHECKING:
    # Imported where they are used: the reader is not needed by the other commands, nor by `--help`.
    from clewline.bulletin.read import Issued
    from clewline.workflow.texts import Text, Unread

Files = Annotated[
    list[str],
    typer.Argument(help="Plain texts, web pages, PDF or DOCX; - for standard input.", metavar="FILE"),
]
Published = Annotated[
    str | None,
    typer.Option(
        metavar="WHEN",
        help="When they were published: 2023-03-06, 2023-03 or 2023. Dates without a year take theirs from it.",
    ),
]
Publisher = Annotated[str | None, typer.Option(help="The body that speaks where a text names none.")]

_WHEN = re.compile(r"(\d{4}(?:-\d{2}(?:-\d{2})?)?)(?: *\([^()]*\))?", re.ASCII)
"""A date as an index of texts gives it, with what it may remark: `2024 (inferred)`."""
NARROWEST = 100
"""Columns of what goes into a file or a pipe, where nobody's window says how many there are."""


def paper() -> Console:
    """Return what to print on: the terminal as wide as it is, else something wider than the usual 80 columns.

    :raises Misused: standard output is closed.
    """
    _open_output()
    return OUT if OUT.is_terminal else Console(width=max(OUT.width, NARROWEST), highlight=False, emoji=False)


def when(said: str | None) -> "Issued | None":
    """Return what `--published` says.

    :raises Misused: it is no day, month or year.
    """
    from clewline.bulletin.read import issued

    if said is None:
        return None
    try:
        if found := _WHEN.fullmatch(said.strip()):
            return issued(found[1])
    except ValueError:
        pass
    raise Misused(
        f"--published {said!r} is not a day, a month or a year; write it as 2023-03-06, 2023-03 or 2023."
    )


def each_text(
    files: Sequence[str],
    unread: "list[Unread]",
    *,
    published: "Issued | None",
    publisher: str | None,
    bar: bool,
) -> "Iterator[Text]":
    """Yield the texts that can be read; the others are said on stderr and put into `unread`.

    `bar`: show how far things are. Not while data are printed: a bar takes what goes to stdout for its own.
    """
    from clewline.workflow.texts import STDIN, Text, read_texts

    stdin = sys.stdin.buffer if sys.stdin is not None else None
    if STDIN in files and stdin is not None and stdin.isatty():
        say("Reading what you type; end it with Ctrl-D on a line of its own.")
    with progress("Reading", total=len(files)) if bar else nullcontext(lambda done: None) as told:
        found = read_texts(files, published=published, publisher=publisher, stdin=stdin)
        for done, one in enumerate(found, start=1):
            if isinstance(one, Text):
                for note in one.notes:
                    say(f"{printable(one.name)}: {note}")
                yield one
            else:
                unread.append(one)
                if len(files) > 1:
                    say(f"Not read: {printable(one.name)}: {one.why}")
            told(done)


def short_names(names: Sequence[str], *, besides: Sequence[str] = ()) -> list[str]:
    """Return the names by which we speak of the texts: without the folder, where that tells them apart."""
    short = Counter([*(Path(name).name for name in names), *besides])
    again = Counter(besides)
    found = []
    for name in names:
        said = printable(Path(name).name if short[Path(name).name] == 1 else name)
        again[said] += 1
        found.append(said if again[said] == 1 else f"{said} ({again[said]})")
    return found


def leave_if(unread: "Sequence[Unread]", *, of: int) -> None:
    """Leave with the exit code of bad input where a text was not read.

    :raises BadInput: one was not.
    """
    if unread and of == 1:
        raise BadInput(f"{printable(unread[0].name)}: {unread[0].why}")
    if unread:
        raise BadInput(
            f"{len(unread):,} of {of:,} texts could not be read; what was good in the others stands."
        )


def emit(line: str) -> None:
    """Print one line of data at once, so that whoever reads it from a pipe may leave at any time.

    :raises Misused: standard output is closed.
    """
    _open_output()
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def _open_output() -> None:
    # Python has none where the shell closed it, and would print into nothing without a word.
    if sys.stdout is None:
        raise Misused("Standard output is closed, and there is nowhere to print; use --out or --html.")


def write(path: Path, content: bytes) -> None:
    """Write a file whole or not at all.

    :raises Misused: it cannot be written there.
    """
    arriving = path.with_name(f".{path.name}.arriving")
    try:
        arriving.write_bytes(content)
        arriving.replace(path)
    except OSError as wrong:
        arriving.unlink(missing_ok=True)
        raise Misused(f"{printable(str(path))} cannot be written: {wrong.strerror or wrong}.") from wrong
