"""What the tools know of the house: its root, its pure folders, its files."""

import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "src" / "clewline"

PURE = (
    "errors",
    "catalogue",
    "record",
    "formats",
    "case",
    "linkage",
    "evidence",
    "safeguarding",
    "access",
    "decision",
    "figures",
    "bulletin",
)
"""Folders and modules that import no framework, database, file, clock, environment or chance, and whose
branches are all tested. Those of a later part of the plan may not be there yet."""


def folders() -> set[str]:
    """Return the names of the folders and modules of the package."""
    found = {
        path.stem for path in PACKAGE.iterdir() if path.suffix == ".py" or (path / "__init__.py").exists()
    }
    return found - {"__init__", "__main__"}


def project_files(*suffixes: str) -> list[Path]:
    """Return the files that belong to the repository, committed or about to be, in order of name."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"],
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
    ).stdout.split("\0")
    paths = sorted({ROOT / name for name in listed if name})
    return [p for p in paths if p.is_file() and (not suffixes or p.suffix in suffixes)]


def shown(path: Path) -> str:
    """Return the path as seen from the root of the repository."""
    return path.relative_to(ROOT).as_posix() if path.is_relative_to(ROOT) else path.name


def report(problems: list[str], *, rule: str) -> int:
    """Print the problems and return the exit code: 0 when there are none."""
    for problem in problems:
        print(problem)
    print(f"{rule}: {f'{len(problems)} to mend' if problems else 'ok'}")
    return 1 if problems else 0
