"""A mapping is a data file that a person can read, and is refused with a sentence where it is wrong."""

import pytest

from clewline.errors import BadDeclaration
from clewline.formats.mapping import read_mapping
from clewline.workflow.reading import mappings

GOOD = """
name = "x"
title = "X"
dates = "dd/mm/yyyy"
[codes.sex]
M = "male"
[[record]]
name = "arrests"
[[record.entry]]
kind = "arrest"
day = "On"
subject = "{Ref}/{Seq}"
when = { "Type" = ["A"] }
unless_empty = ["Ref"]
[record.entry.fields]
force = { value = "kent" }
person = "No"
age = { born = "DOB" }
sex = { column = "Sex", codes = "sex" }
"""


def test_a_layout_reads_just_the_columns_that_it_names() -> None:
    (layout,) = read_mapping(GOOD).layouts
    assert layout.columns == {"On", "Ref", "Seq", "Type", "No", "DOB", "Sex"}


def test_the_layout_that_reads_most_is_chosen_of_those_that_fit() -> None:
    short = GOOD[GOOD.index("[[record]]") :].replace('name = "arrests"', 'name = "short"')
    short = short.replace('age = { born = "DOB" }\n', "")
    mapping = read_mapping(GOOD + short)
    header = ("On", "Ref", "Seq", "Type", "No", "DOB", "Sex", "More")
    found = mapping.layout_for(header)
    assert found is not None and found.name == "arrests"
    without = mapping.layout_for(tuple(h for h in header if h != "DOB"))
    assert without is not None and without.name == "short"
    assert mapping.layout_for(("On",)) is None


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (("name =", "name ="[::-1]), "not TOML"),
        (('title = "X"', ""), "does not say 'title'"),
        (("dd/mm/yyyy", "mm/dd/yyyy"), "writes dates as"),
        (('kind = "arrest"', 'kind = "unicorn"'), "not in the record"),
        (('day = "On"', ""), "does not say 'day'"),
        (('person = "No"', ""), "needs person"),
        (('person = "No"', 'person = "No"\nhat = "Hat"'), "no field hat"),
        (('codes = "sex"', 'codes = "sexes"'), "no table of codes"),
    ],
)
def test_a_wrong_mapping_is_refused_with_what_is_wrong(change: tuple[str, str], said: str) -> None:
    with pytest.raises(BadDeclaration, match=said):
        read_mapping(GOOD.replace(*change, 1))


def test_the_mappings_that_come_with_clewline_are_well_declared() -> None:
    assert list(mappings()) == ["custodian", "lighthouse", "moorings", "press", "quartermaster"]
    assert {m.dates for m in mappings().values()} == {"dd/mm/yyyy", "d mon yyyy", "yyyy-mm-dd"}
    for mapping in mappings().values():
        assert all(layout.columns for layout in mapping.layouts)
