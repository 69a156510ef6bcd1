"""What ties the things of a case, told from what was recorded."""

from dataclasses import replace
from datetime import date

import pytest

from clewline.case.links import Link, Links, Sort, Thing, device, key_of, links_of
from clewline.record.notation import read_notation

TODAY = date(2026, 1, 1)
CASE = """
a1: on 2025-09-01 line L1, name Blue Lamp, force kent, origin kent, importing essex
a2: on 2025-09-01 line number L1/1, line L1, number 07700 900123, used from 2025-09-01, used to 2025-10-01, force kent
a3: on 2025-09-02 person kent/1, force kent, number 1, family name Rook, given names Ada
a4: on 2025-09-03 arrest C-1, force kent, person kent/1, age 16, sex female, line L1, place Ashford, operation Lapwing
a5: on 2025-09-04 role R1, line L1, person kent/1, role runner, basis admission, force kent
a6: on 2025-09-06 charge CH-1, force kent, person kent/1, age 16, line L1, arrest C-1, offence MD71530
a7: on 2025-09-07 phone seizure EX-1, force kent, line L1, imei 356938035643809
c8: on 2025-09-08 phone seizure EX-3, force kent, imei illegible
c9: on 2025-09-08 line L4, name Nobody's
c7: on 2025-09-02 person kent/2, force kent, number 2, born 1990-01-01
a8: on 2025-09-08 phone seizure EX-2, force kent, line L1, imei 000000000000000
a9: on 2025-09-09 role R2, line L1, person kent/2, role line holder, basis admission, force kent, said by Moss
b1: on 2025-09-10 line number L2/1, line L2, number 07700 900123, used from 2025-10-02
b2: on 2025-09-11 role R3, line L3, person kent/2, role elder, basis admission, force kent
b3: on 2025-09-12 cuckooing visit V1, force kent, line L1, address 1 High Street
b4: on 2025-09-20 role R4, line L1, person kent/1, role runner, basis admission, force kent
"""


@pytest.fixture(scope="module")
def found() -> Links:
    return links_of(read_notation(CASE), TODAY)


def tied(found: Links, one: str, other: str) -> list[tuple[str, tuple[str, ...]]]:
    return [(link.what, link.entries) for link in found.between(one, other)]


@pytest.mark.parametrize(
    ("one", "other", "said"),
    [
        (
            "person:kent/1",
            "line:L1",
            [("Arrest", 0), ("runner (as kent says)", ("a5", "b4")), ("Charge", ("a6",))],
        ),
        ("person:kent/1", "arrest:C-1", [("Arrest", ("a4",)), ("Charge", ("a6",))]),
        ("arrest:C-1", "line:L1", [("Arrest", ("a4",))]),
        ("arrest:C-1", "place:Ashford", [("Arrest", ("a4",))]),
        ("line:L1", "number:+447700900123", [("used the number", ("a2",))]),
        ("line:L2", "number:+447700900123", [("used the number", ("b1",))]),
        ("line:L1", "operation:Lapwing", [("worked on under it", ("a4",))]),
        ("line:L1", "place:kent", [("run from", ("a1",))]),
        ("line:L1", "place:essex", [("sold into", ("a1",))]),
        ("exhibit:EX-1", "handset:35693803564380", [("Phone seizure", ("a7",))]),
        ("person:kent/2", "line:L1", [("line holder (as Moss says)", ("a9",))]),
        ("place:1 High Street", "line:L1", [("Cuckooing visit", ("b3",))]),
        ("person:kent/1", "person:kent/2", []),
    ],
)
def test_two_things_are_tied_by_the_entries_that_name_both(
    found: Links, one: str, other: str, said: list[tuple[str, object]]
) -> None:
    assert tied(found, one, other) == [(what, ids) for what, ids in said if ids != 0]


def test_a_link_says_how_many_entries_it_rests_on_and_of_which_days(found: Links) -> None:
    runner = next(link for link in found.links if link.what.startswith("runner"))
    assert (runner.count, runner.first, runner.last) == (2, date(2025, 9, 4), date(2025, 9, 20))
    assert runner.rests_on == "entries"
    used = found.between("line:L1", "number:+447700900123")[0]
    assert (used.first, used.last) == (date(2025, 9, 1), date(2025, 10, 1))
    assert found.between("line:L2", "number:+447700900123")[0].last is None


def test_a_child_is_marked_for_protection_and_no_adult_is(found: Links) -> None:
    assert found.things["person:kent/1"].protect_first
    assert not found.things["person:kent/2"].protect_first


def test_things_are_called_what_people_call_them(found: Links) -> None:
    assert found.things["person:kent/1"].title == "Ada Rook"
    assert found.things["line:L1"].title == "Blue Lamp"
    assert found.things["line:L3"].title == "L3"


def test_a_handset_is_known_by_what_phone_records_call_it_and_one_of_zeros_is_none(found: Links) -> None:
    assert sorted(one.id for one in found.things.values() if one.sort is Sort.HANDSET) == [
        "35693803564380",
        "illegible",
    ]


def test_what_is_near_a_line_goes_through_people_and_not_through_operations(found: Links) -> None:
    near = found.near("line:L1", 2)
    assert {"line:L2", "line:L3", "person:kent/2"} <= near.things.keys()
    assert "line:L3" not in found.near("line:L1", 1).things
    from_operation = found.near("operation:Lapwing", 2)
    assert {"line:L1", "person:kent/1"} <= from_operation.things.keys()
    assert found.near("place:essex", 1).things.keys() == {"place:essex", "line:L1"}
    through_place = links_of(read_notation(CASE.replace("line L3", "line L1")), TODAY).near("line:L2", 1)
    assert through_place.things.keys() == {"line:L2", "number:+447700900123"}


def test_looks_tie_nothing_and_neither_does_what_names_one_thing() -> None:
    some = """
    c1: on 2025-09-01 line shown L1, shown summary
    c2: on 2025-09-01 person kent/9, force kent, number 9, family name Rook
    """
    assert links_of(read_notation(some), TODAY) == Links()


def test_phone_records_add_links_and_change_nothing_that_is_known(found: Links) -> None:
    phone, contact = device("+447700900123"), Thing(sort=Sort.CONTACT, id="c1")
    more = found.with_more(
        [Thing(sort=Sort.LINE, id="L1"), phone, contact],
        [Link(one=phone.key, what="in touch with", other=contact.key, mark="contact:c1", count=3)],
    )
    assert more.things["line:L1"].title == "Blue Lamp"
    (link,) = more.between(contact.key, phone.key)
    assert link.rests_on == "rows of phone records"


@pytest.mark.parametrize(
    ("identifier", "key"),
    [
        ("+447700900123", "number:+447700900123"),
        ("imei:356938035643809", "handset:356938035643809"),
        ("imsi:234100000000001", "SIM:234100000000001"),
        ("other:1", "number:other:1"),
    ],
)
def test_a_phone_is_a_number_a_handset_or_a_sim(identifier: str, key: str) -> None:
    assert device(identifier).key == key == key_of(device(identifier).sort, device(identifier).id)


def test_authorities_are_tied_to_the_phones_that_they_name() -> None:
    (said,) = read_notation("d1: on 2025-09-01 authority CD/1, nature consent, reference CD/1")
    facts = replace(
        said.facts, identifiers=("07700 900123", "imei:356938035643809", "illegible", "illegible")
    )  # type: ignore[type-var]  # facts are dataclasses
    found = links_of([replace(said, facts=facts)], TODAY)
    assert {(link.one, link.other) for link in found.links} == {
        ("number:+447700900123", "authority:CD/1"),
        ("handset:35693803564380", "authority:CD/1"),
        ("number:illegible", "authority:CD/1"),
    }
