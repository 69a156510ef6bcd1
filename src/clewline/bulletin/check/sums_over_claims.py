"""Percentages, changes and differences of which one number stands elsewhere in the text, as a claim."""

import re
from collections.abc import Iterator, Mapping, Sequence

from clewline.bulletin.check.marked import Marked, Number
from clewline.bulletin.check.mention import Mention
from clewline.bulletin.check.percent import fault
from clewline.bulletin.check.sums_in_words import Wrong, not_as_said, spans_of, told_beside
from clewline.bulletin.check.words import spoken

_GAP = r"[^⟨⟩.;\n]{0,60}?"
_THAN = re.compile(
    rf"⟨[pn]\d+⟩{_GAP}\b(?:on|than|from|against|over|when there were|compared (?:with|to))\b{_GAP}(?P<a>⟨n\d+⟩)",
    re.IGNORECASE,
)
"""`68% on the 172 made in spring`: the earlier number behind a change."""
_COMPARED = re.compile(rf"\bcompar\w+ (?:with|to)\b{_GAP}(?P<a>⟨n\d+⟩){_GAP}$", re.IGNORECASE)
"""`compares with 172 last time, a 68% rise`: the earlier number before a change."""
_REACH = 200
_FAR = 4
"""Times another number by which two numbers of one thing seldom differ from one week to the next."""
_THOSE = (
    r"of (?:all )?(?:those|(?:the )?(?:people|suspects))(?: who were)? (?P<done>arrested|charged|safeguarded)"
)
_SHARES = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        # 105 were charged, 47% of those arrested
        rf"(?P<b>⟨n\d+⟩){_GAP}[,(–—-] ?(?:\w+ ){{0,2}}(?P<p>⟨p\d+⟩) {_THOSE}",
        # 47% of those arrested (105)
        rf"(?P<p>⟨p\d+⟩) {_THOSE}[,(–—-]? ?[,(–—-] ?(?P<b>⟨n\d+⟩)",
    )
)
_WHOLES: Mapping[str, str] = {
    "arrested": "arrests",
    "charged": "people_charged",
    "safeguarded": "people_safeguarded",
}
"""What counts those to whom something was done."""


_VAGUE = ("", "people", "drugs")
"""What a change may be read to be in without telling which of several numbers is meant."""


def changes_of_claims(found: Sequence[Mention], marks: Marked) -> Iterator[Wrong]:
    """Yield changes against an earlier number that no present number, stated elsewhere, bears out."""
    now = _now(found)
    beside = told_beside(marks)
    for change in found:
        stated = marks.within(*change.span) if change.claim.indicator == "change" else None
        if stated is None or stated.mark in beside or not (before := _before(marks, stated)):
            continue
        of = change.claim.said.get("of", "")
        if of in _VAGUE:
            continue
        present = [m for name, of_it in now.items() if f"{name}_".startswith(f"{of}_") for m in of_it]
        faults = [_fault(change, stated, before, m) for m in present if _comparable(m, before)]
        if faults and all(faults):
            yield next(filter(None, faults))


def _now(found: Sequence[Mention]) -> dict[str, list[Mention]]:
    """Return the exact numbers of a text that are no parts, no earlier ones and no running totals, by indicator."""
    now: dict[str, list[Mention]] = {}
    for m in found:
        total = m.claim.period.kind in ("since", "between")
        if m.exact and not (m.apart or m.part.whole or m.narrowed or total) and m.dimension != "percent":
            now.setdefault(m.claim.indicator, []).append(m)
    return now


def _before(marks: Marked, stated: Number) -> Number | None:
    """Return the earlier number that a change is measured against, where it stands beside the change."""
    m = _THAN.match(marks.text, stated.at) or _COMPARED.search(
        marks.text, max(0, stated.at - _REACH), stated.at
    )
    before = marks.number(m["a"]) if m else None
    return before if before and before.value else None


def _comparable(present: Mention, before: Number) -> bool:
    return before.value / _FAR <= present.claim.value <= before.value * _FAR


def _fault(change: Mention, stated: Number, before: Number, present: Mention) -> Wrong | None:
    rise = present.claim.value - before.value
    up = change.claim.said.get("direction") != "down"
    spans = (*spans_of(before, stated), present.span)
    now = spoken(present.claim.value, present.claim.unit)
    if change.dimension != "percent":
        way = "more" if up else "fewer"
        should = before.value + stated.value if up else before.value - stated.value
        said = f"{stated.words} {way} than {before.words} is {spoken(should, present.claim.unit)}"
        right = stated.hedge or present.claim.value == should
        return (
            None if right else Wrong("wrong", f"{said}, the text says {now}: check the three numbers.", spans)
        )
    percent = 100 * rise / before.value
    said = f"{before.words} to {now} is {'up' if rise > 0 else 'down'} {spoken(abs(percent), 'percent')}"
    if rise and up != (rise > 0):
        return Wrong("wrong", f"{said}, the text says the opposite: check which is which.", spans)
    severity = fault(abs(percent), stated)
    return Wrong(severity, not_as_said(said, stated), spans) if severity else None


def shares_of_claims(found: Sequence[Mention], marks: Marked) -> Iterator[Wrong]:
    """Yield shares of those arrested, charged or safeguarded that no number of those bears out."""
    now = _now(found)
    for pattern in _SHARES:
        for m in pattern.finditer(marks.text):
            part, stated = marks.number(m["b"]), marks.number(m["p"])
            wholes = [w for w in now.get(_WHOLES[m["done"].lower()], ()) if w.claim.value >= part.value > 0]
            faults = [(fault(100 * part.value / w.claim.value, stated), w) for w in wholes]
            if faults and all(severity for severity, _ in faults):
                severity, whole = faults[0]
                share = spoken(100 * part.value / whole.claim.value, "percent")
                said = f"{part.words} of {spoken(whole.claim.value, 'people')} is {share}"
                yield Wrong(
                    severity or "wrong", not_as_said(said, stated), (*spans_of(part, stated), whole.span)
                )
