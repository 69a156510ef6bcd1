"""Make up a force and write the files that it would send, with the usual blemishes and a list of them."""

from pathlib import Path
from typing import Annotated

import typer

from clewline.cli.saying import progress, show
from clewline.errors import Misused


def simulate(
    out: Annotated[Path, typer.Argument(help="Folder to write into; made if it is not there.")],
    scale: Annotated[int, typer.Option(min=1, help="How many times the margins and the volumes.")] = 1,
    seed: Annotated[int, typer.Option(help="The same seed writes the same bytes.")] = 1,
    margins: Annotated[
        Path | None, typer.Option(help="Totals to meet, as JSON; left out: one real week.")
    ] = None,
) -> None:
    from clewline.simulate import default_margins, read_margins
    from clewline.simulate import simulate as files

    if out.exists() and (not out.is_dir() or any(out.iterdir())):
        raise Misused(f"{out} is there and is not an empty folder; name another.")
    totals = default_margins() if margins is None else read_margins(margins.read_text(encoding="utf-8"))
    out.mkdir(parents=True, exist_ok=True)
    written = 0
    with progress("Making up a force") as told:
        for file in files(totals, scale=scale, seed=seed):
            (out / file.name).write_bytes(file.content)
            written += 1
            told(written)
    show(f"{written} files in {out}")
