"""Separation: uses at once in places too far apart for one carrier, and what their absence says.

Which uses no single carrier can have made is told in `apart.py`: cells' reach, top speed and doubtful times all taken
in favour of one carrier. A day on which both phones were used near in time is an opportunity; it either has such uses
or not. One day is one episode, however many impossible pairs it holds. Where x = ln(1 + pairs of uses so near in time
that a separation of 10 km could have shown), the chance of a day with a separation is

    one carrier         logistic(d + s z)          coordinates or times that are wrong
    unrelated people    logistic(c + g x + t z)
    neighbours          the same with coefficients of their own

z is a standard normal value that all days of two phones share: who lives apart is apart on most days. log10 LR is the
ratio of the chances of the days as they were. It is cut at bounds, and where there is any impossible pair it never
exceeds 0. Fitted by `fitting/separation.py`; see the model's card.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from clewline.evidence.apart import SHARP, TOP_SPEED, Crossings, crossings
from clewline.evidence.clock import written
from clewline.evidence.evidence_type import EvidenceType, Question
from clewline.evidence.finding import Fact, Finding, Propositions, Ratio, RowRef, Weight
from clewline.evidence.use import CaseUses, Floats, Ints, Uses

LN10 = float(np.log(10))
Bools = np.ndarray[tuple[int], np.dtype[np.bool_]]
_NODES, _SHARES = np.polynomial.hermite_e.hermegauss(21)
_LOG_SHARES = np.log(_SHARES / _SHARES.sum())
PROPOSITIONS = Propositions(
    first="One person carried both phones at every use of them in the period.",
    second="Two people who have nothing to do with each other carried them.",
)
NEIGHBOURS = Propositions(
    first=PROPOSITIONS.first,
    second="Two people whose ways lie close together, as neighbours or colleagues, carried them.",
)
LIMITS = (
    "It speaks of one carrier at every use: a phone that was lent, handed over or left at home with another user for "
    "an hour is separated, whoever carries it otherwise.",
    "A cell recorded at a wrong place, a wrong clock, a forwarded call, or a second SIM with the same number can make "
    "one carrier look like two; each impossible pair is to be checked with the operator.",
    "Aircraft and international trains are faster than the top speed that is allowed for; a helicopter flight, or one "
    "with the phone left on, separates its passenger.",
    "That no separation was found says little: two people of one household or one town may seldom be apart by more "
    "than their cells reach, and pairs of people who live with each other are not in the fit.",
    "Uses whose recorded time does not date them exactly are left out, as are cells without coordinates.",
    "Not to be added to co-travel: both read the same places.",
)


@dataclass(frozen=True, kw_only=True)
class Days:
    """The days on which both phones were used near in time."""

    day: Ints
    separated: Bools
    sharp: Floats
    """ln(1 + pairs of uses that could have shown a separation of 10 km)."""


def days(found: Crossings) -> Days:
    """Return the days of the crossings, each with whether it holds an impossible pair."""
    day, which = np.unique(found.day, return_inverse=True)
    separated = np.bincount(which, found.impossible, len(day)) > 0
    return Days(
        day=day, separated=separated, sharp=np.log1p(np.bincount(which, found.possible <= SHARP, len(day)))
    )


def log_chances(separated: Bools, score: Floats, spread: float, starts: Ints) -> Floats:
    """Return for each group the log of the chance of its days as they were.

    `score` is the log odds of each day but for z, which is unknown and shared by a group; a group is the days from one
    of `starts` to the next.
    """
    sign = np.where(separated, 1.0, -1.0)
    each = -np.logaddexp(0, -sign[:, None] * (score[:, None] + spread * _NODES))
    found: Floats = np.logaddexp.reduce(np.add.reduceat(each, starts) + _LOG_SHARES, axis=1)
    return found


def log10_ratio(separated: Bools, sharp: Floats, fitted: Mapping[str, float], kind: str = "apart") -> float:
    """Return the log10 LR of days as they were, before its bounds; `kind` is of the second proposition."""
    one = np.zeros(1, np.int64)
    errors = log_chances(separated, np.full(len(sharp), fitted["error"]), fitted["error_spread"], one)
    apart = fitted[kind] + fitted[f"{kind}_sharp"] * sharp
    others = log_chances(separated, apart, fitted[f"{kind}_spread"], one)
    return float(errors[0] - others[0]) / LN10


def weigh(question: Question, model: Mapping[str, Any] | None) -> Finding:
    """Return the finding on separation of two phones in the period."""
    first, second = (u.between(question.start, question.end) for u in (question.first, question.second))
    found = crossings(first, second, question.case, question.start)
    told = _Told(first, second, question.case, found, question.zone)
    of = days(found)
    finding: dict[str, Any] = {
        "type": TYPE.name,
        "first": first.name,
        "second": second.name,
        "facts": tuple(told.facts()),
        "episodes": len(of.day),
        "limits": LIMITS,
        "rows": frozenset(told.rows(np.ones(len(found.first), bool))),
    }
    if model is None or not len(of.day):
        why = (
            "There is no fitted model for it."
            if model is None
            else "The phones were never used within an hour of each other at known places and times."
        )
        return Finding(**finding, ratio=None, why_none=why)
    return Finding(
        **finding,
        ratio=_ratio(PROPOSITIONS, of, model, "apart"),
        against=(_ratio(NEIGHBOURS, of, model, "near"),) if "near" in model["bounds"] else (),
        weights=tuple(_weights(of, model, told)),
        model=str(model["version"]),
    )


def _ratio(propositions: Propositions, of: Days, model: Mapping[str, Any], kind: str) -> Ratio:
    value = log10_ratio(of.separated, of.sharp, model["fitted"], kind)
    again = [log10_ratio(of.separated, of.sharp, one, kind) for one in model["resampled"]]
    lower, upper = np.quantile([*again, value], (0.025, 0.975))
    least, most = model["bounds"][kind]
    top = 0.0 if of.separated.any() else most
    ends = (float(np.clip(v, least, top)) for v in (min(lower, value), value, max(upper, value)))
    lower, middle, upper = ends
    note = (
        "Few of many days are separated: errors of the records explain that as well as two people do."
        if of.separated.any() and value > 0
        else None
    )
    return Ratio(
        propositions=propositions,
        log10_lr=middle,
        lower=lower,
        upper=upper,
        least=least,
        most=most,
        note=note,
    )


def _weights(of: Days, model: Mapping[str, Any], told: "_Told") -> list[Weight]:
    """What the days would say with no separation, and what each separated day changes; they add up."""
    none = log10_ratio(np.zeros(len(of.day), bool), of.sharp, model["fitted"])
    many = int(of.separated.sum())
    said = (
        f"{len(of.day)} {'day' if len(of.day) == 1 else 'days'} on which both phones were used near in time"
    )
    weights = [
        Weight(
            what=f"{said}, had no use been too far from the other",
            log10=none,
            rows=told.rows(np.ones(len(told.found.day), bool)),
        )
    ]
    change = (log10_ratio(of.separated, of.sharp, model["fitted"]) - none) / max(many, 1)
    for day in of.day[of.separated]:
        on = (told.found.day == day) & told.found.impossible
        weights.append(Weight(what=told.day(on), log10=change, rows=told.rows(on)))
    return weights


@dataclass(frozen=True)
class _Told:
    """The crossings as a reader is told of them, with their rows."""

    first: Uses
    second: Uses
    case: CaseUses
    found: Crossings
    zone: str

    def rows(self, which: Bools | Ints) -> tuple[RowRef, ...]:
        """Return the rows of some crossings, each once."""
        return (
            *self.case.refs(self.first, np.unique(self.found.first[which])),
            *self.case.refs(self.second, np.unique(self.found.second[which])),
        )

    def facts(self) -> Iterator[Fact]:
        """Yield the impossible pairs; of those of one use, the clearest, unless its other use has a clearer one."""
        beyond = np.where(self.found.impossible, self.found.apart - self.found.possible, 0.0)
        best_first, best_second = np.zeros(len(self.first)), np.zeros(len(self.second))
        np.maximum.at(best_first, self.found.first, beyond)
        np.maximum.at(best_second, self.found.second, beyond)
        clearest = np.minimum(best_first[self.found.first], best_second[self.found.second])
        for at in np.flatnonzero(self.found.impossible & (beyond >= clearest)):
            yield Fact(what=self._pair(int(at)), rows=self.rows(np.array([at])))

    def day(self, which: Bools) -> str:
        """Return a sentence on the impossible pairs of a day."""
        beyond = np.where(which, self.found.apart - self.found.possible, -np.inf)
        many = int(which.sum())
        return f"{many} {'pair' if many == 1 else 'pairs'} of uses too far apart; {self._pair(int(beyond.argmax()))}"

    def _pair(self, at: int) -> str:
        begun = self.first.earliest[self.found.first[at]], self.second.earliest[self.found.second[at]]
        one, other = (written(int(t), zone=self.zone) for t in begun)
        reached = self.found.possible[at] - TOP_SPEED * self.found.seconds[at]
        return (
            f"first phone {one}, second phone {other}: cells {self.found.apart[at] / 1000:.1f} km apart; less the "
            f"reach of both, {reached / 1000:.1f} km, one carrier would have needed "
            f"{self.found.needed[at] * 3.6:,.0f} km/h"
        )


TYPE = EvidenceType(
    name="separation",
    title="Separation",
    propositions=PROPOSITIONS,
    limits=LIMITS,
    weigh=weigh,
    model="separation_1",
    reads=("lat", "lon"),
)
