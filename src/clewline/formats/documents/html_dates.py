"""The day on which a page says that it was published."""

import json
import re
from collections import deque
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Any

from clewline.formats.documents.html_article import meta
from clewline.formats.documents.html_tree import Node, elements

_META = (
    "article:published_time",
    "og:article:published_time",
    "datepublished",
    "govuk:first-published-at",
    "dc.date.issued",
    "dcterms.issued",
    "parsely-pub-date",
)
_ISO = re.compile(r"\d{4}-\d{2}-\d{2}")
_PUBLISHED = re.compile(
    r"(?<![a-z])(?:publish(?:ed)?|pub-?date|posted|entry-date|dt-published|date-?published)(?![a-z])"
)


def published(page: Node) -> tuple[date | None, tuple[str, ...]]:
    """Return the day of publication, where the page states one, and a note where it states more than one.

    What is written for machines is asked in turn: JSON-LD, the head, an element marked as the day of publication,
    then the first `<time>` of the page's article. A day of updating is not a day of publication.
    """
    stated = [day for said in _statements(page) if (day := _day(said))]
    if not stated:
        return None, ()
    others = sorted(set(stated) - {stated[0]})
    if not others:
        return stated[0], ()
    days = ", ".join(day.isoformat() for day in others)
    return stated[0], (
        f"The page states more than one day of publication: {stated[0]} was taken, not {days}.",
    )


def _statements(page: Node) -> Iterator[str]:
    for node in elements(page):
        if node.tag == "script" and node.attributes.get("type", "").lower() == "application/ld+json":
            yield from _json_ld("".join(child for child in node.children if isinstance(child, str)))
    if said := meta(page, *_META):
        yield said
    marked = [node for node in elements(page) if node.attributes.get("itemprop") == "datePublished"]
    times = [node for node in elements(page) if node.tag == "time" and "datetime" in node.attributes]
    marked += [node for node in times if _PUBLISHED.search(node.names) or "pubdate" in node.attributes]
    for node in (marked or times)[:1]:
        yield node.attributes.get("datetime") or node.attributes.get("content") or node.text


def _json_ld(text: str) -> Iterator[str]:
    """Yield each `datePublished` of the first object that has one."""
    try:
        found: Any = json.loads(text)
    except (ValueError, RecursionError):  # what is not JSON states nothing
        return
    waiting = deque([found])
    while waiting:
        thing = waiting.popleft()
        if isinstance(thing, list):
            waiting += thing
        elif isinstance(thing, dict):
            if isinstance(said := thing.get("datePublished"), str):
                yield said
                return
            waiting += thing.get("@graph", []) if isinstance(thing.get("@graph"), list) else []


def _day(said: str) -> date | None:
    """Return the day of an ISO date or instant, as it was in Britain: `2025-06-30T23:01Z` is 1 July there."""
    said = said.strip()
    found = _ISO.match(said)
    try:
        instant = datetime.fromisoformat(said)
        if instant.tzinfo is None:
            return instant.date()
        instant = instant.astimezone(UTC)
        return (instant + timedelta(hours=_is_summer(instant))).date()
    except (ValueError, OverflowError):  # no instant, or one of the year 1 or 9999
        pass
    try:
        return date.fromisoformat(found[0]) if found else None
    except ValueError:
        return None


def _is_summer(instant: datetime) -> bool:
    """Return whether British Summer Time holds: from the last Sunday of March to that of October, 01:00 UTC."""
    first, last = (
        datetime(instant.year, month, 31, 1, tzinfo=UTC)
        - timedelta(days=(date(instant.year, month, 31).weekday() + 1) % 7)
        for month in (3, 10)
    )
    return first <= instant < last
