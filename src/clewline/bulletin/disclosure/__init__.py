"""Small counts of identifiable people: which numbers of a release are hidden so that none can be worked out."""

from clewline.bulletin.disclosure.cell import Cell, Key
from clewline.bulletin.disclosure.personal import is_personal
from clewline.bulletin.disclosure.protected import Exposed, Proof, Protected, Reason, Treatment, as_released
from clewline.bulletin.disclosure.protection import protect
from clewline.bulletin.disclosure.relation import (
    Relation,
    adds_up,
    no_less,
    part_of,
    rate_told,
    same,
    told,
    union_of,
)
from clewline.bulletin.disclosure.rule import MARK, RULE, THRESHOLD, WIDTH

__all__ = [
    "MARK",
    "RULE",
    "THRESHOLD",
    "WIDTH",
    "Cell",
    "Exposed",
    "Key",
    "Proof",
    "Protected",
    "Reason",
    "Relation",
    "Treatment",
    "adds_up",
    "as_released",
    "is_personal",
    "no_less",
    "part_of",
    "protect",
    "rate_told",
    "same",
    "told",
    "union_of",
]
