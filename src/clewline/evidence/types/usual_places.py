"""Usual places by hour: whether two phones are at home, at work and elsewhere in the same places at the same time of day.

It does not ask whether the phones were together: the days of the one need not be those of the other, as of a line in one
month and a holder's phone in another. What counts are parts of days of three hours (`habit.py`), each place at a time of
day as alike in both phones as it is rare in the others (`alike.py`):

    part = s w (a max(r, 0) - b max(-r, 0) - e) / 2

log10 LR is the sum over the places of both phones. e is what one person's two phones would be expected to share. With few
parts of days s brings all towards a ratio of 1. It is cut at bounds that the data of the fit bear. Fitted by
`fitting/usual_places.py`; see the model's card.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from clewline.evidence.alike import Alike, alike, certainty, parts
from clewline.evidence.evidence_type import EvidenceType, Question
from clewline.evidence.finding import Finding, Propositions, Ratio, Weight
from clewline.evidence.habit import PARTS, Habits, Stays, habits, stays
from clewline.evidence.reach import near
from clewline.evidence.use import CaseUses, Floats, Ints, Uses

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
    two = [u.between(question.start, question.end) for u in (question.first, question.second)]
    zone = "Europe/London" if model is None else model["zone"]
    seen = [stays(u, zone) for u in two]
    finding: dict[str, Any] = {
        "type": TYPE.name,
        "first": two[0].name,
        "second": two[1].name,
        "episodes": min(len(np.unique(s.day)) for s in seen),
        "limits": LIMITS,
    }
    if model is None or finding["episodes"] < FEWEST_DAYS:
        why = (
            "There is no fitted model for it."
            if model is None
            else f"A phone was used at known places on fewer than {FEWEST_DAYS} days of the period."
        )
        return Finding(**finding, ratio=None, why_none=why)
    case = question.case
    others = [u for name, u in case.phones.items() if name not in (two[0].name, two[1].name)]
    many = len(case.places.lat)
    reference = habits((stays(u, zone) for u in others), many)
    one, other = (habits([s], many) for s in seen)
    areas = near(case.places)
    both = (alike(one, other, reference, areas), alike(other, one, reference, areas))
    told = _Told(case, two, seen, both, len(others))
    return Finding(
        **finding,
        ratio=_ratio(UNRELATED, both, model["unrelated"], certainty(one, other), len(others)),
        against=(_ratio(NEIGHBOURS, both, model["neighbours"], certainty(one, other), len(others)),)
        if "neighbours" in model
        else (),
    )
