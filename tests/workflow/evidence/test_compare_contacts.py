"""Contacts in common compared from records that name the other party."""

from pathlib import Path

import pytest

from clewline.errors import BadInput
from clewline.workflow.evidence.compare import compare_files
from clewline.workflow.evidence.comparisons import findings
from evidence.files_made import write_csv

DAY = ("2026-03-01T00:00:00Z", "2026-03-02T00:00:00Z")


@pytest.fixture
def files(tmp_path: Path) -> dict[str, Path]:
    calls = {"a": ["mum", "mum", "dad", "shop"], "b": ["mum", "dad", "dad", "mum"], "c": ["x", "y", "z", "x"]}
    records = [
        (phone, f"2026-03-01T1{n}:00:00+00:00", other, 52, 1)
        for phone, others in calls.items()
        for n, other in enumerate(others)
    ]
    records += [
        ("a", "2026-03-01T20:00:00Z", "", 52, 1),
        ("a", "soon", "mum", 52, 1),
        ("", DAY[0], "mum", 52, 1),
    ]
    pairs = [
        ("ab", "a", "b", *DAY),
        ("ac", "a", "c", *DAY),
        ("late", "a", "b", DAY[1], "2026-03-03T00:00:00Z"),
    ]
    pairs += [("ad", "a", "d", *DAY)]
    return {
        "records": write_csv(tmp_path / "calls.csv", ["phone", "start", "other", "lat", "lon"], records),
        "pairs": write_csv(
            tmp_path / "pairs.csv", ["pair", "phone_a", "phone_b", "window_start", "window_end"], pairs
        ),
    }


def test_shared_numbers_speak_for_one_user(files: dict[str, Path]) -> None:
    found = compare_files(**files, type_name="contacts_in_common")
    told = {line.pair: line for line in found.lines}
    assert list(told) == ["ab", "ac", "late", "ad"]
    assert told["ab"].log10_lr is not None and told["ac"].log10_lr is not None
    assert told["ab"].log10_lr > 0 > told["ac"].log10_lr
    assert told["late"].log10_lr is None and told["ad"].log10_lr is None
    assert (found.records, found.records_left_out.total, found.without, found.phones) == (15, 2, 1, 3)
    assert found.model.card.name == "contacts_in_common_1"
    lines = findings(found).decode().splitlines()
    assert lines[1].startswith("ab,") and lines[1].endswith(",contacts_in_common,")
    assert lines[3] == "late,,,,contacts_in_common,"
    assert findings(compare_files(**files, model="contacts_in_common_1")) == findings(found)


def test_nothing_to_weigh_is_refused(files: dict[str, Path]) -> None:
    files["records"].write_text("phone,start,other\na,soon,b\n")
    with pytest.raises(BadInput, match=r"calls.csv: No record can be used. calls.csv: 1 left out."):
        compare_files(**files, type_name="contacts_in_common")
