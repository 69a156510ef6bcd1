"""The numbers of a released bulletin as published values, each with the line of the text where it stands."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from clewline import reference
from clewline.bulletin.claim import Claim, Scope
from clewline.bulletin.read import read
from clewline.record import Entry, FileLine
from clewline.record.kinds.bulletin_number import BulletinNumber
from clewline.record.kinds.published import Published
from clewline.record.kinds.received import Received
from clewline.workflow.bulletin import kept
from clewline.workflow.bulletin.kept import Kept
from clewline.workflow.mixing import BULLETIN, MADE_UP

RULE = "written by Clewline"
"""What stands for the reader's rule: nothing had to be read, since the writer knew what each number counts."""


def published(found: Kept, head: Entry, text: str) -> list[Entry]:
    """Return the receipt of the released text, and a published value for each number that it tells.

    `head` is the entry of the release. The receipt names the text, so that it is verified like any received file. A
    bulletin of a made-up force says so in its release and its publisher, and lies in a case of its own.
    """
    told = kept.numbers(found)
    batch = f"{found.id}:text"
    receipt = Received(
        sha256=found.written.text_sha256,
        file=f"bulletin-{found.id}.txt",
        size=len(text.encode()),
        mapping=BULLETIN,
        force=found.written.force,
        records=len(told),
        taken=len(told),
        entries=len(told),
    )
    quotes = _quotes([facts for _, facts in told], text)
    entries = [replace(head, id=batch, subject=found.written.text_sha256, facts=receipt, batch=batch)]
    for (number, facts), claim in zip(told, quotes, strict=True):
        stated = _stated(found, facts, claim, text=text, on=head.day)
        entries.append(
            replace(
                head,
                id=f"{number.id}:published",
                subject=f"{_release(found)}/{facts.indicator}/{number.id}",
                day=facts.period_end,
                facts=stated,
                source=FileLine(found.written.text_sha256, facts.line),
                batch=batch,
            )
        )
    return entries


def _quotes(told: Sequence[BulletinNumber], text: str) -> list[Claim | None]:
    """Return where each number stands in the text, as a reader finds it; none where one would read it otherwise."""
    found: list[Claim | None] = []
    claims = list(read(text).claims)
    for facts in told:
        same = next((c for c in claims if _is_same(c, facts)), None)
        if same is not None:
            del claims[: claims.index(same) + 1]
        found.append(same)
    return found


def _is_same(claim: Claim, facts: BulletinNumber) -> bool:
    return (claim.indicator, claim.value, claim.unit, claim.relation) == (
        facts.indicator,
        facts.value,
        facts.unit,
        facts.relation,
    )


def _stated(found: Kept, facts: BulletinNumber, claim: Claim | None, *, text: str, on: date) -> Published:
    written = found.written
    of_release = (facts.period_start, facts.period_end) == (written.period_start, written.period_end)
    ends_with_it = facts.period_end == written.period_end
    total = not of_release and (ends_with_it or facts.period_start == written.since)
    force = written.force or reference.force_names().get(written.body.casefold())
    scope: Scope = "regional" if force is None else "force"
    return Published(
        release=_release(found),
        publisher=f"{written.body} (made up)" if found.made_up else written.body,
        scope=scope,
        indicator=facts.indicator,
        value=facts.value,
        unit=facts.unit,
        relation=facts.relation,
        as_stated=text.split("\n")[facts.line - 1].strip() if claim is None else claim.quote.text,
        qualifiers=facts.qualifiers,
        # As in a list of releases, a total keeps the period of its release and names the day that it counts from.
        period_start=written.period_start if total and ends_with_it else facts.period_start,
        period_end=facts.period_end,
        since=facts.period_start.isoformat() if total else None,
        body=force,
        published_on=on,
        said_of=written.body,
        period_kind="since" if total else "week" if _is_week(facts) else "between",
        text=written.text_sha256,
        quote_start=None if claim is None else claim.quote.start,
        quote_end=None if claim is None else claim.quote.end,
        position=None if claim is None else claim.position,
        rule=RULE,
    )


def _is_week(facts: BulletinNumber) -> bool:
    return (facts.period_end - facts.period_start).days == 6


def _release(found: Kept) -> str:
    """Return what the release is called in the series."""
    return f"{MADE_UP if found.made_up else ''}bulletin-{found.id}"
