"""A whole with its parts, where a text tells that they are all of it or they plainly are."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from clewline.bulletin.check.mention import Mention
from clewline.bulletin.check.same import same_body, same_days

SPLITS: Mapping[str, tuple[frozenset[str], ...]] = {
    "sex": (frozenset(("male", "female")),),
    "drug_class": (frozenset(("A", "B")), frozenset(("A", "B", "C"))),
    "age_group": (frozenset(("children", "adults")), frozenset(("child", "adult"))),
}
"""Qualifiers whose values, where a text has just these, leave nothing of the whole."""
_WORD = re.compile(r"\w")
_DRUGS = ("drugs_seized_weight", "drugs_seized_value", "drugs_seized_count")
"""Indicators of which the drug classes are all. Charges are for other things too, unless the whole is for drugs."""
HALVES: Mapping[str, tuple[str, ...]] = {"people_safeguarded": ("children_safeguarded", "adults_safeguarded")}
"""Indicators that are the parts of another."""


@dataclass(frozen=True, kw_only=True)
class Partition:
    """Parts that should make a whole."""

    wholes: tuple[Mention, ...]
    """The whole, each time that it is stated."""
    parts: tuple[Mention, ...]
    told: bool
    """Whether the text says so; else it is plain from what the parts are."""


def partitions(found: Sequence[Mention], elsewhere: Sequence[Mention]) -> Iterator[Partition]:
    """Yield the partitions of a text; a whole that it does not state itself may be one of `elsewhere`."""
    told = list(_told(found))
    yield from told
    said = [set(partition.parts) for partition in told]
    for parts, indicator in (*_split(found), *_halved(found)):
        if set(parts) in said:
            continue
        narrowed = set.intersection(*(set(p.narrowed) for p in parts))
        wholes = tuple(m for m in found if _whole(m, parts, indicator, narrowed))
        if wholes := wholes or tuple(m for m in elsewhere if _whole(m, parts, indicator, narrowed))[:1]:
            yield Partition(wholes=wholes, parts=parts, told=False)


def _told(found: Sequence[Mention]) -> Iterator[Partition]:
    whole_at = {m.span: m for m in found}
    parts: dict[Mention, list[Mention]] = {}
    for m in found:
        whole = whole_at.get(m.part.whole) if m.part.whole and m.part.how in ("list", "all") else None
        if whole and whole.dimension == m.dimension:
            parts.setdefault(whole, []).append(m)
    for whole, of_it in parts.items():
        all_of_it = of_it[-1].part.how == "all"
        if len(of_it) > 1 and (all_of_it or _ends(of_it[-1])):
            yield Partition(wholes=(whole,), parts=tuple(of_it), told=all_of_it)


def _ends(last: Mention) -> bool:
    """Whether nothing follows the last part of a list in its sentence."""
    text, (_, _, end) = last.named.reading.text, last.sentence_at
    return _WORD.search(text, last.span[1], end) is None


def _split(found: Sequence[Mention]) -> Iterator[tuple[tuple[Mention, ...], str]]:
    """Yield parts that differ in one qualifier and have just the values that leave nothing."""
    for key, splits in SPLITS.items():
        alike: dict[tuple[object, ...], dict[str, Mention]] = {}
        for m in found:
            if key in m.claim.said:
                rest = tuple(pair for pair in m.narrowed if pair[0] != key)
                period = m.claim.period
                what = (m.claim.indicator, m.dimension, rest, m.claim.body, period.start, period.end)
                alike.setdefault(what, {}).setdefault(m.claim.said[key], m)
        for parts in alike.values():
            if frozenset(parts) in splits:
                first = next(iter(parts.values()))
                yield tuple(parts.values()), first.claim.indicator


def _halved(found: Sequence[Mention]) -> Iterator[tuple[tuple[Mention, ...], str]]:
    for whole, halves in HALVES.items():
        each = [next((m for m in found if m.claim.indicator == half), None) for half in halves]
        parts = tuple(m for m in each if m)
        if len(parts) == len(halves) and _alike(parts):
            yield parts, whole


def _alike(parts: Sequence[Mention]) -> bool:
    return all(
        same_body(parts[0], p) and same_days(parts[0], p) and p.narrowed == parts[0].narrowed for p in parts
    )


def _whole(
    mention: Mention, parts: Sequence[Mention], indicator: str, narrowed: set[tuple[str, str]]
) -> bool:
    """Whether a claim is of the whole of these parts: as narrow as what they have in common."""
    return (
        mention.claim.indicator == indicator
        and mention.dimension == parts[0].dimension
        and _as_narrow(mention, parts, narrowed)
        and same_body(mention, parts[0])
        and same_days(mention, parts[0])
    )


def _as_narrow(mention: Mention, parts: Sequence[Mention], narrowed: set[tuple[str, str]]) -> bool:
    own = set(mention.narrowed)
    if "drug_class" in parts[0].claim.said and mention.claim.indicator not in _DRUGS:
        more = own - narrowed or narrowed
        return narrowed <= own and any(key == "offence" and "drug" in value for key, value in more)
    return own == narrowed
