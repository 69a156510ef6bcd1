"""Faults of every kind in a file that is read by columns: each is reported with its line, and every good row kept."""

from pathlib import Path

import pytest
from bench import phones


def test_each_planted_fault_is_reported_and_every_good_row_is_kept(
    embedded: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(phones, "FAULTY_ROWS", 9_000)
    monkeypatch.setattr(phones, "FAULTS", 90)
    told = phones.planted(str(tmp_path / "faulty.csv"))
    assert (told["planted"], told["reported"], told["reported_elsewhere"]) == (90, 90, 0)
    assert (told["kept"], told["kept_though_spoiled"]) == (8_910, 0)
