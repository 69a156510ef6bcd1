"""A reader who wants to know: everything published so far, how the numbers hang together, and the rule.

Written apart from `clewline.bulletin.disclosure` and sharing nothing with it but the text of the releases: numbers are
absolute, and each question is one whole-number programme. The solver's word is not taken, whichever way it errs: a
table that it finds counts only if it fits in whole numbers, and what it calls the least or the greatest is asked for
again, in another way, before a count is called narrowed. HiGHS 1.12 has called 2 the least where 1 was possible.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp

MARK = "[c]"
LINE = re.compile(r"(?P<label>.+): (?P<value>[\d,]+|\[c\])")


@dataclass(frozen=True)
class Fact:
    """How numbers hang together, in the words of the methods page: kind, whole, parts."""

    kind: str
    """`sum` (parts make the whole), `part` (of the whole), `union` (parts overlap), `same` (two names)."""
    whole: str
    parts: tuple[str, ...]


@dataclass
class Programme:
    """Variables and rows for the solver."""

    names: dict[str, int] = field(default_factory=dict)
    bounds: list[tuple[float, float]] = field(default_factory=list)
    rows: list[tuple[dict[int, float], float, float]] = field(default_factory=list)

    def add(self, name: str, low: float, high: float) -> int:
        self.names[name] = len(self.bounds)
        self.bounds.append((low, high))
        return self.names[name]

    def row(self, terms: dict[int, float], low: float, high: float) -> None:
        self.rows.append((terms, low, high))

    def allows(self, values: Sequence[int]) -> bool:
        """Return whether these values keep within every bound and row, reckoned in whole numbers."""
        within = all(low <= value <= high for value, (low, high) in zip(values, self.bounds, strict=True))
        return within and all(
            low <= sum(coefficient * values[i] for i, coefficient in terms.items()) <= high
            for terms, low, high in self.rows
        )

    def extreme(self, target: int, sign: int, *, presolve: bool) -> list[int] | None:
        """Return values with the least (sign 1) or greatest (sign -1) of a variable, none where there are none.

        That they are allowed is checked, and that nothing lies beyond them is the solver's word.
        """
        cost = np.zeros(len(self.bounds))
        cost[target] = sign
        matrix = np.zeros((len(self.rows), len(self.bounds)))
        for r, (terms, _, _) in enumerate(self.rows):
            for variable, coefficient in terms.items():
                matrix[r, variable] += coefficient
        low, high = zip(*self.bounds, strict=True)
        limits = [LinearConstraint(matrix, [r[1] for r in self.rows], [r[2] for r in self.rows])]
        found = milp(
            cost,
            integrality=np.ones(len(self.bounds)),
            bounds=Bounds(low, high),
            constraints=limits if self.rows else [],
            options={"presolve": presolve},
        )
        values = [] if found.x is None else [round(value) for value in found.x]
        return values if values and self.allows(values) else None


class Attacker:
    """What the texts and the facts give away. `things` are the labels that do not count people.

    `there` has, for each text, the labels that there were by then: the rule speaks of the numbers of its day.
    """

    def __init__(
        self,
        texts: Sequence[str],
        facts: Sequence[Fact],
        *,
        things: frozenset[str] = frozenset(),
        there: Sequence[frozenset[str]] = (),
        bold: bool = False,
    ) -> None:
        self.facts, self.things, self.bold = facts, things, bold
        self.said = [
            {m["label"]: m["value"] for line in text.splitlines() if (m := LINE.fullmatch(line))}
            for text in texts
        ]
        self.known = {n: int(v.replace(",", "")) for said in self.said for n, v in said.items() if v != MARK}
        self.marked = {n for said in self.said for n in said} - self.known.keys()
        in_facts = {name for fact in facts for name in (fact.whole, *fact.parts)}
        self.labels = sorted(self.known.keys() | self.marked | in_facts)
        self.there = there or [frozenset(self.labels)] * len(texts)
        # no whole is larger, of parts that are known and parts of up to 60 that are not
        self.top = sum(self.known.values()) + 60 * len(set(self.labels) - self.known.keys())

    def tables(self, label: str, *, presolve: bool) -> list[dict[str, int]]:
        """Return tables that fit, with the least and the greatest value of a number that the solver finds."""
        programme = self.programme
        ends = [programme.extreme(programme.names[label], sign, presolve=presolve) for sign in (1, -1)]
        return [{name: end[programme.names[name]] for name in self.labels} for end in ends if end]

    def interval(self, label: str) -> tuple[int, int]:
        """Return the least and the greatest value that a number can have."""
        found = [
            table[label] for presolve in (True, False) for table in self.tables(label, presolve=presolve)
        ]
        assert found, f"nothing is possible for {label}: the attacker has the wrong rule"
        return min(found), max(found)

    def holds_possible(self, numbers: Mapping[str, int]) -> bool:
        """Return whether a table fits everything that the attacker takes for certain."""
        values = {label: numbers[label] for label in self.labels}
        small = {f"{label} is from 1 to 4": int(1 <= value <= 4) for label, value in values.items()}
        return self.programme.allows([(values | small)[name] for name in self.programme.names])

    def narrowed(
        self, labels: Iterable[str], *, known_to_fit: Mapping[str, int]
    ) -> dict[str, tuple[int, int]]:
        """Return the least and greatest value of each of these numbers that cannot have two values 3 apart.

        A table that fits shows for every number in it that the number can have that value, so one search serves many.
        """
        seen = {label: {value} for label, value in known_to_fit.items()}
        narrowed = {}
        for label in labels:
            for presolve in (True, False):
                if max(seen[label]) - min(seen[label]) < 3:
                    for table in self.tables(label, presolve=presolve):
                        for name, value in table.items():
                            seen[name].add(value)
            if max(seen[label]) - min(seen[label]) < 3:
                narrowed[label] = (min(seen[label]), max(seen[label]))
        return narrowed

    @cached_property
    def programme(self) -> Programme:
        programme = Programme()
        value = {
            label: programme.add(label, *(2 * [self.known[label]] if label in self.known else [0, self.top]))
            for label in self.labels
        }
        for fact in self.facts:
            whole, parts = value[fact.whole], [value[part] for part in fact.parts]
            total = {whole: -1.0} | dict.fromkeys(parts, 1.0)
            if fact.kind in ("sum", "same"):
                programme.row(total, 0, 0)
            if fact.kind == "union":
                programme.row(total, 0, np.inf)
            if fact.kind in ("part", "union"):
                for part in parts:
                    programme.row({whole: 1, part: -1}, 0, np.inf)
        self.rule(programme, value)
        return programme

    def rule(self, programme: Programme, value: dict[str, int]) -> None:
        """Add what the published rule says of marks: something small is their cause, where numbers hang together.

        Where an earlier mark is among them the new ones may be there for that one's sake, and its cause may be cut off
        by now. What it told then is known already. A bold attacker also takes it that every nought is shown, which is
        nearly so.
        """
        small = {}
        for label in set(self.labels) - self.things:
            small[label] = programme.add(f"{label} is from 1 to 4", 0, 1)
            programme.row({value[label]: 1, small[label]: -1}, 0, np.inf)
            programme.row({value[label]: 1, small[label]: self.top}, -np.inf, self.top + 4)
        known, marked = set[str](), set[str]()
        for said, there in zip(self.said, self.there, strict=True):
            known |= {label for label, text in said.items() if text != MARK}
            now = {label for label, text in said.items() if text == MARK}
            for group in self.groups(there - known):
                if group & now and not group & marked:
                    programme.row({small[label]: 1 for label in group if label in small}, 1, np.inf)
            marked |= now
        if self.bold:
            for label in self.marked - self.things:
                programme.row({value[label]: 1}, 1, np.inf)

    def groups(self, labels: frozenset[str]) -> list[set[str]]:
        """Return the labels in groups that hang together."""
        left, groups = set(labels), []
        while left:
            group, todo = set(), [min(left)]
            while todo:
                label = todo.pop()
                if label in left:
                    left.discard(label)
                    group.add(label)
                    todo += [
                        n for f in self.facts for n in (f.whole, *f.parts) if label in (f.whole, *f.parts)
                    ]
            groups.append(group)
        return groups
