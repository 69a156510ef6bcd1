"""What the records of one case say of one phone: one file per question, each answer with the rows it rests on.

Every question is asked of a `Line`: the uses of one number (or of several that are held to be one line), on local
days. `events` is a view of the case's phone records; `EVENTS` names its columns.
"""

from clewline.analysis.phones.line import EVENTS, Asked, Behind, Line, Ref, Row, open_line

__all__ = ["EVENTS", "Asked", "Behind", "Line", "Ref", "Row", "open_line"]
