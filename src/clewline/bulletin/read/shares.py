"""Percentages and shares: of what, and whether they are results at all."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from clewline.bulletin.read.found import Found, Topic
from clewline.bulletin.read.govern import Governor, governors
from clewline.bulletin.read.lexicon import Entry
from clewline.bulletin.read.lexicon.meanings import MEANINGS, Meaning
from clewline.bulletin.read.phrase import Phrase, phrase_after
from clewline.bulletin.read.token import Token

_BEFORE = re.compile(
    r"previous(?:ly)?\s+(?:been\s+)?(?:arrest|offen|convict)|arrested\b.{0,40}\bbefore\b"
    r"|already\s+(?:had|been)\s+(?:an?\s+)?arrest|(?:prior|previous|earlier)\s+arrest"
    r"|been\s+arrested\s+(?:for\s+\w+\s+)?previously",
    re.IGNORECASE,
)
"""Wordings of an earlier arrest."""
_EARLIER = re.compile(r"previous|before|already|prior|earlier", re.IGNORECASE)
"""Words one of which each of these wordings has."""
_UNDER = re.compile(r"\b(?:were|was|are)\s+(?:aged\s+)?((?:under|over)\s+\d\d)\b")
_REACH = 12
"""Tokens behind a share in which its base is looked for."""


@dataclass(slots=True)
class _Share:
    """What the words around a share tell."""

    base: str
    inner: Governor | None
    """The act of its base: `of those arrested`."""
    beside: Governor | None
    """The act that is said of it: `were charged`."""
    group: str
    sex: str


def share(tokens: Sequence[Token], one: Found, topic: Topic, text: str) -> None:
    """Decide what a percentage is of; one that is of nothing that was done is set aside."""
    told = _told(tokens, one, text)
    if _EARLIER.search(text) and _BEFORE.search(text):
        _decide(one, Meaning("prior_arrest_rate", "percent"), told.base or "unstated")
        return
    if any(
        rule(tokens, one, topic, told)
        for rule in (_of_bracket, _of_lines, _of_group, _of_share, _of_act, _of_part)
    ):
        return
    if (told.base and _of_counted(tokens, one)) or _like(tokens, one, topic):
        return
    one.aside = "profile"


def _told(tokens: Sequence[Token], one: Found, text: str) -> _Share:
    base = _base(tokens, one.at)
    end, inner = one.at + 1, None
    if base:
        end, inner = _behind_base(tokens, end)
    else:
        inner = _those(tokens, one.at)
    acts = governors(tokens, one.at, end)
    behind = [t.entry for t in tokens[one.at : one.at + 3 * _REACH] if t.entry is not None]
    under = _UNDER.search(text)
    return _Share(
        base=base,
        inner=inner,
        beside=next((g for g in acts if g.how == "beside"), None),
        group=next((e.group for e in behind if e.tag == "thing" and e.group), under[1] if under else ""),
        sex=next((value for e in behind for key, value in e.said if key == "sex"), ""),
    )


def _decide(one: Found, meaning: Meaning, base: str, **said: str) -> bool:
    one.set(Meaning(meaning.indicator, "percent"), "", None, f"a share of {base}")
    one.said.update(base=base, **{key: value for key, value in said.items() if value})
    return True


def _of_bracket(tokens: Sequence[Token], one: Found, topic: Topic, told: _Share) -> bool:
    """Read `1,300 lines (65 per cent) were closed`: the share of the count before it."""
    last = topic.last
    opened = one.at > 1 and tokens[one.at - 1].text == "(" and one.at + 1 < len(tokens)
    if not opened or last is None or last.sentence != one.sentence or not last.indicator:
        return False
    near = tokens[one.at + 1].text == ")" and last.phrase.end == one.at - 1 and last.unit != "percent"
    return near and _decide(one, Meaning(last.indicator, "percent"), "unstated")


def _of_lines(tokens: Sequence[Token], one: Found, topic: Topic, told: _Share) -> bool:
    """Read `shut down 10 per cent of the phone lines`, `a third of the lines were closed`."""
    whole = phrase_after(tokens, one.at + 2) if told.base else None
    if whole is None or whole.kind not in ("line", "phone line"):
        return False
    for g in governors(tokens, one.at, whole.end):
        if g.how != "far" and g.entry.acts[0] in ("close", "disrupt"):
            meaning = MEANINGS["line"][g.entry.acts[0]]
            return _decide(one, meaning, told.base)
    return False


def _of_group(tokens: Sequence[Token], one: Found, topic: Topic, told: _Share) -> bool:
    """Read `40% of those arrested were teenagers`: the base's act, narrowed to the group."""
    if told.inner is None or not (told.group or told.sex):
        return False
    meaning = MEANINGS["people"].get(told.inner.entry.acts[0])
    return meaning is not None and _decide(
        one, meaning, meaning.indicator, age_group=told.group, sex=told.sex
    )


def _of_share(tokens: Sequence[Token], one: Found, topic: Topic, told: _Share) -> bool:
    """Read `40% were teenagers, of whom fewer than 1 in 5 were charged`: of the group told before."""
    them = any(t.tag in ("them", "part") for t in tokens[max(0, one.at - 4) : one.at])
    if told.beside is None or topic.share is None or not them:
        return False
    meaning = MEANINGS["people"].get(told.beside.entry.acts[0])
    group = topic.share.said.get("age_group", "")
    base = f"{group}_arrested" if group else "unstated"
    return meaning is not None and _decide(one, meaning, base, age_group=group)


def _of_act(tokens: Sequence[Token], one: Found, topic: Topic, told: _Share) -> bool:
    """Read `88% being charged` after a number of people: of these people."""
    last = topic.last
    people = last is not None and last.kind in ("people", "holders", "arrest")
    if told.beside is None or not (people or told.inner is not None):
        return False
    of_holders = (last is not None and last.kind == "holders") or told.base.startswith("line_holder")
    kind = "holders" if of_holders else "people"
    act = told.beside.entry.acts[0]
    meaning = MEANINGS[kind].get(act)
    base = told.base or ("line_holders_arrested" if (kind, act) == ("holders", "charge") else "unstated")
    group = last.said.get("age_group", "") if last is not None else ""
    return meaning is not None and _decide(one, meaning, base, age_group=group)


def _of_part(tokens: Sequence[Token], one: Found, topic: Topic, told: _Share) -> bool:
    """Read `more than half of them` of what was told last: operations, or children among people safeguarded."""
    last = topic.last
    if last is None or not (one.phrase.partitive or one.phrase.them):
        return False
    if last.indicator == "operations_conducted":
        return _decide(one, MEANINGS["operation"]["*"], "operations")
    if last.indicator == "people_safeguarded" and told.group and one.phrase.them:
        name = "children_safeguarded" if told.group == "children" else "people_safeguarded"
        return _decide(one, Meaning(name, "percent"), "people_safeguarded")
    return False


def _of_counted(tokens: Sequence[Token], one: Found) -> bool:
    """Decide a share of counted things by what narrows it: `Two thirds of the arrests were for drug supply`."""
    whole = phrase_after(tokens, one.at + 2)
    offence = _offence(tokens, whole.end)
    if not offence or whole.kind not in ("arrest", "charge", "conviction"):
        return False
    one.kind = whole.kind
    meaning = MEANINGS[whole.kind]["*"]
    return _decide(one, meaning, meaning.indicator, offence=offence)


def _like(tokens: Sequence[Token], one: Found, topic: Topic) -> bool:
    """Decide a share by the one before it: `Two thirds of the arrests were for supply, 18% for money laundering`."""
    last = topic.share
    if last is None or last.sentence != one.sentence or "offence" not in last.said:
        return False
    offence = _offence(tokens, one.at + 1)
    if not offence:
        return False
    one.kind = last.kind
    return _decide(one, Meaning(last.indicator, "percent"), last.said["base"], offence=offence)


def _offence(tokens: Sequence[Token], at: int) -> str:
    things = (t.entry for t in tokens[at : at + 5] if t.entry is not None and t.tag == "thing")
    first: Entry | None = next(things, None)
    return dict(first.said).get("offence", "") if first is not None else ""


def _those(tokens: Sequence[Token], at: int) -> Governor | None:
    """Return the act of `Of those arrested, 38% were ...`, before the number."""
    for i in range(max(1, at - _REACH), at):
        entry = tokens[i].entry
        before = tokens[i - 1].words[-1:]
        if (
            entry is not None
            and entry.tag == "act"
            and before in (("those",), ("these",), ("people",), ("suspect",))
        ):
            return Governor(entry, i, "inner")
    return None


def _base(tokens: Sequence[Token], at: int) -> str:
    """Return the words after `of`, tied by underscores: what the percentage is a percentage of."""
    i = at + 1
    if i >= len(tokens) or (tokens[i].words[:1] != ("of",) and tokens[i].tag != "them"):
        return ""
    found: list[str] = []
    for token in tokens[i + 1 : i + 9]:
        if token.kind != "word" or token.tag in ("be", "break"):
            break
        found.extend([token.text.lower()] if len(token.words) == 1 else token.words)
    return "_".join(w for w in found if w not in ("the", "those", "all", "have", "had"))


def _behind_base(tokens: Sequence[Token], at: int) -> tuple[int, Governor | None]:
    """Return where the words of the base end, and the act among them: `of those arrested`."""
    inner = None
    last = min(len(tokens), at + _REACH)
    for i in range(at, last):
        token = tokens[i]
        if token.tag in ("be", "break") or token.text in ",;":
            return i, inner
        if token.tag == "act" and token.entry is not None and inner is None:
            inner = Governor(token.entry, i, "inner")
    return last, inner


def a_day(tokens: Sequence[Token], phrase: Phrase) -> bool:
    """Whether `a day`, `per day` or `every day` follows the phrase."""
    behind = [t.words[0] if t.words else t.text for t in tokens[phrase.end : phrase.end + 2]]
    return len(behind) == 2 and behind[0] in ("a", "per", "each", "every") and behind[1] == "day"
