"""The lists of a system in which each row is about one person and has its day, as its exports hold them."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date

from clewline.simulate.clients import Client
from clewline.simulate.forces import Force
from clewline.simulate.tables import Planted, Row, System, Table

Dated = tuple[date, Row | Planted]
"""A row and the day by which it has its place in the list."""
OfClient = Callable[[Client], Iterable[Dated]]
"""The rows of one person, by their days."""


def client_tables(
    system: System, force: Force, lists: Mapping[tuple[str, str], OfClient], clients: Sequence[Client]
) -> list[Table]:
    """Return a table for each list of a system, each in the order of its days.

    `lists` are by the name of the layout and its columns, parted by commas.
    """
    found = []
    for (name, columns), rows in lists.items():
        dated = sorted((pair for one in clients for pair in rows(one)), key=lambda pair: pair[0])
        found.append(
            Table(
                system=system,
                force=force.id,
                name=name,
                columns=tuple(columns.split(",")),
                rows=[row for _, row in dated],
            )
        )
    return found
