"""Fit a model of an evidence type on labelled pairs of your own, with its card."""

import json
from pathlib import Path
from typing import Annotated

import typer

from clewline.cli.saying import Zone, day, now, progress, say, show
from clewline.cli.texts import write
from clewline.errors import Misused
from clewline.evidence.clock import BRITISH


def fit(
    records: Annotated[
        list[Path],
        typer.Option(
            metavar="FILE",
            help="CSV or Parquet of the records: phone, start, lat, lon, and operator. May be given "
            "again, as pairs and truth then are: each of the three is measured by itself.",
        ),
    ],
    pairs: Annotated[
        list[Path],
        typer.Option(metavar="FILE", help="CSV: pair, phone_a, phone_b, window_start, window_end."),
    ],
    truth: Annotated[
        list[Path],
        typer.Option(metavar="FILE", help="CSV of the truth: pair, same, kind, person_a, person_b."),
    ],
    out: Annotated[Path, typer.Option(metavar="FILE", help="Write the model to this .json file.")],
    type_name: Annotated[
        str, typer.Option("--type", help="Evidence type to fit: co_travel, separation or usual_places.")
    ] = "co_travel",
    tracks: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE", help="CSV of people's tracks to make up pairs from: person, start, lat, lon."
        ),
    ] = None,
    made_up: Annotated[
        int, typer.Option(min=0, help="How many pairs to make up from the tracks, for co_travel.")
    ] = 0,
    middle: Annotated[
        str | None,
        typer.Option(
            metavar="LAT,LON",
            help="Middle of the tracks' town, where sites are made up densest; left out: the median of the fixes.",
        ),
    ] = None,
    zone: Zone = BRITISH,
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

    With `--made-up` so many further pairs are made up from people's tracks: a real day of one person, or of two, is
    dealt to two phones, on networks and at rates that are drawn at random. They keep the model from taking one trial's
    network for a law, and weigh 35 % of the fit, however many they are. People are named as in the truth; a made-up
    pair takes part only where both of its people may.
    """
    if out.suffix != ".json":
        raise Misused("--out names a .json file.")
    bears = day(on, "--on") or now().date()
    from clewline.workflow.evidence.answers import Files
    from clewline.workflow.evidence.fit import About, fit_files

    if not len(records) == len(pairs) == len(truth):
        raise Misused(
            "--records, --pairs and --truth are given equally often: each of the three is one trial."
        )
    about = About(name=name or out.stem, version=version, fitted_on=fitted_on, licence=licence, day=bears)
    found = fit_files(
        [Files(records=r, pairs=p, truth=t) for r, p, t in zip(records, pairs, truth, strict=True)],
        about=about,
        type_name=type_name,
        tracks=tracks,
        made_up=made_up,
        middle=None if middle is None else _degrees(middle),
        zone=zone,
        seed=seed,
        progress=progress,
    )
    write(out, found.text().encode())
    for path, left in found.left_out:
        for words in left.words(path.name):
            say(words)
    if as_json:
        show(json.dumps(json.loads(found.text())["card"]["scores"]))
        return
    for score in found.card.scores:
        cost = score.cllr
        ends = f" [{cost.lower:.3f}, {cost.upper:.3f}]" if cost.lower is not None else ""
        show(f"{score.by} {score.name}: Cllr {cost.value:.3f}{ends}, loss {score.cllr_cal.value:.3f}")
    say("Scores are of cross-validation: each pair was judged by a fit that saw neither of its people.")
    if made := found.card.told_made_up():
        say(f"Of {found.card.pairs:,} pairs that it was fitted on: {made}")
    say(f"Bounds {found.card.least:g} to {found.card.most:g}. Written: {out}")


def _degrees(text: str) -> tuple[float, float]:
    try:
        lat, lon = (float(part) for part in text.split(","))
    except ValueError:
        lat, lon = 91.0, 0.0
    if not (abs(lat) <= 90 and abs(lon) <= 180):
        raise Misused(f"--middle {text!r} is no place; write degrees north and east, as 51.48,-3.18.")
    return lat, lon
