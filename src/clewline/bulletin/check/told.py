"""Which claims a text tells to be parts of others, by the words between them."""

import re
from typing import Literal, NamedTuple

from clewline.bulletin.check.words import sentence_around
from clewline.bulletin.claim import Claim, Reading

How = Literal["", "some", "list", "all"]
"""How it is told: not at all, as some of the whole (`including`), in a list behind a colon, or as all of it."""


class Part(NamedTuple):
    """What a claim is a part of."""

    whole: tuple[int, int] | None = None
    """Characters of the whole's quote."""
    how: How = ""


_NO_PART = Part()
_OPENS = re.compile(
    r"^(?:(?P<list>[^.;:⟨]{0,30}: ?)|[^.;:]{0,40}\b(?:(?P<all>made up of|consisting of|comprising)|including|"
    r"among (?:them|these|whom)|of (?:them|these|whom|which))\b[^.;:]{0,30})$",
    re.IGNORECASE,
)
"""What stands between a whole and its first part."""
_GOES_ON = re.compile(
    r"^(?:,| and| as well as)(?![^.;:]*\b(?:were|was|has|have|had|while|from|by|worth)\b)[^.;:]{0,60}$"
)
"""What stands between one part and the next: `, a meat cleaver and`."""
_UNCOUNTED = re.compile(r"\b(?:an?|some|several|other|others)\b", re.IGNORECASE)
"""Members of a list without a number, so that the numbers are not all of it."""
_OF_THEM = re.compile(r"[^.,;:]{0,20}?\bof (?:them|whom|which|these)\b", re.IGNORECASE)
"""What stands with a part whose whole is before it: `64 of them knives`."""
_OF_THE = re.compile(r"\bof (?:the|those|these) $", re.IGNORECASE)
"""What stands before a whole whose part is behind it: `of the 98 arrested, 12 were children`."""
_REACH = 120


def parts(reading: Reading) -> list[Part]:
    """Return for each claim of a text what it is a part of: as the reader has it, or as the words tell."""
    told: list[Part] = []
    for i, claim in enumerate(reading.claims):
        before = reading.claims[i - 1] if i else None
        if claim.part_of is not None:
            told.append(Part(claim.part_of, "all" if claim.whole_told else "some"))
        elif before is None or before.unit != claim.unit or not _in_one_sentence(reading.text, before, claim):
            told.append(_NO_PART)
        else:
            told.append(_told(reading.text, before, claim, told[-1]))
    return told


def _in_one_sentence(text: str, before: Claim, claim: Claim) -> bool:
    apart = claim.quote.start - before.quote.end
    return 0 < apart <= _REACH and sentence_around(text, *_span(before))[1] >= claim.quote.end


def _told(text: str, before: Claim, claim: Claim, last: Part) -> Part:
    """Return what a claim is a part of by the words between it and the claim before, itself a part as in `last`."""
    between = text[before.quote.end : claim.quote.start]
    if opened := _OPENS.match(between):
        return _opened(before, claim, opened)
    if last.whole is not None and _GOES_ON.match(between):
        # `63 firearms, 17 of them pistols, and 1,900 rounds`: what is said of the first part is not said of the next
        if (
            _OF_THEM.match(text, before.quote.start, before.quote.end + 12)
            and claim.indicator != before.indicator
        ):
            return _NO_PART
        return Part(last.whole, "some") if last.how == "list" and _UNCOUNTED.search(between) else last
    if _OF_THEM.match(text, claim.quote.start, claim.quote.end + 12):
        return Part(_span(before), "some")
    if _OF_THE.search(text, max(0, before.quote.start - 12), before.quote.start):
        return Part(_span(before), "some")
    return _NO_PART


def _opened(whole: Claim, part: Claim, opened: re.Match[str]) -> Part:
    if opened["all"]:
        return Part(_span(whole), "all")
    if opened["list"] is None:
        return Part(_span(whole), "some")
    # behind a colon stand the kinds of a thing, or the next thing
    alike = part.indicator == whole.indicator or part.unit == "items"
    return Part(_span(whole), "list") if alike else _NO_PART


def _span(claim: Claim) -> tuple[int, int]:
    return claim.quote.start, claim.quote.end
