"""What an entry mentions: the people, numbers, names and references by which it can be found again.

The record's facts are sealed, so that a search cannot look into them; what stands here is what an index of the record
holds instead, and all that it holds.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from enum import IntEnum
from functools import lru_cache
from hashlib import sha256
from typing import Any
from unicodedata import normalize

from clewline.case.ages import ADULT
from clewline.formats.phones.number import number

Facts = Mapping[str, Any]
"""Facts of an entry by the names of their fields, as the record keeps them."""


class What(IntEnum):
    """What a mention is of."""

    PERSON = 1
    """A person as recorded, by their id."""
    UNDER_18 = 2
    """A person, by their id, in an entry that gives an age below 18."""
    ROLE = 3
    """A role on a line and who is said to have had it: `runner`, a tab, their id."""
    NUMBER = 4
    """A telephone number in E.164, or the digits of a handset or SIM."""
    WORD = 5
    """A word of a name, or a reference, in small letters."""
    ENDS = 6
    """An entry that is withdrawn, or a batch that is reversed, by its id."""
    PARTNER = 7
    """A partner to whom somebody was referred, by its name in small letters."""
    REFERRAL = 8
    """A referral of which an entry says what became, or for which it shares something, by the id of its entry."""
    SAME = 9
    """A person by name and date of birth, as a hash of them: by it one body learns that another holds a concern."""
    ASKED = 10
    """The same, of whom a body asked whether another does."""
    CALLED = 11
    """A person by name, as a hash of it: whose date of birth may stand in an assessment of their age alone."""
    BORN = 12
    """A person, by their id, of whom an assessment of their age found a date of birth; it does not say which."""


Mention = tuple[What, str]

SHORTEST, LONGEST = 2, 100
"""Characters of a mention; the rest of a longer one is left out."""
NAMES: Mapping[str, tuple[str, ...]] = {
    "person": ("family_name", "given_names"),
    "line": ("name",),
    "operation": ("name",),
}
"""Fields whose every word is a mention, by kind."""
WHO = ("family_name", "given_names", "born")
"""Fields of a person by which another record may be of the same."""
REFERENCES = frozenset(
    (
        "arrest",
        "charge",
        "authority",
        "exhibit",
        "closure",
        "reference",
        "line",
        "operation",
        "person",
    )
)
"""Fields that refer to something by its id or reference."""
NUMBERS = frozenset(("number", "phone", "line", "imei", "identifiers", "asked", "proposed"))
"""Fields that may hold telephone numbers, handsets or SIMs; a line is one where phone records are asked about."""
ABOUT_NO_THING = frozenset(("received", "published", "correction", "disposal", "batch_reversed"))
"""Kinds whose subject is an id or a hash that nobody would look for."""

_WORD = re.compile(r"[^\W_]+")
_PARTING = re.compile(r"[/:]")
_DEVICE = re.compile(r"(?:imei|imsi)[:= ]*([0-9]{6,})", re.IGNORECASE)
_DIALLED = re.compile(r"[+(]?[0-9][0-9 ().\-]*")


def mentions(kind: str, subject: str, facts: Facts) -> set[Mention]:
    """Return what an entry mentions."""
    found = list(_people(kind, subject, facts))
    if kind in ("correction", "batch_reversed"):
        found.append((What.ENDS, str(facts.get("withdraws") or facts.get("batch"))))
    if kind == "safeguarding_referral" and facts.get("partner"):
        found.append((What.PARTNER, body(str(facts["partner"]))))
    if facts.get("referral"):
        found.append((What.REFERRAL, str(facts["referral"])))
    if kind == "person" and (same := same_person(*(facts.get(name) for name in WHO))) is not None:
        found.append((What.SAME, same))
    if kind == "person" and (called := same_name(*(facts.get(name) for name in WHO[:2]))) is not None:
        found.append((What.CALLED, called))
    if kind == "age_assessed" and facts.get("born"):
        found.append((What.BORN, str(facts.get("person"))))
    if kind == "concern_asked":
        found += [(What.ASKED, str(one)) for one in facts.get("about") or ()]
    for name in NAMES.get(kind, ()):
        found += [(What.WORD, word) for word in words(str(facts.get(name) or ""))]
    referred = [] if kind in ABOUT_NO_THING else [subject]
    for name, value in facts.items():
        if name in REFERENCES or (name == "number" and kind == "person"):
            referred.append(str(value))
        if name in NUMBERS and kind != "person":
            found += [(What.NUMBER, term) for term in _numbers(value)]
    found += [(What.WORD, term) for text in referred for term in reference(text)]
    return {(what, term[:LONGEST]) for what, term in found if what is What.ENDS or len(term) >= SHORTEST}


def body(text: str) -> str:
    """Return the name of a force or partner as it is mentioned: in small letters, its words parted by one space."""
    return " ".join(text.casefold().split())[:LONGEST]


def same_person(family: object, given: object, born: object) -> str | None:
    """Return what is equal for two people of one name and date of birth, and tells neither; none where either is not
    known. Capitals, spaces and ways of writing one letter make no difference; any other spelling does.
    """
    return _hash("same person", family, given, born)


def same_name(family: object, given: object) -> str | None:
    """Return what is equal for two people of one name, and does not tell it; none where it is not known whole."""
    return _hash("same name", family, given)


def _hash(of: str, *some: object) -> str | None:
    if not all(some):
        return None
    plain = (" ".join(normalize("NFKC", str(one)).casefold().split()) for one in some)
    return sha256("\0".join((of, *plain)).encode()).hexdigest()


def words(text: str) -> Iterator[str]:
    """Yield the words of a name, as they are mentioned."""
    yield from (word.casefold() for word in _WORD.findall(text))


@lru_cache(1 << 16)  # most entries refer to what others refer to
def reference(text: str) -> tuple[str, ...]:
    """Return a reference as it is mentioned: whole, and its last part, as people say it."""
    whole = " ".join(text.casefold().split())
    last = _PARTING.split(whole)[-1]
    return (whole, last) if len(last) > SHORTEST and last != whole else (whole,)


def numbers_like(text: str) -> set[str]:
    """Return with what a number may begin of which somebody wrote this much; nothing where it is no number."""
    text = text.strip()
    if device := _DEVICE.fullmatch(text):
        return {device[1]}
    if not _DIALLED.fullmatch(text):
        return set()
    packed = re.sub(r"[^0-9+]", "", text)
    digits = packed.lstrip("+")
    if len(digits) < SHORTEST or set(digits) == {"0"}:
        return set()
    if packed.startswith("+"):
        return {packed}
    if packed.startswith("00"):
        return {f"+{packed[2:]}", packed}
    if packed.startswith("0"):
        return {f"+44{packed[1:]}", packed}
    return {f"+{packed}", packed, *_numbers(packed)}


def _people(kind: str, subject: str, facts: Facts) -> Iterator[Mention]:
    person = subject if kind == "person" else facts.get("person")
    if not person:
        return
    yield What.PERSON, person
    if (age := facts.get("age")) is not None and int(age) < ADULT:
        yield What.UNDER_18, person
    if kind == "role":
        yield What.ROLE, f"{facts.get('role')}\t{person}"


def _numbers(value: Any) -> Iterator[str]:
    some: Iterable[Any] = value if isinstance(value, list | tuple) else (value,)
    for one in some:
        text = str(one or "")
        if device := _DEVICE.fullmatch(text):
            yield device[1]
        elif _DIALLED.fullmatch(text):
            yield number(text)
