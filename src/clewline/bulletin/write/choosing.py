"""Choose what a bulletin tells of a counted week, and set it in the order in which bulletins of ours report."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from clewline.bulletin.week import ORDER, Section
from clewline.bulletin.write.keys import Key, key
from clewline.bulletin.write.telling import has_words, is_told
from clewline.bulletin.write.untold import UNTOLD, UNTOLD_PARTS
from clewline.errors import BadDeclaration
from clewline.figures import Counted

RATES = "Rates"
"""The group whose figures are told in sentences of their own."""


@dataclass(frozen=True, kw_only=True)
class Result:
    """A figure that is told: its whole, its parts, or both."""

    whole: Counted | None
    parts: tuple[Counted, ...]


@dataclass(frozen=True, kw_only=True)
class Group:
    """Results under one heading."""

    title: str
    results: tuple[Result, ...]


@dataclass(frozen=True, kw_only=True)
class Choice:
    """What is told of a period, in order, and what is left out since it was to be hidden."""

    groups: tuple[Group, ...]
    rates: tuple[Counted, ...]
    hidden: tuple[Counted, ...]

    def find(self, figure: str, part: str = "") -> Counted | None:
        """Return the number of a figure, or of its part by title; none where it is not told."""
        for counted in self.numbers():
            if counted.figure.name == figure and (counted.title if counted.qualifiers else "") == part:
                return counted
        return None

    def numbers(self) -> Iterator[Counted]:
        """Yield every number that is told in the groups."""
        for group in self.groups:
            for result in group.results:
                yield from () if result.whole is None else (result.whole,)
                yield from result.parts


def choose(sections: Iterable[Section], hide: Collection[Key]) -> Choice:
    """Return what is told of the sections of one period.

    A figure's first definition is told, by which its footnote explains it.

    :raises BadDeclaration: a figure or part has neither a wording nor a reason why it has none.
    """
    groups: dict[str, list[Result]] = {}
    rates: list[Counted] = []
    hidden: list[Counted] = []
    for section in sections:
        for of_figure in _by_figure(section):
            wanted = [c for c in of_figure if _has_words(c) and is_told(c)]
            hidden += [c for c in wanted if key(c) in hide]
            told = [c for c in wanted if key(c) not in hide]
            if told and section.title == RATES:
                rates += told
            elif told:
                whole = next((c for c in told if not c.qualifiers), None)
                parts = tuple(c for c in told if c.qualifiers)
                groups.setdefault(section.title, []).append(Result(whole=whole, parts=parts))
    return Choice(
        groups=tuple(Group(title=t, results=tuple(groups[t])) for t in sorted(groups, key=_place)),
        rates=tuple(rates),
        hidden=tuple(hidden),
    )


def _by_figure(section: Section) -> Iterator[Sequence[Counted]]:
    found: dict[str, list[Counted]] = {}
    for line in section.lines:
        counted = line.counted
        if counted.definition.version == counted.figure.definition().version:
            found.setdefault(counted.figure.name, []).append(counted)
    yield from found.values()


def _has_words(counted: Counted) -> bool:
    name = counted.figure.name
    if has_words(counted):
        return True
    if name in UNTOLD or (name, counted.title) in UNTOLD_PARTS:
        return False
    which = f"the part {counted.title!r} of {name}" if counted.qualifiers else name
    raise BadDeclaration(
        f"Say in bulletin/write/wordings.py how a bulletin tells {which}, or in untold.py why it does not."
    )


def _place(title: str) -> tuple[int, str]:
    return (ORDER.index(title) if title in ORDER else len(ORDER)), title
