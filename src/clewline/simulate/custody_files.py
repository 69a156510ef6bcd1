"""The custody system's exports: custody records, disposals, court results, previous arrests."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from clewline.simulate.chance import often, weighted
from clewline.simulate.custody import Arrest, Suspect
from clewline.simulate.forces import Force
from clewline.simulate.people import People, misread_birth, written
from clewline.simulate.tables import Row, Table

CUSTODY = [
    "Custody No",
    "Arrested On",
    "Arrest Time",
    "Custody Suite",
    "Force",
    "OIC Unit",
    "OIC Collar No",
    "Person No",
    "Surname",
    "Forename(s)",
    "DOB",
    "Sex",
    "Self-Defined Ethnicity",
    "Offence (CJS)",
    "Line Ref",
    "Op Name",
    "Joint With",
]
DISPOSAL = [
    "Charge No",
    "Custody No",
    "Disposed On",
    "Disposal",
    "Force",
    "OIC Unit",
    "Person No",
    "DOB",
    "Sex",
    "Offence (CJS)",
    "Line Ref",
    "Op Name",
    "Charging Officer",
]
RESULT = [
    "Charge No",
    "Hearing Date",
    "Court",
    "Force",
    "Person No",
    "Line Ref",
    "Result",
    "Plea",
    "Custody (months)",
    "Concurrent",
    "Result Text",
]
PREVIOUS = [
    "Force",
    "Person No",
    "Previous Arrest On",
    "Previous Custody No",
    "Previous Offence (CJS)",
    "Source System",
]

_RELEASES = (("RUI", 6), ("BAIL", 2), ("NFA", 2))
_COURTS = ("Crown Court 1", "Crown Court 2", "Magistrates 1", "Magistrates 2", "Youth Court")


@dataclass(kw_only=True)
class CustodyFiles:
    """Writes what one force's custody system holds."""

    rng: Random
    people: People
    force: Force
    partner: Force | None
    """Force that takes part in this one's joint arrests."""
    operation_on: Callable[[Random, date], str]
    """Name of the operation under which work of a day was done."""

    def tables(self, suspects: list[Suspect], *, joint: list[tuple[Force, Suspect, Arrest]]) -> list[Table]:
        """Return the four exports; `joint` are the arrests of another force that this one took part in."""
        arrests = [(a.day, self._custody(s, a)) for s in suspects for a in s.arrests]
        arrests += [(a.day, self._joint(other, s, a)) for other, s, a in joint]
        disposals = [row for s in suspects for row in self._disposals(s)]
        results = [row for s in suspects for row in self._results(s)]
        previous = [(s.arrests[0].day, row) for s in suspects for row in self._previous(s)]
        return [
            self._table("custody record", CUSTODY, arrests),
            self._table("disposal", DISPOSAL, disposals),
            self._table("court result", RESULT, results),
            self._table("previous arrest", PREVIOUS, previous),
        ]

    def _table(self, name: str, columns: list[str], dated: list[tuple[date, Row]]) -> Table:
        dated.sort(key=lambda pair: pair[0])
        return Table(
            system="custodian",
            force=self.force.id,
            name=name,
            columns=tuple(columns),
            rows=[row for _, row in dated],
        )

    def _custody(self, suspect: Suspect, arrest: Arrest) -> Row:
        rng, person = self.rng, suspect.person
        name = written(rng, person, care=0.9)
        return {
            "Custody No": arrest.ref,
            "Arrested On": arrest.day,
            "Arrest Time": f"{rng.randrange(24):02}:{rng.randrange(60):02}",
            "Custody Suite": rng.choice(self.force.suites),
            "Force": self.force.written(rng),
            "OIC Unit": rng.choice(self.force.teams),
            "OIC Collar No": f"{rng.randrange(1000, 9999)}{self.force.letters}",
            "Person No": arrest.number,
            "Surname": name.family,
            "Forename(s)": name.given,
            "DOB": name.born,
            "Sex": "F" if person.sex == "female" else "M",
            "Self-Defined Ethnicity": person.ethnicity,
            "Offence (CJS)": arrest.offence.code,
            "Line Ref": arrest.line.ref,
            "Op Name": self.operation_on(rng, arrest.day),
            "Joint With": self.partner.name if arrest.joint and self.partner else "",
        }

    def _joint(self, other: Force, suspect: Suspect, arrest: Arrest) -> Row:
        """Return the other force's arrest as this force reports it: its own person number, other spellings."""
        rng, person = self.rng, suspect.person
        name = written(rng, person, care=0.55)
        return {
            **self._custody(suspect, arrest),
            "Person No": self.people.number("custodian", self.force.id, person),
            "Surname": name.family,
            "Forename(s)": name.given,
            "DOB": misread_birth(rng, name.born) if often(rng, 0.12) else name.born,
            "Joint With": other.name,
        }

    def _disposals(self, suspect: Suspect) -> Iterator[tuple[date, Row]]:
        """Yield the charges, and a release for each arrest that did not at once lead to them."""
        rng = self.rng
        for n, arrest in enumerate(suspect.arrests):
            prompt = suspect.charge_day is not None and suspect.charge_day <= arrest.day + timedelta(days=2)
            if n > 0 or not prompt:
                row = self._disposal(suspect, arrest)
                outcome = "RUI" if n == 0 and suspect.charges else weighted(rng, _RELEASES)
                yield (
                    arrest.day,
                    {**row, "Person No": arrest.number, "Disposed On": arrest.day, "Disposal": outcome},
                )
        if suspect.charge_day is not None:
            for charge in suspect.charges:
                row = self._disposal(suspect, suspect.arrests[0])
                yield (
                    suspect.charge_day,
                    {
                        **row,
                        "Charge No": charge.ref,
                        "Disposed On": suspect.charge_day,
                        "Disposal": "CHGD",
                        "Offence (CJS)": charge.offence.code,
                        "Op Name": self.operation_on(rng, suspect.charge_day),
                        "Charging Officer": f"{rng.randrange(1000, 9999)}{self.force.letters}",
                    },
                )

    def _disposal(self, suspect: Suspect, arrest: Arrest) -> Row:
        return {
            "Custody No": arrest.ref,
            "Force": self.force.written(self.rng),
            "OIC Unit": self.rng.choice(self.force.teams),
            "Person No": suspect.number,
            "DOB": suspect.person.born,
            "Sex": "F" if suspect.person.sex == "female" else "M",
            "Offence (CJS)": arrest.offence.code,
            "Line Ref": arrest.line.ref,
            "Op Name": self.operation_on(self.rng, arrest.day),
        }

    def _results(self, suspect: Suspect) -> Iterator[tuple[date, Row]]:
        for charge in suspect.charges:
            if (result := charge.result) is not None:
                yield (
                    result.day,
                    {
                        "Charge No": charge.ref,
                        "Hearing Date": result.day,
                        "Court": self.rng.choice(_COURTS),
                        "Force": self.force.written(self.rng),
                        "Person No": suspect.number,
                        "Line Ref": suspect.arrests[0].line.ref,
                        "Result": result.result,
                        "Plea": result.plea,
                        "Custody (months)": result.months,
                        "Concurrent": result.concurrent,
                        "Result Text": "Imprisonment" if result.months else "",
                    },
                )

    def _previous(self, suspect: Suspect) -> Iterator[Row]:
        for ref, day, offence in sorted(suspect.earlier, key=lambda e: e[1]):
            yield {
                "Force": self.force.written(self.rng),
                "Person No": suspect.number,
                "Previous Arrest On": day,
                "Previous Custody No": ref,
                "Previous Offence (CJS)": offence.code,
                "Source System": "national index",
            }
