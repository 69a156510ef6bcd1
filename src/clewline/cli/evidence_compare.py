"""Compare the phones of many pairs by one evidence type, and write a likelihood ratio for each."""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from clewline.cli.saying import progress, say, show
from clewline.cli.texts import write

if TYPE_CHECKING:
    from clewline.workflow.evidence.comparisons import Comparisons


def compare(
    records: Annotated[
        Path,
        typer.Option(
            metavar="FILE",
            help="CSV of the records, for co_travel also .parquet: phone, start, lat, lon, operator.",
        ),
    ],
    pairs: Annotated[
        Path,
        typer.Option(metavar="FILE", help="CSV: pair, phone_a, phone_b, window_start, window_end."),
    ],
    out: Annotated[Path, typer.Option(metavar="FILE", help="Write the findings to this CSV file.")],
    model: Annotated[
        str | None,
        typer.Option(help="Fitted model: its name, or the path of its .json file; left out: the type's own."),
    ] = None,
    type_name: Annotated[
        str | None,
        typer.Option("--type", help="Evidence type to compare by; left out: the model's, or co_travel."),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print the account as JSON.")] = False,
) -> None:
    """Compare the phones of many pairs by one evidence type, and write a likelihood ratio for each.

    Records within a pair's window are the evidence; those outside it tell how usual a place is. The findings have the
    columns pair, log10_lr, lower, upper, type and log10_lr_together, the ratio against two people who travelled
    together; numbers are left empty where there is no finding. Records and pairs that cannot be used are counted.

    With `--type separation` or `--type usual_places` pairs are weighed one by one, from CSV records. So are contacts in
    common, with `--type contacts_in_common`, from records with the columns phone, start and other, the other party.
    """
    from clewline.workflow.evidence.compare import compare_files
    from clewline.workflow.evidence.comparisons import findings

    found = compare_files(records=records, pairs=pairs, model=model, type_name=type_name, progress=progress)
    write(out, findings(found))
    for words in (*found.records_left_out.words(records.name), *found.pairs_left_out.words(pairs.name)):
        say(words)
    if as_json:
        show(json.dumps(found.account()))
        return
    _print(found, out)


def ratios(records: Path, pairs: Path, model: str | None) -> Iterable[tuple[str, float | None]]:
    """Yield each pair with its log10 LR by the model, for `validate`."""
    from clewline.workflow.evidence.compare import compare_files

    found = compare_files(records=records, pairs=pairs, model=model, progress=progress)
    for words in (*found.records_left_out.words(records.name), *found.pairs_left_out.words(pairs.name)):
        say(words)
    for line in found.lines:
        yield line.pair, line.log10_lr


def _print(found: "Comparisons", out: Path) -> None:
    told = [line.log10_lr for line in found.lines if line.log10_lr is not None]
    used, where = (
        found.records - found.records_left_out.total,
        f" at {found.sites:,} sites" if found.sites else "",
    )
    say(f"{used:,} of {found.records:,} records of {found.phones:,} phones{where}.")
    say(f"{len(told):,} of {len(found.lines):,} pairs have a finding.")
    if found.without:
        say(f"{found.without:,} have none: a phone has no record in the window, or too little to weigh.")
    say(f"By {found.model.card.name}, version {found.model.card.version}. Written: {out}")
