"""All that one force and its partners did, written by their systems."""

from dataclasses import dataclass, replace
from datetime import date
from random import Random

from clewline.simulate.care import Care
from clewline.simulate.care_files import CareFiles
from clewline.simulate.chance import often
from clewline.simulate.charging import considerations
from clewline.simulate.clients import Client
from clewline.simulate.custody import Arrest, Custody, Suspect
from clewline.simulate.custody_files import CustodyFiles
from clewline.simulate.custody_needs import needs
from clewline.simulate.days import Days
from clewline.simulate.earlier import give_earlier_arrests
from clewline.simulate.events import Events
from clewline.simulate.faults import Faults
from clewline.simulate.first_help import FirstHelp
from clewline.simulate.forces import Force, References
from clewline.simulate.hub_files import HubFiles
from clewline.simulate.lines import Lines
from clewline.simulate.margins import SCALED, Margins
from clewline.simulate.partners import partners_of
from clewline.simulate.people import People
from clewline.simulate.property import Property
from clewline.simulate.registers import Registers
from clewline.simulate.safeguarding import Safeguarding
from clewline.simulate.tables import Planted, Row, Table

SMALLER = 5
"""The importing force does a fifth of what the exporting force does."""


@dataclass(frozen=True, kw_only=True)
class Work:
    """A force's people and lines, and its exports."""

    suspects: list[Suspect]
    lines: Lines
    tables: list[Table]
    known_elsewhere: list[Client]
    """People of whom a third force holds a concern."""


def importing(margins: Margins) -> Margins:
    """Return what the importing force does by itself; it has no published results to meet."""
    fifth = {name: getattr(margins, name) // SMALLER for name in SCALED}
    fifth["people_charged"] = min(fifth["people_charged"], fifth["charges"], fifth["arrests"])
    fifth["charges"] = fifth["charges"] if fifth["people_charged"] else 0
    fifth["line_holders_arrested"] = min(fifth["line_holders_arrested"], fifth["arrests_since"] // 3)
    fifth["modern_slavery_charges"] = (
        fifth["modern_slavery_charges"] if fifth["modern_slavery_defendants"] else 0
    )
    for name in ("charges_drug_trafficking", "charges_class_a_and_b"):
        fifth[name] = min(fifth[name], fifth["charges"])
    return replace(margins, **fifth, operation="County Lines and Gangs Team")


def work_of(
    rng: Random,
    margins: Margins,
    people: People,
    *,
    force: Force,
    partner: Force | None,
    joint: list[tuple[Force, Suspect, Arrest]],
    strict: bool,
    times: int,
) -> Work:
    """Return all that a force did; `joint` are the arrests of another force which it reports too.

    Each fault in the care of its people is planted `times` over.

    :raises BadInput: the margins contradict each other; only if `strict`.
    """
    days, refs = Days(rng, margins), References(force.letters)
    lines = Lines(rng, margins, days, force, partner)
    suspects = Custody(
        rng, margins, days, people, force=force, partner=partner, lines=lines, refs=refs
    ).suspects(strict=strict)
    give_earlier_arrests(rng, margins, suspects, refs, strict=strict)

    def operation_on(rng: Random, day: date) -> str:
        week = next((w.name for w in margins.weeks_of_action if w.start <= day <= w.end), None)
        return week if week is not None and often(rng, 0.8) else margins.operation

    def common(day: date) -> Row:
        return {
            "force_id": force.written(rng),
            "unit_name": rng.choice(force.teams),
            "line_ref": lines.all[lines.running_on(day)].ref if often(rng, 0.8) else None,
            "operation": operation_on(rng, day),
        }

    custody = CustodyFiles(rng=rng, people=people, force=force, partner=partner, operation_on=operation_on)
    registers = Registers(rng=rng, margins=margins, days=days, refs=refs, force=force, common=common)
    seized = Property(rng=rng, margins=margins, days=days, refs=refs, common=common)
    partners, week = partners_of(force), (days.start, days.end)
    events = Events(
        people=people, force=force, lines=lines, refs=refs, partners=partners, operation_on=operation_on
    )
    safeguarding = Safeguarding(
        rng=rng,
        margins=margins,
        days=days,
        people=people,
        force=force,
        refs=refs,
        operation_on=operation_on,
        events=events,
    )
    held, *others = custody.tables(suspects, joint=joint)
    # Before the charges, as they were considered.
    tables = [held, considerations(force, suspects), *others]
    shared = [(people.number("custodian", force.id, one.person), one, arrest) for _, one, arrest in joint]
    tables += [
        needs(force, suspects, joint=shared),
        *seized.tables(force.id),
        *registers.tables(lines, suspects),
    ]
    safeguarding.meet(suspects)
    public = safeguarding.tables()
    first = FirstHelp(events=events, last=days.last)
    first.refer(suspects)
    first.help(suspects)
    clients = list(events.clients.values())
    care = Care(force=force, partners=partners, refs=refs, week=week, last=days.last)
    care.of_clients(clients)
    arrested = care.of_suspects(suspects, events.clients)
    faults = Faults(Random(f"faults {force.id} {[one.person.born for one in clients]}"), care, people, times)
    faults.plant(clients, arrested)
    held.rows = [faults.row(str(row["Custody No"]), row) for row in held.rows if not isinstance(row, Planted)]
    consents, *seen = CareFiles(force=force, faults=faults, last=days.last).tables(clients)
    # Before the events, as people were asked: an adult's referral without consent is refused.
    tables += [consents, events.table(faults), *public, *seen]
    tables += HubFiles(force=force, partners=partners, faults=faults).tables([*clients, *arrested])
    return Work(suspects=suspects, lines=lines, tables=tables, known_elsewhere=faults.known_elsewhere)
