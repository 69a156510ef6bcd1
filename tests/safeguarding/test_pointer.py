"""By what a person is asked about, and when the answer leaves."""

import pytest

from clewline.access.kinds import SAFEGUARDING
from clewline.case.mentions import What, mentions, same_name, same_person
from clewline.record.notation import read_notation
from clewline.safeguarding.pointer import HOLDS, TICK, asked_by, called, left

PERSON = "person kent/1, force kent, number 1, family name Plover"


def asked(*some: str) -> set[str]:
    return set(asked_by(read_notation("\n".join(f"e{n}: on 2026-03-01 {one}" for n, one in enumerate(some)))))


def test_name_and_date_of_birth_are_asked_by_whatever_the_capitals() -> None:
    plover = same_person("Plover", "Jo Ann", "2010-05-06")
    assert (
        plover == same_person(" PLOVER", "jo  ann", "2010-05-06")
        and plover is not None
        and "plover" not in plover
    )
    assert plover == same_person("Ｐlover", "Jo Ann", "2010-05-06"), "another way of writing the letter"
    assert plover != same_person("Jo Ann", "Plover", "2010-05-06")


@pytest.mark.parametrize(
    ("family", "given", "born"),
    [("Plover", "Jo", "2011-05-06"), ("Plover", "Joan", "2010-05-06"), ("Plovers", "Jo", "2010-05-06")],
)
def test_a_sibling_or_namesake_is_another(family: str, given: str, born: str) -> None:
    assert same_person(family, given, born) != same_person("Plover", "Jo", "2010-05-06")


def test_what_is_not_known_is_asked_by_nothing() -> None:
    assert asked(PERSON) == asked(f"{PERSON}, given names Jo") == asked(f"{PERSON}, born 2010-05-06") == set()
    assert asked("arrest C1, force kent, person kent/1, age 14") == set()


def test_two_dates_of_birth_of_one_person_are_both_asked_by() -> None:
    first, second = f"{PERSON}, given names Jo, born 2010-05-06", f"{PERSON}, given names Jo, born 2010-06-05"
    both = {same_person("Plover", "Jo", "2010-05-06"), same_person("Plover", "Jo", "2010-06-05")}
    assert asked(first, second) == both
    found = "age assessed A, force kent, person kent/1, outcome under 18, assessed by Jo, basis test, born 2010-06-05"
    assert asked(first, found) == both


def test_the_index_holds_the_hash_of_a_person_and_of_a_question() -> None:
    said = {"family_name": "Plover", "given_names": "Jo", "born": "2010-05-06"}
    same = same_person("Plover", "Jo", "2010-05-06")
    assert (What.SAME, same) in mentions("person", "kent/1", said)
    assert not {what for what, _ in mentions("person", "kent/1", said | {"born": None})} & {What.SAME}
    asked = mentions("concern_asked", "kent/1", {"person": "kent/1", "about": [same]})
    assert (What.ASKED, same) in asked and What.SAME not in {what for what, _ in asked}
    assert What.ASKED not in {what for what, _ in mentions("concern_asked", "kent/1", {"person": "kent/1"})}
    assert (What.REFERRAL, "r1") in mentions("referral_done", "R-1", {"referral": "r1"})


def test_the_index_finds_by_name_who_has_an_assessed_date_of_birth_and_tells_neither() -> None:
    said = {"family_name": "Plover", "given_names": "Jo"}
    assert (What.CALLED, same_name("PLOVER ", "jo")) in mentions("person", "kent/1", said)
    assert What.CALLED not in {what for what, _ in mentions("person", "kent/1", {"family_name": "Plover"})}
    found = {"person": "kent/1", "outcome": "under 18", "born": "2010-05-06"}
    assert (What.BORN, "kent/1") in mentions("age_assessed", "kent/1", found)
    assert What.BORN not in {what for what, _ in mentions("age_assessed", "kent/1", found | {"born": None})}
    assert "2010" not in str(mentions("age_assessed", "kent/1", found))


def test_who_is_looked_up_by_name_is_called_by_each_of_their_names() -> None:
    some = [
        f"{PERSON}, given names Jo",
        f"{PERSON}, given names Joan",
        PERSON,
        "arrest C1, force kent, person kent/1",
    ]
    entries = read_notation("\n".join(f"e{n}: on 2026-03-01 {one}" for n, one in enumerate(some)))
    assert set(called(entries)) == {same_name("Plover", "Jo"), same_name("Plover", "Joan")}


def test_a_concern_is_of_the_kinds_of_those_who_protect_people() -> None:
    assert HOLDS < SAFEGUARDING
    assert not HOLDS & {
        "person",
        "arrest",
        "concern_asked",
        "consent",
        "information_shared",
        "section_45_considered",
    }


@pytest.mark.parametrize("passed", [0.0, 0.01, 0.7, 1.49, 1.51, 4.4])
def test_an_answer_leaves_at_a_multiple_of_the_tick(passed: float) -> None:
    after = (passed + left(passed)) / TICK
    assert abs(after - round(after)) < 1e-9 and 0 < left(passed) <= TICK
