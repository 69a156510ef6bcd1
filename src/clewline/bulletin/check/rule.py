"""What a rule declares: what it finds, why it matters, worked examples, and the function that finds it."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from clewline.bulletin.check.finding import Finding, Named, Severity


@dataclass(frozen=True, kw_only=True)
class Example:
    """Texts and what the rule says of them: a test, and a paragraph of the methods page."""

    texts: tuple[str, ...]
    """Fragments of bulletins, one a text."""
    sentence: str | None
    """The finding's sentence; none where the rule finds nothing."""
    severity: Severity | None = None
    published: date | None = None
    """Day on which the texts were published."""


@dataclass(frozen=True, kw_only=True)
class Rule:
    """A kind of fault. `name` is the name of its file."""

    name: str
    finds: str
    """What it finds, in a sentence for the public."""
    why: str
    """Why that matters to those who read a bulletin."""
    examples: tuple[Example, ...]
    """What it finds, and what is like it and no fault."""
    look: Callable[[Sequence[Named]], Iterable[Finding]]
    """Return the findings in these texts, each text by itself or against the others."""

    def findings(self, texts: Sequence[Named]) -> list[Finding]:
        """Return what the rule finds in the texts, under its name."""
        return [replace(found, rule=self.name) for found in self.look(texts)]
