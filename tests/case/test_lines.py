"""The lines of a case, told from what people recorded."""

from dataclasses import replace
from datetime import date, timedelta

from clewline.case.lines import Lines, identifier_of, recorded
from clewline.record import Entry
from clewline.record.kinds.correction import Correction
from clewline.record.notation import read_notation

CASE = """
a1: on 2025-09-01 line L1, name Blue Lamp, force kent
a2: on 2025-09-01 line number L1/1, line L1, number 07700 900123, used from 2025-09-01, used to 2025-10-01, force kent
a3: on 2025-10-01 line number L1/2, line L1, number 07700 900124, used from 2025-10-01
a4: on 2025-10-02 line number L2/1, line L2, number 07700 900124, used from 2025-10-02
a5: on 2025-10-03 line number L2/2, line L2, number unknown, used from 2025-08-03
a6: on 2025-11-01 line assessment L1/2025-11-01, line L1, status active, force kent
a7: on 2025-12-01 line closure L1/C1, line L1, type Type 1, force kent
a8: on 2025-12-02 arrest C1, person P1, force kent, line L1
"""


def lines(*more: Entry) -> Lines:
    return recorded([*read_notation(CASE), *more])


def later(entry: Entry, number: int, **changed: object) -> Entry:
    """Return an entry that is recorded after all others."""
    at = entry.recorded_at + timedelta(days=number)
    return replace(entry, id=f"b{number}", recorded_at=at, **changed)


def test_a_line_is_all_that_was_recorded_about_it_the_one_with_the_latest_entry_first() -> None:
    found = lines()
    assert list(found.by_id) == ["L1", "L2"]
    line = found.by_id["L1"]
    assert [e.id for e in line.entries] == ["a1", "a2", "a3", "a6", "a7"]
    assert line.said is not None and line.said.name == "Blue Lamp"
    assert line.assessed is not None and line.assessed.id == "a6"
    assert [e.id for e in line.closures] == ["a7"]
    assert line.latest == date(2025, 12, 1)


def test_a_line_of_which_only_a_number_is_recorded_is_a_line() -> None:
    line = lines().by_id["L2"]
    assert line.said is None and line.assessed is None and line.closures == []
    assert [(used.number, used.identifier) for used in line.numbers] == [
        ("unknown", None),
        ("07700 900124", "+447700900124"),
    ]


def test_a_disruption_without_its_line_is_said_of_none() -> None:
    (one,) = read_notation("c1: on 2025-12-03 line disruption D1, force kent, how runner arrested")
    assert list(lines(one).by_id) == ["L1", "L2"]


def test_a_number_leads_to_every_line_that_used_it() -> None:
    found = lines()
    assert [line.id for line in found.with_number("+447700900124")] == ["L1", "L2"]
    assert [line.id for line in found.with_number("+447700900123")] == ["L1"]
    assert found.with_number("+447700900999") == ()


def test_what_was_withdrawn_or_replaced_is_not_said_of_a_line() -> None:
    entries = read_notation(CASE)
    closure, number = entries[6], entries[1]
    withdrawn = later(closure, 1, facts=Correction(withdraws="a7"), subject="a7")
    replaced = later(
        number, 2, facts=replace(number.facts, number="07700 900125"), corrects="a2", because="typed wrong"
    )
    line = lines(withdrawn, replaced).by_id["L1"]
    assert line.closures == []
    assert [used.identifier for used in line.numbers] == ["+447700900125", "+447700900124"]


def test_a_closure_whose_withdrawal_is_withdrawn_stands() -> None:
    closure = read_notation(CASE)[6]
    first = later(closure, 1, facts=Correction(withdraws="a7"), subject="a7")
    second = later(closure, 2, facts=Correction(withdraws="b1"), subject="b1")
    assert [e.id for e in lines(first, second).by_id["L1"].closures] == ["a7"]


def test_an_identifier_is_told_however_it_is_written() -> None:
    assert identifier_of("07700 900123") == identifier_of("+44 7700 900123") == "+447700900123"
    assert identifier_of("IMEI 00101711000001") == "imei:00101711000001"
    assert identifier_of("a2") is None and identifier_of("") is None


def test_what_a_force_recorded_of_no_line_in_particular_is_of_none() -> None:
    (said,) = read_notation("b1: on 2025-10-05 line disruption D1, line L1, level minor, force kent")
    of_no_line = replace(said, facts=replace(said.facts, line=None))  # type: ignore[type-var]  # facts are dataclasses
    assert list(lines(of_no_line).by_id) == ["L1", "L2"]
