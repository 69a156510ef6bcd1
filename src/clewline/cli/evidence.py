"""Evidence types: `compare` weighs pairs of phones; given the truth, `validate` scores and `fit` makes a model."""

import json
import shlex
from datetime import date
from functools import partial
from importlib import metadata
from pathlib import Path
from platform import python_version
from typing import TYPE_CHECKING, Annotated

import typer

from clewline.cli.evidence_compare import compare, ratios
from clewline.cli.evidence_fit import fit
from clewline.cli.evidence_statement import statement, weigh
from clewline.cli.saying import Zone, day, now, progress, say, show
from clewline.cli.texts import paper, write
from clewline.errors import Misused
from clewline.evidence.clock import BRITISH

if TYPE_CHECKING:
    from clewline.output.validation_report import Made
    from clewline.workflow.evidence.validate import Validated

app = typer.Typer(no_args_is_help=True)
app.command(name="weigh")(weigh)
app.command(name="statement")(statement)

COMPARE = ratios
"""What compares phones by a fitted model where no findings are given."""
MADE_WITH = ("clewline", "lir", "numpy", "scipy", "scikit-learn")
"""Packages whose versions a report tells."""
app.command(name="compare", help=compare.__doc__)(compare)
app.command(name="fit", help=fit.__doc__)(fit)


@app.command(name="validate")
def validate(
    pairs: Annotated[
        Path, typer.Option(metavar="FILE", help="CSV of the pairs to compare: pair, phone_a, ...")
    ],
    truth: Annotated[
        Path, typer.Option(metavar="FILE", help="CSV of the truth: pair, same, kind, person_a, person_b.")
    ],
    records: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE", help="CSV of the records: phone, start, ...; tells how many events a pair has."
        ),
    ] = None,
    findings: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE", help="CSV of findings to score: pair, log10_lr, and lower, upper, type."
        ),
    ] = None,
    model: Annotated[
        str | None, typer.Option(help="Fitted model: its name, or the path of its .json file.")
    ] = None,
    by: Annotated[
        list[str] | None, typer.Option(metavar="COLUMN", help="Group by a column, too; may be given again.")
    ] = None,
    report: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Write the report to this .html or .pdf file.")
    ] = None,
    seed: Annotated[
        int,
        typer.Option(
            min=0, help="Seed of the resamples behind the intervals, and of which phones tell rarity."
        ),
    ] = 1,
    resamples: Annotated[int, typer.Option(min=100, help="How often the people are drawn again.")] = 1000,
    on: Annotated[str | None, typer.Option(help="Day that the report bears; left out: today.")] = None,
    zone: Zone = BRITISH,
    as_json: Annotated[bool, typer.Option("--json", help="Print as JSON.")] = False,
) -> None:
    """Score likelihood ratios on pairs of phones of which the truth is known, and write the validation report."""
    bears = day(on, "--on") or now().date()
    if report is not None and report.suffix not in (".html", ".pdf"):
        raise Misused("--report names a .html or a .pdf file.")
    from clewline.workflow.evidence.validate import validate_files

    with progress("Scoring"):
        found = validate_files(
            pairs=pairs,
            truth=truth,
            records=records,
            findings=findings,
            model=model,
            by=by or (),
            seed=seed,
            times=resamples,
            compare=partial(COMPARE, zone=zone, seed=seed),
        )
    if as_json:
        from clewline.output.validation_table import as_data

        show(json.dumps(as_data(found)))
    else:
        _print(found)
    if report is not None:
        files = {"pairs": pairs, "truth": truth, "records": records, "findings": findings}
        words = [w for name, path in files.items() if path is not None for w in (f"--{name}", path.name)]
        words += [] if model is None else ["--model", Path(model).name]
        words += [w for column in by or () for w in ("--by", column)]
        words += [] if zone == BRITISH else ["--zone", zone]
        words += ["--seed", str(seed), "--resamples", str(resamples)]
        _write(found, report, _made(bears, words, report))


def _print(found: "Validated") -> None:
    from clewline.output import validation_words
    from clewline.output.validation_table import as_table

    paper().print(as_table(found))
    travel = found.validation.travel
    if travel is not None:
        show(
            f"cotravel: {travel.pairs:,} pairs of unknown carrier, {validation_words.share(travel.above_100)} above 100"
        )
    for words in validation_words.quantity(found):
        say(words)
    if found.validation.without:
        say(f"{validation_words.without(found.validation)}; each counts as a ratio of 1.")
    for one in found.validation.groups:
        if one.note is not None:
            say(f"{validation_words.title(one)}: {one.note}")


def _made(bears: date, words: list[str], report: Path) -> "Made":
    from clewline.output.validation_report import Made

    command = ["clewline", "evidence", "validate", *words, "--on", str(bears), "--report", report.name]
    versions = (("Python", python_version()), *((name, metadata.version(name)) for name in MADE_WITH))
    return Made(day=bears, command=shlex.join(command), versions=versions)


def _write(found: "Validated", report: Path, made: "Made") -> None:
    from clewline.output.pdf import set_page
    from clewline.output.validation_report import as_page

    page = as_page(found, made)
    if report.suffix == ".pdf":
        with progress("Setting the PDF"):
            write(report, set_page(page, instead="A report as .html does"))
    else:
        write(report, page.encode())
    say(f"Written: {report}")
