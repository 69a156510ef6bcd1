"""The numbers behind the pictures of a validation, of all pairs whose carrier is known."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from clewline.evidence import lir_adapter as lir
from clewline.evidence.outcome import COTRAVEL, Outcome

PRIORS = tuple(n / 20 for n in range(-60, 61))
"""Log10 prior odds at which the empirical cross-entropy is drawn."""
WIDTHS = (0.25, 0.5, 1.0, 2.0, 5.0, 10.0, 25.0)
"""Widths of bars of the histogram in log10; the narrowest that needs no more than `BARS`."""
BARS = 30


@dataclass(frozen=True, kw_only=True)
class Histogram:
    """Pairs of each truth whose log10 LR is at least an edge and below the next."""

    edges: tuple[float, ...]
    same: tuple[int, ...]
    different: tuple[int, ...]


@dataclass(frozen=True, kw_only=True)
class Plots:
    """What is drawn, and the bounds that the pairs themselves would bear."""

    tippett: lir.Tippett
    pav: lir.Curve
    ece: lir.Entropies
    histogram: Histogram
    elub: tuple[float, float]
    """Least and most log10 LR."""


def plots(outcomes: Sequence[Outcome]) -> Plots:
    """Return the numbers of the pictures.

    :raises BadInput: a ratio is no finite number, or there is no pair of one of the truths.
    """
    known = [o for o in outcomes if o.kind != COTRAVEL]
    values, same = [o.counted for o in known], [o.same for o in known]
    return Plots(
        tippett=lir.tippett(values, same),
        pav=lir.pav(values, same),
        ece=lir.ece(values, same, prior=PRIORS),
        histogram=histogram(values, same),
        elub=lir.elub(values, same),
    )


def histogram(values: Sequence[float], same: Sequence[bool]) -> Histogram:
    """Return the pairs of each truth by log10 LR, in bars of one width with an edge at 0."""
    low, high = min(*values, 0.0), max(*values, 0.0)
    width = next((w for w in WIDTHS if (high - low) / w < BARS - 1), WIDTHS[-1])
    first, last = math.floor(low / width), math.floor(high / width) + 1
    edges = np.arange(first, last + 1) * width
    truth = np.array(same, dtype=np.bool_)
    some = [np.histogram(np.array(values)[t], bins=edges)[0] for t in (truth, ~truth)]
    good, bad = (tuple(int(n) for n in counts) for counts in some)
    return Histogram(edges=tuple(float(e) for e in edges), same=good, different=bad)
