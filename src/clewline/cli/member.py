"""Make someone a member of a case, for a purpose and until a day; or, with `--end`, one no longer."""

from typing import Annotated

import typer

from clewline.access import Purpose
from clewline.cli.saying import day, now, reason, show, user
from clewline.errors import NotFound


def member(
    case: Annotated[str, typer.Argument(help="Name of the case.")],
    login: Annotated[str, typer.Argument(help="Log-in of the account.")],
    purpose: Annotated[Purpose, typer.Option(help="What they need the case for.")] = Purpose.INVESTIGATION,
    until: Annotated[str | None, typer.Option(help="Last day, as 2027-03-31; left out: until ended.")] = None,
    opens_sealed: Annotated[
        bool, typer.Option("--opens-sealed", help="They may see the case while it is sealed.")
    ] = False,
    end: Annotated[
        str | None, typer.Option("--end", metavar="REASON", help="Take them off the case, and say why.")
    ] = None,
) -> None:
    why = None if end is None else reason(end, "--end")
    from clewline.store import ready

    ready.start(site=True)
    from clewline.store.accounts.people import find_person, members
    from clewline.workflow.accounts import end_membership, make_member

    at = now()
    person = find_person(login)
    if why is not None:
        held = [one.id for one in members(case) if one.person == person and not one.membership.ended]
        if not held:
            raise NotFound(f"{login} is no member of {case}.")
        for number in held:
            end_membership(case, number, by=user(), at=at, because=why)
        show(f"{login} is no longer a member of {case}.")
        return
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
