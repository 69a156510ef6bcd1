"""Claims that were read before, from JSON as `clewline read --json` prints it, to be checked against."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

import msgspec

from clewline.bulletin.check import Named
from clewline.bulletin.claim import Claim, Period, PeriodKind, Quote, Reading, Scope
from clewline.errors import BadInput
from clewline.formats.stated import Relation

MOST = Decimal(10**15)
"""No result reaches this value, and no arithmetic here is made for it."""


class _Quote(msgspec.Struct, frozen=True):
    text: str
    start: int
    end: int


class _Period(msgspec.Struct, frozen=True):
    start: date | None
    end: date | None
    kind: PeriodKind


class _Claim(msgspec.Struct, frozen=True):
    """A claim as the claims schema has it."""

    indicator: str
    value: Decimal
    unit: str
    relation: Relation
    qualifiers: dict[str, str]
    period: _Period
    body: str | None
    scope: Scope
    quote: _Quote


class _Text(msgspec.Struct, frozen=True):
    id: str = ""
    claims: list[_Claim] | None = None
    """None in the account of a text's numbers, which `--explain` prints beside its claims."""


def looks_like_claims(content: bytes) -> bool:
    """Return whether a file holds claims and no text."""
    return content.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] == b"{"


def read_claims(content: bytes, *, name: str) -> list[Named]:
    """Return the claims of each text of the file; in the place of the text there are the words quoted, line by line.

    :raises BadInput: it is no JSON of claims; the sentence begins with the name.
    """
    try:
        texts = [text for text in _decoded(content.removeprefix(b"\xef\xbb\xbf")) if text.claims is not None]
    except (msgspec.MsgspecError, UnicodeDecodeError) as wrong:
        raise BadInput(
            f"{name}: It is no JSON of claims as `clewline read --json` prints it: {wrong}."
        ) from None
    if not texts:
        raise BadInput(f"{name}: It holds no claims; make it with `clewline read --json`.")
    if any(not 0 <= claim.value < MOST for text in texts for claim in text.claims or ()):
        raise BadInput(f"{name}: A claim's value is below nought or above all that can be a result.")
    return [
        Named(name if len(texts) == 1 else f"{name} {text.id}", _reading(text.claims or [])) for text in texts
    ]


def _decoded(content: bytes) -> list[_Text]:
    """Return the objects: one, or one a line."""
    lines = [line for line in content.splitlines() if line.strip()]
    if len(lines) > 1 and all(line.startswith(b"{") and line.rstrip().endswith(b"}") for line in lines):
        return [msgspec.json.decode(line, type=_Text) for line in lines]
    return [msgspec.json.decode(content, type=_Text)]


def _reading(claims: list[_Claim]) -> Reading:
    made = tuple(_each(sorted(claims, key=lambda c: c.quote.start)))
    return Reading(
        text="".join(f"{claim.quote.text}\n" for claim in made), published=None, claims=made, set_aside=()
    )


def _each(claims: list[_Claim]) -> Iterator[Claim]:
    at = 0
    for said in claims:
        # A text that is read has been freed of what does not show; a file of claims may hold anything.
        words = "".join(c if c.isprintable() else " " for c in said.quote.text)
        yield Claim(
            indicator=said.indicator,
            value=said.value,
            unit=said.unit,
            relation=said.relation,
            qualifiers=tuple(sorted(said.qualifiers.items())),
            period=Period(start=said.period.start, end=said.period.end, kind=said.period.kind),
            body=said.body,
            scope=said.scope,
            quote=Quote(text=words, start=at, end=at + len(words)),
            rule="as it was read before",
        )
        at += len(words) + 1
