"""`clewline indicators`: the guide at the command line, which asks no record."""

import json

import pytest
from typer.testing import CliRunner, Result

from clewline.cli.__main__ import app
from clewline.errors import Misused
from clewline.safeguarding.guide import all_indicators
from clewline.safeguarding.indicator import KINDS

KEYS = {"name", "kind", "title", "signs", "may_also_mean", "ask", "do_now", "source"}


def run(*words: str) -> Result:
    return CliRunner().invoke(app, ["indicators", *words])


def test_all_are_printed_as_json_with_their_parts() -> None:
    result = run("--json")
    assert result.exit_code == 0
    told = json.loads(result.stdout)
    assert len(told) == len(all_indicators()) >= 30
    for one in told:
        assert set(one) == KEYS and all(one.values())
        assert all(isinstance(sentence, str) for sentence in (*one["signs"], *one["ask"], *one["do_now"]))
    assert list(dict.fromkeys(one["kind"] for one in told)) == [*KINDS]


def test_one_is_printed_in_words_with_what_holds_for_all() -> None:
    words = run("found_far_from_home").stdout
    assert words.startswith("found_far_from_home: Found far from home (movement)")
    for said in ("What else it may be:", "How did you get here?", "paceuk.info", "Call 999", "no points"):
        assert said in words
    assert "drug_debt" not in words


def test_those_of_a_kind_are_printed() -> None:
    told = json.loads(run("--kind", "property", "--json").stdout)
    assert told and {one["kind"] for one in told} == {"property"}


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("drug_dept",), "there are aggressive"),
        (("--kind", "luck"), "there are movement"),
        (("drug_debt", "--kind", "school", "--json"), "of the kind coercion"),
    ],
)
def test_what_is_not_there_leaves_with_2(words: tuple[str, ...], said: str) -> None:
    result = run(*words)
    assert isinstance(result.exception, Misused) and result.exception.exit_code == 2
    assert said in str(result.exception) and result.stdout == ""
