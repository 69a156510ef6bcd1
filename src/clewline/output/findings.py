"""Findings and verdicts for a terminal: a sentence each, and the words they rest on, marked in their line."""

from collections.abc import Iterator, Mapping, Sequence

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.text import Text as Words

from clewline.bulletin.check import Finding, Severity
from clewline.bulletin.claim import Quote, Reading
from clewline.output.claim_words import value_words
from clewline.output.claims_table import titled
from clewline.output.context import marked, shown
from clewline.output.judged import Told
from clewline.output.words import printable

STYLES: dict[Severity, str] = {"wrong": "bold red", "doubtful": "bold yellow", "note": "bold cyan"}
"""How the words of a finding are marked where there are colours; the severity is always written too."""
OUTCOMES = {"contradicted": "bold red", "confirmed": "bold green", "not answerable": "bold"}
NAMED = 5
"""Entries that are named of those that changed a number."""


def print_findings(findings: Sequence[Finding], readings: Mapping[str, Reading], console: Console) -> None:
    """Print each finding with its severity, its rule, its sentence and its words in their lines."""
    for finding in findings:
        console.print(_finding(finding, readings, console.width))
        console.print()


def _finding(finding: Finding, readings: Mapping[str, Reading], width: int) -> RenderableType:
    style = STYLES[finding.severity]
    by_source: dict[str, list[Quote]] = {}
    for quoted in finding.quotes:
        by_source.setdefault(quoted.source, []).append(quoted.quote)
    parts: list[RenderableType] = [
        Words.assemble(
            (finding.severity.capitalize(), style),
            (f" ({finding.rule.replace('_', ' ')}): ", "dim"),
            printable(finding.sentence),
        )
    ]
    for source, quotes in by_source.items():
        parts += in_lines(source, quotes, readings[source], width=width, style=style)
    return Group(*parts)


def in_lines(
    source: str, quotes: Sequence[Quote], reading: Reading, *, width: int, style: str
) -> Iterator[RenderableType]:
    """Yield the lines of a text that hold the quotes, each with its place and its marks."""
    last = 0
    for piece in marked(reading.text, quotes, width=width):
        if piece.line != last:
            yield Words(f"  {printable(source)}, line {piece.line}", style="dim")
        last = piece.line
        yield shown(piece, style=style)


def print_verdicts(told: Sequence[Told], readings: Mapping[str, Reading], console: Console) -> None:
    """Print what the record says to each claim: the contradicted in full, the others on a line."""
    for one in told:
        verdict = one.judged.verdict
        if verdict.outcome == "contradicted":
            console.print(_contradicted(one, readings[one.source], console.width))
            console.print()
    for outcome in ("confirmed", "not answerable"):
        some = [one for one in told if one.judged.verdict.outcome == outcome]
        if some:
            console.print(Words(outcome.capitalize(), style=OUTCOMES[outcome]))
            for one in some:
                console.print(Padding(_briefly(one), (0, 0, 0, 2)))
            console.print()


def _contradicted(one: Told, reading: Reading, width: int) -> RenderableType:
    verdict = one.judged.verdict
    style = OUTCOMES["contradicted"]
    outcome, sentence = _parted(verdict.sentence)
    parts: list[RenderableType] = [
        Words.assemble(
            (outcome, style), ": ", (printable(titled(verdict.claim)), "bold"), f": {printable(sentence)}"
        ),
        *in_lines(one.source, [c.quote for c in one.said.claims], reading, width=width, style=style),
    ]
    for which, ids in (("new since", one.judged.new), ("gone since", one.judged.gone)):
        if ids:
            rest = f" and {len(ids) - NAMED:,} more" if len(ids) > NAMED else ""
            parts.append(Words(f"  {which}: {', '.join(ids[:NAMED])}{rest}"))
    if one.judged.asked is not None:
        parts.append(Words(f"  open it: {one.judged.asked.command}"))
    return Group(*parts)


def _briefly(one: Told) -> RenderableType:
    verdict = one.judged.verdict
    _, sentence = _parted(verdict.sentence)
    said = f"{titled(verdict.claim)}: {value_words(verdict.claim)} ({'; '.join(one.said.places)}): {sentence}"
    return Words(printable(said))


def _parted(sentence: str) -> tuple[str, str]:
    """Return a verdict's outcome and the rest of its sentence."""
    outcome, _, rest = sentence.partition(": ")
    return outcome, rest
