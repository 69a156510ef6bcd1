"""The guide: all kinds of signs, one kind, or the whole on one page. It reads nothing of the record."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import cache_control

from clewline.safeguarding import guide as told
from clewline.safeguarding.indicator import KINDS

KEPT = 3600
"""Seconds for which whoever read a page, or the machines on the way to them, may show it again without asking."""
AWAY = "https://www.bbc.co.uk/weather"
"""Where the way out leads: a page that anyone may be reading."""


@cache_control(public=True, max_age=KEPT)
def guide(request: HttpRequest) -> HttpResponse:
    """Return what to do, and the kinds of signs with the way to each."""
    return render(request, "guide/guide.html", _told())


@cache_control(public=True, max_age=KEPT)
def kind(request: HttpRequest, kind: str) -> HttpResponse:
    """Return the signs of one kind.

    :raises NotFound: there is no such kind.
    """
    found = told.of_kind(kind)
    return render(request, "guide/kind.html", _told() | {"kind": kind, "signs": found})


@cache_control(public=True, max_age=KEPT)
def whole(request: HttpRequest) -> HttpResponse:
    """Return the whole guide on one page, to print or to keep."""
    return render(request, "guide/whole.html", _told())


def _told() -> dict[str, Any]:
    return {"told": told, "kinds": KINDS, "of_kind": told.by_kind(), "away": AWAY}
