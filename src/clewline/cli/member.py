"""Make someone a member of a case, for a purpose and until a day."""

from typing import Annotated

import typer

from clewline.access import Purpose
from clewline.cli.saying import day, now, show, user


def member(
    case: Annotated[str, typer.Argument(help="Name of the case.")],
    login: Annotated[str, typer.Argument(help="Log-in of the account.")],
    purpose: Annotated[Purpose, typer.Option(help="What they need the case for.")] = Purpose.INVESTIGATION,
    until: Annotated[str | None, typer.Option(help="Last day, as 2027-03-31; left out: until ended.")] = None,
    opens_sealed: Annotated[
        bool, typer.Option("--opens-sealed", help="They may see the case while it is sealed.")
    ] = False,
) -> None:
    from clewline.store import ready

    ready.start(site=True)
    from clewline.store.accounts.people import find_person
    from clewline.workflow.accounts import make_member

    at = now()
    person = find_person(login)
    make_member(
        case,
        person,
        purpose=purpose,
        first=at.date(),
        last=day(until, "--until"),
        opens_sealed=opens_sealed,
        by=user(),
        at=at,
    )
    show(f"{login} is a member of {case} for {purpose}.")
