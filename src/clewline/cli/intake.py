"""Take received files into a case: one batch per file, all or nothing, every record accounted for."""

import json
from collections import Counter
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from clewline.cli.intake_phones import as_json as phones_as_json
from clewline.cli.intake_phones import say_account, take_in_file
from clewline.cli.saying import now, progress, say, show, user
from clewline.errors import BadInput, Misused
from clewline.record.problem import Problem

if TYPE_CHECKING:
    from clewline.workflow.taking import Outcome

LISTED = 20
"""Problems printed for a file unless all are asked for."""


def intake(
    files: Annotated[list[Path], typer.Argument(help="Files as received, CSV or XLSX.")],
    case: Annotated[str, typer.Option(help="Case that the files belong to.")],
    mapping: Annotated[
        str | None,
        typer.Option(help="Mapping of the system, by name or as a TOML file; left out: the one that fits."),
    ] = None,
    authority: Annotated[
        str | None, typer.Option(help="For phone records: reference of the authority that covers them.")
    ] = None,
    exhibit: Annotated[
        str | None, typer.Option(help="For phone records: reference of the exhibit that the file is.")
    ] = None,
    handed_over_by: Annotated[str | None, typer.Option(help="For phone records: who handed it over.")] = None,
    number: Annotated[
        str | None, typer.Option(help="For phone records that do not say it: the phone they are about.")
    ] = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Show what would be taken in, and write nothing.")
    ] = False,
    all_problems: Annotated[bool, typer.Option("--all-problems", help="Print every problem.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print the account as JSON.")] = False,
) -> None:
    from clewline.store import ready

    ready.start()
    from clewline.workflow.intake import take_in
    from clewline.workflow.phones.reading import UNDER_AUTHORITY, holds_phone_records

    text = _mapping(mapping)
    if authority is not None and len(files) > 1 and exhibit is not None:
        raise Misused("An exhibit is one file; take the files in one by one.")
    told_of, refused = [], []
    for path in files:
        try:
            if authority is not None:
                phones = take_in_file(
                    path,
                    case=case,
                    authority=authority,
                    exhibit=exhibit,
                    handed_over_by=handed_over_by,
                    mapping=text,
                    number=number,
                    dry_run=dry_run,
                )
                told_of.append(phones_as_json(phones))
                if not as_json:
                    say_account(phones)
                    say_problems(path.name, phones.problems, everything=all_problems)
                continue
            if holds_phone_records(path, text):
                raise BadInput(f"{UNDER_AUTHORITY} with --authority.")
            content = path.read_bytes()
            with progress(f"{'Looking at' if dry_run else 'Taking in'} {path.name}") as told:
                outcome = take_in(
                    content,
                    file=path.name,
                    case=case,
                    by=user(),
                    at=now(),
                    mapping=text,
                    dry_run=dry_run,
                    told=told,
                )
        except (BadInput, OSError) as wrong:
            sentence = wrong.strerror or "It cannot be read." if isinstance(wrong, OSError) else str(wrong)
            say(f"Refused: {path.name}: {sentence}")
            refused.append({"file": path.name, "refused": sentence})
            continue
        told_of.append(_as_json(outcome))
        if as_json:
            continue
        if outcome.already:
            still = "; what was held back of it is held back still" if outcome.account.withheld else ""
            show(f"{path.name}: received before, as batch {outcome.already}; nothing was added{still}.")
            say_problems(path.name, outcome.problems if still else [], everything=all_problems)
            continue
        a = outcome.account
        show(
            f"{path.name}: {a.records:,} records = {a.taken:,} taken + {a.known:,} known "
            f"+ {a.problems:,} {'problem' if a.problems == 1 else 'problems'} "
            f"+ {a.blank:,} blank; {a.entries:,} entries"
            + (f", {outcome.corrections:,} of them corrections" if outcome.corrections else "")
            + (f"; {a.withheld:,} held back" if a.withheld else "")
            + (f"; batch {outcome.batch}" if outcome.batch else "; nothing was written")
        )
        if dry_run:
            kinds = ", ".join(f"{n:,} {k.replace('_', ' ')}" for k, n in sorted(outcome.kinds.items()))
            show(f"  read by {outcome.mapping}: {kinds or 'no entries'}")
            for entry in outcome.sample:
                show(f"  {entry.source}: {entry.kind.replace('_', ' ')} {entry.subject} on {entry.day}")
        say_problems(path.name, outcome.problems, everything=all_problems)
    if as_json:
        show(json.dumps({"files": told_of + refused}, default=str))
    if not refused and any(one["account"]["problems"] or one["account"].get("withheld") for one in told_of):
        # Said record by record above; what was good is kept, and a script is told by the exit code.
        raise typer.Exit(BadInput.exit_code)
    if refused:
        raise BadInput(f"{len(refused)} of {len(files)} files were refused; the others are as printed.")


def _as_json(outcome: "Outcome") -> dict[str, Any]:
    return {
        "file": outcome.file,
        "sha256": outcome.sha256,
        "mapping": outcome.mapping,
        "batch": outcome.batch,
        "already": outcome.already,
        "account": asdict(outcome.account),
        "kinds": dict(outcome.kinds),
        "corrections": outcome.corrections,
        "problems": [asdict(p) for p in outcome.problems],
    }


def _mapping(named: str | None) -> str | None:
    """Return the name of a mapping, or the text of a mapping file."""
    if named is None or not (Path(named).suffix == ".toml" or Path(named).is_file()):
        return named
    return Path(named).read_text(encoding="utf-8")


def say_problems(file: str, problems: list[Problem], *, everything: bool) -> None:
    """Print the problems of a file to stderr: the first, unless all are asked for."""
    for p in problems if everything else problems[:LISTED]:
        place = f"{file}, " + (f"sheet {p.sheet}, " if p.sheet else "") + f"line {p.line}"
        column = f", column {p.column}" + (f" ({p.value_class})" if p.value_class else "") if p.column else ""
        say(f"  {'notice' if not p.records else 'problem'} {p.rule}: {place}{column}: {p.what} {p.do}")
    if not everything and len(problems) > LISTED:
        rules = Counter(p.rule for p in problems[LISTED:])
        rest = ", ".join(f"{n} {rule}" for rule, n in rules.most_common())
        say(f"  and {len(problems) - LISTED} more ({rest}); --all-problems prints them.")
