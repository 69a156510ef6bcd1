"""Verbal scales: words for ranges of a likelihood ratio. They differ between bodies, so a finding names its own."""

from dataclasses import dataclass
from math import inf


@dataclass(frozen=True, kw_only=True)
class Scale:
    """Words for ratios of more than 1; a ratio below 1 is said by its inverse, for the second proposition."""

    name: str
    source: str
    steps: tuple[tuple[float, str], ...]
    """Least log10 of each step, and its words, in order."""

    def words(self, log10_lr: float) -> str:
        """Return the words for the strength of a ratio, whichever way it speaks."""
        strength = abs(log10_lr)
        found = "no"
        for least, words in self.steps:
            if strength >= least:
                found = words
        return found

    def range_of(self, words: str) -> tuple[float, float]:
        """Return the log10 range that the words stand for."""
        names = [w for _, w in self.steps]
        at = names.index(words)
        end = self.steps[at + 1][0] if at + 1 < len(self.steps) else inf
        return self.steps[at][0], end

    def sentence(self, log10_lr: float, *, first: str, second: str) -> str:
        """Return what the ratio means, said of the records and not of the propositions."""
        words = self.words(log10_lr)
        if words == "no":
            return "The records are about as probable if the one is true as if the other is: they support neither."
        favoured, other = (first, second) if log10_lr > 0 else (second, first)
        strength = 10 ** abs(log10_lr)
        # Two digits: no model knows a third.
        times = f"{float(f'{strength:.2g}'):,.0f}" if strength >= 10 else f"{strength:.1f}"
        return (
            f"The records are about {times} times more probable if {favoured} than if {other}: {words} support for the "
            "one over the other."
        )


FORENSIC = Scale(
    name="likelihood ratio scale as taught by LRCFS, with the two lowest steps of ForensicSpot",
    source=(
        "Leverhulme Research Centre for Forensic Science, University of Dundee (100 and above); forensicspot.com "
        "(below 100)"
    ),
    steps=(
        (0.0414, "limited"),
        (1.0, "moderate"),
        (2.0, "moderately strong"),
        (3.0, "strong"),
        (4.0, "very strong"),
        (6.0, "extremely strong"),
    ),
)
"""A ratio of less than 1.1 is said to support neither; scales begin at 1 and give no word for what is hardly more."""
