"""Exhibits of a case: `exhibit move` records where one went, `exhibit list` prints them with their hashes and moves."""

import json
from typing import Annotated

import typer

from clewline.cli.saying import day, now, show, user

app = typer.Typer(no_args_is_help=True)


@app.command(name="move")
def move(
    case: Annotated[str, typer.Argument(help="The case.")],
    reference: Annotated[str, typer.Argument(help="Reference of the exhibit.")],
    moved_from: Annotated[str, typer.Option("--from", help="Who, or which store, gave it.")],
    moved_to: Annotated[str, typer.Option("--to", help="Who, or which store, took it.")],
    purpose: Annotated[str | None, typer.Option(help="What for.")] = None,
    on: Annotated[str | None, typer.Option(help="Day of the move; left out: today.")] = None,
) -> None:
    """Record that an exhibit passed from one hand or place to another."""
    from clewline.store import ready

    ready.start()
    from clewline.record.kinds.custody_move import CustodyMove
    from clewline.workflow.phones import exhibits

    at = now()
    facts = CustodyMove(exhibit=reference, moved_from=moved_from, moved_to=moved_to, purpose=purpose)
    exhibits.move(facts, case=case, day=day(on, "--on") or at.date(), by=user(), at=at)
    show(f"Exhibit {reference} of {case}: from {moved_from} to {moved_to}.")


@app.command(name="list")
def list_(
    case: Annotated[str, typer.Argument(help="The case.")],
    as_json: Annotated[bool, typer.Option("--json", help="Print as JSON.")] = False,
) -> None:
    """Print the exhibits of a case: what each is, its hash, who handed it over, and its moves."""
    from clewline.store import ready

    ready.start()
    from clewline.record.kinds.custody_move import CustodyMove
    from clewline.record.kinds.exhibit import Exhibit
    from clewline.workflow.phones import exhibits

    moved: dict[str, list[tuple[str, CustodyMove]]] = {}
    for entry in exhibits.moves(case):
        if isinstance(entry.facts, CustodyMove):
            moved.setdefault(entry.subject, []).append((str(entry.day), entry.facts))
    found = [(e.day, e.facts) for e in exhibits.standing(case) if isinstance(e.facts, Exhibit)]
    if as_json:
        told = [
            {
                "day": on,
                **x.__dict__,
                "moves": [{"day": d, **m.__dict__} for d, m in moved.get(x.reference, ())],
            }
            for on, x in found
        ]
        show(json.dumps(told, default=str))
        return
    for on, x in found:
        show(f"{x.reference}: received {on}" + (f" from {x.handed_over_by}" if x.handed_over_by else ""))
        if x.sha256:
            show(f"  SHA-256 {x.sha256}")
        for d, m in moved.get(x.reference, ()):
            show(f"  {d}: {m.moved_from} to {m.moved_to}" + (f", for {m.purpose}" if m.purpose else ""))
    if not found:
        show(f"The case {case} has no exhibit yet.")
