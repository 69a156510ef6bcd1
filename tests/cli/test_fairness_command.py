"""`clewline fairness` prints shares with intervals, small counts hidden, in words or as JSON."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
from django.conf import settings
from typer.testing import CliRunner, Result

from clewline.cli.__main__ import app
from clewline.errors import Misused
from clewline.store.accounts import log
from workflow.bulletin_story import record

YEAR = ("--from", "2022-04-01", "--to", "2023-03-31")


def run(*words: str) -> Result:
    return CliRunner().invoke(app, ["fairness", *words], env={"COLUMNS": "120"})


@pytest.fixture
def story(embedded: str) -> None:
    (settings.HOME / "fairness-key").write_bytes(b"thirty-two bytes, always the sam")
    arrests = [
        f"a{n}: on 2023-03-01 arrest C{n}, force kent, person kent/{n}, age 30, sex male" for n in range(120)
    ]
    helped = [
        f"s{n}: on 2023-03-02 safeguarding supported T{n}, force kent, person kent/{n}" for n in range(48)
    ]
    nrm = [
        f"c{n}: on 2023-03-02 consent O{n}, force kent, person kent/{n}, to NRM referral, answer given, taken by Moss\n"
        f"n{n}: on 2023-03-02 nrm referral N{n}, force kent, person kent/{n}"
        for n in range(2)
    ]
    record("\n".join(arrests + helped + nrm), at=datetime(2023, 3, 6, tzinfo=UTC))


def test_shares_are_printed_with_what_they_cannot_tell(story: None) -> None:
    result = run(*YEAR, "--force", "kent", "--of", "arrested")
    assert result.exit_code == 0, result.output + str(result.exception)
    assert "Of those arrested, who were helped" in result.stdout
    assert "Everybody 120 48 40.0 % 31.7 to 48.9 %" in " ".join(result.stdout.split())
    assert "not shown" in result.stdout
    assert "[c]" in result.stdout and "It names no cause." in result.stdout
    assert "Of those charged" not in result.stdout


def test_json_has_null_for_what_is_hidden_and_no_row_of_a_person(story: None) -> None:
    said = json.loads(run(*YEAR, "--json").stdout)
    path = next(one for one in said["paths"] if (one["of"], one["what"]) == ("arrested", "nrm"))
    assert path["groups"][0] == {
        "by": "everybody", "group": "everybody", "people": 120, "some": None, "share": None, "interval": None,
    }  # fmt: skip
    assert set(said["not_shown"]) == {one["of"] for one in said["paths"]}
    assert "fewer than 100 people were charged" in said["not_shown"]["charged"][0]
    assert said["period"] == {"start": "2022-04-01", "end": "2023-03-31"} and said["cannot_tell"]
    assert "kent/1" not in json.dumps(said)
    assert log.count() == 1


def test_it_is_as_known_at_an_instant(story: None) -> None:
    said = json.loads(run(*YEAR, "--json", "--as-of", "2023-03-05").stdout)
    assert {one["groups"][0]["people"] for one in said["paths"]} == {None}


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (("--from", "2023-03-31", "--to", "2022-04-01"), "ends before it starts"),
        (("--from", "March", "--to", "2022-04-01"), "--from 'March' is not a day"),
        ((*YEAR, "--of", "suspects"), "is none of arrested"),
    ],
)
def test_what_cannot_be_compared_is_refused(embedded: str, words: tuple[str, ...], why: str) -> None:
    result = run(*words)
    assert isinstance(result.exception, Misused) and why in str(result.exception)


def test_the_key_of_chance_is_made_once_and_is_its_owners(story: None) -> None:
    path: Path = settings.HOME / "fairness-key"
    path.unlink()
    first = run(*YEAR, "--json").stdout
    key = path.read_bytes()
    assert len(key) == 32 and path.stat().st_mode & 0o077 == 0
    assert run(*YEAR, "--json").stdout.partition('"paths"')[2] == first.partition('"paths"')[2]
    assert path.read_bytes() == key
