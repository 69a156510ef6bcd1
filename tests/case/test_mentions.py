"""What an entry mentions, and what somebody may write to find it."""

import pytest

from clewline.case.mentions import What, mentions, numbers_like


def test_a_number_is_mentioned_in_one_spelling_however_it_was_typed() -> None:
    for typed in ("07700 900123", "+44 7700 900123", "00447700900123", "(07700) 900-123"):
        assert (What.NUMBER, "+447700900123") in mentions(
            "line_number", "L1/n", {"line": "L1", "number": typed}
        )


def test_a_brand_is_no_number_and_a_line_of_phone_records_is_one() -> None:
    assert not {t for w, t in mentions("arrest", "C1", {"line": "KP-L00001"}) if w is What.NUMBER}
    said = {"line": "+447700900123", "phone": "imei:350000000000001"}
    numbers = {t for w, t in mentions("phones_compared", "x1", said) if w is What.NUMBER}
    assert numbers == {"+447700900123", "350000000000001"}


def test_a_person_is_mentioned_by_whoever_names_them_and_by_their_own_record() -> None:
    assert (What.PERSON, "kent/P1") in mentions("person", "kent/P1", {"force": "kent", "number": "P1"})
    young = mentions("arrest", "C1", {"person": "kent/P1", "age": 17})
    assert {(What.PERSON, "kent/P1"), (What.UNDER_18, "kent/P1")} <= young
    assert (What.UNDER_18, "kent/P1") not in mentions("arrest", "C1", {"person": "kent/P1", "age": 18})
    assert (What.ROLE, "runner\tkent/P1") in mentions("role", "R1", {"person": "kent/P1", "role": "runner"})


def test_a_name_is_mentioned_word_by_word_and_a_reference_whole_and_by_its_last_part() -> None:
    found = {t for w, t in mentions("line", "KP-L1", {"name": "Paper  Post"}) if w is What.WORD}
    assert found == {"kp-l1", "paper", "post"}
    found = {t for w, t in mentions("charge", "KP/19/CH7", {"arrest": "KP/19/CU4"}) if w is What.WORD}
    assert found == {"kp/19/ch7", "ch7", "kp/19/cu4", "cu4"}


def test_the_other_facts_of_an_entry_are_not_in_the_index() -> None:
    said = {"person": "kent/P1", "concern": "owes a debt", "address": "1 High Street", "ethnicity": "W1"}
    assert not {t for _, t in mentions("vulnerability_identified", "V1", said)} & {
        "debt",
        "owes",
        "high",
        "w1",
    }


@pytest.mark.parametrize(
    ("typed", "begins"),
    [
        ("07700 900123", "+447700900123"),
        ("07700", "+447700"),
        ("+447700", "+447700"),
        ("0044 7700", "+447700"),
        ("447700", "+447700"),
        ("IMEI 350000000000001", "350000000000001"),
        ("3500000", "3500000"),
    ],
)
def test_the_beginning_of_a_number_is_understood(typed: str, begins: str) -> None:
    assert begins in numbers_like(typed)


@pytest.mark.parametrize("typed", ["Nightjar", "0", "+", "00", "a1", "12 High Street"])
def test_what_is_no_number_is_not_looked_for_as_one(typed: str) -> None:
    assert numbers_like(typed) == set()
