"""The indicators: found by the catalogue, complete, in words that anyone can read, and nothing to add up."""

import re
from dataclasses import replace
from typing import get_args

import pytest

from clewline.errors import BadDeclaration, Misused, NotFound
from clewline.safeguarding import guide
from clewline.safeguarding.indicator import KINDS, Indicator, Kind

ALL = [*guide.all_indicators().values()]
NAMES = [one.name for one in ALL]
PARTS = ("signs", "may_also_mean", "ask", "do_now")
OF_ALL = (guide.ABOUT, guide.JUDGEMENT, guide.NOW, guide.NEVER, guide.REFERRAL, guide.HELP, guide.YOURSELF)
OPEN = re.compile(r"(What|How|Who|Where|When|Tell me)\b")
"""How an open question begins: no answer lies in it. It never asks why, which blames."""
CALLED = re.compile(r"\b(999|101)\b|safeguarding lead|social care|social worker|the police")
COUNTED = re.compile(
    r"\b(points?|scores?|scored|ranks?|ranking|ratings?|levels?|likelihood|suspects?)\b", re.IGNORECASE
)
DUE = re.compile(r"\b\d+ ?(hours?|days?|weeks?|minutes?)\b|\b(within|deadline|by law)\b", re.IGNORECASE)

LISTED = {
    "movement": "goes_missing found_far_from_home arrested_out_of_area travel_tickets taken_by_unknown_adults",
    "goods": "unexplained_cash unexplained_gifts keys_to_unknown_places",
    "phones": "several_phones constant_messages phone_secrecy urgent_to_be_elsewhere",
    "people": "controlling_contacts loss_of_friends threats_at_the_door",
    "body": "unexplained_injuries drugs_hidden_in_body self_harm drug_or_alcohol_use",
    "behaviour": "withdrawn aggressive drug_language fatalism",
    "school": "school_absence school_exclusion",
    "coercion": "drug_debt fear_of_reprisal withdrawn_allegation reward_for_recruiting",
    "vulnerability": "care_history family_breakdown isolation disability",
    "property": "many_callers resident_unseen antisocial_behaviour",
}
"""What the field's own lists name, of each kind."""


def test_there_are_enough_and_each_kind_has_its_own() -> None:
    assert 36 <= len(ALL) <= 40
    assert tuple(KINDS) == get_args(Kind)
    for kind, names in LISTED.items():
        assert set(names.split()) <= {one.name for one in guide.of_kind(kind)}
    assert {one.kind for one in ALL} == set(KINDS)
    assert sum(map(len, guide.by_kind().values())) == len(ALL)


@pytest.mark.parametrize("one", ALL, ids=NAMES)
def test_an_indicator_says_all_that_it_is_to_say(one: Indicator) -> None:
    for part in PARTS:
        said = getattr(one, part)
        assert len(said) >= 2 and len(set(said)) == len(said)
        for sentence in said:
            assert sentence == sentence.strip() and sentence[0].isupper() and sentence[-1] in ".?"
    assert one.title and one.title[-1] not in ".?" and re.search(r"\.(info|org|uk|com|net|gov)\b", one.source)


@pytest.mark.parametrize("one", ALL, ids=NAMES)
def test_what_is_asked_is_open(one: Indicator) -> None:
    for question in one.ask:
        assert OPEN.match(question), question
        assert question[-1] == ("." if question.startswith("Tell me") else "?")


@pytest.mark.parametrize("one", ALL, ids=NAMES)
def test_what_is_done_names_whom_to_call_and_counts_nothing(one: Indicator) -> None:
    assert CALLED.search(" ".join(one.do_now))
    words = " ".join((one.title, *(sentence for part in PARTS for sentence in getattr(one, part))))
    assert not COUNTED.search(words)
    # The one time limit that a source gives: the return interview.
    due = [found[0] for found in DUE.finditer(words)]
    assert due == (["within", "72 hours"] if one.name == "goes_missing" else [])


def test_what_holds_for_all_says_that_judgement_prevails() -> None:
    words = " ".join(sentence for part in OF_ALL for sentence in part)
    for said in (
        "normal part of being a teenager",
        "your own judgement",
        "no points",
        "under 18",
        "always refer",
        "999",
        "101",
    ):
        assert said in words
    assert not DUE.search(words)
    assert not COUNTED.search(words.replace("There are no points.", ""))


def test_a_kind_is_told_in_the_order_of_its_titles_and_an_unknown_one_is_not_there() -> None:
    titles = [one.title for one in guide.of_kind("movement")]
    assert titles == sorted(titles) and len(titles) == 5
    with pytest.raises(NotFound, match="there are movement, goods"):
        guide.of_kind("luck")


def test_those_are_chosen_that_are_named() -> None:
    assert guide.chosen(None, None) == tuple(one for some in guide.by_kind().values() for one in some)
    assert guide.chosen(None, "school") == guide.of_kind("school")
    (one,) = guide.chosen("drug_debt", None)
    assert one.name == "drug_debt" and guide.chosen("drug_debt", "coercion") == (one,)


@pytest.mark.parametrize(
    ("name", "kind", "said"),
    [
        ("drug_dept", None, "no indicator 'drug_dept'; there are aggressive, "),
        (None, "luck", "no kind 'luck'; there are movement, "),
        ("drug_debt", "luck", "no kind 'luck'"),
        ("drug_debt", "school", "drug_debt is of the kind coercion, not school"),
    ],
)
def test_what_is_not_there_is_misused_and_told_what_there_is(
    name: str | None, kind: str | None, said: str
) -> None:
    with pytest.raises(Misused, match=said):
        guide.chosen(name, kind)


@pytest.mark.parametrize("part", ["title", *PARTS, "source"])
def test_an_indicator_that_leaves_something_out_is_refused(part: str) -> None:
    good = guide.all_indicators()["drug_debt"]
    with pytest.raises(BadDeclaration, match="something in each part"):
        replace(good, **{part: type(getattr(good, part))()})


def test_an_indicator_of_no_kind_is_refused() -> None:
    with pytest.raises(BadDeclaration, match="one of the kinds movement, "):
        replace(guide.all_indicators()["drug_debt"], kind="luck")
