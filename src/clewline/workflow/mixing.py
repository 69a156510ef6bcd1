"""Made-up cases and real ones never lie in one record: they would be counted together."""

from clewline.errors import NotAllowed
from clewline.record.kinds.received import Received
from clewline.store import ledger
from clewline.workflow.reading import mappings

MADE_UP = "demo-"
"""What the name of a made-up case begins with."""
BULLETIN = "bulletin"
"""What stands for a mapping where a bulletin was read into claims."""


def refuse_mixing(case: str) -> None:
    """Refuse a case that is not made up in a record that is, and the other way round; published values go with either.

    :raises NotAllowed: they would be mixed.
    """
    listed = {mapping.name for mapping in mappings().values() if mapping.stated} | {BULLETIN}
    received = [e for e in ledger.of_kinds(None, "received") if isinstance(e.facts, Received)]
    others = {e.case for e in received if getattr(e.facts, "mapping", None) not in listed}
    others |= {e.case for e in ledger.of_kinds(None, "phone_records")}
    if any(other.startswith(MADE_UP) != case.startswith(MADE_UP) for other in others):
        raise NotAllowed(
            "This record and this case are not both made up; set CLEWLINE_HOME to another folder for one of them."
        )
