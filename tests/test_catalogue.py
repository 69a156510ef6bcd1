"""A folder whose files each declare one thing is a catalogue; a file that does not is named."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from clewline.catalogue import catalogue
from clewline.errors import BadDeclaration
from clewline.figures import Part
from clewline.record import Facts, all_kinds, kinds
from clewline.record.kinds import name_of

THING = "from dataclasses import dataclass\n@dataclass(frozen=True)\nclass Thing:\n    name: str\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    package = tmp_path / "things"
    package.mkdir()
    (package / "__init__.py").write_text(THING)
    monkeypatch.syspath_prepend(tmp_path)
    yield package
    for name in [n for n in sys.modules if n.split(".")[0] == "things"]:
        del sys.modules[name]


def found(folder: Path, **files: str) -> dict[str, object]:
    import importlib

    for name, text in files.items():
        (folder / f"{name}.py").write_text(f"from things import Thing\n{text}\n")
    things = importlib.import_module("things")
    return catalogue("things", things.Thing)


def test_each_file_gives_its_one_thing(folder: Path) -> None:
    assert list(found(folder, a="X = Thing('a')", b="Y = Thing('b')")) == ["a", "b"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "declares 0"),
        ("X = Thing('a')\nY = Thing('b')", "declares 2"),
        ("X = Thing('b')", "name it after its file"),
    ],
)
def test_a_file_that_does_not_is_refused(folder: Path, text: str, said: str) -> None:
    with pytest.raises(BadDeclaration, match=said):
        found(folder, a=text)


def test_every_kind_is_declared_in_the_file_of_its_name() -> None:
    assert all(name_of(kind) == name and issubclass(kind, Facts) for name, kind in all_kinds().items())
    for declared in ({}, {"Arrest": type("Arrest", (Facts,), {"__module__": "x.charge"})}, {"Part": Part}):
        with pytest.raises(BadDeclaration, match="one kind of entry"):
            kinds._declared("charge", declared)
