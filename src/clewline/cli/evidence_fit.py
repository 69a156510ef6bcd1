"""Fit a model of an evidence type on labelled pairs of your own, with its card."""

import json
from pathlib import Path
from typing import Annotated

import typer

from clewline.cli.saying import day, now, progress, say, show
from clewline.cli.texts import write
from clewline.errors import Misused


def fit(
    records: Annotated[
        Path,
        typer.Option(
            metavar="FILE",
            help="CSV of the records, for co_travel also .parquet: phone, start, lat, lon, and operator.",
        ),
    ],
    pairs: Annotated[
        Path,
        typer.Option(metavar="FILE", help="CSV: pair, phone_a, phone_b, window_start, window_end."),
    ],
    truth: Annotated[
        Path, typer.Option(metavar="FILE", help="CSV of the truth: pair, same, kind, person_a, person_b.")
    ],
    out: Annotated[Path, typer.Option(metavar="FILE", help="Write the model to this .json file.")],
    type_name: Annotated[
        str, typer.Option("--type", help="Evidence type to fit: co_travel, separation or usual_places.")
    ] = "co_travel",
    name: Annotated[str | None, typer.Option(help="Name of the model; left out: that of its file.")] = None,
    version: Annotated[str, typer.Option(help="Version of the model, as 1.2.")] = "1",
    fitted_on: Annotated[
        str, typer.Option(help="Whose records, where and when, in words for the card.")
    ] = "Labelled pairs of which nothing more was said.",
    licence: Annotated[str, typer.Option(help="Licence of the data.")] = "not stated",
    seed: Annotated[int, typer.Option(min=0, help="Seed of folds and resamples.")] = 1,
    on: Annotated[str | None, typer.Option(help="Day that the card bears; left out: today.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print the card's scores as JSON.")] = False,
) -> None:
    """Fit a model of an evidence type on labelled pairs of your own, with its card.

    Scores and bounds are of cross-validation: each pair is judged by a fit that saw neither of its people. A column
    `rate` or `network` of the pairs or the truth groups the scores. Contacts in common are not fitted again.
    """
    if out.suffix != ".json":
        raise Misused("--out names a .json file.")
    bears = day(on, "--on") or now().date()
    from clewline.workflow.evidence.fit import About, fit_files

    about = About(name=name or out.stem, version=version, fitted_on=fitted_on, licence=licence, day=bears)
    found = fit_files(
        records=records,
        pairs=pairs,
        truth=truth,
        about=about,
        type_name=type_name,
        seed=seed,
        progress=progress,
    )
    write(out, found.text().encode())
    for words in (*found.records_left_out.words(records.name), *found.pairs_left_out.words(pairs.name)):
        say(words)
    if as_json:
        show(json.dumps(json.loads(found.text())["card"]["scores"]))
        return
    for score in found.card.scores:
        cost = score.cllr
        ends = f" [{cost.lower:.3f}, {cost.upper:.3f}]" if cost.lower is not None else ""
        show(f"{score.by} {score.name}: Cllr {cost.value:.3f}{ends}, loss {score.cllr_cal.value:.3f}")
    say(f"Bounds {found.card.least:g} to {found.card.most:g}. Written: {out}")
