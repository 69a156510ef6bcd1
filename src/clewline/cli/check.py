"""Check bulletins: what in a text cannot be right, and what another text or the record says otherwise.

Leaves with 0 where nothing is wrong (at most doubtful, or worth a note);
1 where something is wrong, or the record contradicts a claim;
5 where a text could not be read.
"""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from clewline.cli.saying import now, progress, say
from clewline.cli.texts import (
    Files,
    Published,
    Publisher,
    each_text,
    emit,
    leave_if,
    paper,
    short_names,
    when,
    write,
)
from clewline.output.words import day_words, printable

if TYPE_CHECKING:
    from clewline.bulletin.check import Finding, Named
    from clewline.bulletin.read import Issued
    from clewline.output.judged import Told
    from clewline.workflow.texts import Text, Unread

RECORD = "record"
"""What stands for the record in the place of a file."""


def check(
    files: Files,
    against: Annotated[
        str | None,
        typer.Option(
            metavar="record|FILE",
            help="Also check against the record, or against another text or its claims as JSON.",
        ),
    ] = None,
    published: Published = None,
    publisher: Publisher = None,
    force: Annotated[
        str | None,
        typer.Option(help="With the record: whose number one is that names nobody, as metropolitan."),
    ] = None,
    case: Annotated[list[str] | None, typer.Option(help="With the record: only these cases.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print everything as one JSON object.")] = False,
    html: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Write a page with the findings beside the text.")
    ] = None,
) -> None:
    from clewline.bulletin.check import Named
    from clewline.bulletin.check import check as look

    issued = when(published)
    others = [] if against in (None, RECORD) else other_texts(str(against), issued)
    unread: list[Unread] = []
    texts = list(each_text(files, unread, published=issued, publisher=publisher, bar=True))
    names = short_names([text.name for text in texts], besides=[other.name for other in others])
    own = [Named(name, text.reading) for name, text in zip(names, texts, strict=True)]
    told = from_record(own, force=force, cases=case) if against == RECORD else []
    findings = [f for f in look([*own, *others]) if any(q.source in names for q in f.quotes)]
    if as_json:
        emit(json.dumps(_as_json(own, texts, findings, told, unread)))
    elif html is None:
        from clewline.output.findings import print_findings, print_verdicts

        console, readings = paper(), {**dict(own), **dict(others)}
        print_findings(findings, readings, console)
        print_verdicts(told, readings, console)
        emit(summary(own, findings, told))
    if html is not None and texts:
        from clewline.output.text_page import as_page

        write(html, as_page(texts, names=names, findings=findings, told=told).encode())
        say(f"Written: {printable(str(html))}")
    leave_if(unread, of=len(files))
    if any(f.severity == "wrong" for f in findings) or any(
        one.judged.verdict.outcome == "contradicted" for one in told
    ):
        raise typer.Exit(1)


def other_texts(name: str, issued: "Issued | None") -> "list[Named]":
    """Return the texts to check against: one that is read, or those of a file of claims.

    :raises BadInput: it cannot be read.
    """
    from clewline.bulletin.check import Named
    from clewline.workflow.claims_file import looks_like_claims, read_claims
    from clewline.workflow.texts import content_of, read_text

    content, said = content_of(name), printable(Path(name).name)
    if looks_like_claims(content):
        return read_claims(content, name=said)
    return [Named(said, read_text(content, name, published=issued).reading)]


def from_record(texts: "Sequence[Named]", *, force: str | None, cases: list[str] | None) -> "list[Told]":
    """Return what the record says to each different claim of the texts."""
    from clewline.store import ready

    ready.start()
    from clewline.output.claims_table import said_once
    from clewline.output.judged import Told
    from clewline.workflow.against import AgainstRecord

    record = AgainstRecord(now=now(), force=force, cases=cases)
    with progress("Asking the record", total=sum(len(t.reading.claims) for t in texts)) as told:
        found = []
        for name, reading in texts:
            if record.begins_after(reading.published):
                say(
                    f"{name}: the record begins on {day_words(record.began.date())}, after the text was published; "
                    "only what is known now is answered."
                )
            said = said_once(reading)
            for one, judged in zip(
                said, record.judge([s.claim for s in said], published=reading.published), strict=True
            ):
                found.append(Told(source=name, said=one, judged=judged))
                told(len(found))
    return found


def summary(texts: "Sequence[Named]", findings: "Sequence[Finding]", told: "Sequence[Told]") -> str:
    """Return the last line: how much was checked, and what was found."""
    from clewline.output.judged import found, tally

    claims = sum(len(t.reading.claims) for t in texts)
    said = f"{len(texts):,} text{'s' * (len(texts) != 1)}, {claims:,} claim{'s' * (claims != 1)}"
    return f"{said}: {found(findings)}" + (f"; {tally(told)}" if told else "")


def _as_json(
    own: "Sequence[Named]",
    texts: "Sequence[Text]",
    findings: "Sequence[Finding]",
    told: "Sequence[Told]",
    unread: "Sequence[Unread]",
) -> dict[str, object]:
    from clewline.bulletin.check import as_json as finding_json
    from clewline.output.judged import as_json as verdict_json

    return {
        "texts": [
            {
                "name": named.name,
                "file": printable(text.name),
                "kind": text.kind,
                "published": named.reading.published and named.reading.published.isoformat(),
                "claims": len(named.reading.claims),
                "set_aside": len(named.reading.set_aside),
                "notes": list(text.notes),
            }
            for named, text in zip(own, texts, strict=True)
        ],
        "unread": [{"file": printable(one.name), "why": one.why} for one in unread],
        "findings": [finding_json(finding) for finding in findings],
        "verdicts": [verdict_json(one) for one in told],
    }
