"""Look after accounts: who may log in, and what their work is. No account opens a case; see `clewline member`."""

import json
from typing import Annotated

import typer

from clewline.access import Role
from clewline.cli.saying import now, reason, say, show, user

app = typer.Typer(no_args_is_help=True)
Login = Annotated[str, typer.Argument(help="Log-in of the account.")]
Because = Annotated[str, typer.Option(metavar="REASON", help="Why; it stays in the access log.")]
OFF_CASES = (
    "They were taken off their cases, since one person set both their password and their second factor anew."
)


@app.command(name="list")
def list_accounts(
    about: Annotated[str, typer.Argument(help="Words of log-in, name, role or body; left out: all.")] = "",
    as_json: Annotated[bool, typer.Option("--json", help="Print as JSON.")] = False,
) -> None:
    """List accounts by their log-in."""
    _start()
    from clewline.store.accounts import manage

    found = manage.accounts(words=about, most=100_000)
    if as_json:
        rows = [
            {
                "login": one.person.login,
                "name": one.person.name,
                "role": one.person.role.value,
                "body": one.person.body,
                "in_use": one.person.active,
                "must_change_password": one.must_change,
            }
            for one in found
        ]
        show(json.dumps(rows))
        return
    for one in found:
        state = "" if one.person.active else ", switched off"
        show(f"{one.person.login}: {one.person.name}, {one.person.role}, {one.person.body}{state}")


@app.command()
def add(
    login: Login,
    name: Annotated[str, typer.Option(help="Their name, as others see it.")],
    role: Annotated[Role, typer.Option(help="What their work is.")],
    body: Annotated[str, typer.Option(help="Force or body that they work for, as metropolitan.")],
    elsewhere: Annotated[
        bool, typer.Option("--elsewhere", help="They log in through their organisation, and get no password.")
    ] = False,
) -> None:
    """Make an account, and print its first password once."""
    _start()
    from clewline.workflow.accounts import create_account
    from clewline.workflow.accounts_changed import new_password

    password = None if elsewhere else new_password()
    create_account(login, name=name, role=role, body=body, password=password, by=user(), at=now())
    _tell(password)


@app.command()
def role(login: Login, to: Annotated[Role, typer.Argument(help="The new role.")], because: Because) -> None:
    """Give an account another role, and take it off its cases."""
    why, number = reason(because, "--because"), _number(login)
    from clewline.workflow.accounts_changed import change_role

    change_role(number, to, by=user(), at=now(), because=why)
    show(f"{login} is now {to}, and a member of no case.")


@app.command()
def off(login: Login, because: Because) -> None:
    """Switch an account off: all its sessions end at once."""
    _switch(login, because, active=False)


@app.command()
def on(login: Login, because: Because) -> None:
    """Switch an account on again."""
    _switch(login, because, active=True)


@app.command()
def password(login: Login, because: Because) -> None:
    """Give an account a new password, printed once, and end its sessions."""
    why, number = reason(because, "--because"), _number(login)
    from clewline.workflow.accounts_changed import reset_password

    made, off_cases = reset_password(number, by=user(), at=now(), because=why)
    if off_cases:
        say(OFF_CASES)
    _tell(made)


@app.command(name="second-factor")
def second_factor(login: Login, because: Because) -> None:
    """Take away an account's second factors: a new one is asked for at the next log-in."""
    why, number = reason(because, "--because"), _number(login)
    from clewline.workflow.accounts_changed import reset_factor

    count, off_cases = reset_factor(number, by=user(), at=now(), because=why)
    if off_cases:
        say(OFF_CASES)
    show(f"{login}: {count} taken away.")


def _switch(login: str, because: str, *, active: bool) -> None:
    why, number = reason(because, "--because"), _number(login)
    from clewline.workflow.accounts_changed import switch

    switch(number, active=active, by=user(), at=now(), because=why)
    show(f"{login} is switched {'on' if active else 'off'}.")


def _start() -> None:
    from clewline.store import ready

    ready.start(site=True)


def _number(login: str) -> int:
    _start()
    from clewline.store.accounts.people import find_person

    return find_person(login).id


def _tell(password: str | None) -> None:
    if password is not None:
        say(
            "Give them this password; it is shown once. They choose their own, and a second factor, when they log in."
        )
        show(password)
