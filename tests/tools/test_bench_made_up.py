"""The made-up record that benchmarks measure on has every field that a kind of entry has today."""

from pathlib import Path

import duckdb
import pytest
from bench.made_up import KINDS
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
