"""A layout made from a sample: what can be told is filled in, what cannot is asked, and the preview shows no number."""

import json
from pathlib import Path

import pytest

from clewline.errors import BadInput, Misused
from clewline.formats.phones.layout import read_layout
from cli.test_commands import good, refused, run

SAMPLE = (
    "MSISDN,Other Party,Date,Time,Duration,Type,Direction,Cell ID\n"
    "07700900001,07700900777,14/03/2026,10:00:00,65,Voice,MO,234-10-5012-20411\n"
    "07700900001,07700900778,25/10/2026,01:30:00,0,SMS,MT,234-10-5012-20411\n"
    "07700900001,07700900778,99/03/2026,11:00:00,0,SMS,MT,234-10-5012-20411\n"
) + "".join(
    f"07700900001,07700900778,{day}/03/2026,12:00:00,0,SMS,MT,234-10-5012-20411\n" for day in range(1, 9)
)


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    path = tmp_path / "operator.csv"
    path.write_text(SAMPLE)
    return path


def test_what_is_not_told_is_asked(sample: Path) -> None:
    result = run("mapping", sample)
    assert isinstance(result.exception, BadInput)
    assert "number: MSISDN" in result.stdout and "start: Date and Time" in result.stdout
    assert "--answer zone=... one of: Europe/London" in result.stdout
    assert "The layout is not done" in str(result.exception)


def test_with_the_answers_a_layout_is_written_and_previewed(sample: Path, tmp_path: Path) -> None:
    out = tmp_path / "operator.toml"
    said = good("mapping", sample, "--answer", "zone=Europe/London", "--name", "operator", "--out", out)
    assert "line 2: call made at 2026-03-14 10:00:00 UTC cell cgi:234-10-5012-20411" in said
    assert "line 3: text received at 2026-10-25 00:30:00 UTC or 01:30:00" in said
    assert "Of 11 records looked at, 10 can be read." in said and "1 impossible-time" in said
    assert "07700" not in said and "+447700" not in said
    layout = read_layout(out.read_text())
    assert (layout.name, layout.zone, layout.services["voice"]) == ("operator", "Europe/London", "call")
    again = refused("mapping", sample, "--answer", "zone=UTC", "--out", out)
    assert isinstance(again, Misused) and "is there already" in str(again)


def test_a_layout_is_printed_where_no_file_is_named(sample: Path) -> None:
    assert 'zone = "UTC"' in good("mapping", sample, "--answer", "zone=UTC")
    told = json.loads(good("mapping", sample, "--json"))
    assert told["layout"] is None and [q["about"] for q in told["questions"]][:1] == ["zone"]
    told = json.loads(
        good("mapping", sample, "--json", "--answer", "zone=UTC", "--answer", "services.Fax=other")
    )
    assert read_layout(told["layout"]).services["fax"] == "other"


def test_an_answer_reads_question_and_answer(sample: Path) -> None:
    assert isinstance(refused("mapping", sample, "--answer", "London"), Misused)


def test_what_needs_no_layout_says_so(tmp_path: Path) -> None:
    path = tmp_path / "report.xml"
    path.write_text('<?xml version="1.0"?><project xmlns="http://pa.cellebrite.com/report/2.0"></project>')
    assert "needs no layout" in str(refused("mapping", path))
