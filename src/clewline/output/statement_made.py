"""By whom, when and with what a statement is made, and the command that makes it again."""

import shlex
from collections.abc import Sequence
from datetime import date
from importlib import metadata
from platform import python_version

from clewline.output.statement_page import Made
from clewline.workflow.evidence.evaluate import Evaluation

MADE_WITH = ("clewline", "lir", "numpy", "scipy", "duckdb")
"""Packages whose versions a statement tells."""


def made(found: Evaluation, types: Sequence[str], *, by: str, on: date) -> Made:
    """Return who makes it; the command names the days, so that later days change nothing."""
    words = ["clewline", "evidence", "statement", found.case, "--line", found.line, "--phone", found.phone]
    words += ["--from", str(found.first_day), "--to", str(found.last_day)]
    words += [w for name in types for w in ("--type", name)]
    return Made(
        by=by,
        day=on,
        command=shlex.join([*words, "--by", by, "--on", str(on), "--pdf", "statement.pdf"]),
        versions=(("Python", python_version()), *((name, metadata.version(name)) for name in MADE_WITH)),
    )
