"""How a text was read: the text with its numbers marked, and each number with the rule or the reason that decided."""

from collections.abc import Iterator

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text as Words

from clewline.bulletin.claim import REASONS, Claim, Reading
from clewline.bulletin.claim import as_json as claim_json
from clewline.output.claim_words import (
    Lines,
    Number,
    account,
    in_text_order,
    value_words,
    when_words,
    whose_words,
)
from clewline.output.claims_table import titled
from clewline.output.context import one_by_one

CLAIM, ASIDE = "bold black on yellow", "dim"
"""How the two kinds of number look on a terminal."""
BRACKETS = {CLAIM: ("[", "]"), ASIDE: ("{", "}")}
"""What marks them where nothing can be coloured, as in a file."""
AROUND = 32
"""Characters of the text printed to each side of a quote."""


def explained(reading: Reading, *, plain: bool) -> RenderableType:
    """Return the marked text, the claims with their rules, the others with their reasons, and the account.

    `plain` marks by brackets, for where no colours show.
    """
    lines = Lines(reading.text)
    how = "[in square brackets], set aside: {in braces}" if plain else "bold, set aside: dim"
    parts: list[RenderableType] = [
        Words(f"The text, claims: {how}", style="bold underline"),
        _marked_text(reading, plain=plain),
        Words(),
    ]
    for title, numbers in (
        ("Claims", [n for n in in_text_order(reading) if isinstance(n, Claim)]),
        ("Set aside", [n for n in in_text_order(reading) if not isinstance(n, Claim)]),
    ):
        parts.append(Words(title, style="bold underline"))
        parts += [_one(number, reading.text, lines, plain=plain) for number in numbers] or [Words("  none")]
        parts.append(Words())
    return Group(*parts, Words(account([reading])))


def _marked_text(reading: Reading, *, plain: bool) -> Words:
    # Line ends stay; all else that does not print is shown as something that does.
    text = "\n".join(map(one_by_one, reading.text.split("\n")))
    words = Words()
    at = 0
    for number in in_text_order(reading):
        start, end = max(at, number.quote.start), max(at, number.quote.end)
        style = CLAIM if isinstance(number, Claim) else ASIDE
        opens, closes = BRACKETS[style] if plain else ("", "")
        words.append(text[at:start])
        words.append(f"{opens}{text[start:end]}{closes}", style=style)
        at = end
    words.append(text[at:])
    return words


def _one(number: Number, text: str, lines: Lines, *, plain: bool) -> RenderableType:
    style = CLAIM if isinstance(number, Claim) else ASIDE
    where = lines.place(number) if isinstance(number, Claim) else f"line {lines.at(number.quote.start)}"
    words = _in_context(number, text, style, plain=plain)
    for said in _why(number, where):
        words.append(f"\n    {said}")
    return Padding(words, (0, 0, 0, 2))


def _in_context(number: Number, text: str, style: str, *, plain: bool) -> Words:
    quote = number.quote
    before = text[max(0, quote.start - AROUND) : quote.start].rpartition("\n")[2]
    after = text[quote.end : quote.end + AROUND].partition("\n")[0]
    if len(before) == AROUND:
        before = "… " + before.partition(" ")[2]
    if len(after) == AROUND:
        after = after.rpartition(" ")[0] + " …"
    opens, closes = BRACKETS[style] if plain else ("", "")
    said = f"{opens}{one_by_one(quote.text)}{closes}"
    return Words.assemble(one_by_one(before), (said, style), one_by_one(after))


def _why(number: Number, where: str) -> Iterator[str]:
    if not isinstance(number, Claim):
        yield f"{where}: set aside as {number.reason} ({REASONS[number.reason]})"
        return
    yield f"{where}: {titled(number)}: {value_words(number)}"
    yield f"{when_words(number.period)}: {whose_words(number)}"
    yield f"rule: {number.rule}"


def as_json(reading: Reading) -> list[dict[str, object]]:
    """Return every number in the order of the text, as plain data: the claim with its rule, or the reason."""
    return [
        {
            "claim": claim_json(number),
            "rule": number.rule,
            "position": number.position,
            "part_of": list(number.part_of) if number.part_of else None,
            "whole_told": number.whole_told,
        }
        if isinstance(number, Claim)
        else {
            "set_aside": number.reason,
            "because": REASONS[number.reason],
            "quote": {
                "text": number.quote.text,
                "start": number.quote.start,
                "end": number.quote.end,
            },
        }
        for number in in_text_order(reading)
    ]
