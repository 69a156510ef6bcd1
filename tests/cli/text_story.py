"""Texts for the tests of `read` and `check`, written for them, and how those commands are run."""

from pathlib import Path

from typer.testing import CliRunner, Result

from clewline.cli.__main__ import app
from clewline.errors import ClewlineError

GOOD = """More than 60 arrests in a week of action

Northmoor Police made 62 arrests and closed 14 county lines between Monday 27 February and Sunday 5 March 2023.

A man of 34 was jailed. Anyone with information can call 101.

Results of the week:
- 62 arrests
- £41,250 in cash
- 1.2kg of Class A drugs
"""
WRONG = (
    "Northmoor Police protect children\n\nIn the week from Monday 27 February to Sunday 5 March 2023 "
    "Northmoor Police safeguarded 47 people, among them 51 children.\n"
)
WELSH = (
    "Mae swyddogion yr heddlu wedi arestio un ar bymtheg o bobl yn ystod yr wythnos ac mae y cyffuriau yn cael eu "
    "dinistrio gan y swyddogion ar hyn o bryd yn y gogledd"
)
PAGE = """<!doctype html><html><body><nav>Home, 99 stories</nav><article><h1>Police close 14 lines</h1>
<script>document.write('1,000 arrests')</script>
<p>Northmoor Police closed 14 county lines and arrested 62 people in the week.</p></article></body></html>"""


def run(*words: str | Path, stdin: str | None = None, **environment: str | None) -> Result:
    return CliRunner(env=environment).invoke(app, [str(w) for w in words], input=stdin)


def good(*words: str | Path, stdin: str | None = None) -> str:
    result = run(*words, stdin=stdin)
    assert result.exit_code == 0, result.output + str(result.exception)
    return result.stdout


def refused(*words: str | Path, stdin: str | None = None) -> tuple[int, str]:
    """Return the exit code and the sentence of a refusal."""
    result = run(*words, stdin=stdin)
    assert isinstance(result.exception, ClewlineError), result.output + str(result.exception)
    return result.exception.exit_code, str(result.exception)


def plainly(output: str) -> str:
    """Return output with its spaces made one, so that columns and wrapping do not matter."""
    return " ".join(output.split())
