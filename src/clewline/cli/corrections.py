"""Compare what released bulletins told with what the record says now: which numbers changed, and through which entries.

With --tell the corrections are recorded, and the next bulletin of the same body tells them. Without an id, every
released bulletin is compared.
"""

import json
from typing import TYPE_CHECKING, Annotated, Any

import typer

from clewline.bulletin.week import as_written, plain
from clewline.cli.replay import named
from clewline.cli.saying import now, progress, say, show, user
from clewline.errors import Misused

if TYPE_CHECKING:
    from clewline.bulletin.released.changed import Changed

RELATIONS = {"exactly": "", "at_least": "at least ", "at_most": "at most ", "about": "about "}
"""Words before a number, for what a bulletin's own words said of it."""


def corrections(
    bulletin: Annotated[
        str | None, typer.Argument(metavar="ID", help="Id of the bulletin; left out: all that were released.")
    ] = None,
    tell: Annotated[
        bool, typer.Option("--tell", help="Record the corrections, so that the next bulletin tells them.")
    ] = False,
    teller: Annotated[
        str | None,
        typer.Option("--as", metavar="NAME", help="Who records them; left out: the account on this machine."),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print as JSON.")] = False,
) -> None:
    if tell and bulletin is None:
        raise Misused("Name the bulletin whose corrections are to be told.")
    if teller is not None and not tell:
        raise Misused("--as names who records corrections; it goes with --tell.")

    from clewline.store import ready

    ready.start()
    from clewline.workflow.bulletin import kept
    from clewline.workflow.bulletin.changes import changes, correct

    released = [one.id for one in kept.every() if one.released is not None]
    wanted = released if bulletin is None else [bulletin]
    found: dict[str, tuple[Changed, ...]] = {}
    with progress("Comparing", total=len(wanted)) as told:
        for done, one in enumerate(wanted, start=1):
            if tell:
                found[one] = correct(one, by=teller or user(), account=user(), at=now())
            else:
                found[one] = changes(one, at=now())
            told(done)
    if as_json:
        show(json.dumps({one: [as_data(c) for c in changed] for one, changed in found.items()}))
    else:
        for one, changed in found.items():
            _show(one, changed)
    if not found:
        say("No bulletin was released yet.")
    wrong = sum(not c.stays_true for changed in found.values() for c in changed)
    if wrong and tell:
        say(f"{wrong:,} recorded: the next bulletin of the same body tells {'it' if wrong == 1 else 'them'}.")
    elif wrong:
        say("--tell records them, so that the next bulletin tells them.")


def _show(bulletin: str, changed: "tuple[Changed, ...]") -> None:
    if not changed:
        show(f"{bulletin}: everything counts as it was told.")
    for one in changed:
        said = RELATIONS[one.relation] + as_written(one.told, one.frozen.unit)
        show(
            f"{bulletin}: {named(one.frozen)}: told as {said}; counted {as_written(one.was, one.frozen.unit)} then, "
            f"{as_written(one.now, one.frozen.unit)} now"
            + ("; what was told is still true" if one.stays_true else "")
        )
        for cause in one.causes:
            when = (
                ""
                if cause.recorded_at is None
                else f", recorded {cause.recorded_at.isoformat(' ', 'seconds')}"
            )
            by = "" if cause.by == cause.entry else f" of {cause.entry}"
            show(f"  {cause.reason}{by}: entry {cause.by}{when}")


def as_data(one: "Changed") -> dict[str, Any]:
    """Return a changed number as plain data."""
    selected = one.frozen.selected
    return {
        "number": one.number,
        "figure": selected.figure,
        "definition_version": selected.definition,
        "qualifiers": dict(one.frozen.qualifiers),
        "period": {"start": str(selected.start), "end": str(selected.end)},
        "told": plain(one.told),
        "relation": one.relation,
        "unit": one.frozen.unit,
        "was": plain(one.was),
        "now": plain(one.now),
        "still_true": one.stays_true,
        "causes": [
            {
                "reason": cause.reason,
                "entry": cause.entry,
                "by": cause.by,
                "recorded_at": cause.recorded_at and cause.recorded_at.isoformat(),
            }
            for cause in one.causes
        ],
    }
