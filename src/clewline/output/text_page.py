"""Texts as one page: each with its claims marked and what was found beside the line, no script, nothing fetched."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from clewline.bulletin.check import Finding
from clewline.bulletin.claim import REASONS, Claim, Quote, Reading, SetAside
from clewline.output.claim_words import (
    Lines,
    account,
    in_text_order,
    value_words,
    when_words,
    whose_words,
)
from clewline.output.claims_table import Said, said_once, shortened, titled
from clewline.output.judged import Told, found, tally
from clewline.output.text_marks import Line, Mark, Piece, lines
from clewline.output.words import day_words, printable
from clewline.workflow.asked import Asked, Judged
from clewline.workflow.texts import Text


@dataclass(frozen=True, kw_only=True)
class Note:
    """What stands in the margin."""

    number: int
    looks: str
    """A class of the page's sheet, as `wrong`."""
    head: str
    sentence: str
    more: tuple[str, ...] = ()
    """Further lines: words of other texts, the command that opens a number."""
    opens: str = ""
    """Address at which the number opens, where there is one."""
    at: int = 0
    """Character of the text beside which it stands."""


@dataclass(frozen=True, kw_only=True)
class Row:
    """A claim in the table under the text."""

    id: str
    what: str
    value: str
    places: tuple[tuple[str, str], ...]
    """Words and the id that they lead to."""
    rule: str
    judged: Judged | None
    opens: str = ""
    """Address at which the record's number opens, where there is one."""


@dataclass(frozen=True, kw_only=True)
class Shown:
    """One text on the page."""

    id: str
    name: str
    about: tuple[str, ...]
    body: tuple[tuple[Line, tuple[Note, ...]], ...]
    """The lines, each with the notes that stand beside it."""
    groups: tuple[tuple[str, tuple[Row, ...]], ...]
    """Claims under a heading of period and body."""
    aside: tuple[tuple[str, str, str], ...]
    """Quote, line and reason of each number set aside."""
    findings: str
    """What was found, in a line; nothing where nothing was looked for."""


Opens = Callable[[Asked], str]
"""Gives the address at which a number of the record opens; a page by itself has none, and names the command."""


def as_page(
    texts: Sequence[Text],
    *,
    names: Sequence[str] | None = None,
    findings: Sequence[Finding] | None = None,
    told: Sequence[Told] = (),
) -> str:
    """Return the page as HTML; without `findings` the texts are only read."""
    called = names or [printable(text.name) for text in texts]
    shown = [
        _shown(f"t{i}", name, text, findings, [one for one in told if one.source == name])
        for i, (name, text) in enumerate(zip(called, texts, strict=True), start=1)
    ]
    return (
        _environment()
        .get_template("text_page.html.j2")
        .render(texts=shown, checked=findings is not None, judged=bool(told), marked=_marked)
    )


def as_body(
    text: Text,
    *,
    name: str,
    findings: Sequence[Finding],
    told: Sequence[Told] = (),
    opens: Opens | None = None,
) -> Markup:
    """Return one text as a part of another page: its marks explained, the text with its notes, its claims."""
    shown = _shown("t", name, text, findings, told, opens)
    environment = _environment()
    given = {"text": shown, "checked": True, "judged": bool(told), "marked": _marked}
    parts = ("text_key.html.j2", "text_body.html.j2")
    about = Markup('<p class="found">{}</p><p class="quiet">{}</p>').format(
        shown.findings, " ".join(shown.about)
    )
    key, body = (Markup(environment.get_template(part).render(given)) for part in parts)  # escaped by it
    return key + about + body


def _environment() -> Environment:
    return Environment(
        loader=FileSystemLoader(Path(__file__).parent),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def _shown(
    ident: str,
    name: str,
    text: Text,
    findings: Sequence[Finding] | None,
    told: Sequence[Told],
    opens: Opens | None = None,
) -> Shown:
    reading = text.reading
    judged = {id(one.said.claim): one for one in told}
    once = [one.said for one in told] or said_once(reading)
    rows = {id(said): f"{ident}c{i}" for i, said in enumerate(once, start=1)}
    own = [f for f in findings or () if any(q.source == name for q in f.quotes)]
    notes = list(_notes(name, own, told, opens))
    marks = [
        *_number_marks(ident, reading, once, rows, judged),
        *_finding_marks(name, own, notes),
        *_verdict_marks(told, notes[len(own) :]),
    ]
    return Shown(
        id=ident,
        name=name,
        about=tuple(_about(text)),
        body=tuple(_beside(list(lines(reading.text, marks)), notes)),
        groups=tuple(_groups(ident, once, rows, reading, judged, opens)),
        aside=tuple(_aside(reading)),
        findings="" if findings is None else _found(own, told),
    )


def _about(text: Text) -> Iterator[str]:
    published = text.reading.published
    if published:
        yield f"Published on {day_words(published)}."
    yield account([text.reading]) + "."
    yield from text.notes


def _found(findings: Sequence[Finding], told: Sequence[Told]) -> str:
    words = found(findings)
    return f"{words[0].upper()}{words[1:]}{f'; {tally(told)}' if told else ''}."


def _notes(
    name: str, findings: Sequence[Finding], told: Sequence[Told], opens: Opens | None
) -> Iterator[Note]:
    number = 0
    for finding in findings:
        number += 1
        others = [q for q in finding.quotes if q.source != name]
        yield Note(
            number=number,
            looks=finding.severity,
            head=f"{finding.severity.capitalize()}: {finding.rule.replace('_', ' ')}",
            sentence=printable(finding.sentence),
            more=tuple(f"{printable(q.source)}: “{shortened(q.quote.text)}”" for q in others),
            at=min(q.quote.start for q in finding.quotes if q.source == name),
        )
    for one in told:
        verdict, question = one.judged.verdict, one.judged.asked
        if verdict.outcome == "contradicted":
            number += 1
            yield Note(
                number=number,
                looks="contradicted",
                head=f"The record: {titled(verdict.claim)}",
                sentence=printable(verdict.sentence),
                more=(question.command,) if question and opens is None else (),
                opens=opens(question) if question and opens else "",
                at=verdict.claim.quote.start,
            )


def _number_marks(
    ident: str,
    reading: Reading,
    once: Sequence[Said],
    rows: Mapping[int, str],
    judged: Mapping[int, Told],
) -> Iterator[Mark]:
    for said in once:
        one = judged.get(id(said.claim))
        outcome = f" {one.judged.verdict.outcome.split()[0]}" if one else ""
        for claim in said.claims:
            yield _mark(claim.quote, f"claim{outcome}", to=rows[id(said)], id=_place(ident, claim))
    for number in reading.set_aside:
        yield _mark(number.quote, "aside")


def _finding_marks(name: str, findings: Sequence[Finding], notes: Sequence[Note]) -> Iterator[Mark]:
    for finding, note in zip(findings, notes, strict=False):
        for quoted in finding.quotes:
            if quoted.source == name:
                yield _mark(quoted.quote, finding.severity, note=note.number)


def _verdict_marks(told: Sequence[Told], notes: Sequence[Note]) -> Iterator[Mark]:
    wrong = [one for one in told if one.judged.verdict.outcome == "contradicted"]
    for one, note in zip(wrong, notes, strict=True):
        yield from (_mark(claim.quote, "contradicted", note=note.number) for claim in one.said.claims)


def _mark(quote: Quote, looks: str, *, to: str = "", id: str = "", note: int = 0) -> Mark:
    return Mark(start=quote.start, end=quote.end, looks=looks, to=to, id=id, note=note)


def _place(ident: str, claim: Claim) -> str:
    return f"{ident}q{claim.quote.start}"


def _beside(shown: Sequence[Line], notes: Sequence[Note]) -> Iterator[tuple[Line, tuple[Note, ...]]]:
    for line in shown:
        yield line, tuple(n for n in notes if line.start <= n.at <= line.end)


def _groups(
    ident: str,
    once: Sequence[Said],
    rows: Mapping[int, str],
    reading: Reading,
    judged: Mapping[int, Told],
    opens: Opens | None,
) -> Iterator[tuple[str, tuple[Row, ...]]]:
    groups: dict[str, list[Row]] = {}
    where = Lines(reading.text)
    for said in once:
        claim = said.claim
        one = judged.get(id(claim))
        groups.setdefault(f"{when_words(claim.period)}: {whose_words(claim)}", []).append(
            Row(
                id=rows[id(said)],
                what=titled(claim),
                value=value_words(claim),
                places=tuple({where.place(c): _place(ident, c) for c in reversed(said.claims)}.items())[::-1],
                rule=claim.rule,
                judged=one.judged if one else None,
                opens=opens(one.judged.asked) if opens and one and one.judged.asked else "",
            )
        )
    yield from ((printable(heading), tuple(some)) for heading, some in groups.items())


def _aside(reading: Reading) -> Iterator[tuple[str, str, str]]:
    where = Lines(reading.text)
    for number in in_text_order(reading):
        if isinstance(number, SetAside):
            yield (
                shortened(number.quote.text),
                f"line {where.at(number.quote.start)}",
                f"{number.reason}: {REASONS[number.reason]}",
            )


def _marked(piece: Piece, ident: str) -> Markup:
    """Return a piece as HTML; the numbers of its notes lead to the notes."""
    words: str = escape(piece.words)
    if piece.looks:
        own = f' id="{escape(piece.id)}"' if piece.id else ""
        if piece.to:
            words = Markup('<a class="{}"{} href="#{}">{}</a>').format(
                piece.looks, Markup(own), piece.to, words
            )
        else:
            words = Markup('<span class="{}"{}>{}</span>').format(piece.looks, Markup(own), words)
    notes = (Markup('<sup><a href="#{}n{}">{}</a></sup>').format(ident, n, n) for n in piece.notes)
    return Markup("").join((Markup(words), *notes))
