"""Give a number that leaves its noun out the noun it means: `39 were charged`, `155 relating to Class A`."""

from collections.abc import Sequence

from clewline.bulletin.read.found import Found, Topic
from clewline.bulletin.read.govern import Governor, governors
from clewline.bulletin.read.lexicon import Entry
from clewline.bulletin.read.lexicon.entry import words
from clewline.bulletin.read.lexicon.meanings import goes
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


def bare(tokens: Sequence[Token], one: Found, topic: Topic, before: list[Found]) -> None:
    """Set the kind of a number without a noun, or the reason why it has none."""
    last = topic.last
    phrase = one.phrase
    nearest = one.acts[0] if one.acts else None
    if one.token.text.lower() == "one" and not phrase.partitive and not phrase.things:
        done = nearest is not None and nearest.how == "beside" and nearest.entry.acts[0] in OF_PEOPLE
        if not done or last not in before or last is None or last.unit != "people":
            one.aside = "pronoun"
            return
    if phrase.partitive and (_of_those(tokens, one, before) or _of_number(tokens, one)):
        return
    if phrase.partitive or phrase.them or _them_before(tokens, one.at) or _were(tokens, one, last):
        _part(tokens, one, last, before)
        return
    narrowed = bool(phrase.things) or _narrowed(tokens, one)
    if phrase.unknown and not narrowed:
        _unknown(one, nearest)
        if one.aside or one.kind:
            return
    if _is_of_total(tokens, one):
        return
    if last is not None and _the_total(tokens, one.at):
        one.kind = last.kind
        _inherit(one, last)
        return
    if nearest is not None and nearest.how != "far" and _by_act(tokens, one, nearest, last, before):
        return
    if narrowed and last is not None and last in before:
        one.kind = last.kind
        one.part_of = last.part_of
        if "offence" in last.said and not any(
            key == "offence" for t in one.phrase.things for key, _ in t.said
        ):
            one.said.setdefault("offence", last.said["offence"])
        _inherit(one, last)
        return
    if last is not None and last in before and (_named_before(tokens, one) or _to_others(tokens, one, last)):
        one.kind = last.kind
        _inherit(one, last)
        return
    if last is not None and tokens[0].tag in ("them", "part") and one.at < _ROW and _just_told(one, last):
        one.kind, one.part_of = last.kind, last  # a row of its own: `of which drug supply  39`
        _inherit(one, last)
        return
    one.aside = "not understood"


_ROW = 8
"""Tokens that the label of a row may have."""
_TOTALS = words(
    "number numbered totalled total reached hit totalling numbering stood stand come came surpassed topped passed exceeded"
)


def _is_of_total(tokens: Sequence[Token], one: Found) -> bool:
    """Take the noun of a total before the number for what it counts."""
    thing = _totalled(tokens, one)
    if thing is None:
        return False
    if thing.tag == "aside":
        one.aside = thing.kind
        return True
    one.kind = thing.kind
    one.phrase.head = thing
    one.phrase.things.append(thing)
    one.phrase.texts.append("")
    one.acts = []
    return True


def _totalled(tokens: Sequence[Token], one: Found) -> Entry | None:
    """Return the noun of `the charges number 223`, `arrests totalled 45`."""
    i = _before_small(tokens, one.at - 1, besides=_TOTALS)
    if i < 1 or not set(tokens[i].words) & _TOTALS:
        return None
    i = _before_small(tokens, i - 1)
    if i >= 0 and tokens[i].tag in ("word", "aside"):
        i = max(_subject(tokens, i), -1) if tokens[i].tag == "word" or _linked(tokens, i) else i
    entry = tokens[i].entry if i >= 0 else None
    return (
        entry
        if entry is not None and (entry.tag == "aside" or (entry.tag == "thing" and entry.head))
        else None
    )


def _linked(tokens: Sequence[Token], i: int) -> bool:
    """Whether a noun narrows the one before it: `for the whole force`."""
    return any(t.tag == "prep" for t in tokens[max(0, i - 4) : i])


def _subject(tokens: Sequence[Token], i: int) -> int:
    """Return the place of the noun of `arrests under the initiative`; -1 where another thing stands between."""
    while i >= 0 and tokens[i].tag in ("word", "void", "prep", "aside"):
        i -= 1
    return (
        i if i >= 0 and tokens[i].tag == "thing" and not any(t.kind == "number" for t in tokens[:i]) else -1
    )


def _before_small(tokens: Sequence[Token], i: int, besides: frozenset[str] = frozenset()) -> int:
    """Return the last place up to `i` that holds more than a hedge, `now` or `at`."""
    while i >= 0 and not (besides & set(tokens[i].words)):
        if tokens[i].tag not in ("hedge", "void", "be") and tokens[i].words not in (("at",), ("to",)):
            break
        i -= 1
    return i


def _the_total(tokens: Sequence[Token], at: int) -> bool:
    """Whether the number is of what was counted last: `the total was`, `bringing the total to`, `that makes`."""
    if at > 1 and tokens[at - 1].text.lower() in ("makes", "made") and tokens[at - 2].text.lower() == "that":
        return True
    i = _before_small(tokens, at - 1, besides=_SUMS)
    return 0 <= i < at - 1 and bool(set(tokens[i].words) & _SUMS)


_SUMS = words("total tally figure")


def _to_others(tokens: Sequence[Token], one: Found, last: Found) -> bool:
    """Whether it was referred elsewhere: `Seven were referred to social services and three to health teams`."""
    return last.act == "refer" and one.at + 1 < len(tokens) and tokens[one.at + 1].words == ("to",)


def _named_before(tokens: Sequence[Token], one: Found) -> bool:
    """Whether a body's or place's name stands before and nothing behind: `Mid Teifi 14 and Cwm Hafren 22`."""
    name = tokens[one.at - 1] if one.at else None
    after = tokens[one.at + 1] if one.at + 1 < len(tokens) else None
    ends = (
        after is None
        or (after.tag in ("join", "sign") and after.text in (",", ".", ";", "and"))
        or (after is not None and after.tag == "join")
    )
    return name is not None and name.tag == "word" and name.text[:1].isupper() and ends


def _them_before(tokens: Sequence[Token], at: int) -> bool:
    """Whether `of whom` or `of which` stands before the number: `311 people, of whom 127 were children`."""
    i = at - 1
    while i >= 0 and tokens[i].tag in ("hedge", "void"):
        i -= 1
    return i >= 0 and tokens[i].tag == "them"


def _of_those(tokens: Sequence[Token], one: Found, before: list[Found]) -> bool:
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


def _of_number(tokens: Sequence[Token], one: Found) -> bool:
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
        return False
    one.kind, one.acts, one.phrase = whole.kind, later, whole
    if whole.kind == "arrest" and later[0].entry.acts[0] in OF_PEOPLE:
        one.kind = "people"
    return True


def _part(tokens: Sequence[Token], one: Found, last: Found | None, before: list[Found]) -> None:
    """Read `17 of them knives`, `nine of which were deal phones`, `31 of them charged`, `773 of the arrests`."""
    if last is None or (last not in before and not one.acts and not _just_told(one, last)):
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
        _narrowed(tokens, one)
    one.part_of = last
    if (last in before or _just_told(one, last)) and not any(g.how == "beside" for g in one.acts):
        _inherit(one, last)


def _just_told(one: Found, last: Found) -> bool:
    """Whether the whole was told in the sentence before."""
    return bool(last.indicator) and one.sentence - last.sentence <= 1


def _were(tokens: Sequence[Token], one: Found, last: Found | None) -> bool:
    """Whether a number without a noun is a part by what it were: `28 of these were men, 13 were women`."""
    if last is None or not _just_told(one, last) or one.at + 1 >= len(tokens):
        return False
    if tokens[one.at + 1].tag != "be":
        return False
    told = phrase_after(tokens, one.at + 2)
    return told.head is not None and _akin(told.kind, last.kind) and last.unit in ("people", "items")


def _akin(one: str, other: str) -> bool:
    pair = {one.replace(" ", "_"), other.replace(" ", "_")}
    return any(pair <= family for family in _FAMILIES)


def _inherit(one: Found, last: Found) -> None:
    if last.act_entry is not None and (not one.acts or one.acts[0].how != "beside"):
        one.acts = [Governor(last.act_entry, last.at, "far")]


def _unknown(one: Found, nearest: Governor | None) -> None:
    """A noun that no table has: a thing seized keeps its own name, anything else is not known."""
    words = one.phrase.unknown
    seized = nearest is not None and nearest.how != "far" and nearest.entry.acts[0] == "seize"
    if seized and len(words) <= 2 and words[-1].islower() and words[-1].endswith("s"):
        one.kind = "item"
        one.said["item"] = " ".join([*words[:-1], _one(words[-1])])
    elif not (nearest and nearest.how == "beside" and set(nearest.entry.acts) & OF_PEOPLE):
        one.aside = "not understood"


def _one(word: str) -> str:
    return word[:-3] + "y" if word.endswith("ies") else word.removesuffix("s")


def _by_act(
    tokens: Sequence[Token], one: Found, nearest: Governor, last: Found | None, before: list[Found]
) -> bool:
    act = nearest.entry.acts[0]
    if (
        act == "close"
        and (last is None or last.kind != "line")
        and nearest.how == "before"
        and _no_noun(tokens, one)
    ):
        one.kind = "line"  # only lines are closed: `West Yorkshire closed 16`
        return True
    if act == "search" and nearest.how == "beside" and (last is None or goes(last.kind, act) is None):
        one.kind = "people"
        return True
    if act in OF_PEOPLE and (nearest.how != "before" or _no_noun(tokens, one)):
        same = last is not None and last in before and last.kind == "holders" and goes("holders", act)
        one.kind = "holders" if same else "people"
        return True
    if (last is None or goes(last.kind, act) is None) and nearest.how == "beside":
        for token in reversed(tokens[: one.at]):
            if token.tag == "thing" and token.entry is not None and goes(token.entry.kind, act) is not None:
                one.kind = token.entry.kind
                return True
    if last is None or goes(last.kind, act) is None:
        return False
    if nearest.how != "before" or _no_noun(tokens, one):
        one.kind = last.kind
        return True
    return False


def _no_noun(tokens: Sequence[Token], one: Found) -> bool:
    after = tokens[one.at + 1] if one.at + 1 < len(tokens) else None
    return after is None or (
        after.tag in ("prep", "be", "join", "act", "sign", "break", "void", "more") and after.text != "-"
    )


def _narrowed(tokens: Sequence[Token], one: Found) -> bool:
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
