"""What may wait for somebody in a case: authorities that lapse, files of which records were refused."""

from collections.abc import Iterator
from datetime import timedelta

from clewline.store import news
from clewline.web.addresses import address
from clewline.web.asked import Request
from clewline.web.home.task import Link, Task

DAYS = 14
LISTED = 5


def lapsing_authorities(request: Request) -> Iterator[Task]:
    """Yield the authorities that lapse within two weeks."""
    found = news.lapsing(request.asker.person, request.asker.today, DAYS)
    if found:
        yield Task(
            title=f"{_some(len(found), 'authority lapses', 'authorities lapse')} within {DAYS} days",
            hint="After its last day nothing more is taken in under it. What it gave stays.",
            links=[
                Link(
                    text=f"{one.subject}, to {getattr(one.facts, 'expires'):%-d %B %Y}",  # noqa: B009  # news asked for it
                    url=address("entry", case=one.case, subject=one.id),
                    case=one.case,
                )
                for one in found[:LISTED]
            ],
            more=max(0, len(found) - LISTED),
        )


def partly_refused_files(request: Request) -> Iterator[Task]:
    """Yield the files that were taken in within two weeks, less some records that were refused."""
    since = request.asker.at - timedelta(days=DAYS)
    found = news.partly_refused(request.asker.person, request.asker.today, since)
    if found:
        yield Task(
            title=f"{_some(len(found), 'file was', 'files were')} taken in with records refused",
            hint=f"In the last {DAYS} days. What was refused is not counted anywhere until it is mended.",
            links=[
                Link(
                    text=f"{getattr(one.facts, 'file', one.subject)}, {news.not_taken(one):,} refused",
                    url=address("entry", case=one.case, subject=one.id),
                    case=one.case,
                )
                for one in found[:LISTED]
            ],
            more=max(0, len(found) - LISTED),
        )


def _some(count: int, one: str, many: str) -> str:
    return f"{count:,} {one if count == 1 else many}"
