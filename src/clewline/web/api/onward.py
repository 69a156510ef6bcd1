"""How a list of the API goes on: the address of its next part, which holds the place that it goes on from."""

from urllib.parse import urlencode

from django.http import HttpRequest


def onward(request: HttpRequest, **place: str) -> str:
    """Return the address of the next part of what was asked."""
    return f"{request.path}?{urlencode({**request.GET.dict(), **place})}"
