"""Ask what a bulletin has to hold back, given everything that released bulletins told before.

The counts of people that it would tell are set beside those that are public, with everything that can be derived from
both, all counted anew; `disclosure.protect` decides. Numbers of things are not looked at.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace

from clewline.bulletin.disclosure import as_released, is_personal, protect
from clewline.bulletin.released.between import PART, SAME, Family, between, shared
from clewline.bulletin.released.family import Grid, family
from clewline.bulletin.released.name import Basis, Name, Pairs, Span, name_of, names_of
from clewline.bulletin.released.public import Public, added, concerning, laid_over
from clewline.errors import BadDeclaration
from clewline.figures import Counted, all_figures
from clewline.workflow.bulletin.kept import in_utc
from clewline.workflow.bulletin.rows import Rows, selected_of


@dataclass(frozen=True, kw_only=True)
class Cleared:
    """What may be told, and what it adds to what a reader can compute with."""

    held_back: Mapping[Name, str] = field(default_factory=dict)
    """Counts that were to be told and may not be, with a sentence for the press officer."""
    exposed: tuple[str, ...] = ()
    """Counts that what is public tells already, whatever is held back."""
    public: Public = field(default_factory=Public)


def told_of(counted: Counted, basis: Basis) -> tuple[Name, ...]:
    """Return the counts of people that a number tells; none where it counts things."""
    if counted.figure.measure == "rate" or is_personal(counted.figure.name, counted.unit):
        return names_of(counted, basis)
    return ()


class Guard:
    """Clears what bulletins tell, as the record is known at one instant and with what was public then."""

    def __init__(self, before: Public, rows: Rows, *, secret: bytes) -> None:
        self._before = before
        self._rows = rows
        self._known = in_utc(rows.as_of)
        self._secret = secret

    def clear(self, told: Iterable[Name], held: Collection[Name] = ()) -> Cleared:
        """Return which of the counts may be told, those held back staying so."""
        wanted = sorted(set(told) - set(held))
        if not wanted and not held:
            return Cleared()
        laid = laid_over(self._before, self._grid([*wanted, *held]), known=self._known)
        asked = {laid.renamed[name]: name for name in wanted}
        kept_back = {laid.renamed[name] for name in held}
        near = concerning(laid.public, [*asked, *kept_back])
        cells = [
            replace(
                cell,
                wanted=name in asked and not cell.published,
                held=name in kept_back and not cell.published,
            )
            for name, cell in near.cells.items()
        ]
        protected = protect(cells, near.relations, secret=self._secret, proofs=near.proofs)
        after = {name_of(cell.key): cell for cell in as_released(cells, protected)}
        return Cleared(
            held_back={asked[name_of(t.cell.key)]: t.sentence for t in protected.treatments if not t.shown},
            exposed=tuple(exposed.sentence for exposed in protected.exposed),
            public=added(
                Public(
                    cells=after,
                    relations=(*near.relations, *protected.causes),
                    proofs=protected.proofs,
                ),
                self._before,
            ),
        )

    def _grid(self, names: Collection[Name]) -> Grid:
        """Return all counts of the figures that the names are of, and of those that hang together with them."""
        there = {name.family for name in self._before.told()}
        grid, done = Grid(), set[Family]()
        for start in sorted({name.family for name in names}):
            if start not in done:
                families = _linked({start}, there | {name.family for name in names})
                done |= families
                concerned = [n for n in (*names, *self._before.told()) if n.family in families]
                self._add(grid, families, concerned)
        grid.relations.extend(between(grid.values))
        return grid

    def _add(self, grid: Grid, families: Collection[Family], names: Collection[Name]) -> None:
        """Add the counts of figures that hang together, for all periods and records that any of the names has."""
        periods = {name.span for name in names}
        bases = {name.basis for name in names}
        narrowings: dict[Family, set[Pairs]] = {one: set() for one in families}
        for name in names:
            narrowings[name.family].add(name.narrowing)
        for one, some in sorted(shared(narrowings).items()):
            found = self._family(one, some, periods=periods, bases=bases)
            grid.values.update(found.values)
            grid.relations.extend(found.relations)

    def _family(
        self,
        one: Family,
        narrowings: Collection[Pairs],
        *,
        periods: Collection[Span],
        bases: Collection[Basis],
    ) -> Grid:
        name, version = one
        try:
            figure = all_figures()[name]
            definition = figure.definition(version)
        except (KeyError, BadDeclaration):
            # Counted by nobody any more: what it told stays public as it was told.
            return Grid()
        selected = selected_of(
            figure, definition, start=min(a for a, _ in periods), end=max(b for _, b in periods)
        )
        rows = {b: self._rows.of(selected, force=b.force, cases=b.cases) for b in bases}
        return family(figure, version, rows, periods=periods, narrowings=narrowings)


def _linked(wanted: set[Family], there: set[Family]) -> set[Family]:
    """Return the wanted figures, and those already public that some table binds to them, directly or through others."""
    found = set(wanted)
    while True:
        new = {
            other
            for table in (SAME, PART)
            for one, (another, _) in table.items()
            for near, other in ((one, another), (another, one))
            if near in found and other in there and other not in found
        }
        if not new:
            return found
        found |= new
