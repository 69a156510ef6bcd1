"""The reference lists: what a code, a drug's name, a force's name mean, and on which day."""

import csv
import importlib.util
import subprocess
import sys
from collections import Counter
from datetime import date, timedelta
from importlib.resources import files
from itertools import pairwise
from pathlib import Path
from types import ModuleType
from typing import get_args

import pytest

from clewline import reference
from clewline.reference import Class, OffenceGroup, drug_class, drug_names, force_names, forces, offences

ROOT = Path(__file__).parent.parent
SHARED = ROOT.parent / "shared" / "reference"


def test_every_code_of_the_cjs_list_is_there_once_with_a_title_and_a_group() -> None:
    assert len(offences()) == 15352
    assert all(code == o.code and o.title for code, o in offences().items())
    assert Counter(o.offence_group for o in offences().values()) == {
        "other": 14408,
        "drug trafficking": 373,
        "weapons": 371,
        "violence": 148,
        "drug possession": 43,
        "modern slavery": 9,
    }


def test_columns_hold_only_the_values_that_their_types_promise() -> None:
    listed = offences().values()
    assert {o.offence_group for o in listed} == set(get_args(OffenceGroup))
    assert {o.drug_class for o in listed} == {*get_args(Class), None}
    assert {o.class_basis for o in listed} == {"title", "other titles", None}
    assert all((o.drug_class is None) == (o.class_basis is None) for o in listed)
    assert {o.drug for o in listed} <= {*drug_names().values(), None}
    assert {row.drug_class for row in reference.drug_classes()} == set(get_args(Class))


@pytest.mark.parametrize(
    ("code", "group", "drug", "listed_class"),
    [
        ("MD71170", "drug trafficking", "cocaine", "A"),  # concerned in supply; only other titles say class A
        ("MD71131C", "drug trafficking", "heroin", "A"),  # a conspiracy counts with its act
        ("MD71134A", "drug trafficking", "crack cocaine", "A"),  # and so does an attempt
        ("MD71526", "drug trafficking", "cannabis", "B"),  # possession with intent to supply
        ("MD71517", "drug trafficking", "cannabis resin", "B"),
        ("MD71093", "drug trafficking", "MDMA", "A"),  # "MDMA / ecstasy"
        ("MD71440", "drug trafficking", "cannabis", "B"),  # cultivation
        ("MD71343", "drug trafficking", "cocaine", "A"),  # premises used for supply
        ("MD71515", "drug trafficking", None, "A"),  # incitement
        ("CE79340", "drug trafficking", "khat", "C"),  # importation
        ("PS16002", "drug trafficking", None, None),  # a psychoactive substance has no class
        ("MD71530", "drug possession", "cannabis", "B"),  # "Cannabis / Cannabis Resin": the first named
        ("MD71507", "drug possession", "methylamphetamine", "A"),
        ("MD71051", "other", None, None),  # supply of an article, not of a drug
        ("MD71072", "other", None, None),  # "fail to produce book" is no production
        ("CE79046", "other", None, None),  # goods "other than controlled drug"
        ("RT88584", "other", None, None),  # driving over a drug limit
        ("MS15003", "modern slavery", None, None),
        ("MS15003C", "modern slavery", None, None),
        ("MS15006", "modern slavery", None, None),  # kidnap with intent to traffick: slavery before violence
        ("MS15503", "other", None, None),  # an application is no charge
        ("OF61102", "violence", None, None),
        ("OF61131", "violence", None, None),
        ("CJ88116", "violence", None, None),
        ("COML025A", "violence", None, None),  # attempted murder
        ("PC53003", "violence", None, None),  # threatening with a weapon
        ("PC53001", "weapons", None, None),  # having one
        ("CJ88144", "weapons", None, None),
        ("FI68320", "weapons", None, None),
        ("TH68023", "other", None, None),  # robbery is its own decision
        ("SX03007", "other", None, None),  # and so are sexual offences
        ("TH68028", "other", None, None),  # and burglary
        ("PH97004", "other", None, None),  # harassment without violence
        ("WA15086", "other", None, None),  # killing poultry
        ("OF61106", "other", None, None),  # bigamy, in the Act against violence to the person
        ("VC06001", "other", None, None),  # a drinking ban, in the Act about imitation firearms
    ],
)
def test_a_code_says_its_group_its_drug_and_the_class_of_the_list(
    code: str, group: str, drug: str | None, listed_class: str | None
) -> None:
    found = offences()[code]
    assert (found.offence_group, found.drug, found.drug_class) == (group, drug, listed_class)


def test_a_class_says_whether_the_title_states_it() -> None:
    assert offences()["MD71130"].class_basis == "title"
    assert offences()["MD71170"].class_basis == "other titles"
    assert offences()["MS15003"].class_basis is None


def test_a_list_is_read_once_and_only_when_it_is_asked_for() -> None:
    # Its own process: this one has read the lists already. A test of its 35 ms would fail on a busy machine.
    code = """
from clewline import reference
assert reference.offences.cache_info().currsize == 0
assert reference.offences() is reference.offences()
assert reference.forces.cache_info().currsize == 0
"""
    subprocess.run([sys.executable, "-c", code], check=True, env={"PYTHONPATH": str(ROOT / "src")})


@pytest.mark.parametrize(
    ("written", "means"),
    [
        ("crack", "crack cocaine"),
        ("cocaine (crack)", "crack cocaine"),
        ("diamorphine", "heroin"),
        ("skunk", "cannabis"),
        ("herbal cannabis", "cannabis"),
        ("hash", "cannabis resin"),
        ("ecstasy", "MDMA"),
        ("synthetic cannabinoids", "spice"),
        ("speed", "amphetamine"),
        ("crystal meth", "methylamphetamine"),
        ("xanax", "alprazolam"),
    ],
)
def test_a_drug_is_known_by_the_names_that_forces_write(written: str, means: str) -> None:
    assert drug_names()[written] == means


def test_every_name_of_a_drug_is_casefolded_and_stands_once_and_every_drug_has_a_class() -> None:
    rows = _rows("drugs.csv")
    aliases = [alias for _, alias in rows]
    assert aliases == [" ".join(alias.casefold().split()) for alias in aliases]
    assert len(aliases) == len(set(aliases))
    drugs = {drug for drug, _ in rows}
    assert all(drug_names()[drug.casefold()] == drug for drug in drugs)
    assert {row.drug for row in reference.drug_classes()} == drugs


@pytest.mark.parametrize(
    ("drug", "on", "expected"),
    [
        ("cannabis", date(2004, 1, 28), "B"),
        ("cannabis", date(2004, 1, 29), "C"),
        ("cannabis", date(2005, 1, 1), "C"),
        ("cannabis", date(2009, 1, 25), "C"),
        ("cannabis", date(2009, 1, 26), "B"),
        ("cannabis", date(2023, 3, 1), "B"),
        ("GHB", date(2003, 6, 30), None),
        ("GHB", date(2022, 4, 12), "C"),
        ("GHB", date(2022, 4, 13), "B"),
        ("GBL", date(2022, 4, 12), "C"),
        ("GBL", date(2022, 4, 13), "B"),
        ("ketamine", date(2005, 12, 31), None),
        ("ketamine", date(2014, 6, 9), "C"),
        ("ketamine", date(2014, 6, 10), "B"),
        ("methylamphetamine", date(2007, 1, 17), "B"),
        ("methylamphetamine", date(2007, 1, 18), "A"),
        ("nitrous oxide", date(2023, 11, 7), None),
        ("nitrous oxide", date(2023, 11, 8), "C"),
        ("crack cocaine", date(2023, 3, 1), "A"),
        ("icing sugar", date(2023, 3, 1), None),
    ],
)
def test_a_drug_has_the_class_of_its_day(drug: str, on: date, expected: str | None) -> None:
    assert drug_class(drug, on) == expected


def test_the_classes_of_a_drug_follow_each_other_without_gap_or_overlap() -> None:
    rows = reference.drug_classes()
    assert all(row.valid_from <= row.valid_to and row.authority for row in rows)
    for drug in {row.drug for row in rows}:
        own = [row for row in rows if row.drug == drug]
        for earlier, later in pairwise(own):
            assert later.valid_from == earlier.valid_to + timedelta(days=1), drug
            assert later.drug_class != earlier.drug_class, drug
        assert own[-1].valid_to == date(9999, 12, 31), drug


def test_there_are_43_territorial_forces_and_the_british_transport_police() -> None:
    assert len(forces()) == 44
    assert forces()["metropolitan"].name == "Metropolitan Police"
    assert forces()["city-of-london"].name == "City of London"
    assert forces()["btp"].ons_code is None
    assert [force.id for force in forces().values() if force.ons_code is None] == ["btp"]
    assert len({force.pnc_code for force in forces().values()}) == 44


@pytest.mark.parametrize(
    ("written", "means"),
    [
        ("Metropolitan Police Service", "metropolitan"),
        ("MPS", "metropolitan"),
        ("Met", "metropolitan"),
        ("01", "metropolitan"),
        ("GMP", "greater-manchester"),
        ("BTP", "btp"),
        ("93", "btp"),
        ("Kent Police", "kent"),
        ("E23000032", "kent"),
        ("Devon & Cornwall", "devon-and-cornwall"),
        ("Avon and Somerset", "avon-and-somerset"),
        ("west-midlands", "west-midlands"),
    ],
)
def test_a_force_is_known_by_its_names_and_codes(written: str, means: str) -> None:
    assert force_names()[written.casefold()] == means


def test_no_name_means_two_forces_and_a_national_body_is_no_force() -> None:
    listed = [(alias.casefold(), force) for force, alias in _rows("force_alias.csv")]
    own = [
        (name.casefold(), force.id)
        for force in forces().values()
        for name in (force.id, force.name, force.pnc_code, force.ons_code)
        if name is not None
    ]
    assert {force for _, force in listed} <= set(forces())
    assert len({alias for alias, _ in listed}) == len(listed)
    assert dict(listed + own) == dict(own + listed), "a name that two forces share"
    assert "nclcc" not in force_names()
    assert "nca" not in force_names()


def test_each_rule_of_the_grouping_cites_its_authority_and_its_day() -> None:
    for group, basis, pattern, authority, since in _rows("offence_groups.csv"):
        assert group in get_args(OffenceGroup)
        assert basis in ("category", "code", "title", "code and title")
        assert pattern
        assert authority.startswith("Clewline grouping 1, ")
        assert date.fromisoformat(since) == date(2026, 8, 21)


@pytest.mark.skipif(not SHARED.exists(), reason="the source lists are not on this machine")
def test_the_generated_lists_are_what_their_sources_give() -> None:
    built = _generator().build(SHARED)
    assert set(built) == {"offences.csv", "forces.csv"}
    for name, content in built.items():
        # Not `==` in the assertion: its explanation of 1.6 MB would take minutes.
        same = files(reference).joinpath(name).read_bytes() == content
        assert same, f"{name} is stale: run tools/build_reference.py"


@pytest.mark.skipif(not SHARED.exists(), reason="the source lists are not on this machine")
def test_the_generator_stops_where_a_title_states_a_class_that_the_dated_list_lacks(tmp_path: Path) -> None:
    for name in ("offence_groups.csv", "drugs.csv", "drug_class.csv"):
        text = files(reference).joinpath(name).read_text("utf-8")
        (tmp_path / name).write_text(text.replace("heroin,A,", "heroin,B,"), "utf-8")
    with pytest.raises(SystemExit, match="lacks a class that offence titles state: heroin"):
        _generator().build(SHARED, tmp_path)


def _generator() -> ModuleType:
    spec = importlib.util.spec_from_file_location("build_reference", ROOT / "tools" / "build_reference.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _rows(name: str) -> list[list[str]]:
    text = files(reference).joinpath(name).read_text("utf-8")
    return list(csv.reader(text.splitlines()))[1:]
