"""Claims and numbers set aside in plain words: what is counted, how much, when, and where in the text it stands."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable

from clewline.bulletin.claim import REASONS, Claim, Period, Reading, SetAside
from clewline.bulletin.week import as_written
from clewline.output.words import day_words, period_words

INDICATORS: dict[str, str] = {
    "adults_safeguarded": "adults safeguarded",
    "assets_seized_value": "assets seized, value",
    "children_safeguarded": "children safeguarded",
    "cuckooed_addresses_identified": "cuckooed addresses identified",
    "drugs_seized_count": "drugs seized, count",
    "drugs_seized_value": "drugs seized, value",
    "drugs_seized_weight": "drugs seized, weight",
    "knives_surrendered_or_recovered": "knives surrendered or recovered",
    "nrm_referrals": "NRM referrals",
    "people_released": "people released without charge",
    "prior_arrest_rate": "share with an earlier arrest",
    "sentence_years_total": "total of sentences",
    "change": "change",
    "other_result": "other result",
}
"""Indicators that are not their own name with the underscores taken out."""

RELATIONS = {"exactly": "", "at_least": "at least ", "at_most": "at most ", "about": "about "}

UNSAID = frozenset(("people", "items", "GBP", "percent", "kg", "g", "tonnes", "hours", "years"))
"""Units that what is counted implies, or that the number is written with."""

KINDS: dict[str, str] = {
    "day": "A day, its date not stated",
    "week": "A week, its days not stated",
    "multi_week": "Some weeks, their days not stated",
    "between": "Between days not stated",
    "since": "Since a day not stated",
    "year": "A year, its days not stated",
    "fy": "A financial year, its days not stated",
    "unknown": "Period not stated",
}
"""What is said of a period of which no day is stated."""

COUNTED: dict[str, tuple[str, str]] = {
    "date": ("date", "dates"),
    "time": ("time of day", "times of day"),
    "age": ("age", "ages"),
    "duration": ("length of time", "lengths of time"),
    "phone number": ("number to ring", "numbers to ring"),
    "address": ("part of an address", "parts of addresses"),
    "name": ("part of a name", "parts of names"),
    "rank": ("rank", "ranks"),
    "target": ("target", "targets"),
    "market": ("estimate of the market", "estimates of the market"),
    "one person": ("of one person or case", "of one person or case"),
    "offending": ("of offending", "of offending"),
    "workforce": ("of the workforce", "of the workforce"),
    "funding": ("of funding", "of funding"),
    "population": ("of a population", "of a population"),
    "profile": ("of a profile", "of a profile"),
    "said again": ("said again in other units", "said again in other units"),
    "currency": ("in another currency", "in another currency"),
    "price": ("price", "prices"),
    "list number": ("number of a list", "numbers of a list"),
    "pronoun": ("pronoun", "pronouns"),
    "not a result": ("no result", "no results"),
    "not understood": ("not understood", "not understood"),
}
"""One and several of each reason for which a number is set aside, for the line that counts them."""


def indicator_words(claim: Claim) -> str:
    """Return what is counted, as `lines closed`."""
    return INDICATORS.get(claim.indicator, claim.indicator.replace("_", " "))


def narrowed_words(claim: Claim) -> str:
    """Return the qualifiers, as `class A, offence drug trafficking`; nothing where there are none."""
    return ", ".join(qualifier_words(key, value) for key, value in claim.qualifiers)


def qualifier_words(key: str, value: str) -> str:
    """Return a qualifier as it is said, as `Class A` or `for drug trafficking`."""
    return _SAID.get(key, key + " {}").format(value)


_SAID = {
    "drug": "{}",
    "drug_class": "Class {}",
    "weapon": "{}",
    "item": "{}",
    "sex": "{}",
    "age_group": "{}",
    "offence": "for {}",
    "place": "in {}",
    "base": "of {}",
    "of": "in {}",
    "direction": "{}",
    "note": "{}",
}
"""How a qualifier is said."""


def value_words(claim: Claim) -> str:
    """Return the number with its relation and unit, as `at least 290` or `about 43.9 kg`."""
    unit = claim.unit.replace("_", " ")
    said = "" if claim.unit in UNSAID or unit.rstrip("s") in indicator_words(claim) else f" {unit}"
    return f"{RELATIONS[claim.relation]}{as_written(claim.value, claim.unit)}{said}"


def when_words(period: Period) -> str:
    """Return the period as people say it."""
    start, end = period.start, period.end
    if start and end:
        since = "Since " if period.kind == "since" else ""
        return f"Since {day_words(start)}, to {day_words(end)}" if since else period_words(start, end)
    if start:
        return f"Since {day_words(start)}"
    return f"Up to {day_words(end)}" if end else KINDS[period.kind]


def whose_words(claim: Claim) -> str:
    """Return the body and how wide its work is."""
    return f"{claim.body or 'body not named'} ({claim.scope})"


_PLACES = {"headline": "headline", "lead": "lead", "body": "{}"}
"""Places that a reader finds without the number of the line, or by nothing else."""


class Lines:
    """The lines of a text, to say where a quote stands. Finding one takes no longer in a long text."""

    def __init__(self, text: str) -> None:
        self._starts = [0, *(i + 1 for i, c in enumerate(text) if c == "\n")]

    def at(self, character: int) -> int:
        """Return the number of the line, from 1, that a character stands in."""
        return bisect_right(self._starts, character)

    def place(self, claim: Claim) -> str:
        """Return where a claim stands, as `headline` or `list, line 12`."""
        line = f"line {self.at(claim.quote.start)}"
        return _PLACES.get(claim.position, claim.position + ", {}").format(line)


Number = Claim | SetAside


def in_text_order(reading: Reading) -> list[Number]:
    """Return every number of a text: those that are claims and those set aside."""
    both: list[Number] = [*reading.claims, *reading.set_aside]
    return sorted(both, key=lambda n: (n.quote.start, n.quote.end))


def account(readings: Iterable[Reading]) -> str:
    """Return how many numbers there are and what became of each, as `9 numbers: 5 claims, 4 set aside (4 dates)`."""
    claims, aside = 0, Counter[str]()
    for reading in readings:
        claims += len(reading.claims)
        aside.update(x.reason for x in reading.set_aside)
    total = claims + aside.total()
    if not total:
        return "No number stands in the text: nothing is claimed, and nothing was set aside."
    order = list(REASONS)
    reasons = ", ".join(
        f"{n:,} {COUNTED[reason][n > 1]}"
        for reason, n in sorted(aside.items(), key=lambda x: (-x[1], order.index(x[0])))
    )
    return (
        f"{total:,} number{'s' * (total != 1)}: {claims:,} claim{'s' * (claims != 1)}, "
        f"{aside.total():,} set aside{f' ({reasons})' if reasons else ''}"
    )
