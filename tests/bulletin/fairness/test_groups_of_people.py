"""Each person falls into one group of age, sex and ethnicity; what is missing or unknown is a group of its own."""

from datetime import date

import pytest

from clewline.analysis import tables
from clewline.analysis.count import select
from clewline.bulletin.fairness.people import BANDS, ETHNIC_GROUPS, GROUPS, OnePath, paths_of
from clewline.figures.paths import PATHS
from clewline.record.notation import read_notation

FIRST, LAST = date(2023, 2, 27), date(2023, 3, 5)


def paths(text: str) -> list[OnePath]:
    selection = select(tables.of_entries(read_notation(text)), PATHS, start=FIRST, end=LAST)
    return paths_of(selection.rows())


def groups(text: str) -> dict[str, str]:
    (one,) = paths(text)
    return dict(one.groups)


def arrested(more: str = "") -> str:
    return f"a: on 2023-03-01 arrest C1, force kent, person kent/1{more}"


def person(more: str, *, id_: str = "p", day: str = "2023-02-01") -> str:
    return f"{id_}: on {day} person kent/1, force kent, number 1, {more}"


@pytest.mark.parametrize(
    ("age", "band"),
    [(9, "under 10"), (10, "10 to 13"), (13, "10 to 13"), (14, "14 to 15"), (15, "14 to 15"), (16, "16 to 17"),
     (17, "16 to 17"), (18, "18 to 25"), (25, "18 to 25"), (26, "26 and over"), (120, "26 and over")],
)  # fmt: skip
def test_the_bands_of_age(age: int, band: str) -> None:
    assert groups(arrested(f", age {age}"))["age"] == band


def test_the_bands_leave_no_gap() -> None:
    assert [first for _, first, _ in BANDS][1:] == [last + 1 for _, _, last in BANDS][:-1] and BANDS[0][
        1
    ] == 0


def test_an_age_is_that_recorded_with_the_event_else_by_the_date_of_birth() -> None:
    both = "\n".join([arrested(", age 15"), person("born 1990-01-01")])
    assert groups(both)["age"] == "14 to 15"
    # 18 on the day after the arrest, and on the day itself.
    assert groups("\n".join([arrested(), person("born 2005-03-02")]))["age"] == "16 to 17"
    assert groups("\n".join([arrested(), person("born 2005-03-01")]))["age"] == "18 to 25"
    assert groups(arrested())["age"] == "not recorded"
    # A date of birth after the event: nobody is of that age.
    assert (
        groups("\n".join([arrested(), person("born 2023-03-02", day="2023-03-03")]))["age"] == "not recorded"
    )


@pytest.mark.parametrize(
    ("code", "group"),
    [("W1", "White"), ("W3", "White"), ("M9", "Mixed or multiple"), ("A4", "Asian or Asian British"),
     ("O1", "Asian or Asian British"), ("B2", "Black or Black British"), ("O2", "Other"), ("NS", "not stated"),
     ("w1", "White"), ("IC3", "not recorded"), ("W7", "not recorded")],
)  # fmt: skip
def test_the_groups_of_ethnicity(code: str, group: str) -> None:
    assert groups("\n".join([arrested(), person(f"ethnicity {code}")]))["ethnicity"] == group


def test_an_ethnicity_that_is_not_recorded_is_a_group_of_its_own() -> None:
    assert groups(arrested())["ethnicity"] == "not recorded"
    assert len({code for codes in ETHNIC_GROUPS.values() for code in codes}) == 18 + 1 + 1


def test_the_last_record_of_a_person_counts() -> None:
    text = [arrested(), person("ethnicity NS"), person("ethnicity B1, sex female", id_="q", day="2023-02-02")]
    found = groups("\n".join(text))
    assert found["ethnicity"] == "Black or Black British" and found["sex"] == "female"


def test_what_befell_one_person_is_one_path() -> None:
    text = """
        a: on 2023-03-01 arrest C1, force kent, person kent/1, age 15, sex male
        b: on 2023-03-02 charge H1, force kent, person kent/1, offence MD71130
        c: on 2023-03-02 charge H2, force kent, person kent/1, offence MD71130
        d: on 2023-03-09 nrm referral N1, force kent, person kent/1
        e: on 2023-03-02 programme offered P1, force kent, person kent/2, programme Music, offered by Ash, \
accepted no
        f: on 2023-03-02 need seen to N1, force kent, person kent/3, need medical
    """
    (one,) = paths(text)
    assert one.events == {"arrested", "charged"} and one.groups["sex"] == "male"


def test_every_way_of_comparing_has_a_group_for_what_is_not_recorded() -> None:
    assert {by: some[-1] for by, some in GROUPS.items()} == dict.fromkeys(GROUPS, "not recorded")


@pytest.mark.parametrize("example", PATHS.definition().examples)
def test_the_selection_keeps_its_example(example) -> None:
    connection = tables.of_entries(read_notation(example.given))
    counted = select(connection, PATHS, start=FIRST, end=LAST).counted()
    assert (counted.value, counted.entries) == (example.value, example.stands_on)
