"""Release a draft that somebody else wrote: its text is public from then on, and frozen with its rows.

A draft is refused where the record counts one of its numbers otherwise by now, and where what was released since
would let a reader work out a count that it holds back. Without an id, the drafts that wait are listed.
"""

import json
from typing import Annotated

import typer

from clewline.cli.saying import now, say, show, user


def release(
    bulletin: Annotated[
        str | None,
        typer.Argument(metavar="ID", help="Id of the draft, as `clewline bulletin --draft` said it."),
    ] = None,
    releaser: Annotated[
        str | None,
        typer.Option("--as", metavar="NAME", help="Who releases it; left out: the account on this machine."),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print as JSON.")] = False,
) -> None:
    from clewline.store import ready

    ready.start()
    if bulletin is None:
        _list(as_json=as_json)
        return
    from clewline.workflow.bulletin.release import release as put_out

    done = put_out(bulletin, by=releaser or user(), account=user(), at=now())
    if as_json:
        show(
            json.dumps(
                {"id": done.bulletin, "numbers": done.numbers, "text": done.text, "exposed": done.exposed}
            )
        )
    else:
        show(done.text.rstrip("\n"))
    for sentence in done.exposed:
        say(sentence)
    say(
        f"Bulletin {done.bulletin} is released: {done.numbers:,} numbers are in the published series. "
        f"`clewline corrections {done.bulletin}` says later what changed."
    )


def _list(*, as_json: bool) -> None:
    from clewline.workflow.bulletin import kept

    waiting = [one for one in kept.every() if one.released is None]
    if as_json:
        facts = (one.written for one in waiting)
        said = [
            {
                "id": one.id,
                "style": w.style,
                "body": w.body,
                "period": {"start": str(w.period_start), "end": str(w.period_end)},
                "as_of": w.as_of,
                "drafted_by": w.drafted_by,
                "numbers": w.numbers,
            }
            for one, w in zip(waiting, facts, strict=True)
        ]
        show(json.dumps(said))
        return
    for one in waiting:
        w = one.written
        show(
            f"{one.id}  {w.style} of {w.body}, {w.period_start} to {w.period_end}: {w.numbers:,} numbers as known at "
            f"{w.as_of}, drafted by {w.drafted_by}"
        )
    if not waiting:
        say("No draft waits; `clewline bulletin PERIOD --draft` makes one.")
