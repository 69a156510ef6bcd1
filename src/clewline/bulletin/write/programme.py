"""The programme to date, and shares: sentences, each of which begins with its days."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from clewline.bulletin.write.bulletin import Paragraph
from clewline.bulletin.write.choosing import Choice
from clewline.bulletin.write.opening import during, since
from clewline.bulletin.write.telling import Piece, Stated, capital, joined, tell, told_in
from clewline.bulletin.write.wording import Wording
from clewline.figures import Counted

FIRST: tuple[tuple[str, str], ...] = (
    ("people_safeguarded", ""),
    ("children_safeguarded", ""),
    ("lines_closed", ""),
    ("arrests", ""),
    ("people_charged", ""),
)
"""What the first sentence of a programme tells: figures, and parts by title."""
THEN: tuple[tuple[str, str], ...] = (
    ("nrm_referrals", ""),
    ("convictions", ""),
    ("people_charged", "with modern slavery"),
)
"""What the second tells."""

_COHORT = "line_holders_arrested"
_ARRESTED_SINCE = Wording(words="{n} line holder|holders has|have been arrested")
_ARRESTED_THEN = Wording(words="{n} line holder|holders was|were arrested")
_OF_WHOM = Wording(words="of whom {n} have been charged", said={"base": "line_holders_arrested"})


def programme(choice: Choice, *, body: str, start: date) -> list[Piece]:
    """Return the sentences about the counts of a programme since its first day."""
    stated = Stated(body=body, start=start, end=None)
    opening = f"{capital(since(start))}, the programme has seen"
    sentences: list[Piece] = []
    for wanted in (FIRST, THEN):
        told = [tell(counted, stated) for counted in _found(choice, wanted)]
        if told:
            sentences.append(_sentence(opening, joined(told)))
            # A reader takes this beginning for the days of the sentence before.
            opening = "The programme has also seen"
    return sentences


def shares(rates: Iterable[Counted], cohorts: Choice, *, body: str, first: date) -> list[Piece]:
    """Return the sentences of the rates of a text whose days begin with `first`; `cohorts` has what they are of.

    A share of line holders is told only behind their number, so it is left out where that is not told.
    """
    by_name = {counted.figure.name: counted for counted in rates}
    cohort = cohorts.find(_COHORT)
    sentences: list[Piece] = []
    if cohort is not None:
        sentences += _of_holders(cohort, by_name, body=body, first=first)
    if (before := by_name.get("prior_arrest_rate")) is not None:
        sentences.append(_of_its_days(before, None, body=body, first=first))
    return sentences


def paragraphs(sentences: Sequence[Piece]) -> list[Paragraph]:
    """Return the sentences as one paragraph; none where there are none."""
    text = " ".join(sentence.text for sentence in sentences)
    return [Paragraph(kind="paragraph", text=text, told=told_in(sentences))] if sentences else []


def _of_holders(cohort: Counted, rates: Mapping[str, Counted], *, body: str, first: date) -> list[Piece]:
    charged, convicted = rates.get("line_holders_charged"), rates.get("line_holders_convicted")
    arrested = _ARRESTED_SINCE if cohort.start != first else _ARRESTED_THEN
    sentence = _of_its_days(cohort, arrested, body=body, first=first)
    if charged is not None:
        share = tell(charged, _stated(charged, body=body, first=first), wording=_OF_WHOM)
        text = f"{sentence.text.removesuffix('.')}, {share.text}."
        sentence = Piece(text=text, told=told_in((sentence, share)))
    if convicted is None:
        return [sentence]
    return [sentence, _of_its_days(convicted, None, body=body, first=first)]


def _of_its_days(counted: Counted, wording: Wording | None, *, body: str, first: date) -> Piece:
    """Return a sentence that begins with the days of its number."""
    opening = since(counted.start) if counted.start != first else during(counted.start, counted.end)
    return _sentence(
        f"{capital(opening)},", tell(counted, _stated(counted, body=body, first=first), wording=wording)
    )


def _stated(counted: Counted, *, body: str, first: date) -> Stated:
    return Stated(body=body, start=counted.start, end=None if counted.start != first else counted.end)


def _found(choice: Choice, wanted: Iterable[tuple[str, str]]) -> list[Counted]:
    found = (choice.find(figure, part) for figure, part in wanted)
    return [counted for counted in found if counted is not None]


def _sentence(opening: str, piece: Piece) -> Piece:
    return replace(piece, text=f"{opening} {piece.text}.")
