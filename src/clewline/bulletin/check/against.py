"""Claims against what a record counts: confirmed, contradicted or not answerable, when they were made and now."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Literal

from clewline.bulletin.check.agree import MEASURED, last_place, rounded_by
from clewline.bulletin.check.hedges import BELOW, NOT_REACHED, PASSED, hedge_of
from clewline.bulletin.check.words import listed, spoken, spoken_day
from clewline.bulletin.claim import Claim
from clewline.bulletin.week import fits
from clewline.record.kinds.published import Published

_COUNTS = "the record counts "
_NEARLY = Decimal("0.85")
"""Share of a number that must be reached for it to be `nearly` so, as between two texts."""
Outcome = Literal["confirmed", "contradicted", "not answerable"]


@dataclass(frozen=True, kw_only=True)
class Stood:
    """An entry that a number stood on."""

    id: str
    recorded: date
    """Day on which the record came to say so."""
    corrected: date | None = None
    """Day on which a later entry corrected it; none where it still stands."""


@dataclass(frozen=True, kw_only=True)
class Answer:
    """What the record counted for a claim at one instant."""

    value: Decimal | None
    """The number, in the claim's unit; none where the record cannot say."""
    as_of: datetime
    """The instant whose knowledge was counted."""
    entries: tuple[Stood, ...] = ()
    """The entries that the number stands on."""
    why_not: str = ""
    """Where there is no number, why: a sentence's end, as `no figure counts firearms by maker`."""


Count = Callable[[Claim], Answer]
"""Counts what a claim claims, as known at one instant."""


@dataclass(frozen=True, kw_only=True)
class Verdict:
    """What the record says to a claim."""

    claim: Claim
    now: Answer
    then: Answer | None
    """As known on the day of publication; none where that day is not known."""

    @property
    def outcome(self) -> Outcome:
        """Return what the record says now."""
        return outcome(self.claim, self.now)

    @property
    def outcome_then(self) -> Outcome | None:
        """Return what the record said on the day of publication."""
        return outcome(self.claim, self.then) if self.then else None

    @property
    def difference(self) -> Decimal | None:
        """Return by how much the counted number is above the stated one; none where nothing was counted."""
        return None if self.now.value is None else self.now.value - self.claim.value

    @property
    def changed(self) -> tuple[tuple[date, int, str], ...]:
        """Return what changed the count since publication: (day, number of entries, `recorded` or `corrected`)."""
        if self.then is None:
            return ()
        before, after = ({e.id: e for e in a.entries} for a in (self.then, self.now))
        new = Counter((e.recorded, "recorded") for key, e in after.items() if key not in before)
        gone = Counter(
            (e.corrected, "corrected") for key, e in before.items() if key not in after and e.corrected
        )
        return tuple((day, n, how) for (day, how), n in sorted((new + gone).items()) if day)

    @property
    def sentence(self) -> str:
        """Return the verdict as a sentence: what the record counts, then and now, and what changed it."""
        if self.then is None or (self.outcome_then == self.outcome and self.then.value == self.now.value):
            both = "" if self.then is None or self.now.value is None else ", then as now"
            return f"{self.outcome.capitalize()}: {_counted(self.claim, self.now)}{both}."
        if self.outcome_then == self.outcome:
            now = _counted(self.claim, self.now).removeprefix(_COUNTS)
            then = _counted(self.claim, self.then).replace(_COUNTS, "the record counted ", 1)
            return f"{self.outcome.capitalize()} then as now: {then}, and now counts {now}{self._why()}."
        changed = f"{str(self.outcome_then).capitalize()} then, {self.outcome} now"
        if self.then.value is None or self.now.value is None:
            return f"{changed}: {_counted(self.claim, self.now)}{self._why()}."
        now, was = (
            _counted(self.claim, self.now).removeprefix(_COUNTS),
            spoken(self.then.value, self.claim.unit),
        )
        return f"{changed}: the record counted {was} then and counts {now}{self._why()}."

    def _why(self) -> str:
        parts = [
            f"{n} {'entry' if n == 1 else 'entries'} {how} on {spoken_day(day)}"
            for day, n, how in self.changed
        ]
        return f"; {listed(parts)} changed it" if parts else ""


def against(claims: Iterable[Claim], *, now: Count, then: Count | None = None) -> tuple[Verdict, ...]:
    """Return the record's verdict on each claim, in their order.

    `then` counts as known at the end of the day of publication; none where that day is not known.
    """
    return tuple(Verdict(claim=claim, now=now(claim), then=then(claim) if then else None) for claim in claims)


def outcome(claim: Claim, answer: Answer) -> Outcome:
    """Return whether a count bears a claim out: what was stated says no more than its digits and its hedge.

    `Over 220` needs 221, `nearly 230` a number close below it; `£1 million` may be rounded, `222 people` is not.
    """
    if answer.value is None:
        return "not answerable"
    return "confirmed" if _borne_out(claim, answer.value) else "contradicted"


def _borne_out(claim: Claim, counted: Decimal) -> bool:
    hedge, stated = hedge_of(claim.quote.text), claim.value
    if claim.relation == "at_least" and hedge in PASSED:
        return counted > stated
    if claim.relation == "at_most" and hedge in NOT_REACHED:
        return stated * _NEARLY <= counted < stated
    if claim.relation == "at_most" and hedge in BELOW:
        return counted < stated
    rounded = min(rounded_by(stated, claim.unit), last_place(stated) / 2)
    if claim.relation == "exactly" and abs(counted - stated) <= rounded:
        return True
    return fits(_published(claim), counted)


def _published(claim: Claim) -> Published:
    """Return the claim as the published value that it is, for the one comparison of stated and counted numbers."""
    return Published(
        release="",
        publisher=claim.body or "",
        scope=claim.scope,
        indicator=claim.indicator,
        value=claim.value,
        unit=claim.unit,
        relation=claim.relation,
        as_stated=claim.quote.text,
    )


def _counted(claim: Claim, answer: Answer) -> str:
    """Return what the record counted, in words, with how far it is from what was stated."""
    if answer.value is None:
        return answer.why_not
    counted = f"{_COUNTS}{spoken(answer.value, claim.unit)}"
    if outcome(claim, answer) == "confirmed":
        return counted
    off = answer.value - claim.value
    if _hedge_is_wrong(claim, answer.value):
        return f"{counted}, which is not {hedge_of(claim.quote.text)} {spoken(claim.value, claim.unit)}"
    amount = f"{abs(off)} points" if claim.unit == "percent" else spoken(abs(off), claim.unit)
    less = "less" if claim.unit in MEASURED else "fewer"
    return f"{counted}, {amount} {'more' if off > 0 else less} than stated"


def _hedge_is_wrong(claim: Claim, counted: Decimal) -> bool:
    """Whether a hedge is what is wrong: the number itself, or one too far below it to be nearly so."""
    hedge = hedge_of(claim.quote.text)
    return hedge != "" and (counted == claim.value or (hedge in NOT_REACHED and counted < claim.value))
