"""What the README, the tutorial and some how-tos show is what happens: each console example runs, in order.

In a block marked `console`, a line `$ clewline ...` is run and the lines under it must be in its output, in order; a
line that holds `...` stands for anything. Behind `#` the line may say with which code the command leaves, if not 0.
"""

import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from clewline.formats.mapping import read_mapping
from clewline.record.notation import read_notation

ROOT = Path(__file__).parent.parent
PAGES = [
    ROOT / "README.md",
    *sorted((ROOT / "docs" / "tutorial").glob("*.md")),
    ROOT / "docs" / "how-to" / "see-a-line-s-picture.md",
]
CLEWLINE = Path(sys.executable).with_name("clewline")
BLOCK = re.compile(r"^ *```console\n(.*?)^ *```", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True)
class Shown:
    """A command that a page shows, and the lines of output that it shows under it."""

    command: str
    lines: tuple[str, ...]


def shown_in(text: str) -> Iterator[Shown]:
    """Yield every command of a page with its lines, in order."""
    for block in BLOCK.findall(text):
        for part in re.split(r"^ *\$ ", block, flags=re.MULTILINE)[1:]:
            command, *lines = part.splitlines()
            yield Shown(command, tuple(line.strip() for line in lines if line.strip() and "..." not in line))


def missing(lines: tuple[str, ...], output: str) -> list[str]:
    """Return the lines that are not in the output behind the one before them, however they are spaced."""
    rest, absent = " ".join(output.split()), []
    for line in lines:
        _, found, behind = rest.partition(" ".join(line.split()))
        if found:
            rest = behind
        else:
            absent.append(line)
    return absent


def test_a_page_s_commands_are_found_with_their_lines() -> None:
    text = "```console\n$ clewline week 2023-02-27\nArrests  222\n...\n$ clewline verify\n```\n\n```text\n$ no\n```\n"
    assert list(shown_in(text)) == [
        Shown("clewline week 2023-02-27", ("Arrests  222",)),
        Shown("clewline verify", ()),
    ]


def test_lines_are_looked_for_in_order_and_whatever_their_spaces() -> None:
    output = "Arrests     222\nCharges 223\n"
    assert missing(("Arrests 222", "Charges 223"), output) == []
    assert missing(("Charges 223", "Arrests 222"), output) == ["Arrests 222"]


def test_the_tutorial_shows_commands() -> None:
    assert sum(len(list(shown_in(page.read_text(encoding="utf-8")))) for page in PAGES) >= 5


def fenced(page: str, language: str) -> str:
    text = (ROOT / "docs" / page).read_text(encoding="utf-8")
    return "\n".join(re.findall(rf"^```{language}\n(.*?)^```", text, re.MULTILINE | re.DOTALL))


def test_the_mapping_that_the_how_to_writes_can_be_read() -> None:
    mapping = read_mapping(fenced("how-to/take-in-a-system.md", "toml"))
    assert [e.kind.title for layout in mapping.layouts for e in layout.entries] == ["Arrest"]


def test_the_notation_that_the_how_to_shows_can_be_read() -> None:
    lines = [
        x for x in fenced("how-to/report-a-problem-in-notation.md", "text").splitlines() if ": on 2" in x
    ]
    entries = read_notation("\n".join(lines))
    assert [(e.kind, e.corrects) for e in entries] == [("arrest", None), ("charge", None), ("arrest", "a")]


Begun = dict[str, tuple[Path, subprocess.CompletedProcess[str]]]


@pytest.fixture(scope="module")
def begun() -> Begun:
    """What the first command of a page left and printed: pages that begin alike share that beginning."""
    return {}


@pytest.mark.slow
@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_what_a_page_shows_is_what_happens(
    page: Path, begun: Begun, tmp_path: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    environment = {k: v for k, v in os.environ.items() if k not in ("DATABASE_URL", "DJANGO_SETTINGS_MODULE")}
    shutil.copytree(ROOT / "docs" / "examples", tmp_path / "docs" / "examples")
    environment |= {"CLEWLINE_HOME": str(tmp_path / "home"), "COLUMNS": "200", "NO_COLOR": "1"}
    for number, shown in enumerate(shown_in(page.read_text(encoding="utf-8"))):
        program, *words = shlex.split(shown.command, comments=True)
        leaves = re.search(r"# leaves with (\d+)$", shown.command)
        assert program == "clewline", f"{page.name} shows {program}, which this test does not run"
        if number == 0 and shown.command in begun:
            left, done = begun[shown.command]
            shutil.copytree(left, tmp_path, dirs_exist_ok=True)
        else:
            done = subprocess.run(
                [CLEWLINE, *words],
                cwd=tmp_path,
                env=environment,
                capture_output=True,
                text=True,
                timeout=600,
                check=False,
            )
        if number == 0 and shown.command not in begun:
            left = tmp_path_factory.mktemp("begun") / "left"
            shutil.copytree(tmp_path, left)
            begun[shown.command] = left, done
        assert done.returncode == int(leaves[1] if leaves else 0), f"$ {shown.command}\n{done.stderr}"
        assert missing(shown.lines, done.stdout) == [], f"$ {shown.command}\n{done.stdout[:4000]}"
