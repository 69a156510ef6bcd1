"""Ask a line's phone records for regular contact in school hours with numbers that children are said to use."""

import json
from typing import Annotated
from urllib.parse import urlencode

import typer

from clewline.cli.saying import day as read_day
from clewline.cli.saying import now, reason, say, show, user


def notice_contacts(
    case: Annotated[str, typer.Argument(help="The case whose phone records are asked.")],
    line: Annotated[str, typer.Argument(help="A line as recorded in it: its id, or a number that it used.")],
    authority: Annotated[str, typer.Option(help="Reference of the authority under which they are asked.")],
    because: Annotated[
        str, typer.Option(metavar="REASON", help="Why, within that purpose; it stays in the record.")
    ],
    purpose: Annotated[
        str | None,
        typer.Option(help="Which of the authority's purposes, in its words; left out: its only one."),
    ] = None,
    start: Annotated[str | None, typer.Option("--from", help="First day; left out: all covered.")] = None,
    end: Annotated[str | None, typer.Option("--to", help="Last day.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print as JSON.")] = False,
) -> None:
    why = reason(because, "--because")
    first, last = read_day(start, "--from"), read_day(end, "--to")

    from clewline.store import ready

    ready.start()
    from clewline.safeguarding.school_hours import CANNOT_TELL, RULE
    from clewline.workflow.looks import looked
    from clewline.workflow.school_hours import Under, notice_contacts

    asked = {"authority": authority, "purpose": purpose, "first": first, "last": last}
    at = now()
    with looked(
        "notice contacts",
        case=case,
        subjects=(line,),
        by=user(),
        at=at,
        asked=urlencode({name: value for name, value in asked.items() if value is not None}),
        reason=why,
    ):
        under = Under(authority=authority, purpose=purpose, because=why)
        found = notice_contacts(case, line, under, start=first, end=last, by=user(), at=at)
    if as_json:
        told = [
            {"entry": one.id, "new": one in found.new, **one.facts.__dict__}
            for one in (*found.new, *found.known)
        ]
        show(json.dumps({"numbers": found.numbers, "noticed": told}, default=str))
        return
    for one in (*found.new, *found.known):
        show(f"{one.facts.person}  entry {one.id}" + ("" if one in found.new else ", noticed before"))  # type: ignore[attr-defined]  # of the kind that it makes
    count = f"{found.numbers:,} {'number was' if found.numbers == 1 else 'numbers were'}"
    say(f"{count} looked for, {found.first} to {found.last}; {len(found.new):,} newly noticed.")
    say(f"School hours: {RULE.words}. {RULE.authority}")
    for sentence in CANNOT_TELL:
        say(sentence)
