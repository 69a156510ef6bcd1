"""The made-up record that benchmarks measure on has every field that a kind of entry has today."""

from pathlib import Path

import duckdb
import pytest
from bench.made_up import KINDS
from bench.site.record import make as make_record
from bench.ten_million import make

from clewline.analysis.columns import columns


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("made-up")
    make(str(made), 2000)
    return made


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_a_kind_is_made_up_with_every_column_that_it_has(kind: str, folder: Path) -> None:
    asked = f"select * from read_parquet('{folder}/{kind}-*.parquet') limit 0"
    assert [name for name, *_ in duckdb.sql(asked).description] == list(columns(kind))


def test_what_a_site_is_measured_on_is_taken_by_the_ledger(embedded: str) -> None:
    assert make_record(5000)["entries"] > 5000
