"""Who considered section 45 of the Modern Slavery Act 2015 before a child was charged, as the custody system has it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from clewline.simulate.custody import Suspect
from clewline.simulate.days import years_before
from clewline.simulate.forces import Force
from clewline.simulate.tables import Row, Table

CONSIDERATION = (
    "Review No",
    "Considered On",
    "Force",
    "Person No",
    "DOB",
    "Sex",
    "Custody No",
    "Test",
    "Outcome",
    "Direct Consequence",
    "Schedule 4",
    "Reason",
    "Considered By",
)
_OUTCOMES = (
    (
        "NONE",
        "No sign that they were made to, or that it follows from being exploited; seen with their solicitor.",
    ),
    ("NONE", "Interview, phone and referral read; nothing says that the act follows from being a victim."),
    ("OPEN", "Referred to the National Referral Mechanism; the question stays open until that decision."),
)


@dataclass(frozen=True, kw_only=True)
class Considered:
    """What was considered of one child, before they were charged."""

    day: date
    outcome: str
    """By the system's codes; OPEN is not settled."""
    reason: str


def considered(one: Suspect) -> Considered | None:
    """Return what was considered of a child who is charged; none of anybody else."""
    if one.charge_day is None or one.person.born <= years_before(one.charge_day, 18):
        return None
    # Chance of its own: what the other files hold does not hang on this one.
    rng = Random(f"{one.number} {one.person.born}")
    day = max(one.arrests[0].day, one.charge_day - timedelta(days=rng.randrange(3)))
    outcome, reason = rng.choice(_OUTCOMES)
    return Considered(day=day, outcome=outcome, reason=reason)


def considerations(force: Force, suspects: list[Suspect]) -> Table:
    """Return the register of considerations: one of each child who is charged, before the charge."""
    dated = sorted(_considered(force, suspects), key=lambda pair: pair[0])
    return Table(
        system="custodian",
        force=force.id,
        name="charging consideration",
        columns=CONSIDERATION,
        rows=[{**row, "Review No": f"{force.letters}/RV{n:05}"} for n, (_, row) in enumerate(dated, start=1)],
    )


def _considered(force: Force, suspects: list[Suspect]) -> Iterator[tuple[date, Row]]:
    for one in suspects:
        review = considered(one)
        if review is None:
            continue
        rng = Random(f"considered by {one.number} {one.person.born}")
        yield (
            review.day,
            {
                "Considered On": review.day,
                "Force": force.name,
                "Person No": one.number,
                "DOB": one.person.born,
                "Sex": "F" if one.person.sex == "female" else "M",
                "Custody No": one.arrests[0].ref,
                "Test": "CHILD",
                "Outcome": review.outcome,
                "Direct Consequence": "N" if review.outcome == "NONE" else None,
                "Schedule 4": "N",
                "Reason": review.reason,
                "Considered By": f"{rng.randrange(1000, 9999)}{force.letters}",
            },
        )
