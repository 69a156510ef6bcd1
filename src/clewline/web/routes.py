"""A page of the site is a pattern, a view and the act that it is: without an act the gate lets nobody through."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.urls import URLPattern, path

from clewline.access import ACTS, Act, Scope
from clewline.web.asked import Request

View = Callable[..., HttpResponse]


def page(pattern: str, view: View, *, act: str, name: str) -> URLPattern:
    """Return a route whose view does an act of the table of permissions; what changes something is posted.

    :raises KeyError: the table has no such act.
    """
    methods = ("GET", "HEAD", "POST") if ACTS[act].changes else ("GET", "HEAD")

    @wraps(view)
    def guarded(request: Request, **parts: Any) -> HttpResponse:
        if request.method not in methods:
            return HttpResponseNotAllowed(methods)
        return view(request, **parts)

    guarded.act = ACTS[act]  # type: ignore[attr-defined]  # the gate reads it
    return path(pattern, guarded, name=name)


def is_public(request: HttpRequest) -> bool:
    """Return whether the page that is asked for is open to anyone: then nobody is asked who they are."""
    act: Act | None = getattr(request.resolver_match.func, "act", None) if request.resolver_match else None
    return act is not None and act.scope is Scope.PUBLIC


ENTRANCE = frozenset(
    {
        "account_login",
        "account_logout",
        "account_inactive",
        "account_reauthenticate",
        "account_change_password",
        "account_set_password",
        "mfa_authenticate",
        "mfa_reauthenticate",
        "mfa_index",
        "mfa_activate_totp",
        "mfa_deactivate_totp",
        "mfa_view_recovery_codes",
        "mfa_generate_recovery_codes",
        "mfa_list_webauthn",
        "mfa_add_webauthn",
        "mfa_edit_webauthn",
        "mfa_remove_webauthn",
        "mfa_login_webauthn",
        "mfa_reauthenticate_webauthn",
        "health",
        "openapi_v1",
    }
)
"""Routes that show nothing of the record: how people get in, and whether the site is alive."""
ELSEWHERE = frozenset({"openid_connect_login", "openid_connect_callback", "socialaccount_login_cancelled"})
"""Routes of log-in through an organisation, where the site is set to have it."""
