"""A PostgreSQL server of our own for the time of a measurement, where Debian's packages are installed."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote


@contextmanager
def server() -> Iterator[str | None]:
    """Give the address of an empty database with default durability; none where no server is installed."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    if not found:
        yield None
        return
    programs = found[-1].parent
    folder = Path(tempfile.mkdtemp(prefix="pg-"))
    as_server: list[str] = []
    if os.geteuid() == 0:  # PostgreSQL refuses to run as root
        shutil.chown(folder, "postgres")
        as_server = ["runuser", "-u", "postgres", "--"]

    def command(program: str, *words: str) -> None:
        subprocess.run(
            [*as_server, str(programs / program), "-D", str(folder / "data"), *words],
            check=True,
            cwd=folder,
            stdout=subprocess.DEVNULL,
        )

    command("initdb", "-U", "clewline", "--auth=trust", "-E", "UTF8", "--locale=C.UTF-8")
    command("pg_ctl", "-w", "-l", str(folder / "log"), "-o", f"-k {folder} -c listen_addresses=''", "start")
    try:
        yield f"postgres://clewline@{quote(str(folder), safe='')}/postgres"
    finally:
        command("pg_ctl", "-m", "immediate", "stop")
        shutil.rmtree(folder, ignore_errors=True)
