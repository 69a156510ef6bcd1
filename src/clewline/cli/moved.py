"""Record what a person decides of a proposal that a line moved from one number to another of its case."""

from typing import Annotated

import typer

from clewline.cli.saying import now, reason, show, user
from clewline.errors import Misused


def moved(
    case: Annotated[str, typer.Argument(help="The case.")],
    first: Annotated[str, typer.Argument(help="The number that the line had.", metavar="FROM")],
    second: Annotated[str, typer.Argument(help="The number that it is held to have moved to.", metavar="TO")],
    because: Annotated[str, typer.Option(metavar="REASON", help="Why.")],
    accept: Annotated[
        bool | None, typer.Option("--accept/--decline", help="What is decided of the proposal.")
    ] = None,
) -> None:
    if accept is None:
        raise Misused("Say --accept or --decline.")
    why = reason(because, "--because")
    from clewline.store import ready

    ready.start()
    from clewline.workflow.line import named
    from clewline.workflow.phones import moved as moves

    one, other = (named([text])[0] for text in (first, second))
    entry = moves.decide(one, other, accept=accept, reason=why, case=case, by=user(), at=now())
    show(
        f"Recorded: {'accepted' if accept else 'declined'}, that the line of {one} moved to {other}. Entry {entry.id}."
    )
