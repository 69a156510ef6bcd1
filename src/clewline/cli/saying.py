"""What every command shares: where words and progress go, and how options are read."""

import getpass
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    SpinnerColumn,
    TextColumn,
    TimeElapsedColumn,
)

from clewline.errors import Misused

Zone = Annotated[str, typer.Option(help="Time zone whose hours and days are meant.")]
"""An option of every command that reads the hour of the day."""
OUT = Console(highlight=False)
ERR = Console(stderr=True, highlight=False)


def say(words: str) -> None:
    """Print a sentence to stderr, as it stands."""
    ERR.print(words, markup=False, soft_wrap=True)


def show(what: Any) -> None:
    """Print data to stdout, as it stands."""
    OUT.print(what, markup=False, soft_wrap=True)


def now() -> datetime:
    """Return the instant, read here once and passed on."""
    return datetime.now(UTC)


def user() -> str:
    """Return who runs the command, by their account on this machine."""
    return getpass.getuser()


def day(text: str | None, option: str) -> date | None:
    """Return the day that an option names.

    :raises Misused: it is not a day.
    """
    if text is None:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise Misused(f"{option} {text!r} is not a day; write it as 2023-02-27.") from None


def reason(text: str, option: str) -> str:
    """Return the reason that an option gives, as one line.

    :raises Misused: no word stands in it.
    """
    said = " ".join("".join(mark if mark.isprintable() else " " for mark in text).split())
    if not any(mark.isalnum() for mark in said):
        raise Misused(f"{option} gives no reason; say why in words, which stay in the record.")
    return said


def narrowed(where: list[str] | None, force: str | None) -> dict[str, str]:
    """Return the dimensions and values that `--where` and `--force` narrow to.

    :raises Misused: a condition is not `dimension=value`.
    """
    pairs = {}
    for condition in where or []:
        name, equals, value = condition.partition("=")
        if not equals:
            raise Misused(f"--where {condition!r} should read dimension=value.")
        pairs[name] = value
    return pairs | ({"force": force} if force else {})


def instant(text: str | None, option: str) -> datetime:
    """Return the instant that an option names, or now; a bare day is its end, a bare time is UTC.

    :raises Misused: it is not an instant.
    """
    if text is None:
        return now()
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        raise Misused(f"{option} {text!r} is not an instant; write it as 2023-03-05T17:00:00.") from None
    if len(text) == 10:
        found = found.replace(hour=23, minute=59, second=59, microsecond=999_999)
    return found if found.tzinfo else found.replace(tzinfo=UTC)


@contextmanager
def progress(words: str, total: int | None = None) -> Iterator[Any]:
    """Show a bar on stderr while the body runs; it is told how far things are with `told(done, of)`."""
    columns = (
        SpinnerColumn(),
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
    )
    with Progress(*columns, console=ERR, transient=True, disable=not ERR.is_terminal) as bar:
        task = bar.add_task(words, total=total)

        def told(done: int, of: int | None = None) -> None:
            bar.update(task, completed=done, total=of if of is not None else total)

        yield told
