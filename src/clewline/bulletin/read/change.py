"""Changes: `up 14 per cent`, `73 more arrests than last year`, `from 82 to 42`. Of what, and in which direction."""

from collections.abc import Mapping, Sequence

from clewline.bulletin.period import MONTHS
from clewline.bulletin.read.found import Found, Topic
from clewline.bulletin.read.lexicon import Entry
from clewline.bulletin.read.lexicon.entry import words
from clewline.bulletin.read.lexicon.meanings import MEANINGS, Meaning
from clewline.bulletin.read.phrase import phrase_after
from clewline.bulletin.read.token import Token

_VERBS = {"halved": "down", "doubled": "up", "tripled": "up", "trebled": "up", "quadrupled": "up"}
_NOUNS = {
    **dict.fromkeys(words("increase rise higher more up growth jump uplift surge increased"), "up"),
    **dict.fromkeys(words("decrease fall drop reduction lower fewer less down decline cut reduced"), "down"),
}
"""Directions of words behind a percentage: `a 20 per cent rise`."""
_LINKS = (("by",), ("of",), ("a",))
_ACTIVE = words("active running operating live operational operate")
_EARLIER = (("from",), ("to",), ("against",), ("than",), ("with",), ("versus",))
_COMPARING = (("compared",), ("against",))

OF: Mapping[str, str] = {
    "arrest": "arrests",
    "line": "lines_closed",
    "knife": "knives",
    "weapon": "weapons",
    "drug": "drugs",
    "cash": "cash_seized",
    "plants": "cannabis_plants_seized",
    "charge": "charges",
    "people": "people",
    "warrant": "warrants",
    "firearm": "firearms",
    "phone": "phones",
    "seizure": "drug_seizures",
    "nrm": "nrm_referrals",
    "referral": "safeguarding_referrals",
    "vehicle": "vehicles",
    "conviction": "convictions",
    "search": "searches",
    "visit": "visits",
    "cuckoo visit": "cuckooing_visits",
    "operation": "operations",
}
"""What a change is a change in, by the thing that is named."""

_BEFORE, _BEHIND = 25, 7
"""Tokens on each side in which the noun of a change is looked for."""


def change(tokens: Sequence[Token], one: Found, topic: Topic) -> bool:
    """Decide whether a number, a count or a share, is a change; one in something unknown is set aside."""
    percent = one.token.unit == "percent"
    direction = (percent and _VERBS.get(one.token.text.lower())) or _direction(tokens, one)
    if not direction:
        return False
    behind = phrase_after(tokens, one.at + 1)
    if behind.aside and not percent:
        one.aside = behind.aside  # `grown by 1,670 staff`
        return True
    kind, name = _of(tokens, one, topic)
    if not name:
        one.aside = "profile"
        return True
    counted = next(iter(MEANINGS.get(kind, {}).values()), Meaning("", "items"))
    one.set(Meaning("change", "percent" if percent else counted.unit), "", None, f"a change in {name}")
    one.said = {"of": name, "direction": direction}
    one.kind = kind
    return True


def _direction(tokens: Sequence[Token], one: Found) -> str:
    """Return the direction that words beside the number give; nothing where it is no change."""
    i = one.at - 1
    while i >= 0 and one.at - i <= 5 and (tokens[i].tag in ("hedge", "void") or tokens[i].words in _LINKS):
        i -= 1
    if i >= 0 and tokens[i].tag == "turn" and (entry := tokens[i].entry) is not None:
        return entry.kind
    if one.token.unit == "percent":
        return _noun_behind(tokens, one.at) or _turned_by(tokens, i)
    for token in tokens[one.at + 1 : one.at + 4]:
        if token.words in (("more", "than"), ("fewer", "than")):
            return _NOUNS[token.words[0]]
        if token.words in (("more",), ("fewer",)):
            return _NOUNS[token.words[0]] if _compared(tokens, one.at) else ""
        if token.tag not in ("thing", "void"):
            break
    return ""


def _turned_by(tokens: Sequence[Token], i: int) -> str:
    """Return the direction of a verb that its object parts from its measure: `brought burglaries down by 7%`."""
    if tokens[i + 1 : i + 2] and tokens[i + 1].words != ("by",):
        return ""
    for token in reversed(tokens[max(0, i - _PARTED) : i + 1]):
        if token.tag == "break" or token.kind == "number" or token.text == ";":
            return ""
        if token.tag == "turn" and token.entry is not None:
            return token.entry.kind
        if token.tag == "act" and token.words[-1] == "down":
            return "down"
    return ""


_PARTED = 12


def _noun_behind(tokens: Sequence[Token], at: int) -> str:
    for token in tokens[at + 1 : at + 4]:
        if token.kind != "word" or token.tag in ("prep", "be"):
            break
        for word in token.words:
            if word in _NOUNS:
                return _NOUNS[word]
    return ""


def _compared(tokens: Sequence[Token], at: int) -> bool:
    near = (*tokens[at : at + 16], *tokens[max(0, at - 10) : at])
    return any({"than", "compared", "comparison"} & set(t.words) for t in near)


def _of(tokens: Sequence[Token], one: Found, topic: Topic) -> tuple[str, str]:
    """Return the kind of thing that changed and its name: the noun behind, else the nearest one before."""
    before = _label(tokens, one.at) or _things_before(tokens, one.at)
    behind = _things_behind(tokens, one.at)
    told = (
        one.token.text.lower() in _VERBS
    )  # `The number of arrests has doubled since we launched Operation X`
    things = before + behind if told else behind + before
    kind = next((t.kind for t in things if t.kind in OF), "")
    if not kind and topic.last is not None and not any(t.tag == "thing" for t in tokens[: one.at]):
        kind = topic.last.kind
    if not kind and (
        offence := next((dict(t.said).get("offence", "") for t in things if t.kind == "offence"), "")
    ):
        return "offence", offence
    if kind == "line" and topic.words & _ACTIVE:
        return kind, "lines_active"
    return kind, OF.get(kind, "")


_ARRESTS = Entry(tag="thing", kind="arrest")


def _label(tokens: Sequence[Token], at: int) -> list[Entry]:
    """Return the things of a label before the number, its first one first: `Cash seized from gangs: up by 103%`."""
    cut = next((i for i in range(max(0, at - 4), at) if tokens[i].text == ":"), 0)
    found = [t.entry for t in tokens[:cut] if t.tag == "thing" and t.entry is not None and t.entry.head]
    if any(t.tag == "act" and t.entry is not None and t.entry.acts[0] == "arrest" for t in tokens[:cut]):
        found.insert(0, _ARRESTS)  # `Gang suspects arrested: up by 35%`
    return found if cut <= _BEFORE else []


def _things_behind(tokens: Sequence[Token], at: int) -> list[Entry]:
    head = phrase_after(tokens, at + 1).head
    if head is not None:
        return [head]
    for token in tokens[at + 1 : at + _BEHIND]:
        if token.tag == "thing" and token.entry is not None:
            return [token.entry]
        if token.tag in ("break", "act") or token.text in ",;":
            break
    return []


def _things_before(tokens: Sequence[Token], at: int) -> list[Entry]:
    found = []
    for token in reversed(tokens[max(0, at - _BEFORE) : at]):
        if token.tag == "thing" and token.entry is not None:
            found.append(token.entry)
        if token.tag == "break" or token.text == ";":
            break
    return found


def earlier_value(tokens: Sequence[Token], one: Found, topic: Topic) -> bool:
    """Decide whether a bare number is another value of the same: `from 82 to 42`, `against 29 the year before`."""
    i = one.at - 1
    while i >= 0 and tokens[i].tag in ("hedge", "void"):
        i -= 1
    if i < 0 or one.token.unit:
        return False
    dated = _dated(tokens, i, one.at)
    if not dated and tokens[i].words not in _EARLIER and tokens[i].tag != "turn":
        return False
    phrase = phrase_after(tokens, one.at + 1)
    if phrase.head is not None or phrase.aside or phrase.partitive:
        return False
    turned = any(map(_turns, tokens[max(0, i - _BEFORE) : i + 1]))
    last = topic.last
    if (dated or turned) and last is not None and last.at < one.at and last.sentence == one.sentence:
        one.set(Meaning(last.indicator, last.unit), "", None, f"an earlier value of {last.indicator}")
        one.kind, one.said = last.kind, dict(last.said)
        return bool(last.indicator)
    return turned and _end_of_a_change(tokens, one, i)


def _dated(tokens: Sequence[Token], i: int, at: int) -> bool:
    """Whether the number is that of a year in brackets: `203 arrests (2023: 160)`, `(160 in 2023)`."""
    if tokens[i].text == ":":
        return i > 0 and (tokens[i - 1].aside == "date" or tokens[i - 1].text in MONTHS)
    return tokens[i].text == "(" and at + 1 < len(tokens) and tokens[at + 1].text == "in"


def _turns(token: Token) -> bool:
    return token.tag == "turn" or token.text.lower() in _VERBS or token.words in _COMPARING


def _end_of_a_change(tokens: Sequence[Token], one: Found, i: int) -> bool:
    """Take the noun that changed for one end of its change: `the number of lines dropped from 82 to 42`."""
    turn = next((k for k in range(i, max(-1, i - _BEFORE), -1) if _turns(tokens[k])), i)
    for entry in _things_before(tokens, turn):
        if not entry.head or entry.kind in ("charge", "years"):
            continue
        row = MEANINGS.get(entry.kind, {})
        meaning = Meaning("lines_active", "lines") if entry.kind == "line" else row.get("*")
        if meaning is not None:
            one.kind = entry.kind
            one.set(meaning, "", None, f"one end of a change in {entry.kind}")
        return meaning is not None
    return False
