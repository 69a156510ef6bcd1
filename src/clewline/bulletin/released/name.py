"""What a count of people is called among everything published: figure, definition, narrowing, period and records."""

from collections.abc import Hashable, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from clewline.figures import Counted

Pairs = tuple[tuple[str, str], ...]
"""Dimensions with their values, in the order of their names."""

Span = tuple[date, date]
"""The first and the last day of a period."""

COUNTS = "counts"
"""Dimension made up for a rate: whether a unit of its cohort counts."""
YES = "yes"


class Basis(NamedTuple):
    """The records that a number was counted from."""

    force: str | None = None
    """One force; none for all."""
    cases: tuple[str, ...] = ()
    """Some cases, in order; empty for all."""

    def holds(self, other: "Basis") -> bool:
        """Return whether everything of the other is counted here too."""
        return self.force in (None, other.force) and (
            not self.cases or (bool(other.cases) and set(other.cases) <= set(self.cases))
        )


class Name(NamedTuple):
    """A number's name; it serves as the key of its cell."""

    figure: str
    definition: str
    narrowing: Pairs
    start: date
    end: date
    basis: Basis
    known: str | None = None
    """Instant of knowledge, for a value that is not the one first published under this name."""

    @property
    def family(self) -> tuple[str, str]:
        """Return the figure and definition, which one selection counts."""
        return self.figure, self.definition

    @property
    def span(self) -> Span:
        """Return the period."""
        return self.start, self.end

    @property
    def title(self) -> str:
        """Return the name in words, for a press officer."""
        narrow = "".join(f", {name} {value}" for name, value in self.narrowing)
        whose = f" of {self.basis.force}" if self.basis.force else ""
        what = f"{self.figure.replace('_', ' ')} ({self.definition})"
        return f"{what}{narrow}{whose} from {self.start} to {self.end}"


def name_of(key: tuple[Hashable, ...]) -> Name:
    """Return the key of a cell as the name that it is."""
    if not isinstance(key, Name):
        raise TypeError(key)
    return key


def pairs(said: Mapping[str, str]) -> Pairs:
    """Return qualifiers in the order of their names."""
    return tuple(sorted(said.items()))


def names_of(counted: Counted, basis: Basis) -> tuple[Name, ...]:
    """Return the counts that a number tells: itself, or for a rate its cohort and those of it that count."""
    narrowing = pairs(counted.qualifiers)
    name = Name(counted.figure.name, counted.definition.version, narrowing, counted.start, counted.end, basis)
    if counted.figure.measure != "rate":
        return (name,)
    return name, name._replace(narrowing=pairs({**counted.qualifiers, COUNTS: YES}))


def as_list(name: Name) -> list[Any]:
    """Return a name as plain data."""
    return [
        name.figure,
        name.definition,
        [list(pair) for pair in name.narrowing],
        name.start.isoformat(),
        name.end.isoformat(),
        name.basis.force,
        list(name.basis.cases),
        name.known,
    ]


def from_list(said: Sequence[Any]) -> Name:
    """Return the name that `as_list` wrote."""
    figure, definition, narrowing, start, end, force, cases, known = said
    return Name(
        figure,
        definition,
        tuple((str(name), str(value)) for name, value in narrowing),
        date.fromisoformat(start),
        date.fromisoformat(end),
        Basis(force, tuple(cases)),
        known,
    )
