"""Compare the phones of many pairs by one evidence type, and write a likelihood ratio for each."""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from clewline.cli.saying import Zone, progress, say, show
from clewline.cli.texts import write
from clewline.evidence.clock import BRITISH

if TYPE_CHECKING:
    from clewline.workflow.evidence.comparisons import Comparisons
    from clewline.workflow.evidence.pairs import LeftOut


def compare(
    records: Annotated[
        Path,
        typer.Option(
            metavar="FILE",
            help="CSV or Parquet of the records: phone, start, lat, lon, operator.",
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
    zone: Zone = BRITISH,
    as_json: Annotated[bool, typer.Option("--json", help="Print the account as JSON.")] = False,
) -> None:
    """Compare the phones of many pairs by one evidence type, and write a likelihood ratio for each.

    Records within a pair's window are the evidence; those outside it tell how usual a place is. The findings have the
    columns pair, log10_lr, lower, upper, type and log10_lr_together, the ratio against two people who travelled
    together; numbers are left empty where there is no finding. Records and pairs that cannot be used are counted.

    With `--type separation` or `--type usual_places` pairs are weighed one by one. So are contacts in
    common, with `--type contacts_in_common`, from records with the columns phone, start and other, the other party.
    """
    from clewline.workflow.evidence.compare import compare_files
    from clewline.workflow.evidence.comparisons import findings

    found = compare_files(
        records=records, pairs=pairs, model=model, type_name=type_name, zone=zone, progress=progress
    )
    write(out, findings(found))
    _say_left([(records, found.records_left_out), (pairs, found.pairs_left_out)])
    if as_json:
        show(json.dumps(found.account()))
        return
    _print(found, out)


def ratios(
    records: Path, pairs: Path, truth: Path, model: str | None, *, zone: str = BRITISH, seed: int = 1
) -> Iterable[tuple[str, float | None]]:
    """Yield each pair with its log10 LR by the model, for `validate`.

    Where other phones tell how rare a place or a contact is, the truth tells whose each is: one of each other person.
    """
    from clewline.workflow.evidence.answers import Files, weigh_answered
    from clewline.workflow.evidence.compare import compare_files
    from clewline.workflow.evidence.models import fitted

    kind, by = fitted(None, model)
    if kind.beside:
        files = Files(records=records, pairs=pairs, truth=truth)
        weighed = weigh_answered(kind, by, files, zone=zone, seed=seed, progress=progress)
        _say_left(weighed.left_out)
        yield from weighed.ratios
        return
    found = compare_files(records=records, pairs=pairs, model=model, zone=zone, progress=progress)
    _say_left([(records, found.records_left_out), (pairs, found.pairs_left_out)])
    for line in found.lines:
        yield line.pair, line.log10_lr


def _say_left(left_out: "Iterable[tuple[Path, LeftOut]]") -> None:
    for path, left in left_out:
        for words in left.words(path.name):
            say(words)


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
