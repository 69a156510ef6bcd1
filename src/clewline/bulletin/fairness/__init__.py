"""Whether like people fare alike: shares of those on a path by age, sex and ethnicity, with intervals, and with small
counts of people hidden.
"""

from clewline.bulletin.fairness.compare import PATHS, Comparison, Share, compare
from clewline.bulletin.fairness.interval import wilson

__all__ = ["PATHS", "Comparison", "Share", "compare", "wilson"]
