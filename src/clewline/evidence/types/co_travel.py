"""Co-travel: whether the places of two phones fit one carrier better than two people who are strangers to each other.

The records of both phones are put on one time line; where it changes from one phone to the other is a hop. A hop speaks
for one carrier where its two records fit each other better than each fits its own phone's, the more so the less usual
the place is. Hops close in time count as the root of their number, and hops where nobody moves say nothing new, so that
neither busy phones nor a night side by side pile up. `clewline.evidence.travel` is the method, step by step.

Two people who travel together leave the records that one carrier would. A second ratio says so, and is 1.
"""

from collections.abc import Mapping
from typing import Any

import numpy as np

from clewline.evidence.clock import written
from clewline.evidence.evidence_type import Compared, EvidenceType, Question
from clewline.evidence.finding import Fact, Finding, Propositions, Ratio, RowRef, Weight
from clewline.evidence.travel import ratio
from clewline.evidence.travel.background import survey
from clewline.evidence.travel.hops import Hops
from clewline.evidence.travel.places import F64, distinct, make_sites
from clewline.evidence.travel.timelines import Pairs, Timelines, in_order, make_timelines
from clewline.evidence.use import NONE, CaseUses, Uses

SECOND = 1_000_000
"""Microseconds."""
CERTAIN = 300 * SECOND
"""A record whose time may be further off than this, as in the hour that occurs twice, is left out."""
UNKNOWN = "at a place of which is not known how usual it is"
"""Where a phone has no background, every place is taken to be wholly usual."""

UNRELATED = Propositions(
    first="One person carried both phones during the period.",
    second="Two people who have nothing to do with each other carried them.",
)
TOGETHER = Propositions(
    first="One person carried both phones during the period.",
    second="Two people who travelled together carried them.",
)
LIMITS = (
    "Places never tell one carrier from two people who travel together.",
    "A phone that stays in one place says little: it may have been left there.",
    "The interval covers other people in the fit's city; no second network with labelled people was to be had.",
    "Neighbours who keep the same hours are the hard case: read the scores of the kind `nearby` on the model's card.",
    "How far a cell reaches is told from the sites that the case has seen.",
    "A time at or after which a use began is taken for the time of it.",
)


def compare(lines: Timelines, pairs: Pairs, model: Mapping[str, Any], *, each: ratio.Each = map) -> Compared:
    """Return the ratios of many pairs."""
    return Compared(
        ratios=ratio.compare(ratio.TravelModel.read(model), lines, pairs, each=each), together=0.0
    )


def weigh(question: Question, model: Mapping[str, Any] | None) -> Finding:
    """Return the finding on the places of two phones in the period; what lies outside it is background."""
    finding: dict[str, Any] = {
        "type": TYPE.name,
        "first": question.first.name,
        "second": question.second.name,
        "limits": LIMITS,
    }
    why = "There is no fitted model for it." if model is None else _why_none(question)
    if model is None or why is not None:
        return Finding(**finding, ratio=None, why_none=why)
    fitted = ratio.TravelModel.read(model)
    records = _Records(question)
    asked = Pairs(
        a=np.array([0]),
        b=np.array([1]),
        start=np.array([question.start / SECOND]),
        end=np.array([question.end / SECOND]),
    )
    found = ratio.compare(fitted, records.lines, asked)
    hops, told = ratio.working(fitted, records.lines, asked, survey(records.lines, asked))
    counted = records.counted(hops, question)
    weights = (
        Weight(
            what="where every pair starts, before its records", log10=float(fitted.coefficients[0]), rows=()
        ),
        *records.weights(hops, told, question.case),
    )
    return Finding(
        **finding,
        ratio=Ratio(
            propositions=UNRELATED,
            log10_lr=float(found.log10_lr[0]),
            lower=float(found.lower[0]),
            upper=float(found.upper[0]),
            least=fitted.least,
            most=fitted.most,
        ),
        against=(_together(fitted),),
        weights=weights,
        facts=(counted,),
        episodes=int(found.episodes[0]),
        model=model["version"],
        rows=frozenset((*counted.rows, *(row for w in weights for row in w.rows))),
    )


class _Records:
    """The records of a case whose place and time are known, each with the use that it is."""

    def __init__(self, question: Question) -> None:
        names = (question.first.name, question.second.name)
        others = [uses for name, uses in question.case.phones.items() if name not in names]
        self.zone = question.zone
        self.uses = [question.first, question.second, *others]
        rows = [np.flatnonzero(_usable(uses)) for uses in self.uses]
        phone = np.repeat(np.arange(len(rows)), [len(r) for r in rows])
        t = np.concatenate([u.earliest[r] for u, r in zip(self.uses, rows, strict=True)]) / SECOND
        site = np.concatenate([u.place[r] for u, r in zip(self.uses, rows, strict=True)])
        spots = question.case.places
        at, number = distinct(spots.lat, spots.lon, spots.operator)
        sites = make_sites(spots.lat[at], spots.lon[at], spots.operator[at])
        kept = in_order(phone, t, number[site], phones=len(rows)).of(np.arange(len(t)))
        self.use = np.concatenate(rows)[kept]
        """Which of its phone's uses each row is."""
        self.phone = phone[kept]
        outside = (t[kept] < question.start / SECOND) | (t[kept] >= question.end / SECOND)
        self.usual_known = all((outside & (self.phone == k)).any() for k in (0, 1))
        """Whether both phones have background."""
        self.lines = make_timelines(phone[kept], t[kept], number[site][kept], sites, phones=len(rows))

    def weights(self, hops: Hops, told: F64, case: CaseUses) -> list[Weight]:
        """Return what each hop weighs."""
        return [self._weight(hops, k, float(told[k]), case) for k in range(len(hops))]

    def counted(self, hops: Hops, question: Question) -> Fact:
        """Return how many records there are, in the period and as background, and how many hops."""
        inside = (self.lines.t >= question.start / SECOND) & (self.lines.t < question.end / SECOND)
        said: list[str] = []
        rows: list[RowRef] = []
        for k, name in enumerate((question.first.name, question.second.name)):
            own = self.phone == k
            within = np.flatnonzero(own & inside)
            rows += question.case.refs(self.uses[k], self.use[within])
            said.append(f"{name}: {_records(len(within))} in the period, {(own & ~inside).sum():,} outside")
        changes = "once" if len(hops) == 1 else f"{len(hops):,} times"
        what = f"{'; '.join(said)}; put in order of time, the records change phones {changes}."
        return Fact(what=what, rows=tuple(rows))

    def _when(self, row: int) -> tuple[str, str]:
        """Return the local day and time of a record."""
        day, _, clock = written(int(self.lines.t[row] * SECOND), "%d %B %Y %H:%M", self.zone).rpartition(" ")
        return day, clock

    def _weight(self, hops: Hops, k: int, told: float, case: CaseUses) -> Weight:
        u, v = int(hops.u[k]), int(hops.v[k])
        (begun, clock), (ended, until) = (self._when(row) for row in (u, v))
        until = until if begun == ended else f"{ended} {until}"
        far = float(hops.apart[k] * hops.reach[k]) / 1000
        usual = max(float(hops.usual_u[k]), float(hops.usual_v[k]))
        what = f"{begun} {clock} to {until}: {_km(far)}, {_usual(usual) if self.usual_known else UNKNOWN}"
        rows = tuple(case.ref(self.uses[int(self.phone[row])], int(self.use[row])) for row in (u, v))
        return Weight(what=what, log10=told, rows=rows)


def _usable(uses: Uses) -> Any:
    return (uses.place != NONE) & (uses.latest - uses.earliest <= CERTAIN)


def _why_none(question: Question) -> str | None:
    """Return why the phones cannot be compared; None where they can."""
    for uses in (question.first, question.second):
        some = uses.between(question.start, question.end)
        if not len(some):
            return f"The phone {uses.name} has no record in the period."
        if not _usable(some).any():
            return f"No record of the phone {uses.name} in the period has a known place and time."
    return None


def _together(model: ratio.TravelModel) -> Ratio:
    many = model.together_pairs
    rests = f"{many} {'pair' if many == 1 else 'pairs'} of people" if many else "no pair of people"
    return Ratio(
        propositions=TOGETHER,
        log10_lr=0.0,
        lower=-model.together,
        upper=model.together,
        least=-model.together,
        most=model.together,
        note=(
            "It is about 1 by nature: two people who travel together leave the records that one carrier would. "
            f"The bounds rest on {rests} known to have travelled together."
        ),
    )


def _records(many: int) -> str:
    return "1 record" if many == 1 else f"{many:,} records"


def _km(far: float) -> str:
    return "at one place" if far < 0.05 else f"{far:.1f} km apart" if far < 10 else f"{far:,.0f} km apart"


def _usual(share: float) -> str:
    """Return how usual a place is in words."""
    percent = "1 %" if share < 0.01 else f"{min(share, 1):.0%}".replace("%", " %")
    return f"at a place where up to {percent} of the phones' other records are"


TYPE = EvidenceType(
    name="co_travel",
    title="Co-travel",
    propositions=UNRELATED,
    limits=LIMITS,
    weigh=weigh,
    period="day",
    model="co_travel_1",
    compare=compare,
    reads=("lat", "lon"),
)
