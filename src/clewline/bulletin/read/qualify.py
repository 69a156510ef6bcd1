"""What narrows a claim: drug, class, weapon, offence, group, sex, thing."""

import re
from collections.abc import Sequence

from clewline.bulletin.read.found import Found, Topic
from clewline.bulletin.read.lexicon import Entry, normal
from clewline.bulletin.read.lexicon.entry import words
from clewline.bulletin.read.token import Token

_SAFE = "people_safeguarded"
_WITH_OFFENCE = frozenset(("charges", "people_charged", "arrests", "convictions", "people_released"))
_ALL_OF_THEM = frozenset(("drug offences", "drug dealing"))
"""Offences of which nearly all arrests of these operations are: they narrow nothing."""
_OF_ARMS = ("weapon", "knives", "firearm", "imitation")
_REACH = 12


def qualified(tokens: Sequence[Token], one: Found, topic: Topic) -> None:
    """Give the qualifiers that the phrase and the act of a number tell."""
    if not one.indicator or one.indicator == "change":
        return
    said = one.said
    ind = one.indicator
    drugs: list[str] = []
    classes: list[str] = []
    first = ""
    for thing in one.phrase.things:
        for key, value in thing.said:
            if key == "drug" and value not in drugs:
                drugs.append(value)
                first = first or key
            elif key == "drug_class":
                classes.append(value)
                first = first or key
            elif (
                (key == "offence" and ind in _WITH_OFFENCE)
                or (key == "weapon" and ind.startswith(_OF_ARMS) and thing is one.phrase.head)
                or (key == "item" and (thing is one.phrase.head or ind == "assets_seized_value"))
                or (key == "sex" and one.unit == "people")
            ):
                said.setdefault(key, value)
    if ind.startswith(("drug", "charge")):
        if classes and not (first == "drug" and ind.startswith("drug")):
            both = "+".join(sorted({c for value in classes for c in value.split("+")}))
            said.setdefault("drug_class", both)
        elif drugs and ind.startswith("drug"):
            said.setdefault("drug", _all(drugs))
        elif one.kind == "plants" or (
            one.kind == "GBP drug" and any(t.kind == "plants" for t in one.phrase.things)
        ):
            said.setdefault("drug", "cannabis")
        elif one.unit in _PIECES and (named := _label_drugs(tokens, one)):
            said.setdefault("drug", named)
        elif ind.startswith("drugs_seized") and _the_drug(tokens, one) and topic.last is not None:
            said.update({k: v for k, v in topic.last.said.items() if k == "drug"})
    if ind == "phones_seized" and one.kind == "line":
        said.setdefault("item", "deal line handset")
    _people(one)
    if ind in _WITH_OFFENCE and "offence" not in said:
        _offence(tokens, one)
    if ind == "arrests" and said.get("offence") in _ALL_OF_THEM:
        del said["offence"]  # they narrow nothing
    if ind == "engagement_events" and one.unit == "premises" and one.phrase.texts:
        said.setdefault("item", one.phrase.texts[-1])
    if ind == "weapons_seized" and any("prison" in t.words for t in tokens):
        said.setdefault("place", "prisons")
    if one.act_entry is not None and ind == "people_released":
        said.update(one.act_entry.said)
    if one.part_of is not None and one.indicator == one.part_of.indicator and one.indicator == "charges":
        for key, value in one.part_of.said.items():
            said.setdefault(key, value)


def _label_drugs(tokens: Sequence[Token], one: Found) -> str:
    """Return the drug of a label before the number: `Heroin: 265 wraps`."""
    cut = next((i for i in range(one.at - 1, max(-1, one.at - 4), -1) if tokens[i].text in ":|-–="), 0)
    named = [dict(t.entry.said).get("drug", "") for t in tokens[max(0, cut - 3) : cut] if t.entry is not None]
    return next((name for name in named if name), "")


_PIECES = frozenset(("wraps", "tablets", "bags", "bundles", "kg", "g"))


def _all(names: Sequence[str]) -> str:
    return names[0] if len(names) == 1 else ", ".join(names[:-1]) + " and " + names[-1]


def _the_drug(tokens: Sequence[Token], one: Found) -> bool:
    """Whether the text says `of the drug`: the one that it named last."""
    words = [w for t in tokens[one.at + 1 : one.at + 5] for w in t.words]
    return words[:3] == ["of", "the", "drug"] or "of the class" in " ".join(words[:4])


def _named(group: str, text: str) -> str:
    """Return how a group is called: as the text does, and by one name where it says no more than the group."""
    same = not text or normal(text) == normal(group) or text in _SAME.get(group, frozenset())
    return group if same else text


_SAME = {
    "children": words("child juvenile juveniles minor minors kids youngsters boys girls boy girl"),
    "adults": words("adult"),
    "teenagers": words("teens teenager"),
}


def _people(one: Found) -> None:
    said = one.said
    things = one.phrase.things
    groups = [(t.group, text) for t, text in zip(things, one.phrase.texts, strict=False) if t.group]
    if not groups or one.unit not in ("people", "percent"):
        return
    group, text = groups[-1]
    if text.startswith("under") and len(groups) > 1 and groups[0][0] == "children":
        group, text = groups[0]  # `children under the age of 18`
    if one.indicator == _SAFE:
        if group == "children":
            one.indicator = "children_safeguarded"
        elif group == "adults":
            one.indicator = "adults_safeguarded"
        elif group in ("young people", "teenagers"):
            said.setdefault("age_group", text)
    elif one.indicator == "people_engaged":
        if group != "residents" or "public" not in text:
            said.setdefault("age_group", _named(group, text))
    elif (
        group in ("children", "young people", "teenagers", "adults")
        and one.unit == "people"
        and one.indicator != "searches_conducted"
    ):
        said.setdefault("age_group", _named(group, text))


def _and_more(tokens: Sequence[Token], last: Token) -> bool:
    """Whether another offence is told beside one: then neither alone narrows the number."""
    at = next(i for i, t in enumerate(tokens) if t is last)
    behind = tokens[at + 1 : at + 6]
    joined = bool(behind) and (behind[0].tag == "join" or behind[0].text in ",/")
    return joined and any(
        (
            t.entry is not None
            and t.tag == "thing"
            and t.entry.kind in ("offence", "charge", "weapon", "drug", "knife", "firearm")
        )
        or t.tag == "word"
        for t in behind[1:3]
    )


def _of_class(tokens: Sequence[Token], last: Token, one: Found) -> None:
    """Take the class of the drugs of an offence: `conspiracy to supply Class A drugs`."""
    if found := _CLASS.search(last.phrase):
        one.said.setdefault("drug_class", found[1].upper())
        return
    at = next(i for i, t in enumerate(tokens) if t is last)
    for token in tokens[at + 1 : at + 3]:
        if token.entry is not None and "drug_class" in (said := dict(token.entry.said)):
            one.said.setdefault("drug_class", said["drug_class"])
            return
        if token.tag not in ("prep", "void"):
            return


_CLASS = re.compile(r"\bclass ([abc])\b", re.IGNORECASE)


def _names_work(tokens: Sequence[Token], last: Token) -> bool:
    """Whether an offence only says which work it was: `arrest 46 in drug dealing crackdown`."""
    at = next(i for i, t in enumerate(tokens) if t is last)
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    return after is not None and after.text.lower() in _WORK


_WORK = frozenset(
    ("crackdown", "operation", "operations", "raid", "raids", "gang", "gangs", "network", "probe", "sting")
)


def _offence(tokens: Sequence[Token], one: Found) -> None:
    """Take the offence behind the noun and its act: `charged with modern slavery offences`."""
    linked = charged = False
    passed = 0
    for token in tokens[one.phrase.end : one.phrase.end + _REACH]:
        entry: Entry | None = token.entry
        if token.kind == "number":
            if one.indicator == "people_charged" and linked and passed == 0:
                passed += 1
                continue
            return
        if token.tag == "break" or token.text in ";.,:()":
            return
        if token.tag == "prep" or (entry is not None and token.tag == "void"):
            linked = linked or token.words[0] in (
                "for",
                "with",
                "to",
                "of",
                "on",
                "in",
                "related",
                "relating",
                "connected",
            )
            continue
        if entry is not None and token.tag == "thing":
            offence = dict(entry.said)
            if "offence" in offence and linked:
                if not _and_more(tokens, token) and not _names_work(tokens, token):
                    one.said["offence"] = offence["offence"]
                    _of_class(tokens, token, one)
                return
            if "drug_class" in offence and one.indicator == "charges":
                one.said["drug_class"] = offence["drug_class"]
                return
            if entry.kind == "drug" and linked and charged:
                one.said["offence"] = "drug offences"
                return
            charged = charged or entry.kind == "charge"
            if entry.kind not in ("charge", "drug", "line"):
                return
