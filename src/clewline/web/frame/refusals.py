"""Pages that say no. What is not there and what is not for the asker look the same."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from clewline.errors import ClewlineError
from clewline.web.api.problem import of_api, problem

API_NOT_FOUND = "There is nothing of that name, or your work does not need it."
"""What the API says of what is not there and of what is not for them."""


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Return the page for what is not there, or not for them."""
    return _page(
        request,
        404,
        "Page not found",
        "There is no such page, or your work does not need it. If you think that it does, ask the supervisor of "
        "the case to make you a member.",
    )


def refused(request: HttpRequest, wrong: ClewlineError) -> HttpResponse:
    """Return the page for what Clewline refuses to do."""
    if wrong.status in (403, 404):
        return not_found(request)
    return _page(request, wrong.status, "This could not be done", str(wrong))


def no_log(request: HttpRequest) -> HttpResponse:
    """Return the page for when a look cannot be logged: it holds no data."""
    if of_api(request):
        return problem(503, "The access log cannot be written, so nothing is shown. Try again.")
    return HttpResponse(
        "<!DOCTYPE html><html lang=en-GB><title>Not now: Clewline</title><h1>Not now</h1>"
        "<p>The access log cannot be written, so nothing is shown. Try again; tell your administrator if it stays so.",
        status=503,
    )


def failed(request: HttpRequest) -> HttpResponse:
    """Return the page for a fault of Clewline."""
    return _page(request, 500, "Clewline failed", "The fault is on our side; nothing was changed. Try again.")


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Return the page for a request that cannot be read."""
    return _page(request, 400, "The request could not be read", "Go back and try again.")


def csrf(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Return the page for a form that did not come from here."""
    return _page(
        request,
        403,
        "The form was not sent",
        "It was open for too long, or did not come from this site. Try again.",
    )


def _page(request: HttpRequest, status: int, title: str, sentence: str) -> HttpResponse:
    if of_api(request):
        return problem(status, API_NOT_FOUND if status == 404 else sentence)
    return render(request, "frame/refused.html", {"title": title, "sentence": sentence}, status=status)
