"""What allows phone records to be held: `authority add` records one, `authority list` prints those of a case."""

import json
from typing import Annotated

import typer

from clewline.cli.saying import day, now, show, user
from clewline.errors import Misused

app = typer.Typer(no_args_is_help=True)

NATURES = {
    "communications-data": "communications data authorisation",
    "device-examination": "device examination",
    "consent": "consent",
    "court-order": "court order",
}


@app.command(name="add")
def add(
    case: Annotated[str, typer.Argument(help="Case that it is for.")],
    reference: Annotated[str, typer.Option(help="Its unique reference.")],
    kind: Annotated[str, typer.Option(help=f"One of {', '.join(NATURES)}.")],
    identifier: Annotated[
        list[str],
        typer.Option(help="A number in full, `IMEI 35...` or `IMSI 234...`; once for each that it covers."),
    ],
    covers_from: Annotated[str, typer.Option("--from", help="First day of records covered, as 2026-03-01.")],
    covers_to: Annotated[str, typer.Option("--to", help="Last day of records covered.")],
    given: Annotated[str | None, typer.Option(help="Day on which it was given; left out: today.")] = None,
    expires: Annotated[str | None, typer.Option(help="Last day on which records may be taken in.")] = None,
    purpose: Annotated[list[str] | None, typer.Option(help="Statutory purpose, in its own words.")] = None,
    data: Annotated[
        list[str] | None, typer.Option(help="Kind of data covered: `events data`, `handset data`.")
    ] = None,
) -> None:
    """Record an authority: what it covers, and until when records may be taken in under it."""
    from clewline.store import ready

    ready.start()
    from clewline.record.kinds.authority import Authority
    from clewline.workflow.phones import authorities

    if kind not in NATURES:
        raise Misused(f"--kind {kind!r} should be one of {', '.join(NATURES)}.")
    facts = Authority(
        nature=NATURES[kind],  # type: ignore[arg-type] # the table's values are the field's words, which a test holds
        reference=reference,
        purposes=tuple(purpose or ()),
        identifiers=tuple(identifier),
        covers_from=day(covers_from, "--from"),
        covers_to=day(covers_to, "--to"),
        data=tuple(data or ()),
        expires=day(expires, "--expires"),
    )
    at = now()
    on = day(given, "--given") or at.date()
    entry = authorities.record(facts, case=case, day=on, by=user(), at=at)
    again = ", in place of what was recorded before" if entry.corrects else ""
    many = len(facts.identifiers)
    show(
        f"Authority {reference} recorded for {case}{again}: {many} {'identifier' if many == 1 else 'identifiers'}, "
        f"{facts.covers_from} to {facts.covers_to}."
    )


@app.command(name="list")
def list_(
    case: Annotated[str, typer.Argument(help="The case.")],
    as_json: Annotated[bool, typer.Option("--json", help="Print as JSON.")] = False,
) -> None:
    """Print the authorities of a case, and what was taken in under each."""
    from clewline.store import ready

    ready.start()
    from clewline.record.kinds.authority import Authority
    from clewline.record.kinds.phone_records import PhoneRecords
    from clewline.workflow.phones import authorities, opened

    files: dict[str, list[PhoneRecords]] = {}
    for entry in opened.received(case):
        if isinstance(entry.facts, PhoneRecords):
            files.setdefault(entry.facts.authority, []).append(entry.facts)
    found = [e.facts for e in authorities.standing(case) if isinstance(e.facts, Authority)]
    if as_json:
        told = [{**a.__dict__, "files": [f.sha256 for f in files.get(a.reference, ())]} for a in found]
        show(json.dumps(told, default=str))
        return
    for a in found:
        until = f", records taken in until {a.expires}" if a.expires else ""
        show(f"{a.reference}: {a.nature}, {a.covers_from} to {a.covers_to}{until}")
        show(f"  covers {', '.join(a.identifiers)}" + (f"; {', '.join(a.data)}" if a.data else ""))
        for purpose in a.purposes:
            show(f"  for: {purpose}")
        for f in files.get(a.reference, ()):
            show(
                f"  {f.exhibit}: {f.file}, {f.events:,} rows kept, {f.out_of_scope:,} records outside it dropped"
            )
    if not found:
        show(f"The case {case} has no authority yet; `clewline authority add` records one.")
