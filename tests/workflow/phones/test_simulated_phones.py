"""The files of a made-up case, taken in as real ones would be, give what the truth says of each."""

import csv
import io
import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from clewline.simulate.phones import read_authorities, simulate_phones
from clewline.simulate.phones.handset import CANARY
from clewline.workflow.phones import authorities, opened
from clewline.workflow.phones.intake import PhoneOutcome
from workflow.phones.phone_files import accounted, intake

AT = datetime(2025, 12, 5, 9, tzinfo=UTC)


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("phones")
    for file in simulate_phones(seed=5, days=42, customers=20, generic=True):
        (folder / file.name).write_bytes(file.content)
    return folder


def taken_in(folder: Path) -> dict[str, PhoneOutcome]:
    for facts, given in read_authorities((folder / "phones_authorities.json").read_bytes()):
        authorities.record(facts, case="K1", day=given, by="Moss", at=AT)
    outcomes = {}
    for n, name in enumerate(json.loads((folder / "phones_truth.json").read_text())["files"], start=1):
        under = "SIM/DX/0001" if "handset" in name else "SIM/CD/0001"
        outcomes[name] = intake(folder / name, reference=under, exhibit=f"KM/{n}", at=AT)
    return outcomes


def test_every_file_gives_what_was_planted_in_it(embedded: str, files: Path) -> None:
    truth: dict[str, Any] = json.loads((files / "phones_truth.json").read_text())
    planted = list(csv.DictReader(io.StringIO((files / "phones_blemishes.csv").read_text())))
    for name, outcome in taken_in(files).items():
        expected = truth["files"][name]
        a = outcome.account
        assert accounted(outcome)
        assert a.problems == expected.get("problem", 0), name
        assert a.other_identifiers == expected.get("other identifiers", 0), name
        assert a.other_dates == expected.get("other dates", 0), name
        # Equal rows of one file are two events here; the truth counts the second of them as known.
        assert a.known + a.taken == expected["taken"] + expected.get("known", 0) + expected.get(
            "contacts", 0
        ), name
        rules = {(p.rule, p.line) for p in outcome.problems if p.records}
        for one in planted:
            if one["file"] == name and one["outcome"] == "problem":
                assert (one["rule"], int(one["line"])) in rules, one


def test_no_content_of_a_handset_comes_in(embedded: str, files: Path) -> None:
    assert CANARY.encode() in (files / "phones_handset_report.xml").read_bytes()
    outcome = taken_in(files)["phones_handset_report.xml"]
    assert not outcome.whole and outcome.account.taken > 100
    for path in opened.folder().rglob("*.parquet"):
        assert CANARY.encode() not in path.read_bytes()
    found = opened.open_case("K1").execute("select count(*) from events where service = 'contact'").fetchone()
    assert found is not None and found[0] > 10
