"""Nothing in the repository names a folder of somebody's machine: a fresh clone must work anywhere."""

import re
import sys

from house import project_files, report, shown

FOLDERS = ("home", "root", "Users", "work", "mnt", "media", "opt", "scratch")
# A web address may hold such a folder: it has a letter, a dot or another stroke before it.
UNIX = re.compile(r"(?<![\w.:/{}*-])/(?:" + "|".join(FOLDERS) + r")/[\w.-]+")
WINDOWS = re.compile(r"(?<![A-Za-z])[A-Z]:\\\\?\w+")
TEXT = (
    ".py",
    ".md",
    ".toml",
    ".yml",
    ".yaml",
    ".cff",
    ".sh",
    ".json",
    ".css",
    ".js",
    ".html",
    ".sql",
    ".cfg",
    "",
)


def machine_paths(text: str) -> list[tuple[int, str]]:
    """Return (line, path) for each path of a machine in a text."""
    lines = enumerate(text.splitlines(), start=1)
    return [(n, m[0]) for n, line in lines for m in (*UNIX.finditer(line), *WINDOWS.finditer(line))]


def main() -> int:
    """Check every text file of the repository."""
    problems = [
        f"{shown(path)}:{line}: {found} is a path of one machine; say it from the repository's root."
        for path in project_files(*TEXT)
        for line, found in machine_paths(path.read_text(encoding="utf-8", errors="replace"))
    ]
    return report(problems, rule="No machine's paths")


if __name__ == "__main__":
    sys.exit(main())
