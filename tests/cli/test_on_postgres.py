"""The command line on a force's own server: named by DATABASE_URL, set up by its administrator."""

import os
import subprocess
import sys
from pathlib import Path
from urllib.parse import quote

import psycopg
import pytest

from workflow.files import custody_csv


@pytest.mark.postgres
@pytest.mark.slow
def test_a_server_is_migrated_filled_counted_and_verified(postgres: dict[str, str], tmp_path: Path) -> None:
    with psycopg.connect(
        host=postgres["HOST"], user=postgres["USER"], dbname="postgres", autocommit=True
    ) as admin:
        admin.execute("create database a_force")
    url = f"postgres://{postgres['USER']}@{quote(postgres['HOST'], safe='')}/a_force"
    custody = tmp_path / "custody.csv"
    custody.write_bytes(custody_csv(7))

    def clewline(*words: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "clewline.cli", *words],
            env={**os.environ, "CLEWLINE_HOME": str(tmp_path / "home"), "DATABASE_URL": url},
            capture_output=True,
            text=True,
            check=False,
        )

    before = clewline("intake", str(custody), "--case", "K1")
    assert before.returncode == 3
    assert "have its administrator run `clewline migrate`" in " ".join(before.stderr.split())
    assert clewline("migrate").returncode == 0
    taken = clewline("intake", str(custody), "--case", "K1")
    assert "7 records = 7 taken" in taken.stdout, taken.stderr
    assert "Arrests: 7 from 2023-02-01 to 2023-02-28" not in clewline("count", "arrests", "2023-02").stdout
    assert "Arrests: 7 from 2023-03-01 to 2023-03-31" in clewline("count", "arrests", "2023-03").stdout
    assert "The chain holds: 15 entries" in clewline("verify").stdout
