"""Values as their publishers stated them: `over 66k`, `500 men + 86 women`, `4 (one imitation)` to numbers.

`read_stated` gives a `Reading` (numbers, and the pieces left unread) or a `Refused`. What labels count is in
`labels.py`, what words do in `words.py`: a new publisher's wording is a new line there.
"""

from clewline.formats.stated.labels import INDICATORS, Meaning
from clewline.formats.stated.piece import Stated
from clewline.formats.stated.reader import Reading, Refused, read_stated
from clewline.formats.stated.token import Relation

__all__ = ["INDICATORS", "Meaning", "Reading", "Refused", "Relation", "Stated", "read_stated"]
