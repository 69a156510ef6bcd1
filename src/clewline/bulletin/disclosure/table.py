"""Cells and relations set together, checked, and numbered for arithmetic."""

from collections import deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from clewline.bulletin.disclosure.cell import Cell, Key
from clewline.bulletin.disclosure.relation import Relation
from clewline.bulletin.disclosure.rule import THRESHOLD, is_small
from clewline.errors import Misused


@dataclass(frozen=True, kw_only=True)
class Row:
    """A relation in terms of how far each number is moved from its true value."""

    terms: tuple[tuple[int, int], ...]
    """Number of the cell, and its coefficient."""
    low: int | None
    """Least sum of the moves, times their coefficients."""
    high: int | None
    says: str
    whole: bool
    """Whether one of the cells is the whole of the others."""
    cause: bool
    """Whether one of the cells is known to be small."""

    def allows(self, moved: int) -> bool:
        """Return whether the relation is true once the moves, times their coefficients, sum up to this."""
        return (self.low is None or self.low <= moved) and (self.high is None or moved <= self.high)


@dataclass(frozen=True, kw_only=True)
class Table:
    """Every number that plays a part, by its place, with what binds it."""

    cells: tuple[Cell, ...]
    rows: tuple[Row, ...]
    threshold: int
    touching: tuple[tuple[int, ...], ...]
    """For each cell, the rows that it stands in."""
    stands: tuple[tuple[tuple[int, int], ...], ...]
    """For each cell, the same with its coefficient in each."""
    above: tuple[frozenset[int], ...]
    """For each cell, the counts of people that it is beneath, at any depth."""
    height: tuple[int, ...]
    """For each cell, how many levels of parts it has; nought for a number that nothing is a part of."""

    def small(self, i: int) -> bool:
        """Return whether the cell counts people and its true value is small."""
        return self.cells[i].personal and is_small(self.cells[i].value, self.threshold)

    def may_hide(self, i: int) -> bool:
        """Return whether a number may be hidden for another: it is wanted, not public, and not hidden by the rule."""
        cell = self.cells[i]
        return cell.wanted and not cell.published and not self.small(i)

    def nought_beneath_small(self, i: int) -> bool:
        """Return whether a count of people is nought, and a whole above it small."""
        cell = self.cells[i]
        return cell.personal and cell.value == 0 and any(self.small(whole) for whole in self.above[i])

    def linked(self, start: Iterable[int], among: frozenset[int] | set[int]) -> frozenset[int]:
        """Return the cells of `among` that hang together with the start through relations and each other."""
        found = set(start)
        todo = list(found)
        passed: set[int] = set()
        while todo:
            for row in self.touching[todo.pop()]:
                if row not in passed:
                    passed.add(row)
                    new = [j for j, _ in self.rows[row].terms if j in among and j not in found]
                    found.update(new)
                    todo.extend(new)
        return frozenset(found)

    def around(self, start: int, among: frozenset[int] | set[int], *, most: int) -> frozenset[int]:
        """Return the start and the nearest cells of `among` that hang together with it, about as many as `most`."""
        found, todo, passed = {start}, deque([start]), set[int]()
        while todo and len(found) < most:
            at = todo.popleft()
            # a short row leads to what is near, a programme's total to every week of it
            for row in sorted(self.touching[at], key=lambda r: len(self.rows[r].terms)):
                if row not in passed and len(found) < most:
                    passed.add(row)
                    new = [j for j, _ in self.rows[row].terms if j in among and j not in found]
                    found.update(new)
                    todo.extend(new)
        return frozenset(found)


def set_together(cells: Sequence[Cell], relations: Sequence[Relation], *, threshold: int) -> Table:
    """Return the table.

    :raises Misused: a name is there twice or missing, a count is negative, a relation is not true, parts go round in a
        circle, or the threshold is too low to protect a lone count.
    """
    if threshold < THRESHOLD:
        raise Misused(
            f"A threshold of {threshold} cannot protect a number that stands alone; use {THRESHOLD} or more."
        )
    place = {cell.key: i for i, cell in enumerate(cells)}
    if len(place) < len(cells):
        twice = next(cell for i, cell in enumerate(cells) if place[cell.key] != i)
        raise Misused(f"{twice.called} is there twice; a number that was corrected needs another key.")
    for cell in cells:
        if cell.value < 0:
            raise Misused(f"{cell.called} is negative; a count cannot be.")
    rows = tuple(_row(relation, place, cells) for relation in relations)
    stands: list[list[tuple[int, int]]] = [[] for _ in cells]
    for r, row in enumerate(rows):
        for i, coefficient in row.terms:
            stands[i].append((r, coefficient))
    names = _names(rows, len(cells))
    wholes: list[set[int]] = [set() for _ in cells]
    for relation in relations:
        if relation.whole is not None:
            above_these = names[place[relation.whole]]
            for key in relation.terms.keys() - {relation.whole}:
                for i in names[place[key]]:
                    wholes[i] |= above_these
    above, height = _levels(wholes, cells)
    return Table(
        cells=tuple(cells),
        rows=rows,
        threshold=threshold,
        touching=tuple(tuple(r for r, _ in found) for found in stands),
        stands=tuple(tuple(found) for found in stands),
        above=tuple(frozenset(w for w in found if cells[w].personal) for found in above),
        height=tuple(height),
    )


def _row(relation: Relation, place: dict[Key, int], cells: Sequence[Cell]) -> Row:
    missing = [key for key in (*relation.terms, relation.whole) if key is not None and key not in place]
    if missing:
        raise Misused(f"The relation {relation.says!r} names {missing[0]!r}, which is no cell here.")
    terms = tuple((place[key], coefficient) for key, coefficient in relation.terms.items())
    now = sum(coefficient * cells[i].value for i, coefficient in terms)
    row = Row(
        terms=terms,
        low=None if relation.low is None else relation.low - now,
        high=None if relation.high is None else relation.high - now,
        says=relation.says,
        whole=relation.whole is not None,
        cause=relation.cause,
    )
    if not row.allows(0):
        raise Misused(
            f"The numbers do not fit the relation {relation.says!r}. "
            "Where one was corrected since, give the corrected number a key of its own."
        )
    return row


def _names(rows: Sequence[Row], size: int) -> list[frozenset[int]]:
    """Return, for each cell, the cells that are the same number by another name, itself among them.

    What is beneath a number under one name is beneath it under every name.
    """
    names = [frozenset({i}) for i in range(size)]
    for row in rows:
        if (row.low, row.high) == (0, 0) and sorted(c for _, c in row.terms) == [-1, 1] and not row.whole:
            together = names[row.terms[0][0]] | names[row.terms[1][0]]
            for i in together:
                names[i] = together
    return names


def _levels(wholes: Sequence[set[int]], cells: Sequence[Cell]) -> tuple[list[set[int]], list[int]]:
    """Return all wholes above each cell, and how many levels of parts each cell has."""
    above: list[set[int]] = [set() for _ in wholes]
    height = [0] * len(wholes)
    for i in range(len(wholes)):
        level, depth = set(wholes[i]), 0
        while level:
            depth += 1
            if i in level:
                raise Misused(f"{cells[i].called} is given as a part of itself.")
            above[i] |= level
            for whole in level:
                height[whole] = max(height[whole], depth)
            # without the guard on depth, a circle that the cell leads into and is not in would never end
            level = (
                {further for whole in level for further in wholes[whole]} if depth < len(wholes) else set()
            )
    return above, height
