"""How a draft is known between two pages: by a signed cookie of these pages alone, which is good for half an hour."""

from django.conf import settings
from django.core import signing
from django.http import HttpRequest, HttpResponse

from clewline.web.addresses import address

COOKIE = "__Secure-referral" if settings.SECURE else "referral"
IDLE = 30 * 60
"""Seconds without a page after which the reference and return code are asked for."""
SALT = "clewline.web.refer"


def being_written(request: HttpRequest) -> str | None:
    """Return the reference of the draft that is being written on this device; none where there is none."""
    try:
        reference: str = signing.loads(request.COOKIES.get(COOKIE, ""), salt=SALT, max_age=IDLE)
    except signing.BadSignature:
        return None
    return reference


def remember(answer: HttpResponse, reference: str) -> HttpResponse:
    """Return an answer that has its reader known as who writes the draft, for another half hour."""
    answer.set_cookie(
        COOKIE,
        signing.dumps(reference, salt=SALT),
        path=address("refer"),
        secure=settings.SECURE,
        httponly=True,
        samesite="Lax",
    )
    return answer


def forget(answer: HttpResponse) -> HttpResponse:
    """Return an answer that has the device forget that a draft was being written."""
    answer.delete_cookie(COOKIE, path=address("refer"), samesite="Lax")
    return answer
