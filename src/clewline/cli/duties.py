"""Print the duties in force on a day, each with its authority; with --case, what is owed to the people of a case."""

import json
from datetime import date, datetime
from typing import TYPE_CHECKING, Annotated

import typer

from clewline.cli.saying import day as read_day
from clewline.cli.saying import now, show, user
from clewline.errors import Misused

if TYPE_CHECKING:
    from collections.abc import Sequence

    from clewline.safeguarding.conditions import Happening


def duties(
    case: Annotated[
        str | None,
        typer.Option(help="List what is owed to the people of this case, overdue first, by their ids."),
    ] = None,
    on: Annotated[
        str | None, typer.Option(help="The duties in force on this day, as 2023-03-01; left out: today.")
    ] = None,
    every: Annotated[
        bool, typer.Option("--all", help="With --case: also what is done or not needed.")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print as JSON.")] = False,
) -> None:
    if case is not None and on is not None:
        raise Misused("Choose --case or --on: what is owed is told as of now.")
    if every and case is None:
        raise Misused("--all goes with --case.")
    at, asked = now(), read_day(on, "--on")

    from clewline.store import ready

    ready.start()
    if case is None:
        _table(asked or at.date(), as_json=as_json)
    else:
        _of_case(case, at, every=every, as_json=as_json)


def _table(day: date, *, as_json: bool) -> None:
    from clewline.output.duty_words import period, row_data
    from clewline.workflow.duties import in_force, where

    conditions = where()
    found = in_force(day)
    if as_json:
        show(json.dumps([row_data(duty, here=duty.is_here(conditions)) for duty in found]))
        return
    for duty in found:
        elsewhere = "" if duty.is_here(conditions) else " (not set here)"
        only = f"; only at a {duty.where}{elsewhere}" if duty.where else ""
        show(
            f"{duty.title} [{duty.duty}], about {'a child or an adult' if duty.about == 'either' else duty.about}{only}"
        )
        show(f"  {duty.limit[0].upper()}{duty.limit[1:]}. Owed by {duty.owed_by}; {duty.counts}.")
        show(f"  Starts: {_said(duty.starts)}. Fulfils: {_said(duty.fulfils)}.")
        if duty.needs:
            show(f"  Needs: {_said(duty.needs)}.")
        if duty.unless:
            show(f"  Unless: {_said(duty.unless)}.")
        show(f"  Authority: {duty.authority} ({duty.source}); {period(duty)}.")
        if duty.notes:
            show(f"  {duty.notes}")
    if not found:
        show(f"No duty of the table is in force on {day}.")


def _of_case(case: str, at: datetime, *, every: bool, as_json: bool) -> None:
    from clewline.output.duty_words import as_data, stands
    from clewline.safeguarding.owed import LEFT
    from clewline.workflow.duties import of_record
    from clewline.workflow.looks import looked

    with looked("see duties", case=case, by=user(), at=at):
        found = [one for one in of_record(case, at) if every or one.state in LEFT]
    if as_json:
        show(json.dumps([as_data(one, at) for one in found]))
        return
    for one in found:
        show(f"{one.person}: {one.duty.title}: {stands(one, at)} (from {one.start.day}, {one.start.id})")
    if not found:
        show(f"Nothing that the table of duties asks for is left to be done in {case}.")


def _said(some: "Sequence[Happening]") -> str:
    return "; ".join(one.text for one in some)
