"""`clewline read` on what cannot be read, and where output goes when it cannot: a sentence, never a traceback."""

import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from clewline.cli.texts import emit, paper
from clewline.errors import BadInput, Misused
from cli.text_story import GOOD, WELSH, good, plainly, refused, run

CLEWLINE = [sys.executable, "-m", "clewline.cli"]


@pytest.fixture
def week(tmp_path: Path) -> Path:
    path = tmp_path / "week.txt"
    path.write_text(GOOD)
    return path


def outside(*words: str | Path, **said: object) -> "subprocess.CompletedProcess[str]":
    """Run the command in a process of its own."""
    command = [*CLEWLINE, *map(str, words)]
    return subprocess.run(command, text=True, check=False, timeout=60, **said)  # type: ignore[call-overload,no-any-return]  # as the test says them


# What it refuses


def test_what_cannot_be_read_is_a_sentence_and_exit_code_5(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").touch()
    (tmp_path / "cy.txt").write_text(WELSH)
    (tmp_path / "large.txt").touch()
    os.truncate(tmp_path / "large.txt", 100_000_001)
    (tmp_path / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(50))
    (tmp_path / "old.doc").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))
    for name, sentence in (
        ("empty.txt", "It is empty"),
        ("cy.txt", "The text looks Welsh"),
        ("large.txt", "more than 100,000,000 bytes"),
        ("picture.png", "run text recognition on it first"),
        ("old.doc", "It is an old Office file; save it as DOCX or PDF."),
        ("absent.txt", "There is no such file."),
        (".", "It is a folder"),
    ):
        code, said = refused("read", tmp_path / name)
        assert (code, sentence in said) == (5, True), said


def test_a_scanned_document_is_sent_to_text_recognition(tmp_path: Path) -> None:
    writer = pytest.importorskip("pypdf").PdfWriter()
    writer.add_blank_page(width=200, height=200)
    writer.write(tmp_path / "scan.pdf")
    code, said = refused("read", tmp_path / "scan.pdf")
    assert code == 5
    assert "text" in said


def test_one_bad_text_among_good_ones_leaves_with_5_and_keeps_the_good(week: Path, tmp_path: Path) -> None:
    result = run("read", tmp_path / "absent.txt", week, "--json")
    assert isinstance(result.exception, BadInput)
    assert "1 of 2 texts could not be read" in str(result.exception)
    assert json.loads(result.stdout)["id"] == "week"
    assert "absent.txt: There is no such file." in plainly(result.stderr)


def test_a_file_name_with_odd_characters_steers_no_terminal(tmp_path: Path) -> None:
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/odd\xe9\x1b[31m \xe2\x80\xae.txt"))
    path.write_text(GOOD)
    name = json.loads(good("read", path, "--json"))["id"]
    assert name == "odd\ufffd\ufffd[31m \ufffd"
    result = run("read", path, path.with_name("absent\x1b[2J.txt"))
    assert "\x1b" not in result.output
    good("read", path, "--out", tmp_path / "out")
    assert [os.fsencode(p.name) for p in (tmp_path / "out").iterdir()] == [
        b"odd\xe9\x1b[31m \xe2\x80\xae.json"
    ]


# In a process of its own


def test_nothing_is_opened_or_made_but_the_text(week: Path, tmp_path: Path) -> None:
    home = tmp_path / "home"
    program = (
        "import sys; from clewline.cli.__main__ import main; sys.argv = ['clewline', *sys.argv[1:]]\n"
        "try: main()\n"
        "except SystemExit as left: code = left.code\n"
        "kept = {'django', 'duckdb', 'pyarrow', 'sqlite3', 'clewline.store', 'clewline.analysis'}\n"
        "found = sorted(kept & set(sys.modules))\n"
        "print('imported', found, code, file=sys.stderr)"
    )
    environment = {**os.environ, "CLEWLINE_HOME": str(home), "HOME": str(home)}
    environment.pop("DJANGO_SETTINGS_MODULE", None)
    for command in ("read", "check"):
        done = subprocess.run(
            [sys.executable, "-c", program, command, str(week)],
            env=environment, cwd=tmp_path, text=True, capture_output=True, check=True, timeout=60,
        )  # fmt: skip
        assert "imported [] 0" in done.stderr
    assert not home.exists()


@pytest.mark.slow
def test_a_reader_of_the_output_may_leave_at_any_time(week: Path) -> None:
    for how in ([], ["--json"]):
        command = [*CLEWLINE, "read", *[str(week)] * 300, *how]
        with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as reading:
            assert reading.stdout is not None and reading.stderr is not None
            reading.stdout.readline()
            reading.stdout.close()
            assert reading.stderr.read() == ""
            assert reading.wait(timeout=60) == 1


@pytest.mark.slow
def test_an_output_that_is_full_is_said(week: Path) -> None:
    for how in ([], ["--json"]):
        with Path("/dev/full").open("w") as full:
            done = outside("read", week, *how, stdout=full, stderr=subprocess.PIPE)
        assert (done.returncode, done.stderr) == (
            1,
            "The machine refuses to read or write: No space left on device.\n",
        )


@pytest.mark.slow
def test_standard_input_and_output_that_are_closed_are_said(week: Path) -> None:
    for words, sentence, code in (
        ("read - <&-", "standard input: It is closed", 5),
        (f"read {week} >&-", "Standard output is closed", 2),
        (f"read {week} --json >&-", "Standard output is closed", 2),
    ):
        done = subprocess.run(
            f"{' '.join(CLEWLINE)} {words}",
            shell=True,
            text=True,
            capture_output=True,
            check=False,
            timeout=60,
        )
        assert (done.returncode, sentence in plainly(done.stderr)) == (code, True), done.stderr


def test_an_output_that_was_closed_is_refused_in_this_process_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", None)
    with pytest.raises(Misused, match="Standard output is closed"):
        emit("{}")
    with pytest.raises(Misused, match="Standard output is closed"):
        paper()


def test_typing_a_text_is_told_how_to_end_it(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    from clewline.cli.texts import each_text

    class Keyboard(io.BytesIO):
        def isatty(self) -> bool:
            return True

    class Stdin:
        buffer = Keyboard(GOOD.encode())

    monkeypatch.setattr(sys, "stdin", Stdin())
    assert len(list(each_text(["-"], [], published=None, publisher=None, bar=False))) == 1
    assert "end it with Ctrl-D" in capfd.readouterr().err
