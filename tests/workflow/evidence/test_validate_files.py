"""Files become a validation, or are refused by line; a comparer is asked where no findings are given."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path

import pytest

from clewline.errors import BadInput, Misused, NotFound
from clewline.evidence.card import write_card
from clewline.evidence.validation import validate
from clewline.workflow.evidence.validate import validate_files
from evidence.files_made import write_files
from evidence.outcomes_made import outcomes
from evidence.test_card import CARD

MADE = outcomes(40, people=20, cotravel=4)


@pytest.fixture
def files(tmp_path: Path) -> dict[str, Path]:
    return write_files(tmp_path, MADE)


def test_the_files_say_what_the_outcomes_said(files: dict[str, Path]) -> None:
    found = validate_files(**files, by=["network"], times=50)
    made = [replace(o, events=3, columns={"network": f"n{i % 2}"}) for i, o in enumerate(MADE)]
    assert found.validation == validate(made, seed=1, times=50, by=["network"])
    assert (found.type, found.given, found.card) == ("co_travel", True, None)
    assert found.kinds == {"cotravel": 4, "nearby": 10, "random": 30, "same": 40}
    assert found.events == (3, 3, 3)
    assert [(f.what, f.name, f.rows) for f in found.files] == [
        ("pairs", "pairs.csv", 84),
        ("truth", "truth.csv", 84),
        ("findings", "findings.csv", 84),
        ("records", "records.csv", 84 * 9),
    ]


def test_without_records_events_are_not_known_and_a_pair_may_lack_a_finding(files: dict[str, Path]) -> None:
    text = files["findings"].read_text().splitlines()
    files["findings"].write_text("\n".join([*text[:3], text[3].split(",")[0] + ",,,,co_travel", *text[5:]]))
    del files["records"]
    found = validate_files(**files, times=50)
    assert found.events is None and "events" not in found.validation.grouped()
    assert found.validation.without == 2


def test_the_rate_of_events_is_a_group_wherever_it_stands(files: dict[str, Path]) -> None:
    lines = files["pairs"].read_text().splitlines()
    files["pairs"].write_text(
        "\n".join([f"{lines[0]},rate", *(f"{x},{(8, 24)[i % 2]}" for i, x in enumerate(lines[1:]))])
    )
    found = validate_files(**files, times=50)
    assert [g.name for g in found.validation.grouped()["rate"]] == ["8", "24"]


def test_a_model_is_known_by_its_card(files: dict[str, Path], tmp_path: Path) -> None:
    path = tmp_path / "co_travel.json"
    path.write_text(write_card(CARD))
    found = validate_files(**files, model=str(path), times=50)
    assert found.card == CARD and found.files[-1].name == "co_travel.json"
    with pytest.raises(NotFound, match="no model tea_leaves"):
        validate_files(**files, model="tea_leaves", times=50)


def test_a_model_that_comes_with_clewline_is_known_by_name(
    files: dict[str, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "models").mkdir()
    (tmp_path / "models" / "co_travel.json").write_text(write_card(CARD))
    monkeypatch.setattr("clewline.workflow.evidence.models.resources.files", lambda package: tmp_path)
    assert validate_files(**files, model="co_travel", times=50).card == CARD


def test_a_comparer_is_asked_where_no_findings_are_given(files: dict[str, Path]) -> None:
    asked: list[tuple[Path, Path, Path, str | None]] = []

    def compare(
        records: Path, pairs: Path, truth: Path, model: str | None
    ) -> Iterable[tuple[str, float | None]]:
        asked.append((records, pairs, truth, model))
        return [(o.pair, o.log10_lr) for o in MADE[:-1]]

    given = validate_files(**files, times=50)
    del files["findings"]
    found = validate_files(**files, times=50, compare=compare)
    assert asked == [(files["records"], files["pairs"], files["truth"], None)]
    assert not found.given and found.validation.without == 1
    assert found.validation.whole == given.validation.whole


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ([("p0000", 1.0), ("p0000", 1.0)], "twice, or unasked"),
        ([("q", 1.0)], "twice, or unasked"),
        ([("p0000", float("inf"))], "no number"),
    ],
)
def test_a_comparer_that_says_what_cannot_be_is_refused(
    files: dict[str, Path], said: list[tuple[str, float | None]], why: str
) -> None:
    del files["findings"]
    with pytest.raises(BadInput, match=why):
        validate_files(**files, compare=lambda records, pairs, truth, model: said)


def test_nothing_is_scored_without_findings_or_a_comparer(files: dict[str, Path]) -> None:
    del files["findings"]
    with pytest.raises(Misused, match="Give --findings"):
        validate_files(**files)
    del files["records"]
    with pytest.raises(Misused, match="Give --findings"):
        validate_files(**files, compare=lambda records, pairs, truth, model: [])


def test_a_column_that_is_nowhere_is_refused(files: dict[str, Path]) -> None:
    with pytest.raises(Misused, match=r"--by colour: .*there are .*network"):
        validate_files(**files, by=["colour"])


def line(number: int, text: str) -> Callable[[str], str]:
    def change(whole: str) -> str:
        lines = whole.splitlines()
        lines[number - 1] = text
        return "\n".join(lines) + "\n"

    return change


def more(*texts: str) -> Callable[[str], str]:
    return lambda whole: whole + "\n".join(texts) + "\n"


@pytest.mark.parametrize(
    ("file", "change", "why"),
    [
        ("truth", line(3, "p0001,1,same,w1"), "truth.csv, line 3: 4 cells under 6 columns"),
        (
            "truth",
            line(1, "pair,same,kind,person_a,b,network"),
            "column person_b is missing; it has pair, same",
        ),
        ("truth", line(1, "pair,same,kind,person_a,person_b,pair"), "Two columns have one name"),
        ("truth", line(4, "p0001,1,same,w1,w1,n"), "line 4: The pair p0001 comes twice; first in line 3"),
        ("truth", line(4, "p0002,2,same,w1,w1,n"), "line 4: The column same holds neither"),
        ("truth", line(4, "p0002,1,,w1,w1,n"), "line 4: The column kind is empty"),
        ("truth", line(4, "x,1,same,w1,w1,n"), "line 4: The pair x is not among the pairs"),
        (
            "truth",
            lambda whole: whole.replace("p0003,1,", "p0003,0,", 1).rsplit("t0003", 1)[0],
            "pairs.csv, line 85",
        ),
        ("truth", lambda whole: "", "column pair is missing; it has no columns"),
        ("truth", line(3, '"p0001,1'), "It is no CSV"),
        ("pairs", line(2, ",a,b,2026-03-01T00:00:00+00:00,x"), "line 2: The pair has no name"),
        (
            "pairs",
            line(2, "p0000,a,b,2026-03-01,2026-03-02T00:00:00+00:00"),
            "line 2: The column window_start",
        ),
        ("pairs", line(2, "p0000,a,b,2026-03-01T00:00:00+00:00,then"), "line 2: The column window_end"),
        ("findings", line(2, "p0000,much,,,co_travel"), "line 2: The column log10_lr holds no number"),
        (
            "findings",
            line(2, "p0000,nan,,,co_travel"),
            "line 2: The column log10_lr holds no number from -300",
        ),
        (
            "findings",
            line(2, "p0000,inf,,,co_travel"),
            "line 2: The column log10_lr holds no number from -300",
        ),
        ("findings", line(2, "p0000,1,2,3,co_travel"), "line 2: The ratio lies outside its interval"),
        ("findings", line(2, "p0000,1,,0.5,co_travel"), "line 2: The ratio lies outside its interval"),
        ("findings", line(2, "p0000,1,,,contacts"), "type co_travel among those of contacts"),
        ("findings", more("p0000,1,,,co_travel", "q,1,,,co_travel"), "line 86: .*line 87: The pair q is not"),
        ("findings", more(*["q,1,,,co_travel"] * 8), "And 3 more"),
        ("records", line(2, "p0000a,yesterday"), "line 2: The column start holds no instant"),
    ],
)
def test_what_is_wrong_in_a_file_is_said_by_its_line(
    files: dict[str, Path], file: str, change: Callable[[str], str], why: str
) -> None:
    files[file].write_text(change(files[file].read_text()))
    with pytest.raises(BadInput, match=why):
        validate_files(**files)


def test_a_file_that_is_no_text_is_refused(files: dict[str, Path]) -> None:
    files["truth"].write_bytes(b"pair,same\n\xff\xfe\n")
    with pytest.raises(BadInput, match="no text in UTF-8"):
        validate_files(**files)
