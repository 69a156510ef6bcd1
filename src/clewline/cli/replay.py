"""Count a bulletin again as it was counted then: the same selections, the same instant of knowledge, row by row.

Later corrections make no difference to it. Where rows differ all the same, the numbers and the entries are named, and
the command leaves with 1. Without an id, every bulletin is replayed.
"""

import json
from typing import TYPE_CHECKING, Annotated, Any

import typer

from clewline.bulletin.week import as_written, plain
from clewline.cli.saying import progress, say, show
from clewline.errors import ChainBroken

if TYPE_CHECKING:
    from clewline.bulletin.released.frozen import FrozenNumber
    from clewline.workflow.bulletin.replay import Replay


def replay(
    bulletin: Annotated[
        str | None, typer.Argument(metavar="ID", help="Id of the bulletin; left out: all, drafts too.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print as JSON.")] = False,
) -> None:
    from clewline.store import ready

    ready.start()
    from clewline.workflow.bulletin import kept
    from clewline.workflow.bulletin.replay import replay as count_again

    wanted = [one.id for one in kept.every()] if bulletin is None else [bulletin]
    found = []
    with progress("Counting again", total=len(wanted)) as told:
        for done, one in enumerate(wanted, start=1):
            found.append(count_again(one))
            told(done)
    if as_json:
        show(json.dumps([as_data(replayed) for replayed in found]))
    else:
        for replayed in found:
            _show(replayed)
    if not found:
        say("There is no bulletin to replay.")
    differing = [replayed.bulletin.id for replayed in found if not replayed.equal]
    if differing:
        raise ChainBroken(
            f"{', '.join(differing)}: the rows are not those that were frozen. What differs is printed above."
        )


def _show(found: "Replay") -> None:
    written = found.bulletin.written
    n = len(found.numbers)
    if found.equal:
        show(f"{found.bulletin.id}: all {n:,} numbers stand on the rows that they were frozen with.")
    else:
        bad = [one for one in found.numbers if not one.equal]
        show(
            f"{found.bulletin.id}: {len(bad):,} of {n:,} numbers do not stand on the rows that they were frozen with:"
        )
        for one in bad:
            show(
                f"  {named(one.frozen)}: {as_written(one.frozen.count, one.frozen.unit)} then, "
                f"{as_written(one.again.count, one.again.unit)} when counted again"
            )
            for cause in one.causes:
                show(
                    f"    {cause.reason}: entry {cause.entry}"
                    + ("" if cause.by == cause.entry else f", by {cause.by}")
                )
    if found.engine != written.engine:
        say(f"{found.bulletin.id} was counted by {written.engine}, and now by {found.engine}.")


def named(number: "FrozenNumber") -> str:
    """Return a number in words: figure, part and days."""
    selected = number.selected
    part = "".join(f", {name} {value}" for name, value in sorted(number.qualifiers.items()))
    return f"{selected.figure}{part} from {selected.start} to {selected.end}"


def as_data(found: "Replay") -> dict[str, Any]:
    """Return a replay as plain data."""
    return {
        "id": found.bulletin.id,
        "equal": found.equal,
        "engine_then": found.bulletin.written.engine,
        "engine_now": found.engine,
        "numbers": [
            {
                "figure": one.frozen.selected.figure,
                "qualifiers": dict(one.frozen.qualifiers),
                "period": {"start": str(one.frozen.selected.start), "end": str(one.frozen.selected.end)},
                "equal": one.equal,
                "count": plain(one.frozen.count),
                "again": plain(one.again.count),
                "rows_sha256": one.frozen.sha256,
                "came": one.difference.came,
                "went": one.difference.went,
                "altered": one.difference.altered,
            }
            for one in found.numbers
        ],
    }
