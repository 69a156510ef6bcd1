"""Usual places by hour: whether two phones are at the same places, as at home or at work, at the same time of day.

It does not ask whether the phones were together: the days of the one need not be those of the other, as of a line in
one month and a holder's phone in another. What counts are parts of days of three hours (`habit.py`), each place at a
time of day as alike in both phones as it is rare in the others (`alike.py`):

    part = s w (a max(r, 0) - b max(-r, 0) - e) / 2

log10 LR is the sum over the places of both phones. e is what one person's two phones would be expected to share. With
few parts of days s brings all towards a ratio of 1. It is cut at bounds that the data of the fit bear. Fitted by
`fitting/usual_places.py`; see the model's card.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import numpy as np

from clewline.evidence.alike import Alike, Compared, brought, compared, neighbourhoods
from clewline.evidence.evidence_type import EvidenceType, Question
from clewline.evidence.finding import Finding, Propositions, Ratio, Weight
from clewline.evidence.habit import PARTS
from clewline.evidence.use import NONE, Floats, Ints

FEWEST_DAYS = 2
"""Days of a phone below which its usual places are not known."""
ENOUGH_REFERENCE = 10
"""Other phones of the case below which how rare a place is is hardly known; a note says so."""
NORMAL = 1.96
UNRELATED = Propositions(
    first="One person carried both phones during the period, on the same days or on others.",
    second="Two people who have nothing to do with each other carried them.",
)
NEIGHBOURS = Propositions(
    first=UNRELATED.first,
    second="Two people who are usually in the same neighbourhoods carried them.",
)
LIMITS = (
    "People of one household, one workplace or one hostel share their usual places: against them it says next to "
    "nothing, and no such pairs of known carrier are in the fit.",
    "A habit is not a journey: that both phones are usually at a place does not say that they were there together.",
    "People move house and change their work: phones of one person, months apart, can differ.",
    "A phone used for one purpose only, as a line that works in another town, has other places than its carrier's own.",
    "Rarity is told by the other phones of the case: where these are of another town, every place of this one is rare.",
    "A use whose time does not date it exactly counts at its recorded time, and may have been later.",
    "Not to be added to co-travel or separation: they read the same places.",
)


def weigh(question: Question, model: Mapping[str, Any] | None) -> Finding:
    """Return the finding on the usual places of two phones in the period."""
    pair = compared(question)
    finding: dict[str, Any] = {
        "type": TYPE.name,
        "first": question.first.name,
        "second": question.second.name,
        "episodes": pair.days,
        "limits": LIMITS,
    }
    if model is None or pair.days < FEWEST_DAYS:
        why = (
            "There is no fitted model for it."
            if model is None
            else f"A phone was used at known places on fewer than {FEWEST_DAYS} days of the period."
        )
        return Finding(**finding, ratio=None, why_none=why)
    others = question.others
    both = pair.alike(others)
    features = sum(brought(a, pair.sure).sum(axis=0) for a in both)
    ratios = [
        _ratio(propositions, features, model[name], len(others))
        for name, propositions in (("unrelated", UNRELATED), ("neighbours", NEIGHBOURS))
        if name in model
    ]
    weights = tuple(_weights(question, pair, both, np.array(model["unrelated"]["coefficients"])))
    return Finding(
        **finding,
        ratio=ratios[0],
        against=tuple(ratios[1:]),
        weights=weights,
        model=str(model["version"]),
        rows=frozenset(row for w in weights for row in w.rows),
    )


def _ratio(propositions: Propositions, x: Floats, fitted: Mapping[str, Any], others: int) -> Ratio:
    value = float(x @ np.array(fitted["coefficients"]))
    margin = NORMAL * float(np.sqrt(max(0.0, x @ np.array(fitted["covariance"]) @ x)))
    least, most = fitted["lower"], fitted["upper"]
    lower, middle, upper = (float(np.clip(v, least, most)) for v in (value - margin, value, value + margin))
    few = (
        f"Other phones that tell how rare the places are: only {others}."
        if others < ENOUGH_REFERENCE
        else None
    )
    return Ratio(
        propositions=propositions,
        log10_lr=middle,
        lower=lower,
        upper=upper,
        least=least,
        most=most,
        note=few,
    )


def _weights(
    question: Question, pair: Compared, both: tuple[Alike, Alike], coefficients: Floats
) -> Iterator[Weight]:
    """Yield what each neighbourhood at a time of day weighs, with the rows of both phones there; they add up."""
    column = np.concatenate([a.column for a in both])
    share = np.concatenate([a.share for a in both])
    value = np.concatenate([brought(a, pair.sure) @ coefficients for a in both])
    others = np.concatenate([a.others for a in both])
    of_second = np.arange(len(column)) >= len(both[0].column)
    middle, refs = neighbourhoods(column, share, pair.near), question.case.refs
    for one in np.unique(middle):
        inside = middle == one
        rows = [
            np.flatnonzero(np.isin(s.column[s.row], column[inside & (of_second == second)]) & (s.row != NONE))
            for second, s in enumerate(pair.parts)
        ]
        total = float(value[inside].sum())
        near = total > 0 and not all(len(r) for r in rows)
        said = _sentence(question, pair, int(one), rows, int(others[inside & (column == one)].max()))
        yield Weight(
            what=f"{said}; close by, or at other times, both are" if near else said,
            log10=total,
            rows=(*refs(pair.uses[0], rows[0]), *refs(pair.uses[1], rows[1])),
        )


def _sentence(question: Question, pair: Compared, column: int, rows: Sequence[Ints], others: int) -> str:
    places = question.case.places
    place, part = divmod(column, PARTS)
    days = [len(np.unique(s.day[s.row[r]])) for s, r in zip(pair.parts, rows, strict=True)]
    on = [f"on {n} day{'' if n == 1 else 's'}" if n else "never" for n in days]
    long = 24 // PARTS
    return (
        f"{part * long:02}:00 to {(part + 1) * long:02}:00 near {places.lat[place]:.3f}, "
        f"{places.lon[place]:.3f}: the first phone {on[0]}, the second {on[1]}; usual then for {others} of "
        f"{len(question.others)} other phones"
    )


TYPE = EvidenceType(
    name="usual_places",
    title="Usual places by hour",
    propositions=UNRELATED,
    limits=LIMITS,
    weigh=weigh,
    model="usual_places_1",
    beside=True,
    by_hour=True,
    reads=("lat", "lon"),
)
