"""A line for a terminal: what the records say, a week in small, and the first of everything."""

from collections.abc import Iterator, Sequence

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from clewline.analysis.phones import Row
from clewline.output import line_words as words
from clewline.output.line_map import routes
from clewline.output.line_moves import print_moves
from clewline.output.words import printable
from clewline.workflow.line import Summary

BLOCKS = "▁▂▃▄▅▆▇█"
FIRST = 6
"""Of each list, so many are shown; the page has the rest."""
WIDE = 76


def print_line(found: Summary, console: Console) -> None:
    """Print the summary."""
    console.print(Text(words.heading(found), style="bold"))
    console.print(Text(words.subtitle(found), style="dim"))
    console.print()
    for sentence in words.sentences(found):
        said = "".join(p if isinstance(p, str) else p.number for p in sentence)
        console.print(Padding(Text(said), (0, 0, 0, 2)))
    for caution in words.cautions(found):
        console.print(Padding(Text(f"Open: {caution}", style="yellow"), (0, 0, 0, 2)))
    console.print()
    console.print(Text(f"  by day   {sparkline([d.uses for d in found.days], WIDE - 11)}"))
    hours = [sum(h.uses for h in found.hours if h.hour == hour) for hour in range(24)]
    console.print(Text(f"  by hour  {sparkline(hours)}  00 to 23"))
    for table in tables(found):
        console.print()
        console.print(table)
    print_moves(found, console)
    console.print()
    console.print(Text(words.LIMITS, style="dim"))


def sparkline(counts: Sequence[int], width: int | None = None) -> str:
    """Return the counts as blocks, several put together where there are more than `width`; nothing is a blank."""
    if width is not None and len(counts) > width:
        each = -(-len(counts) // width)
        counts = [sum(counts[i : i + each]) for i in range(0, len(counts), each)]
    most = max(counts, default=0) or 1
    return "".join(BLOCKS[(len(BLOCKS) - 1) * c // most] if c else " " for c in counts)


def tables(found: Summary) -> Iterator[Table]:
    """Yield the tables of what there is."""
    yield _table(
        "Kinds of use",
        ("kind", "uses", "mark"),
        [
            (
                words.kind_words(k.service, k.direction, 2),
                f"{k.uses:,}",
                f"kind:{k.service}-{k.direction or 'none'}",
            )
            for k in found.headline.kinds
        ],
        len(found.headline.kinds),
    )
    if bursts := found.bulk.bursts:
        yield _table(
            "Bursts of texts",
            ("start", "texts", "recipients", "of an earlier one", "mark"),
            [
                (words.when(b.start), str(b.texts), str(b.recipients), str(b.again), f"burst:{b.number}")
                for b in bursts[:FIRST]
            ],
            len(bursts),
        )
    if listed := found.contacts.listed:
        yield _table(
            "Contacts",
            ("contact", "uses", "days", "from, to the line", "first", "last"),
            [
                (
                    f"c{c.contact}{f' {printable(c.number)}' if c.number else ''}",
                    f"{c.uses:,}",
                    str(c.days),
                    f"{c.out}, {c.into}",
                    words.short_day(c.first.date()),
                    words.short_day(c.last.date()),
                )
                for c in listed[:FIRST]
            ],
            found.contacts.all,
        )
    if spells := found.chain.spells:
        yield _table(
            "Handsets and SIMs",
            ("handset", "SIM", "first row", "last row", "rows", "mark"),
            [
                (
                    f"h{s.handset}" if s.handset else "",
                    f"s{s.sim}" if s.sim else "",
                    words.when(s.first),
                    words.when(s.last),
                    f"{s.rows:,}",
                    f"spell:{n}",
                )
                for n, s in enumerate(spells[:FIRST], 1)
            ],
            len(spells),
        )
    if found.areas:
        yield _table(
            "Areas",
            ("area", "rows", "days", "nights", "mark"),
            [
                (
                    f"{a.letter} {printable(a.name)}",
                    f"{a.uses:,}",
                    str(a.days),
                    str(a.nights),
                    f"area:{a.letter}",
                )
                for a in found.areas[:FIRST]
            ],
            len(found.areas),
        )
    if ways := routes(found.movements.journeys):
        yield _table(
            "Journeys",
            ("from, to", "times", "km", "first", "marks"),
            [
                (
                    f"{r.left.letter} → {r.reached.letter}",
                    str(len(r.journeys)),
                    f"{min(j.distance for j in r.journeys):,.0f}",
                    words.short_day(r.journeys[0].start.at.date()),
                    ", ".join(f"journey:{j.number}" for j in r.journeys[:2]),
                )
                for r in ways[:FIRST]
            ],
            len(ways),
        )


def rows_table(rows: Sequence[Row], *, reveal: bool) -> Table:
    """Return the rows behind a mark; the other party's number only where it is revealed."""
    several = len({r.phone for r in rows}) > 1
    return _table(
        "Rows",
        ("time", *(("phone",) if several else ()), "what", "with", "cell", "received as"),
        [
            (
                f"{'' if r.dates == 'exactly' else '≤ '}{words.when(r.at)}",
                *((printable(r.phone),) if several else ()),
                words.use_words(r),
                words.party_words(r) + (f" {printable(r.other)}" if reveal and r.contact and r.other else ""),
                words.cell_words(r),
                words.ref_words(r.ref),
            )
            for r in rows
        ],
        len(rows),
    )


def _table(title: str, heads: Sequence[str], rows: Sequence[Sequence[str]], count: int) -> Table:
    table = Table(
        title=title if count <= len(rows) else f"{title}: the first {len(rows)} of {count:,}",
        title_justify="left",
        title_style="bold",
        box=None,
        pad_edge=False,
        padding=(0, 2, 0, 0),
    )
    for n, head in enumerate(heads):
        number = bool(rows) and n > 0 and all(r[n].replace(",", "").replace(" ", "").isdigit() for r in rows)
        table.add_column(head, justify="right" if number else "left", header_style="dim")
    for row in rows:
        table.add_row(*(Text(cell) for cell in row))
    return table
