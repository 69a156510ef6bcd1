"""What a claim asks of the record: a figure, the days, and what it is narrowed to; or why the record cannot say."""

import shlex
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from clewline import reference
from clewline.bulletin.check.against import Verdict
from clewline.bulletin.claim import Claim
from clewline.figures import Figure, all_figures

Known = Callable[[Figure, str, Mapping[str, str]], Iterable[str]]
"""The values that the record has of a figure's dimension, at any time, of the rows that are narrowed so."""


@dataclass(frozen=True, kw_only=True)
class Asked:
    """A question that the record can answer."""

    figure: Figure
    start: date
    end: date
    where: Mapping[str, str]
    """Dimensions and their values, the force among them."""
    times: Decimal = Decimal(1)
    """How many of the claim's units make one of the figure's: 1,000 for a weight in grams."""

    @property
    def command(self) -> str:
        """Return the command that opens the number to its entries."""
        words = ["clewline", "trace", self.figure.name, self.start.isoformat()]
        if self.end != self.start + timedelta(days=6):
            words += ["--end", self.end.isoformat()]
        for name, value in self.where.items():
            words += ["--force", value] if name == "force" else ["--where", shlex.quote(f"{name}={value}")]
        return " ".join(words)


@dataclass(frozen=True, kw_only=True)
class Judged:
    """What the record says to a claim, and how to open its number."""

    verdict: Verdict
    asked: Asked | None
    """None where the record cannot say."""
    new: tuple[str, ...] = ()
    """Entries that count now and did not when the text was published."""
    gone: tuple[str, ...] = ()
    """Entries that counted then and do not now."""


class Unanswerable(Exception):
    """The record cannot say; the words are the end of a sentence."""


WEIGHTS = {"kg": Decimal(1), "g": Decimal(1000), "tonnes": Decimal(1) / 1000}
"""Of each unit of weight, how many make a kilogram, which is the figures' unit."""

UNITS: Mapping[tuple[str, str], Mapping[str, str]] = {
    **{
        ("drugs_seized_count", unit): {"item": unit}
        for unit in ("wraps", "plants", "tablets", "bags", "bundles")
    },
    ("searches_conducted", "people"): {"place": "person"},
    ("searches_conducted", "premises"): {"place": "premises"},
    ("searches_conducted", "addresses"): {"place": "premises"},
    ("searches_conducted", "vehicles"): {"place": "vehicle"},
    ("searches_conducted", "prisons"): {"place": "prison"},
    ("searches_conducted", "cells"): {"place": "cell"},
    ("engagement_events", "sessions"): {"item": "session"},
}
"""Units that narrow a figure which counts in another one."""

SAYS_NOTHING = frozenset(("note", "base"))
"""Qualifiers that are remarks, and narrow nothing."""

IMPLIED: frozenset[tuple[str, str, str]] = frozenset((("knives_seized", "weapon", "bladed"),))
"""Qualifiers that the figure's name says already."""

SAME: Mapping[tuple[str, str], str] = {
    **dict.fromkeys(
        (("age_group", words) for words in ("children", "kids", "juveniles", "minors", "boys and girls")),
        "child",
    ),
    ("age_group", "vulnerable children"): "child",
    ("age_group", "adults"): "adult",
    ("age_group", "vulnerable adults"): "adult",
    ("offence", "drug offences"): "drug trafficking+drug possession",
}
"""Words of a text for values of the record. Near words are not here: the record keeps no young people apart."""


def asked(claim: Claim, *, force: str | None, published: date | None, known: Known) -> Asked:
    """Return what a claim asks; `force` is whose number it is where the text does not say.

    :raises Unanswerable: the record cannot say, with the reason.
    """
    figure = _figure(claim)
    unit = _unit(claim, figure)
    where = {"force": _force(claim, force, figure, known)}
    for key, value in claim.qualifiers:
        remark = key in SAYS_NOTHING and key not in figure.dimensions
        if not remark and (claim.indicator, key, value) not in IMPLIED:
            where[key] = _value(figure, key, value, {"force": where["force"], **unit}, known)
    start, end = _days(claim, published)
    # none of them ever is more likely not taken in than not done
    if claim.value and figure.unit != "percent" and where["force"] not in known(figure, "force", {}):
        raise Unanswerable(
            f"the record has no {figure.title.lower()} of {claim.body or where['force']} on any day"
        )
    times = WEIGHTS.get(claim.unit, Decimal(1)) if figure.unit in WEIGHTS else Decimal(1)
    return Asked(figure=figure, start=start, end=end, where={**where, **unit}, times=times)


def _figure(claim: Claim) -> Figure:
    figure = all_figures().get(claim.indicator)
    if claim.indicator == "change":
        raise Unanswerable(
            "a change is of two periods, and the text does not say which days the earlier one had"
        )
    if figure is None:
        raise Unanswerable(f"no figure counts {claim.indicator.replace('_', ' ')}")
    return figure


def _unit(claim: Claim, figure: Figure) -> Mapping[str, str]:
    """Return what the claim's unit narrows the figure to: mostly nothing, since it is the figure's own."""
    if (claim.indicator, claim.unit) in UNITS:
        return UNITS[claim.indicator, claim.unit]
    if claim.unit == figure.unit or {claim.unit, figure.unit} <= set(WEIGHTS):
        return {}
    if claim.unit == "percent":
        raise Unanswerable(
            f"the text states a share, and {figure.title.lower()} are counted in {figure.unit}"
        )
    raise Unanswerable(
        f"the text counts in {claim.unit.replace('_', ' ')}, and {figure.title.lower()} are counted in {figure.unit}"
    )


def _force(claim: Claim, force: str | None, figure: Figure, known: Known) -> str:
    if claim.scope in ("national", "regional"):
        raise Unanswerable(
            f"the number is of {claim.body or 'several forces'}, and the record is of single forces"
        )
    if claim.scope in ("unit", "local") and "place" not in claim.said:
        raise Unanswerable(
            f"the number is of one {'unit' if claim.scope == 'unit' else 'place'}, and the record counts whole forces"
        )
    found = reference.force_names().get((claim.body or force or "").casefold())
    if found is None and claim.body is None:
        raise Unanswerable("the text does not say whose number it is; name the force with --force")
    if found is None:
        raise Unanswerable(f"the record has no force of the name {claim.body}")
    if found not in known(figure, "force", {}) and not any(
        found in known(other, "force", {}) for other in all_figures().values()
    ):
        raise Unanswerable(f"the record holds nothing of {claim.body or found}")
    return found


def _value(figure: Figure, key: str, said: str, where: Mapping[str, str], known: Known) -> str:
    """Return the record's value of a dimension for the words of a text; several are joined by `+`."""
    if key not in figure.dimensions:
        raise Unanswerable(f"no figure counts {figure.title.lower()} by {key.replace('_', ' ')} ({said})")
    if (key, said) in SAME:
        return SAME[key, said]
    if key == "drug_class":
        return said
    values = {_plain(value): value for value in known(figure, key, where)}
    for part in figure.parts:
        # `sword` is told with its other kinds, as the printed part has it.
        values.update({_plain(one): part.where[key] for one in part.where.get(key, "").split("+") if one})
    if key == "drug":
        found = [reference.drug_names().get(name.casefold()) for name in _names(said)]
        if all(found):
            return "+".join(name for name in found if name)
    elif _plain(said) in values:
        return values[_plain(said)]
    have = ", ".join(sorted(set(values.values()))[:6])
    raise Unanswerable(
        f"the record has no {key.replace('_', ' ')} “{said}” of {figure.title.lower()}"
        + (f"; it has {have}" if have else "")
    )


def _names(said: str) -> list[str]:
    """Return the names of a list, as `cocaine, heroin and cannabis`."""
    return [name for name in said.replace(" and ", ", ").split(", ") if name]


def _plain(words: str) -> str:
    """Return words without capitals, hyphens and the `s` of several, so that `e-scooters` is `e-scooter`."""
    return words.casefold().replace("-", " ").removesuffix("s")


def _days(claim: Claim, published: date | None) -> tuple[date, date]:
    start, end = claim.period.start, claim.period.end
    if start is None:
        raise Unanswerable("the text does not say for which days the number is")
    if end is None and claim.period.kind in ("since", "fy"):
        end = published
    if end is None:
        raise Unanswerable("the text does not say up to which day the number is")
    return start, end
