"""List the access log: who looked at what and when, on the site and at the command line; the newest first."""

import json
from typing import Annotated

import typer

from clewline.cli.saying import day, now, show, user


def looks(
    case: Annotated[str | None, typer.Option(help="Looks at this case alone.")] = None,
    subject: Annotated[
        str | None,
        typer.Option(help="Looks at this alone: id of an entry, person or line, or a number in E.164."),
    ] = None,
    account: Annotated[str | None, typer.Option(metavar="LOGIN", help="Looks of this account alone.")] = None,
    act: Annotated[str | None, typer.Option(help="This act alone, as `see line` or `log in`.")] = None,
    refused: Annotated[bool, typer.Option("--refused", help="Only what was refused.")] = False,
    first: Annotated[str | None, typer.Option("--from", help="First day in UTC, as 2027-03-01.")] = None,
    last: Annotated[str | None, typer.Option("--to", help="Last day.")] = None,
    most: Annotated[int, typer.Option(min=1, help="List at most so many.")] = 25,
    as_json: Annotated[bool, typer.Option("--json", help="Print as JSON.")] = False,
) -> None:
    begins, ends = day(first, "--from"), day(last, "--to")

    from clewline.store import ready

    ready.start()
    from clewline.output.look_words import as_data, sentence
    from clewline.store.accounts import log, people
    from clewline.workflow.looks import looked

    subjects = () if subject is None else (subject,)
    with looked("see access log", case=case, subjects=subjects, by=user(), at=now()):
        number = None if account is None else people.find_person(account).id
        found = log.looks(
            case=case,
            subject=subject,
            account=number,
            act=act,
            outcome=log.REFUSED if refused else None,
            first=begins,
            last=ends,
            most=most,
        )
    names = people.names(one.account for one in found if one.account is not None)
    if as_json:
        show(json.dumps([as_data(one, names) for one in found]))
        return
    for one in found:
        show(sentence(one, names))
    if not found:
        show("The log has no such line.")
