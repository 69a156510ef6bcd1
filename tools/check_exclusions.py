"""Each exclusion from a check gives its reason on the same line, or the check fails.

    x = f()  # type: ignore[arg-type]  # the stubs know only text
    # pragma: no cover: only Windows comes here

Import contracts take no exceptions at all.
"""

import io
import re
import sys
import tokenize
import tomllib
from collections.abc import Iterator

from house import ROOT, project_files, report, shown

_RULES = r"[A-Z]+[0-9]+(?:, ?[A-Z]+[0-9]+)*"
EXCLUSION = re.compile(
    rf"#\s*(pragma: no (?:cover|branch)|type: ignore(?:\[[\w, -]+\])?|(?:ruff: )?noqa(?:: ?{_RULES})?)"
)
WORDS = re.compile(r"[A-Za-z]{2,}.*[A-Za-z]{2,}")
"""A reason has at least two words."""


def unexplained(text: str) -> Iterator[tuple[int, str]]:
    """Yield (line, exclusion) for each exclusion in a Python text that gives no reason."""
    for token in tokenize.generate_tokens(io.StringIO(text).readline):
        if token.type != tokenize.COMMENT:
            continue
        exclusion = EXCLUSION.search(token.string)
        if exclusion and not WORDS.search(EXCLUSION.sub("", token.string)):
            yield token.start[0], exclusion[1]


def excepted_imports(pyproject: str) -> Iterator[str]:
    """Yield the name of each import contract that takes an exception."""
    for contract in tomllib.loads(pyproject)["tool"]["importlinter"]["contracts"]:
        if contract.get("ignore_imports"):
            yield contract["name"]


def main() -> int:
    """Check every Python file and the contracts."""
    problems = [
        f"{shown(path)}:{line}: `{exclusion}` gives no reason; write one behind it."
        for path in project_files(".py")
        for line, exclusion in unexplained(path.read_text(encoding="utf-8"))
    ]
    problems += [
        f"pyproject.toml: the contract {name!r} takes an exception; move the thing to its folder."
        for name in excepted_imports((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    ]
    return report(problems, rule="Exclusions with reasons")


if __name__ == "__main__":
    sys.exit(main())
