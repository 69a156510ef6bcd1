"""Make a layout for an operator's file from a sample of it: what can be told is filled in, what cannot is asked."""

import json
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from clewline.cli.saying import say, show
from clewline.errors import BadDeclaration, BadInput, Misused

if TYPE_CHECKING:
    from clewline.formats.phones.suggest import Question, Suggestion

SHOWN = 5
"""Records shown in the preview."""


def mapping(
    file: Annotated[Path, typer.Argument(help="A file of the operator, or the first part of one.")],
    name: Annotated[str | None, typer.Option(help="Name of the layout; left out: the file's.")] = None,
    answer: Annotated[
        list[str] | None,
        typer.Option(help="What the file does not say, as `zone=Europe/London`; once for each question."),
    ] = None,
    out: Annotated[Path | None, typer.Option(help="File to write the layout to, as `north.toml`.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print what was found and asked as JSON.")] = False,
) -> None:
    from clewline.formats.phones.layout import write_layout
    from clewline.workflow.phones.sampling import preview, sample

    taken = sample(file)
    found = taken.suggestion
    answers = _answers(answer or [])
    called = name or file.stem
    try:
        layout = found.layout(name=called, title=f"Layout of {file.name}", **answers)
        missing = None
    except BadDeclaration as wrong:
        layout, missing = None, str(wrong)
    if as_json:
        show(json.dumps(_as_json(found, None if layout is None else write_layout(layout), missing)))
        return
    _say_found(found)
    open_ones = [q for q in found.questions if q.about not in answers]
    for question in open_ones:
        _ask(question)
    if layout is None:
        raise BadInput(f"{missing} Answer with --answer, as the questions above say.")
    shown = preview(file, layout)
    show("The first records, as they would be read:")
    for line, what in shown.records[:SHOWN]:
        show(f"  line {line}: {what}")
    show(f"Of {shown.looked_at:,} records looked at, {shown.read:,} can be read.")
    for rule, many in sorted(shown.problems.items()):
        show(f"  {many:,} {rule}")
    if out is not None:
        if out.exists():
            raise Misused(f"{out} is there already; name another file.")
        out.write_text(write_layout(layout), encoding="utf-8")
        say(f"Written: {out}. Take files in with --mapping {out}.")
    else:
        show("")
        show(write_layout(layout))


def _answers(texts: list[str]) -> dict[str, Any]:
    """Return the answers by what they fill; `services.Voice=call` is one word of a table."""
    answers: dict[str, Any] = {}
    for text in texts:
        about, equals, value = text.partition("=")
        if not equals:
            raise Misused(f"--answer {text!r} should read question=answer, as zone=Europe/London.")
        table, dot, word = about.partition(".")
        if dot:
            answers.setdefault(table, {})[word] = value
        else:
            answers[about] = value
    return answers


def _say_found(found: "Suggestion") -> None:
    show("Columns found:")
    for what, columns in found.columns.items():
        show(f"  {what}: {' and '.join(columns)}")
    if found.unread:
        show(f"  not read: {', '.join(found.unread)}")


def _ask(question: "Question") -> None:
    show(f"Asked: {question.ask}")
    if question.choices:
        show(f"  --answer {question.about}=... one of: {', '.join(question.choices)}")
    elif question.words:
        show("  " + " ".join(f"--answer '{question.about}.{word}=...'" for word in question.words))
    else:
        show(f"  --answer {question.about}=...")


def _as_json(found: "Suggestion", layout: str | None, missing: str | None) -> dict[str, Any]:
    return {
        "columns": {what: list(columns) for what, columns in found.columns.items()},
        "unread": list(found.unread),
        "questions": [asdict(question) for question in found.questions],
        "layout": layout,
        "missing": missing,
    }
