"""Everything that one selection counts, and how it hangs together: by dimension, by period, by whose records.

What a reader could compute with is stated in full. Where parts happen to add up it is stated that they do, though the
reader may only know that they overlap: protection against somebody who knows more holds against who knows less.
"""

from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from decimal import Decimal
from itertools import combinations, pairwise, product

from clewline.bulletin.disclosure import Relation, adds_up, union_of
from clewline.bulletin.released.name import COUNTS, YES, Basis, Name, Pairs, Span
from clewline.figures import Figure, Row

OTHER = "other than "
"""What the value of a derived part begins with: all that the values behind it leave over, not recorded included."""

_Amounts = dict[str, Decimal]
"""Each unit with its largest amount."""

_DAY = timedelta(days=1)


@dataclass(frozen=True, kw_only=True)
class Grid:
    """Counts by name, and what binds them."""

    values: dict[Name, int] = field(default_factory=dict)
    relations: list[Relation] = field(default_factory=list)


def family(
    figure: Figure,
    version: str,
    rows: Mapping[Basis, Sequence[Row]],
    *,
    periods: Collection[Span],
    narrowings: Collection[Pairs],
) -> Grid:
    """Return the counts of a figure's definition for each period and narrowing, and what can be derived from them.

    `rows` has, for each basis that some bulletin counted, the rows of all the periods.
    """
    rows = {basis: _with_counts(figure, some) for basis, some in rows.items()}
    splits = _splits(narrowings)
    cells = sorted({(), *narrowings, *(part for parts in splits.values() for part in parts)})
    atoms = atoms_of(periods)
    spans = sorted({*periods, *atoms})
    bases, divided = _divided(rows)
    grid = Grid()
    for basis, some in bases.items():
        by_atom = _by_atom(some, atoms, cells)
        for span in spans:
            for narrowing in cells:
                name = Name(figure.name, version, narrowing, *span, basis)
                value = _value(figure, (by_atom[atom][narrowing] for atom in _within(atoms, span)))
                if value or not _is_left_over(name):
                    grid.values[name] = value
    for basis in bases:
        for span in spans:
            for (whole, by), parts in splits.items():
                at = Name(figure.name, version, (), *span, basis)
                grid.relations.extend(
                    _join(
                        grid.values,
                        at._replace(narrowing=whole),
                        [at._replace(narrowing=part) for part in parts],
                        f"{figure.title.lower()} divide by {by.replace('_', ' ')}",
                    )
                )
        says = f"{figure.title.lower()} of a longer period are those of the shorter ones in it"
        for span in sorted(set(periods) - set(atoms)):
            inside = _within(atoms, span)
            tilings = _tilings(span, spans)
            for narrowing in cells:
                at = Name(figure.name, version, narrowing, *span, basis)
                grid.relations.extend(_in_time(grid.values, at, inside, tilings, says))
    for broad, narrower in divided.items():
        for span in spans:
            for narrowing in cells:
                at = Name(figure.name, version, narrowing, *span, broad)
                parts_of = [at._replace(basis=basis) for basis in narrower]
                says = f"{figure.title.lower()} of all are those of each force or case together"
                grid.relations.extend(_join(grid.values, at, parts_of, says))
    return grid


def atoms_of(periods: Iterable[Span]) -> list[Span]:
    """Return the shortest periods that the given ones are made of, in order."""
    periods = list(periods)
    cuts = sorted({day for start, end in periods for day in (start, end + _DAY)})
    pieces = [(a, b - _DAY) for a, b in pairwise(cuts)]
    return [(a, b) for a, b in pieces if any(start <= a and b <= end for start, end in periods)]


def _with_counts(figure: Figure, rows: Sequence[Row]) -> list[Row]:
    """Return the rows of a count or a sum; those of a rate say in a dimension whether their unit counts that day."""
    if figure.measure != "rate":
        return list(rows)
    counting = {(row.unit, row.day) for row in rows if row.amount > 0}
    # A selection gives each unit a row with 0 for the cohort, and another where it counts: one of them is enough.
    return [
        Row(
            entry_id=row.entry_id,
            unit=row.unit,
            day=row.day,
            amount=Decimal(1),
            supporting=row.supporting,
            dimensions={**row.dimensions, COUNTS: YES if row.amount > 0 else None},
        )
        for row in rows
        if row.amount > 0 or (row.unit, row.day) not in counting
    ]


def _splits(narrowings: Iterable[Pairs]) -> dict[tuple[Pairs, str], list[Pairs]]:
    """Return each whole and dimension that divides it, with the parts that cover it.

    The parts are the values that some narrowing names, and all that they leave over. Where a narrowing has two
    dimensions, as girls have age and sex, every value of the one is crossed with every value of the other: what is
    known of women and of boys tells of girls. Values that a narrowing joins, as `A+B`, divide into each of them.
    """
    named: dict[str, set[str]] = {}
    for by, value in (pair for narrowing in narrowings for pair in narrowing):
        named.setdefault(by, set()).update(value.split("+"))
    parts = {by: [*sorted(some), OTHER + "+".join(sorted(some))] for by, some in named.items()}
    crossed = {
        some
        for narrowing in narrowings
        for n in range(1, len(narrowing) + 1)
        for some in combinations(sorted(by for by, _ in narrowing), n)
    }
    found: dict[tuple[Pairs, str], list[Pairs]] = {}
    for dimensions in crossed:
        for by in dimensions:
            others = [other for other in dimensions if other != by]
            for values in product(*(parts[other] for other in others)):
                whole = tuple(zip(others, values, strict=True))
                found[whole, by] = [_and(whole, by, value) for value in parts[by]]
    todo = list(narrowings)
    while todo:
        narrowing = todo.pop()
        joined = next(((by, value) for by, value in narrowing if "+" in value), None)
        if joined is not None and (narrowing, joined[0]) not in found:
            by, value = joined
            rest = tuple(pair for pair in narrowing if pair != joined)
            found[narrowing, by] = [_and(rest, by, one) for one in value.split("+")]
            todo += found[narrowing, by]
    return found


def _and(whole: Pairs, by: str, value: str) -> Pairs:
    return tuple(sorted((*whole, (by, value))))


def _divided(
    rows: Mapping[Basis, Sequence[Row]],
) -> tuple[dict[Basis, Sequence[Row]], dict[Basis, list[Basis]]]:
    """Return all rows by basis, what is left over of a wide one too, and for each wide one what it divides into."""
    bases, divided = dict(rows), {}
    for wide in rows:
        narrower = [n for n in rows if n != wide and wide.holds(n)]
        widest = [n for n in narrower if not any(m != n and m.holds(n) for m in narrower)]
        if widest:
            counted = {row.entry_id for n in widest for row in rows[n]}
            names = "; ".join(sorted(f"{n.force or 'all'} {'+'.join(n.cases)}".strip() for n in widest))
            rest = Basis(OTHER + names, wide.cases)
            bases[rest] = [row for row in rows[wide] if row.entry_id not in counted]
            divided[wide] = [*widest, rest]
    return bases, divided


def _by_atom(
    rows: Iterable[Row], atoms: Sequence[Span], cells: Sequence[Pairs]
) -> dict[Span, dict[Pairs, _Amounts]]:
    found: dict[Span, dict[Pairs, _Amounts]] = {atom: {cell: {} for cell in cells} for atom in atoms}
    starts = [start for start, _ in atoms]
    for row in rows:
        at = bisect_right(starts, row.day) - 1
        if at < 0 or row.day > atoms[at][1]:
            continue
        for cell, amounts in found[atoms[at]].items():
            if all(_is(row, by, value) for by, value in cell):
                amounts[row.unit] = max(row.amount, amounts.get(row.unit, row.amount))
    return found


def _is_left_over(name: Name) -> bool:
    """Return whether the name is of what named values leave over.

    Where that is nought, a reader is taken to know it, as that everybody's sex was recorded: who only supposes it
    must not be right about a small count.
    """
    return (name.basis.force or "").startswith(OTHER) or any(
        value.startswith(OTHER) for _, value in name.narrowing
    )


def _is(row: Row, by: str, value: str) -> bool:
    listed = value.removeprefix(OTHER).split("+")
    return (row.dimensions[by] in listed) is not value.startswith(OTHER)


def _value(figure: Figure, parts: Iterable[_Amounts]) -> int:
    together: _Amounts = {}
    for part in parts:
        for unit, amount in part.items():
            together[unit] = max(amount, together.get(unit, amount))
    if figure.measure == "sum":
        return int(sum(together.values()))
    return sum(unit is not None for unit in together)


def _within(atoms: Sequence[Span], span: Span) -> list[Span]:
    return [(a, b) for a, b in atoms if span[0] <= a and b <= span[1]]


def _tilings(span: Span, spans: Sequence[Span]) -> list[list[Span]]:
    """Return how other periods make up one, each time with as few: a programme is the last programme and the week.

    The first begins with the longest that begins with it; the others have one each of those that no other contains.
    """
    within = [s for s in spans if s != span and span[0] <= s[0] and s[1] <= span[1]]
    starting: dict[date, list[Span]] = {}
    for one in within:  # in order, so that the longest that begins on a day is the last of them
        starting.setdefault(one[0], []).append(one)
    largest = [s for s in within if not any(t != s and t[0] <= s[0] and s[1] <= t[1] for t in within)]
    return [_tiled(span, starting, first) for first in (None, *largest)]


def _tiled(span: Span, starting: Mapping[date, Sequence[Span]], given: Span | None) -> list[Span]:
    """Return periods from the first to the last day, the longest first each time, with the given one among them."""
    found, at = [], span[0]
    while at <= span[1]:
        if given is not None and at == given[0]:
            tile = given
        else:
            last = given[0] - _DAY if given is not None and at < given[0] else span[1]
            tile = max(s for s in starting[at] if s[1] <= last)
        found.append(tile)
        at = tile[1] + _DAY
    return found


def _in_time(
    values: Mapping[Name, int],
    whole: Name,
    inside: Sequence[Span],
    tilings: Sequence[Sequence[Span]],
    says: str,
) -> Iterator[Relation]:
    """Yield how a period's number hangs together with those of the periods in it.

    Where nobody counts in two of the shortest, one way of making it up says all. Else each says something: who was
    helped in the first week and in the second is one person in both, and no week has more than the month.
    """
    named = [[whole._replace(start=a, end=b) for a, b in tiling] for tiling in tilings]
    apart = values.get(whole) == sum(values.get(whole._replace(start=a, end=b), 0) for a, b in inside)
    for parts in named[:1] if apart else named[1:]:
        for relation in _join(values, whole, parts, says):
            # A total is no dearer for every week that it grew by, so that it is not given as their whole.
            yield replace(relation, whole=None)


def _join(values: Mapping[Name, int], whole: Name, parts: Sequence[Name], says: str) -> tuple[Relation, ...]:
    parts = [part for part in parts if part in values]
    if whole not in values or parts == [whole]:
        return ()
    if values[whole] == sum(values[part] for part in parts):
        return (adds_up(whole, parts, says=says),)
    return union_of(whole, parts, says=says)
