"""A reader who wants to know: everything published so far, how the numbers hang together, and the rule.

Written apart from `clewline.bulletin.disclosure` and sharing nothing with it but the text of the releases: numbers are
absolute, each question is one whole-number programme, and both ends of an interval are asked for again before a count
is called narrowed.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

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

    def extreme(self, target: int, sign: int, *, presolve: bool = True) -> int | None:
        """Return the least (sign 1) or greatest (sign -1) value of a variable; none where nothing is possible."""
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
        return None if found.x is None else round(found.x[target])


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
        self.top = sum(self.known.values()) + 60  # no whole of shown parts and a few hidden ones is larger

    def interval(self, label: str) -> tuple[int, int]:
        """Return the least and the greatest value that a number can have."""
        programme = self.programme()
        target = programme.names[label]
        ends = [programme.extreme(target, sign) for sign in (1, -1)]
        if None in ends or ends[1] - ends[0] < 3:  # do not take a solver's word for a disclosure
            ends = [programme.extreme(target, sign, presolve=False) for sign in (1, -1)]
        assert None not in ends, f"nothing is possible for {label}: the attacker has the wrong rule"
        return ends[0], ends[1]

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

        A bold attacker also takes it that every nought is shown, which is nearly so.
        """
        small = {}
        for label in set(self.labels) - self.things:
            small[label] = programme.add(f"{label} is from 1 to 4", 0, 1)
            programme.row({value[label]: 1, small[label]: -1}, 0, np.inf)
            programme.row({value[label]: 1, small[label]: self.top}, -np.inf, self.top + 4)
        known: set[str] = set()
        for said, there in zip(self.said, self.there, strict=True):
            known |= {label for label, text in said.items() if text != MARK}
            for group in self.groups(there - known):
                if any(said.get(label) == MARK for label in group):
                    programme.row({small[label]: 1 for label in group if label in small}, 1, np.inf)
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
