"""The first page."""

from datetime import timedelta

from django.http import HttpResponse
from django.shortcuts import render

from clewline.store import visible
from clewline.store.accounts.people import own_cases
from clewline.store.linking import EPOCH
from clewline.web.asked import Request


def home(request: Request) -> HttpResponse:
    """Return the cases of whoever asks, the one changed last first."""
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
    asker.look.shown = len(cases)
    return render(request, "home/home.html", {"cases": cases})
