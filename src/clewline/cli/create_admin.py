"""Make the account of an administrator: who looks after accounts, and sees no case."""

import secrets
from typing import Annotated

import typer

from clewline.cli.saying import now, say, show, user


def create_admin(
    login: Annotated[str, typer.Argument(help="What the administrator logs in with.")],
    name: Annotated[str, typer.Option(help="Their name, as others see it.")],
    body: Annotated[str, typer.Option(help="Force or body that they work for, as metropolitan.")],
) -> None:
    from clewline.store import ready

    ready.start(site=True)
    from clewline.access import Role
    from clewline.workflow.accounts import create_account

    password = secrets.token_urlsafe(18)
    create_account(
        login, name=name, role=Role.ADMINISTRATOR, body=body, password=password, by=user(), at=now()
    )
    say(
        "Give them this password; it is shown once. They choose their own, and a second factor, when they log in."
    )
    show(password)
