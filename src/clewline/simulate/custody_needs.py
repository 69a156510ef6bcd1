"""The custody system's register of what children in custody needed, and who saw to it."""

from collections.abc import Iterator
from datetime import date
from random import Random

from clewline.simulate.chance import often
from clewline.simulate.custody import Suspect
from clewline.simulate.days import years_before
from clewline.simulate.forces import Force
from clewline.simulate.tables import Row, Table

NEED = ("Need No", "Seen To On", "Force", "Person No", "DOB", "Sex", "Custody No", "Need", "Seen To By")
_SEEN_TO_BY = {"AA": "appropriate adult of the scheme", "LEGAL": "duty solicitor", "MED": "custody nurse"}
_MEDICAL = 0.6
"""Of children in custody, those whom the nurse saw: assumed. Each has an appropriate adult and legal advice, as Code C
of the Police and Criminal Evidence Act 1984 asks (`reference/duties.csv`)."""


def needs(force: Force, suspects: list[Suspect]) -> Table:
    """Return the register: what was seen to at the first arrest of each child."""
    dated = sorted(_seen_to(force, suspects), key=lambda pair: pair[0])
    return Table(
        system="custodian", force=force.id, name="custody need", columns=NEED, rows=[row for _, row in dated]
    )


def _seen_to(force: Force, suspects: list[Suspect]) -> Iterator[tuple[date, Row]]:
    for one in suspects:
        arrest = one.arrests[0]
        if one.person.born <= years_before(arrest.day, 18):
            continue
        rng = Random(f"needs {one.number} {one.person.born}")
        for need, by in _SEEN_TO_BY.items():
            if need == "MED" and not often(rng, _MEDICAL):
                continue
            yield (
                arrest.day,
                {
                    "Need No": f"{arrest.ref}/{need}",
                    "Seen To On": arrest.day,
                    "Force": force.name,
                    "Person No": one.number,
                    "DOB": one.person.born,
                    "Sex": "F" if one.person.sex == "female" else "M",
                    "Custody No": arrest.ref,
                    "Need": need,
                    "Seen To By": by,
                },
            )
