"""Exhibits, authorities and files in words."""

from datetime import date

from clewline.case.scope import identifiers
from clewline.errors import BadInput
from clewline.workflow.case_exhibits import File, Held, Standing


def covered(one: Standing) -> tuple[str, ...]:
    """Return the identifiers that an authority covers, in one spelling each, as the command line says them."""
    try:
        return identifiers(one.facts.identifiers).written()
    except BadInput:
        return one.facts.identifiers  # of an authority that an import brought as it was written


def status(one: Standing, today: date) -> str:
    """Return whether anything may be taken in under an authority."""
    if one.lapsed(today):
        return f"Lapsed on {one.facts.expires:%-d %B %Y}: nothing more is taken in under it"
    until = f" until {one.facts.expires:%-d %B %Y}" if one.facts.expires else ""
    return f"In force{until}"


def days(one: Standing) -> str:
    """Return the days that an authority covers."""
    first, last = one.facts.covers_from, one.facts.covers_to
    return f"{first:%-d %B %Y} to {last:%-d %B %Y}" if first and last else "not said"


def account(file: File) -> str:
    """Return what became of each record of a file, as a sum."""
    f = file.facts
    parts = [f"{f.taken:,} loaded", f"{f.known:,} known already", f"{f.problems:,} refused"]
    if file.of_phones is not None:
        parts.append(f"{file.out_of_scope:,} out of scope")
    if file.set_aside:
        parts.append(f"{file.set_aside:,} set aside")
    return f"{f.records:,} = {' + '.join(parts)} + {f.blank:,} blank"


def what(one: Held) -> str:
    """Return what an exhibit is."""
    named = [file.facts.file for file in one.files]
    return one.facts.description or ", ".join(dict.fromkeys(named)) or "not said"


def held_by(one: Held) -> str:
    """Return where an exhibit is, as far as its moves say."""
    if one.moves:
        return str(getattr(one.moves[-1].facts, "moved_to", ""))
    return one.facts.received_by or "not said"


def page_of(text: str | None) -> int:
    """Return the number of a page; the first where the address names none."""
    return max(1, int(text)) if text is not None and text.isdecimal() and len(text) < 8 else 1
