"""Numbers that state no result are set aside, each with its reason."""

import pytest

from bulletin.read.stories import aside, told
from clewline.bulletin.claim import REASONS
from clewline.bulletin.read import read

CASES = [
    ("The week ran from Monday 3 to Sunday 9 March.", "date"),
    ("The week ran from March 3 to 9.", "date"),
    ("It was relaunched in 2019.", "date"),
    ("Doors went in at 5.40am.", "time"),
    ("A 34-year-old man was led away.", "age"),
    ("Marcus Eddowes, 36, was led away.", "age"),
    ("The youngest is aged 13.", "age"),
    ("The average age is 18.", "age"),
    ("It lasted 18 months.", "duration"),
    ("Call 101 with information.", "phone number"),
    ("Text 61016 with information.", "phone number"),
    ("Power comes from section 23.", "name"),
    ("A flat at 12 Tenter Street was empty.", "address"),
    ("Nine officers in riot kit stood by.", "workforce"),
    ("All 43 forces took part.", "workforce"),
    ("The aim is to close 2,000 county lines.", "target"),
    ("Officers hope to arrest 40 people.", "target"),
    ("Officers could arrest 40 people.", "target"),
    ("A line can turn over £3,000 a day.", "market"),
    ("The trade is put at £20 billion a year.", "market"),
    ("The UK uses 117 tonnes of cocaine.", "market"),
    ("A £10 bag changes hands.", "market"),
    ("They sold 30 wraps.", "offending"),
    ("He was jailed for five years.", "one person"),
    ("He was jailed after police found 50 wraps of heroin.", "one person"),
    ("The Home Office gave a £5m grant.", "funding"),
    ("Officers seized €400 in cash.", "currency"),
    ("Officers seized 6kg (13lb) of cocaine.", "said again"),
    ("One of the gang ran.", "pronoun"),
    ("One was charged.", "pronoun"),
    ("Some 68% named dealing as a worry.", "profile"),
    ("A 16kg battering ram was used.", "not a result"),
    ("It was 200m from a school.", "not a result"),
    ("The 1000th line fell silent.", "rank"),
    ("The flock had 40 sheep.", "not understood"),
    ("The law lists 88 offences.", "not a result"),
    ("1.1 Officers met members.", "list number"),
]


@pytest.mark.parametrize(("text", "reason"), CASES, ids=[text[:50] for text, _ in CASES])
def test_a_number_is_set_aside_because(text, reason):
    assert reason in aside(text).values()
    assert reason in REASONS


def test_every_reason_has_a_story_or_is_told_elsewhere():
    told_elsewhere = {"population", "price"}
    assert {reason for _, reason in CASES} | told_elsewhere == set(REASONS)


def test_a_text_without_numbers_states_nothing():
    reading = read("Officers thanked the public.")
    assert not reading.claims
    assert not reading.set_aside


def test_a_mark_of_a_list_is_no_number_of_its_item():
    assert told("3. Officers made 12 arrests") == ["arrests 12 people"]
    assert aside("3. Officers made 12 arrests") == {"3": "list number"}
