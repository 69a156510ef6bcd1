"""What a model said of a pair of phones of which the truth is known, and how such pairs are grouped."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

COTRAVEL = "cotravel"
"""Kind of pair whose carrier is unknown: the two people really travelled together."""
EVENTS = (1, 6, 12, 24, 48, 96)
"""Least number of events, of the phone that has fewer, in each group by number of events."""


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """What a model said of one pair, and the truth."""

    pair: str
    same: bool
    kind: str
    person_a: str
    person_b: str
    log10_lr: float | None
    """None where it gave no finding: it counts as a ratio of 1."""
    events: int | None = None
    """Events in the pair's window, of the phone that has fewer; None where it is not known."""
    columns: Mapping[str, str] = field(default_factory=dict)
    """What else pairs are grouped by, as `{"rate": "24"}`."""

    @property
    def counted(self) -> float:
        """Return the log10 LR that it is scored by."""
        return 0.0 if self.log10_lr is None else self.log10_lr


def people(outcomes: Iterable[Outcome]) -> int:
    """Return how many people the pairs are of."""
    return len({person for o in outcomes for person in (o.person_a, o.person_b)})


def groups(outcomes: Sequence[Outcome], by: Sequence[str]) -> Iterator[tuple[str, str, list[int]]]:
    """Yield what the pairs are grouped by, the name of the group, and the places of its pairs of known carrier."""
    known = [i for i, o in enumerate(outcomes) if o.kind != COTRAVEL]
    same = [i for i in known if outcomes[i].same]
    yield "all", "all different", known
    for kind in sorted({outcomes[i].kind for i in known if not outcomes[i].same}):
        yield "kind", kind, same + [i for i in known if not outcomes[i].same and outcomes[i].kind == kind]
    if any(outcomes[i].events is not None for i in known):
        for least, below in zip(EVENTS, (*EVENTS[1:], None), strict=True):
            inside = [i for i in known if _within(outcomes[i].events, least, below)]
            if inside:
                yield "events", f"{least} or more" if below is None else f"{least} to {below - 1}", inside
        if none := [i for i in known if not outcomes[i].events]:
            yield "events", "none, or not known", none
    for column in by:
        values: dict[str, list[int]] = {}
        for i in known:
            values.setdefault(outcomes[i].columns.get(column, ""), []).append(i)
        for value in sorted(values, key=_in_order):
            yield column, value or "not stated", values[value]


def _within(events: int | None, least: int, below: int | None) -> bool:
    return events is not None and least <= events and (below is None or events < below)


def _in_order(value: str) -> tuple[bool, float, str]:
    """Numbers come by their size, before words; nothing comes last."""
    number = value.replace(".", "", 1).isdecimal()
    return (not value, float(value) if number else float("inf"), value)
