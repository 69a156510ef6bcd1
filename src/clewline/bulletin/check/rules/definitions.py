"""A definition that differs between publishers."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from clewline.bulletin.check.agree import agree
from clewline.bulletin.check.finding import Finding, Named
from clewline.bulletin.check.mention import Mention
from clewline.bulletin.check.rule import Example, Rule
from clewline.bulletin.check.same import Thing, between, same_body, same_days, thing, within
from clewline.bulletin.check.words import capital, sentence_around

_WORDS: Mapping[str, Mapping[str, tuple[str, str]]] = {
    "lines_closed": {
        "closed": (r"clos(?:ed?|es|ing|ures?)\b|shut", "closed: the holder charged, or the number cut off"),
        "dismantled": (
            r"dismantl|brok\w* up|smash|took out|taken out",
            "dismantled: the people behind it arrested",
        ),
        "deactivated": (r"deactivat|cut off|switched off|disconnect", "deactivated: the number cut off"),
        "seized": (r"seiz|recover", "seized: its phone taken"),
        "disrupted": (r"disrupt", "disrupted: weakened, and perhaps running again"),
    },
    "people_safeguarded": {
        "safeguarded": (
            r"safeguard|protect",
            "safeguarded: helped by a referral, meeting, plan or investigation",
        ),
        "referred": (r"refer", "referred: handed on to partners"),
        "supported": (r"support|help", "supported: offered or given help"),
        "identified": (r"identif", "identified: found at risk"),
        "rescued": (r"rescu|saved|removed from harm", "rescued: taken out of the place"),
        "engaged": (r"engag|spoke", "engaged: spoken to"),
    },
    "people_charged": {
        "charged": (r"\bcharg", "charged: accused by the police or the Crown Prosecution Service"),
        "put before a court": (r"court|prosecut", "put before a court: charged and brought to it"),
    },
    "cuckooing_visits": {
        "visited": (r"visit|call", "visited: the address was gone to, cuckooed or not"),
        "identified": (r"identif|found|known to be", "identified: found cuckooed"),
    },
}
"""For an indicator, the words that publishers use, each with its pattern and what it says."""

_KEPT_APART = frozenset(("lines_closed",))
"""Indicators whose words are kept apart within a text too; of people a text rightly changes its words."""


def _look(texts: Sequence[Named]) -> Iterator[Finding]:
    told: set[tuple[str, str, Thing]] = set()
    for one, two in between(texts):
        which = (one.named.name, two.named.name, thing(one))
        first, second = _word(one), _word(two)
        if which not in told and agree(one, two) and first and second and first != second:
            told.add(which)
            yield _finding(one, two, first, second)
    for of_it in within(texts):
        if of_it[0].claim.indicator in _KEPT_APART and (pair := _two_words(of_it)):
            yield _finding(*pair, _word(pair[0]), _word(pair[1]))


def _two_words(of_it: Sequence[Mention]) -> tuple[Mention, Mention] | None:
    """Return the first two statements of one number in one text that have words of different meaning."""
    for one, two in combinations(of_it, 2):
        words = {_word(one), _word(two)}
        same = one.amount == two.amount and same_body(one, two) and same_days(one, two)
        if same and "" not in words and len(words) > 1:
            return one, two
    return None


def _word(mention: Mention) -> str:
    """Return which of the words for its indicator stands nearest to a number, in its sentence; nothing for none."""
    text, (start, end) = mention.named.reading.text, mention.span
    first, last = sentence_around(text, start, end)
    near = [
        (max(start - m.end(), m.start() - end), word)
        for word, (pattern, _) in _WORDS.get(mention.claim.indicator, {}).items()
        for m in re.compile(pattern, re.IGNORECASE).finditer(text, first, last)
    ]
    return min(near)[1] if near else ""


def _finding(one: Mention, two: Mention, first: str, second: str) -> Finding:
    words = _WORDS[one.claim.indicator]
    here = "The text" if one.named is two.named else one.named.name
    there = " and" if one.named is two.named else f", {two.named.name}"
    last = "Use one of them" if one.named is two.named else "Quote the definition with the number"
    return Finding(
        severity="note",
        sentence=f"{here} says {first} ({one.words}){there} {second} ({two.words}) of one number. "
        f"{capital(words[first][1])}; {words[second][1]}. {last}.",
        quotes=(one.quoted, two.quoted),
    )


RULE = Rule(
    name="definitions",
    finds="One number told in words that mean different things to different publishers.",
    why="A closed line has lost its holder or its number, a disrupted one may be back tomorrow. A series "
    "over both measures the words.",
    look=_look,
    examples=(
        Example(
            texts=(
                "Northmoor Police closed 92 lines in the week from 9 to 15 October 2023.",
                "In the week from 9 to 15 October 2023 Northmoor Police dismantled 92 drug networks.",
            ),
            severity="note",
            sentence="text 1 says closed (“92 lines”), text 2 dismantled (“92 drug networks”) of one number. "
            "Closed: the holder charged, or the number cut off; dismantled: the people behind it arrested. "
            "Quote the definition with the number.",
        ),
        Example(
            texts=(
                "65 people were arrested and 8 lines dismantled in the week of action.\n\nThe week in numbers\n- "
                "Arrests made: 65\n- Drug lines closed: 8",
            ),
            severity="note",
            sentence="The text says dismantled (“8 lines”) and closed (“8”) of one number. Dismantled: the people "
            "behind it arrested; closed: the holder charged, or the number cut off. Use one of them.",
        ),
        Example(
            texts=(
                "Northmoor Police closed 92 lines in the week from 9 to 15 October 2023.",
                "In the week from 9 to 15 October 2023 Northmoor Police shut 92 lines.",
            ),
            sentence=None,
        ),
    ),
)
