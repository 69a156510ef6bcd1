"""Authorities, exhibits and phone records on the command line: what is printed, and how each refusal leaves."""

import json
from pathlib import Path

import pytest

from clewline.cli.authority import NATURES
from clewline.errors import BadInput, Misused, NotAllowed, NotFound
from clewline.record.kinds.authority import Authority
from cli.test_commands import good, refused, run, with_problems
from workflow.phones.phone_files import STRANGER, generic

ADD = (
    *("authority", "add", "K1", "--reference", "CD/1", "--kind", "communications-data"),
    *("--identifier", "07700 900001", "--from", "2026-03-01", "--to", "2026-03-31"),
)
TAKE = ("--case", "K1", "--authority", "CD/1", "--exhibit", "KM/1", "--handed-over-by", "the SPoC")


@pytest.fixture
def records(tmp_path: Path) -> Path:
    path = tmp_path / "records.csv"
    path.write_text(generic({}, {"phone": STRANGER}, {"service": "call"}))
    return path


def test_the_words_for_kinds_are_the_fields(embedded: str) -> None:
    assert set(NATURES.values()) == set(Authority.__annotations__["nature"].__args__)
    assert "--kind 'warrant' should be one of" in str(refused(*ADD[:5], "--kind", "warrant", *ADD[7:]))


def test_from_an_authority_to_verified_exhibits(embedded: str, records: Path) -> None:
    assert "1 identifiers" not in good(*ADD, "--purpose", "preventing or detecting serious crime")
    said = good("intake", records, *TAKE)
    assert "3 records = 2 taken + 0 known + 1 outside the authority + 0 problems + 0 blank; 2 rows" in said
    assert "dropped and not kept: 1 of other numbers and devices, 0 of other days" in said
    assert "received before under this authority" in good("intake", records, *TAKE)
    listed = good("authority", "list", "K1")
    assert (
        "for: preventing or detecting serious crime" in listed and "KM/1: records.csv, 2 rows kept" in listed
    )
    good("exhibit", "move", "K1", "KM/1", "--from", "store", "--to", "laboratory", "--purpose", "examination")
    exhibits = good("exhibit", "list", "K1")
    assert "from the SPoC" in exhibits and "store to laboratory, for examination" in exhibits
    assert "records.csv" in good("batches")
    assert "The chain holds" in good("verify")


def test_scripts_are_told_as_json(embedded: str, records: Path) -> None:
    good(*ADD, "--expires", "2999-01-01", "--data", "events data")
    (file,) = json.loads(good("intake", records, *TAKE, "--json"))["files"]
    assert (file["account"]["taken"], file["account"]["out_of_scope"], file["whole"]) == (2, 1, False)
    (authority,) = json.loads(good("authority", "list", "K1", "--json"))
    assert authority["files"] == [file["sha256"]]
    good("exhibit", "move", "K1", "KM/1", "--from", "store", "--to", "court", "--on", "2026-05-01")
    (exhibit,) = json.loads(good("exhibit", "list", "K1", "--json"))
    assert exhibit["sha256"] == file["sha256"] and exhibit["moves"][0]["day"] == "2026-05-01"
    assert "events data" in good("authority", "list", "K1")


def test_phone_records_without_an_authority_are_refused(embedded: str, records: Path) -> None:
    assert isinstance(refused("intake", records, "--case", "K1"), BadInput)
    assert "taken in under an authority" in run("intake", records, "--case", "K1").stderr
    assert isinstance(refused("intake", records, "--case", "K1", "--mapping", "generic"), BadInput)
    assert isinstance(refused("intake", records, *TAKE), NotFound)


def test_what_cannot_be_taken_in_says_why(embedded: str, records: Path, tmp_path: Path) -> None:
    good(*ADD)
    said = run("intake", records, "--case", "K1", "--authority", "CD/1").stderr
    assert "Name the exhibit" in said
    other = tmp_path / "other.csv"
    other.write_text("a,b\n1,2\n")
    assert "clewline mapping other.csv" in run("intake", other, *TAKE).stderr
    assert "--number" in run("intake", records, *TAKE, "--number", "Moss").stderr
    assert isinstance(refused("intake", records, other, *TAKE), Misused)
    assert isinstance(refused("exhibit", "move", "K1", "KM/9", "--from", "a", "--to", "b"), NotFound)
    records.write_text(generic({"phone": STRANGER}))
    assert isinstance(refused("intake", records, *TAKE), NotAllowed)


def test_problems_are_listed_and_a_dry_run_keeps_nothing(embedded: str, records: Path) -> None:
    good(*ADD)
    records.write_text(generic({}, {"service": "pigeon"}))
    assert "nothing was written" in with_problems("intake", records, *TAKE, "--dry-run")
    result = run("intake", records, *TAKE)
    assert result.exit_code == 5 and "unknown-service: records.csv, line 3, column service" in result.stderr
    assert "has no exhibit yet" in good("exhibit", "list", "K2")
    assert "has no authority yet" in good("authority", "list", "K2")
