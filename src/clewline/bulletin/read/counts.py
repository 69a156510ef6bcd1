"""Decide what a count counts: by its noun, its act, its label, or by what the text spoke of before."""

import re
from collections.abc import Sequence
from decimal import Decimal

from clewline.bulletin.read.bare import bare
from clewline.bulletin.read.finer import by_noun, finer, years
from clewline.bulletin.read.found import Found, Topic
from clewline.bulletin.read.govern import Governor, governors
from clewline.bulletin.read.labels import label
from clewline.bulletin.read.lexicon import Entry
from clewline.bulletin.read.lexicon.entry import words
from clewline.bulletin.read.lexicon.meanings import MEANINGS, Meaning, goes
from clewline.bulletin.read.phrase import MEASURES, phrase_after
from clewline.bulletin.read.token import Token

_THOUSANDS = re.compile(r"[1-9]\d{0,2}(?:\.\d{3})+")
"""A count with points between its thousands: of people and things there are no thousandths."""
_ACTIVE = words("active running operating live operational")


def count(tokens: Sequence[Token], one: Found, topic: Topic, before: list[Found]) -> None:
    """Decide what a count counts."""
    i = one.at
    if _THOUSANDS.fullmatch(one.token.text):
        one.token.value = Decimal(one.token.text.replace(".", ""))  # `1.551 people`
    phrase = phrase_after(tokens, i + 1)
    acts = governors(tokens, i, phrase.end)
    if phrase.head is None and not phrase.aside and (named := label(tokens, one)):
        phrase = named
        said = [
            Governor(t.entry, k, "label")
            for k, t in enumerate(tokens[:i])
            if t.tag == "act" and t.entry and k >= named.begin
        ]
        # `identified and safeguarded: 63` tells what was done for them
        acts = sorted(said, key=lambda g: g.entry.acts[0] == "identify") or acts
        one.listed = True
    one.phrase, one.acts = phrase, acts
    if phrase.aside:
        one.aside = phrase.aside
        return
    of_drug = phrase.kind == "drug" and (phrase.them or (phrase.partitive and _in_pieces(topic, before)))
    one.kind = "" if of_drug else phrase.kind
    if (
        phrase.texts == ["others"]
        and topic.last is not None
        and acts
        and acts[0].entry.acts[0] in ("close", "disrupt")
    ):
        one.kind = topic.last.kind  # `disrupted three lines and dismantled two others`
    if not one.kind:
        bare(tokens, one, topic, before)
        if one.aside:
            return
    elif (
        phrase.partitive
        and not phrase.them
        and not acts
        and topic.last not in before
        and not _goes_on(tokens, phrase.end)
    ):
        one.aside = "not a result"
        return
    if one.kind == "line" and _runs(tokens, one, topic):
        one.set(Meaning("lines_active", "lines"), "", None, "active lines")
    elif one.kind == "years":
        years(tokens, one, topic)
    elif one.kind == "phone" and phrase.adjectives and phrase.texts[-1] in ("device", "devices"):
        one.set(Meaning("other_items_seized", "items"), "seize", None, "devices that are no phones")
        one.said["item"] = f"{phrase.adjectives[-1]} device"
    elif one.kind == "people" and _visited(tokens, i):
        one.set(Meaning("safeguarding_visits", "visits"), "visit", None, "safeguarding visits to people")
    else:
        if one.kind in ("people", "holders") and one.acts and _got_years(tokens, one):
            one.acts.insert(0, Governor(_JAILED, one.acts[0].at, "beside"))
        if one.kind == "cuckoo address" or (one.kind == "people" and _of_noun(tokens, i)):
            by_noun(tokens, one)  # `Visits were paid to 861 cuckooed addresses`, `charges on five people`
        if one.kind == "people" and topic.last in before and topic.last is not None:
            _with_the_whole(tokens, one, topic.last)
        if not one.indicator:
            mean(one, topic)
        if not one.indicator and one.aside != "offending":
            by_noun(tokens, one)
        if not one.indicator and one.kind == "people" and before and _goes_along(tokens, one, before[-1]):
            last = before[-1]
            one.aside = ""
            one.set(
                Meaning(last.indicator, last.unit), last.act, last.act_entry, f"a part of {last.indicator}"
            )
            one.part_of = last.part_of or last
        if one.indicator and (_lone_one(one, topic) or _one_that_may(tokens, one)):
            one.indicator, one.aside = "", "one person"
        finer(tokens, one, topic)
    finish(tokens, one)


def _in_pieces(topic: Topic, before: list[Found]) -> bool:
    """Whether drugs were told in pieces just before: `80 seizures of cocaine, 69 of heroin`."""
    return topic.last is not None and topic.last in before and topic.last.kind in MEASURES


def _of_noun(tokens: Sequence[Token], at: int) -> bool:
    """Whether a noun of what was done stands right before: `charges on five people`."""
    linked = at > 1 and tokens[at - 1].words in (("on",), ("against",))
    noun = tokens[at - 2].entry if linked else None
    return noun is not None and noun.tag == "thing" and noun.kind in ("charge", "search", "referral")


def _with_the_whole(tokens: Sequence[Token], one: Found, last: Found) -> None:
    """Let a part have what was done to its whole: `referred 710 people to services, 58 children among them`."""
    before = tokens[one.at - 1].tag if one.at else ""
    behind = tokens[one.phrase.end] if one.phrase.end < len(tokens) else None
    among = behind is not None and behind.words in (("among", "them"), ("amongst", "them"))
    beside = bool(one.acts) and one.acts[0].how == "beside"
    if (before == "part" or among) and not beside and last.unit == "people" and last.act_entry is not None:
        one.acts.insert(0, Governor(last.act_entry, last.at, "before"))


def _goes_along(tokens: Sequence[Token], one: Found, last: Found) -> bool:
    """Whether people are told with the people before them, in brackets or in a list."""
    return _bracketed(tokens, one, last) or _listed(tokens, one, last)


def _listed(tokens: Sequence[Token], one: Found, last: Found) -> bool:
    """Whether nothing but a comma or `and` parts two numbers: `referrals were made for two women, two men`."""
    between = tokens[last.phrase.end : one.at]
    small = all(t.text == "," or t.tag in ("join", "hedge", "void") for t in between)
    return (
        small
        and 0 < len(between) <= 3
        and last.unit == "people"
        and last.kind == "people"
        and bool(last.indicator)
    )


def _bracketed(tokens: Sequence[Token], one: Found, last: Found) -> bool:
    """Whether people stand in brackets behind a count of people: `34 arrests (28 male, 6 female)`."""
    between = tokens[last.at + 1 : one.at]
    opened = any(t.text in "(:" for t in between) or last.part_of is not None
    listed = (
        last.kind == "arrest"
        and any(t.text == "," for t in between)
        and not any(t.tag == "act" for t in between)
    )
    return last.unit == "people" and bool(last.indicator) and (opened or listed)


def _lone_one(one: Found, topic: Topic) -> bool:
    """Whether it is the `one` of a story, with nothing done to it: `One phone had sent 4,000 messages`."""
    return (
        one.token.spelled
        and one.token.value == 1
        and not one.act
        and not topic.told
        and not one.part_of
        and not topic.police
    )


def _one_that_may(tokens: Sequence[Token], one: Found) -> bool:
    """Whether it is any one: `One seizure can be a small amount`."""
    after = tokens[one.phrase.end] if one.phrase.end < len(tokens) else None
    may = after is not None and after.entry is not None and after.tag == "aim" and after.entry.kind == "modal"
    return one.token.spelled and one.token.value == 1 and may


def _goes_on(tokens: Sequence[Token], at: int) -> bool:
    """Whether something is said of a part: `773 of the arrests related to knife crime`."""
    return at < len(tokens) and tokens[at].tag in ("prep", "be")


def _visited(tokens: Sequence[Token], at: int) -> bool:
    """Whether `safeguarding visits to` stands right before the number."""
    i = at - 1
    while i > 0 and tokens[i].tag in ("hedge", "void"):
        i -= 1
    before = tokens[i - 1].entry if i > 0 and tokens[i].words == ("to",) else None
    return before is not None and before.kind == "safe visit"


_JAILED = Entry(tag="act", acts=("sentence",))
_GOT = words("given got received handed been")


def _got_years(tokens: Sequence[Token], one: Found) -> bool:
    """Whether people got years: `92 line holders have been given 401 years`."""
    behind = tokens[one.phrase.end : one.phrase.end + 8]
    numbers = [i for i, t in enumerate(behind) if t.kind == "number"]
    if not numbers or numbers[0] + 1 >= len(behind) or behind[numbers[0] + 1].words[:1] != ("year",):
        return False
    return any(t.text.lower() in _GOT for t in behind[: numbers[0]])


def _runs(tokens: Sequence[Token], one: Found, topic: Topic) -> bool:
    """Whether lines are said to run: `15 lines currently operating in the county`, `64 lines are active`.

    An estimate for the whole country is none of a force's own count.
    """
    if any(g.how in ("beside", "before") and g.entry.acts[0] in ("close", "disrupt") for g in one.acts[:1]):
        return False
    if _ACTIVE & {w.lower() for w in one.phrase.adjectives}:
        return True
    behind = [t.text.lower() for t in tokens[one.phrase.end : one.phrase.end + 4]]
    return bool(_ACTIVE & set(behind)) and not topic.words & _GUESSED


_GUESSED = words("estimate estimated national nationally uk country nationwide")
_IN_USE = words("use estimate estimated assess believe exist existed thought")


def mean(one: Found, topic: Topic) -> None:
    """Find the first act that goes with what is counted, and what both mean."""
    row = MEANINGS.get(one.kind)
    if row is None:
        one.aside = "not a result" if one.kind else "not understood"
        return
    near = next((g for g in one.acts if g.how != "far"), None)
    if (
        near is not None
        and near.entry.acts[0] == "carry"
        and one.kind not in ("arrest", "charge", "people", "warrant", "holders")
    ):
        one.aside = "offending"
        return
    for g in one.acts:
        if _try(one, g.entry, g.how):
            return
    for entry in topic.heading:
        if _try(one, entry, "heading"):
            return
    if topic.told or one.kind not in ("people",):
        for thing in one.phrase.things:
            if thing.acts and _try(one, thing, "noun"):
                return
    else:
        for thing in one.phrase.things:
            if thing.acts and thing.acts[0] in ("identify", "engage") and _try(one, thing, "noun"):
                return
    if (
        one.kind in ("line", "phone line")
        and one.kind in topic.acts
        and not topic.words & _IN_USE
        and _try(one, topic.acts[one.kind], "earlier")
    ):
        return
    if "*" in row:
        one.set(row["*"], "", None, one.kind)
        return
    one.aside = "not a result"


def _try(one: Found, entry: Entry, how: str) -> bool:
    for act in entry.acts:
        if (meaning := goes(one.kind, act)) is not None:
            one.set(meaning, act, entry, f"{one.kind} + {act} ({how})")
            return True
    return False


def finish(tokens: Sequence[Token], one: Found) -> None:
    """Stretch the quote over the noun behind."""
    last = one.phrase.end - 1
    if one.at < last < len(tokens) and not one.listed:
        one.end = tokens[last].end
