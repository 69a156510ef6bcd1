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
from dataclasses import dataclass, field
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


@dataclass(frozen=True)
class Begun:
    """What first commands left and printed: whoever begins alike shares that beginning."""

    factory: pytest.TempPathFactory
    kept: dict[str, tuple[Path, subprocess.CompletedProcess[str]]] = field(default_factory=dict)

    def run(self, command: str, folder: Path) -> subprocess.CompletedProcess[str]:
        """Run a command in a folder where nothing was run yet."""
        if command in self.kept:
            left, done = self.kept[command]
            shutil.copytree(left, folder, dirs_exist_ok=True)
            return done
        done = run(command, folder)
        left = self.factory.mktemp("begun") / "left"
        shutil.copytree(folder, left)
        self.kept[command] = left, done
        return done


@pytest.fixture(scope="module")
def begun(tmp_path_factory: pytest.TempPathFactory) -> Begun:
    """The beginnings that the tests of this file share."""
    return Begun(tmp_path_factory)


def run(command: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """Run a command as a page shows it, its record in the folder."""
    program, *words = shlex.split(command, comments=True)
    assert program == "clewline", f"$ {command}: this test does not run {program}"
    environment = {k: v for k, v in os.environ.items() if k not in ("DATABASE_URL", "DJANGO_SETTINGS_MODULE")}
    return subprocess.run(
        [CLEWLINE, *words],
        cwd=folder,
        env=environment | {"CLEWLINE_HOME": str(folder / "home"), "COLUMNS": "200", "NO_COLOR": "1"},
        capture_output=True,
        text=True,
        timeout=600,
        check=False,
    )


@pytest.mark.slow
@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_what_a_page_shows_is_what_happens(page: Path, begun: Begun, tmp_path: Path) -> None:
    shutil.copytree(ROOT / "docs" / "examples", tmp_path / "docs" / "examples")
    for number, shown in enumerate(shown_in(page.read_text(encoding="utf-8"))):
        leaves = re.search(r"# leaves with (\d+)$", shown.command)
        done = begun.run(shown.command, tmp_path) if number == 0 else run(shown.command, tmp_path)
        assert done.returncode == int(leaves[1] if leaves else 0), f"$ {shown.command}\n{done.stderr}"
        assert missing(shown.lines, done.stdout) == [], f"$ {shown.command}\n{done.stdout[:4000]}"


@pytest.mark.slow
def test_the_demo_finds_the_one_number_that_was_changed(begun: Begun, tmp_path: Path) -> None:
    """The demo's bulletin was written by hand, and one of its numbers was made wrong."""
    said = " ".join(begun.run("clewline demo --no-serve", tmp_path).stdout.split())
    behind = said[said.index("A bulletin on the week") :]
    assert "nothing wrong found in the words" in behind
    assert "contradicts 1 and cannot answer 1" in behind
    assert "Contradicted: people safeguarded: the record counts 177, 10 fewer than stated." in behind
    home = tmp_path / "home"
    assert (home / "metropolitan_2023_02_27.txt").exists()
    page = (home / "metropolitan_2023_02_27.html").read_text(encoding="utf-8")
    assert "10 fewer than stated" in " ".join(re.sub(r"<[^>]*>", "", page).split())
