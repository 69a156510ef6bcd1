"""Parts and their whole as the words of one or two sentences tell them, whatever was read of the numbers."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from clewline.bulletin.check.marked import Marked, Number

_N = r"⟨n\d+⟩"
_MARK = re.compile(_N)
_SENTENCE = re.compile(r"[^.;\n]+")
_MOST = 12
"""Numbers of a sentence that are looked at, so that no text makes the check slow."""
_OF_THE = re.compile(
    rf"\b(?:(?:of|among) (?:all )?(?:the|these|those)|out of(?: the)?) (?P<a>{_N})"
    rf"(?: \w+){{1,4}}?(?:,| -| –) ?(?P<b>{_N})"
    r"(?! (?:more|others?|further)\b)",
    re.IGNORECASE,
)
"""`of the 222 people arrested, 55 were charged`: the first number holds the second."""
_REST = re.compile(
    r"\b(?:remaining|the (?:other|rest|remainder)|the others)[,:]?(?: of)? ?(?:\w+ ){0,2}$", re.IGNORECASE
)
"""What stands before a number that is all that is left."""
_ALL_OF_IT = re.compile(
    r"^[^⟨⟩]{0,40}\b(?:made up of|consist\w* of|comprised(?: of)?|comprising)\b[^⟨⟩]{0,20}$", re.IGNORECASE
)
_OPENS = re.compile(r"^[^⟨⟩:]{0,60}(?:[,:–-]| were)[^⟨⟩]{0,20}$")
"""What stands between a whole and its first part, where the last part is told to be the rest."""
_ALL = re.compile(r"\ball (?:of )?(?:the |those |these )?$", re.IGNORECASE)
_LIST = re.compile(r":[^⟨⟩]{0,12}$")
"""Between a whole of which the text tells all, and the list of its parts."""
_JOINED = re.compile(r"^[^⟨⟩]{0,60}(?:,| and| plus)[^⟨⟩]{0,40}$")
_UNCOUNTED = re.compile(r"\b(?:an?|some|several|others?)\b", re.IGNORECASE)
_PEOPLE = re.compile(
    r"^[^⟨⟩]{0,30}\b(?:people|suspects|arrests|individuals|victims|offenders)\b", re.IGNORECASE
)
_KINDS = (
    (re.compile(r"\b(?:men|males?|boys)\b", re.I), re.compile(r"\b(?:women|females?|girls)\b", re.I)),
    (re.compile(r"\b(?:children|juveniles|minors)\b", re.I), re.compile(r"\badults\b", re.I)),
)
"""Two kinds that leave nobody."""
_CHARGES_AGAINST = (
    re.compile(
        rf"(?P<c>{_N}) (?:\w+ ){{0,2}}(?:charges|offences)\b[^⟨⟩.;]{{0,30}}\b(?:against|between|faced by) (?P<p>{_N}) "
        r"(?:\w+ )?(?:people|men|women|suspects|defendants|offenders)\b",
        re.I,
    ),
    re.compile(
        rf"(?P<p>{_N}) (?:\w+ )?(?:people|men|women|suspects|defendants|offenders)\b[^⟨⟩.;]{{0,30}}\bcharged with "
        rf"(?:a (?:combined )?total of )?(?P<c>{_N}) (?:\w+ )?(?:offences|charges|counts)\b",
        re.I,
    ),
)


class Told(NamedTuple):
    """A whole and its parts."""

    whole: Number
    parts: tuple[Number, ...]
    sure: bool
    """Whether the text says that the parts are all of it; else their kinds leave nobody."""


class _Sentence(NamedTuple):
    """The numbers of one sentence, and the words before, between and behind them."""

    numbers: tuple[Number, ...]
    words: tuple[str, ...]
    """One more than the numbers."""


def partitions_in_words(marks: Marked) -> Iterator[Told]:
    """Yield each whole of which a text tells all the parts."""
    last = _Sentence((), ("",))
    for m in _SENTENCE.finditer(marks.text):
        found = _MARK.findall(m[0])[: _MOST + 1]
        if len(found) > _MOST:
            continue
        sentence = _Sentence(tuple(map(marks.number, found)), tuple(_MARK.split(m[0])))
        yield from _told(sentence)
        # the sentence before, in the same paragraph, may have the whole: `222 were arrested. 190 were men and ...`
        if m.start() and marks.text[m.start() - 1] == "." and _kinds(last, sentence):
            yield Told(last.numbers[0], sentence.numbers, sure=False)
        last = sentence


def _told(sentence: _Sentence) -> Iterator[Told]:
    """Yield each whole that has its parts behind it, to the end of the sentence."""
    for i, whole in enumerate(sentence.numbers[:-2]):
        parts, between, behind = sentence.numbers[i + 1 :], sentence.words[i + 1], sentence.words[i + 2 :]
        if any(n.hedge for n in (whole, *parts)) or not all(_JOINED.match(w) for w in behind[:-1]):
            continue
        made_up = _ALL_OF_IT.match(between) and not any(map(_UNCOUNTED.search, behind))
        rest = _REST.search(behind[-2]) and _OPENS.match(between)
        each = _ALL.search(sentence.words[i]) and _LIST.search(between)
        two = _two_kinds(behind) and _PEOPLE.match(between)
        if (made_up or rest or each or two) and whole.value >= max(p.value for p in parts):
            yield Told(whole, parts, sure=not two)
            return


def _kinds(before: _Sentence, sentence: _Sentence) -> bool:
    """Whether a sentence begins with one of two kinds of the only number of the sentence before."""
    if len(before.numbers) != 1 or len(sentence.numbers) != 2 or sentence.words[0].strip():
        return False
    if any(n.hedge for n in (*before.numbers, *sentence.numbers)):
        return False
    return _two_kinds(sentence.words[1:]) and _PEOPLE.match(before.words[1]) is not None


def _two_kinds(behind: tuple[str, ...]) -> bool:
    """Whether the words behind two numbers name two kinds that leave nobody."""
    if len(behind) != 2:
        return False
    return any(
        (a.search(one) and b.search(two)) for a, b in _KINDS for one, two in (behind, tuple(reversed(behind)))
    )


def parts_of_the(marks: Marked) -> Iterator[tuple[Number, Number]]:
    """Yield each whole with a part that its own words tell: `of the 222 people arrested, 55 were charged`."""
    for m in _OF_THE.finditer(marks.text):
        yield marks.number(m["a"]), marks.number(m["b"])


def charges_against(marks: Marked) -> Iterator[tuple[Number, Number]]:
    """Yield charges with the people who face them, where one sentence tells both."""
    for pattern in _CHARGES_AGAINST:
        for m in pattern.finditer(marks.text):
            yield marks.number(m["c"]), marks.number(m["p"])
