"""One attempt at hiding enough: what is hidden so far, why, and the proof for each number."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from clewline.bulletin.disclosure.knowledge import Knowledge
from clewline.bulletin.disclosure.rule import WIDTH
from clewline.bulletin.disclosure.search import Pair, Search, find_pair
from clewline.bulletin.disclosure.table import Table

NEAR = 12
"""How far a number is moved at first. Four times the width is enough in almost every table, and small is quick."""

FAR = 2_000
"""How far a number is moved before a count is called exposed."""

AROUND = (160, 600)
"""How many numbers about a count are looked at first. They are a small part of all that hangs together after hundreds
of releases, and nearly always enough.
"""

_SIMPLEST = (
    Search(reach=NEAR, bold=True, more=False, few=True),
    Search(reach=NEAR, bold=True, more=True, all_apart=True),
)

SEARCHES = (
    *(replace(search, most=most) for most in AROUND for search in _SIMPLEST),
    *_SIMPLEST,
    Search(reach=NEAR, bold=True, more=True),
    Search(reach=NEAR, bold=False, more=False, few=True),
    Search(reach=NEAR, bold=False, more=True, all_apart=True),
    Search(reach=NEAR, bold=False, more=True),
    Search(reach=FAR, bold=False, more=True),
)
"""How a number is protected: the first that can be done. Against a bold reader it is worth hiding more."""


class Hiding:
    """What is hidden so far. It only grows, until `show_again`."""

    def __init__(
        self, table: Table, *, costs: Mapping[int, int], drawn: Iterable[int], known: Iterable[Pair] = ()
    ) -> None:
        """Begin with what the rule hides and what is marked already.

        `costs` has the numbers that may be hidden for others; those of `drawn` that hang together with what has to be
        protected are hidden from the start. `known` are pairs that may still hold.
        """
        self.table = table
        self.costs = costs
        self.by_rule = frozenset(
            i for i, c in enumerate(table.cells) if c.wanted and not c.published and table.small(i)
        )
        self.marked = frozenset(
            i for i, c in enumerate(table.cells) if (c.marked or c.held) and not (c.published or c.wanted)
        )
        self.by_chance: frozenset[int] = frozenset()
        self.for_whom: dict[int, int] = {}
        """Each number that is hidden for another, with that other."""
        self.proofs: dict[int, Pair] = {}
        self.exposed: set[int] = set()
        before = self.knowledge
        self.by_chance = frozenset(drawn) & costs.keys()
        self.by_chance &= table.linked(before.guarded, before.unknown | self.by_chance)
        self._recall(known)

    @property
    def knowledge(self) -> Knowledge:
        """What a reader would know with what is hidden so far."""
        return Knowledge(self.table, self.by_rule | self.marked | self.by_chance | self.for_whom.keys())

    def _recall(self, known: Iterable[Pair]) -> None:
        """Keep the pairs that hold still, as proofs of the numbers that are apart in them."""
        knowledge = self.knowledge
        guarded = frozenset(knowledge.guarded)
        for pair in known:
            moved = sorted(guarded & (pair.upper.keys() | pair.lower.keys()))
            apart = [i for i in moved if abs(pair.apart(i)) >= WIDTH and i not in self.proofs]
            if apart and pair.stands(knowledge.groups[apart[0]], knowledge):
                for i in apart:
                    self.proofs[i] = pair if pair.apart(i) > 0 else pair.turned

    def settle(self) -> int | None:
        """Hide until every guarded number is protected or exposed.

        Where a number that was itself hidden for another, or by chance, cannot be protected, return it: it has to stay
        shown, and all is to be tried anew.
        """
        knowledge = self.knowledge
        while todo := [i for i in knowledge.guarded if i not in self.proofs and i not in self.exposed]:
            cell = min(todo, key=lambda i: (i in self.for_whom, i))
            pair = self._pair(cell, knowledge)
            if pair is not None:
                self._take(pair, cell)
                knowledge = self.knowledge if pair.hides else knowledge
            elif cell in self.for_whom or cell in self.by_chance:
                return cell
            else:
                self.exposed.add(cell)
        return None

    def _pair(self, cell: int, knowledge: Knowledge) -> Pair | None:
        costs = {i: cost for i, cost in self.costs.items() if i not in knowledge.hidden}
        linked = len(self.table.linked([cell], knowledge.unknown | costs.keys()))
        pairs = (
            find_pair(cell, knowledge, search, costs)
            for search in SEARCHES
            if search.most is None or search.most < linked
        )
        return next((pair for pair in pairs if pair), None)

    def _take(self, pair: Pair, cell: int) -> None:
        """Hide what the pair asks for, and keep it as the proof of every number that is apart in it."""
        self.for_whom |= dict.fromkeys(pair.hides, cell)
        for i in sorted(pair.upper.keys() | pair.lower.keys()):
            turned = pair if pair.apart(i) > 0 else pair.turned
            if i not in self.proofs and turned.apart(i) >= WIDTH:
                self.proofs[i] = turned

    def show_again(self) -> None:
        """Show what turned out not to be needed, the dearest first: numbers are hidden for one another in turn, and a
        later choice can make an earlier one needless.
        """
        for i in sorted(self.for_whom, key=lambda i: (-self.costs[i], i)):
            before = self.knowledge
            after = Knowledge(self.table, before.hidden - {i})
            again: dict[int, Pair] = {}
            for cell in after.guarded:
                if cell in before.groups[i] and cell not in self.exposed:
                    pair = self._still(cell, after, again)
                    if pair is None:
                        break
                    again[cell] = pair
            else:
                del self.for_whom[i]
                self.proofs |= again

    def _still(self, cell: int, knowledge: Knowledge, found: dict[int, Pair]) -> Pair | None:
        """Return a pair for a cell with nothing more hidden: its own, or another cell's, or a new one that is as good
        as its own.
        """
        own = self.proofs[cell]
        others = (p for pair in found.values() if pair.bold >= own.bold for p in (pair, pair.turned))
        for pair in (own, *others):
            if pair.holds(cell, knowledge):
                return pair
        return find_pair(
            cell, knowledge, Search(reach=NEAR, bold=own.bold, more=False, few=True, most=AROUND[0])
        )

    def link(self, i: int) -> str:
        """Return the relation, in words, through which a number that is hidden for another would narrow it."""
        other = self.for_whom[i]
        moved = self.proofs[other].upper.keys() | self.proofs[other].lower.keys()
        rows = [self.table.rows[r] for r in self.table.touching[i]]
        return max(
            rows, key=lambda row: (other in dict(row.terms), sum(j in moved for j, _ in row.terms))
        ).says
