"""Who asks through the API: the person whose token is shown, looked at anew at each call."""

import logging
from datetime import datetime

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from clewline.access import Act
from clewline.store.accounts import tokens
from clewline.store.accounts.people import NOBODY, Person
from clewline.web.api.problem import problem
from clewline.web.asked import Asker

logger = logging.getLogger("clewline.site")


def by_token(request: HttpRequest, act: Act, at: datetime) -> tuple[Person, int] | HttpResponse:
    """Return the person whose token the request shows, and its number; or the answer to a request without one.

    An unknown token, one that has ended and one whose holder's account was switched off are answered in the same
    words. Whoever shows a token that was good once is in the access log; a text that never was one names nobody, and
    is counted in the site's own log alone.
    """
    kind, _, text = request.headers.get("Authorization", "").partition(" ")
    found = tokens.presented(text.strip()) if kind.lower() == "bearer" else None
    if found is None:
        logger.warning("a request to the API showed no known token")
        return _nobody()
    uses = tokens.use(found.token.number, at)
    person = found.person
    stands = found.token.stands_at(at) and person.active and (settings.DEMO or not found.made_up)
    if stands and uses <= settings.API_RATE:
        return person, found.token.number
    request.asker = Asker(  # type: ignore[attr-defined]  # so that the gate logs it
        person=person, act=act, standing=NOBODY, at=at, token=found.token.number
    )
    return _too_many(at) if stands else _nobody()


def _nobody() -> HttpResponse:
    answer = problem(
        401,
        "Send a token that can be used in the header Authorization, as: Bearer clewline_... Tokens are made under "
        "Security, and end on their last day or when their holder ends them.",
    )
    answer["WWW-Authenticate"] = 'Bearer realm="Clewline"'
    return answer


def _too_many(at: datetime) -> HttpResponse:
    answer = problem(
        429, f"A token may ask {settings.API_RATE:,} times a minute. Wait for the next minute, then go on."
    )
    answer["Retry-After"] = str(60 - at.second)
    return answer
