"""What every page is given beside its own: who is logged in, the way around, the nonce of its scripts."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse

from clewline.access import ACTS, Role, may
from clewline.store.accounts.people import person_of
from clewline.web.asked import Asker

NAVIGATION = (
    ("Home", "home"),
    ("Figures", "figures"),
    ("Access log", "access_log"),
    ("Methods", "methods"),
    ("Permissions", "permissions"),
)
"""Words and the name of the route, in order; whoever may not see one is not shown the way to it."""
_ACTS = {
    "home": "see home",
    "figures": "see figures",
    "access_log": "see access log",
    "methods": "see methods",
    "permissions": "see permissions",
}


def page(request: HttpRequest) -> dict[str, Any]:
    """Return the names that `frame/page.html` uses."""
    user = request.user if hasattr(request, "user") else None
    asker: Asker | None = getattr(request, "asker", None)
    person = person_of(user) if user is not None and user.is_authenticated else None
    return {
        "person": person,
        "asker": asker,
        "nav": [] if asker is None else _navigation(asker.person.role, request),
        "made_up": settings.DEMO,
        "nonce": str(getattr(request, "csp_nonce", "")),
    }


def _navigation(role: Role, request: HttpRequest) -> list[dict[str, Any]]:
    here = request.resolver_match.url_name if request.resolver_match else None
    return [
        {"text": text, "url": reverse(name), "current": name == here}
        for text, name in NAVIGATION
        if may(ACTS[_ACTS[name]], role, None)
    ]
