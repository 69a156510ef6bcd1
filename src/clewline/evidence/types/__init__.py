"""The evidence types: ONE FILE each, named as the type. Combining them would need their dependence, and is not done."""

from functools import cache

from clewline.catalogue import catalogue
from clewline.evidence.evidence_type import EvidenceType


@cache
def all_types() -> dict[str, EvidenceType]:
    """Return every evidence type by name, in name order."""
    return catalogue("clewline.evidence.types", EvidenceType)
