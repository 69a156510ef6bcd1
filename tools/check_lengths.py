"""A file can be read at a sitting: a Python file over 300 lines fails unless `LONG` says why it is one thing."""

import sys

from house import project_files, report, shown

LIMIT = 300
WISH = 200

LONG: dict[str, str] = {}
"""Files that may be longer, each with the reason."""


def judged(name: str, lines: int) -> str | None:
    """Return what is wrong with the length of a file, or nothing."""
    if name in LONG:
        return None if lines > LIMIT else f"{name}: {lines} lines; take it out of the list of long files."
    return f"{name}: {lines} lines; a second idea gets a second file." if lines > LIMIT else None


def main() -> int:
    """Check every Python file; name those above the wish without failing."""
    lengths = {shown(p): len(p.read_text(encoding="utf-8").splitlines()) for p in project_files(".py")}
    for name, lines in lengths.items():
        if WISH < lines <= LIMIT:
            print(f"{name}: {lines} lines, about {WISH} is the wish")
    problems = [said for name, lines in lengths.items() if (said := judged(name, lines))]
    problems += [f"{name}: listed as long, and not there." for name in LONG if name not in lengths]
    return report(problems, rule="Lengths of files")


if __name__ == "__main__":
    sys.exit(main())
