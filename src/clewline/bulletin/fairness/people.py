"""Into which group of age, sex and ethnicity each person falls, and what befell them."""

from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass
from datetime import date

from clewline.figures import Row

UNKNOWN = "not recorded"
BANDS: tuple[tuple[str, int, int], ...] = (
    ("under 10", 0, 9),
    ("10 to 13", 10, 13),
    ("14 to 15", 14, 15),
    ("16 to 17", 16, 17),
    ("18 to 25", 18, 25),
    ("26 and over", 26, 999),
)
"""Bands of age in whole years: name, first and last age. Under 10 nobody can be charged, and may be referred."""

ETHNIC_GROUPS: Mapping[str, tuple[str, ...]] = {
    "White": ("W1", "W2", "W3", "W9"),
    "Mixed or multiple": ("M1", "M2", "M3", "M9"),
    "Asian or Asian British": ("A1", "A2", "A3", "A4", "A9", "O1"),
    "Black or Black British": ("B1", "B2", "B9"),
    "Other": ("O2", "O9"),
    "not stated": ("NS",),
}
"""The self-defined ethnicity codes (18+1) by the groups under which they are listed. O1, of the older list of 16+1, is
Chinese, as A4 is now. Lists: en.wikipedia.org/wiki/Self_defined_ethnicity, after the Criminal Justice System Exchange
Data Standards Catalogue; criminaljusticehub.org.uk/jargon-buster/ethnicity-self-defined-code (16+1)."""

GROUPS: Mapping[str, tuple[str, ...]] = {
    "age": (*(name for name, _, _ in BANDS), UNKNOWN),
    "sex": ("female", "male", UNKNOWN),
    "ethnicity": (*ETHNIC_GROUPS, UNKNOWN),
}
"""What people are compared by, and its groups in the order in which they are told: never in one of their numbers."""
_BY_CODE = {code: name for name, codes in ETHNIC_GROUPS.items() for code in codes}


@dataclass(frozen=True, kw_only=True)
class OnePath:
    """What befell one person in a period, and their group in each way of comparing."""

    events: Set[str]
    groups: Mapping[str, str]


def paths_of(rows: Iterable[Row]) -> list[OnePath]:
    """Return one path for each person, from the rows of the selection `paths`.

    The age is that of the first event in the period with which one is recorded, or else by the date of birth on the
    day of the first event; the sex is the first that is recorded.
    """
    people: dict[str, list[Row]] = {}
    for row in rows:
        people.setdefault(row.unit, []).append(row)
    return [_path(some) for some in people.values()]


def _path(rows: list[Row]) -> OnePath:
    rows.sort(key=lambda row: (row.day, row.entry_id))
    return OnePath(
        events=frozenset(row.dimensions["event"] or "" for row in rows),
        groups={
            "age": _band(rows),
            "sex": _first(rows, "sex") or UNKNOWN,
            "ethnicity": _BY_CODE.get((_first(rows, "ethnicity") or "").strip().upper(), UNKNOWN),
        },
    )


def _band(rows: list[Row]) -> str:
    recorded, born = _first(rows, "age"), _first(rows, "born")
    if recorded is not None:
        age = int(recorded)
    elif born is not None:
        birth, day = date.fromisoformat(born), rows[0].day
        age = day.year - birth.year - ((day.month, day.day) < (birth.month, birth.day))
    else:
        return UNKNOWN
    return next((name for name, first, last in BANDS if first <= age <= last), UNKNOWN)


def _first(rows: list[Row], name: str) -> str | None:
    return next((row.dimensions[name] for row in rows if row.dimensions[name] is not None), None)
