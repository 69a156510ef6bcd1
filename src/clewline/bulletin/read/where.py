"""The place of one raid or seizure, where a sentence tells it apart from the work of the whole force."""

import re

from clewline.bulletin.read.lexicon import lookup, normal
from clewline.bulletin.read.lexicon.bodies import AREAS
from clewline.bulletin.read.lexicon.entry import words
from clewline.formats.stated.places import PLACES

_NAME = (
    r"(?:Isle of |Forest of )?[A-Z][a-zà-ÿ]+(?:[’'][a-z]+)?(?:(?:-(?:on|"
    r"upon|le|in|the|super|under|by)-|[ -])(?:[A-Z][a-zà-ÿ]+))*"
)
_IN = re.compile(
    rf"\b(?<!take )(?<!takes )(?<!took )(?:[Ii]n|[Aa]t|[Nn]ear|[Oo]utside|"
    rf"[Aa]round|[Oo]n(?=(?:\s[A-Z][a-z]+)+ (?:Street|Road|Lane|Avenue|"
    rf"Close|Drive)))\s+(?:the\s+)?(?P<name>{_NAME})(?:\s+(?:and|&)\s+(?P<two>{_NAME})"
    rf")?(?P<rest>\s+(?:[Rr]ailway\s+)?[Ss]tation|\s+(?:[Aa]rea|estate|"
    rf"town centre))?(?P<more>,\s+(?P<town>{_NAME})(?P<listed>,? and\s+[A-Z]|,\s+[A-Z])?)?"
)
_LABEL = re.compile(rf"\s*(?:{_NAME}, )?(?P<name>{_NAME}):\s")
_CLOSE = 60
"""Characters within which a place behind a number is still its own."""
_PARTED = re.compile(r"[,;:()\d]|\b(?:and|which|who|where)\b")
_STREETS = (
    "Place",
    "Walk",
    "Grove",
    "Gardens",
    "Street",
    "Road",
    "Lane",
    "Avenue",
    "Close",
    "Drive",
    "Way",
    "Court",
    "Crescent",
    "Terrace",
)
_WIDE = words(
    "england wales scotland britain uk london yorkshire midlands ireland "
    "europe county counties monday tuesday wednesday thursday friday "
    "saturday sunday january february march april may june july august "
    "september october november december police operation class "
    "national county constabulary the met court crown magistrates modern "
    "drugs misuse act nrm mechanism christmas week north south east west "
    "central northern southern eastern western kingdom united detective "
    "chief inspector superintendent custody facebook twitter caption "
    "image picture photo highlights results result outcome outcomes summary tally update latest seizures total"
)


_SIDES = words("north south east west central")
_REGIONS = frozenset(
    (
        "North East",
        "North West",
        "South East",
        "South West",
        "East Midlands",
        "East Anglia",
        "East Sussex",
        "West Sussex",
    )
)


class Where:
    """The places of a text; those of its headline and lead are the whole text's and narrow nothing."""

    def __init__(self, text: str, lead_end: int) -> None:
        self._text = text
        self._main = {word for name in re.findall(_NAME, text[:lead_end]) for word in name.split()}
        self._kept: str | None = None
        self._places: list[tuple[int, str]] = []
        self._ahead: list[tuple[int, int]] = []
        """Sentences of the paragraph that nobody has asked about yet."""

    def enter(self, start: int, end: int, *, new: bool) -> None:
        """Go on to the next sentence; a paragraph's one place holds to its end."""
        if new:
            self._kept = None
            self._ahead.clear()
        self._ahead.append((start, end))

    def _look(self, start: int, end: int) -> None:
        """Find the places of a sentence."""
        self._places = []
        if (
            self._text.find(":", start, end) >= 0
            and (m := _LABEL.match(self._text, start, end))
            and not {w.lower() for w in m["name"].split()} & _WIDE
            and lookup([normal(w) for w in m["name"].split()], 0) is None
            and m["name"] not in AREAS
            and m["name"].lower() not in PLACES
        ):
            self._kept = m["name"]
            return
        self._places = [
            (m.start("name"), p) for m in _IN.finditer(self._text, start, end) if (p := self._place(m))
        ]
        if self._places:
            self._kept = self._places[0][1]

    def at(self, quote: int, end: int) -> str | None:
        """Return the place of a claim quoted from `quote` to `end`: the one close behind it, or the last before it."""
        for sentence in self._ahead:
            self._look(*sentence)
        self._ahead.clear()
        for at, name in self._places:
            if at > quote:
                if at - end < _CLOSE and not _PARTED.search(self._text, end, at):
                    return name
                break
        before = [name for at, name in self._places if at < quote]
        if before:
            towns = [name for name in before if not name.endswith(_STREETS)]
            return (towns or before)[-1]
        return None if self._places else self._kept

    def _place(self, m: re.Match[str]) -> str | None:
        name = m["name"]
        if m["more"] and not m["two"] and name.endswith(_STREETS) and not m["listed"]:
            return self._town(m["town"])  # `on Norcliffe Street, Middlesbrough`
        if m["two"] and not m["more"] and not {w.lower() for w in m["two"].split()} & _WIDE:
            name = f"{name} and {m['two']}"
        elif m["two"] or m["more"]:
            return None
        if name in AREAS or name.lower() in PLACES:
            return None
        return self._town(name)

    def _town(self, name: str) -> str | None:
        """Return the name, if it is a place that narrows; none for regions, months and what the whole text is about."""
        words = name.split()
        part = len(words) == 2 and words[0].lower() in _SIDES and words[1].lower() not in _WIDE
        if part and name not in AREAS and name not in _REGIONS:
            return name  # `North Surrey`
        if {w.lower() for w in words} & _WIDE or words[0] in self._main:
            return None
        if any(w.startswith("Court") or w.endswith("shire") for w in words) or lookup(
            [normal(w) for w in words], 0
        ):
            return None
        return name
