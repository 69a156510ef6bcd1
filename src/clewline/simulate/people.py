"""People: stable identities behind the inconsistent spellings of several systems. All names are composed at random."""

from collections import defaultdict
from dataclasses import dataclass, replace
from datetime import date, timedelta
from random import Random
from typing import Literal

from clewline.simulate.chance import often, weighted
from clewline.simulate.days import years_before

Sex = Literal["male", "female"]

_HEADS = (
    "Ash Bram Cald Dun Elm Fenn Grat Hal Ing Kel Lam Marl Nor Ox Pel Quen Rad Sel Thur Ulv Ven Wick Yar Zel"
)
_TAILS = "bourne combe den eford erby field gate hurst ing lock mere ner over quist rick shaw stowe thwaite vale wyn"
_MEN = "Aaron Bilal Callum Dário Ethan Femi George Hamza Ivo José Kofi Liam Marek Noel Omar Piotr Rhys Sami Tariq Will"
_WOMEN = "Amira Beth Chloé Dana Esme Fatou Grace Hana Inés Jade Kayla Lena Maya Nadia Olga Priya Renée Siân Tess Zoë"
_ETHNICITIES = (("W1", 42), ("W9", 14), ("B1", 12), ("B2", 10), ("A9", 7), ("M1", 6), ("O9", 4), ("NS", 5))
"""Self-defined ethnicity codes and how often they are drawn; NS: not stated."""


@dataclass(frozen=True, kw_only=True)
class Person:
    """Who someone is, whatever the systems write."""

    key: int
    family: str
    given: str
    born: date
    sex: Sex
    ethnicity: str


@dataclass(frozen=True, kw_only=True)
class Written:
    """How one row writes someone."""

    family: str
    given: str
    born: date


class People:
    """Makes people, gives them each system's person numbers, and remembers which numbers are one person."""

    def __init__(self, rng: Random) -> None:
        self._rng = rng
        self._made = 0
        self._numbers: dict[tuple[str, str, int], str] = {}
        self._taken: dict[tuple[str, str], int] = defaultdict(int)
        self.records: dict[int, list[str]] = defaultdict(list)
        """Person key to all person numbers, each as `force/number`."""

    def new(self, on: date, *, youngest: int, oldest: int, women: float = 0.1) -> Person:
        """Return a new person whose age on the day is within the bounds."""
        rng = self._rng
        self._made += 1
        sex: Sex = "female" if often(rng, women) else "male"
        family = rng.choice(_HEADS.split()) + rng.choice(_TAILS.split())
        if often(rng, 0.07):
            family += "-" + rng.choice(_HEADS.split()) + rng.choice(_TAILS.split())
        given = rng.choice((_WOMEN if sex == "female" else _MEN).split())
        if often(rng, 0.25):
            given += " " + rng.choice((_WOMEN if sex == "female" else _MEN).split())
        return Person(
            key=self._made,
            family=family,
            given=given,
            born=years_before(on, rng.randint(youngest, oldest), rng.randrange(365)),
            sex=sex,
            ethnicity=weighted(rng, _ETHNICITIES),
        )

    def number(self, system: str, force: str, person: Person) -> str:
        """Return the number under which a force's system holds the person; the same each time."""
        key = (system, force, person.key)
        if key not in self._numbers:
            self._numbers[key] = self._allot(system, force, person)
        return self._numbers[key]

    def held(self, system: str, force: str, person: Person) -> str | None:
        """Return the number under which a force's system holds the person; none where it does not."""
        return self._numbers.get((system, force, person.key))

    def second_number(self, system: str, force: str, person: Person) -> str:
        """Return a further number for a person whom the system already holds: a record made twice by mistake."""
        return self._allot(system, force, person)

    def _allot(self, system: str, force: str, person: Person) -> str:
        self._taken[system, force] += 1
        number = f"{system[0].upper()}{force[0].upper()}{self._taken[system, force] + 100_000}"
        self.records[person.key].append(f"{force}/{number}")
        return number


def written(rng: Random, person: Person, *, care: float) -> Written:
    """Return the person as a row writes them: with `care` as known, else with one of the usual slips."""
    plain = Written(family=person.family, given=person.given, born=person.born)
    if often(rng, care):
        return plain
    slip = rng.choice(("swapped", "hyphen", "transposed", "upper", "one name", "spaces"))
    if slip == "swapped":
        return replace(plain, family=person.given.split()[0], given=person.family)
    if slip == "hyphen":
        return replace(plain, family=person.family.replace("-", " "))
    if slip == "transposed":
        at = rng.randrange(1, len(person.family) - 1)
        letters = list(person.family)
        letters[at], letters[at + 1] = letters[at + 1], letters[at]
        return replace(plain, family="".join(letters))
    if slip == "upper":
        return replace(plain, family=person.family.upper())
    if slip == "one name":
        return replace(plain, given=person.given.split()[0])
    return replace(plain, family=f" {person.family} ")


def misread_birth(rng: Random, born: date) -> date:
    """Return the date of birth with one digit off."""
    if often(rng, 0.5) and born.day <= 18:
        return born + timedelta(days=10)
    return born.replace(day=born.day - 1) if born.day > 1 else born.replace(day=2)
