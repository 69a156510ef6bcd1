"""No look without its entry: whoever opens the rows of a case's phone records is named here, with what it leaves."""

import ast
from collections.abc import Callable
from inspect import Parameter, signature
from pathlib import Path

import pytest

import clewline
from clewline.workflow.evidence.evaluate import evaluate
from clewline.workflow.evidence.written import record_files
from clewline.workflow.line import line_of, record_page
from clewline.workflow.line_rows import open_rows
from clewline.workflow.phones.moved import decide
from clewline.workflow.school_hours import notice_contacts

SOURCE = Path(clewline.__file__).parent
OPENS = {
    "workflow/line.py": "line_shown, and numbers_revealed",
    "workflow/line_rows.py": "line_shown, once a day for each person, line and period",
    "workflow/evidence/evaluate.py": "phones_compared",
    "workflow/evidence/statement.py": "the rows of an evaluation, which is recorded already",
    "workflow/phones/moved.py": "decision",
    "workflow/school_hours.py": "line_shown, and contacts_noticed for what is noticed",
}
"""Files that open a case's rows, and the entry that each leaves. A new one leaves one too, or is no look."""


def opens_a_case(path: Path) -> bool:
    called = (node.func for node in ast.walk(ast.parse(path.read_text())) if isinstance(node, ast.Call))
    names = {f.attr if isinstance(f, ast.Attribute) else getattr(f, "id", None) for f in called}
    return "open_case" in names


def test_every_file_that_opens_a_case_s_rows_is_known_to_leave_an_entry() -> None:
    found = {str(path.relative_to(SOURCE)) for path in SOURCE.rglob("*.py") if opens_a_case(path)}
    assert found == set(OPENS)


@pytest.mark.parametrize(
    "act", [line_of, open_rows, evaluate, record_page, record_files, decide, notice_contacts]
)
def test_nobody_looks_without_saying_who_and_when(act: Callable[..., object]) -> None:
    asked = signature(act).parameters
    assert all(asked[name].default is Parameter.empty for name in ("by", "at"))
