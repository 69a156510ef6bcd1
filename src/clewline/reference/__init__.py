"""The reference lists: offence codes, drugs and their dated classes, forces; the table of duties towards people.

They are data files beside this one, each read once, when it is first asked for. Where they come from and
under which licences: NOTICE.md. How the generated ones are rebuilt: tools/build_reference.py.
"""

import csv
import io
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any, Literal

OffenceGroup = Literal[
    "drug trafficking", "drug possession", "modern slavery", "violence", "weapons", "other"
]
Class = Literal["A", "B", "C"]


@dataclass(frozen=True, slots=True)
class Offence:
    """One code of the CJS list, with what Clewline reads from its title."""

    code: str
    title: str
    category: str
    """The list's own: CI indictable, CE either way, CS summary, CM summary motoring; others are not charges."""
    recordable: bool
    """Whether the list marks it as recordable on the Police National Computer."""
    offence_group: OffenceGroup
    """By the first fitting rule of offence_groups.csv: Clewline's own grouping, no rule of law."""
    drug: str | None
    """The drug that the title of a drug offence names first, by its name in drugs.csv."""
    drug_class: Class | None
    """As the list of codes has it; a title keeps the class of its day, so a seizure's class is `drug_class()`."""
    class_basis: Literal["title", "other titles"] | None
    """Whether this title states the class, or only the other titles that name the same drug."""


@dataclass(frozen=True, kw_only=True, slots=True)
class DrugClass:
    """The class of a drug under the Misuse of Drugs Act 1971 from one day to another, both included."""

    drug: str
    drug_class: Class
    valid_from: date
    valid_to: date
    """9999-12-31 where it still holds."""
    authority: str
    """The instrument or list it was taken from; says `date not confirmed` where that is so."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Force:
    """A territorial police force of England and Wales, or the British Transport Police."""

    id: str
    """Its name at data.police.uk, as `west-midlands`."""
    name: str
    pnc_code: str
    """Its code on the Police National Computer: two digits, the first may be 0."""
    ons_code: str | None
    """The statistics office's code of its area; the British Transport Police has none."""


@cache
def offences() -> dict[str, Offence]:
    """Return every CJS offence code."""
    # By position: 15,352 rows through keywords or a dictionary each would take several times as long.
    return {
        code: Offence(
            code,
            title,
            category,
            recordable == "yes",
            group,
            drug or None,
            drug_class or None,
            basis or None,
        )
        for code, title, category, recordable, group, drug, drug_class, basis in _rows("offences.csv")
    }


@cache
def drug_names() -> dict[str, str]:
    """Return the record's name of a drug for each name that forces write, casefolded."""
    return {alias.casefold(): drug for drug, alias in _rows("drugs.csv")}


@cache
def drug_classes() -> tuple[DrugClass, ...]:
    """Return the dated classes of each drug, earlier first."""
    return tuple(
        DrugClass(
            drug=drug,
            drug_class=drug_class,
            valid_from=date.fromisoformat(valid_from),
            valid_to=date.fromisoformat(valid_to),
            authority=authority,
        )
        for drug, drug_class, valid_from, valid_to, authority in _rows("drug_class.csv")
    )


def drug_class(drug: str, on: date) -> Class | None:
    """Return the class that a drug, by its name in the record, had on a day; None if it was in none."""
    for row in _classes_by_drug().get(drug, ()):
        if row.valid_from <= on <= row.valid_to:
            return row.drug_class
    return None


@cache
def forces() -> dict[str, Force]:
    """Return the forces by their id."""
    return {
        force: Force(id=force, name=name, pnc_code=pnc_code, ons_code=ons_code or None)
        for force, name, pnc_code, ons_code in _rows("forces.csv")
    }


@cache
def force_names() -> dict[str, str]:
    """Return a force's id for each of its names and codes, casefolded."""
    names = {alias.casefold(): force for force, alias in _rows("force_alias.csv")}
    for force in forces().values():
        for name in (force.id, force.name, force.pnc_code, force.ons_code):
            if name is not None:
                names[name.casefold()] = force.id
    return names


@cache
def duties() -> str:
    """Return the table of duties as it is written; `safeguarding.duty_table` reads it."""
    return _text("duties.csv")


@cache
def _classes_by_drug() -> dict[str, list[DrugClass]]:
    rows = defaultdict(list)
    for row in drug_classes():
        rows[row.drug].append(row)
    return dict(rows)


def _rows(name: str) -> Iterator[list[Any]]:
    """Return the rows of one of the data files, without its header.

    The fields are strings; the tests hold them to the narrower types that the dataclasses above promise.
    """
    rows = csv.reader(io.StringIO(_text(name)))
    next(rows)
    return rows


def _text(name: str) -> str:
    return files(__name__).joinpath(name).read_text("utf-8")
