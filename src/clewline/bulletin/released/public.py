"""What is public, and what a reader can compute with: carried from release to release, and never forgotten.

Each release leaves the counts that it told, those that it held back, and what binds them. The next one lays its own
over them. A count that has not changed keeps its name; one that has gets a name with the instant of its knowledge,
since the old value stays public.
"""

from collections.abc import Collection, Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from clewline.bulletin.disclosure import Cell, Proof, Relation, no_less
from clewline.bulletin.released import name as names
from clewline.bulletin.released.family import Grid
from clewline.bulletin.released.name import Name, name_of


@dataclass(frozen=True, kw_only=True)
class Public:
    """Counts of people, each told, held back or derived, and the relations between them."""

    cells: Mapping[Name, Cell] = field(default_factory=dict)
    relations: tuple[Relation, ...] = ()
    proofs: tuple[Proof, ...] = ()
    """Why what is held back cannot be worked out, as it was found; the next release checks it."""

    def told(self) -> list[Name]:
        """Return the names of what was told or held back: what later numbers are set against."""
        return [name for name, cell in self.cells.items() if cell.published or cell.marked]

    def followed_by(self, later: "Public") -> "Public":
        """Return both: what either told is public, and what either held back stays protected."""
        cells = dict(self.cells)
        for name, cell in later.cells.items():
            earlier = cells.get(name, cell)
            cells[name] = replace(
                cell,
                published=cell.published or earlier.published,
                marked=cell.marked or earlier.marked,
            )
        proofs = {_what(one): one for one in (*self.proofs, *later.proofs)}
        return Public(
            cells=cells,
            relations=_once((*self.relations, *later.relations)),
            proofs=tuple(proofs.values()),
        )


@dataclass(frozen=True, kw_only=True)
class Laid:
    """The counts of a bulletin laid over what is public."""

    public: Public
    renamed: Mapping[Name, Name]
    """The name of each count of the bulletin among those that are public."""


def laid_over(public: Public, grid: Grid, *, known: str) -> Laid:
    """Return what is public with the counts of a grid beside it; `known` is the grid's instant of knowledge."""
    earlier: dict[Name, list[Name]] = {}
    for name in public.cells:
        earlier.setdefault(name._replace(known=None), []).append(name)
    renamed = {}
    for name, value in grid.values.items():
        before = earlier.get(name, ())
        again = next((n for n in before if public.cells[n].value == value), None)
        renamed[name] = again or (name._replace(known=known) if before else name)
    cells = {
        renamed[name]: Cell(key=renamed[name], value=value, personal=True, title=name.title)
        for name, value in grid.values.items()
    }
    relations = [_renamed(relation, renamed) for relation in grid.relations]
    for name, now in renamed.items():
        relations += _changes(now, grid.values[name], [public.cells[n] for n in earlier.get(name, ())])
    return Laid(public=public.followed_by(Public(cells=cells, relations=tuple(relations))), renamed=renamed)


def _changes(now: Name, value: int, earlier: Iterable[Cell]) -> Iterator[Relation]:
    """Yield how a number stands to what it was before the record changed.

    A notice that names late entries alone tells that nothing went, in the whole or in any part. So it is stated which
    way each number went, as if every notice had told it.
    """
    for cell in earlier:
        was = name_of(cell.key)
        more, less = (now, was) if value > cell.value else (was, now)
        if more != less:
            yield no_less(more, less, says=f"{now.title} changed in one direction")


def concerning(public: Public, names_wanted: Collection[Name]) -> Public:
    """Return the part that hangs together with the names through counts that are not public.

    What is told on both sides of a count does not pass on what a reader learns: the rest need not be looked at again.
    """
    touching: dict[Any, list[Relation]] = {}
    for relation in public.relations:
        for key in _keys(relation):
            touching.setdefault(key, []).append(relation)
    found, relations = set(names_wanted), {}
    todo = [name for name in found if not public.cells[name].published]
    while todo:
        for relation in touching.get(todo.pop(), ()):
            relations[id(relation)] = relation
            new = _keys(relation) - found
            found |= new
            todo += [name for name in new if not public.cells[name].published]
    return Public(
        cells={name: cell for name, cell in public.cells.items() if name in found},
        relations=tuple(relations.values()),
        proofs=tuple(p for p in public.proofs if found >= p.upper.keys() | p.lower.keys()),
    )


def added(after: Public, before: Public) -> Public:
    """Return what one has that the other has not, with the cells that it needs: what a release adds."""
    had, proved = {_alike(r) for r in before.relations}, {_what(p) for p in before.proofs}
    relations = tuple(r for r in after.relations if _alike(r) not in had)
    proofs = tuple(p for p in after.proofs if _what(p) not in proved)
    needed = {key for r in relations for key in _keys(r)}
    needed |= {name_of(key) for p in proofs for key in (*p.upper, *p.lower)}
    cells = {
        name: cell
        for name, cell in after.cells.items()
        if name in needed or _differs(cell, before.cells.get(name))
    }
    return Public(cells=cells, relations=relations, proofs=proofs)


def _differs(cell: Cell, before: Cell | None) -> bool:
    return before is None or (cell.published, cell.marked) != (before.published, before.marked)


def as_json(public: Public) -> dict[str, Any]:
    """Return it as plain data, to be frozen with a release."""
    order = {name: i for i, name in enumerate(public.cells)}
    return {
        "cells": [[names.as_list(name), c.value, c.published, c.marked] for name, c in public.cells.items()],
        "relations": [
            {
                "terms": [[order[key], by] for key, by in _terms(r).items()],
                "low": r.low,
                "high": r.high,
                "says": r.says,
                "whole": None if r.whole is None else order[name_of(r.whole)],
                "cause": r.cause,
            }
            for r in public.relations
        ],
        "proofs": [
            [
                [[order[name_of(key)], by] for key, by in proof.upper.items()],
                [[order[name_of(key)], by] for key, by in proof.lower.items()],
                proof.bold,
            ]
            for proof in public.proofs
        ],
    }


def from_json(said: Mapping[str, Any]) -> Public:
    """Return what `as_json` wrote."""
    order = [names.from_list(cell[0]) for cell in said["cells"]]
    return Public(
        cells={
            name: Cell(key=name, value=value, personal=True, published=told, marked=held, title=name.title)
            for name, (_, value, told, held) in zip(order, said["cells"], strict=True)
        },
        relations=tuple(
            Relation(
                terms={order[i]: by for i, by in r["terms"]},
                low=r["low"],
                high=r["high"],
                says=r["says"],
                whole=None if r["whole"] is None else order[r["whole"]],
                # what was released before causes were kept has none
                cause=r.get("cause", False),
            )
            for r in said["relations"]
        ),
        proofs=tuple(
            Proof(upper={order[i]: by for i, by in up}, lower={order[i]: by for i, by in low}, bold=bold)
            for up, low, bold in said.get("proofs", ())
        ),
    )


def _renamed(relation: Relation, names_now: Mapping[Name, Name]) -> Relation:
    return replace(
        relation,
        terms={names_now[key]: by for key, by in _terms(relation).items()},
        whole=None if relation.whole is None else names_now[name_of(relation.whole)],
    )


def _terms(relation: Relation) -> dict[Name, int]:
    return {name_of(key): by for key, by in relation.terms.items()}


def _keys(relation: Relation) -> set[Name]:
    return {*_terms(relation)}


def _once(relations: Iterable[Relation]) -> tuple[Relation, ...]:
    """Return each relation once: a second bulletin about one week states the same ones."""
    found: dict[Hashable, Relation] = {}
    for relation in relations:
        found.setdefault(_alike(relation), relation)
    return tuple(found.values())


def _what(proof: Proof) -> Hashable:
    return frozenset(proof.upper.items()), frozenset(proof.lower.items()), proof.bold


def _alike(relation: Relation) -> Hashable:
    terms = frozenset(relation.terms.items())
    return terms, relation.low, relation.high, relation.whole, relation.cause
