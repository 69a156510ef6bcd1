"""Margins: the published results that a made-up force must come to, so that figures can be checked against them."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from datetime import date
from decimal import Decimal, InvalidOperation
from importlib.resources import files
from random import Random
from typing import Any

from clewline.errors import BadInput

SCALED = [
    "arrests",
    "people_charged",
    "charges",
    "charges_drug_trafficking",
    "charges_class_a_and_b",
    "people_safeguarded",
    "lines_closed",
    "class_a_kg",
    "class_b_kg",
    "drugs_value_gbp",
    "cash_gbp",
    "firearms",
    "weapons",
    "lines_closed_since",
    "arrests_since",
    "line_holders_arrested",
    "modern_slavery_defendants",
    "modern_slavery_charges",
]
"""Fields that grow with the scale: all but the shares."""


@dataclass(frozen=True, kw_only=True)
class WeekOfAction:
    """An intensification week, in which everything happens more often."""

    name: str
    start: date
    end: date


@dataclass(frozen=True, kw_only=True)
class Release:
    """The results as they were published, to be set beside what is counted."""

    id: str
    publisher: str
    scope: str
    address: str
    values: tuple[tuple[str, str], ...]
    """Indicator, and its value in the words of the release."""


@dataclass(frozen=True, kw_only=True)
class Margins:
    """Results of one force in one week, and of its programme up to the end of that week."""

    force: str
    """Exporting force, by its data.police.uk name."""
    importing_force: str
    """Force at the other end of the lines, which reports the joint arrests again."""
    operation: str
    """Name of the standing operation."""
    start: date
    end: date
    since: date
    """First day of the programme."""
    year_start: date
    """First day of the financial year."""
    weeks_of_action: tuple[WeekOfAction, ...]
    weapon_kinds: tuple[str, ...]
    """Kinds that the week's weapons are of."""
    release: Release | None = None

    arrests: int
    people_charged: int
    charges: int
    charges_drug_trafficking: int
    charges_class_a_and_b: int
    people_safeguarded: int
    lines_closed: int
    class_a_kg: Decimal
    """To the tenth of a gram at most, as are all weights."""
    class_b_kg: Decimal
    drugs_value_gbp: int
    cash_gbp: Decimal
    firearms: int
    weapons: int
    """Without firearms."""

    lines_closed_since: int
    """Since the start of the programme, with the week's; so are the arrests, line holders and defendants."""
    arrests_since: int
    line_holders_arrested: int
    line_holders_charged_percent: int
    line_holders_convicted_percent: int
    """Of those charged whose case has ended."""
    modern_slavery_defendants: int
    modern_slavery_charges: int
    earlier_violence_percent: int
    """Of people charged with drug trafficking in the financial year so far."""

    over: frozenset[str] = frozenset()
    """Fields published as `over` so much: the truth is drawn a little above."""

    def scaled(self, scale: int) -> "Margins":
        """Return margins `scale` times as large; shares stay."""
        return replace(self, **{f: getattr(self, f) * scale for f in SCALED})

    def drawn(self, rng: Random) -> "Margins":
        """Return exact margins: each that was published as `over` is drawn one to two per cent above."""
        above = {
            f: getattr(self, f) + rng.randint(1, max(1, getattr(self, f) // 45)) for f in sorted(self.over)
        }
        return replace(self, over=frozenset(), **above)


def default_margins() -> Margins:
    """Return the margins of the Metropolitan Police's week from 27 February to 5 March 2023."""
    return read_margins((files(__package__) / "margins" / "metropolitan_2023_02_27.json").read_text("utf-8"))


def read_margins(text: str) -> Margins:
    """Return the margins that a JSON text states.

    :raises BadInput: it is no JSON, leaves a margin out, or states margins that no record could meet.
    """
    try:
        said = json.loads(text, parse_float=Decimal)
    except ValueError as wrong:
        raise BadInput(f"The margins are not JSON: {wrong}.") from wrong
    if not isinstance(said, dict):
        raise BadInput("The margins file should hold one JSON object.")
    flat: dict[str, Any] = {**said}
    for part in ("week", "programme"):
        if not isinstance(flat.get(part), dict):
            raise BadInput(f"The margins do not have the part {part!r}.")
        flat |= flat.pop(part)
    over = frozenset(name for name, value in flat.items() if isinstance(value, dict) and "over" in value)
    values = {f.name: _field(f.name, f.type, flat) for f in fields(Margins) if f.name != "over"}
    margins = Margins(**values, over=over)
    if wrong_sum := _impossible(margins):
        raise BadInput(wrong_sum)
    return margins


def _field(name: str, hint: object, said: Mapping[str, Any]) -> Any:
    if name == "release":
        return _release(said["release"]) if said.get("release") else None
    if name not in said:
        raise BadInput(f"The margins do not say {name!r}.")
    value = said[name]["over"] if isinstance(said[name], dict) and "over" in said[name] else said[name]
    try:
        if name == "weeks_of_action":
            return tuple(
                WeekOfAction(name=str(w["name"]), start=_day(w["start"]), end=_day(w["end"])) for w in value
            )
        if name == "weapon_kinds":
            return tuple(str(kind) for kind in value)
        if hint is date:
            return _day(value)
        if hint is int:
            return _whole(value)
        if hint is Decimal:
            return Decimal(value)
        return str(value)
    except (ValueError, TypeError, KeyError, InvalidOperation) as wrong:
        raise BadInput(f"The margin {name!r} cannot be read.") from wrong


def _day(value: Any) -> date:
    return date.fromisoformat(value)


def _whole(value: Any) -> int:
    if isinstance(value, bool) or not isinstance(value, int):
        raise ValueError(value)
    return value


def _release(said: Mapping[str, Any]) -> Release:
    try:
        values = tuple((str(indicator), str(words)) for indicator, words in said["values"])
        return Release(
            id=said["id"],
            publisher=said["publisher"],
            scope=said["scope"],
            address=said["address"],
            values=values,
        )
    except (ValueError, TypeError, KeyError) as wrong:
        raise BadInput(
            "The release in the margins needs id, publisher, scope, address and values."
        ) from wrong


def _impossible(m: Margins) -> str | None:
    """Return a sentence about the first pair of margins that contradict each other."""
    numbers = {f: getattr(m, f) for f in SCALED}
    if negative := [f for f, n in numbers.items() if n < 0]:
        return f"The margin {negative[0]!r} is negative."
    for weight in ("class_a_kg", "class_b_kg"):
        if numbers[weight] * 10_000 % 1:
            return f"The margin {weight!r} is finer than a tenth of a gram."
    if m.cash_gbp * 100 % 1:
        return "The margin 'cash_gbp' is finer than a penny."
    shares = [f.name for f in fields(m) if f.name.endswith("_percent")]
    if outside := [f for f in shares if not 0 <= getattr(m, f) <= 100]:
        return f"The margin {outside[0]!r} is no percentage."
    if not m.since <= m.year_start <= m.start <= m.end:
        return "The days of the margins should come as since, year_start, start, end."
    if not m.weapon_kinds:
        return "The margins need at least one kind of weapon."
    larger = (
        ("arrests", "arrests_since"),
        ("lines_closed", "lines_closed_since"),
        ("people_charged", "charges"),
        ("charges_drug_trafficking", "charges"),
        ("charges_class_a_and_b", "charges"),
        ("modern_slavery_defendants", "modern_slavery_charges"),
        ("line_holders_arrested", "arrests_since"),
    )
    for less, more in larger:
        if getattr(m, less) > getattr(m, more):
            return f"The margin {less!r} is larger than {more!r}."
    if (m.people_charged == 0) != (m.charges == 0) or (m.modern_slavery_defendants == 0) != (
        m.modern_slavery_charges == 0
    ):
        return "The margins have charges without people charged, or people charged without charges."
    return None
