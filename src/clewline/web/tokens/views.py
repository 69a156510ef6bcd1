"""Pages of a person's own tokens."""

import time
from urllib.parse import urlencode

from allauth.account.adapter import get_adapter
from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from clewline.errors import BadInput
from clewline.store.accounts import tokens as kept
from clewline.web.addresses import address
from clewline.web.asked import Request
from clewline.web.tokens.forms import Make

METHODS = "account_authentication_methods"
"""Key of the session under which allauth keeps how and when its holder showed who they are."""


def tokens(request: Request) -> HttpResponse:
    """Return the tokens of whoever asks: what each is for, when it was last used, how to end it."""
    asker = request.asker
    found = kept.of(asker.person)
    asker.look.shown = len(found)
    context = {
        "standing": [one for one in found if one.stands_at(asker.at)],
        "over": [one for one in found if not one.stands_at(asker.at)][:25],
        "most_days": settings.TOKEN_DAYS,
        "rate": settings.API_RATE,
    }
    return render(request, "tokens/tokens.html", context)


def new(request: Request) -> HttpResponse:
    """Return the form of a new token, for whoever has shown who they are within the last minutes."""
    if not _recently_shown_who(request):
        return redirect(_way_to_show_who(request))
    return render(request, "tokens/new.html", {"form": Make(), "confirm": None})


def make(request: Request) -> HttpResponse:
    """Make a token and show its text, which is not kept and not shown again: hence no page to go on to."""
    if request.method != "POST":
        return redirect("token_new")
    asker = request.asker
    form = Make(request.POST)
    recently = _recently_shown_who(request)
    if form.is_valid() and recently:
        said = form.cleaned_data
        try:
            made, text = kept.make(asker.person, name=said["name"], days=said["days"], at=asker.at)
        except BadInput as wrong:
            form.add_error("name", str(wrong))
        else:
            asker.look.subject = f"token {made.number}"
            asker.look.changed = f"token {made.number} made, until {made.ends_at:%Y-%m-%d}"
            context = {"made": made, "text": text, "site": request.build_absolute_uri("/api/v1/cases/")}
            return render(request, "tokens/made.html", context)
    context = {"form": form, "confirm": None if recently else _way_to_show_who(request)}
    return render(request, "tokens/new.html", context, status=422)


def end(request: Request) -> HttpResponse:
    """End a token of whoever asks; it stays in their list, and in the log."""
    if request.method != "POST":
        return redirect("tokens")
    asker = request.asker
    number = request.POST.get("token", "")
    if not number.isdecimal() or len(number) > 15:
        raise BadInput("Choose a token of your list.")
    asker.look.subject = f"token {number}"
    ended = kept.end(asker.person, int(number), at=asker.at)
    asker.look.changed = f"token {ended.number} ended"
    messages.success(
        request,
        f"The token “{ended.name}” has ended and is refused from now on. Make another if it is missed.",
    )
    return redirect("tokens")


def _recently_shown_who(request: Request) -> bool:
    """Return whether password or second factor was given within the last minutes of this session."""
    given = [one["at"] for one in request.session.get(METHODS, ()) if "at" in one]
    return bool(given) and time.time() - max(given) < settings.ACCOUNT_REAUTHENTICATION_TIMEOUT


def _way_to_show_who(request: Request) -> str:
    """Return where to give the password or second factor once more, and to come back from."""
    ways = get_adapter().get_reauthentication_methods(request.user)
    way = str(ways[0]["url"]) if ways else address("account_reauthenticate")
    return f"{way}?{urlencode({'next': address('token_new')})}"
