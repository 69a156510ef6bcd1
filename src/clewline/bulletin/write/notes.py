"""What stands at the end of a bulletin: how its numbers are to be read, and what each of them counts."""

import re
from collections.abc import Iterable, Sequence
from datetime import date
from functools import lru_cache

from clewline.bulletin.period import day_words
from clewline.bulletin.read import read
from clewline.bulletin.write.bulletin import Paragraph, Told
from clewline.bulletin.write.contents import Contents
from clewline.bulletin.write.corrections import corrected
from clewline.bulletin.write.digits import ROUNDING
from clewline.bulletin.write.opening import the
from clewline.bulletin.write.telling import capital
from clewline.figures import Definition, Figure

CORRECTIONS = "Corrections"
NOTES = "Notes"
DEFINITIONS = "How these figures are counted"

SMALL = (
    "Small numbers of people are not shown, nor are numbers from which they could be worked out: "
    "one that is missing need not be nought."
)
"""The rule for small numbers, said in every bulletin, whether or not something is left out of it. Were it said only
where something is, a bulletin without it would tell that every number missing from it is nought.
"""
_LIMITS = (
    "They are management information, and not an official statistic. "
    "An arrest or a charge is not a finding of guilt. "
    "Parts of a number may overlap, and need not add up to it."
)

_SENTENCE = re.compile(r"[^.;]+[.;](?=\s|$)\s*")
_CLAUSE = re.compile(r"(?:[^.:;]|[.:;](?=\S))+")
_ITS_DAYS = re.compile(r",? (?:on|of|for) the week of\b.*|, \d.*")

_PROBE = "County lines results\n\nOn 1 May 2020, the NPCC reported 2 arrests.\n\n- 3 phones seized\n\n"
"""A text whose body and days are easily taken for others: of no force, and of one day."""


def about_the_figures(as_of: date, *, body: str) -> Paragraph:
    """Return the note on what the numbers show, and how they are rounded."""
    text = (
        f"These figures of {the(body)} show what the record held on {day_words(as_of)}. {_LIMITS} {ROUNDING}"
    )
    return Paragraph(kind="note", text=text)


def closing(contents: Contents, before: Sequence[Paragraph]) -> list[Paragraph]:
    """Return what follows the results: corrections, the notes and the definitions."""
    corrections = [corrected(one, body=contents.body) for one in contents.corrections]
    told = [one for paragraph in (*before, *corrections) for one in paragraph.told]
    return [
        *([Paragraph(kind="heading", text=CORRECTIONS), *corrections] if corrections else []),
        Paragraph(kind="heading", text=NOTES),
        Paragraph(kind="note", text=SMALL),
        about_the_figures(contents.as_of, body=contents.body),
        Paragraph(kind="heading", text=DEFINITIONS),
        *definitions(told),
    ]


def definitions(told: Iterable[Told]) -> list[Paragraph]:
    """Return a definition for each figure that is told, with its authority, in the order of the text."""
    figures = {(t.counted.figure.name, t.counted.definition.version): t.counted for t in told}
    return [
        Paragraph(kind="definition", text=explained(counted.figure, counted.definition))
        for counted in figures.values()
    ]


def explained(figure: Figure, definition: Definition) -> str:
    """Return a definition for the public, with whose it is: `Arrests: Arrests recorded in custody (Clewline)`.

    Left out are sentences about the columns of the record, which stand in backticks, and words that would change
    what a reader finds in the results: a number that looks like one, another body, the days of another week.
    """
    sentences = [m[0].strip().rstrip(".;") for m in _SENTENCE.finditer(definition.sentence)]
    kept = [capital(s) for s in sentences if "`" not in s and _harmless(f"{figure.title}: {s}.")]
    said = f": {'. '.join(kept)}" if kept else ""
    whose = _authority(definition.authority)
    return f"{figure.title}{said} ({whose})." if whose else f"{figure.title}{said}."


def _authority(authority: str) -> str:
    """Return the first clause of an authority, without its days where they mislead; empty where all of it does."""
    clause = _CLAUSE.findall(authority)[0]
    return next((said for said in (clause, _ITS_DAYS.sub("", clause)) if _harmless(said)), "")


@lru_cache(maxsize=512)
def _harmless(text: str) -> bool:
    """Return whether a reader finds the same with these words among the definitions as without any."""
    return _found(f"- {text}") == _found("")


def _found(text: str) -> list[object]:
    claims = read(f"{_PROBE}{DEFINITIONS}\n\n{text}\n").claims
    return [(c.indicator, c.value, c.period, c.body) for c in claims]
