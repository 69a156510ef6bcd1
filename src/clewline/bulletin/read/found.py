"""What is known of one number while its sentence is read."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from clewline.bulletin.read.govern import Governor
from clewline.bulletin.read.lexicon import Entry
from clewline.bulletin.read.lexicon.meanings import Meaning
from clewline.bulletin.read.phrase import Phrase
from clewline.bulletin.read.token import Token


@dataclass(slots=True, eq=False)
class Found:
    """One number of a sentence: its phrase, its acts, and what was decided."""

    token: Token
    at: int
    phrase: Phrase
    acts: list[Governor] = field(default_factory=list)
    kind: str = ""
    """Row of the table of meanings."""
    act: str = ""
    act_entry: Entry | None = None
    indicator: str = ""
    unit: str = ""
    said: dict[str, str] = field(default_factory=dict)
    aside: str = ""
    """Why it states no result, where it states none."""
    rule: str = ""
    start: int = 0
    """First character of the quote, its hedge included."""
    end: int = 0
    part_of: "Found | None" = None
    whole_told: bool = False
    listed: bool = False
    """Whether it is the number of a label: `Arrests: 65`."""
    estimated: bool = False
    """Whether it is told as an estimate, which may govern the numbers after it in a list."""
    sentence: int = 0
    """Number of its sentence in the text."""

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
