"""The claims of a text as a table for a terminal, by period and body, and what became of every number."""

from collections.abc import Iterator
from dataclasses import dataclass

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text as Words

from clewline.bulletin.claim import Claim, Reading
from clewline.output.claim_words import (
    Lines,
    account,
    indicator_words,
    narrowed_words,
    value_words,
    when_words,
    whose_words,
)
from clewline.output.words import printable

GAP = 2
"""Blank columns between two columns."""
WIDEST, VALUE, PLACE = 34, 20, 20
"""Columns of what is counted, of its value and of where it stands, before they wrap."""
QUOTE = 72
"""Characters of a quote that are printed."""


@dataclass(frozen=True, kw_only=True)
class Said:
    """One claim, with every place in which the text makes it."""

    claims: tuple[Claim, ...]
    """The same, each time that it is made."""
    places: tuple[str, ...]

    @property
    def claim(self) -> Claim:
        """Return it as it is made first."""
        return self.claims[0]


def claims_table(reading: Reading, *, width: int) -> RenderableType:
    """Return the claims for a terminal of that width: one that is made again is one row with both its places."""
    grouped = list(by_period_and_body(reading))
    rows = [said for _, some in grouped for said in some]
    titles = min(max((len(titled(s.claim)) for s in rows), default=0), WIDEST, max(20, width // 3))
    values = min(max((len(value_words(s.claim)) for s in rows), default=0), VALUE)
    places = min(max((len(_places(s)) for s in rows), default=0), PLACE)
    parts: list[RenderableType] = []
    for heading, some in grouped:
        table = Table(box=None, padding=(0, GAP, 0, 0), pad_edge=False, show_header=False)
        table.add_column(width=titles, overflow="fold")
        table.add_column(width=values, justify="right", overflow="fold")
        table.add_column(width=places, style="dim")
        table.add_column(width=max(20, width - titles - values - places - 3 * GAP), overflow="fold")
        for said in some:
            table.add_row(
                Words(printable(titled(said.claim))),
                Words(value_words(said.claim), "bold"),
                Words(_places(said)),
                Words(f"“{shortened(said.claim.quote.text)}”"),
            )
        parts += [Words(printable(heading), style="bold underline"), table, Words()]
    return Group(*parts, Words(_account(reading, rows)))


def by_period_and_body(reading: Reading) -> Iterator[tuple[str, list[Said]]]:
    """Yield a heading of period and body with what is claimed of them, in the order of the text."""
    groups: dict[str, list[Said]] = {}
    for said in said_once(reading):
        groups.setdefault(f"{when_words(said.claim.period)}: {whose_words(said.claim)}", []).append(said)
    yield from groups.items()


def said_once(reading: Reading) -> list[Said]:
    """Return each different claim once, in the order of the text."""
    lines = Lines(reading.text)
    made: dict[tuple[object, ...], list[Claim]] = {}
    for c in reading.claims:
        what = (c.indicator, c.value, c.unit, c.relation, c.qualifiers, c.period, c.body, c.scope)
        made.setdefault(what, []).append(c)
    return [
        Said(claims=tuple(claims), places=tuple(dict.fromkeys(map(lines.place, claims))))
        for claims in made.values()
    ]


def shortened(words: str, most: int = QUOTE) -> str:
    """Return quoted words on one line, with nothing that could steer a terminal, cut where they are long."""
    line = printable(" ".join(words.split()))
    return line if len(line) <= most else f"{line[: most - 1].rstrip()}…"


def titled(claim: Claim) -> str:
    """Return what is counted and what it is narrowed to, as `drugs seized, weight, Class A`."""
    narrowed = narrowed_words(claim)
    return indicator_words(claim) + (f", {narrowed}" if narrowed else "")


def _places(said: Said) -> str:
    return "; ".join(said.places)


def _account(reading: Reading, rows: list[Said]) -> str:
    again = len(reading.claims) - len(rows)
    return account([reading]) + (
        f"; {again:,} of the claims repeat{'s' * (again == 1)} another" if again else ""
    )
