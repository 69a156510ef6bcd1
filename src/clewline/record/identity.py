"""Who a record is about, until records of several forces are linked.

The one seam of identity: a person is one record system's own number within one force. Two forces that
met the same person hold two person records; saying that they are one person is a judgement that comes
later (see `linkage` in docs/explanation), and no figure may assume it.
"""


def person_id(force: str, number: str) -> str:
    """Return the id of the person whom `force` records under `number`, as `kent/P1042`."""
    return f"{force}/{number.strip()}"
