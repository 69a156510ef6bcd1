"""How likely a place is after an earlier record, by the time between them and by how usual the place is.

A mixture of four: staying within the cell's reach, moving on, going far, and being at a usual place. The weights hang
on the gap. Distances are in reaches, so that one kernel serves dense and thin networks.
"""

import numpy as np

from clewline.evidence.travel.hops import Hops
from clewline.evidence.travel.places import F32, F64

NAMES = (
    "stay_reaches",
    "speed_m_s",
    "far_m",
    "move_level",
    "move_slope",
    "far_level",
    "far_slope",
    "usual_level",
    "usual_slope",
)
"""Scale of staying in reaches, speed of moving, scale of going far; then level and slope of three weights."""
LONGEST_MOVE_S = 7_200.0
"""A journey goes on for no longer than this."""
PER_GAP = np.float32(1 / 120)
"""Weights change with log(1 + gap / 2 min)."""
LN10 = float(np.log(10.0))


def mixture(kernel: F32 | F64, gap: F32, apart: F32, reach: F32) -> tuple[F32, F32]:
    """Return the density per square reach, up to a constant, of its moves, and the weight of its usual places.

    The whole density is moves + weight * usual. Staying and moving are Student densities with 4 degrees of freedom,
    going far one with 2: their scale is a scale, no limit of speed.
    """
    stay, speed, far = kernel[:3]
    x = np.log1p(gap * PER_GAP)
    d2, stay2 = apart * apart, stay * stay
    move2 = stay2 + np.square(speed * np.minimum(gap, np.float32(LONGEST_MOVE_S)) / reach)
    far2 = np.square(far / reach)
    move_weight, far_weight, usual_weight = (np.exp(kernel[k] + kernel[k + 1] * x) for k in (3, 5, 7))
    a = 1 / (1 + d2 * (np.float32(0.25) / stay2))
    b = 1 / (1 + d2 * np.float32(0.25) / move2)
    c = 1 / (1 + d2 * np.float32(0.5) / far2)
    whole = 1 + move_weight + far_weight + usual_weight
    moves = (a * a * a / stay2 + move_weight * (b * b * b) / move2 + far_weight * (c * c) / far2) / whole
    return moves, usual_weight / whole


def log_density(kernel: F64, gap: F32, apart: F32, reach: F32, usual: F32) -> F32:
    """Return the natural log of the density of each step."""
    moves, weight = mixture(kernel, gap, apart, reach)
    out: F32 = np.log(moves + weight * usual)
    return out


def hop_ratios(kernel: F64, hops: Hops) -> F32:
    """Return log10 of how much better each hop fits one carrier than two, half forwards and half backwards in time."""
    k = kernel.astype(np.float32)
    moves, weight = mixture(k, hops.gap, hops.apart, hops.reach)
    ratio = (moves + weight * hops.usual_v) * (moves + weight * hops.usual_u)
    moves, weight = mixture(k, hops.before_gap, hops.before_apart, hops.reach)
    ratio /= moves + weight * hops.usual_v
    moves, weight = mixture(k, hops.after_gap, hops.after_apart, hops.reach)
    ratio /= moves + weight * hops.usual_u
    out: F32 = np.log(ratio) * np.float32(0.5 / LN10)
    return out
