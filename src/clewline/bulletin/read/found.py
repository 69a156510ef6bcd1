"""What is known of one number while its sentence is read."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from clewline.bulletin.read.govern import Governor
from clewline.bulletin.read.lexicon import Entry
from clewline.bulletin.read.lexicon.meanings import Meaning
from clewline.bulletin.read.phrase import Phrase
from clewline.bulletin.read.token import Token


class Found:
    """One number of a sentence: its phrase, its acts, and what was decided."""

    __slots__ = (
        *(
            "act",
            "act_entry",
            "acts",
            "aside",
            "at",
            "end",
            "estimated",
            "indicator",
            "kind",
            "listed",
            "part_of",
        ),
        *("phrase", "rule", "said", "sentence", "start", "token", "unit", "whole_told"),
    )

    def __init__(self, token: Token, at: int, sentence: int) -> None:
        self.token = token
        self.at = at
        self.sentence = sentence
        """Number of its sentence in the text."""
        self.phrase = Phrase(at + 1)
        self.acts: list[Governor] = []
        self.kind = ""
        """Row of the table of meanings."""
        self.act = ""
        self.act_entry: Entry | None = None
        self.indicator = ""
        self.unit = ""
        self.said: dict[str, str] = {}
        self.aside = ""
        """Why it states no result, where it states none."""
        self.rule = ""
        self.start = token.start
        """First character of the quote, its hedge included."""
        self.end = token.end
        self.part_of: Found | None = None
        self.whole_told = False
        self.listed = False
        """Whether it is the number of a label: `Arrests: 65`."""
        self.estimated = False
        """Whether it is told as an estimate, which may govern the numbers after it in a list."""

    def set(self, meaning: Meaning, act: str, entry: Entry | None, rule: str) -> None:
        """Decide what is counted, by which act and which rule."""
        self.indicator, self.unit = meaning
        self.act, self.act_entry, self.rule = act, entry, rule


@dataclass(slots=True, eq=False)
class Topic:
    """What the text spoke of last, for numbers that leave their noun or act out."""

    last: Found | None = None
    share: Found | None = None
    """The last share in percent."""
    heading: tuple[Entry, ...] = ()
    """Acts of the heading that a list stands under."""
    acts: dict[str, Entry] = field(default_factory=dict)
    """The act that was last done to each kind of thing."""
    words: frozenset[str] = frozenset()
    """All words of the sentence in their normal form."""
    knives: bool = False
    """Whether the text is of sweeps and bins, in which a knife `recovered` was found or given up."""
    sentence: int = 0
    """Number of the sentence that is read."""
    told: bool = False
    """Whether the place in the text tells results by itself: a headline, a list, a caption."""
    tokens: Sequence[Token] = ()
    """The sentence that is read."""

    @property
    def police(self) -> bool:
        """Whether the sentence names police work or its results."""
        return any(
            t.entry is not None
            and (
                (t.tag == "act" and t.entry.acts[0] != "carry")
                or t.entry.kind in ("arrest", "firearm", "weapon", "seizure", "wraps")
            )
            for t in self.tokens
        )
