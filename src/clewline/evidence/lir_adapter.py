"""What `lir` calibrates, bounds and measures, behind one door; and where its numbers are not to be had without care.

`lir` 1.3.1 (Netherlands Forensic Institute) is loaded at the first use: it brings matplotlib and scikit-learn with it.
Ratios are log10 there too. Each of these was met in it and is held off here:

- `elub` and `calculate_invariance_bounds` change the array that they are given: they get a copy.
- `LogitCalibrator` shrinks its slope by scikit-learn's default penalty (3.1 for 8.8 on 60 made-up pairs) and takes one
  feature: fits use `fitting/logistic.py`.
- `LLRBounder.transform` turns what is not a number into the lower bound, and `LLRData` takes a row whose interval does
  not hold its value: neither comes so far.
- `devpav` counts area as negative where the transform starts on the line and rises above it, gives an array for one
  point, and does not see the first of its four cases without an answer (it asks of the last point twice).
- `calculate_ece` says infinity for a misleading ratio beyond about 10^16, by rounding 1 - p to nothing; `tippett` draws
  100 even points and not the steps. Both curves, and devPAV, are made in `scores.py`, and tests hold them to `lir`'s
  where `lir` is right.
- `cllr` overflows beyond 10^308: such ratios are refused, as are infinite ones.
- Isotonic calibration says infinity at both ends: the calibrator adds one misleading pair at each.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from clewline.errors import BadInput
from clewline.evidence.scores import Bools, Floats, deviation, entropy

if TYPE_CHECKING:
    from lir.data.models import LLRData

MOST = 300.0
"""No log10 LR is taken beyond this to either side: 10 to its power is no longer a number soon after."""

ROUNDED = 12.0
"""No PAV transform of fewer than 10^12 pairs reaches this log10 LR without being infinite."""


@dataclass(frozen=True, kw_only=True)
class Steps:
    """A calibration by pool-adjacent-violators: chances at ascending scores, straight lines between them."""

    scores: tuple[float, ...]
    chances: tuple[float, ...]
    """Chance of the first proposition where both are as probable before the evidence; never 0 or 1."""

    def of(self, scores: Sequence[float] | Floats) -> Floats:
        """Return the calibrated log10 LRs; a score beyond the ends counts as the end."""
        chance = np.interp(np.asarray(scores, dtype=np.float64), self.scores, self.chances)
        return np.asarray(np.log10(chance) - np.log10(1 - chance), dtype=np.float64)


@dataclass(frozen=True, kw_only=True)
class Curve:
    """Points of a line of a plot, ascending in `x`; `y` may be infinite."""

    x: tuple[float, ...]
    y: tuple[float, ...]


@dataclass(frozen=True, kw_only=True)
class Entropies:
    """Empirical cross-entropy in bits over log10 prior odds: of the ratios, after PAV, and of saying 1 always."""

    prior: tuple[float, ...]
    given: tuple[float, ...]
    after: tuple[float, ...]
    neutral: tuple[float, ...]


@dataclass(frozen=True, kw_only=True)
class Tippett:
    """Share of the pairs whose log10 LR is at least `x`, for each value that occurs."""

    x: tuple[float, ...]
    same: tuple[float, ...]
    different: tuple[float, ...]


def checked(log10_lr: Sequence[float] | Floats, same: Sequence[bool] | Bools) -> tuple[Floats, Bools]:
    """Return both as arrays of their own.

    :raises BadInput: they differ in length, a ratio is no finite number within `MOST`, or a truth has no pair.
    """
    values, truth = np.array(log10_lr, dtype=np.float64), np.array(same, dtype=np.bool_)
    if values.ndim != 1 or values.shape != truth.shape:
        raise BadInput(f"There are {values.size} ratios and {truth.size} truths; each ratio has one truth.")
    if not np.all(np.abs(values) <= MOST):  # false for what is not a number, too
        raise BadInput(f"A log10 LR is a number from -{MOST:g} to {MOST:g}.")
    if not (truth.any() and not truth.all()):
        raise BadInput("Scoring needs pairs of both truths: same and different.")
    return values, truth


def cllr(log10_lr: Sequence[float] | Floats, same: Sequence[bool] | Bools) -> float:
    """Return the log likelihood ratio cost in bits: 0 is perfect, 1 is no better than saying 1 always."""
    from lir import metrics

    return float(metrics.cllr(_data(*checked(log10_lr, same))))


def cllr_min(log10_lr: Sequence[float] | Floats, same: Sequence[bool] | Bools) -> float:
    """Return the cost that would be left after perfect calibration: what the ranking alone is worth."""
    from lir import metrics

    return float(metrics.cllr_min(_data(*checked(log10_lr, same))))


def cllr_cal(log10_lr: Sequence[float] | Floats, same: Sequence[bool] | Bools) -> float:
    """Return the calibration loss: what is lost by saying more, or less, than the ranking bears."""
    return cllr(log10_lr, same) - cllr_min(log10_lr, same)


def pav(log10_lr: Sequence[float] | Floats, same: Sequence[bool] | Bools) -> Curve:
    """Return each distinct ratio with what pool-adjacent-violators makes of it; infinite where one truth is alone."""
    values, truth = checked(log10_lr, same)
    x, places = np.unique(values, return_index=True)
    return Curve(x=_told(x), y=_told(_pooled(values, truth)[places]))


def devpav(log10_lr: Sequence[float] | Floats, same: Sequence[bool] | Bools) -> float | None:
    """Return the mean deviation of the PAV transform from no change, in log10; None where it is infinite throughout."""
    curve = pav(log10_lr, same)
    found = deviation(np.array(curve.x), np.array(curve.y))
    return None if np.isnan(found) else found


def ece(
    log10_lr: Sequence[float] | Floats, same: Sequence[bool] | Bools, *, prior: Sequence[float] | Floats
) -> Entropies:
    """Return the empirical cross-entropy over log10 prior odds."""
    values, truth = checked(log10_lr, same)
    odds = np.array(prior, dtype=np.float64)
    return Entropies(
        prior=_told(odds),
        given=_told(entropy(values, truth, odds)),
        after=_told(entropy(_pooled(values, truth), truth, odds)),
        neutral=_told(entropy(np.zeros_like(values), truth, odds)),
    )


def tippett(log10_lr: Sequence[float] | Floats, same: Sequence[bool] | Bools) -> Tippett:
    """Return the Tippett curves, with a step at every value that occurs."""
    values, truth = checked(log10_lr, same)
    x = np.unique(values)
    shares = [
        1 - np.searchsorted(np.sort(v), x, side="left") / len(v) for v in (values[truth], values[~truth])
    ]
    return Tippett(x=_told(x), same=_told(shares[0]), different=_told(shares[1]))


def isotonic(scores: Sequence[float] | Floats, same: Sequence[bool] | Bools) -> Steps:
    """Return the calibration by pool-adjacent-violators, with one misleading pair added at each end."""
    from lir.algorithms.isotonic_regression import IsotonicCalibrator

    values, truth = checked(scores, same)
    fitted = IsotonicCalibrator(add_misleading=1).fit(values, truth.astype(np.float64))
    x = np.unique(np.r_[values, values.min() - 1, values.max() + 1])
    fitted.transform(x)
    return Steps(scores=_told(x), chances=_told(fitted.p1))


def elub(log10_lr: Sequence[float] | Floats, same: Sequence[bool] | Bools) -> tuple[float, float]:
    """Return the least and the most log10 LR that the data bear: the empirical bounds of Vergeer et al. 2016.

    Beyond them a decision by the ratios would do no better than one without, were one more pair misleading.
    """
    from lir.algorithms.bayeserror import elub as bounds

    values, truth = checked(log10_lr, same)
    least, most = bounds(values.copy(), truth.astype(np.int64))
    return float(least), float(most)


def _pooled(values: Floats, truth: Bools) -> Floats:
    from lir.algorithms.isotonic_regression import IsotonicCalibrator

    found = np.asarray(IsotonicCalibrator().fit_transform(values, truth.astype(np.int64)), dtype=np.float64)
    # A chance of 1 may come out a rounding below it, as a ratio that no number of pairs could give.
    return np.where(np.abs(found) > ROUNDED, np.copysign(np.inf, found), found)


def _data(values: Floats, truth: Bools) -> "LLRData":
    from lir.data.models import LLRData

    return LLRData(features=values, labels=truth.astype(np.int64))


def _told(values: npt.ArrayLike) -> tuple[float, ...]:
    return tuple(float(v) for v in np.asarray(values))
