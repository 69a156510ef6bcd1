"""Give a number that leaves its noun out the noun it means: `39 were charged`, `155 relating to Class A`."""

from collections.abc import Sequence

from clewline.bulletin.read.found import Found, Topic
from clewline.bulletin.read.govern import Governor
from clewline.bulletin.read.lexicon.meanings import goes
from clewline.bulletin.read.parts import (
    OF_PEOPLE,
    inherit,
    just_told,
    narrowed,
    of_number,
    of_those,
    part,
    them_before,
    were_told,
)
from clewline.bulletin.read.token import Token
from clewline.bulletin.read.totals import is_of_total, the_total


def bare(tokens: Sequence[Token], one: Found, topic: Topic, before: list[Found]) -> None:
    """Set the kind of a number without a noun, or the reason why it has none."""
    last = topic.last
    phrase = one.phrase
    nearest = one.acts[0] if one.acts else None
    if one.token.text.lower() == "one" and not phrase.partitive and not phrase.things:
        done = nearest is not None and nearest.how == "beside" and nearest.entry.acts[0] in OF_PEOPLE
        elsewhere = last is not None and _elsewhere(tokens, one, last)
        if not elsewhere and (not done or last not in before or last is None or last.unit != "people"):
            one.aside = "pronoun"
            return
    if phrase.partitive and (of_those(tokens, one, before) or of_number(tokens, one)):
        return
    if phrase.partitive or phrase.them or them_before(tokens, one.at) or were_told(tokens, one, last):
        part(tokens, one, last, before)
        return
    is_narrow = bool(phrase.things) or narrowed(tokens, one)
    if phrase.unknown and not is_narrow:
        _unknown(one, nearest)
        if one.aside or one.kind:
            return
    if is_of_total(tokens, one):
        return
    if last is not None and the_total(tokens, one.at):
        one.kind = last.kind
        inherit(one, last)
        return
    if nearest is not None and nearest.how != "far" and _by_act(tokens, one, nearest, last, before):
        return
    if is_narrow and last is not None and last in before:
        one.kind = last.kind
        one.part_of = last.part_of
        if "offence" in last.said and not any(
            key == "offence" for t in one.phrase.things for key, _ in t.said
        ):
            one.said.setdefault("offence", last.said["offence"])
        inherit(one, last)
        return
    if last is not None and last in before and (_named_before(tokens, one) or _to_others(tokens, one, last)):
        one.kind = last.kind
        inherit(one, last)
        return
    if last is not None and _elsewhere(tokens, one, last):
        one.kind = last.kind
        inherit(one, last)
        return
    if last is not None and tokens[0].tag in ("them", "part") and one.at < _ROW and just_told(one, last):
        one.kind, one.part_of = last.kind, last  # a row of its own: `of which drug supply  39`
        inherit(one, last)
        return
    one.aside = "not understood"


_ROW = 8
"""Tokens that the label of a row may have."""


def _to_others(tokens: Sequence[Token], one: Found, last: Found) -> bool:
    """Whether it was referred elsewhere: `Seven were referred to social services and three to health teams`."""
    return last.act == "refer" and one.at + 1 < len(tokens) and tokens[one.at + 1].words == ("to",)


def _elsewhere(tokens: Sequence[Token], one: Found, last: Found) -> bool:
    """Whether it is the number of another place: `36 people were arrested on Merseyside; five in Lancashire`."""
    behind = tokens[one.at + 1 : one.at + 3]
    return (
        len(behind) == 2
        and behind[0].words in (("in",), ("from",))
        and behind[1].text[:1].isupper()
        and behind[1].tag in ("word", "void")
        and just_told(one, last)
    )


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
