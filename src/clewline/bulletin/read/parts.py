"""Numbers that are a part of another: `44 of those arrested`, `Ten of the 13 people`, `of whom 127 were children`."""

from collections.abc import Sequence

from clewline.bulletin.read.found import Found
from clewline.bulletin.read.govern import Governor, governors
from clewline.bulletin.read.lexicon.entry import words
from clewline.bulletin.read.phrase import phrase_after
from clewline.bulletin.read.token import Token

OF_PEOPLE = words("arrest charge convict release safeguard refer engage sentence identify nrm caution remand")
"""Acts that are done to people and to nothing else."""
_FAMILIES = (
    words("phone deal_phone phone_line"),
    words("weapon knife firearm imitation"),
    words("vehicle"),
    words("people holders arrest"),
    words("drug weight"),
    words("address cuckoo_address visit cuckoo_visit"),
    words("school session"),
)
"""Kinds of which one may be a part of another: `56 weapons, 34 of them knives`."""


def them_before(tokens: Sequence[Token], at: int) -> bool:
    """Whether `of whom` or `of which` stands before the number: `311 people, of whom 127 were children`."""
    i = at - 1
    while i >= 0 and tokens[i].tag in ("hedge", "void"):
        i -= 1
    return i >= 0 and tokens[i].tag == "them"


def of_those(tokens: Sequence[Token], one: Found, before: list[Found]) -> bool:
    """Read `44 of those arrested have been charged`: people, by the later act, else by the first."""
    i = one.phrase.end
    while i < len(tokens) and tokens[i].tag in ("void", "word") and i - one.at <= 4:
        i += 1
    first = tokens[i] if i < len(tokens) else None
    if first is None or first.tag != "act" or first.entry is None or first.entry.acts[0] not in OF_PEOPLE:
        return False
    last = before[-1] if before else None
    one.kind = "holders" if one.phrase.them and last is not None and last.kind == "holders" else "people"
    later = [g for g in governors(tokens, one.at, i + 1) if g.how == "beside"]
    one.acts = later or [Governor(first.entry, i, "beside")]
    one.phrase.end = i + 1
    further = phrase_after(tokens, i + 2) if i + 1 < len(tokens) and tokens[i + 1].tag == "be" else None
    if further is not None and not later:
        one.phrase.things.extend(further.things)
        one.phrase.texts.extend(further.texts)
    return True


def of_number(tokens: Sequence[Token], one: Found) -> bool:
    """Read `Ten of the 13 people arrested were charged`: of these, by the later act."""
    i = one.at + 2
    while i < len(tokens) and tokens[i].tag == "void" and i - one.at <= 4:
        i += 1
    if i >= len(tokens) or tokens[i].kind != "number" or tokens[i].unit or tokens[i].aside:
        return False
    whole = phrase_after(tokens, i + 1)
    if whole.head is None:
        return False
    end = whole.end
    if end < len(tokens) and tokens[end].tag == "act":
        end += 1
    later = [g for g in governors(tokens, one.at, end) if g.how == "beside"]
    if not later:
        one.aside = "not understood"
        return True
    one.kind, one.acts, one.phrase = whole.kind, later, whole
    if whole.kind == "arrest" and later[0].entry.acts[0] in OF_PEOPLE:
        one.kind = "people"
    return True


def part(tokens: Sequence[Token], one: Found, last: Found | None, before: list[Found]) -> None:
    """Read `17 of them knives`, `nine of which were deal phones`, `31 of them charged`, `773 of the arrests`."""
    if last is None or (last not in before and not one.acts and not just_told(one, last)):
        one.aside = "not understood"
        return
    one.kind = last.kind
    if last.kind == "arrest" and any(g.how == "beside" and g.entry.acts[0] in OF_PEOPLE for g in one.acts):
        one.kind = "people"  # `27 arrests, nine of whom have since been charged`
    i = one.phrase.end
    while (
        i < len(tokens)
        and (tokens[i].tag in ("be", "void") or tokens[i].text in "(-–")
        and i - one.phrase.end < 4
    ):
        i += 1
    further = phrase_after(tokens, i)
    if further.head is not None and _akin(further.kind, last.kind):
        one.phrase.head, one.kind = further.head, further.kind
        one.phrase.things.extend(further.things)
        one.phrase.texts.extend(further.texts)
        one.phrase.end = further.end
    elif further.things:
        one.phrase.things.extend(further.things)
        one.phrase.texts.extend(further.texts)
    else:
        narrowed(tokens, one)
    one.part_of = last
    if (last in before or just_told(one, last)) and not any(g.how == "beside" for g in one.acts):
        inherit(one, last)


def just_told(one: Found, last: Found) -> bool:
    """Whether the whole was told in the sentence before."""
    return bool(last.indicator) and one.sentence - last.sentence <= 1


def were_told(tokens: Sequence[Token], one: Found, last: Found | None) -> bool:
    """Whether a number without a noun is a part by what it were: `28 of these were men, 13 were women`."""
    if last is None or not just_told(one, last) or one.at + 1 >= len(tokens):
        return False
    if tokens[one.at + 1].tag != "be":
        return False
    told = phrase_after(tokens, one.at + 2)
    return told.head is not None and _akin(told.kind, last.kind) and last.unit in ("people", "items")


def _akin(one: str, other: str) -> bool:
    pair = {one.replace(" ", "_"), other.replace(" ", "_")}
    return any(pair <= family for family in _FAMILIES)


def inherit(one: Found, last: Found) -> None:
    if last.act_entry is not None and (not one.acts or one.acts[0].how != "beside"):
        one.acts = [Governor(last.act_entry, last.at, "far")]


def narrowed(tokens: Sequence[Token], one: Found) -> bool:
    """Take what narrows a number without a noun: `155 relating to Class A`, `841 of them for knife crime offences`."""
    i = one.at + 1
    while (
        i < len(tokens)
        and i - one.at <= 5
        and (tokens[i].tag in ("them", "void", "prep", "be") or tokens[i].text == "(")
    ):
        i += 1
    phrase = phrase_after(tokens, i)
    if not phrase.things or not all(t.kind in ("drug", "offence", "charge") for t in phrase.things):
        return False
    if not any(t.said for t in phrase.things):
        return False
    phrase.head = None
    phrase.partitive, phrase.them = one.phrase.partitive, one.phrase.them
    one.phrase = phrase
    return True
