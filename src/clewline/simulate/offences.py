"""Offences that the made-up forces charge: a few of the CJS codes, with what their titles state."""

from dataclasses import dataclass
from random import Random
from typing import Literal

from clewline.simulate.chance import handed_out, weighted

Group = Literal["drug trafficking", "drug possession", "modern slavery", "violence", "weapons", "other"]


@dataclass(frozen=True)
class Offence:
    """One code; how often it is drawn among its like."""

    code: str
    group: Group
    drug_class: Literal["A", "B", "C"] | None
    weight: int


OFFENCES = (
    Offence("MD71130", "drug trafficking", "A", 6),  # supply cocaine
    Offence("MD71131", "drug trafficking", "A", 5),  # supply heroin
    Offence("MD71134", "drug trafficking", "A", 6),  # supply crack cocaine
    Offence("MD71230", "drug trafficking", "A", 7),  # possess with intent to supply cocaine
    Offence("MD71231", "drug trafficking", "A", 6),  # possess with intent to supply heroin
    Offence("MD71234", "drug trafficking", "A", 7),  # possess with intent to supply crack cocaine
    Offence("MD71233", "drug trafficking", "A", 1),  # possess with intent to supply MDMA
    Offence("MD71130C", "drug trafficking", "A", 3),  # conspire to supply cocaine
    Offence("MD71131C", "drug trafficking", "A", 2),  # conspire to supply heroin
    Offence("MD71526", "drug trafficking", "B", 5),  # possess with intent to supply cannabis
    Offence("MD71532", "drug trafficking", "B", 3),  # supply cannabis
    Offence("MD71533", "drug trafficking", "B", 3),  # concerned in the supply of cannabis
    Offence("MD71597", "drug trafficking", "B", 1),  # possess with intent to supply ketamine
    Offence("MD71442", "drug trafficking", "C", 4),  # possess with intent to supply, Class C other
    Offence("MD71445", "drug trafficking", "C", 3),  # supply, Class C other
    Offence("MD71447", "drug trafficking", "C", 2),  # concerned in the supply, Class C other
    Offence("MD71210", "drug possession", "A", 3),  # possess cocaine
    Offence("MD71211", "drug possession", "A", 2),  # possess heroin
    Offence("MD71214", "drug possession", "A", 2),  # possess crack cocaine
    Offence("MD71530", "drug possession", "B", 6),  # possess cannabis
    Offence("MD71596", "drug possession", "B", 1),  # possess ketamine
    Offence("MS15003", "modern slavery", None, 6),  # arrange travel with a view to exploitation
    Offence("MS15002", "modern slavery", None, 2),  # require forced labour
    Offence("MS15003C", "modern slavery", None, 1),  # conspire to arrange travel
    Offence("OF61102", "violence", None, 5),  # assault occasioning actual bodily harm
    Offence("OF61131", "violence", None, 3),  # wound or inflict grievous bodily harm
    Offence("OF61017", "violence", None, 2),  # grievous bodily harm with intent
    Offence("CJ88116", "violence", None, 3),  # assault by beating
    Offence("PC53001", "weapons", None, 4),  # offensive weapon in a public place
    Offence("CJ88144", "weapons", None, 5),  # knife in a public place
    Offence("PC02021", "other", None, 5),  # acquire, use or possess criminal property
    Offence("TH68072", "other", None, 2),  # receive stolen goods
    Offence("TH68010", "other", None, 3),  # theft from a shop
    Offence("CD71039", "other", None, 2),  # criminal damage
)

_CHARGED = (("drug trafficking", 72), ("drug possession", 12), ("weapons", 8), ("other", 8))
_EARLIER = (("other", 5), ("drug possession", 4), ("weapons", 2))
"""Groups of the offences of earlier arrests that were not for violence."""


def one_of(rng: Random, *groups: str, classes: tuple[str | None, ...] = ("A", "B", "C", None)) -> Offence:
    """Return an offence of these groups and classes."""
    return weighted(rng, [(o, o.weight) for o in OFFENCES if o.group in groups and o.drug_class in classes])


def charged(rng: Random) -> Offence:
    """Return an offence such as people of a county line are charged with, modern slavery apart."""
    return one_of(rng, weighted(rng, _CHARGED))


def earlier(rng: Random) -> Offence:
    """Return an offence of an earlier arrest that was not for violence."""
    return one_of(rng, weighted(rng, _EARLIER))


def charge_sheet(
    rng: Random, *, people: int, charges: int, trafficking: int, class_a_and_b: int, slavery: int
) -> list[list[Offence]]:
    """Return each person's charges, so that all come to these totals.

    Trafficking and Class A and B overlap: most trafficking is of Class A or B, and some possession is too.
    `slavery` of the remaining charges are modern slavery, of as many people; fewer where fewer remain.
    """
    fewest, most = max(0, trafficking + class_a_and_b - charges), min(trafficking, class_a_and_b)
    both = max(fewest, min(most, round(most * rng.uniform(0.86, 0.96))))
    others = charges - trafficking - class_a_and_b + both
    slavery = min(slavery, others, people)
    drawn = [one_of(rng, "drug trafficking", classes=("A", "B")) for _ in range(both)]
    drawn += [one_of(rng, "drug trafficking", classes=("C",)) for _ in range(trafficking - both)]
    drawn += [one_of(rng, "drug possession") for _ in range(class_a_and_b - both)]
    drawn += [one_of(rng, "weapons", "other") for _ in range(others - slavery)]
    rng.shuffle(drawn)
    drawn += [one_of(rng, "modern slavery") for _ in range(slavery)]
    # The last charges, the modern slavery ones, go one to a person: each of them is a defendant.
    sheets: list[list[Offence]] = [[drawn.pop()] for _ in range(people)]
    for sheet, more in zip(sheets, handed_out(rng, charges, people), strict=True):
        sheet += [drawn.pop() for _ in range(more - 1)]
    rng.shuffle(sheets)
    return sheets
