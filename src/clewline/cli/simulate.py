"""Write the files that a made-up force, or with `--phones` a made-up line's operators, would send, and their truth."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from clewline.cli.saying import progress, show
from clewline.errors import Misused

if TYPE_CHECKING:
    from clewline.simulate.tables import SimulatedFile


def simulate(
    out: Annotated[Path, typer.Argument(help="Folder to write into; made if it is not there.")],
    scale: Annotated[int, typer.Option(min=1, help="How many times the margins and the volumes.")] = 1,
    seed: Annotated[int, typer.Option(help="The same seed writes the same bytes.")] = 1,
    margins: Annotated[
        Path | None, typer.Option(help="Totals to meet, as JSON; left out: one real week.")
    ] = None,
    phones: Annotated[
        bool, typer.Option("--phones", help="Write a line's phone records, as two operators send them.")
    ] = False,
    days: Annotated[int, typer.Option(min=42, help="With --phones: days of records.")] = 91,
    customers: Annotated[int, typer.Option(min=1, help="With --phones: customers of the line.")] = 60,
    rows: Annotated[
        int | None,
        typer.Option(min=100, max=100_000_000, help="With --phones: instead of a case, so many rows of CSV."),
    ] = None,
) -> None:
    if out.exists() and (not out.is_dir() or any(out.iterdir())):
        raise Misused(f"{out} is there and is not an empty folder; name another.")
    if not phones and rows is not None:
        raise Misused("--rows goes with --phones.")
    if phones and (margins is not None or scale != 1):
        raise Misused(
            "--scale and --margins are for a force; with --phones say --days, --customers or --rows."
        )
    if rows is not None:
        _rows(out, rows, seed)
        return
    written = 0
    with progress("Making up a line" if phones else "Making up a force") as told:
        for file in _line(seed, days, customers) if phones else _force(margins, scale, seed):
            out.mkdir(parents=True, exist_ok=True)
            (out / file.name).write_bytes(file.content)
            written += 1
            told(written)
    show(f"{written} files in {out}")


def _force(margins: Path | None, scale: int, seed: int) -> "Iterator[SimulatedFile]":
    from clewline.simulate import default_margins, read_margins
    from clewline.simulate import simulate as files

    totals = default_margins() if margins is None else read_margins(margins.read_text(encoding="utf-8"))
    yield from files(totals, scale=scale, seed=seed)


def _line(seed: int, days: int, customers: int) -> "Iterator[SimulatedFile]":
    from clewline.simulate.phones import simulate_phones

    yield from simulate_phones(seed=seed, days=days, customers=customers)


def _rows(out: Path, rows: int, seed: int) -> None:
    """Write rows to measure with, a piece at a time: they are no case, and have no truth."""
    from clewline.simulate.phones import generic_chunks

    out.mkdir(parents=True, exist_ok=True)
    path = out / "phones_generic.csv"
    with progress("Making up rows") as told, path.open("wb") as file:
        for piece in generic_chunks(rows=rows, phones=max(2, rows // 10_000), seed=seed):
            file.write(piece)
            told(file.tell())
    show(f"{rows:,} rows in {path}")
