"""Decide what each number of a sentence states."""

import re
from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise

from clewline.bulletin.read.change import change, earlier_value
from clewline.bulletin.read.counts import count
from clewline.bulletin.read.found import Found, Topic
from clewline.bulletin.read.lexicon.entry import words
from clewline.bulletin.read.lexicon.others import RELATIONS
from clewline.bulletin.read.measured import money, weight
from clewline.bulletin.read.phrase import phrase_after
from clewline.bulletin.read.qualify import qualified
from clewline.bulletin.read.shares import a_day, share
from clewline.bulletin.read.token import Token
from clewline.bulletin.read.wish import wished
from clewline.formats.stated.token import Relation

WEIGHTS = frozenset(("kg", "g", "tonnes"))
MONEY = frozenset(("GBP", "EUR", "USD"))
_CARRIED = words("drugs_seized_count drugs_seized_weight drugs_seized_value cash_seized")
"""What one person may be told to have had, in the story of a sentence."""
_JAILED = re.compile(
    r"\b(?:was|been|were each|is)\s+(?:\w+\s+)?(?:jailed|sentenced|imprisoned|"
    r"given an? \w+[- ]year|handed an? )",
    re.IGNORECASE,
)
_JAILED_HINT = re.compile(r"[JSIGHjsigh](?:AIL|ENTENCE|MPRISON|IVEN|ANDED|ail|entence|mprison|iven|anded)")
_LARGEST = Decimal(10**9)
"""Pounds that no seizure reaches: a sum from there on is an estimate of a market or of harm."""


def decide(tokens: Sequence[Token], topic: Topic, text: str) -> list[Found]:
    """Return what is known of each number of a sentence, in order; the topic moves on with them."""
    topic.sentence += 1
    topic.words = frozenset().union(*[t.words for t in tokens])
    found: list[Found] = []
    whole: Found | None = None
    told = False
    for i, token in enumerate(tokens):
        if token.kind != "number":
            tag = token.tag
            if tag in ("part", "all") and found and found[-1].indicator:
                whole, told = (found[-1].part_of or found[-1], tag == "all")
            elif tag in ("break", "worth") or token.text == ";":
                whole = None
            continue
        one = _one(tokens, i, topic, found, text)
        found.append(one)
        _hedge(tokens, one, found)
        if one.indicator and whole is not None and whole.indicator == one.indicator:
            one.part_of, one.whole_told = whole, told
        qualified(tokens, one, topic)
        if one.indicator and one.unit == "percent" and one.indicator != "change":
            topic.share = one
        if one.unit != "percent" and (one.indicator or (one.aside == "target" and one.kind)):
            topic.last = one
            if one.act_entry is not None:
                topic.acts[one.kind] = one.act_entry
    for one, two in pairwise(found):
        _share_a_drug(tokens, one, two)
        _of_the_same(tokens, one, two)
    return found


def _share_a_drug(tokens: Sequence[Token], one: Found, two: Found) -> None:
    """Give the drug of the second to the first, where both are of it: `500g and 32 wraps of ketamine`."""
    if not {one.indicator, two.indicator} <= _IN_PIECES or _DRUG & one.said.keys():
        return
    between = tokens[max(one.phrase.end, one.at + 1) : two.at]
    if len(between) == 1 and (between[0].tag == "join" or between[0].text in "/&"):
        one.said.update({k: v for k, v in two.said.items() if k in _DRUG})


def _of_the_same(tokens: Sequence[Token], one: Found, two: Found) -> None:
    """Give the drug of a weight to the pieces behind it: `47 grams of heroin and over 85 wraps`."""
    weighed = one.indicator == "drugs_seized_weight" and two.indicator == "drugs_seized_count"
    if not weighed or _DRUG & two.said.keys() or two.kind == "plants":
        return
    between = [t for t in tokens[one.phrase.end : two.at] if t.tag != "void" and t.words not in RELATIONS]
    if len(between) == 1 and between[0].tag == "join":
        two.said.update({k: v for k, v in one.said.items() if k in _DRUG})


_DRUG = frozenset(("drug", "drug_class"))
_IN_PIECES = frozenset(("drugs_seized_weight", "drugs_seized_count"))


def _one(tokens: Sequence[Token], i: int, topic: Topic, before: list[Found], text: str) -> Found:
    token = tokens[i]
    one = Found(token, i, topic.sentence)
    if not token.unit and not token.aside and _in_cash(tokens, i):
        token.unit = "GBP"  # `over 30k in cash`
    if token.aside:
        one.aside = token.aside
    elif _tied(tokens, i):
        one.aside = "not a result"
    elif before and _said_again(tokens, i, before[-1]):
        one.aside = "said again"
    elif token.unit in MONEY:
        money(tokens, one, topic, largest=_LARGEST)
    elif token.unit in WEIGHTS:
        weight(tokens, one, topic)
    elif change(tokens, one, topic) or earlier_value(tokens, one, topic):
        pass
    elif token.unit == "percent":
        one.phrase = phrase_after(tokens, i + 1)
        share(tokens, one, topic, text)
    else:
        count(tokens, one, topic, before)
        if one.indicator and a_day(tokens, one.phrase) and one.unit in ("lines", "searches"):
            one.unit += "_per_day"
    if one.indicator and wished(tokens, i) and not _has_happened(tokens, one):
        one.indicator, one.aside = "", "target"
    if one.indicator in _CARRIED and _one_story(text):
        one.indicator, one.aside = "", "one person"
    return one


def _in_cash(tokens: Sequence[Token], i: int) -> bool:
    """Whether `in cash` stands right behind a number that lacks its pound sign."""
    behind = tokens[i + 1 : i + 3]
    money = len(behind) == 2 and behind[1].entry is not None and behind[1].entry.kind == "cash"
    return money and behind[0].words == ("in",)


def _tied(tokens: Sequence[Token], i: int) -> bool:
    """Whether a hyphen ties the number to a word that it describes: `a seven-force operation`."""
    after = tokens[i + 1] if i + 1 < len(tokens) else None
    described = after is not None and after.glued and not tokens[i].unit
    return described and after is not None and after.text.lower() not in _COUNTS_STILL


_COUNTS_STILL = words("plus odd ish something kilo kilogram kg gram strong")


def _has_happened(tokens: Sequence[Token], one: Found) -> bool:
    """Whether it is told as done, whatever was pledged before: `pledged to close 50 lines, and so far 31 have gone`."""
    first = one.acts[0] if one.acts else None
    if first is None or first.how != "beside":
        return False
    return any(t.text.lower() in ("have", "has") for t in tokens[one.phrase.end : first.at])


def _one_story(text: str) -> bool:
    """Whether a sentence tells the conviction of one person, and so what that person had."""
    return _JAILED_HINT.search(text) is not None and _JAILED.search(text) is not None


def _said_again(tokens: Sequence[Token], i: int, last: Found) -> bool:
    """Whether a number in brackets gives the one before it in other units: `6kg (13lb)`, `€20,000 (£17,000)`."""
    token = tokens[i]
    opened = i > 0 and tokens[i - 1].text == "(" and tokens[i - 2] is last.token
    one, two = last.token.unit, token.unit
    if not opened or one == two or not ({one, two} <= WEIGHTS or {one, two} <= MONEY):
        return False
    if last.token.imperial and not token.imperial:
        last.token.value, last.token.unit, last.unit = token.value, token.unit, token.unit
    return bool(last.indicator)


def _hedge(tokens: Sequence[Token], one: Found, found: list[Found]) -> None:
    """Read the relation that words beside the number give."""
    token = one.token
    i = one.at - 1
    while i >= 0 and tokens[i].tag == "void" and one.at - i <= 3 and tokens[i].words not in RELATIONS:
        i -= 1
    if i >= 0 and (relation := _relation(tokens[i])) and not _brought_to(tokens, i):
        stronger = _relation(tokens[i - 1]) if i > 0 and relation == "about" else None
        if stronger is not None and stronger != "about":  # `more than an estimated £4 million`
            i, relation = i - 1, stronger
        token.relation = relation
        one.start = tokens[i].start
    if (
        one.at > 1
        and tokens[one.at - 1].text == "."
        and tokens[one.at - 2].text.lower() in ("c", "ca", "approx")
    ):
        token.relation = "about"
    after = tokens[one.at + 1] if one.at + 1 < len(tokens) else None
    if after is None:
        return
    if after.text == "+" and after.start == token.end:
        token.relation = "at_least"
    elif after.words in (("or", "more"), ("plus",), ("or", "so"), ("odd",), ("or", "thereabouts")):
        token.relation = "at_least" if after.words in (("or", "more"), ("plus",)) else "about"
    if token.relation == "exactly" and one.indicator and len(found) > 1:
        # an `estimated` that plainly governs a list of values or counts
        last = found[-2]
        listed = tokens[one.at - 1].tag in ("worth", "join") or tokens[one.at - 1].text == ","
        if (
            last.estimated
            and last.indicator == one.indicator
            and listed
            and one.kind in ("GBP drug", "wraps", "plants")
        ):
            token.relation = "about"
    one.estimated = (
        token.relation == "about"
        and any(w.startswith("estimat") for t in tokens[max(0, one.at - 2) : one.at] for w in t.words)
    ) or (len(found) > 1 and found[-2].estimated and token.relation == "about")


def _brought_to(tokens: Sequence[Token], i: int) -> bool:
    """Whether `up to` ends a sum and hedges nothing: `which brings the total up to 612`."""
    if tokens[i].words != ("up", "to"):
        return False
    return bool(
        {"bring", "bringing", "take", "taking", "brought", "total"}
        & {w for t in tokens[max(0, i - 5) : i] for w in t.words}
    )


def _relation(token: Token) -> Relation | None:
    return RELATIONS.get(token.words)
