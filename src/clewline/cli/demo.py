"""Make up a force, print its week from its files and check a bulletin; then weigh who holds a made-up line."""

import shlex
import tempfile
from pathlib import Path
from typing import Annotated

import typer

from clewline.cli.saying import OUT, now, progress, say, show, user
from clewline.cli.texts import paper, write

LIST = "blemishes.csv"
"""The list of what was planted; it is for people, and no system would send it."""


def demo(
    no_serve: Annotated[bool, typer.Option("--no-serve", help="Only print; do not serve the site.")] = False,
    port: Annotated[int, typer.Option(help="Port of this machine on which the site is served.")] = 8000,
    seed: Annotated[
        int, typer.Option(help="Another seed makes up another force that meets the same published totals.")
    ] = 1,
) -> None:
    import os

    from clewline.cli import serve
    from clewline.store import ready

    if no_serve:
        ready.start()
    else:
        os.environ["CLEWLINE_DEMO"] = "1"
        serve.prepare()
    from django.conf import settings

    from clewline.simulate import NEIGHBOUR, default_margins, simulate
    from clewline.workflow.intake import take_in
    from clewline.workflow.mixing import MADE_UP

    case = f"{MADE_UP}{seed}"
    margins = default_margins()
    with tempfile.TemporaryDirectory() as folder:
        with progress("Making up a force") as told:
            for done, file in enumerate(simulate(margins, seed=seed), start=1):
                (Path(folder) / file.name).write_bytes(file.content)
                told(done)
        for path in sorted(
            p for p in Path(folder).iterdir() if p.suffix in (".csv", ".xlsx") and p.name != LIST
        ):
            with progress(f"Taking in {path.name}") as told:
                # The third force keeps a case of its own: what it holds is known to the others by a pointer alone.
                own = f"{case}-{NEIGHBOUR}" if f"_{NEIGHBOUR}_" in path.name else case
                outcome = take_in(path.read_bytes(), file=path.name, case=own, by=user(), at=now(), told=told)
            a = outcome.account
            show(
                f"{path.name}: received before, nothing added"
                if outcome.already
                else f"{path.name}: {a.records:,} records = {a.taken:,} taken + {a.known:,} known "
                f"+ {a.problems:,} {'problem' if a.problems == 1 else 'problems'} + {a.blank:,} blank"
            )
    _week(case, margins.force, settings.HOME / "week.html")
    _bulletin(case, settings.HOME)
    from clewline.cli.demo_phones import phones

    phones(case, settings.HOME, seed=seed)
    if not no_serve:
        _people(margins.force)
        with progress("Making the site ready"):
            serve.catch_up()
        serve.run("127.0.0.1", port)


def _people(force: str) -> None:
    """Have one child's story lived, make one person for each role, and print how each logs in and what to look at."""
    from django.conf import settings

    from clewline.errors import NotAllowed
    from clewline.simulate.story import default_story
    from clewline.store import ledger
    from clewline.workflow.demo_people import demo_people, tell
    from clewline.workflow.story.told import read_story

    story = read_story(default_story())
    looks = {look.by: look for look in story.looks}
    try:
        with progress("Telling one child's story"):
            tell(story, body=force, at=now())
    except NotAllowed as refusal:
        looks = {}
        say(str(refusal))
    show("\nThe site has one made-up person for each role. They log in with these, on this site alone:")
    cases = [case for case in ledger.cases() if case != story.elsewhere]
    for login, password in demo_people(cases, body=force, at=now(), partner=story.partner):
        show(f"  {login:<14} {password}   code {settings.DEMO_CODE}")
    if looks:
        show(
            f"\nOne made-up child, {story.child}: {story.title[0].lower()}{story.title[1:]}, as three of them see it:"
        )
    for login, look in looks.items():
        show(f"  {login:<14} {' > '.join(look.path)}: {look.sees}")


def _week(case: str, force: str, page: Path) -> None:
    """Count the margins' week from the record: the margins give its days and its force, and no number."""
    from clewline.cli.week import write_files
    from clewline.output.table import print_week
    from clewline.simulate import default_margins
    from clewline.workflow.open import cases_of
    from clewline.workflow.week import count_week

    margins = default_margins()
    with progress("Counting") as told:
        counted = count_week(
            start=margins.start,
            end=margins.end,
            since=margins.since,
            as_of=now(),
            force=force,
            cases=[case],
            with_published=True,
            told=told,
        )
    print_week(counted, OUT, cases=cases_of(counted), published=True)
    write_files(counted, xlsx=None, html=page, published=True)


def _bulletin(case: str, folder: Path) -> None:
    """Read a bulletin on the week that was written by hand, and say where the record says otherwise."""
    from clewline.bulletin.check import Named, check
    from clewline.bulletin.read import Issued
    from clewline.cli.check import from_record, summary
    from clewline.output.findings import print_verdicts
    from clewline.output.text_page import as_page
    from clewline.simulate.bulletin import NAME, PUBLISHED, default_bulletin
    from clewline.workflow.texts import read_text

    path = folder / NAME
    write(path, default_bulletin())
    text = read_text(default_bulletin(), NAME, published=Issued(PUBLISHED, PUBLISHED))
    named = [Named(NAME, text.reading)]
    findings = check(named)
    told = from_record(named, force=None, cases=[case])
    show("\nA bulletin on the week, written by hand, read and checked against the record:")
    show(summary(named, findings, told) + "\n")
    unconfirmed = [one for one in told if one.judged.verdict.outcome != "confirmed"]
    print_verdicts(unconfirmed, dict(named), paper())
    write(path.with_suffix(".html"), as_page([text], findings=findings, told=told).encode())
    say(f"Written: {path} and {path.with_suffix('.html').name}")
    show(
        f"To check it again: clewline check {shlex.quote(str(path))} --published {PUBLISHED} --against record"
    )
