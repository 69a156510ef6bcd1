"""Take in releases: lists of published values, and bulletins that are read into claims."""

import json
import sys
from collections import Counter
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from clewline.bulletin.claim import REASONS
from clewline.cli.intake import say_problems
from clewline.cli.saying import now, progress, say, show, user
from clewline.cli.texts import Published, when
from clewline.errors import BadInput, Misused
from clewline.output.words import printable

if TYPE_CHECKING:
    from clewline.workflow.releases import About
    from clewline.workflow.taking import Outcome

LISTED = 20
"""Numbers set aside that are printed for a bulletin unless all are asked for."""


def add(
    files: Annotated[
        list[Path],
        typer.Argument(
            help="Lists of releases (CSV, XLSX), or bulletins (text, HTML, PDF, DOCX); - for standard input.",
            metavar="FILE...",
        ),
    ],
    published: Published = None,
    publisher: Annotated[str | None, typer.Option(help="Who published the bulletins.")] = None,
    address: Annotated[str | None, typer.Option(help="Where they were published, as https://...")] = None,
    case: Annotated[str, typer.Option(help="Case that they are kept in.")] = "published",
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Show what would be taken in, and write nothing.")
    ] = False,
    everything: Annotated[
        bool, typer.Option("--all", help="Print every problem and every number set aside.")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print the account as JSON.")] = False,
) -> None:
    """Take in releases: lists of published values, and bulletins that are read into claims.

    Every number of a bulletin is a claim that is taken in with its characters, or is set aside with its reason. A
    file that was received before adds nothing; `clewline undo` withdraws a batch.
    """
    issued = when(published)

    from clewline.store import ready

    ready.start()
    from clewline.workflow.releases import About

    about = About(published=issued, publisher=publisher, address=address)
    told_of: list[dict[str, Any]] = []
    refused: list[dict[str, Any]] = []
    for path in files:
        try:
            with progress(f"Reading {path.name}"):
                outcome = _take(path, about=about, case=case, dry_run=dry_run)
        except (BadInput, Misused) as wrong:
            sentence = str(wrong).removeprefix(f"{path.name}: ").removeprefix(f"{path}: ")
            say(f"Refused: {printable(path.name)}: {sentence}")
            refused.append({"file": path.name, "refused": sentence})
            continue
        told_of.append(_as_json(outcome))
        if not as_json:
            _say(outcome, everything=everything)
    if as_json:
        show(json.dumps({"files": told_of + refused}, default=str))
    if refused:
        raise BadInput(f"{len(refused)} of {len(files)} files were refused; the others are as printed.")
    if any(one["account"]["problems"] for one in told_of):
        # Said record by record above; what was good is kept, and a script is told by the exit code.
        raise typer.Exit(BadInput.exit_code)


def _take(path: Path, *, about: "About", case: str, dry_run: bool) -> "Outcome":
    from clewline.workflow.releases import add as take
    from clewline.workflow.texts import SPOKEN, STDIN, content_of

    content = content_of(str(path), stdin=sys.stdin.buffer if sys.stdin else None)
    name = SPOKEN if str(path) == STDIN else path.name
    return take(content, file=name, by=user(), at=now(), about=about, case=case, dry_run=dry_run)


def _say(outcome: "Outcome", *, everything: bool) -> None:
    name = printable(outcome.file)
    if outcome.already:
        show(f"{name}: received before, as batch {outcome.already}; nothing was added.")
        return
    a = outcome.account
    batch = f"; batch {outcome.batch}" if outcome.batch else "; nothing was written"
    if outcome.mapping == "bulletin":
        for note in outcome.notes:
            say(f"  {note}")
        reasons = Counter(x.reason for x in outcome.set_aside)
        why = ", ".join(f"{n:,} {reason}" for reason, n in reasons.most_common())
        known = f" + {a.known:,} known" if a.known else ""
        show(
            f"{name}: {a.records:,} numbers = {a.taken:,} claims{known} + {a.set_aside:,} set aside"
            f"{f' ({why})' if why else ''}{batch}"
        )
        for aside in outcome.set_aside if everything else outcome.set_aside[:LISTED]:
            place = f"characters {aside.quote.start} to {aside.quote.end}"
            say(f"  set aside, {place}: “{printable(aside.quote.text)}”: {REASONS[aside.reason]}.")
        if not everything and len(outcome.set_aside) > LISTED:
            say(f"  and {len(outcome.set_aside) - LISTED} more; --all prints them.")
        return
    show(
        f"{name}: {a.records:,} records = {a.taken:,} taken + {a.known:,} known + {a.problems:,} "
        f"{'problem' if a.problems == 1 else 'problems'} + {a.blank:,} blank; {a.entries:,} values{batch}"
    )
    say_problems(outcome.file, outcome.problems, everything=everything)


def _as_json(outcome: "Outcome") -> dict[str, Any]:
    return {
        "file": outcome.file,
        "sha256": outcome.sha256,
        "mapping": outcome.mapping,
        "batch": outcome.batch,
        "already": outcome.already,
        "account": asdict(outcome.account),
        "problems": [asdict(p) for p in outcome.problems],
        "set_aside": [{**asdict(x.quote), "reason": x.reason} for x in outcome.set_aside],
        "notes": list(outcome.notes),
    }
