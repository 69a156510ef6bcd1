"""Say how many referrals of the public form wait, and for how long; remove drafts and old contents past their time."""

import json
from typing import Annotated

import typer

from clewline.cli.saying import now, say, show


def received(
    sweep: Annotated[
        bool,
        typer.Option(
            "--sweep",
            help="First remove dead drafts and destroy what old referrals say, as the worker does.",
        ),
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print as JSON.")] = False,
) -> None:
    from clewline.store import ready

    ready.start(site=True)
    from clewline.workflow.refer import made, redraw

    at = now()
    dead, destroyed = made.sweep(at) if sweep else (0, 0)
    kept = made.kept()
    held = redraw.what_holds()
    open_still = [what for what, holds in held.items() if not holds]
    since = None if kept.first is None else kept.first.isoformat(timespec="seconds")
    if as_json:
        told: dict[str, object] = {"waiting": kept.waiting, "since": since, "drafts": kept.drafts}
        told |= {"drawing": held}
        swept = {"drafts_removed": dead, "destroyed": destroyed} if sweep else {}
        show(json.dumps(told | swept))
        return
    if sweep:
        say(f"Drafts removed: {dead}. Referrals whose contents were destroyed: {destroyed}.")
    first = "" if kept.first is None else f" (the first since {kept.first:%Y-%m-%d %H:%M} UTC)"
    if open_still:
        say(f"Of a process that draws files anew this machine does not hold that it {', '.join(open_still)}.")
    show(f"Referrals that wait: {kept.waiting}{first}. Drafts: {kept.drafts}.")
