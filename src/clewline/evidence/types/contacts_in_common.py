"""Contacts in common: what the numbers that two phones were in touch with say about whether one person used both.

Rare numbers weigh more, and friends share contacts: the ratio that is given first compares one user with two people who
may know each other. The numbers of the two phones themselves are left out: that they called each other is another fact.

For a number c with n events on a phone, e = sqrt(n), less 1 where only one phone has it: a number seen once says
nothing alone. S = sum of e; the share of activity u = e / (1 + S); the chance that a phone had to show a contact
v = S / (S + .5). The chance q that an acquaintance's phone has c too is the larger of (k + .75) / (m + 5), where k of
the m reference phones that either phone is in touch with have it (friends of friends), and p / (M + 20), where p of all
M do.

    shared      + s ln(1/q) min(u_a, u_b) - t |u_a - u_b|
    only on a   - t u_a v_b

log10 LR is the sum over the numbers, without an intercept, so no records give a ratio of 1. It is cut at bounds that
the data of the fit bear, and never exceeds the sum of log10(1/q) over the numbers shared. Fitted on calls and messages
of the Copenhagen Networks Study; see the model's card.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from clewline.evidence.evidence_type import EvidenceType, Question
from clewline.evidence.finding import Finding, Propositions, Ratio, Weight
from clewline.evidence.use import NONE, CaseUses, Floats, Ints, Uses

if TYPE_CHECKING:
    from scipy.sparse import csr_matrix

FEWEST_EVENTS = 2
"""Below this a phone's contacts say too little for a finding."""
ENOUGH_REFERENCE = 50
"""Reference phones below which rarity among strangers is not known, and the second ratio is not given."""
_HALF, _CLOSE, _PRIOR, _LEAST_SEEN = 0.5, 5.0, 0.15, 20.0
_NORMAL = 1.96

ACQUAINTED = Propositions(
    first="One person used both phones.",
    second="Two people used them, who may know each other.",
)
STRANGERS = Propositions(
    first="One person used both phones.",
    second="Two people who have nothing to do with each other used them.",
)
LIMITS = (
    "A number that everybody calls and that no reference phone has, as a shop's, weighs as if it were rare.",
    "Phones kept apart by purpose look like two people's: contacts that differ are weak evidence against one user.",
    "Close groups share contacts: of 18 pairs of friends with three or more in common, one had a ratio above 10.",
    "With a handful of events on a phone the ratio is coarse: a single contact in common carries most of it.",
    "Short codes, senders' names and withheld numbers are left out.",
    "The reference is the other phones of the case: with few of them, rarity is hardly known.",
)


@dataclass(frozen=True)
class _Weighed:
    """One value for each number that either phone has."""

    numbers: Ints
    on_first: Ints
    """Events of the first phone."""
    on_second: Ints
    chance: Floats
    """That an acquaintance's phone has the number too."""
    common: Floats
    """That any other phone has it."""
    overlap: Floats
    absence: Floats
    reference: int
    """Reference phones, the two compared left out."""

    @property
    def shared(self) -> Any:
        return (self.on_first > 0) & (self.on_second > 0)


def weigh(question: Question, model: Mapping[str, Any] | None) -> Finding:
    """Return the finding on the contacts of two phones in the period."""
    first = question.first.between(question.start, question.end)
    second = question.second.between(question.start, question.end)
    found = _weighed(first, second, question)
    finding: dict[str, Any] = {
        "type": TYPE.name,
        "first": first.name,
        "second": second.name,
        "limits": LIMITS,
    }
    if model is None or min(found.on_first.sum(), found.on_second.sum()) < FEWEST_EVENTS:
        why = (
            "There is no fitted model for it."
            if model is None
            else f"A phone has fewer than {FEWEST_EVENTS} events with other numbers in the period."
        )
        return Finding(**finding, ratio=None, why_none=why)
    near = _features(found, found.chance)
    shared = found.shared
    ceiling = float(-np.log10(found.chance[shared]).sum())
    ratio = _ratio(ACQUAINTED, near, model["associates"], ceiling)
    against: tuple[Ratio, ...] = ()
    if found.reference >= ENOUGH_REFERENCE:
        far = _features(found, found.common)
        against = (_ratio(STRANGERS, far, model["unrelated"], float(-np.log10(found.common[shared]).sum())),)
    weights = _weights(found, first, second, question.case, model["associates"])
    return Finding(
        **finding,
        ratio=ratio,
        against=against,
        weights=weights,
        episodes=len(found.numbers),
        model=model["version"],
        rows=frozenset(row for w in weights for row in w.rows),
    )


def _counts(uses: Uses, own: Ints) -> tuple[Ints, Ints]:
    """Return the numbers that a phone was in touch with and how many events it had with each; `own` ones left out."""
    other = uses.other[(uses.other != NONE) & ~np.isin(uses.other, own)]
    numbers, counts = np.unique(other, return_counts=True)
    return numbers.astype(np.int64), counts.astype(np.int64)


def _weighed(first: Uses, second: Uses, question: Question) -> _Weighed:
    case, names = question.case, list(question.case.phones)
    own = case.owned[[at for at, name in enumerate(names) if name in (first.name, second.name)]]
    (a, n_a), (b, n_b) = _counts(first, own), _counts(second, own)
    numbers = np.union1d(a, b)
    on_first, on_second = np.zeros(len(numbers), np.int64), np.zeros(len(numbers), np.int64)
    on_first[np.searchsorted(numbers, a)] = n_a
    on_second[np.searchsorted(numbers, b)] = n_b
    reference = np.isin(np.arange(len(names)), question.others)
    has = case.contacts[:, numbers]
    having = _total(has, reference)
    # Acquaintances of one of the two: asked of every number but their own.
    close = reference & np.isin(case.owned, numbers)
    asked = np.count_nonzero(close) - np.isin(numbers, case.owned[close])
    many = int(np.count_nonzero(reference))
    chance = (_total(has, close) + _CLOSE * _PRIOR) / (asked + _CLOSE)
    common = having / (many + _LEAST_SEEN)
    shared = (on_first > 0) & (on_second > 0)
    root_a, root_b = (np.sqrt(n) - ((n > 0) & ~shared) for n in (on_first, on_second))
    share_a, share_b = root_a / (1 + root_a.sum()), root_b / (1 + root_b.sum())
    had_a, had_b = (r.sum() / (r.sum() + _HALF) for r in (root_a, root_b))
    alone = np.where(on_first > 0, share_a * had_b, share_b * had_a)
    return _Weighed(
        numbers,
        on_first,
        on_second,
        np.maximum(chance, common),
        np.maximum(common, 1 / (many + _LEAST_SEEN)),
        np.where(shared, np.minimum(share_a, share_b), 0.0),
        np.where(shared, np.abs(share_a - share_b), alone),
        many,
    )


def _total(has: "csr_matrix", phones: Any) -> Ints:
    """Return how many of the phones have each number."""
    total: Ints = phones.astype(np.int64) @ has
    return total


def _features(found: _Weighed, chance: Floats) -> Floats:
    return np.array([(found.overlap * -np.log(chance)).sum(), -found.absence.sum()])


def _ratio(propositions: Propositions, x: Floats, fitted: Mapping[str, Any], ceiling: float) -> Ratio:
    value = float(x @ np.array([fitted["shared"], fitted["missing"]]))
    margin = _NORMAL * float(np.sqrt(max(0.0, x @ np.array(fitted["covariance"]) @ x)))
    least, most = fitted["lower"], fitted["upper"]
    top = max(least, min(most, ceiling))
    lower, middle, upper = (float(np.clip(v, least, top)) for v in (value - margin, value, value + margin))
    return Ratio(propositions=propositions, log10_lr=middle, lower=lower, upper=upper, least=least, most=most)


def _weights(
    found: _Weighed, first: Uses, second: Uses, case: CaseUses, fitted: Mapping[str, Any]
) -> tuple[Weight, ...]:
    parts = fitted["shared"] * found.overlap * -np.log(found.chance) - fitted["missing"] * found.absence
    weights = []
    for at in np.flatnonzero(parts):
        on_a, on_b, number = int(found.on_first[at]), int(found.on_second[at]), found.numbers[at]
        rows = (
            *case.refs(first, np.flatnonzero(first.other == number)),
            *case.refs(second, np.flatnonzero(second.other == number)),
        )
        if on_a and on_b:
            what = (
                f"a contact of both, {on_a} and {on_b} times; an acquaintance's phone has it with a chance of "
                f"{found.chance[at]:.2f}"
            )
        else:
            what = f"a contact of the {'first' if on_a else 'second'} phone alone, {on_a or on_b} times"
        weights.append(Weight(what=what, log10=float(parts[at]), rows=rows))
    return tuple(weights)


TYPE = EvidenceType(
    name="contacts_in_common",
    title="Contacts in common",
    propositions=ACQUAINTED,
    limits=LIMITS,
    weigh=weigh,
    model="contacts_in_common_1",
    beside=True,
    reads=("other",),
)
