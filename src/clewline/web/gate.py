"""The one door: nobody sees a page without having logged in with a second factor, without the act being theirs, and
without a line in the access log that is on the disk before the answer leaves. A page that is open to anyone shows
nothing of the record: there it asks nobody who they are, and logs nobody.
"""

import logging
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

from allauth.core.exceptions import ReauthenticationRequired
from django.conf import settings
from django.contrib.auth import logout
from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from clewline.access import Act, Relation, Scope, may
from clewline.access.happened import THROTTLED
from clewline.errors import ClewlineError
from clewline.output.look_words import FORM_ALONE
from clewline.store.accounts import log
from clewline.store.accounts.people import NOBODY, person_of, standing
from clewline.web.account.logged import tried
from clewline.web.addresses import from_path
from clewline.web.api.door import by_token
from clewline.web.asked import Asker, Look
from clewline.web.frame.refusals import no_log, not_found, refused
from clewline.web.routes import ELSEWHERE, ENTRANCE, is_public

SEEN = "seen"
"""Key of the session: when its holder last asked for a page."""
SEEN_EVERY = 60
"""Seconds within which it is not written anew."""
BEGAN = "began"
"""Key of the session: when its first page was asked for."""
FIRST = (
    "account_change_password",
    "account_set_password",
    "account_logout",
    "account_reauthenticate",
    "health",
)
"""Pages of those whose password somebody else chose; there are no others until they choose their own."""
METHODS = "account_authentication_methods"
"""Key under which allauth keeps how its holder logged in."""
logger = logging.getLogger("clewline.site")


class Gate:
    """Middleware around every page."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self._next = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer the request, and log the look: no log, no answer."""
        response = self._next(request)
        asker: Asker | None = getattr(request, "asker", None)
        try:
            if asker is not None:
                _log(asker, response)
            elif response.status_code == 429 and not is_public(request):
                tried(THROTTLED, request.user.pk if request.user.is_authenticated else None)
        except Exception as wrong:  # whatever it is: nothing is shown that is not logged
            logger.error("the access log could not be written", extra={"kind": type(wrong).__name__})
            response.close()
            response = no_log(request)
        if asker is not None:
            response["Cache-Control"] = "no-store"
        elif is_public(request):
            # A page says itself that it may be kept: one that takes what somebody writes is not to be.
            response.setdefault("Cache-Control", "no-store")
        return response

    def process_view(
        self, request: HttpRequest, view: Any, args: tuple[Any, ...], parts: dict[str, Any]
    ) -> HttpResponse | None:
        """Let the request through to its view, or answer in its place."""
        act: Act | None = getattr(view, "act", None)
        name = request.resolver_match.url_name if request.resolver_match else None
        if act is not None:
            # No id holds the character that ends a text for PostgreSQL, which would fail at it.
            some = {name: one.replace("\0", "\ufffd") for name, one in parts.items() if isinstance(one, str)}
            parts.update({name: from_path(one) for name, one in some.items()})
            if act.scope is Scope.PUBLIC:
                return None
        at = datetime.now(UTC)
        token = None
        if act is not None and getattr(view, "api", False):
            # A program shows its token and nothing else: a session is not looked at.
            bearer = by_token(request, act, at)
            if isinstance(bearer, HttpResponse):
                return bearer
            person, token = bearer
        else:
            if (elsewhere := self._first(request, act, name)) is not None or act is None:
                return elsewhere
            person = person_of(request.user)  # type: ignore[arg-type]  # logged in
        case = parts.get("case") if act.scope is Scope.CASE else None
        # Of a case that is not there just as much is asked as of one that is not theirs: nothing tells them apart.
        found = NOBODY if case is None else standing(person, case, at.date())
        look = Look(case=case, subject=parts.get("subject"))
        if act.changes and request.method != "POST":
            look.asked = FORM_ALONE
        request.asker = Asker(  # type: ignore[attr-defined]  # for the view
            person=person, act=act, standing=found, at=at, token=token, look=look
        )
        relation: Relation | None = None if act.scope is Scope.SITE else found.relation
        return None if may(act, person.role, relation) else not_found(request)

    def process_exception(self, request: HttpRequest, wrong: Exception) -> HttpResponse | None:
        """Answer a refusal with its sentence; anything else is a fault, told by its kind and no more."""
        if isinstance(wrong, ClewlineError):
            return refused(request, wrong)
        if isinstance(wrong, Http404):
            return not_found(request)
        if isinstance(wrong, ReauthenticationRequired):
            return None  # allauth asks them who they are
        logger.error("a page failed", extra={"kind": type(wrong).__name__, "page": _page(request)})
        return None

    def _first(self, request: HttpRequest, act: Act | None, name: str | None) -> HttpResponse | None:
        """Return where a person has to go before the page that they ask for; none where they may go on."""
        known = request.user.is_authenticated
        if (known and self._has_ended(request)) or (act is not None and not known):
            return redirect_to_login(request.get_full_path(), reverse("account_login"))
        if known and name not in FIRST and _password_is_given(request):
            return redirect("account_change_password")
        if act is None:
            return None if name in ENTRANCE or name in ELSEWHERE else not_found(request)
        return _second_factor(request)

    def _has_ended(self, request: HttpRequest) -> bool:
        """Return whether the session was left alone for too long, is too old, or belongs to a made-up person; then it
        is over.
        """
        now = int(datetime.now(UTC).timestamp())
        seen, began = request.session.get(SEEN, now), request.session.get(BEGAN, now)
        made_up = request.user.made_up and not settings.DEMO  # type: ignore[union-attr]  # logged in
        if made_up or now - seen > settings.SESSION_IDLE or now - began >= settings.SESSION_COOKIE_AGE:
            logout(request)
            return True
        if BEGAN not in request.session:
            request.session[BEGAN] = now
        seen = request.session.get(SEEN)
        if seen is None or now - seen >= SEEN_EVERY:
            request.session[SEEN] = now
        return False


def _log(asker: Asker, response: HttpResponse) -> None:
    """Write the line of a page, or of what a program asked for, in the access log."""
    log.append(
        at=asker.at,
        account=asker.person.id,
        act=asker.act.name,
        outcome=log.DONE if response.status_code < 400 else log.REFUSED,
        case=asker.look.case,
        subject=asker.look.subject,
        said=asker.look.said(by=asker.person.login, purpose=asker.standing.purpose, token=asker.token),
    )


def _password_is_given(request: HttpRequest) -> bool:
    """Return whether somebody else chose the password that its holder logged in with."""
    given: bool = request.user.must_change  # type: ignore[union-attr]  # logged in
    return given and any(one.get("method") == "password" for one in request.session.get(METHODS, ()))


def _second_factor(request: HttpRequest) -> HttpResponse | None:
    """Return where to go for whoever has not shown a second factor in this session."""
    if any(one.get("method") == "mfa" for one in request.session.get(METHODS, ())):
        return None
    from allauth.mfa.utils import is_mfa_enabled

    name = "mfa_reauthenticate" if is_mfa_enabled(request.user) else "mfa_activate_totp"
    return redirect(f"{reverse(name)}?next={request.path}")


def _page(request: HttpRequest) -> str | None:
    return request.resolver_match.url_name if request.resolver_match else None
