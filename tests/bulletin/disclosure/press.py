"""A press office with a record of numbers: it protects each release, prints it, and remembers what is out."""

from dataclasses import dataclass, field

from bulletin.disclosure.attacker import Attacker, Fact
from clewline.bulletin.disclosure import (
    MARK,
    Cell,
    Key,
    Protected,
    Relation,
    adds_up,
    as_released,
    part_of,
    protect,
    same,
    union_of,
)

SECRET = b"sixteen bytes or"


def relations(fact: Fact) -> list[Relation]:
    """Say a fact in the words of the code."""
    whole: Key = (fact.whole,)
    parts = [(part,) for part in fact.parts]
    says = f"{' + '.join(fact.parts)} = {fact.whole}"
    if fact.kind == "sum":
        return [adds_up(whole, parts, says=says)]
    if fact.kind == "part":
        return [part_of(part, whole, says=says) for part in parts]
    if fact.kind == "same":
        return [same(whole, parts[0], says=says)]
    return list(union_of(whole, parts, says=says))


@dataclass
class Press:
    """Numbers by label, how they hang together, and the texts that are out."""

    numbers: dict[str, int] = field(default_factory=dict)
    facts: list[Fact] = field(default_factory=list)
    things: frozenset[str] = frozenset()
    secret: bytes = SECRET
    texts: list[str] = field(default_factory=list)
    there: list[frozenset[str]] = field(default_factory=list)
    cells: dict[str, Cell] = field(default_factory=dict)
    causes: list[Relation] = field(default_factory=list)
    last: Protected | None = None

    def make(self, whole: str, **parts: int) -> None:
        """Record parts that make a whole."""
        self.numbers |= {whole: sum(parts.values())} | parts
        self.facts.append(Fact("sum", whole, tuple(parts)))

    def release(self, *labels: str) -> str:
        """Protect and print these numbers; return the text."""
        self.there.append(frozenset(self.numbers))
        for label, value in self.numbers.items():
            cell = self.cells.get(label) or Cell(
                key=(label,), value=value, personal=label not in self.things, title=label
            )
            self.cells[label] = Cell(**{**vars(cell), "wanted": label in labels})
        cells = list(self.cells.values())
        known = [r for fact in self.facts for r in relations(fact)]
        self.last = protect(cells, [*known, *self.causes], secret=self.secret)
        self.causes += self.last.causes
        self.cells = {cell.title: cell for cell in as_released(cells, self.last)}
        lines = (f"{t.cell.title}: {t.cell.value if t.shown else MARK}" for t in self.last.treatments)
        self.texts.append("\n".join(lines))
        return self.texts[-1]

    def before_the_rule(self, *labels: str) -> str:
        """Print these numbers as they are, with only the small ones hidden, as a careless office would."""
        self.there.append(frozenset(self.numbers))
        self.texts.append(
            "\n".join(f"{n}: {MARK if 1 <= (v := self.numbers[n]) <= 4 else v}" for n in labels)
        )
        return self.texts[-1]

    def attacker(self, *, bold: bool = False) -> Attacker:
        """Return an attacker with all the texts, who knows which numbers there were at each."""
        return Attacker(self.texts, self.facts, things=self.things, there=self.there, bold=bold)

    @property
    def secrets(self) -> list[str]:
        """Labels that nobody may narrow: every mark, and every small count of people that is not out."""
        attacker = self.attacker()
        small = {n for n, v in self.numbers.items() if 1 <= v <= 4 and n not in self.things}
        return sorted((attacker.marked | small) - attacker.known.keys())

    def narrowed(self, *, bold: bool = False) -> dict[str, tuple[int, int]]:
        """Return what the attacker narrows; an attacker who excludes the truth is mistaken, and that fails too."""
        attacker = self.attacker(bold=bold)
        assert attacker.holds_possible(self.numbers), "the attacker is wrong: the truth does not fit"
        return attacker.narrowed(self.secrets, known_to_fit=self.numbers)
