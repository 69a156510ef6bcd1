"""A row gives entries or says what is wrong, naming the column and never the value."""

from datetime import date

import pytest

from clewline.formats.mapping import SystemMapping, read_mapping
from clewline.formats.rows import Draft, RowReader
from clewline.formats.values import Lists
from clewline.record import Problem
from clewline.record.kinds.charge import Charge
from clewline.record.kinds.person import Person
from clewline.record.kinds.release import Release

MAPPING = """
name = "x"
title = "X"
dates = "dd/mm/yyyy"
[codes.outcome]
RUI = "released under investigation"
[[record]]
name = "disposal"
[[record.entry]]
kind = "person"
day = "On"
subject = "{Force}/{No}"
unless_empty = ["Name"]
[record.entry.fields]
force = "Force"
number = "No"
family_name = "Name"
born = "DOB"
[[record.entry]]
kind = "charge"
day = "On"
subject = "Charge"
when = { "Type" = ["CHGD"] }
[record.entry.fields]
force = "Force"
person = "No"
offence = "Offence"
age = { born = "DOB" }
[[record.entry]]
kind = "release"
day = "On"
subject = "{Ref}/{Type}"
when = { "Type" = ["RUI"] }
[record.entry.fields]
force = "Force"
person = "No"
arrest = "Ref"
outcome = { column = "Type", codes = "outcome" }
operation = { value = "Orochi" }
"""
HEADER = ("Ref", "Charge", "On", "Force", "No", "Name", "DOB", "Type", "Offence", "Notes")
GOOD = ["R1", "H1", "01/03/2023", "Met", "7", "Ng", "02/03/2008", "CHGD", "MD71170", ""]


@pytest.fixture
def mapping() -> SystemMapping:
    return read_mapping(MAPPING)


@pytest.fixture
def reader(mapping: SystemMapping) -> RowReader:
    lists = Lists({"MD71170"}, {}, {"met": "metropolitan"})
    layout = mapping.layouts[0]
    return RowReader(mapping, layout, HEADER, lists=lists, received_on=date(2023, 3, 6), sheet="S")


def changed(**cells: str | None) -> list[str | None]:
    return [cells.get(name, value) for name, value in zip(HEADER, GOOD, strict=True)]


def test_one_row_gives_the_person_and_the_charge(reader: RowReader) -> None:
    on = date(2023, 3, 1)
    assert reader.read(2, GOOD) == [
        Draft(
            "metropolitan/7",
            on,
            Person(force="metropolitan", number="7", family_name="Ng", born=date(2008, 3, 2)),
        ),
        Draft("H1", on, Charge(force="metropolitan", person="metropolitan/7", offence="MD71170", age=14)),
    ]
    assert reader.unread == ("Notes",)


def test_a_code_chooses_the_entry_and_an_empty_column_leaves_one_out(reader: RowReader) -> None:
    drafts = reader.read(2, changed(Type="RUI", Name=None))
    assert isinstance(drafts, list)
    (only,) = drafts
    assert only.subject == "R1/RUI"
    assert only.facts == Release(
        force="metropolitan",
        person="metropolitan/7",
        arrest="R1",
        outcome="released under investigation",
        operation="Orochi",
    )


@pytest.mark.parametrize(
    ("cells", "column", "rule", "value_class"),
    [
        ({"No": ""}, "No", "missing", None),
        ({"On": ""}, "On", "missing", None),
        ({"On": "31/02/2023"}, "On", "impossible-date", "date-like"),
        ({"On": "07/03/2023"}, "On", "date-in-future", "date-like"),
        ({"DOB": "02/03/2023"}, "DOB", "cannot-be-true", None),
        ({"DOB": "02/03/2023", "Name": ""}, "DOB", "before-birth", "date-like"),
        ({"DOB": "x", "Name": ""}, "DOB", "not-a-date", "text of 1 character"),
        ({"Offence": "ZZ"}, "Offence", "unknown-offence-code", "text of 2 characters"),
        ({"Charge": " "}, "Charge", "missing", None),
        ({"Type": "WHO"}, "Type", "unknown-code", None),
    ],
)
def test_a_row_that_cannot_be_taken_says_why(
    reader: RowReader, cells: dict[str, str], column: str, rule: str, value_class: str | None
) -> None:
    problem = reader.read(9, changed(**cells))
    assert isinstance(problem, Problem)
    assert (problem.line, problem.sheet, problem.column, problem.rule) == (9, "S", column, rule)
    assert problem.value_class == value_class
    assert problem.what.endswith(".") and problem.do.endswith(".")


def test_an_age_is_left_out_where_no_birth_is_recorded(reader: RowReader) -> None:
    drafts = reader.read(2, changed(DOB=""))
    assert isinstance(drafts, list)
    assert [getattr(d.facts, "age", None) for d in drafts] == [None, None]


def test_a_row_that_says_nothing_is_not_silently_passed_over(mapping: SystemMapping) -> None:
    text = MAPPING[: MAPPING.index('[[record.entry]]\nkind = "charge"')]
    only_person = read_mapping(text)
    reader = RowReader(
        only_person,
        only_person.layouts[0],
        HEADER,
        lists=Lists((), {}, {"met": "metropolitan"}),
        received_on=date(2023, 3, 6),
    )
    problem = reader.read(2, changed(Name=""))
    assert isinstance(problem, Problem)
    assert problem.rule == "nothing-recorded"


def test_all_that_is_wrong_with_a_row_is_told_at_once_a_column_each(reader: RowReader) -> None:
    assert reader.faults(2, GOOD) == []
    wrong = reader.faults(2, changed(On="31/02/2023", Force="", Offence="?"))
    assert {one.column for one in wrong} == {"On", "Force", "Offence"}
    assert {one.line for one in wrong} == {2}


def test_an_age_that_cannot_be_is_told_where_all_else_can_be_read(reader: RowReader) -> None:
    (wrong,) = reader.faults(2, changed(DOB="02/03/2023", Name=""))
    assert (wrong.column, wrong.rule) == ("DOB", "before-birth")
