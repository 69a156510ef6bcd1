"""Take in one file of phone records: what `clewline intake` does where an authority is named."""

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from clewline.cli.saying import now, progress, show, user
from clewline.errors import BadInput

if TYPE_CHECKING:
    from clewline.workflow.phones.account import PhoneOutcome


def take_in_file(
    path: Path,
    *,
    case: str,
    authority: str,
    exhibit: str | None,
    handed_over_by: str | None,
    mapping: str | None,
    number: str | None,
    dry_run: bool,
) -> "PhoneOutcome":
    """Take the file in and return what became of it.

    :raises BadInput: it is no file of phone records that any layout reads, or it has no exhibit reference.
    """
    from clewline.formats.phones.number import own_number
    from clewline.formats.values import Unreadable
    from clewline.record.kinds.exhibit import Exhibit
    from clewline.workflow.phones.intake import take_in_phones
    from clewline.workflow.phones.reading import OpenedPhones, layouts, open_phones

    if exhibit is None:
        raise BadInput("Name the exhibit that the file is, with --exhibit.")
    try:
        about = None if number is None else own_number(number)
    except Unreadable as wrong:
        raise BadInput(f"--number: {wrong.what}") from None

    def opens() -> OpenedPhones:
        found = open_phones(path, mapping=mapping, number=about)
        if found is None:
            raise BadInput(
                f"No layout of phone records fits it (tried {', '.join(layouts())}). Make one with "
                f"`clewline mapping {path.name}` and name it with --mapping."
            )
        return found

    with progress(f"{'Looking at' if dry_run else 'Taking in'} {path.name}") as told:
        return take_in_phones(
            path,
            case=case,
            authority=authority,
            exhibit=Exhibit(reference=exhibit, handed_over_by=handed_over_by),
            by=user(),
            at=now(),
            opens=opens,
            dry_run=dry_run,
            told=told,
        )


def say_account(outcome: "PhoneOutcome") -> None:
    """Print what became of each record."""
    if outcome.already:
        show(
            f"{outcome.file}: received before under this authority, as batch {outcome.already}; nothing was added."
        )
        return
    a = outcome.account
    show(
        f"{outcome.file}: {a.records:,} records = {a.taken:,} taken + {a.known:,} known "
        f"+ {a.out_of_scope:,} outside the authority + {a.problems:,} {'problem' if a.problems == 1 else 'problems'} "
        f"+ {a.blank:,} blank; {a.events:,} rows"
        + (f"; batch {outcome.batch}" if outcome.batch else "; nothing was written")
    )
    if a.out_of_scope:
        show(
            f"  dropped and not kept: {a.other_identifiers:,} of other numbers and devices, "
            f"{a.other_dates:,} of other days"
        )
    kinds = ", ".join(f"{n:,} {service}" for service, n in sorted(outcome.services.items()))
    many = len(outcome.identifiers)
    of = f"of {many} {'identifier' if many == 1 else 'identifiers'}"
    show(f"  read by {outcome.layout}: {kinds or 'no rows'}, {of}")


def as_json(outcome: "PhoneOutcome") -> dict[str, Any]:
    """Return the account for a script."""
    return {
        "file": outcome.file,
        "sha256": outcome.sha256,
        "mapping": outcome.layout,
        "batch": outcome.batch,
        "already": outcome.already,
        "whole": outcome.whole,
        "account": {**asdict(outcome.account), "out_of_scope": outcome.account.out_of_scope},
        "kinds": dict(outcome.services),
        "first": outcome.first,
        "last": outcome.last,
        "problems": [asdict(p) for p in outcome.problems],
    }
