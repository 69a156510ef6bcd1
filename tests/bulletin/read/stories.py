"""Say in one line what a text was read as, so that a story is a sentence and its reading."""

from clewline.bulletin.read import Issued, read


def told(text: str, published: Issued | None = None, publisher: str | None = None) -> list[str]:
    """Return each claim as `indicator value unit`, with its relation's sign and its qualifiers."""
    signs = {"exactly": "", "at_least": ">=", "at_most": "<=", "about": "~"}
    found = []
    for claim in read(text, published, publisher).claims:
        said = ", ".join(f"{key}={value}" for key, value in claim.qualifiers)
        line = f"{claim.indicator} {signs[claim.relation]}{claim.value:f} {claim.unit}"
        found.append(f"{line} ({said})" if said else line)
    return found


def aside(text: str) -> dict[str, str]:
    """Return the numbers that were set aside, with their reasons."""
    return {a.quote.text: a.reason for a in read(text).set_aside}


def body(text: str, publisher: str | None = None) -> list[tuple[str | None, str]]:
    """Return the body and scope of each claim."""
    return [(claim.body, claim.scope) for claim in read(text, None, publisher).claims]


def periods(text: str, published: Issued | None = None) -> list[tuple[str, str, str]]:
    """Return first day, last day and kind of each claim's period."""
    return [(str(c.period.start), str(c.period.end), c.period.kind) for c in read(text, published).claims]
