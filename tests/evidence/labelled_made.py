"""Pairs of made-up people of whom the truth is known: each has a home and a work of their own, or shares a street."""

import numpy as np

from clewline.evidence.fitting.labelled import Labelled
from evidence.uses_made import case_of, question

PEOPLE = 8
DAY = 1440


def sites(people: int) -> list[tuple[float, float]]:
    """Return sites about 4 km apart along a strip; the places of a person are three that follow each other."""
    return [(51.0 + 0.04 * n, 0.1 * (n % 2)) for n in range(3 * people)]


def pairs(*, seed: int = 1, near: bool = True, people: int = PEOPLE, zone: str = "UTC") -> list[Labelled]:
    """Return for each person two pairs of phones of theirs, and pairs of people, of whom some live close by."""
    chance = np.random.default_rng(seed)
    said: dict[str, list[str]] = {}

    def phone(person: int, days: range) -> str:
        name = f"n{len(said):03}"
        said[name] = [
            f"{d * DAY + hour * 60 + int(chance.integers(4))} - {3 * person + int(chance.integers(3))}"
            for d in days
            for hour in (9, 9.2, 13, 22)
        ]
        return name

    made = []
    for a in range(people):
        for b in (a, a, *range(a + 1, people)):
            first, second = phone(a, range(4)), phone(b, range(4))
            kind = "same" if a == b else "nearby" if near and b == a + 1 else "random"
            made.append((first, second, kind, a, b))
    made.append((phone(0, range(4)), phone(1, range(4)), "cotravel", 0, 1))
    case = case_of(said, sites=sites(people))
    return [
        Labelled(
            pair=f"{first}-{second}",
            same=kind == "same",
            kind=kind,
            person_a=f"person {a}",
            person_b=f"person {b}",
            columns={"rate": "4"},
            question=question(case, first, second, end=10 * DAY, zone=zone),
        )
        for first, second, kind, a, b in made
    ]
