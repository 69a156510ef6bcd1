"""Write the generated pages of the reference from the code, or check that they are as the code says.

tools/generate_docs.py            write docs/reference/*.md
tools/generate_docs.py --check    fail, with the difference, where a page is not what would be written
"""

import difflib
import sys
from pathlib import Path

from house import ROOT, report, shown
from pages import (
    api,
    commands,
    contracts,
    duties,
    figures,
    indicators,
    kinds,
    mappings,
    models,
    protecting_path,
    referrals,
    refusals,
)

FOLDER = ROOT / "docs" / "reference"
PAGES = {
    "kinds.md": kinds.page,
    "figures.md": figures.page,
    "indicators.md": indicators.page,
    "mappings.md": mappings.page,
    "models.md": models.page,
    "commands.md": commands.page,
    "refusals.md": refusals.page,
    "referrals.md": referrals.page,
    "contracts.md": contracts.page,
    "api.md": api.page,
    "protecting-path.md": protecting_path.page,
    "duties.md": duties.page,
    "protecting-path.svg": protecting_path.drawing,
    "referrals.svg": referrals.drawing,
}
SHOWN = 20
"""Lines of a difference that are printed."""


def differences(path: Path, wanted: str) -> list[str]:
    """Return how a page differs from what the code says, as a few lines."""
    is_there = path.read_text(encoding="utf-8") if path.exists() else ""
    found = difflib.unified_diff(
        is_there.splitlines(), wanted.splitlines(), shown(path), "the code", n=1, lineterm=""
    )
    return list(found)[:SHOWN]


def main(arguments: list[str]) -> int:
    """Write the pages, or check them."""
    if arguments == ["--check"]:
        problems = []
        for name, page in PAGES.items():
            if found := differences(FOLDER / name, page()):
                print("\n".join(found))
                problems.append(
                    f"docs/reference/{name} is not what the code says; write it with `make docs`."
                )
        return report(problems, rule="Generated documents")
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, page in PAGES.items():
        (FOLDER / name).write_text(page(), encoding="utf-8")
    print(f"Wrote {len(PAGES)} pages in {shown(FOLDER)}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
