"""What a reader of everything published can hold possible, decided in whole numbers."""

from dataclasses import dataclass
from functools import cached_property

from clewline.bulletin.disclosure.rule import is_small
from clewline.bulletin.disclosure.table import Row, Table

Moves = dict[int, int]
"""Another table that might be the true one: how far each number is moved from its true value; the others are not."""


@dataclass(frozen=True)
class Knowledge:
    """What is public, and what the rule adds to it.

    The reader knows the relations, the shown numbers, and the rule: that among numbers that hang together something
    small is the cause of the marks. Numbers hang together through earlier marks too: a new mark may be there for the
    sake of one whose own cause no other relation leads to any more. The rule says nothing certain of noughts, since
    chance may hide one; yet most are shown, and a reader who is `bold` takes it that all are.
    """

    table: Table
    hidden: frozenset[int]
    """Cells that have the mark, in this release or, not shown since, in an earlier one."""

    @cached_property
    def unknown(self) -> frozenset[int]:
        """The cells whose values are not public: hidden, or not wanted by any release."""
        return self.hidden | {
            i for i, cell in enumerate(self.table.cells) if not (cell.published or cell.wanted)
        }

    @cached_property
    def groups(self) -> dict[int, frozenset[int]]:
        """For each unknown cell, the unknown cells that it hangs together with, and itself."""
        found: dict[int, frozenset[int]] = {}
        for i in sorted(self.unknown):
            if i not in found:
                group = self.table.linked([i], self.unknown)
                found |= dict.fromkeys(group, group)
        return found

    @cached_property
    def guarded(self) -> tuple[int, ...]:
        """The cells that nobody may narrow: every mark, and every small count of people that is not public."""
        return tuple(i for i in sorted(self.unknown) if i in self.hidden or self.table.small(i))

    @cached_property
    def small_in(self) -> dict[frozenset[int], frozenset[int]]:
        """For each group, the small counts of people in it."""
        return {group: frozenset(filter(self.table.small, group)) for group in set(self.groups.values())}

    @cached_property
    def marked_in(self) -> frozenset[frozenset[int]]:
        """The groups in which this release marks something."""
        cells = self.table.cells
        marked = (i for i in self.hidden if cells[i].wanted or cells[i].held)
        return frozenset(self.groups[i] for i in marked)

    @cached_property
    def noughts_in(self) -> dict[frozenset[int], frozenset[int]]:
        """For each group, the hidden counts of people that are nought: a bold reader takes each for more."""
        cells = self.table.cells
        hidden = frozenset(i for i in self.hidden if cells[i].personal and not cells[i].value)
        return {group: group & hidden for group in set(self.groups.values())}

    def has_cause(self, group: frozenset[int]) -> bool:
        """Return whether this release marks something in a group, and something small there is the cause."""
        return group in self.marked_in and bool(self.small_in[group])

    def possible(self, moves: Moves, group: frozenset[int], *, bold: bool) -> bool:
        """Return whether the reader must hold the moves within a group possible.

        It is reckoned in whole numbers of any size, so what a solver claims is never taken on trust. Only what moves is
        looked at: the true table is possible.
        """
        if not moves.keys() <= group or (bold and not self.noughts_in[group] <= moves.keys()):
            return False
        cells, after, changed = self.table.cells, dict[int, int](), dict[int, int]()
        for i, by in moves.items():
            after[i] = cells[i].value + by
            if after[i] < (1 if bold and i in self.hidden and cells[i].personal else 0):
                return False
            for row, coefficient in self.table.stands[i]:
                changed[row] = changed.get(row, 0) + coefficient * by
        rows = self.table.rows
        if not all(rows[r].allows(by) for r, by in changed.items()):
            return False
        needs_cause = self.has_cause(group) and self.small_in[group] <= moves.keys()
        if needs_cause and not any(self._is_small(i, after) for i in moves):
            return False
        return all(self._caused(rows[r], after) for r in changed if rows[r].cause)

    def _caused(self, row: Row, after: Moves) -> bool:
        """Return whether a row that names the cause of earlier marks is true when its cells are as after the moves."""
        return any(self._is_small(i, after) for i, _ in row.terms)

    def _is_small(self, i: int, after: Moves) -> bool:
        if i not in after:
            return self.table.small(i)
        return self.table.cells[i].personal and is_small(after[i], self.table.threshold)
