"""Decide what weights and sums of money state."""

from collections.abc import Sequence
from decimal import Decimal

from clewline.bulletin.read.counts import finish, mean
from clewline.bulletin.read.found import Found, Topic
from clewline.bulletin.read.govern import governors
from clewline.bulletin.read.labels import label
from clewline.bulletin.read.lexicon.entry import words
from clewline.bulletin.read.money import sort_of_money
from clewline.bulletin.read.phrase import Phrase, phrase_after
from clewline.bulletin.read.token import Token

_SEIZING = frozenset(("seize", "surrender"))
_DRUGS = frozenset(("drug", "plants", "wraps", "tablets", "bags"))
_PER = words("day week month year kilo time kg gram ounce hour head wrap piece")
_SPENT = words(
    """fund funding funded grant cost budget invest investment pay paid spend spent spending price salary fine fined
    damage boost tax precept owed owe government treasury"""
)
"""Words that tell of money paid, not seized."""
_OF_DRUGS = frozenset(("weight", "wraps", "plants", "tablets", "bags"))
_LABEL = 6
"""Tokens that a label may have."""
_CHEAP = Decimal(500)
_LARGE_LOAD = Decimal(20)
"""Tonnes that no seizure told in a bulletin reaches: more is what a market uses."""


def weight(tokens: Sequence[Token], one: Found, topic: Topic) -> None:
    """Decide what a weight is of: drugs, or it states no result."""
    at = one.at + 1
    while at < len(tokens) and tokens[at].text == "(":
        at = next((k + 1 for k in range(at, min(len(tokens), at + 6)) if tokens[k].text == ")"), len(tokens))
    one.phrase = phrase_after(tokens, at)
    if (
        not one.phrase.things
        and at < len(tokens)
        and tokens[at].tag == "prep"
        and tokens[at].words == ("of",)
    ):
        one.phrase = phrase_after(tokens, at + 1)
    drugs = [t for t in one.phrase.things if t.kind in _DRUGS]
    if not drugs and one.at > 1 and tokens[one.at - 1].text.lower() in ("weighing", "totalling"):
        one.phrase = _weighed(tokens[one.at - 2], one)
        drugs = [t for t in one.phrase.things if t.kind in _DRUGS]
    if not drugs and (named := label(tokens, one)) and any(t.kind in _DRUGS for t in named.things):
        one.phrase = named
        drugs = named.things
    one.acts = governors(tokens, one.at, one.phrase.end)
    if one.token.unit == "tonnes" and one.token.value >= _LARGE_LOAD:
        one.aside = "market"
        return
    if not drugs and (one.phrase.head is not None or one.phrase.unknown):
        one.aside = "not a result"
        return
    one.kind = "weight"
    mean(one, topic)
    if one.indicator and not drugs and not _seized(one, topic):
        one.indicator, one.aside = "", "not a result"
    if one.indicator:
        one.unit = one.token.unit
    _market(tokens, one)
    finish(tokens, one)


def _weighed(before: Token, one: Found) -> Phrase:
    """Return what a weight is of that stands before it: `cocaine weighing 2.99kg`."""
    found = Phrase(end=one.at + 1)
    if before.tag == "thing" and before.entry is not None:
        found.head = before.entry
        found.things.append(before.entry)
        found.texts.append("")
    return found


def money(tokens: Sequence[Token], one: Found, topic: Topic, *, largest: Decimal) -> None:
    """Decide what a sum of money is of: cash, drugs or goods, or it states no result.

    From `largest` on it is the estimate of a market.
    """
    if one.token.unit != "GBP" and not _seizing_near(tokens, one.at):
        one.aside = "currency"
        return
    if one.token.value >= largest or _by_the_piece(tokens, one.at + 1) or _on_average(tokens, one.at):
        one.aside = "market"
        return
    one.listed = _is_labelled(tokens, one.at)
    sort, phrase = sort_of_money(tokens, one.at, listed=topic.told)
    last = topic.last
    whole = last.part_of if last is not None else None
    if (
        whole is not None
        and whole.kind in _OF_DRUGS
        and last is not None
        and _worth_before(tokens, one.at)
        and last.at < one.at
    ):
        # `44kg, made up of 30kg of cocaine and 14kg of heroin, with a street value of ...`: of the whole
        sort, phrase = "drug", Phrase(end=one.at + 1, things=list(whole.phrase.things))
    one.phrase = phrase
    one.acts = governors(tokens, one.at, phrase.end)
    if _price(tokens, one.at, sort):
        one.aside = "market"
        return
    acts = {a for g in one.acts for a in g.entry.acts} | {a for e in topic.heading for a in e.acts}
    if not sort and last is not None and _part_before(tokens, one.at) and last.kind.startswith("GBP"):
        sort = last.kind.removeprefix("GBP ")
    if not sort:
        sort = _bare(tokens, one, topic, seizing=bool(_SEIZING & acts))
    if not sort:
        one.aside = "funding" if topic.words & _SPENT else "not a result"
        return
    if sort == "mixed":
        one.said["item"] = "drugs and cash"
        sort = "goods"
    one.kind = f"GBP {sort}"
    mean(one, topic)
    if one.indicator and one.token.unit != "GBP":
        one.indicator, one.aside = "", "currency"
    near = last is not None and bool(last.indicator) and topic.sentence - last.sentence <= 1
    follows = near and last is not None and (sort == "cash" or (sort == "drug" and last.kind in _OF_DRUGS))
    if one.indicator and not _seized(one, topic) and not topic.police and not follows:
        one.indicator, one.aside = "", "market"
    _market(tokens, one)
    finish(tokens, one)


def _bare(tokens: Sequence[Token], one: Found, topic: Topic, *, seizing: bool) -> str:
    """Return what a sum without a noun is of: the drugs told last, where it is their worth, else cash among results."""
    last = topic.last
    if {"worth", "value", "valued"} & {w for t in tokens[max(0, one.at - 3) : one.at] for w in t.words}:
        if last is None or last.kind not in ("weight", "wraps", "plants", "bags", "tablets"):
            return ""
        one.said.update({key: value for key, value in last.said.items() if key == "drug"})
        return "drug"
    if {"street", "value"} <= topic.words:
        return "drug"
    if seizing and any(t.entry is not None and t.entry.kind == "asset" for t in tokens):
        return "goods"  # `confiscated from criminals under the Proceeds of Crime Act`
    beside = topic.told or (last is not None and last.sentence == one.sentence)
    return "cash" if seizing or (beside and not topic.words & _SPENT) else ""


def _seized(one: Found, topic: Topic) -> bool:
    """Whether an act of police work governs it, or a list, headline or label that tells results."""
    acted = any(a != "carry" for g in one.acts for a in g.entry.acts)
    return acted or topic.told or one.listed


def _is_labelled(tokens: Sequence[Token], at: int) -> bool:
    """Whether the sentence begins with a label for the sum: `Cash: £19k`."""
    i = at - 1
    while i > 0 and tokens[i].tag == "hedge":
        i -= 1
    return 0 < i <= _LABEL and tokens[i].text in ":-–—=" and any(t.tag == "thing" for t in tokens[:i])


def _seizing_near(tokens: Sequence[Token], at: int) -> bool:
    return any(
        t.tag == "act" and t.entry is not None and "seize" in t.entry.acts
        for t in tokens[max(0, at - 15) : at + 15]
    )


def _by_the_piece(tokens: Sequence[Token], at: int) -> bool:
    """Whether `a day`, `per kilo`, `each` and the like stand at a place."""
    behind = tokens[at : at + 2]
    first = behind[0].text.lower() if behind else ""
    if first in ("each", "apiece"):
        return True
    return (
        len(behind) == 2
        and first in ("a", "an", "per", "each", "every")
        and bool(set(behind[1].words[:1]) & _PER)
    )


def _on_average(tokens: Sequence[Token], at: int) -> bool:
    """Whether it is what one seizure is worth: `the average drug seizure being worth more than £2,200`."""
    before = tokens[max(0, at - 8) : at]
    return any("average" in t.words for t in before) and any(t.tag == "worth" for t in before)


def _market(tokens: Sequence[Token], one: Found) -> None:
    """Set aside what is by the day, the year or the piece: `£3,000 worth a day`, `117 tonnes of cocaine a year`."""
    if one.indicator and _by_the_piece(tokens, one.phrase.end):
        one.indicator, one.aside = "", "market"


def _price(tokens: Sequence[Token], at: int, sort: str) -> bool:
    """Whether a sum is the price of one thing: `a £10 bag`, `a £1,200 mobility scooter`."""
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    lead = tokens[at - 1].text.lower() if at else ""
    if after is None or lead not in ("a", "an", "the", "for", "each", "per", "another", "one"):
        return False
    if (
        after.tag == "thing"
        and after.entry is not None
        and after.entry.kind in ("bags", "wraps", "vehicle", "item", "goods", "phone")
    ):
        return True
    return one_noun(after) and (tokens[at].value < _CHEAP or sort == "goods") and sort != "cash"


def one_noun(token: Token) -> bool:
    """Whether a word is a noun of its own right behind a sum."""
    return token.kind == "word" and token.tag in ("word", "thing")


def _part_before(tokens: Sequence[Token], at: int) -> bool:
    return any(t.tag == "part" for t in tokens[max(0, at - 3) : at])


def _worth_before(tokens: Sequence[Token], at: int) -> bool:
    return any(
        t.tag == "worth" or {"worth", "value", "put"} & set(t.words) for t in tokens[max(0, at - 4) : at]
    )
