"""The words that a number stands with: what it counts, and what narrows it."""

from collections.abc import Sequence

from clewline.bulletin.read.lexicon import Entry
from clewline.bulletin.read.lexicon.entry import words
from clewline.bulletin.read.token import Token

MEASURES = frozenset(("wraps", "bags", "bundles", "tablets", "seizure", "plants", "farm"))
"""Things that hold something else: `wraps of cocaine`."""
MINORS = Entry(tag="thing", kind="people", group="children")
"""`under 18`, whose number is no word."""
ARMS = Entry(tag="thing", kind="weapon")
"""Weapons of several kinds that share one number."""
_DETERMINERS = words(
    "this that these those the a an their its his her last next previous each every all both"
)
"""Words with which another noun begins: `12 arrests this year`."""
_LOOSE = 4
"""Unknown words that may stand between a number and its noun."""
_QUALITY = frozenset(
    (
        "overnight",
        "locally",
        "nationally",
        "regionally",
        "alone",
        "nationwide",
        "countywide",
        "forcewide",
        "yesterday",
        "again",
        "too",
        "there",
        "here",
    )
)


class Phrase:
    """What stands beside a number."""

    __slots__ = (
        "adjectives",
        "aside",
        "begin",
        "end",
        "head",
        "joined",
        "partitive",
        "texts",
        "them",
        "things",
        "unknown",
    )

    def __init__(self, end: int, things: list[Entry] | None = None) -> None:
        self.begin = 0
        """Index of the first token of a label."""
        self.end = end
        """Index of the first token behind the phrase."""
        self.head: Entry | None = None
        self.things = things or []
        """All things of the phrase, the head among them, in order."""
        self.texts: list[str] = []
        """The words of each thing as they stand in the text, in small letters."""
        self.unknown: list[str] = []
        """Words that no table has."""
        self.adjectives: list[str] = []
        """Unknown words before the head."""
        self.aside = ""
        self.partitive = False
        """Whether it is `12 of the weapons`, `12 of them`."""
        self.them = False
        self.joined = False
        """Whether two nouns share the number: `drugs and cash`."""

    @property
    def kind(self) -> str:
        return self.head.kind if self.head else ""


def phrase_after(tokens: Sequence[Token], at: int, stop: int | None = None) -> Phrase:
    """Return the phrase that begins at `at`, behind its number."""
    found = Phrase(end=at)
    stop = len(tokens) if stop is None else stop
    inner = False  # within an of-phrase: what follows narrows and is not counted
    i = at
    while i < stop:
        token = tokens[i]
        tag = token.tag
        entry = token.entry
        if tag == "thing" and entry is not None:
            found.things.append(entry)
            found.texts.append(surface(tokens, i))
            if entry.head and not inner and not _told_already(found, entry):
                found.head = entry
                found.adjectives.extend(found.unknown)
                found.unknown = []
            i += 1
            found.end = i
            if inner and not _more_drugs(tokens, i, stop):
                break
            continue
        if found.head is not None and token.words[:1] and token.words[0] in _DETERMINERS:
            break
        if token.kind == "number" and token.aside == "name" and found.head is None and i > at:
            i += 1  # `section 23 warrants`
            continue
        if found.head is not None and tag == "void" and token.words[-1:] == ("of",):
            break  # `adults at risk of home takeover`
        determined = found.head is None and (word_of(token) in _DETERMINERS or word_of(token) == "the")
        if determined and (found.them or _time(tokens, i + 1, stop)):
            break  # `320 of them last year`, `to 2,200 this year`
        if tag == "void" or token.text in "\"“”‘'’" or (i == at and _hedges_behind(token)):
            i += 1
            continue
        if tag == "aside" and entry is not None:
            if found.head is None and not inner:
                found.aside = entry.kind
                found.end = i + 1
            break
        word = token.words[0] if token.words else token.text
        if word == "under" and (end := _minors(tokens, i, stop)):
            found.things.append(MINORS)
            found.texts.append("under 18")
            found.end = i = end
            continue
        if tag == "them":
            found.them = found.partitive = True
            i += 1
            found.end = i
            continue
        if tag == "prep" and word == "of":
            if found.head is None and i == at:
                found.partitive = True
                i += 1
                found.end = i
                continue
            if found.kind in MEASURES and not inner:
                inner = True
                i += 1
                continue
            break
        if tag == "join" or token.text in ",&/+":
            if found.kind == "drug" and not inner and _offences_follow(tokens, i + 1, stop):
                found.head = None  # `139 drug and human trafficking offences`: of neither alone
                found.things.clear()
                found.texts.clear()
                i += 2
                continue
            if inner or found.kind == "drug":
                if _more_drugs(tokens, i, stop):
                    i += 1
                    continue
                break
            if (
                found.head is None
                and tag == "join"
                and (found.things or found.unknown)
                and not inner
                and _noun_follows(tokens, i + 1, stop)
            ):
                i += 1
                continue
            if (
                found.head is not None
                and (tag == "join" or token.text == "/")
                and (two := _shares(tokens, i, stop, found.kind))
            ):
                found.joined = True
                if two.kind != found.kind:
                    found.head = ARMS  # `900 knives and offensive weapons`
                found.things.append(two)
                found.texts.append("")
                i += 2
                continue
            break
        if tag == "act" and found.head is None and _modifies(tokens, i, stop):
            i += 1
            continue
        if tag in ("more", "turn") and found.head is None:
            i += 1
            continue
        if tag == "word" and not inner and len(found.unknown) < _LOOSE:
            if word in _QUALITY:
                break
            if word == "aged" and _minors(tokens, i + 1, stop):
                i += 1  # `13 people aged under 18`
                continue
            if found.head is not None and not _thing_soon(tokens, i, stop):
                break
            found.unknown.append(token.text)
            i += 1
            if found.head is None:
                found.end = i
            continue
        break
    return found


def _offences_follow(tokens: Sequence[Token], at: int, stop: int) -> bool:
    """Whether an offence and the word `offences` follow."""
    two = [t.entry for t in tokens[at : min(stop, at + 2)]]
    first, last = (two[0], two[-1]) if len(two) == 2 else (None, None)
    offence = first is not None and first.kind == "offence"
    return offence and last is not None and last.kind == "charge"


def _told_already(found: Phrase, entry: Entry) -> bool:
    """Whether drugs behind a noun only narrow it: `3 arrests PWITS Class A`."""
    return found.kind in _WORK and entry.kind == "drug"


_WORK = frozenset(("arrest", "charge", "warrant", "conviction", "search"))


def word_of(token: Token) -> str:
    """Return the first word of a token in its normal form; nothing for a sign or a number."""
    return token.words[0] if token.words else ""


def _time(tokens: Sequence[Token], at: int, stop: int) -> bool:
    """Whether a time follows: `year`, `week`."""
    return at < stop and bool(tokens[at].words) and tokens[at].words[0] in _TIMES


_TIMES = words("year week month time day quarter")


def _minors(tokens: Sequence[Token], at: int, stop: int) -> int:
    """Return where `under 18` or `under the age of 18` ends; 0 where it is none."""
    i = at + 1
    while i < stop and tokens[i].text.lower() in ("the", "age", "of"):
        i += 1
    minor = i < stop and tokens[i].aside == "age" and tokens[i].value in (16, 17, 18)
    return i + 1 if minor else 0


def _hedges_behind(token: Token) -> bool:
    """Whether it is `+`, `or more`, `or so` right behind a number."""
    multiplied = token.text.lower() in ("x", "×")  # `5 x warrants`
    plus = token.words == ("plus",) and token.glued  # `40-plus arrests`
    return token.text == "+" or multiplied or plus or (token.tag == "hedge" and token.words[0] == "or")


def _more_drugs(tokens: Sequence[Token], at: int, stop: int) -> bool:
    """Whether another drug follows: `, heroin and cocaine`."""
    i = at
    while i < stop and (tokens[i].tag in ("join", "void") or tokens[i].text in ",&/+"):
        i += 1
    entry = tokens[i].entry if i < stop else None
    return entry is not None and entry.kind in ("drug", "phone") and i - at <= 3 and (i > at)


def _noun_follows(tokens: Sequence[Token], at: int, stop: int) -> bool:
    """Whether a second adjective or noun without its own number follows: `46 cuckooing and vulnerability checks`."""
    for token in tokens[at : min(stop, at + 3)]:
        if token.tag == "thing" and token.entry is not None and token.entry.head:
            return True
        if token.tag not in ("thing", "word", "void"):
            return False
    return False


def _shares(tokens: Sequence[Token], at: int, stop: int, kind: str) -> Entry | None:
    """Return the noun that shares the number: `knives and weapons`, where no number stands before it."""
    if at + 1 >= stop:
        return None
    entry = tokens[at + 1].entry
    if entry is None or entry.tag != "thing" or not entry.head:
        return None
    return (
        entry
        if entry.kind == kind or {entry.kind, kind} <= {"knife", "weapon", "firearm", "imitation"}
        else None
    )


def _modifies(tokens: Sequence[Token], at: int, stop: int) -> bool:
    """Whether an act stands before its noun: `12 seized weapons`, `two stolen cars`."""
    return at + 1 < stop and tokens[at + 1].tag in ("thing", "aside")


def _thing_soon(tokens: Sequence[Token], at: int, stop: int) -> bool:
    """Whether a further noun of the same phrase follows an unknown word: `drug debt bondage victims`."""
    return at + 1 < stop and tokens[at + 1].tag == "thing" and not tokens[at].text[0].isupper()


def surface(tokens: Sequence[Token], at: int) -> str:
    """Return the words of a thing in small letters as they stand in the text."""
    token = tokens[at]
    return " ".join(token.text.lower().split()) if len(token.words) == 1 else token.phrase.lower()
