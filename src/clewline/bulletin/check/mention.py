"""A claim beside the text that it stands in, and when two of them speak of the same thing."""

import re
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property

from clewline.bulletin.check.dates import DAYS, MONTHS
from clewline.bulletin.check.finding import Named, Quoted
from clewline.bulletin.check.told import Part, parts
from clewline.bulletin.check.words import one_line, quoted, sentence_around, spoken
from clewline.bulletin.claim import Claim, Pairs

_IN_GRAMS = {"g": Decimal(1), "kg": Decimal(1000), "tonnes": Decimal(1_000_000)}
_HEDGES = (
    "over|more than|in excess of|upwards? of|exceeding|above|just over|well over|at least|a minimum of|no "
    "fewer than|nearly|almost|just under|close to|approaching|fewer than|less than|under|below|up to|no more "
    "than|about|around|some|approximately|approx|roughly|an estimated|estimated(?: at)?|circa"
)
_HEDGE = re.compile(
    rf"\b(?P<hedge>{_HEDGES})\s+(?:a\s+|the\s+|another\s+|an?\s+estimated\s+)?[£€$~]?\s*(?=\d|[a-z])",
    re.IGNORECASE,
)
_COUNTED = re.compile(r"(?:\d|%|\bcent) $")
"""A number before `more than` makes it a difference: `60 more than the 172`."""
_PLUS = re.compile(r"\d(?:k|m)?\+")
_ADDED = re.compile(
    r"\b(?:another|further|additional|extra|other|others|more(?! than)|separate|besides|alone)\b",
    re.IGNORECASE,
)
_EARLIER = re.compile(
    r"\b(?:from|(?<!more )(?<!fewer )(?<!less )than|against|compar\w+ (?:with|to)|on the|last \w+['’]s|previous)\s+"
    r"(?:the\s+|last \w+['’]s\s+)?$",
    re.IGNORECASE,
)
_EARLIER_BEHIND = re.compile(
    r"[^.;\d]{0,30}\b(?:last (?:year|time|month|spring|summer|autumn|winter)|the year before|previously|"
    r"a year (?:ago|earlier|before))\b",
    re.IGNORECASE,
)
_A_DAY = re.compile(
    r"(?:\s+(?!and\b|during\b|in\b|over\b|of\b|for\b|within\b|after\b)\w+){0,4}?\s+"
    r"(?:(?:a|each|every|per) (?:single )?(?:day|week|month|year)\b(?!-)|daily\b|weekly\b)",
    re.IGNORECASE,
)
_MEAN = re.compile(r"\b(?:on average|averag\w+(?: of)?|a mean of)\s+(?:\w+\s+){0,2}$", re.IGNORECASE)
_PART = re.compile(r"\s*of (?:the|those|these|them|whom)\b", re.IGNORECASE)
_PART_WITHIN = re.compile(r"\bof (?:the|those|these)\b", re.IGNORECASE)
_SO_FAR = re.compile(
    r"\b(?:so far|to date|currently|as yet|initial(?:ly)?|provisional(?:ly)?|at present|still being)\b",
    re.IGNORECASE,
)
_MONTH, _DAYS = "|".join(MONTHS), "|".join(DAYS)
_ANOTHER_TIME = re.compile(
    r"\b(?:similar|previous(?:ly)?|earlier|last (?:year|month|time|autumn|spring|summer|winter)|the year before|"
    r"the (?:last|previous) [A-Z]\w+)\b"
)
_OF_A_MONTH = re.compile(rf"\b(?:in (?P<in>{_MONTH})|(?P<of>{_MONTH})[’']s)\b")
_IN_ALL = re.compile(
    r"\b(?:in (?:all|total)|a total of|total|altogether|overall|out of the|combined|force[- ]wide)\b",
    re.IGNORECASE,
)
_PLACE = re.compile(
    rf"[^.;:,\d\n]{{0,40}}?\b(?:in|at|near|around|outside)\s+(?P<place>(?!(?:{_MONTH}|{_DAYS}|The|County|Operation|"
    r"Class)\b)[A-Z][a-z]+(?:[ -][A-Z][a-z]+)*)"
)
_OPERATION = re.compile(r"\b(?:Operation|Op)\s+(?P<name>[A-Z]\w+)")
_THE = re.compile(r"(?:^|[.!?] |\n)(?:The|All|Those) $")
_MOMENT = re.compile(r"[ \t]*(?P<at>[012]?\d[.:][0-5]\d(?:\s?[ap]m)?)\b(?![.:]\d|%)", re.IGNORECASE)
"""The time of day that begins an entry of a running report."""
_LINE = 600
"""Characters before a number in which its line may begin."""


@dataclass(frozen=True, kw_only=True, eq=False)
class Mention:
    """One claim of one text. Two are equal only where they are the same object: texts may be long."""

    named: Named
    claim: Claim
    part: Part = field(default_factory=Part)
    """What it is told to be a part of."""

    @property
    def quoted(self) -> Quoted:
        """Return its words as a finding quotes them."""
        return quoted(self.named, self.claim.quote.start, self.claim.quote.end)

    @property
    def words(self) -> str:
        """Return its words in quotation marks, on one line."""
        return f"“{one_line(self.claim.quote.text)}”"

    @property
    def sentence(self) -> str:
        """Return the sentence, or the line, that it stands in."""
        _, start, end = self.sentence_at
        return self.named.reading.text[start:end]

    @cached_property
    def sentence_at(self) -> tuple[str, int, int]:
        """Return the text's name and where in it that sentence begins and ends."""
        return self.named.name, *sentence_around(self.named.reading.text, *self.span)

    @cached_property
    def amount(self) -> Decimal:
        """Return the value; weights in grams, whatever their unit."""
        return self.claim.value * _IN_GRAMS.get(self.claim.unit, Decimal(1))

    @property
    def dimension(self) -> str:
        """Return what the amount is in: a unit of the claims schema, or `g` for every weight."""
        return "g" if self.claim.unit in _IN_GRAMS else self.claim.unit

    @property
    def narrowed(self) -> Pairs:
        """Return the qualifiers, which narrow what is counted."""
        return self.claim.qualifiers

    def spoken(self, amount: Decimal) -> str:
        """Return an amount of this dimension as a bulletin says it, in the unit of this claim."""
        return spoken(amount / _IN_GRAMS.get(self.claim.unit, Decimal(1)), self.claim.unit)

    @property
    def thing(self) -> str:
        """Return what is counted, as `arrests`, `drugs seized weight, class A`."""
        said = ", ".join(v for _, v in self.narrowed)
        return self.claim.indicator.replace("_", " ") + (f", {said}" if said else "")

    @cached_property
    def hedge(self) -> str:
        """Return the word that hedges the number, `+` for `200+`, or nothing."""
        quote, text = self.claim.quote, self.named.reading.text
        before = max(0, quote.start - 24)
        near = [m for m in _HEDGE.finditer(text, before, quote.end) if m.end() >= quote.start]
        if (
            self.claim.relation != "exactly"
            and near
            and not _COUNTED.search(text, max(0, before - 8), near[0].start())
        ):
            return near[0]["hedge"].lower()
        return "+" if _PLUS.search(text, quote.start, min(len(text), quote.end + 1)) else ""

    @property
    def span(self) -> tuple[int, int]:
        """Return its characters in its text."""
        return self.claim.quote.start, self.claim.quote.end

    @property
    def exact(self) -> bool:
        """Return whether the number is stated without a hedge."""
        return self.claim.relation == "exactly"

    @cached_property
    def apart(self) -> bool:
        """Return whether the words set the number apart from the text's own totals.

        It comes on top of another (`a further 12`), is a part of one (`43 of the 78`) or an earlier one (`from 172`).
        """
        start, end = self.span
        text = self.named.reading.text
        near = text[max(self.sentence_at[1], start - 20) : end]
        within = _PART_WITHIN.search(text, start, end)
        part = within or _PART.match(text, end - 3 if self.claim.quote.text.endswith(" of") else end)
        earlier = _EARLIER.search(text, max(0, start - 30), start) or _EARLIER_BEHIND.match(text, end)
        return bool(_ADDED.search(near) or earlier or part or self.mean)

    @cached_property
    def mean(self) -> bool:
        """Return whether the words make the number one of each day or week, and no total."""
        (start, end), text = self.span, self.named.reading.text
        before = _MEAN.search(text, max(self.sentence_at[1], start - 30), start)
        return before is not None or _A_DAY.match(text, end, self.sentence_at[2]) is not None

    @property
    def a_day(self) -> bool:
        """Return whether the words make the number one of each day."""
        found = _A_DAY.match(self.named.reading.text, self.span[1], self.sentence_at[2])
        return found is not None and found[0].lower().endswith(("day", "daily"))

    @cached_property
    def of_another_time(self) -> bool:
        """Return whether the sentence says that the number is of an earlier time than the text's own."""
        if _ANOTHER_TIME.search(self.sentence):
            return True
        named = {MONTHS.index(m["in"] or m["of"]) + 1 for m in _OF_A_MONTH.finditer(self.sentence)}
        own = {day.month for day in (self.claim.period.start, self.claim.period.end) if day}
        return bool(named) and not named & own

    @property
    def in_all(self) -> bool:
        """Return whether the words say that it is the total: `in all`, or `the 90 lines` that were told before."""
        text, start = self.named.reading.text, self.claim.quote.start
        return (
            _IN_ALL.search(self.sentence) is not None
            or _THE.search(text, max(0, start - 12), start) is not None
        )

    @cached_property
    def moment(self) -> str:
        """Return the time of day that begins the number's line, as in a running report; nothing where none does."""
        text, start = self.named.reading.text, self.claim.quote.start
        begins = max(text.rfind("\n", max(0, start - _LINE), start) + 1, start - _LINE, 0)
        m = _MOMENT.match(text, begins)
        return m["at"] if m else ""

    @cached_property
    def place(self) -> str:
        """Return the place that the words just behind the number name; nothing where they name none."""
        end = self.span[1]
        m = _PLACE.match(self.named.reading.text, end, min(self.sentence_at[2], end + 80))
        return self.claim.said.get("place") or (m["place"] if m else "")

    @property
    def operation(self) -> str:
        """Return the first operation that the sentence names; nothing where it names none."""
        m = _OPERATION.search(self.sentence)
        return m["name"] if m else ""

    @property
    def so_far(self) -> bool:
        """Return whether the sentence says that the number may still grow."""
        return _SO_FAR.search(self.sentence) is not None


def mentions(named: Named) -> list[Mention]:
    """Return the claims of a text, in its order."""
    told = zip(named.reading.claims, parts(named.reading), strict=True)
    return [Mention(named=named, claim=claim, part=part) for claim, part in told]


def in_order(*found: Mention) -> tuple[Quoted, ...]:
    """Return the claims' words for a finding, in the order in which their text has them."""
    return tuple(sorted((m.quoted for m in found), key=lambda q: (q.source, q.quote.start)))
