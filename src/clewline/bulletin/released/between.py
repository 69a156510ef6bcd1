"""How figures hang together: numbers that are one number under two names, and numbers that are a part of another."""

from collections.abc import Iterable, Iterator, Mapping

from clewline.bulletin.disclosure import Relation, part_of, same
from clewline.bulletin.released.name import COUNTS, YES, Name, Pairs

Family = tuple[str, str]
"""A figure and the version of a definition."""

_HELPED = ("people_safeguarded", "helped 1")
_REFERRED = ("safeguarding_referrals", "people 1")
_CUSTODY = ("arrests", "custody 1")

SAME: dict[Family, tuple[Family, Pairs]] = {
    ("children_safeguarded", "helped 1"): (_HELPED, (("age_group", "child"),)),
    ("adults_safeguarded", "helped 1"): (_HELPED, (("age_group", "adult"),)),
    _REFERRED: (_HELPED, (("note", "referral"),)),
    ("strategy_meetings", "people 1"): (_HELPED, (("note", "strategy meeting"),)),
    ("safety_plans", "people 1"): (_HELPED, (("note", "safety plan"),)),
    ("safeguarding_investigations", "people 1"): (_HELPED, (("note", "investigation"),)),
    ("people_safeguarded", "referral only 1"): (_REFERRED, ()),
    ("line_holders_charged", "arrested in the period 1"): (("line_holders_arrested", "role 1"), ()),
    ("prior_arrest_rate", "violence 1"): (
        ("people_charged", "people 1"),
        (("offence", "drug trafficking"),),
    ),
}
"""A figure that counts the same as another does when it is narrowed; for a rate, its cohort does."""

PART: dict[Family, tuple[Family, Pairs]] = {
    ("people_charged", "people 1"): (("charges", "charge reference 1"), ()),
    ("arrests", "people 1"): (_CUSTODY, ()),
    ("people_released", "people 1"): (("people_released", "custody 1"), ()),
    ("line_holders_arrested", "role 1"): (_CUSTODY, ()),
    ("cuckooed_addresses_identified", "found on a visit 1"): (
        ("cuckooing_visits", "visits 1"),
        (("note", "cuckooed"),),
    ),
}
"""A figure that is never larger than another, narrowed: a person charged has at least one charge."""


def shared(narrowings: Mapping[Family, Iterable[Pairs]]) -> dict[Family, set[Pairs]]:
    """Return the narrowings of each family with those added under which it counts another family's numbers.

    Girls among the children safeguarded are girls among the people safeguarded.
    """
    found = {family: set(some) for family, some in narrowings.items()}
    before = None
    while before != found:  # one figure may be another's part, and that a third's
        before = {family: set(some) for family, some in found.items()}
        for one, (other, where) in SAME.items():
            if one in found and other in found:
                found[other] |= {
                    _and(where, narrowing) for narrowing in found[one] if not _is_rate(narrowing)
                }
    return found


def between(values: Mapping[Name, int]) -> Iterator[Relation]:
    """Yield what binds numbers of different figures, as far as both are there and it is true of them."""
    for table, bind, says in (
        (SAME, same, "both count the same"),
        (PART, part_of, "one counts some of what the other counts"),
    ):
        for name, value in values.items():
            if name.family not in table or _is_rate(name.narrowing):
                continue
            (figure, definition), where = table[name.family]
            other = name._replace(figure=figure, definition=definition, narrowing=_and(where, name.narrowing))
            if other in values and (value == values[other] if table is SAME else value <= values[other]):
                yield bind(name, other, says=f"of {name.figure} and {figure} {says}")


def _and(where: Pairs, narrowing: Pairs) -> Pairs:
    return tuple(sorted({*where, *narrowing}))


def _is_rate(narrowing: Pairs) -> bool:
    return (COUNTS, YES) in narrowing
