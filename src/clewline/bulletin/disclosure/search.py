"""Looking for two tables that a reader must hold possible, and in which one number is far apart.

Where they exist the number is protected. Where they do not, further numbers are hidden until they do, at the least
cost; finding which is one whole-number programme (after Fischetti and Salazar's models of cell suppression), written
in moves from the true table, so that its numbers are small whatever the totals are.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from clewline.bulletin.disclosure.knowledge import Knowledge, Moves
from clewline.bulletin.disclosure.rule import WIDTH
from clewline.bulletin.disclosure.solver import Programme
from clewline.bulletin.disclosure.table import Row


@dataclass(frozen=True, kw_only=True)
class Pair:
    """Two possible tables in which a number is at least `WIDTH` apart, and what else has to be hidden for that."""

    upper: Moves
    lower: Moves
    bold: bool
    """Whether they are possible to a bold reader too, who takes no mark for a nought."""
    hides: frozenset[int] = frozenset()

    @property
    def turned(self) -> "Pair":
        """Return the pair the other way round."""
        return replace(self, upper=self.lower, lower=self.upper)

    def apart(self, cell: int) -> int:
        """Return how far a number is larger in the upper table than in the lower."""
        return self.upper.get(cell, 0) - self.lower.get(cell, 0)

    def holds(self, cell: int, knowledge: Knowledge) -> bool:
        """Return whether both tables are possible to a reader and the number is apart in them."""
        return self.apart(cell) >= WIDTH and self.stands(knowledge.groups[cell], knowledge)

    def stands(self, group: frozenset[int], knowledge: Knowledge) -> bool:
        """Return whether both tables are possible to a reader, all that moves being in the group."""
        return all(knowledge.possible(moves, group, bold=self.bold) for moves in (self.upper, self.lower))


@dataclass(frozen=True, kw_only=True)
class Search:
    """How a pair is looked for."""

    reach: int
    """How far a number is moved at most."""
    bold: bool
    """Whether it has to be possible to a bold reader."""
    more: bool
    """Whether further numbers may be hidden."""
    all_apart: bool = False
    """Whether each number that is newly hidden has to be as far apart, so that it is protected with the first."""
    few: bool = False
    """Whether to move few numbers, and each by little."""
    most: int | None = None
    """About how many numbers, the nearest, may be moved; all where none is given."""


def find_pair(
    cell: int, knowledge: Knowledge, search: Search, costs: Mapping[int, int] = MappingProxyType({})
) -> Pair | None:
    """Return a pair for a cell, checked; none where none was found.

    `costs` has the numbers that may be hidden for it, each with its cost.
    """
    table = knowledge.table
    costs = costs if search.more else {}
    among = knowledge.unknown | costs.keys()
    region = (
        table.linked([cell], among) if search.most is None else table.around(cell, among, most=search.most)
    )
    programme = Programme()
    hides = {i: programme.variable(0, 1, cost=costs[i]) for i in sorted(region & costs.keys())}
    near = knowledge.groups[cell]
    near |= {j for i in near for row in table.touching[i] for j, _ in table.rows[row].terms}
    upper, lower = (_world(programme, knowledge, region, near, hides, search) for _ in range(2))
    programme.row({upper[cell]: 1, lower[cell]: -1}, low=WIDTH)
    if search.all_apart:
        wide = WIDTH + 2 * search.reach
        for i, hidden in hides.items():
            above = programme.variable(0, 1)
            programme.row({upper[i]: 1, lower[i]: -1, hidden: -WIDTH, above: -wide}, low=-wide)
            programme.row({lower[i]: 1, upper[i]: -1, hidden: -WIDTH, above: wide}, low=0)
    found = programme.proposal()
    if found is None:
        return None
    extra = frozenset(i for i, hidden in hides.items() if found[hidden])
    then = Knowledge(table, knowledge.hidden | extra)
    group = then.groups[cell]
    pair = Pair(
        upper={i: found[v] for i, v in upper.items() if found[v] and i in group},
        lower={i: found[v] for i, v in lower.items() if found[v] and i in group},
        bold=search.bold,
        hides=extra,
    )
    return pair if pair.holds(cell, then) else None


def interval(cell: int, knowledge: Knowledge, *, reach: int) -> tuple[int, int]:
    """Return the least and the greatest value of a number that is known to be narrowed, to name them in a finding.

    They are the ends of what the solver finds and is checked, so that the true value, and no impossible one, is always
    among them. That nothing lies beyond is the solver's word: nothing is released on it.
    """
    value = knowledge.table.cells[cell].value
    group = knowledge.groups[cell]
    by = [0]
    for sign in (1, -1):
        programme = Programme()
        search = Search(reach=reach, bold=False, more=False)
        moved = _world(programme, knowledge, group, group, {}, search)
        programme.cost[moved[cell]] = sign
        if found := programme.proposal():
            moves = {i: found[v] for i, v in moved.items() if found[v]}
            by += [moves.get(cell, 0)] if knowledge.possible(moves, group, bold=False) else []
    return value + min(by), value + max(by)


def _world(
    programme: Programme,
    knowledge: Knowledge,
    region: frozenset[int],
    near: frozenset[int],
    hides: Mapping[int, int],
    search: Search,
) -> dict[int, int]:
    """Add the moves that make one possible table, and return the variable of each cell's move."""
    table = knowledge.table
    moved: dict[int, int] = {}
    for i in sorted(region):
        cell = table.cells[i]
        least = 1 if search.bold and cell.personal and i in knowledge.hidden else 0
        moved[i] = programme.variable(max(-search.reach, least - cell.value), search.reach)
        if i in hides:
            programme.row({moved[i]: 1, hides[i]: -search.reach}, high=0)
            programme.row({moved[i]: 1, hides[i]: search.reach}, low=0)
            if search.bold and cell.personal and cell.value <= search.reach:
                programme.row({moved[i]: 1, hides[i]: -1}, low=-cell.value)
        if search.few:
            # The fewer numbers a pair moves, the longer it holds and the sooner it is checked.
            far = programme.variable(0, search.reach, cost=1)
            programme.row({far: 1, moved[i]: 1}, low=0)
            programme.row({far: 1, moved[i]: -1}, low=0)
    for row in _rows(knowledge, region):
        programme.row({moved[i]: c for i, c in row.terms if i in region}, low=row.low, high=row.high)
    _causes(programme, knowledge, region, near, moved, search)
    return moved


def _causes(
    programme: Programme,
    knowledge: Knowledge,
    region: frozenset[int],
    near: frozenset[int],
    moved: Mapping[int, int],
    search: Search,
) -> None:
    """Add that something small is the cause of the marks: of this release's, among the numbers `near`, which hang
    together with the cell for certain; and of each earlier one's.
    """
    table = knowledge.table
    causes = [{i for i, _ in row.terms} for row in _rows(knowledge, region) if row.cause]
    causes = [cells for cells in causes if not any(table.small(i) for i in cells - region)]
    stays = any(table.small(i) for i in near - region)
    if not stays and (search.more or knowledge.has_cause(near & knowledge.unknown)):
        causes.append(set(near))
    top = table.threshold - 1
    small = {}
    for i in sorted(region & frozenset().union(*causes)):
        value = table.cells[i].value
        if table.cells[i].personal and value - search.reach <= top:
            small[i] = programme.variable(0, 1)
            programme.row({moved[i]: 1, small[i]: -1}, low=-value)
            slack = max(0, value + search.reach - top)
            programme.row({moved[i]: 1, small[i]: slack}, high=top + slack - value)
    for cells in causes:
        programme.row({small[i]: 1 for i in sorted(cells) if i in small}, low=1)


def _rows(knowledge: Knowledge, region: frozenset[int]) -> list[Row]:
    table = knowledge.table
    return [table.rows[r] for r in sorted({r for i in region for r in table.touching[i]})]
