"""The custody system's register of what people in custody needed, and who saw to it."""

from collections.abc import Iterator
from datetime import date
from random import Random

from clewline.simulate.chance import often
from clewline.simulate.custody import Arrest, Suspect
from clewline.simulate.days import years_before
from clewline.simulate.forces import Force
from clewline.simulate.tables import Row, Table

NEED = ("Need No", "Seen To On", "Force", "Person No", "DOB", "Sex", "Custody No", "Need", "Seen To By")
_SEEN_TO_BY = {"AA": "appropriate adult of the scheme", "LEGAL": "duty solicitor", "MED": "custody nurse"}
_WRITTEN = 0.96
"""Of the needs of an adult's stay, how many somebody wrote down as seen to: assumed. Of a child's all are, as Code C of
the Police and Criminal Evidence Act 1984 asks (`reference/duties.csv`)."""

Joint = tuple[str, Suspect, Arrest]
"""A person's number, the person, and an arrest of theirs by another force."""


def needs(force: Force, suspects: list[Suspect], *, joint: list[Joint]) -> Table:
    """Return the register: what was seen to at each arrest; `joint` are the arrests of another force that this one
    reports too, each with the number under which it holds the person.
    """
    own = ((one, arrest, arrest.number) for one in suspects for arrest in one.arrests)
    found = [
        *(
            pair
            for one, arrest, number in own
            for pair in _seen_to(force, one, arrest, number, one.person.born)
        ),
        # Without a date of birth: in the report of the arrest it may be misread, and there it is told.
        *(pair for number, one, arrest in joint for pair in _seen_to(force, one, arrest, number, None)),
    ]
    found.sort(key=lambda pair: pair[0])
    return Table(
        system="custodian", force=force.id, name="custody need", columns=NEED, rows=[row for _, row in found]
    )


def _seen_to(
    force: Force, suspect: Suspect, arrest: Arrest, number: str, born: date | None
) -> Iterator[tuple[date, Row]]:
    child = suspect.person.born > years_before(arrest.day, 18)
    # Chance of its own, and the same in both forces: what the other files hold does not hang on this one.
    rng = Random(f"needs {arrest.ref} {suspect.person.born}")
    for need, by in _SEEN_TO_BY.items():
        if (need == "AA" and not child) or not (child or often(rng, _WRITTEN)):
            continue
        yield (
            arrest.day,
            {
                "Need No": f"{arrest.ref}/{need}",
                "Seen To On": arrest.day,
                "Force": force.name,
                "Person No": number,
                "DOB": born,
                "Sex": "F" if suspect.person.sex == "female" else "M",
                "Custody No": arrest.ref,
                "Need": need,
                "Seen To By": by,
            },
        )
