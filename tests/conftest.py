"""A fresh record for each test that asks for one: on SQLite and on PostgreSQL alike."""

import itertools
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

os.environ["CLEWLINE_HOME"] = tempfile.mkdtemp(prefix="clewline-tests-")
os.environ.pop("DATABASE_URL", None)
if "PYTEST_XDIST_WORKER" in os.environ:
    # This process is measured; the commands that tests start are not, which takes them a third of the time.
    os.environ.pop("COVERAGE_PROCESS_CONFIG", None)
# The site's settings hold the record's; commands that tests start are given the record's alone, as at a desk.
os.environ["DJANGO_SETTINGS_MODULE"] = "clewline.site.web"
os.environ["CLEWLINE_SECRET_KEY"] = "a key for tests alone, which signs nothing that lasts"

import django
import hypothesis
from django.conf import settings
from django.db import connections

django.setup()
os.environ["DJANGO_SETTINGS_MODULE"] = "clewline.site.settings"

# The same examples at each run of CI, so that a change is judged by what it changed; new ones on every desk, and
# many with `pytest --hypothesis-profile many`. No deadline: the machine may be busy.
hypothesis.settings.register_profile("desk", deadline=None)
hypothesis.settings.register_profile("steady", deadline=None, derandomize=True)
hypothesis.settings.register_profile("many", deadline=None, max_examples=1500)
hypothesis.settings.load_profile("steady" if os.environ.get("CI") else "desk")

_numbers = itertools.count(1)


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty record of this version, to copy."""
    from clewline.store import ready

    template = tmp_path_factory.mktemp("template") / "record.sqlite3"
    connection = connections["default"]
    connection.close()
    connection.settings_dict["NAME"] = str(template)
    ready.migrate()
    with connection.cursor() as cursor:
        cursor.execute("pragma wal_checkpoint(truncate)")
    connection.close()
    return template


@pytest.fixture(scope="session")
def postgres(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, str]]:
    """A PostgreSQL server of our own, from Debian's packages, listening on a socket in a folder of ours."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    if not found:
        pytest.skip("PostgreSQL's server is not installed: apt-get install postgresql")
    programs = found[-1].parent
    # A socket's path is limited to about 100 characters, which pytest's own folders may exceed.
    folder = Path(tempfile.mkdtemp(prefix="pg-"))
    as_server: list[str] = []
    if os.geteuid() == 0:  # PostgreSQL refuses to run as root
        shutil.chown(folder, "postgres")
        as_server = ["runuser", "-u", "postgres", "--"]
    data = folder / "data"

    def run(*command: str) -> None:
        subprocess.run([*as_server, *command], check=True, capture_output=True, cwd=folder)

    run(
        str(programs / "initdb"),
        "-D",
        str(data),
        "-U",
        "clewline",
        "--auth=trust",
        "-E",
        "UTF8",
        "--locale=C.UTF-8",
    )
    options = f"-k {folder} -c listen_addresses='' -c max_connections=20"
    run(str(programs / "pg_ctl"), "-D", str(data), "-w", "-l", str(folder / "log"), "-o", options, "start")
    try:
        yield {"HOST": str(folder), "USER": "clewline"}
    finally:
        run(str(programs / "pg_ctl"), "-D", str(data), "-m", "immediate", "stop")
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="session")
def postgres_template(postgres: dict[str, str]) -> dict[str, str]:
    """The server with an empty record of this version, to copy."""
    from clewline.store import ready

    _administer(postgres, "create database template_record")
    sqlite = connections["default"]
    connections["default"] = _postgres_connection(postgres, "template_record")
    try:
        ready.migrate()
    finally:
        connections["default"].close()
        connections["default"] = sqlite
    return postgres


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def record(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """An empty record, on each database in turn; gives the database's name."""
    yield from _fresh(request, tmp_path, request.param)


@pytest.fixture
def embedded(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """An empty record on SQLite, for what does not depend on the database."""
    yield from _fresh(request, tmp_path, "sqlite")


@pytest.fixture(scope="module")
def embedded_once(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A record on SQLite that the tests of one file share: for what takes long to take in, and is only asked."""
    yield from _fresh(request, tmp_path_factory.mktemp("record"), "sqlite")


def _fresh(request: pytest.FixtureRequest, folder: Path, engine: str) -> Iterator[str]:
    before, home = connections["default"], settings.HOME
    settings.HOME = folder
    if engine == "sqlite":
        shutil.copy(request.getfixturevalue("sqlite_template"), folder / "record.sqlite3")
        before.close()
        before.settings_dict["NAME"] = str(folder / "record.sqlite3")
    else:
        server = request.getfixturevalue("postgres_template")
        name = f"record_{next(_numbers)}"
        _administer(server, f"create database {name} template template_record")
        connections["default"] = _postgres_connection(server, name)
    try:
        yield engine
    finally:
        connections["default"].close()
        connections["default"] = before
        settings.HOME = home


def _postgres_connection(server: dict[str, str], name: str):
    config = {
        **connections.settings["default"],
        **server,
        "ENGINE": "django.db.backends.postgresql",
        "NAME": name,
    }
    config = {**config, "OPTIONS": {}, "PASSWORD": "", "PORT": ""}
    from django.db.backends.postgresql.base import DatabaseWrapper

    return DatabaseWrapper(config, alias="default")


def _administer(server: dict[str, str], command: str) -> None:
    import psycopg

    with psycopg.connect(
        host=server["HOST"], user=server["USER"], dbname="postgres", autocommit=True
    ) as connection:
        connection.execute(command)
