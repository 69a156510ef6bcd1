"""`clewline read` as somebody uses it who has nothing but a text: what it prints and writes, and how it refuses."""

import io
import json
import subprocess
import sys
from pathlib import Path

import pytest
from rich.console import Console

from clewline.bulletin.claim import REASONS
from clewline.bulletin.read import read as read_text
from clewline.errors import BadInput
from clewline.output.claim_words import COUNTED, account
from clewline.output.explained import explained
from cli.text_story import GOOD, PAGE, WRONG, good, plainly, refused, run
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
    for when in ("2022-10-12", "2022-10", "2022", "2022 (inferred)"):
        (claim,) = json.loads(good("read", path, "--json", "--published", when))["claims"]
        assert claim["period"]["start"] == "2022-10-03"
    for wrong in ("2022-13", "yesterday", "12/10/2022", "2022-10-12-1", "(2022)"):
        assert refused("read", path, "--published", wrong)[0] == 2


def test_standard_input_is_read_and_the_publisher_speaks_where_nobody_is_named() -> None:
    said = json.loads(
        good("read", "-", "--json", "--publisher", "Northmoor Police", stdin="Officers made 62 arrests.")
    )
    assert (said["id"], said["claims"][0]["body"]) == ("stdin", "Northmoor Police")
