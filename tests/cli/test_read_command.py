"""`clewline read` as somebody uses it who has nothing but a text: what it prints and writes, and how it refuses."""

import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from rich.console import Console

from clewline.bulletin.claim import REASONS
from clewline.bulletin.read import read as read_text
from clewline.cli.output.claim_words import COUNTED, account
from clewline.cli.output.explained import explained
from clewline.cli.texts import emit, paper
from clewline.errors import BadInput, Misused
from cli.text_story import GOOD, PAGE, WELSH, WRONG, good, plainly, refused, run
from cli.week_story import Page

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


# What it prints


def test_claims_are_printed_by_period_and_body_each_once_with_its_places(week: Path) -> None:
    said = plainly(good("read", week))
    assert "27 February to 5 March 2023: Northmoor Police (force)" in said
    assert "arrests at least 60 headline “More than 60 arrests”" in said
    assert "arrests 62 lead; list, line 8 “62 arrests”" in said
    assert "drugs seized, weight, Class A 1.2 kg list, line 10 “1.2kg of Class A drugs”" in said
    assert "cash seized £41,250 list, line 9 “£41,250 in cash”" in said
    assert (
        "11 numbers: 6 claims, 5 set aside (3 dates, 1 age, 1 number to ring); 1 of the claims repeats another"
        in said
    )


def test_a_text_without_a_number_says_so(tmp_path: Path) -> None:
    path = tmp_path / "none.txt"
    path.write_text("Northmoor Police thank everybody.\n")
    assert "No number stands in the text" in good("read", path)


def test_every_reason_is_counted_in_words() -> None:
    assert list(COUNTED) == list(REASONS)
    reading = read_text("Call 101 or 999 before 5 March.")
    assert account([reading, reading]) == "6 numbers: 0 claims, 6 set aside (4 numbers to ring, 2 dates)"


def test_explain_accounts_for_every_number_with_its_rule_or_reason(week: Path) -> None:
    said = plainly(good("read", week, "--explain"))
    assert "[More than 60 arrests] in a week of action" in said
    assert "Monday {27} February and Sunday {5} March {2023}." in said
    assert "headline: arrests: at least 60" in said
    assert "rule: arrest" in said
    assert "line 5: set aside as age (a person's age or an age group)" in said
    assert "line 5: set aside as phone number (a number to ring or text)" in said


def test_on_a_terminal_claims_are_bright_and_the_others_dim() -> None:
    out = io.StringIO()
    Console(file=out, force_terminal=True, color_system="standard", width=80).print(
        explained(read_text("62 arrests on 5 March."), plain=False)
    )
    assert "\x1b[1;30;43m62 arrests\x1b[0m" in out.getvalue()
    assert "\x1b[2m5\x1b[0m" in out.getvalue()
    assert "[62 arrests]" not in out.getvalue()


def test_no_colour_and_a_narrow_window_are_honoured(week: Path) -> None:
    said = run("read", week, "--explain", NO_COLOR="1", FORCE_COLOR=None).stdout
    assert "\x1b[" not in said
    wide = run("read", week, COLUMNS="200").stdout
    assert max(map(len, wide.splitlines())) <= 200


def test_several_texts_are_printed_under_their_names(week: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.txt"
    other.write_text(WRONG)
    said = good("read", week, other)
    assert (
        said.index("week.txt") < said.index("£41,250") < said.index("other.txt") < said.index("51 children")
    )


def test_scripts_and_menus_of_a_page_are_left_out_and_said(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_text(PAGE)
    result = run("read", path)
    assert "62" in result.stdout and "1,000" not in result.stdout and "99" not in result.stdout
    assert "1 script" in result.stderr


# What it writes


def test_json_is_one_object_a_line_in_the_schema_s_form(week: Path, tmp_path: Path) -> None:
    numbered = tmp_path / "007.txt"
    numbered.write_text(WRONG)
    first, second = map(json.loads, good("read", week, numbered, "--json").splitlines())
    assert (first["id"], second["id"]) == ("week", "007")
    assert set(first) == {"id", "claims"}
    assert second["claims"][0] == {
        "indicator": "people_safeguarded",
        "value": 47,
        "unit": "people",
        "relation": "exactly",
        "qualifiers": {},
        "period": {"start": "2023-02-27", "end": "2023-03-05", "kind": "week"},
        "body": "Northmoor Police",
        "scope": "force",
        "quote": {"text": "47 people", "start": 123, "end": 132},
    }
    assert all(GOOD[c["quote"]["start"] : c["quote"]["end"]] == c["quote"]["text"] for c in first["claims"])


def test_json_explained_has_a_second_line_with_every_number(week: Path) -> None:
    first, second = map(json.loads, good("read", week, "--json", "--explain").splitlines())
    numbers = second["numbers"]
    assert [n["claim"] for n in numbers if "claim" in n] == first["claims"]
    assert [n["set_aside"] for n in numbers if "claim" not in n] == [
        "date",
        "date",
        "date",
        "age",
        "phone number",
    ]
    starts = [n["claim"]["quote"]["start"] if "claim" in n else n["quote"]["start"] for n in numbers]
    assert starts == sorted(starts)


def test_signs_and_pictures_in_a_text_come_through_json_as_they_stand(tmp_path: Path) -> None:
    path = tmp_path / "post.txt"
    path.write_text("Northmoor Police: 62 arrests :rocket: and £41,250 [bold]in cash[/bold].\n")
    assert json.loads(good("read", path, "--json"))["claims"][0]["quote"]["text"] == "62 arrests"
    assert ":rocket:" in good("read", path, "--explain")


def test_out_writes_a_file_for_each_text_and_makes_the_folder(week: Path, tmp_path: Path) -> None:
    out = tmp_path / "deep" / "claims"
    result = run("read", week, tmp_path / "absent.txt", "--out", out, "--explain")
    assert isinstance(result.exception, BadInput)
    assert result.stdout == ""
    assert "Written: the claims of 1 of 2 texts" in plainly(result.stderr)
    assert sorted(p.name for p in out.iterdir()) == ["week.explained.json", "week.json"]
    assert json.loads((out / "week.json").read_text())["id"] == "week"


def test_out_refuses_to_write_two_texts_to_one_file_or_over_its_input(week: Path, tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    same = tmp_path / "b" / "WEEK.html"
    same.write_text(PAGE)
    assert refused("read", week, same, "--out", tmp_path / "out")[0] == 2
    assert "would both be written to WEEK.json" in refused("read", week, same, "--out", tmp_path / "out")[1]
    page = tmp_path / "page.json"
    page.write_text(GOOD)
    assert "would be written over" in refused("read", page, "--out", tmp_path)[1]
    assert not (tmp_path / "out").exists()
    assert page.read_text() == GOOD


def test_an_output_that_cannot_be_made_is_refused_with_the_reason(week: Path, tmp_path: Path) -> None:
    assert refused("read", week, "--out", week / "x") == (
        2,
        f"The folder {week / 'x'} cannot be made: Not a directory.",
    )
    assert (
        "cannot be written: No such file" in refused("read", week, "--html", tmp_path / "no" / "page.html")[1]
    )
    assert refused("read", week, "--json", "--out", tmp_path / "out")[1] == "Choose --json or --out."


def test_a_file_that_cannot_be_replaced_leaves_nothing_behind(week: Path, tmp_path: Path) -> None:
    (tmp_path / "out" / "week.json" / "in the way").mkdir(parents=True)
    assert "cannot be written" in refused("read", week, "--out", tmp_path / "out")[1]
    assert [p.name for p in (tmp_path / "out").iterdir()] == ["week.json"]


def test_the_page_marks_each_claim_and_leads_to_how_it_was_read(week: Path, tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    good("read", week, "--html", path)
    page = Page(path.read_text())
    assert page.fetched == []
    assert len(page.ids) == len(set(page.ids))
    assert {link[1:] for link in page.links} <= set(page.ids)
    assert 'class="aside">101</span>' in path.read_text()
    assert "a person's age or an age group" in page.text
    assert "“" not in page.text  # nothing was checked: no notes


def test_a_page_says_what_was_printed_as_well_where_json_is_asked_for(week: Path, tmp_path: Path) -> None:
    assert json.loads(good("read", week, "--json", "--html", tmp_path / "p.html"))["id"] == "week"
    assert (tmp_path / "p.html").exists()


# What it is told


def test_published_may_be_a_day_a_month_or_a_year(tmp_path: Path) -> None:
    path = tmp_path / "text.txt"
    path.write_text("Northmoor Police made 62 arrests between 3 and 9 October.\n")
    for when in ("2022-10-12", "2022-10", "2022"):
        (claim,) = json.loads(good("read", path, "--json", "--published", when))["claims"]
        assert claim["period"]["start"] == "2022-10-03"
    for wrong in ("2022-13", "yesterday", "12/10/2022", "2022-10-12-1"):
        assert refused("read", path, "--published", wrong)[0] == 2


def test_standard_input_is_read_and_the_publisher_speaks_where_nobody_is_named() -> None:
    said = json.loads(
        good("read", "-", "--json", "--publisher", "Northmoor Police", stdin="Officers made 62 arrests.")
    )
    assert (said["id"], said["claims"][0]["body"]) == ("stdin", "Northmoor Police")


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
