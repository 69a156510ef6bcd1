"""A percentage that does not say of what."""

import re
from collections.abc import Iterator, Sequence

from clewline.bulletin.check.finding import Finding, Named
from clewline.bulletin.check.mention import Mention, mentions
from clewline.bulletin.check.rule import Example, Rule
from clewline.bulletin.check.words import quoted, sentence_around

_UNSTATED = (None, "", "unstated")
_AGAINST = re.compile(
    r"\b(?:than(?!\s+(?:doubl|halv|trebl|tripl|quadrupl|(?:a\s+)?(?:half|third|quarter|fifth|tenth)|"
    r"\d+(?:\.\d+)?\s?(?:%|per\s?cent)))|on|from|compared|comparison|against|since|last|previous|prior|before|"
    r"earlier|over the|year[- ]on[- ]year|"
    r"in (?:a|one|two|three|the past)|by half|(?:19|20)\d\d)\b",
    re.IGNORECASE,
)
"""Words that name what a change is measured against."""
_OF = re.compile(
    r"(?:%|per\s?cent|\d|half|third|quarter) of\b|\bof (?:them|those|these|whom|which|the|all)\b",
    re.IGNORECASE,
)
"""Words that name what a share is of."""


_BEFORE = 300
"""Characters before a change, in its paragraph, in which another change may say what both are measured against."""
_MEASURED = re.compile(
    r"(?:\d(?:%|\s+per\s?cent)|half|third|quarter)[^.\n]{0,40}\b(?:than|on|compared|against|since)\b",
    re.IGNORECASE,
)
_COMPARES = re.compile(
    r"\bcompar(?:es|ed|ing|isons?)\b[^.\n]{0,60}\b(?:with|to|against)\b[^.\n]{0,60}\b(?:19|20)\d\d\b|"
    r"\((?:19|20)\d\d(?:[/-]\d\d)?: ",
    re.IGNORECASE,
)
"""What says it for a whole text: `compares 2024 with 2023`, and figures of the year before in brackets."""
_SAY = "say of what, and how many that is"
_SHARE = re.compile(r"(?:\d(?:%|\s+per\s?cent)|half|thirds?|quarters?|fifths?|tenths?)$", re.IGNORECASE)
_RATE = re.compile(
    r"\b(?:conviction|charg(?:e|ing)|success|prosecution) rate\b[^.;:\d\n]{0,30}$", re.IGNORECASE
)
"""What stands before a share that is a result: `the conviction rate stands at`."""
_DONE = re.compile(
    r"\s*(?:(?:have|has|had|were|was|are|being|been|now|since|also|already|later|so far)\s+)*"
    r"(?:(?:pleaded guilty|arrested|charged|convicted|jailed|sentenced|safeguarded|referred|closed|seized)\b|"
    r"(?:conviction|charge|detection|success) rate)",
    re.IGNORECASE,
)
"""What makes a share that the reader set aside a result."""


def _look(texts: Sequence[Named]) -> Iterator[Finding]:
    for named in texts:
        yield from _unread(named)
        compares = _COMPARES.search(named.reading.text) is not None
        for mention in mentions(named):
            if mention.dimension == "percent" and (ask := _missing(mention, compares=compares)):
                yield Finding(
                    severity="doubtful", sentence=f"{mention.words}: {ask}.", quotes=(mention.quoted,)
                )


def _unread(named: Named) -> Iterator[Finding]:
    """Yield shares without a base that were set aside for want of one: `so far, 97 per cent have been convicted`."""
    text = named.reading.text
    for aside in named.reading.set_aside:
        start, end = aside.quote.start, aside.quote.end
        result = _DONE.match(text, end) or _RATE.search(text, max(0, start - 60), start)
        if _SHARE.search(aside.quote.text) and result:
            first, last = sentence_around(text, start, end)
            if not _OF.search(text, first, last):
                words = quoted(named, start, end)
                yield Finding(severity="doubtful", sentence=f"“{words.quote.text}”: {_SAY}.", quotes=(words,))


def _told_before(mention: Mention) -> bool:
    """Whether the paragraph says, ahead of a change, what another is measured against."""
    text, (_, start, _) = mention.named.reading.text, mention.sentence_at
    paragraph = text.rfind("\n", 0, start) + 1
    return _MEASURED.search(text, max(paragraph, start - _BEFORE), start) is not None


def _missing(mention: Mention, *, compares: bool) -> str:
    """Return what the text should add; nothing where it says it."""
    if mention.claim.indicator == "change":
        return (
            ""
            if compares or _AGAINST.search(mention.sentence) or _told_before(mention)
            else "say against which number and days the change is measured"
        )
    if mention.claim.said.get("base") not in _UNSTATED or _OF.search(mention.sentence):
        return ""
    return _SAY


RULE = Rule(
    name="undefined_base",
    finds="A percentage that does not say of what, or a change that does not say against what.",
    why="94 per cent convicted is very good of those charged and impossible to judge of those whose case has "
    "ended. Nobody can count a share without its base.",
    look=_look,
    examples=(
        Example(
            texts=("The taskforce has arrested over 1,200 line holders, with 91% convicted.",),
            severity="doubtful",
            sentence="“91%”: say of what, and how many that is.",
        ),
        Example(
            texts=("Knife seizures are up 14%.",),
            severity="doubtful",
            sentence="“14%”: say against which number and days the change is measured.",
        ),
        Example(texts=("Of those arrested in the week, 40% were teenagers.",), sentence=None),
        Example(texts=("Knife seizures are up 14% on the week in May.",), sentence=None),
    ),
)
