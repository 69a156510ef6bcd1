"""Published values of a bulletin that was read: one for each claim, with the characters that it stands on."""

from collections.abc import Iterator, Mapping
from datetime import date
from hashlib import sha256

from clewline.bulletin.claim import Claim, Reading, SetAside
from clewline.bulletin.series.report import NOT_SAID
from clewline.formats.rows import Draft
from clewline.record.kinds.published import Published

Item = tuple[int, list[Draft]] | SetAside
"""A claim with the line of the text on which its quote begins, or a number that states no result."""

_UNDATED = date(1900, 1, 1)
"""Day of a value whose text names neither a period nor the day of publication, as in a list of releases."""


def text_sha256(text: str) -> str:
    """Return the SHA-256 of a text, by which the characters of a quote stay findable."""
    return sha256(text.encode()).hexdigest()


def drafts(
    reading: Reading,
    *,
    release: str,
    publisher: str | None,
    address: str | None,
    forces: Mapping[str, str],
) -> Iterator[Item]:
    """Yield every number of the text in its order: a claim as a draft, or the number set aside.

    `release` is what the text is called, `forces` the ids of forces by their names in small letters.
    """
    text = text_sha256(reading.text)
    numbers: list[Claim | SetAside] = [*reading.claims, *reading.set_aside]
    line, at = 1, 0
    before: tuple[int, int] | None = None
    nth = 0
    for number in sorted(numbers, key=lambda n: (n.quote.start, n.quote.end)):
        if isinstance(number, SetAside):
            yield number
            continue
        quote = number.quote
        line, at = line + reading.text.count("\n", at, quote.start), quote.start
        # Both ends of `between 40 and 50` stand on the same characters.
        nth = nth + 1 if (quote.start, quote.end) == before else 1
        before = (quote.start, quote.end)
        facts = published(
            number,
            text=text,
            release=release,
            publisher=publisher,
            address=address,
            published_on=reading.published,
            body=forces.get((number.body or "").casefold()),
        )
        yield (
            line,
            [Draft(subject=f"{text[:16]}/{quote.start}-{quote.end}/{nth}", day=_day(facts), facts=facts)],
        )


def published(
    claim: Claim,
    *,
    text: str,
    release: str,
    publisher: str | None,
    address: str | None,
    published_on: date | None,
    body: str | None,
) -> Published:
    """Return a claim as a published value; all that the claim says is in it."""
    period = claim.period
    whole = claim.part_of
    return Published(
        release=release,
        publisher=publisher or NOT_SAID,
        scope=claim.scope,
        indicator=claim.indicator,
        value=claim.value,
        unit=claim.unit,
        relation=claim.relation,
        as_stated=claim.quote.text,
        qualifiers=tuple(f"{key}={value}" for key, value in claim.qualifiers),
        period_start=period.start,
        period_end=period.end,
        since=period.start.isoformat() if period.kind == "since" and period.start else None,
        part=True if whole else None,
        body=body if claim.scope in ("force", "local") else None,
        address=address,
        published_on=published_on,
        said_of=claim.body,
        period_kind=period.kind,
        text=text,
        quote_start=claim.quote.start,
        quote_end=claim.quote.end,
        position=claim.position,
        rule=claim.rule,
        part_of_start=whole[0] if whole else None,
        part_of_end=whole[1] if whole else None,
        whole_told=claim.whole_told if whole else None,
    )


def _day(facts: Published) -> date:
    return facts.period_end or facts.period_start or facts.published_on or _UNDATED
