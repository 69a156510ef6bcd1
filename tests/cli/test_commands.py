"""The command line as a person uses it: what it prints, where, and how it leaves."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from clewline.cli.__main__ import app
from clewline.errors import BadInput, ClewlineError, Misused, NotAllowed, NotFound
from workflow.files import custody, custody_csv

PRESS = (
    "release_id,publisher,scope,period_start,period_end,period_basis,indicator,as_stated,url\r\n"
    "T1,Met,force,2023-02-27,2023-03-05,stated,arrests,over 2,https://example.org/a\r\n"
    "T1,Met,force,2023-02-27,2023-03-05,stated,lines_closed,9,https://example.org/a\r\n"
    "T2,Kent,force,2023-02-27,2023-03-05,stated,arrests,several,https://example.org/b\r\n"
    "T2,Kent,force,not stated,not stated,stated,cash_gbp,nearly 7k,https://example.org/b\r\n"
)


def run(*words: str | Path) -> Result:
    return CliRunner().invoke(app, [str(w) for w in words], catch_exceptions=True)


def good(*words: str | Path) -> str:
    result = run(*words)
    assert result.exit_code == 0, result.output + str(result.exception)
    return result.stdout


def with_problems(*words: str | Path) -> str:
    """Run what keeps the good and refuses the rest: exit code 5."""
    result = run(*words)
    assert result.exit_code == 5, result.output + str(result.exception)
    return result.stdout


def refused(*words: str | Path) -> ClewlineError:
    result = run(*words)
    assert isinstance(result.exception, ClewlineError), result.output
    return result.exception


@pytest.fixture
def custody_file(tmp_path: Path) -> Path:
    path = tmp_path / "custody.csv"
    path.write_bytes(
        custody({"Force": "Met"}, {"Custody No": "C2", "Person No": "P2"}, {"Custody No": "C3", "Sex": "?"})
    )
    return path


@pytest.fixture
def press_file(tmp_path: Path) -> Path:
    path = tmp_path / "press.csv"
    path.write_text(PRESS)
    return path


def test_a_file_is_looked_at_taken_in_listed_and_undone(embedded: str, custody_file: Path) -> None:
    looked = run("intake", custody_file, "--case", "K1", "--dry-run")
    assert (
        "3 records = 2 taken + 0 known + 1 problem + 0 blank; 4 entries; nothing was written" in looked.stdout
    )
    assert "unknown-code: custody.csv, line 4, column Sex (text of 1 character)" in " ".join(
        looked.stderr.split()
    )
    assert json.loads(good("batches", "--json")) == []
    said = json.loads(with_problems("intake", custody_file, "--case", "K1", "--json"))
    batch = said["files"][0]["batch"]
    assert said["files"][0]["account"]["taken"] == 2
    assert "received before" in good("intake", custody_file, "--case", "K1")
    assert batch in good("batches", "--case", "K1")
    assert "4 entries withdrawn" in good("undo", batch, "--because", "wrong case")
    assert "undone" in good("batches")
    assert isinstance(refused("undo", batch, "--because", "-"), Misused)
    assert isinstance(refused("undo", batch, "--because", "again"), NotAllowed)


def test_a_refused_file_does_not_stop_the_others(embedded: str, custody_file: Path, tmp_path: Path) -> None:
    bad = tmp_path / "bad.csv"
    bad.write_bytes(b"a,b\r\n1,2\r\n")
    result = run("intake", bad, tmp_path / "absent.csv", custody_file, "--case", "K1")
    assert isinstance(result.exception, BadInput)
    assert "2 of 3 files were refused" in str(result.exception)
    assert "2 taken" in result.stdout


def test_a_number_is_followed_to_the_line_of_its_file(embedded: str, custody_file: Path) -> None:
    with_problems("intake", custody_file, "--case", "K1")
    text = good("trace", "arrests", "2023-02-27")
    assert "Arrests: 2 from 2023-02-27 to 2023-03-05" in text
    assert "custody.csv line 2: C1,Met,P1,Ng,Jo,02/03/2008" in text
    said = json.loads(good("trace", "arrests", "2023-02-27", "--force", "metropolitan", "--json"))
    assert (said["value"], [s["line"] for r in said["rows"] for s in r["sources"]]) == (1, [2])
    assert "first 1 rows" in run("trace", "arrests", "2023-02-27", "--limit", "1").stderr
    assert "did you mean arrests" in str(refused("trace", "arrest", "2023-02-27"))
    assert isinstance(refused("trace", "arrests", "last week"), ClewlineError)
    assert "dimension=value" in str(refused("trace", "arrests", "2023-02-27", "--where", "force"))
    assert "cannot be broken down" in str(refused("trace", "arrests", "2023-02-27", "--where", "hat=red"))


def test_a_statement_has_no_line_and_says_whose_it_is(embedded: str) -> None:
    from clewline.record.notation import read_notation
    from clewline.store import ledger

    ledger.append(
        read_notation("a: on 2023-03-01 arrest C1, force kent, person kent/1; stated by Moss; by Moss")
    )
    assert "stated by Moss" in good("trace", "arrests", "2023-02-27")


def test_as_known_before_the_correction_the_old_number_stands(embedded: str, custody_file: Path) -> None:
    with_problems("intake", custody_file, "--case", "K1")
    assert "Arrests: 0" in good("trace", "arrests", "2023-02-27", "--as-of", "2023-03-06")
    assert "as 2023-03-05T17" in str(refused("trace", "arrests", "2023-02-27", "--as-of", "noon"))


def test_published_values_stand_beside_the_counted_week_until_their_batch_is_undone(
    embedded: str, custody_file: Path, press_file: Path
) -> None:
    with_problems("intake", custody_file, "--case", "K1")
    taken = json.loads(with_problems("intake", press_file, "--case", "K1", "--json"))
    week = json.loads(good("week", "2023-02-27", "--force", "metropolitan", "--published", "--json"))
    (arrests,) = [f for f in week["figures"] if f["name"] == "arrests" and "published" in f]
    assert (arrests["value"], arrests["published"][0]["as_stated"], arrests["differs"]) == (1, "over 2", True)
    good("undo", taken["files"][0]["batch"], "--because", "wrong list")
    week = json.loads(good("week", "2023-02-27", "--force", "metropolitan", "--published", "--json"))
    assert not any("published" in f for f in week["figures"])


def test_the_record_is_verified_and_a_changed_file_is_named(embedded: str, custody_file: Path) -> None:
    from django.conf import settings

    with_problems("intake", custody_file, "--case", "K1")
    assert "The chain holds: 5 entries in 1 case, and 1 file is as it was kept." in good("verify")
    assert json.loads(good("verify", "--json"))["entries"] == 5
    kept = next(p for p in (settings.HOME / "files").rglob("*") if p.is_file())
    kept.write_bytes(b"another file")
    assert "not the one that was received" in str(refused("verify"))
    kept.unlink()
    assert "not kept here" in str(refused("verify"))


def test_methods_print_every_definition_with_its_example(embedded: str) -> None:
    text = good("methods")
    for name in ("arrests", "lines_closed", "people_safeguarded"):
        assert f"{name}: " in text
    assert "standing on" in text and "Authority:" in text
    (one,) = json.loads(good("methods", "arrests", "--json"))
    assert one["name"] == "arrests"
    assert isinstance(refused("methods", "unicorns"), NotFound)


def test_simulated_files_are_written_once_and_the_same_for_a_seed(tmp_path: Path) -> None:
    assert "40 files" in good("simulate", tmp_path / "a", "--seed", "5")
    good("simulate", tmp_path / "b", "--seed", "5")
    for path in (tmp_path / "a").iterdir():
        assert path.read_bytes() == (tmp_path / "b" / path.name).read_bytes()
    assert "not an empty folder" in str(refused("simulate", tmp_path / "a"))
    (tmp_path / "m.json").write_text("{}")
    assert isinstance(refused("simulate", tmp_path / "c", "--margins", tmp_path / "m.json"), BadInput)


def test_a_lines_files_and_rows_to_measure_with_are_written(tmp_path: Path) -> None:
    assert "11 files" in good("simulate", tmp_path / "a", "--phones", "--days", "42", "--customers", "5")
    assert (tmp_path / "a" / "phones_truth.json").exists()
    assert "500 rows" in good("simulate", tmp_path / "b", "--phones", "--rows", "500")
    assert len((tmp_path / "b" / "phones_generic.csv").read_bytes().splitlines()) == 501
    assert "goes with --phones" in str(refused("simulate", tmp_path / "c", "--rows", "500"))
    assert "are for a force" in str(refused("simulate", tmp_path / "c", "--phones", "--scale", "2"))


def test_the_demo_refuses_a_record_that_is_in_use(
    embedded: str, custody_file: Path, press_file: Path
) -> None:
    with_problems("intake", press_file, "--case", "press")
    with_problems("intake", custody_file, "--case", "demo-1")
    with_problems("intake", press_file, "--case", "published")  # what was published goes with either
    assert isinstance(refused("intake", custody_file, "--case", "K1"), NotAllowed)


def test_a_real_record_refuses_the_demo(embedded: str, custody_file: Path) -> None:
    with_problems("intake", custody_file, "--case", "K1")
    assert "not both made up" in str(refused("demo", "--no-serve"))
    assert isinstance(refused("intake", custody_file, "--case", "demo-1"), NotAllowed)


def test_a_large_file_reports_only_some_problems_unless_all_are_asked_for(
    embedded: str, tmp_path: Path
) -> None:
    path = tmp_path / "many.csv"
    path.write_bytes(custody_csv(60).replace(b",M,", b",?,"))
    result = run("intake", path, "--case", "K1", "--dry-run")
    assert "and 40 more (40 unknown-code)" in result.stderr
    everything = run("intake", path, "--case", "K1", "--dry-run", "--all-problems")
    assert everything.stderr.count("unknown-code") == 60


def test_nothing_that_is_said_of_a_problem_names_a_person(embedded: str, tmp_path: Path) -> None:
    path = tmp_path / "names.csv"
    secret = "Quillfeather"
    cells = ("Custody No", "Force", "Person No", "Surname", "DOB", "Sex", "Arrested On", "Offence (CJS)")
    path.write_bytes(custody(*({"Custody No": f"C{n}", c: secret} for n, c in enumerate(cells))))
    result = run("intake", path, "--case", "K1", "--dry-run", "--all-problems")
    assert secret not in result.stderr
    assert result.stderr.count("problem ") >= 5


def test_who_counts_and_opens_figures_stands_in_the_access_log(
    embedded: str, custody_file: Path, tmp_path: Path
) -> None:
    with_problems("intake", custody_file, "--case", "K1")
    good("count", "arrests", "2023-02-27", "--force", "kent")
    good("trace", "arrests", "2023-02-27", "--case", "K1")
    good("week", "2023-02-27", "--html", tmp_path / "week.html")
    assert isinstance(refused("count", "no_such_figure", "2023-02-27"), NotFound)
    assert isinstance(refused("count", "arrests", "2023-02-27", "--definition", "x"), Misused)
    looks = json.loads(good("looks", "--json"))
    told = [(one["act"], one["outcome"], one["case"], one["subject"]) for one in looks]
    assert told[:2] == [
        ("see figures", "refused", None, "arrests"),
        ("see figures", "refused", None, "no_such_figure"),
    ]
    acts = {one for one in told if one[1] == "done"}
    assert {
        ("see figures", "done", None, "arrests"),
        ("open figures", "done", "K1", "arrests"),
        ("see source line", "done", "K1", "arrests"),
        ("export what was found", "done", None, None),
    } <= acts
