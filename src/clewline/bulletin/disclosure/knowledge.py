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
    small is the cause of the marks. The rule says nothing certain of noughts,
    since chance may hide one; yet most are shown, and a reader who is `bold` takes it that all are.
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

    def has_cause(self, group: frozenset[int]) -> bool:
        """Return whether this release marks something in a group, and something small there is the cause."""
        marked = any(i in self.hidden and self.table.cells[i].wanted for i in group)
        return marked and any(self.table.small(i) for i in group)

    def possible(self, moves: Moves, group: frozenset[int], *, bold: bool) -> bool:
        """Return whether the reader must hold the moves within a group possible.

        It is reckoned in whole numbers of any size, so what a solver claims is never taken on trust.
        """
        table = self.table
        after = {i: cell.value + moves.get(i, 0) for i, cell in enumerate(table.cells) if i in group}
        least = {i: 1 if bold and i in self.hidden and table.cells[i].personal else 0 for i in group}
        small = {i for i in group if table.cells[i].personal and is_small(after[i], table.threshold)}
        rows = [table.rows[r] for r in {row for i in moves for row in table.touching[i]}]
        return (
            moves.keys() <= group
            and all(after[i] >= least[i] for i in group)
            and all(row.holds(moves) for row in rows)
            and (bool(small) or not self.has_cause(group))
            and all(self.caused(row, group, small) for row in rows)
        )

    def caused(self, row: Row, group: frozenset[int], small: set[int]) -> bool:
        """Return whether a row that names the cause of earlier marks is true when these of the group are small."""
        return not row.cause or any(i in small if i in group else self.table.small(i) for i, _ in row.terms)
