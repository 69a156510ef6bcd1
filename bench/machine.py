"""The machine that was measured, in words that name no one: what a reader needs to judge a number."""

import os
import platform
import sqlite3
import tempfile
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

LIBRARIES = (
    "clewline",
    "django",
    "duckdb",
    "fastexcel",
    "granian",
    "msgspec",
    "psycopg",
    "pyarrow",
    "xlsxwriter",
)


def machine() -> dict[str, object]:
    """Return cores, memory in GiB, processor, system, file system of the temporary folder, and versions."""
    return {
        "cores": os.cpu_count(),
        "memory_gib": round(os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / (1 << 30), 1),
        "processor": _processor(),
        "system": f"{platform.system()} {platform.release()} ({platform.machine()})",
        "file_system": _file_system(Path(tempfile.gettempdir())),
        "python": platform.python_version(),
        "sqlite": sqlite3.sqlite_version,
        "libraries": {name: version(name) for name in LIBRARIES},
    }


def circumstances() -> dict[str, object]:
    """Return when it is now and how busy the machine is: a load above its cores makes times doubtful."""
    return {
        "at": datetime.now(UTC).isoformat(timespec="seconds"),
        "load": [round(n, 2) for n in os.getloadavg()],
    }


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text().splitlines()
    except OSError:
        return platform.processor()
    named = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return next(named, platform.processor())


def _file_system(folder: Path) -> str:
    """Return the type of the file system under a folder: a durable write costs nothing on one in memory."""
    try:
        mounts = [line.split() for line in Path("/proc/mounts").read_text().splitlines()]
    except OSError:
        return "not known"
    under = [(m[1], m[2]) for m in mounts if folder.is_relative_to(m[1])]
    return max(under, default=("", "not known"), key=lambda m: len(m[0]))[1]
