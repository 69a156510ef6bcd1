"""`clewline series`: releases are taken in, and what bodies published is a series with its contradictions marked."""

import csv
import io
import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from clewline.cli.__main__ import app
from clewline.errors import BadInput, ClewlineError, Misused, NotFound
from clewline.record.kinds.published import Published
from clewline.store import files, ledger

HEAD = "release_id,publisher,scope,period_start,period_end,period_basis,indicator,as_stated,url\n"
LIST = HEAD + (
    "A1,Kent,force,2023-02-27,2023-03-05,stated,arrests,over 40,https://example.org/a\n"
    "A2,Kent (a paper),force,2023-02-27,2023-03-05,stated,arrests,35,javascript:alert(1)\n"
    "A3,=NPCC,national,2023-02-27,2023-03-05,stated,arrests,1605,https://example.org/c\n"
    "A4,Kent,force,2023-10-09,2023-10-15,stated,cumulative_since,Nov 2019: about 900 arrests,https://example.org/d\n"
    "A4,Kent,force,2023-10-09,2023-10-15,stated,lines_closed,several,https://example.org/d\n"
)
BULLETIN = """Twelve lines closed in a week

Kent Police made 44 arrests between 9 and 15 October 2023.

- 12 county lines closed
- £15,000 in cash seized

A 19-year-old man is in custody. Since November 2019, 450 lines have been closed.
"""


def run(*words: str | Path) -> Result:
    return CliRunner().invoke(app, ["series", *(str(w) for w in words)], catch_exceptions=True)


def good(*words: str | Path) -> str:
    result = run(*words)
    assert result.exit_code == 0, result.output + str(result.exception)
    return result.stdout


def refused(*words: str | Path) -> ClewlineError:
    result = run(*words)
    assert isinstance(result.exception, ClewlineError), result.output
    return result.exception


@pytest.fixture
def press(tmp_path: Path) -> Path:
    path = tmp_path / "press.csv"
    path.write_text(LIST)
    return path


@pytest.fixture
def bulletin(tmp_path: Path) -> Path:
    path = tmp_path / "kent-october.txt"
    path.write_text(BULLETIN)
    return path


@pytest.fixture
def kept(embedded: str, press: Path) -> None:
    """The list is in the record."""
    result = run("add", press)
    assert result.exit_code == BadInput.exit_code
    assert "5 records = 4 taken + 0 known + 1 problem + 0 blank; 4 values; batch" in result.stdout
    assert "no-number: press.csv, line 6" in " ".join(result.stderr.split())


# Taking in


def test_every_number_of_a_bulletin_is_a_claim_or_is_set_aside(embedded: str, bulletin: Path) -> None:
    looked = run("add", bulletin, "--dry-run")
    assert looked.exit_code == 0
    assert "nothing was written" in looked.stdout
    assert ledger.cases() == []
    result = run("add", bulletin, "--published", "2023-10-18", "--publisher", "Kent Police")
    account = next(line for line in result.stdout.splitlines() if "numbers" in line)
    entries = [e for e in ledger.read("published") if isinstance(e.facts, Published)]
    assert f"= {len(entries)} claims + " in account
    assert "“19”: a person's age or an age group." in result.stderr
    for entry in entries:
        facts = entry.facts
        assert isinstance(facts, Published) and facts.text
        text = files.kept(facts.text).decode()
        assert text[facts.quote_start : facts.quote_end] == facts.as_stated
        assert (facts.release, facts.publisher) == ("kent-october", "Kent Police")
        assert facts.published_on and facts.published_on.isoformat() == "2023-10-18"
    assert len({e.id for e in entries}) == len(entries)


def test_a_file_received_before_adds_nothing_and_its_batch_can_be_undone(
    embedded: str, bulletin: Path
) -> None:
    (first,) = json.loads(good("add", bulletin, "--json"))["files"]
    account = first["account"]
    assert account["records"] == account["taken"] + account["set_aside"]
    assert [x["reason"] for x in first["set_aside"]] == ["date", "date", "age", "date"]
    assert f"received before, as batch {first['batch']}" in good("add", bulletin)
    assert "“450 lines”" in good("lines_closed")
    undone = CliRunner().invoke(app, ["undo", first["batch"], "--because", "the wrong text"])
    assert f"{account['entries']} entries withdrawn" in undone.stdout
    assert isinstance(refused("lines_closed"), NotFound)
    assert json.loads(good("add", bulletin, "--json"))["files"][0]["account"] == account


def test_the_same_text_in_another_file_adds_no_report(embedded: str, bulletin: Path, tmp_path: Path) -> None:
    (first,) = json.loads(good("add", bulletin, "--json"))["files"]
    claims = first["account"]["taken"]
    marked = tmp_path / "copy" / bulletin.name
    marked.parent.mkdir()
    marked.write_bytes(b"\xef\xbb\xbf" + BULLETIN.encode())
    assert f"= 0 claims + {claims} known + " in good("add", marked)
    renamed = marked.with_name("another-name.txt")
    renamed.write_bytes(BULLETIN.replace("\n", "\r\n").encode())
    assert f"= {claims} claims + " in good("add", renamed)
    (value,) = json.loads(good("cash_seized", "--json"))["values"]
    assert len(value["entry"]) == 2


def test_what_is_said_about_a_list_is_refused_and_the_bulletin_beside_it_is_kept(
    embedded: str, press: Path, bulletin: Path
) -> None:
    result = run("add", press, bulletin, "--publisher", "Kent Police")
    assert isinstance(result.exception, BadInput)
    assert "says row by row who published what" in " ".join(result.stderr.split())
    assert "claims" in result.stdout


@pytest.mark.parametrize(
    ("name", "content", "why"),
    [
        ("a.csv", b"a,b\n1,2\n", "No mapping fits"),
        ("a.txt", b"", "empty"),
        (
            "a.txt",
            (
                "Politiet anholdt 40 personer i løbet af ugen, og der blev beslaglagt mange penge. " * 8
            ).encode(),
            "English",
        ),
    ],
)
def test_what_is_neither_is_refused_in_a_sentence(
    embedded: str, tmp_path: Path, name: str, content: bytes, why: str
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    result = run("add", path, tmp_path / "absent.txt")
    assert str(result.exception) == "2 of 2 files were refused; the others are as printed."
    assert why in result.stderr
    assert "There is no such file." in result.stderr
    assert ledger.cases() == []


def test_a_bulletin_can_come_from_standard_input(embedded: str) -> None:
    result = CliRunner().invoke(app, ["series", "add", "-"], input=BULLETIN)
    assert result.stdout.startswith("standard input: ")
    assert "44" in good("arrests")


def test_a_day_that_is_none_is_refused(embedded: str, bulletin: Path) -> None:
    assert isinstance(refused("add", bulletin, "--published", "yesterday"), Misused)


def test_only_some_of_many_numbers_set_aside_are_printed_unless_all_are_asked_for(
    embedded: str, tmp_path: Path
) -> None:
    path = tmp_path / "ages.txt"
    path.write_text(
        "Kent Police closed 12 county lines.\n\n" + "A 19-year-old man was charged in court. " * 30
    )
    result = run("add", path, "--dry-run")
    assert result.stderr.count("set aside, characters") == 20
    assert "more; --all prints them" in result.stderr
    assert run("add", path, "--dry-run", "--all").stderr.count("set aside, characters") > 20


# The series


def test_reports_that_cannot_both_be_true_are_marked(kept: None) -> None:
    text = " ".join(good("arrests").split())
    assert "5 values" not in text
    assert "4 values from 4 releases, 2023. 1 contradiction found." in text
    assert "at least 40" in text
    assert (
        "≠1 Kent, 27 February to 5 March 2023: at least 40 (Kent, A1) and 35 (Kent (a paper), A2) cannot both be true."
        in text
    )
    assert "since Nov 2019, to" in text
    assert good("show", "arrests") == good("arrests")


def test_the_series_as_data_names_the_entries_and_their_lines(kept: None) -> None:
    said = json.loads(good("arrests", "--json"))
    assert [(v["value"], v["relation"], v["line"], v["marks"]) for v in said["values"]] == [
        (1605, "exactly", 4, []),
        (40, "at_least", 2, [1]),
        (35, "exactly", 3, [1]),
        (900, "about", 5, []),
    ]
    (mark,) = said["contradictions"]
    assert mark["entries"] == [e for v in said["values"] if v["marks"] for e in v["entry"]]
    assert len(said["values"][0]["file"]) == 64
    rows = list(csv.DictReader(io.StringIO(good("arrests", "--csv"))))
    assert [r["as_stated"] for r in rows] == ["1605", "over 40", "35", "Nov 2019: about 900 arrests"]
    assert rows[0]["publisher"] == "'=NPCC"
    assert [r["marks"] for r in rows] == ["", "1", "1", ""]


def test_a_value_of_a_bulletin_says_its_characters(embedded: str, bulletin: Path) -> None:
    good("add", bulletin)
    (value,) = json.loads(good("arrests", "--json"))["values"]
    assert BULLETIN[value["quote_start"] : value["quote_end"]] == value["as_stated"]
    assert BULLETIN.splitlines()[value["line"] - 1].startswith("Kent Police made")


@pytest.mark.parametrize(
    ("options", "values"),
    [
        (("--body", "kent"), 3),
        (("--body", "Kent Police"), 3),
        (("--body", "national"), 1),
        (("--body", "=npcc"), 1),
        (("--scope", "national"), 1),
        (("--scope", "force", "--body", "kent"), 3),
    ],
)
def test_a_series_can_be_of_one_body_or_scope(kept: None, options: tuple[str, ...], values: int) -> None:
    assert len(json.loads(good("arrests", *options, "--json"))["values"]) == values


def test_what_is_not_there_is_told_with_what_to_do(embedded: str, press: Path) -> None:
    assert "clewline series add" in str(refused("arrests"))
    run("add", press)
    assert "did you mean arrests?" in str(refused("arrest"))
    assert "there are arrests" in str(refused("unicorns"))
    assert "leave out --body or --scope" in str(refused("arrests", "--body", "Essex"))
    assert "none of national" in str(refused("arrests", "--scope", "planet"))
    assert str(refused("arrests", "--csv", "--json")) == "Choose --csv or --json."


def test_the_old_command_is_gone_and_the_group_says_what_it_holds(embedded: str) -> None:
    assert CliRunner().invoke(app, ["published"]).exit_code == 2
    told = CliRunner().invoke(app, ["series", "--help"]).stdout
    assert "add" in told and "show" in told
