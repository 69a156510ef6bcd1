"""Records and pairs become findings; what cannot be used is counted, with its line, and nothing else is lost."""

import csv
import io
import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from clewline.errors import BadDeclaration, BadInput, Misused, NotFound
from clewline.workflow.evidence import models
from clewline.workflow.evidence.compare import compare_files
from clewline.workflow.evidence.comparisons import Told, findings
from workflow.evidence.travel_files import add, instant, write_travel


@pytest.fixture
def files(tmp_path: Path) -> dict[str, Path]:
    made = write_travel(tmp_path)
    del made["truth"]
    return made


def test_one_carrier_is_told_from_two(files: dict[str, Path]) -> None:
    found = compare_files(**files)
    values = [line.log10_lr for line in found.lines if line.log10_lr is not None]
    assert len(values) == 24
    assert np.median(values[:12]) > 1 and np.median(values[12:]) < -1
    assert (found.type, found.model.card.name, found.phones) == ("co_travel", "co_travel_1", 48)
    assert found.records_left_out.total == found.pairs_left_out.total == found.without == 0


def test_the_findings_are_the_columns_of_the_contract(files: dict[str, Path]) -> None:
    found = compare_files(**files)
    rows = list(csv.DictReader(io.StringIO(findings(found).decode())))
    assert list(rows[0]) == ["pair", "log10_lr", "lower", "upper", "type", "log10_lr_together"]
    for line, row in zip(found.lines, rows, strict=True):
        assert float(row["lower"]) <= float(row["log10_lr"]) <= float(row["upper"])
        assert line.log10_lr == pytest.approx(float(row["log10_lr"]), abs=1e-4)
        assert (row["pair"], row["type"], row["log10_lr_together"]) == (line.pair, "co_travel", "0.0000")


def test_the_same_records_in_any_order_give_the_same_bytes(files: dict[str, Path]) -> None:
    first = findings(compare_files(**files))
    head, *rest = files["records"].read_text().splitlines()
    files["records"].write_text("\n".join([head, *sorted(rest, reverse=True), rest[5]]) + "\n")
    assert findings(compare_files(**files)) == first


def test_what_cannot_be_compared_has_no_finding_and_is_counted(files: dict[str, Path]) -> None:
    start, end = instant(3 * 86_400), instant(4 * 86_400)
    add(files["records"], "p000a,soon,,data,north,n,52,1", "zz,2026-03-01T10:00:00Z,,data,north,n,,")
    add(
        files["pairs"],
        f"q1,p000a,nobody,{start},{end}",
        f"q2,p000a,p000a,{start},{end}",
        f"q3,p000a,p000b,{end},{start}",
        f"q4,p000a,p000b,soon,{end}",
        f"q5,p000a,p000b,2026-03-01T00:00:00,{end}",
        f"q5,p000a,p000b,{start},{end}",
        f",p000a,p000b,{start},{end}",
        f"q6,p000a,zz,{start},{end}",
        f"q7,p000a,p000b,{instant(9e6)},{instant(9.1e6)}",
    )
    found = compare_files(**files)
    told = {line.pair: line for line in found.lines}
    assert list(told)[24:] == ["q1", "q2", "q3", "q4", "q5", "q6", "q7"]
    assert all(told[f"q{n}"].log10_lr is None and told[f"q{n}"].together is None for n in range(1, 8))
    assert found.without == 1 and found.pairs_left_out.total == 8
    assert found.records_left_out.total == 2
    account = found.account()
    assert account["pairs"] == {
        "named": 31,
        "with_a_finding": 24,
        "too_little_in_the_window": 1,
        "left_out": {
            "rows": 8,
            "why": {
                "A phone of the pair has no record that can be used.": 2,
                "The pair is one phone and itself.": 1,
                "The window is no two instants with their offset, the first before the second.": 3,
                "The pair comes a second time.": 1,
                "The pair has no name.": 1,
            },
            "first_lines": [
                {"line": n + 25, "what": account["pairs"]["left_out"]["first_lines"][n - 1]["what"]}
                for n in range(1, 6)
            ],
        },
    }
    words = found.pairs_left_out.words("pairs.csv")
    assert words[0] == (
        "pairs.csv: 3 left out. The window is no two instants with their offset, the first before the second."
    )
    assert words[-1] == "pairs.csv: see lines 26, 27, 28, 29, 30 and on."
    lines = len(files["records"].read_text().splitlines())
    assert found.records_left_out.words("r")[-1] == f"r: see lines {lines - 1:,}, {lines:,}."
    assert b"q1,,,,co_travel,\n" in findings(found)
    json.dumps(account)


def test_progress_is_told(files: dict[str, Path]) -> None:
    said: list[str] = []

    @contextmanager
    def progress(words: str) -> Iterator[Told]:
        said.append(words)
        yield lambda done, of: said.append(f"{done} of {of}")

    compare_files(**files, progress=progress)
    size = files["records"].stat().st_size
    assert said[0] == "Reading the records" and said[1].endswith(f" of {size}")
    assert said[2:4] == ["Putting them in order", "Comparing"] and said[-1] == "1 of 1"


def test_nothing_left_is_refused(files: dict[str, Path]) -> None:
    kept = files["pairs"].read_text()
    files["pairs"].write_text(kept.splitlines()[0] + "\nq,x,y,z,z\n")
    with pytest.raises(
        BadInput, match=r"pairs.csv: No pair can be compared. pairs.csv: 1 left out.*see line 2\."
    ):
        compare_files(**files)
    files["pairs"].write_text(kept)
    files["records"].write_text(files["records"].read_text().splitlines()[0] + "\n")
    with pytest.raises(BadInput, match=r"records.csv: No record can be used\.$"):
        compare_files(**files)
    files["records"].write_text("phone,start\n")
    with pytest.raises(BadInput, match="The column lat is missing"):
        compare_files(**files)


def test_a_model_of_ones_own_is_used(files: dict[str, Path], tmp_path: Path) -> None:
    _, text = models.model_file("co_travel_1")
    model = json.loads(text)
    model["parameters"]["upper"] = 1.0
    path = tmp_path / "own.json"
    path.write_text(json.dumps(model))
    values = [line.log10_lr for line in compare_files(**files, model=str(path)).lines]
    assert max(v for v in values if v is not None) == 1.0


def changed(path: Path, change: dict[str, Any]) -> str:
    _, text = models.model_file("co_travel_1")
    path.write_text(json.dumps(json.loads(text) | change))
    return str(path)


def test_a_type_or_a_model_that_does_not_fit_is_refused(files: dict[str, Path], tmp_path: Path) -> None:
    with pytest.raises(Misused, match="no such evidence type; there are co_travel, contacts_in_common"):
        compare_files(**files, type_name="tea_leaves")
    with pytest.raises(BadInput, match="The column other is missing"):
        compare_files(**files, type_name="contacts_in_common")
    with pytest.raises(Misused, match="No validated model exists for device_continuity"):
        compare_files(**files, type_name="device_continuity")
    with pytest.raises(Misused, match="is one of contacts_in_common, not of co_travel"):
        compare_files(**files, type_name="co_travel", model="contacts_in_common_1")
    with pytest.raises(NotFound, match="no model tea_leaves"):
        compare_files(**files, model="tea_leaves")
    own = tmp_path / "own.json"
    with pytest.raises(BadInput, match=r"own.json: It has a card and no parameters"):
        compare_files(**files, model=changed(own, {"parameters": None}))
    card = json.loads(models.model_file("co_travel_1")[1])["card"] | {"evidence_type": "tea_leaves"}
    with pytest.raises(Misused, match="one of tea_leaves, which is no evidence type here"):
        compare_files(**files, model=changed(own, {"card": card}))
    with pytest.raises(BadDeclaration, match="has no card"):
        compare_files(**files, model=changed(own, {"card": None}))
