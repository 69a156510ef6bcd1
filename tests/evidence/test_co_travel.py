"""The finding on co-travel: both ratios, a working that a reader can follow to rows, and why there is none."""

import json
from dataclasses import replace
from importlib import resources

import numpy as np
import pytest

from clewline.catalogue import catalogue
from clewline.evidence.card import read_card
from clewline.evidence.evidence_type import EvidenceType
from clewline.evidence.finding import RowRef
from clewline.evidence.travel.timelines import Pairs
from clewline.evidence.types import co_travel
from clewline.evidence.use import CaseUses
from evidence.travel_made import MODEL, one_day, rows
from evidence.uses_made import FILE, MINUTE, case_of, question

SITES = [(52.0 + 0.02 * n, 1.0) for n in range(10)]
JOURNEY = (0, 2, 4, 6, 8, 6, 4, 2)
BEGINS = 4 * 1_440
"""The period is the fifth day; the four before it are background."""


def at(minute: float, place: int | str) -> str:
    return f"{minute} - {place}"


def carried(*, late: float = 4, turned: bool = False) -> CaseUses:
    """Return two phones that lie apart on four days, and are used on one journey on the fifth."""
    background = [(day * 1_440 + 60 * n) for day in range(4) for n in range(8)]
    p = [at(m, 0) for m in background] + [at(BEGINS + 40 * n, x) for n, x in enumerate(JOURNEY)]
    places = tuple(8 - x for x in JOURNEY) if turned else JOURNEY
    q = [at(m + 5, 9) for m in background] + [at(BEGINS + 40 * n + late, x) for n, x in enumerate(places)]
    return case_of({"p": p, "q": q, "r": [at(m, 1) for m in background]}, sites=SITES)


def asked(case: CaseUses, **period: float) -> co_travel.Question:
    return question(case, "p", "q", **({"start": BEGINS, "end": BEGINS + 1_440} | period))


def test_one_journey_speaks_for_one_carrier_and_two_for_two() -> None:
    one = co_travel.weigh(asked(carried()), MODEL)
    two = co_travel.weigh(asked(carried(turned=True)), MODEL)
    assert one.ratio is not None and two.ratio is not None
    assert one.ratio.log10_lr > 1 > 0 > two.ratio.log10_lr
    assert one.ratio.propositions == co_travel.UNRELATED
    assert (one.ratio.least, one.ratio.most, one.model) == (-3, 2.5, "test 1")
    assert one.limits == co_travel.LIMITS and one.type == "co_travel"


def test_against_companions_the_ratio_is_one_and_says_what_it_rests_on() -> None:
    finding = co_travel.weigh(asked(carried()), MODEL)
    (together,) = finding.against
    assert (together.log10_lr, together.lower, together.upper) == (0, -0.7, 0.7)
    assert together.propositions.second == "Two people who travelled together carried them."
    assert "about 1 by nature" in str(together.note) and "4 pairs of people" in str(together.note)
    for pairs, words in ((1, "rest on 1 pair of people known"), (0, "rest on no pair of people known")):
        few = {**MODEL, "together": {"within": 0.3, "pairs": pairs}}
        assert words in str(co_travel.weigh(asked(carried()), few).against[0].note)


def test_the_working_adds_up_and_each_hop_opens_to_two_rows() -> None:
    finding = co_travel.weigh(asked(carried(turned=True)), MODEL | {"lower": -30})
    assert finding.ratio is not None
    assert sum(w.log10 for w in finding.weights) == pytest.approx(finding.ratio.log10_lr, abs=1e-4)
    start, *hops = finding.weights
    assert start.rows == () and start.log10 == pytest.approx(0.1)
    assert all(len(w.rows) == 2 for w in hops) and len(hops) == 15
    # Phone p: lines 2 to 33 are background, 34 to 41 the journey; q follows at once.
    assert finding.rows == {RowRef(FILE, n) for n in (*range(34, 42), *range(74, 82))}
    assert next(finding.working()).log10 == max((w.log10 for w in finding.weights), key=abs)


def test_a_hop_is_a_sentence() -> None:
    finding = co_travel.weigh(asked(carried()), MODEL)
    said = [w.what for w in finding.weights]
    assert said[0] == "where every pair starts, before its records"
    assert said[1].startswith("5 January 1970 01:00 to 01:04: at one place, at a place where up to ")
    assert said[1].endswith(" % of the phones' other records are")
    assert said[2].startswith("5 January 1970 01:04 to 01:40: 4.4 km apart")
    (fact,) = finding.facts
    assert fact.what == (
        "p: 8 records in the period, 32 outside; q: 8 records in the period, 32 outside; "
        "put in order of time, the records change phones 15 times."
    )


def test_a_hop_over_midnight_or_over_a_long_way_is_said_so() -> None:
    case = case_of(
        {
            "p": [at(1_375, 0), *(at(3_000 + n, 1) for n in range(300))],
            "q": [at(1_385, 1), *(at(3_000 + n, 1) for n in range(300))],
        },
        sites=[(52.0, 1.0), (53.0, 1.0)],
    )
    finding = co_travel.weigh(question(case, "p", "q", end=2_000), MODEL)
    assert finding.weights[1].what.startswith("1 January 1970 23:55 to 2 January 1970 00:05: 111 km apart")
    assert "where up to 13 % of" in co_travel._usual(0.126) and "up to 1 % of" in co_travel._usual(0.004)


def test_without_background_nothing_is_said_of_how_usual_a_place_is() -> None:
    case = case_of({"p": [at(10, 0), at(60, 5)], "q": [at(12, 0), at(65, 5)]}, sites=SITES)
    finding = co_travel.weigh(question(case, "p", "q"), MODEL)
    assert all(w.what.endswith("of which is not known how usual it is") for w in finding.weights[1:])


def test_only_the_period_is_evidence_and_the_rest_is_background() -> None:
    whole = co_travel.weigh(asked(carried()), MODEL)
    part = co_travel.weigh(asked(carried(), end=BEGINS + 100), MODEL)
    assert len(part.weights) < len(whole.weights)
    home = case_of(
        {name: [at(n * 30 + k, 0) for n in range(150)] for k, name in enumerate("pq")}, sites=SITES
    )
    usual = co_travel.weigh(question(home, "p", "q", start=1_440, end=2_880), MODEL)
    assert usual.ratio is not None and usual.ratio.log10_lr < 1


def test_the_order_of_phones_and_a_record_twice_change_nothing() -> None:
    case = carried()
    one = co_travel.weigh(asked(case), MODEL)
    other = co_travel.weigh(replace(asked(case), first=case.phones["q"], second=case.phones["p"]), MODEL)
    assert one.ratio is not None and other.ratio is not None
    assert one.ratio.log10_lr == pytest.approx(other.ratio.log10_lr, abs=1e-5)
    p = case.phones["p"]
    doubled = replace(case, phones={**case.phones, "p": p.take(np.repeat(np.arange(len(p)), 2))})
    twice = co_travel.weigh(asked(doubled), MODEL)
    assert twice.ratio is not None and twice.ratio.log10_lr == pytest.approx(one.ratio.log10_lr, abs=1e-5)
    assert twice.rows == one.rows


def test_without_a_model_a_place_or_a_record_there_is_no_finding() -> None:
    assert "no fitted model" in str(co_travel.weigh(asked(carried()), None).why_none)
    none = co_travel.weigh(asked(carried(), start=9_000, end=9_001), MODEL)
    assert none.ratio is None and "The phone p has no record in the period." in str(none.why_none)
    nowhere = case_of({"p": [at(10, 0)], "q": [at(12, "-")]}, sites=SITES)
    said = co_travel.weigh(question(nowhere, "p", "q"), MODEL)
    assert "No record of the phone q in the period has a known place and time" in str(said.why_none)
    assert said.weights == () and said.against == ()


def test_an_hour_that_occurs_twice_is_left_out() -> None:
    case = carried()
    p = case.phones["p"]
    doubtful = replace(p, latest=p.earliest + 60 * MINUTE)
    said = co_travel.weigh(replace(asked(case), first=doubtful), MODEL)
    assert "No record of the phone p" in str(said.why_none)


def test_many_pairs_at_once_are_told_as_one_by_one() -> None:
    made = rows((0, 100, 0), (1, 160, 2), (0, 4_000, 55), (1, 4_060, 56), (2, 200, 9), phones=3)
    pairs = Pairs(a=np.array([0, 0]), b=np.array([1, 2]), start=np.zeros(2), end=np.full(2, one_day().end[0]))
    found = co_travel.compare(made.lines(), pairs, MODEL)
    assert found.together == 0 and list(found.ratios.hops) == [3, 2]


def test_the_type_and_the_model_that_comes_with_it_agree() -> None:
    known = catalogue("clewline.evidence.types", EvidenceType)
    assert known["co_travel"].compare is co_travel.compare
    text = (resources.files("clewline.evidence") / "models" / f"{co_travel.TYPE.model}.json").read_text()
    card, parameters = read_card(text), json.loads(text)["parameters"]
    assert card.evidence_type == "co_travel" and card.propositions == co_travel.UNRELATED
    assert (card.least, card.most) == (parameters["lower"], parameters["upper"])
    finding = co_travel.weigh(asked(carried()), parameters)
    assert finding.ratio is not None and finding.ratio.log10_lr > 1
    assert all(card.scores_by(by) for by in ("all", "kind", "rate", "network"))
