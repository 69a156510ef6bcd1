"""Hide what the rule hides, then as little more as keeps a reader from narrowing it."""

from collections.abc import Iterable, Sequence

from clewline.bulletin.disclosure.cell import Cell
from clewline.bulletin.disclosure.chance import cost, drawn, shares
from clewline.bulletin.disclosure.hiding import FAR, Hiding
from clewline.bulletin.disclosure.knowledge import Knowledge
from clewline.bulletin.disclosure.protected import Exposed, Proof, Protected, Reason, Treatment
from clewline.bulletin.disclosure.relation import Relation, cause_of
from clewline.bulletin.disclosure.rule import MARK, THRESHOLD
from clewline.bulletin.disclosure.search import Pair, interval
from clewline.bulletin.disclosure.table import Table, set_together


def protect(
    cells: Sequence[Cell],
    relations: Iterable[Relation],
    *,
    secret: bytes,
    threshold: int = THRESHOLD,
    proofs: Iterable[Proof] = (),
) -> Protected:
    """Return which wanted numbers are shown and which hidden.

    Every hidden number, of this release or an earlier one, and every small count of people that is not public is left
    with possible values that are at least 3 apart, for a reader who has everything published, the relations, the
    rule and this programme, and not the `secret`: random bytes, drawn for this release and kept with it. Where that
    cannot be had, the number is among the exposed. The same arguments give the same result. `proofs` are those of
    earlier releases; each is checked before it is used.

    :raises Misused: the cells and relations do not fit together (see `set_together`), or the secret is short.
    """
    table = set_together(cells, tuple(relations), threshold=threshold)
    by_chance = shares(table, secret)
    costs = {i: cost(table, i, by_chance[i]) for i in range(len(table.cells)) if table.may_hide(i)}
    known = _pairs(table, proofs)
    hiding = Hiding(
        table, costs=costs, drawn=[i for i in costs if drawn(table, i, by_chance[i])], known=known
    )
    while (useless := hiding.settle()) is not None:
        del costs[useless]
        hiding = Hiding(table, costs=costs, drawn=hiding.by_chance, known=known)
    hiding.show_again()
    knowledge = hiding.knowledge
    return Protected(
        treatments=tuple(_treated(i, hiding) for i, cell in enumerate(table.cells) if cell.wanted),
        causes=_causes(knowledge),
        proofs=_proofs(table, hiding.proofs.values()),
        exposed=tuple(
            Exposed(cell=table.cells[i], low=low, high=high)
            for i in sorted(hiding.exposed)
            for low, high in [interval(i, knowledge, reach=FAR)]
        ),
    )


def _pairs(table: Table, proofs: Iterable[Proof]) -> list[Pair]:
    """Return the proofs of earlier releases that are about numbers of the table."""
    place = {cell.key: i for i, cell in enumerate(table.cells)}
    return [
        Pair(
            upper={place[key]: by for key, by in proof.upper.items()},
            lower={place[key]: by for key, by in proof.lower.items()},
            bold=proof.bold,
        )
        for proof in proofs
        if place.keys() >= proof.upper.keys() | proof.lower.keys()
    ]


def _proofs(table: Table, pairs: Iterable[Pair]) -> tuple[Proof, ...]:
    """Return each proof once, whichever way round it is."""
    found: dict[frozenset[frozenset[tuple[int, int]]], Pair] = {}
    for pair in pairs:
        found.setdefault(frozenset(map(frozenset, (pair.upper.items(), pair.lower.items()))), pair)
    return tuple(
        Proof(
            upper={table.cells[i].key: by for i, by in pair.upper.items()},
            lower={table.cells[i].key: by for i, by in pair.lower.items()},
            bold=pair.bold,
        )
        for pair in found.values()
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
