"""Hide what the rule hides, then as little more as keeps a reader from narrowing it."""

from collections.abc import Iterable, Sequence

from clewline.bulletin.disclosure.cell import Cell
from clewline.bulletin.disclosure.chance import cost, drawn, shares
from clewline.bulletin.disclosure.hiding import FAR, Hiding
from clewline.bulletin.disclosure.knowledge import Knowledge
from clewline.bulletin.disclosure.protected import Exposed, Protected, Reason, Treatment
from clewline.bulletin.disclosure.relation import Relation, cause_of
from clewline.bulletin.disclosure.rule import MARK, THRESHOLD
from clewline.bulletin.disclosure.search import interval
from clewline.bulletin.disclosure.table import set_together


def protect(
    cells: Sequence[Cell],
    relations: Iterable[Relation],
    *,
    secret: bytes,
    threshold: int = THRESHOLD,
) -> Protected:
    """Return which wanted numbers are shown and which hidden.

    Every hidden number, of this release or an earlier one, and every small count of people that is not public is left
    with possible values that are at least 3 apart, for a reader who has everything published, the relations, the
    rule and this programme, and not the `secret`: random bytes, drawn for this release and kept with it. Where that
    cannot be had, the number is among the exposed. The same arguments give the same result.

    :raises Misused: the cells and relations do not fit together (see `set_together`), or the secret is short.
    """
    table = set_together(cells, tuple(relations), threshold=threshold)
    by_chance = shares(table, secret)
    costs = {i: cost(table, i, by_chance[i]) for i in range(len(table.cells)) if table.may_hide(i)}
    hiding = Hiding(table, costs=costs, drawn=[i for i in costs if drawn(table, i, by_chance[i])])
    while (useless := hiding.settle()) is not None:
        del costs[useless]
        hiding = Hiding(table, costs=costs, drawn=hiding.by_chance)
    hiding.show_again()
    knowledge = hiding.knowledge
    return Protected(
        treatments=tuple(_treated(i, hiding) for i, cell in enumerate(table.cells) if cell.wanted),
        causes=_causes(knowledge),
        exposed=tuple(
            Exposed(cell=table.cells[i], low=low, high=high)
            for i in sorted(hiding.exposed)
            for low, high in [interval(i, knowledge, reach=FAR)]
        ),
    )


def _causes(knowledge: Knowledge) -> tuple[Relation, ...]:
    """Return what this release's marks tell, but where an earlier release's told as much of fewer numbers."""
    table = knowledge.table
    known = [frozenset(i for i, _ in row.terms) for row in table.rows if row.cause]
    return tuple(
        cause_of(table.cells[i].key for i in sorted(group) if table.cells[i].personal)
        for group in sorted(knowledge.marked_in, key=min)
        if knowledge.small_in[group] and not any(cells <= group for cells in known)
    )


def _treated(i: int, hiding: Hiding) -> Treatment:
    table, cell = hiding.table, hiding.table.cells[i]
    reason: Reason
    if i in hiding.by_rule:
        reason, why = "primary", f"it is a count of people from 1 to {table.threshold - 1}"
    elif i in hiding.for_whom:
        other = table.cells[hiding.for_whom[i]].called
        reason, why = "secondary", f"with it, {other} could be narrowed, since {hiding.link(i)}"
    elif i in hiding.by_chance:
        reason, why = "chance", f"it was drawn by chance, so that {MARK} beside it tells nothing"
    else:
        return Treatment(cell=cell)
    return Treatment(cell=cell, reason=reason, sentence=f"{cell.called} is {MARK}: {why}.")
