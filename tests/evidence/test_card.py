"""A model's card says everything or is refused, and reading what was written gives it back."""

import json
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from clewline.errors import BadDeclaration
from clewline.evidence.card import Card, card_scores, read_card, write_card
from clewline.evidence.finding import Propositions
from clewline.evidence.validation import validate
from evidence.outcomes_made import outcomes

CARD = Card(
    name="co_travel",
    version="1.0",
    evidence_type="co_travel",
    propositions=Propositions(
        first="One person carried both phones during the period.",
        second="Two people who have nothing to do with each other carried them.",
    ),
    fitted_on="Made-up pairs, for a test.",
    people=40,
    pairs=400,
    scores=card_scores(validate(outcomes(events=3), seed=1, times=20, by=["rate"])),
    unmeasured={"network": "One network only."},
    least=-2.0,
    most=2.5,
    limits=("It cannot tell one carrier from two who travelled together.",),
    day=date(2026, 11, 1),
    licence="Made up",
)


def changed(**what: Any) -> str:
    return json.dumps(json.loads(write_card(CARD)) | what)


def with_score(**what: Any) -> str:
    said = json.loads(write_card(CARD))
    said["scores"][1] |= what
    return json.dumps(said)


def test_a_card_is_read_as_it_was_written_also_within_a_model() -> None:
    text = write_card(CARD)
    assert read_card(text) == CARD and write_card(read_card(text)) == text
    assert read_card(json.dumps({"card": json.loads(text), "parameters": [1, 2]})) == CARD
    assert [s.name for s in CARD.scores_by("kind")] == ["nearby", "random"]


def test_a_card_tells_how_many_pairs_of_what_kind_are_made_up() -> None:
    card = replace(CARD, pairs=4_000, made_up={"habit": 1_200, "same": 1_300})
    assert read_card(write_card(card)) == card
    assert (
        card.told_made_up()
        == "2,500 of the pairs are made up from people's own tracks: 1,200 habit, 1,300 same."
    )
    assert CARD.told_made_up() == ""


def test_groups_that_were_too_small_do_not_enter_a_card() -> None:
    few = validate(outcomes(15), seed=1, times=20)
    assert few.whole.note is not None and card_scores(few) == ()


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("{", "no card of a model"),
        ("[]", "no card of a model"),
        ('{"name": "m", "parameters": {}}', "has no card"),
        ('{"card": null}', "has no card"),
        ("{}", "missing required field `name`"),
        (changed(licence=" "), "licence is empty"),
        (changed(propositions={"first": "One.", "second": ""}), "A proposition is empty"),
        (changed(version="one"), "numbers and dots"),
        (changed(people=0), "people and pairs"),
        (changed(made_up={"habit": 0}), "some are made up, and not all"),
        (changed(made_up={"habit": 400}), "some are made up, and not all"),
        (changed(least=0.5), "on either side of 0"),
        (changed(most=900.0), "on either side of 0"),
        (changed(limits=[]), "cannot do"),
        (changed(limits=[""]), "cannot do"),
        (changed(day="yesterday"), "no card of a model"),
        (changed(scores=[]), "no scores of all pairs"),
        (changed(unmeasured={}), "scores by network, or says"),
        (changed(unmeasured={"network": "One.", "rate": "None."}), "scores by rate, or says"),
        (changed(colour="blue"), "what no card says: colour"),
        (with_score(colour="blue"), "scores.colour"),
        (with_score(name=""), "cannot be so"),
        (with_score(same=0), "cannot be so"),
        (with_score(cllr={"value": -1.0}), "cannot be so"),
        (with_score(cllr={"value": 0.5, "lower": 0.6, "upper": 0.7}), "cannot be so"),
        (with_score(cllr={"value": 0.5, "lower": 0.4}), "cannot be so"),
        (with_score(cllr_min={"value": 0.0}), "cannot be so"),
        (with_score(same_below_1={"value": 1.5}), "cannot be so"),
    ],
)
def test_a_card_with_something_missing_or_impossible_is_refused(text: str, why: str) -> None:
    with pytest.raises(BadDeclaration, match=why):
        read_card(text)


def test_a_card_made_in_code_is_held_to_the_same() -> None:
    with pytest.raises(BadDeclaration, match="co_travel cannot stand"):
        replace(CARD, least=1.0)
