"""What the records of one case say of one phone: one file per question, each answer with the rows it rests on.

Every question is asked of a `Line`: the uses of one number (or of several that are held to be one line), on local
days. `events` is a view of the case's phone records; `rows` names its columns and makes it.
"""

from clewline.analysis.phones.line import Asked, Behind, Line, Ref, Row
from clewline.analysis.phones.opening import open_line

__all__ = ["Asked", "Behind", "Line", "Ref", "Row", "open_line"]
