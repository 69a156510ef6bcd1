"""The process that draws files anew: whatever breaks into it opens nothing, starts nothing and takes nothing along."""

import time
from pathlib import Path

import pytest

from clewline.workflow.refer import redraw as parent
from clewline.workflow.refer import redrawing as child
from clewline.workflow.refer.redraw import redraw
from workflow.refer.redraw_files import picture, refused_in_time


def shut_in(folder: Path, does: str, *, seconds: int = child.SECONDS) -> Path:
    """Return a program that does something else than to draw, shut in as the one that draws."""
    bad = folder / "bad.py"
    load = (
        "import importlib.util as u\n"
        f"spec = u.spec_from_file_location('drawing', {child.__file__!r})\n"
        "drawing = u.module_from_spec(spec); spec.loader.exec_module(drawing)\n"
        f"drawing.SECONDS = {seconds}\ndrawing.shut_in()\n"
    )
    bad.write_text(f"{load}{does}\n", encoding="utf-8")
    return bad


@pytest.mark.parametrize(
    "does",
    [
        "import time; time.sleep(60)",
        "while True: pass",
        "x = bytearray(4 << 30)",
        "import sys; sys.exit(3)",
        "print('nothing of the kind')",
        "print('[]')",
        "print('{}')",
        """print('{"pages": []}')""",
        """print('{"pages": [3]}'); print('GIF', end='')""",
        """print('{"pages": [-3, 6]}'); print('abc', end='')""",
        """print('{"pages": [true]}'); print('a', end='')""",
        """print('{"pages": [9]}'); print('abc', end='')""",
        "import sys\nwhile True: sys.stdout.write('x' * (1 << 20))",
        "import os; os.kill(os.getpid(), 11)",
        "import ctypes; ctypes.string_at(0)",
        "import os, time; os.close(1); time.sleep(60)",
    ],
)
def test_whatever_the_process_that_draws_does_nothing_but_pictures_is_taken(
    does: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bad = shut_in(tmp_path, does, seconds=2)
    monkeypatch.setattr(parent, "DRAWS", bad)
    monkeypatch.setattr(parent, "SECONDS", 5)
    assert refused_in_time(picture()) == parent.NOT_DRAWN


def test_the_process_that_draws_knows_no_secret(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CLEWLINE_SECRET_KEY", "Nightjar")
    nosy = tmp_path / "nosy.py"
    nosy.write_text(
        "import os, json\nprint(json.dumps({'refused': ' '.join(sorted(os.environ))}))\n",
        encoding="utf-8",
    )
    monkeypatch.setattr(parent, "DRAWS", nosy)
    told = refused_in_time(picture())
    assert "CLEWLINE" not in told and "PYTHONPATH" not in told and "PATH" in told


def test_the_process_that_draws_opens_nothing_starts_nothing_and_gets_nothing_back() -> None:
    held = parent.what_holds()
    assert held and all(held.values()), held


def test_what_holds_is_tried_and_not_only_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    open_door = tmp_path / "open.py"
    text = Path(child.__file__).read_text(encoding="utf-8")
    assert text.count("        shut_in()\n") == 1
    open_door.write_text(text.replace("        shut_in()\n", ""), encoding="utf-8")
    monkeypatch.setattr(parent, "DRAWS", open_door)
    held = parent.what_holds()
    assert not held["opens no file"] and not held["has no connection"] and not held["starts no process"]


@pytest.mark.parametrize(
    "does",
    [
        "open('/etc/passwd')",
        "import os; os.close(0); os.open('/etc/passwd', os.O_RDONLY)",
        "import socket; socket.create_connection(('127.0.0.1', 1))",
        "import socket; socket.socket(socket.AF_UNIX)",
        "import os; os.fork()",
        "import os; os.dup2(1, 0)",
        "import os; os.memfd_create('x')",
    ],
)
def test_what_is_opened_or_started_there_is_refused(
    does: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tell = "import json\ntry:\n    {}\n    print(json.dumps({{'refused': 'it did'}}))\nexcept OSError:\n"
    tell += "    print(json.dumps({{'refused': 'it could not'}}))"
    monkeypatch.setattr(parent, "DRAWS", shut_in(tmp_path, tell.format(does)))
    assert refused_in_time(picture()) == "it could not"


def test_what_it_leaves_running_is_ended_with_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    left = tmp_path / "left.py"
    mark = tmp_path / "still-there"
    left.write_text(
        "import os, time\nif os.fork() == 0:\n    time.sleep(3)\n"
        f"    open({str(mark)!r}, 'w').close()\n    os._exit(0)\ntime.sleep(60)\n",
        encoding="utf-8",
    )
    monkeypatch.setattr(parent, "DRAWS", left)
    monkeypatch.setattr(parent, "SECONDS", 1)
    assert refused_in_time(picture()) == parent.NOT_DRAWN
    time.sleep(3)
    assert not mark.exists()


def test_a_process_that_cannot_be_started_is_a_refusal(monkeypatch: pytest.MonkeyPatch) -> None:
    def none(*asked: object, **more: object) -> None:
        raise OSError("no process is left")

    monkeypatch.setattr(parent.subprocess, "Popen", none)
    assert refused_in_time(picture()) == parent.BUSY


def test_a_large_file_is_given_to_a_process_that_does_not_read_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    deaf = tmp_path / "deaf.py"
    deaf.write_text("import json\nprint(json.dumps({'refused': 'No.'}))\n", encoding="utf-8")
    monkeypatch.setattr(parent, "DRAWS", deaf)
    assert refused_in_time(bytes(9 << 20)) == "No."


def test_where_too_many_are_drawn_at_once_the_next_is_asked_to_wait(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parent, "WAITS", 0.1)
    for _ in range(parent.AT_ONCE):
        parent._FREE.acquire()
    try:
        assert refused_in_time(picture()) == parent.BUSY
    finally:
        for _ in range(parent.AT_ONCE):
            parent._FREE.release()
    assert len(redraw(picture())) == 1
