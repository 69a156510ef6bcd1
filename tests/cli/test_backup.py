"""The drill of the how-to: copy the record, put the copy back elsewhere, and verify it there."""

import os
import re
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from urllib.parse import quote

import pytest

from workflow.files import custody_csv

GUIDE = Path(__file__).parent.parent.parent / "docs" / "how-to" / "run-the-site.md"
BACKUP = "/backup/2026-11-28"
Run = Callable[..., subprocess.CompletedProcess[str]]


def in_shell(command: str, **environment: str) -> subprocess.CompletedProcess[str]:
    found = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    return subprocess.run(
        ["bash", "-ec", command],
        env={**os.environ, "PATH": found, **environment},
        capture_output=True,
        text=True,
        check=False,
    )


def drill(server: bool) -> tuple[str, str]:
    """Return the commands that the how-to gives: to copy, and to try the copy."""
    blocks = re.findall(r"```text\n(.*?)```", GUIDE.read_text(encoding="utf-8"), re.DOTALL)
    copy = next(b for b in blocks if b.startswith("clewline backup"))
    tried = [b for b in blocks if "clewline verify" in b and BACKUP in b]
    return copy, next(b for b in tried if ("pg_restore" in b) is server)


def filled(folder: Path, **environment: str) -> str:
    """Fill a record with a file of custody, and return what `verify` says of it."""
    custody = folder / "custody.csv"
    custody.write_bytes(custody_csv(7))
    taken = in_shell(f"clewline intake {custody} --case K1", **environment)
    assert taken.returncode == 0, taken.stderr
    return in_shell("clewline verify", **environment).stdout


def test_an_embedded_record_is_copied_and_its_copy_verified(tmp_path: Path) -> None:
    home, copy = tmp_path / "home", tmp_path / "backup"
    before = filled(tmp_path, CLEWLINE_HOME=str(home))
    making, trying = (words.replace(BACKUP, str(copy)) for words in drill(server=False))
    made = in_shell(making, CLEWLINE_HOME=str(home))
    assert made.returncode == 0, made.stderr
    assert "record.sqlite3 and 1 files" in made.stdout
    assert stat.S_IMODE(copy.stat().st_mode) == 0o700
    after = in_shell(trying)
    assert before in after.stdout and "The chain holds" in before
    assert after.stdout == in_shell("clewline verify", CLEWLINE_HOME=str(home)).stdout
    assert "copied the whole record" in in_shell(f"CLEWLINE_HOME={copy} clewline looks").stdout
    # The same drill finds a copy that lacks a file, and one whose file is another.
    (kept,) = (p for p in (copy / "files").rglob("*") if p.is_file())
    kept.write_bytes(b"another")
    assert "is not the one that was received" in in_shell(trying).stderr
    kept.unlink()
    assert "is not kept here" in in_shell(trying).stderr
    again = in_shell(making, CLEWLINE_HOME=str(home))
    assert again.returncode == 3 and "new or empty" in again.stderr
    inside = in_shell(f"clewline backup {home}/copy", CLEWLINE_HOME=str(home))
    assert inside.returncode == 3 and "would be lost with it" in " ".join(inside.stderr.split())


@pytest.mark.postgres
@pytest.mark.slow
def test_a_server_s_record_is_put_back_into_an_empty_database(
    postgres: dict[str, str], tmp_path: Path
) -> None:
    home, copy = tmp_path / "home", tmp_path / "backup"
    server = {"PGHOST": postgres["HOST"], "PGUSER": postgres["USER"]}
    address = f"postgres://{postgres['USER']}@{quote(postgres['HOST'], safe='')}"
    there = {"CLEWLINE_HOME": str(home), "DATABASE_URL": f"{address}/to_copy"}
    assert in_shell("createdb to_copy", **server).returncode == 0
    assert in_shell("clewline migrate", **there).returncode == 0
    before = filled(tmp_path, **there)
    making, trying = (
        words.replace(BACKUP, str(copy)).replace("postgres://clewline@db.example", address)
        for words in drill(server=True)
    )
    made = in_shell(making, **there)
    assert made.returncode == 0, made.stderr
    after = in_shell(trying, **server)
    assert after.returncode == 0, after.stderr
    assert after.stdout == in_shell("clewline verify", **there).stdout
    assert before in after.stdout and "The chain holds" in before
    # On a machine without the server's programs the copy is refused in words.
    alone = subprocess.run(
        [sys.executable, "-m", "clewline.cli", "backup", str(tmp_path / "more")],
        env={**os.environ, **there, "PATH": ""},
        capture_output=True,
        text=True,
        check=False,
    )
    assert alone.returncode == 3 and "pg_dump is not installed" in " ".join(alone.stderr.split())
