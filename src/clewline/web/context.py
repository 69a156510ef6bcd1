"""What every page is given beside its own: who is logged in, the way around, why they see it."""

from collections.abc import Mapping, Sequence
from functools import cache, partial
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import NoReverseMatch, get_resolver

from clewline.access import Act, Relation, Scope, may, why
from clewline.store.accounts.people import person_of
from clewline.web.addresses import address
from clewline.web.asked import Asker, given
from clewline.web.routes import is_public

NAVIGATION = (
    ("Home", "home"),
    ("Search", "search"),
    ("Figures", "figures"),
    ("Bulletins", "bulletins"),
    ("Referrals", "referrals"),
    ("Received", "received"),
    ("Partners", "partners"),
    ("Accounts", "accounts"),
    ("Access log", "access_log"),
    ("Guide", "guide"),
    ("Methods", "methods"),
    ("Permissions", "permissions"),
)
"""Words and the name of the route, in order; whoever may not see one is not shown the way to it."""
PARTS_OF_CASE = (
    ("Time line", "case"),
    ("Lines", "lines"),
    ("Links", "case_links"),
    ("People", "people"),
    ("Due", "duties"),
    ("Referrals", "case_referrals"),
    ("Exhibits", "exhibits"),
    ("Authorities", "authorities"),
    ("Findings", "findings"),
    ("Take a file in", "intake"),
    ("Record an entry", "record"),
    ("Members", "members"),
    ("Who has looked", "case_looks"),
)
"""The same within a case."""
PARTS_OF_BULLETINS = (
    ("Bulletins", "bulletins"),
    ("Write a bulletin", "bulletin_write"),
    ("Published figures", "published"),
    ("Check a text", "text"),
)
"""The same among what is published."""


def page(request: HttpRequest) -> dict[str, Any]:
    """Return the names that `frame/page.html` uses. A page that is open to anyone is the same for all of them: of it
    nobody is asked who they are, and nothing in it is new each time.
    """
    public = is_public(request)
    user = request.user if hasattr(request, "user") and not public else None
    asker: Asker | None = getattr(request, "asker", None)
    person = person_of(user) if user is not None and user.is_authenticated else None
    here = request.resolver_match.url_name if request.resolver_match else None
    return {
        "person": person,
        "nav": [] if asker is None else _ways(NAVIGATION, asker, here),
        "parts_of_case": partial(_parts_of_case, asker, here),
        "parts_of_bulletins": [] if asker is None else _ways(PARTS_OF_BULLETINS, asker, here),
        "takes_out": partial(_takes_out, asker),
        "asking": partial(_asking, request),
        "why": [] if asker is None else _why(asker),
        "made_up": settings.DEMO,
        "elsewhere": settings.OIDC_NAME if settings.OIDC else None,
        "password_is_given": person is not None and user.must_change,  # type: ignore[union-attr]  # logged in
        "public": public,
        "nonce": "" if public else str(getattr(request, "csp_nonce", "")),
    }


@cache
def act_of(name: str) -> Act:
    """Return the act of a route by its name.

    :raises NoReverseMatch: there is no such route.
    """
    for route in get_resolver().url_patterns:
        if getattr(route, "name", None) == name:
            act: Act = getattr(route.callback, "act")  # noqa: B009  # routes.page put it there
            return act
    raise NoReverseMatch(name)


def way_in_case(name: str, asker: Asker, case: str, subject: str | None = None) -> str | None:
    """Return where a case of the asker's own, or something in it, has its page; none where that is not for them, or
    there is no such page.
    """
    try:
        act = act_of(name)
    except NoReverseMatch:
        return None
    theirs = may(act, asker.person.role, Relation.OWN)
    about = {} if subject is None else {"subject": subject}
    return address(name, case=case, **about) if theirs else None


def _asking(
    request: HttpRequest, but: Sequence[str] = (), also: Mapping[str, str] | None = None
) -> dict[str, str]:
    """Return what the page's address asks for, less some of it, and with more: what another page is asked for."""
    kept = {name: value for name, value in given(request).items() if name not in but}
    return kept | dict(also or {})


def _takes_out(asker: Asker | None, name: str) -> bool:
    """Return whether the way to a page on which a copy is asked for is shown."""
    return asker is not None and may(act_of(name), asker.person.role, Relation.OWN)


def _parts_of_case(asker: Asker | None, here: str | None, case: str) -> list[dict[str, Any]]:
    return [] if asker is None else _ways(PARTS_OF_CASE, asker, here, case=case)


def _ways(
    some: tuple[tuple[str, str], ...], asker: Asker, here: str | None, **parts: str
) -> list[dict[str, Any]]:
    relation = asker.standing.relation if parts else None
    return [
        {"text": text, "url": address(name, **parts), "current": name == here}
        for text, name in some
        if may(act_of(name), asker.person.role, relation)
    ]


def _why(asker: Asker) -> list[str]:
    """Return the sentences that answer "Why can I see this?"."""
    said = [why(asker.act, asker.person.role)]
    found = asker.standing
    if asker.act.scope is Scope.CASE and found.purpose is not None:
        until = "" if found.last is None else f" until {found.last:%-d %B %Y}"
        said.append(f"{found.added_by} made you a member of it for {found.purpose}{until}.")
    said.append("That you saw it is in the access log.")
    return said
