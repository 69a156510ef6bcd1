"""The protecting path: where a person stands on it, and what becomes of each act there, as one table.

Where a person stands is read from the record: a named person said what they are, or nobody did; and something treats
them as a possible victim, or nothing does. No act moves anybody silently: a status is an entry with a name on it. What
the table refuses, the ledger or the form of the act refuses; the documents and the tests are made from it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from clewline.case.protection import Protection
from clewline.record.kinds.protection_status import ProtectionStatus


class Place(StrEnum):
    """Where a person stands on the path."""

    NOTHING = "nothing recorded"
    """Nobody said what they are, and nothing treats them as a possible victim."""
    DEFAULT = "possible victim by default"
    """Nobody said what they are; they are or may be a child, or somebody marked them."""
    POSSIBLE = "possible victim"
    """A named person said so."""
    VICTIM = "victim"
    """A named person said so."""
    NO_CONCERN = "no concern recorded"
    """A named person said so, and nothing treats them as a possible victim."""
    STILL = "no concern recorded, still protected"
    """A named person said so; what treats them as a possible victim stands all the same."""


class Act(StrEnum):
    """What is done with, for or about a person."""

    ARREST = "an arrest is recorded"
    CHARGE = "a charge is recorded"
    MARK = "somebody marks them: an indicator, a vulnerability, a referral by a professional"
    SAY_POSSIBLE = "a named person says that they are a possible victim"
    SAY_VICTIM = "a named person says that they are a victim"
    SAY_NO_CONCERN = "a named person says that no concern is recorded"
    CONSIDER = "a named person considers section 45"
    REFER_NRM = "they are referred to the National Referral Mechanism"
    NOTIFY = "they are reported under the duty to notify"
    REFER = "they are referred to a partner"


class Answer(StrEnum):
    """What becomes of an act."""

    DONE = "recorded"
    TASKS = "recorded; what is to be done for them stands on their page"
    CONSIDERED = "refused until a named person considered section 45"
    ADULTS = "recorded of an adult; refused of a child, who is referred without being asked"


@dataclass(frozen=True, kw_only=True)
class Move:
    """What becomes of an act at a place, and where the person stands then."""

    answer: Answer
    to: Place


PROTECTED = frozenset({Place.DEFAULT, Place.POSSIBLE, Place.VICTIM, Place.STILL})
"""Places at which a person is treated as a possible victim first."""

_DONE, _TASKS, _FIRST, _ADULTS = Answer.DONE, Answer.TASKS, Answer.CONSIDERED, Answer.ADULTS
_N, _D, _P, _V, _O, _S = Place
# A row for each act, a column for each place in the order of the class: what becomes of the act, and where it leads.
_TABLE: Mapping[Act, tuple[tuple[Answer, Place], ...]] = {
    Act.ARREST: ((_DONE, _N), (_TASKS, _D), (_TASKS, _P), (_TASKS, _V), (_DONE, _O), (_TASKS, _S)),
    Act.CHARGE: ((_DONE, _N), (_FIRST, _D), (_FIRST, _P), (_FIRST, _V), (_DONE, _O), (_FIRST, _S)),
    Act.MARK: ((_TASKS, _D), (_TASKS, _D), (_TASKS, _P), (_TASKS, _V), (_TASKS, _S), (_TASKS, _S)),
    Act.SAY_POSSIBLE: ((_TASKS, _P), (_TASKS, _P), (_TASKS, _P), (_TASKS, _P), (_TASKS, _P), (_TASKS, _P)),
    Act.SAY_VICTIM: ((_TASKS, _V), (_TASKS, _V), (_TASKS, _V), (_TASKS, _V), (_TASKS, _V), (_TASKS, _V)),
    Act.SAY_NO_CONCERN: ((_DONE, _O), (_DONE, _S), (_DONE, _S), (_DONE, _S), (_DONE, _O), (_DONE, _S)),
    Act.CONSIDER: ((_DONE, _N), (_DONE, _D), (_DONE, _P), (_DONE, _V), (_DONE, _O), (_DONE, _S)),
    Act.REFER_NRM: ((_DONE, _D), (_DONE, _D), (_DONE, _P), (_DONE, _V), (_DONE, _S), (_DONE, _S)),
    Act.NOTIFY: ((_ADULTS, _D), (_ADULTS, _D), (_ADULTS, _P), (_ADULTS, _V), (_ADULTS, _S), (_ADULTS, _S)),
    Act.REFER: ((_DONE, _N), (_DONE, _D), (_DONE, _P), (_DONE, _V), (_DONE, _O), (_DONE, _S)),
}

MOVES: Mapping[tuple[Place, Act], Move] = {
    (place, act): Move(answer=answer, to=to)
    for act, row in _TABLE.items()
    for place, (answer, to) in zip(Place, row, strict=True)
}
"""What becomes of each act at each place."""


def place_of(known: Protection) -> Place:
    """Return where a person stands of whom this is recorded."""
    facts = None if known.status is None else known.status.facts
    if not isinstance(facts, ProtectionStatus):
        return Place.DEFAULT if known.possible_victim else Place.NOTHING
    if facts.status == "no concern recorded":
        return Place.STILL if known.possible_victim else Place.NO_CONCERN
    return Place(facts.status)
