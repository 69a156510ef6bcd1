"""Every environment variable that Clewline reads is documented, and every documented one is read."""

import ast
import re
import sys
from collections.abc import Iterator

from house import PACKAGE, ROOT, report

PAGE = ROOT / "docs" / "reference" / "settings.md"
HEADING = re.compile(r"^### `([A-Z][A-Z0-9_]+)`", re.MULTILINE)
READERS = ("get", "pop", "setdefault", "getenv")


def variables_read(code: str) -> Iterator[str]:
    """Yield each environment variable that a Python text reads or sets.

    It sees `environ["X"]`, `environ.get("X")`, `getenv("X")`, `"X" in environ` and an option's `envvar="X"`.
    """
    for node in ast.walk(ast.parse(code)):
        if isinstance(node, ast.Subscript) and _is_environment(node.value):
            yield from _texts(node.slice)
        elif isinstance(node, ast.Compare) and any(map(_is_environment, node.comparators)):
            yield from _texts(node.left)
        elif isinstance(node, ast.Call):
            name = getattr(node.func, "attr", getattr(node.func, "id", ""))
            owner = getattr(node.func, "value", None)
            if node.args and (name == "getenv" or (name in READERS and _is_environment(owner))):
                yield from _texts(node.args[0])
            for keyword in node.keywords:
                if keyword.arg == "envvar":
                    yield from _texts(keyword.value)


def _is_environment(node: ast.AST | None) -> bool:
    return getattr(node, "attr", getattr(node, "id", "")) in ("environ", "environment")


def _texts(node: ast.AST) -> Iterator[str]:
    for part in ast.walk(node):
        if isinstance(part, ast.Constant) and isinstance(part.value, str):
            yield part.value


def main() -> int:
    """Compare the code with the page."""
    code = sorted(PACKAGE.rglob("*.py"))
    read = {name for path in code for name in variables_read(path.read_text(encoding="utf-8"))}
    told = set(HEADING.findall(PAGE.read_text(encoding="utf-8")))
    problems = [
        f"{name} is read and docs/reference/settings.md does not explain it." for name in sorted(read - told)
    ]
    problems += [
        f"docs/reference/settings.md explains {name} and nothing reads it." for name in sorted(told - read)
    ]
    return report(problems, rule="Settings documented")


if __name__ == "__main__":
    sys.exit(main())
