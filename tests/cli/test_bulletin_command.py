"""`clewline bulletin`, `release`, `replay` and `corrections`: a week is written, put out by another, and corrected."""

import json
import re

import pytest

from clewline.errors import ChainBroken, Misused, NotAllowed, NotFound
from clewline.store import files
from clewline.workflow.bulletin import kept
from cli.text_story import good, plainly, run
from workflow.bulletin_story import HOUR, NOW, arrests, helped, seized
from workflow.bulletin_story import record as recorded

WEEK = ("2023-02-27", "--force", "kent")


def drafted(*more: str) -> str:
    """Draft the week as Moss and return the draft's id."""
    said = run("bulletin", *WEEK, "--draft", "--as", "Moss", *more)
    assert said.exit_code == 0, said.output + str(said.exception)
    found = re.search(r"Draft ([0-9a-f]{12}) is kept", said.stderr)
    assert found, said.stderr
    return found[1]


@pytest.fixture
def week(embedded: str) -> None:
    recorded(f"{arrests(7)}\n{seized(1200, 300)}")


@pytest.mark.usefixtures("week")
def test_a_preview_is_printed_and_keeps_nothing() -> None:
    said = run("bulletin", *WEEK)
    assert "7 arrests" in said.stdout
    assert "This is a preview: nothing was kept" in said.stderr
    assert kept.every() == []


@pytest.mark.usefixtures("week")
def test_every_number_names_its_entries() -> None:
    told = json.loads(good("bulletin", *WEEK, "--json"))
    assert told["id"] is None
    cash = next(n for n in told["numbers"] if n["figure"] == "cash_seized")
    assert (cash["count"], cash["entries"]) == (1500, ["x0", "x1"])
    assert "£1,500" in told["text"]


@pytest.mark.usefixtures("week")
def test_another_person_releases_what_one_drafted() -> None:
    bulletin = drafted()
    assert f"{bulletin}  release of Kent Police" in good("release")
    assert [one["id"] for one in json.loads(good("release", "--json"))] == [bulletin]
    same = run("release", bulletin, "--as", "moss")
    assert isinstance(same.exception, NotAllowed)
    out = json.loads(good("release", bulletin, "--as", "Ahmed", "--json"))
    assert (out["id"], "7 arrests" in out["text"]) == (bulletin, True)
    assert "No draft waits" in run("release").stderr


@pytest.mark.usefixtures("week")
def test_a_kept_bulletin_is_printed_again_as_it_was_written() -> None:
    bulletin = drafted("--style", "table")
    before = good("bulletin", bulletin)
    assert "Arrests: 7" in before
    assert f"Draft {bulletin}: not released" in run("bulletin", bulletin).stderr
    run("release", bulletin, "--as", "Ahmed")
    recorded(arrests(2, name="late"), at=NOW + HOUR)
    assert good("bulletin", bulletin) == before, "a released text never changes"
    assert re.search(rf"Bulletin {bulletin} was released on \d{{4}}", run("bulletin", bulletin).stderr)
    told = json.loads(good("bulletin", bulletin, "--json"))
    assert told["released"] and told["text"].rstrip("\n") == before.rstrip("\n")
    arrested = next(n for n in told["numbers"] if n["figure"] == "arrests" and not n["qualifiers"])
    assert len(arrested["entries"]) == arrested["count"] == 7


@pytest.mark.usefixtures("week")
def test_what_goes_with_an_id_and_what_does_not() -> None:
    bulletin = drafted()
    for more in (["--draft"], ["--why"], ["--style", "table"], ["--force", "kent"], ["--end", "2023-03-01"]):
        wrong = run("bulletin", bulletin, *more)
        assert isinstance(wrong.exception, Misused), more
        assert "kept as it was written" in str(wrong.exception)
    assert isinstance(run("bulletin", "000000000000").exception, NotFound)
    assert isinstance(run("bulletin", *WEEK, "--as", "Moss").exception, Misused)


def test_small_counts_are_said_to_be_held_back_and_why(embedded: str) -> None:
    recorded(f"{helped(3, age=15, name='c')}\n{helped(27, age=40, name='d')}\n{arrests(9)}")
    quiet, why = run("bulletin", *WEEK), run("bulletin", *WEEK, "--why")
    assert re.search(r"\d small numbers? (is|are) held back; --why says which", quiet.stderr)
    assert "held back:" in why.stderr and "hildren" in why.stderr
    assert quiet.stdout == why.stdout, "the reasons are for the press office alone"
    held = json.loads(good("bulletin", *WEEK, "--json"))["held_back"]
    assert all(one["reason"].endswith(".") for one in held) and held


@pytest.mark.usefixtures("week")
def test_a_bulletin_is_replayed_and_a_changed_row_is_named() -> None:
    bulletin = drafted()
    assert "stand on the rows that they were frozen with" in good("replay", bulletin)
    assert json.loads(good("replay", "--json"))[0]["equal"] is True
    place = files.check(kept.find(bulletin).written.rows_sha256)
    place.write_bytes(place.read_bytes().replace(b'"x0"', b'"x9"'))
    broken = run("replay", bulletin)
    assert isinstance(broken.exception, ChainBroken)


def test_there_is_nothing_to_replay_or_correct_in_an_empty_record(embedded: str) -> None:
    assert "There is no bulletin to replay." in run("replay").stderr
    assert "No bulletin was released yet." in run("corrections").stderr


@pytest.mark.usefixtures("week")
def test_what_changed_is_said_and_told_in_the_next_bulletin() -> None:
    bulletin = drafted()
    run("release", bulletin, "--as", "Ahmed")
    assert "everything counts as it was told" in good("corrections", bulletin)
    recorded(f"{arrests(2, name='late')}\n{arrests(6, day='2023-03-08', name='next')}", at=NOW + HOUR)
    said = plainly(good("corrections", bulletin))
    assert "told as 7; counted 7 then, 9 now" in said
    assert "entry late0" in said
    data = json.loads(good("corrections", "--json"))[bulletin]
    assert {"late0", "late1"} <= {cause["entry"] for one in data for cause in one["causes"]}
    told = run("corrections", bulletin, "--tell", "--as", "Ahmed")
    assert "the next bulletin of the same body tells" in told.stderr
    following = plainly(
        good("bulletin", "2023-03-06", "--end", "2023-03-12", "--force", "kent", "--since", "2023-02-27")
    )
    assert "Corrections" in following and "9 arrests" in following
    assert isinstance(run("corrections", "--tell").exception, Misused)
    assert isinstance(run("corrections", bulletin, "--as", "Ahmed").exception, Misused)
