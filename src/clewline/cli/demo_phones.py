"""The demonstration's line: operators' files under an authority, who holds it by evidence, and what the truth was."""

import json
import shlex
import tempfile
from datetime import datetime
from pathlib import Path
from typing import Any

from clewline.cli.saying import now, progress, show, user

LINE, PHONE = "line-1", "holder"
"""What the made-up case calls the line and its holder's own phone."""


def phones(case: str, folder: Path, *, seed: int) -> None:
    """Take a made-up line's files into the case, draw it, weigh who held it, and only then print the truth."""
    from clewline.simulate.phones import simulate_phones

    with tempfile.TemporaryDirectory() as place:
        with progress("Making up a line, its operators and its people") as told:
            for done, file in enumerate(simulate_phones(seed=seed), start=1):
                (Path(place) / file.name).write_bytes(file.content)
                told(done)
        truth = json.loads((Path(place) / "phones_truth.json").read_text(encoding="utf-8"))
        show("\nA line's phone records, taken in under an authority:")
        _authorities(case, (Path(place) / "phones_authorities.json").read_bytes())
        _take_in(case, Path(place), truth)
    number = {phone["key"]: phone["number"] for phone in truth["phones"]}
    _picture(case, number[LINE], folder / "line.html")
    _statement(case, number[LINE], number[PHONE], folder / "statement.pdf")
    _truth(truth)


def _authorities(case: str, content: bytes) -> None:
    from clewline.simulate.phones import read_authorities
    from clewline.workflow.phones import authorities

    standing = {entry.subject for entry in authorities.standing(case)}
    for facts, given in read_authorities(content):
        if facts.reference not in standing:
            authorities.record(facts, case=case, day=given, by=user(), at=now())
            show(f"Authority {facts.reference}, {facts.nature}: {len(facts.identifiers)} identifiers")


def _take_in(case: str, place: Path, truth: dict[str, Any]) -> None:
    from clewline.cli.intake_phones import say_account, take_in_file

    communications, handset = truth["authorities"]
    for at, name in enumerate(truth["files"], start=1):
        outcome = take_in_file(
            place / name,
            case=case,
            authority=handset if "handset" in name else communications,
            exhibit=f"SIM/{at}",
            handed_over_by="the made-up single point of contact",
            mapping=None,
            number=None,
            dry_run=False,
        )
        say_account(outcome)


def _picture(case: str, line: str, page: Path) -> None:
    from clewline.cli.line import line as draw

    draw(case, [line], html=page)


def _statement(case: str, line: str, phone: str, pdf: Path) -> None:
    from clewline.cli.evidence_statement import statement, weigh

    show("\nWho held the line? What its records say of one phone, for both sides:")
    weigh(case, line, phone)
    schedule, rows = pdf.with_name("schedule.pdf"), pdf.with_name("statement-rows.csv")
    statement(case, line, phone, pdf=pdf, schedule=schedule, rows=rows)
    words = ["clewline", "evidence", "statement", case, "--line", line, "--phone", phone, "--pdf", str(pdf)]
    show(f"To write it again: {shlex.join(words)}")


def _truth(truth: dict[str, Any]) -> None:
    """Print what the made-up case knows, and its records do not say."""
    pair = next(p for p in truth["pairs"] if (p["key_a"], p["key_b"]) == (LINE, PHONE))
    show("\nWhat the truth was, kept apart from the records:")
    show(
        f"  Both phones were in use for {pair['hours_both']:,.0f} hours; one person carried both for "
        f"{pair['hours_one_carrier']:,.0f} of them."
    )
    for span in truth["carried"]:
        if span["key"] in (LINE, PHONE):
            who = span["person"] or "nobody: it was left at home"
            show(f"  {_instant(span['from'])} to {_instant(span['to'])}: {span['key']} with {who}")
    for change in truth["number_changes"]:
        old, new = change["line"]
        show(f"  {_instant(change['at'])}: the line moved from {old} to {new}")


def _instant(text: str) -> str:
    return f"{datetime.fromisoformat(text):%Y-%m-%d %H:%M}"
