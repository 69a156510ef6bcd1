"""Compare what befell people by age, sex and ethnicity: shares with intervals, and small counts of people hidden."""

import json
from datetime import date
from typing import Annotated

import typer
from rich.markup import escape
from rich.table import Table

from clewline.cli.saying import OUT, day, instant, now, progress, show, user
from clewline.errors import Misused


def fairness(
    first: Annotated[str, typer.Option("--from", help="First day, as 2022-04-01.")],
    to: Annotated[str, typer.Option(help="Last day, as 2023-03-31.")],
    force: Annotated[str | None, typer.Option(help="One force, as metropolitan; left out: all.")] = None,
    of: Annotated[
        str | None,
        typer.Option(help="Only these people: arrested, charged, referred, considered or helped."),
    ] = None,
    as_of: Annotated[str | None, typer.Option(help="As known at this instant; left out: now.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print as JSON.")] = False,
) -> None:
    start, end = _day(first, "--from"), _day(to, "--to")

    from clewline.bulletin.fairness import PATHS
    from clewline.store import ready

    if of is not None and of not in PATHS:
        raise Misused(f"--of {of!r} is none of {', '.join(PATHS)}.")
    ready.start()
    from clewline.output import fairness_words
    from clewline.workflow.fairness import compare_paths
    from clewline.workflow.looks import figures_looked

    asked = {"start": start, "end": end, "force": force, "of": of, "as_of": as_of}
    known = instant(as_of, "--as-of")
    with (
        figures_looked("see fairness", asked=asked, cases=None, by=user(), at=now()),
        progress("Comparing"),
    ):
        found = compare_paths(start=start, end=end, as_of=known, force=force)
    paths = {path: shares for path, shares in found.comparison.paths.items() if of in (None, path[0])}
    if as_json:
        said = {
            "period": {"start": str(start), "end": str(end)},
            "as_of": found.as_of.isoformat(),
            "force": force,
            "paths": [one for one in fairness_words.as_json(found.comparison) if of in (None, one["of"])],
            "hidden": fairness_words.HIDDEN,
            "not_shown": {
                cohort: list(fairness_words.not_shown(found.comparison, cohort))
                for cohort in PATHS
                if of in (None, cohort)
            },
            "cannot_tell": list(fairness_words.CANNOT),
        }
        show(json.dumps(said))
        return
    for (cohort, outcome), shares in paths.items():
        table = Table(title=fairness_words.path_words(cohort, outcome), title_justify="left", box=None)
        for place, head in enumerate(fairness_words.HEADS):
            table.add_column(head, justify="left" if place == 0 else "right")
        for share in shares:
            table.add_row(*map(escape, fairness_words.cells(share)))
        OUT.print(table)
        OUT.print()
    for cohort in dict.fromkeys(cohort for cohort, _ in paths):
        for sentence in fairness_words.not_shown(found.comparison, cohort):
            show(sentence)
    for sentence in (fairness_words.USE, fairness_words.HELP, fairness_words.HIDDEN, *fairness_words.CANNOT):
        show(sentence)


def _day(text: str, option: str) -> date:
    found = day(text, option)
    assert found is not None
    return found
