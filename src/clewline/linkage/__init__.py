"""Comparisons of two things of one case, one file per comparison: each proposes, with what speaks for and against.

A proposal is no decision and no score. It says what was compared, what was found, on which rows, and what that cannot
tell; a person judges it.
"""

from clewline.linkage.phone import Contacted, NightCell, Other, Phone, Seen
from clewline.linkage.proposal import Bears, Evidence, Proposal

__all__ = ["Bears", "Contacted", "Evidence", "NightCell", "Other", "Phone", "Proposal", "Seen"]
