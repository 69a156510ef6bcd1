"""Read one value of a published series as it was stated: `over 66k`, `500 men + 86 women`, `4 (one imitation)`.

A text is a list of pieces. A piece is one number with its hedges, currency or percent sign, words and brackets;
what it counts is the label's meaning (`labels`), changed by the words (`words`). A piece that holds
anything unknown is not read, since an unknown word may change what is counted: it is kept in `left`.
"""

import re
from dataclasses import dataclass, replace

from clewline.formats.stated.labels import INDICATORS, Meaning
from clewline.formats.stated.members import Member, members
from clewline.formats.stated.phrases import Unread, drugs_in, qualified
from clewline.formats.stated.piece import Stated, read_piece
from clewline.formats.stated.singular import singular
from clewline.formats.stated.token import Token
from clewline.formats.stated.tokens import tokens
from clewline.formats.stated.words import REMARKS, WORDS

_LONGEST = 2000
_ODD_SPACE = re.compile(r"[^\S\n]")


@dataclass(frozen=True, kw_only=True)
class Reading:
    """What was read from one text, and what was not.

    Every character is in a span, in `left`, in a `since`, or stands between the members of a list.
    """

    stated: tuple[Stated, ...]
    """At least one value, in the order of the text."""
    left: tuple[str, ...] = ()
    """Pieces of the text that were not read, as they stand; empty where all was."""


@dataclass(frozen=True, kw_only=True)
class Refused:
    """Why no value was read from a text; it never holds the text."""

    rule: str
    what: str
    do: str


_RULES = {
    "unknown-label": (
        "No table says what this label counts.",
        "Add the label to INDICATORS with its indicator and unit, or correct it.",
    ),
    "not-a-result": ("The label holds remarks, not values.", "Keep the remark with the release."),
    "too-long": (
        f"The text is longer than {_LONGEST} characters.",
        "Give one published value, not its article.",
    ),
    "no-number": ("The text states no number.", "Leave it out of the series; the release names no value."),
    "unclear-number": (
        "The digits are not one plain number.",
        "Write one number, with commas between thousands only, or several parted by commas.",
    ),
    "two-hedges": ("The hedges contradict each other.", "Look at the release and keep the one it uses."),
    "unknown-words": (
        "A word beside the number is unknown and may change what it counts.",
        "Look at the release; add the word to WORDS, or put a remark in brackets.",
    ),
    "another-thing": (
        "The words beside the number do not go with what the label counts.",
        "Move the value to the label of the thing that it counts.",
    ),
    "no-thing": (
        "The label needs a word that says what the number counts.",
        "Add the word from the release.",
    ),
    "no-direction": ("A change is stated without up or down.", "Add a sign, or the word, from the release."),
}


def _refused(rule: str) -> Refused:
    what, do = _RULES[rule]
    return Refused(rule=rule, what=what, do=do)


def read_stated(indicator: str, as_stated: str) -> Reading | Refused:
    """Return the numbers that a text states under a label of INDICATORS, or why it states none that can be used."""
    label = INDICATORS.get(indicator.strip())
    if label is None:
        return _refused("unknown-label")
    if not label.counts:
        return _refused("not-a-result")
    if len(as_stated) > _LONGEST:
        return _refused("too-long")
    text = _ODD_SPACE.sub(" ", as_stated)  # one for one, so that spans hold
    stated, left, rules = _read(text, 0, len(text), label, whole=None)
    if not stated:
        nothing = "unclear-number" if any(c in "0123456789" for c in as_stated) else "no-number"
        return _refused(next((rule for rule in rules if rule != "no-number"), nothing))
    return Reading(stated=tuple(stated), left=tuple(left))


def _read(
    text: str, start: int, end: int, label: Meaning, whole: Stated | None
) -> tuple[list[Stated], list[str], list[str]]:
    """Return the numbers of a stretch of text, the pieces left unread, and the rules that left them."""
    stated: list[Stated] = []
    left: list[str] = []
    rules: list[str] = []
    prefix: Token | None = None
    governs = True
    last, in_part = "stop", False
    segments = list(members([_moved(t, start) for t in tokens(text[start:end])]))
    while segments:
        segment = segments.pop(0)
        if segment.tokens[0].kind == "period" and segment.tokens[0].text.endswith(":"):
            if prefix and not governs:
                left.append(prefix.text)
            prefix, governs = segment.tokens[0], False
            if len(segment.tokens) > 1:
                segments.insert(0, replace(segment, tokens=segment.tokens[1:]))
            continue
        before, last = last, segment.tokens[-1].kind
        pair = [segment]
        if segment.numbered and segments and segments[0].link == "to":
            pair.append(segments.pop(0))
        try:
            if not segment.numbered:
                stated[-1:] = [_remarked(text, segment, stated[-1] if stated else None, after=before)]
                continue
            read = (
                _range(text, pair, label, whole) if len(pair) == 2 else _member(text, segment, label, whole)
            )
        except Unread as unread:
            rules.append(str(unread))
            left.append(text[segment.span[0] : pair[-1].span[1]])
            continue
        in_part = segment.link in REMARKS or (in_part and segment.link in ("and", "+", "&"))
        read[0] = replace(read[0], part=read[0].part or in_part)
        if stated and segment.link in ("at", "in", "across") and read[0].indicator == "school_visits":
            stated[-1] = _at_schools(stated[-1])
        since = str(prefix.value) if prefix else None
        governs = governs or any(one.since is None for one in read)
        stated += [replace(one, since=one.since or since) for one in read]
        spread = _since(pair[-1])
        if spread and not segments:
            # `60 defendants, 86 offences since 2019`: the last member's `since` is the whole list's
            stated = [replace(one, since=one.since or spread) for one in stated]
    if prefix and not governs:
        left.append(prefix.text)
    return stated, left, rules


def _since(member: Member) -> str | None:
    periods = (t for t in member.tokens if t.kind == "period" and t.text.lower().startswith("since"))
    return next((str(period.value) for period in periods), None)


def _moved(token: Token, by: int) -> Token:
    return replace(token, start=token.start + by, end=token.end + by)


def _member(text: str, segment: Member, label: Meaning, whole: Stated | None) -> list[Stated]:
    """Return the number of a segment and those in its brackets."""
    brackets = [token for token in segment.tokens if token.kind == "bracket"]
    periods = [str(token.value) for token in segment.tokens if token.kind == "period"]
    bare = tuple(token for token in segment.tokens if token.kind not in ("bracket", "period"))
    one = read_piece(text, bare, label, whole)
    one = replace(one, span=segment.span, since=periods[0] if periods else None, part=whole is not None)
    parts: list[Stated] = []
    for bracket in brackets:
        one, inner = _bracketed(text, bracket, one, label, nested=whole is not None)
        parts += inner
    return [one, *(replace(part, since=part.since or one.since) for part in parts)]


def _bracketed(
    text: str, bracket: Token, one: Stated, label: Meaning, *, nested: bool
) -> tuple[Stated, list[Stated]]:
    """Return a value with what its bracket says of it, and the numbers the bracket states: all, or none and a note."""
    start, end = bracket.start + 1, bracket.end - 1
    inner = tokens(text[start:end])
    said = text[start:end].strip()
    if not inner:
        return one, []
    if inner[0].kind == "period" and len(inner) == 1:
        return replace(one, since=one.since or str(inner[0].value)), []
    if singular(inner[0].text) in ("aged", "age"):
        return _with(one, age_group=said), []
    if drugs := drugs_in(inner):
        return _with(one, **dict(drugs)), []
    kept = tuple((key, value) for key, value in one.qualifiers if key not in ("note", "base"))
    about = Meaning(indicator=one.indicator, unit=one.unit, qualifiers=kept, free=label.free, bare=False)
    parts, left, _ = ([], [said], []) if nested else _read(text, start, end, about, one)
    if left or not parts:
        return _with(one, note=said), []
    if inner[0].kind == "sign":
        parts = [replace(part, part=False) for part in parts]  # `(+60 g)` is more, not a part
    return one, parts


def _with(one: Stated, **said: str) -> Stated:
    return replace(one, qualifiers=qualified(one.qualifiers, **said))


def _range(text: str, pair: list[Member], label: Meaning, whole: Stated | None) -> list[Stated]:
    """Return `30 to 40 people` as at least 30 and at most 40, and `82 (2020) to 42` as an earlier and a later value."""
    low, high = pair
    if not any(token.kind == "word" for token in low.tokens):
        words = tuple(token for token in high.tokens if token.kind in ("word", "percent", "currency"))
        low_read = _member(text, replace(low, tokens=low.tokens + words), label, whole)
        low_read[0] = replace(low_read[0], span=low.span)
    else:
        low_read = _member(text, low, label, whole)
    high_read = _member(text, high, label, whole)
    first, last = low_read[0], high_read[0]
    one_moment = not any(token.kind in ("bracket", "period") for token in low.tokens)
    if one_moment and first.value < last.value and first.relation == last.relation == "exactly":
        first, last = replace(first, relation="at_least"), replace(last, relation="at_most")
    else:
        first = _with(first, note="earlier")
    return [first, *low_read[1:], last, *high_read[1:]]


def _at_schools(one: Stated) -> Stated:
    """Return sessions held at schools as what they are."""
    return replace(one, indicator="school_visits") if one.indicator == "engagement_events" else one


def _remarked(text: str, segment: Member, before: Stated | None, *, after: str) -> Stated:
    """Return the value before a remark with the remark as its note: `77, provisional`.

    Further drugs of one number are no remark: `900 wraps of cocaine, heroin and crack`.

    :raises Unread: there is no value before it, or it is more than a known remark.
    """
    drugs = drugs_in(list(segment.tokens))
    if (
        before
        and drugs
        and after == "word"
        and {key for key, _ in drugs} <= {key for key, _ in before.qualifiers}
    ):
        return replace(_with(before, **dict(drugs)), span=(before.span[0], segment.span[1]))
    words = [token for token in segment.tokens if token.kind in ("word", "join")]
    word = WORDS.get(" ".join(singular(token.text) for token in words))
    others = {token.kind for token in segment.tokens} - {"word", "join", "bracket", "period"}
    if before is None or others or (words and not (word and word.noted and not word.said)):
        raise Unread("no-number")
    one = replace(before, span=(before.span[0], segment.span[1]))
    for token in segment.tokens:
        if token.kind == "period":
            one = replace(one, since=str(token.value))
    notes = [text[words[0].start : words[-1].end]] if words else []
    notes += [token.text[1:-1].strip() for token in segment.tokens if token.kind == "bracket"]
    for note in notes:
        one = _with(one, note=note)
    return one
