"""The first page."""

from collections import Counter
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import urlencode

from django.http import HttpResponse
from django.shortcuts import render

from clewline.record import all_kinds
from clewline.store import news, visible
from clewline.store.accounts import log
from clewline.store.accounts.people import own_cases
from clewline.store.linking import EPOCH
from clewline.web.addresses import address
from clewline.web.asked import Request
from clewline.web.case.filters import LOOKS
from clewline.web.home.tasks import tasks

ASKED_OF = 50
"""Cases, the last changed first, of which the page tells what changed in them."""


def home(request: Request) -> HttpResponse:
    """Return the cases of whoever asks, the one changed last first; what may wait for them; what changed."""
    asker = request.asker
    own = own_cases(asker.person, asker.today)
    changed = visible.last_recorded(asker.person, asker.today)
    cases = [
        {
            "case": case,
            "purpose": purpose,
            "changed": EPOCH + timedelta(microseconds=changed[case]) if case in changed else None,
        }
        for case, purpose in sorted(own.items(), key=lambda one: (-changed.get(one[0], 0), one[0]))
    ]
    seen = log.last_looks(asker.person.id, [str(one["case"]) for one in cases[:ASKED_OF]])
    asker.look.shown = len(cases)
    context = {"cases": cases, "news": _news(request, seen), "tasks": tasks(request)}
    return render(request, "home/home.html", context)


def _news(request: Request, seen: Mapping[str, datetime]) -> list[dict[str, Any]]:
    """Return what others recorded in each case since it was last looked at, by kind."""
    asker = request.asker
    titles = {name: kind.title for name, kind in all_kinds().items()}
    told = []
    for case, recent in news.changed(asker.person, asker.today, seen).items():
        kinds = Counter(
            one.kind for one in recent.entries if one.by != asker.person.login and one.kind not in LOOKS
        )
        if not kinds:
            continue
        since = {"since": str((seen[case] - EPOCH) // timedelta(microseconds=1))}
        page = address("case", case=case)
        told.append(
            {
                "case": case,
                "since": seen[case],
                "url": f"{page}?{urlencode(since)}",
                "count": kinds.total(),
                "more": recent.more,
                "kinds": [
                    {
                        "title": titles.get(kind, kind),
                        "count": count,
                        "url": f"{page}?{urlencode({'kind': kind} | since)}",
                    }
                    for kind, count in sorted(kinds.items(), key=lambda one: (-one[1], one[0]))
                ],
            }
        )
    return told
