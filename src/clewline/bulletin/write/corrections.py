"""Corrections to earlier bulletins: what is right, what was said, and why it changed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from clewline.bulletin.period import period_words
from clewline.bulletin.write.bulletin import Paragraph
from clewline.bulletin.write.digits import bare
from clewline.bulletin.write.hedges import WORDS
from clewline.bulletin.write.telling import Piece, Stated, joined, tell, told_in
from clewline.errors import BadDeclaration
from clewline.figures import Counted
from clewline.formats.stated import Relation

WHY: Mapping[str, str] = {
    "late entry": "an entry came in late",
    "correction": "an entry was corrected",
    "withdrawal": "an entry was withdrawn",
    "batch reversed": "a file that should not have been taken in was taken out",
    "disposal": "entries were lawfully destroyed",
}
"""Why a number changed, in words, by the reason that is recorded."""


@dataclass(frozen=True, kw_only=True)
class Correction:
    """A number that an earlier bulletin told, and what is counted for it now."""

    counted: Counted
    """The number as known now, for the days that the earlier bulletin told of."""
    was: Decimal
    """The number that was told."""
    was_relation: Relation
    """What the words around it said."""
    reasons: Sequence[str]
    """Why it changed: names of `WHY`, each once."""


def sentences(correction: Correction, *, body: str) -> tuple[Piece, Piece]:
    """Return what is right, and what was said and why it changed.

    The old number stands bare, without its noun and unit, so that no reader takes it for a result.

    :raises BadDeclaration: bulletins have no wording for the figure or for a reason.
    """
    counted = correction.counted
    right = tell(counted, Stated(body=body, start=counted.start, end=counted.end))
    verb = "said that" if counted.figure.measure == "rate" else "said"
    days = period_words(counted.start, counted.end)
    old = WORDS[correction.was_relation] + bare(correction.was)
    return (
        Piece(text=f"For {days}, our bulletin should have {verb} {right.text}.", told=right.told),
        Piece(text=f"It said {old}: {_why(correction.reasons)}."),
    )


def corrected(correction: Correction, *, body: str) -> Paragraph:
    """Return a correction as a paragraph.

    :raises BadDeclaration: bulletins have no wording for the figure or for a reason.
    """
    both = sentences(correction, body=body)
    return Paragraph(kind="correction", text=" ".join(piece.text for piece in both), told=told_in(both))


def _why(reasons: Sequence[str]) -> str:
    if unknown := [reason for reason in reasons if reason not in WHY]:
        raise BadDeclaration(f"Say in bulletin/write/corrections.py what {unknown[0]!r} means.")
    return joined([Piece(text=WHY[reason]) for reason in reasons]).text if reasons else "the record changed"
