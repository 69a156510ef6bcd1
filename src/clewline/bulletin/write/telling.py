"""Say one counted number in words, and keep with the words what a reader is to find in them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Literal

from clewline.bulletin.write.bulletin import Told
from clewline.bulletin.write.digits import finest, shown, written
from clewline.bulletin.write.hedges import WORDS, Rounded, about, rounded
from clewline.bulletin.write.wording import Wording, chosen, qualifiers
from clewline.bulletin.write.wordings import WHOLE, WORDINGS
from clewline.errors import BadDeclaration, Misused
from clewline.figures import Counted

RUNG = frozenset(map(Decimal, (101, 111, 999)))
"""Numbers that one rings: behind a label a reader takes them for that, so they are told in words."""

Form = Literal["words", "active", "inside"]


@dataclass(frozen=True, kw_only=True)
class Stated:
    """What the text around a number states of it."""

    body: str
    start: date
    end: date | None
    """Last day of its period; none where the text says `since` and no more."""


@dataclass(frozen=True, kw_only=True)
class Piece:
    """Words with the numbers told in them, in order."""

    text: str
    told: tuple[Told, ...] = ()


def has_words(counted: Counted) -> bool:
    """Return whether bulletins have a wording for the number."""
    return _title(counted) in WORDINGS.get(counted.figure.name, {})


def wording_of(counted: Counted) -> Wording:
    """Return how the number is said.

    :raises BadDeclaration: bulletins have no wording for it.
    """
    if not has_words(counted):
        which = (
            f"the part {counted.title!r} of {counted.figure.name}"
            if counted.qualifiers
            else counted.figure.name
        )
        raise BadDeclaration(f"Say in bulletin/write/wordings.py how a bulletin tells {which}.")
    return WORDINGS[counted.figure.name][_title(counted)]


def tell(
    counted: Counted,
    stated: Stated,
    *,
    wording: Wording | None = None,
    form: Form = "words",
    round_it: bool = False,
) -> Piece:
    """Return the number in its words, or in others that are given; with `round_it`, a round number and its hedge.

    :raises BadDeclaration: bulletins have no wording for it.
    :raises Misused: the number is not known.
    """
    wording = wording or wording_of(counted)
    number = _number(counted, wording, round_it=round_it)
    words = {"words": wording.words, "active": wording.active, "inside": wording.inside}[form]
    said = f"an estimated {written(number.value, counted.unit)}"
    if round_it or not wording.estimate:
        said = WORDS[number.relation] + written(number.value, counted.unit)
    return Piece(
        text=chosen(words, number.value).format(n=said),
        told=(_told(counted, wording, stated, number),),
    )


def tell_in_a_row(counted: Counted, stated: Stated, *, since: str = "") -> Piece:
    """Return the number behind its label, as `County lines closed: 77`; in words where it has no label.

    `since` names the first day of a period that goes on, as `since November 2019`; the row begins with it.
    """
    wording = wording_of(counted)
    number = _number(counted, wording, round_it=False)
    if not wording.before or number.value in RUNG:
        piece = tell(counted, stated)
        return replace(piece, text=_row(piece.text, since))
    return Piece(
        text=_row(f"{wording.before}: {written(number.value, counted.unit)}", since),
        told=(_told(counted, wording, stated, number, labelled=True),),
    )


def _row(text: str, since: str) -> str:
    return capital(f"{since}, {text}" if since else text)


def is_told(counted: Counted) -> bool:
    """Return whether there is something to tell: the number is known, and not nought unless it is a share."""
    if counted.value is None:
        return False
    return counted.figure.measure == "rate" or shown(counted.value, counted.unit) > 0


def joined(pieces: Sequence[Piece]) -> Piece:
    """Return pieces as one: `a, b and c`."""
    *most, last = [piece.text for piece in pieces]
    text = f"{', '.join(most)} and {last}" if most else last
    return Piece(text=text, told=told_in(pieces))


def told_in(pieces: Iterable[Piece]) -> tuple[Told, ...]:
    """Return the numbers of several pieces in order."""
    return tuple(told for piece in pieces for told in piece.told)


def capital(text: str) -> str:
    """Return the text with a capital at its start."""
    return text[:1].upper() + text[1:]


def _title(counted: Counted) -> str:
    return counted.title if counted.qualifiers else WHOLE


def _number(counted: Counted, wording: Wording, *, round_it: bool) -> Rounded:
    if counted.value is None:
        raise Misused(f"{counted.title} is not known for this period, so no bulletin can tell it.")
    if round_it:
        rule = about if wording.estimate else rounded
        return rule(counted.value, finest=finest(counted.unit))
    return Rounded(
        value=shown(counted.value, counted.unit), relation="about" if wording.estimate else "exactly"
    )


def _told(
    counted: Counted, wording: Wording, stated: Stated, number: Rounded, *, labelled: bool = False
) -> Told:
    return Told(
        counted=counted,
        indicator=counted.figure.name,
        value=number.value,
        unit=wording.unit or counted.unit,
        relation=number.relation,
        # a label is in the plural whatever its number
        qualifiers=qualifiers(wording, Decimal(0) if labelled else number.value),
        start=stated.start,
        end=stated.end,
        body=stated.body,
    )
