"""Refusals of the API: problem details (RFC 9457), a title and a sentence, never a person's data."""

from collections.abc import Sequence
from typing import Any

from django.http import HttpRequest, JsonResponse

BELOW = "/api/v"
"""How the path of everything that the API answers begins."""
CONTENT_TYPE = "application/problem+json"
TITLES = {
    400: "The request could not be read",
    401: "No token that can be used",
    404: "Not found",
    405: "Only to be read",
    422: "The question could not be read",
    429: "Too many requests",
    500: "Clewline failed",
    503: "Not now",
}
"""What each status is called; the page of the API tells of each."""


def of_api(request: HttpRequest) -> bool:
    """Return whether a request is to the API."""
    return request.path.startswith(BELOW)


def problem(status: int, detail: str, *, wrong: Sequence[dict[str, str]] = ()) -> JsonResponse:
    """Return a refusal: `detail` says what to do, `wrong` which parameters could not be read and why."""
    said: dict[str, Any] = {
        "type": "about:blank",
        "title": TITLES.get(status, "This could not be done"),
        "status": status,
        "detail": detail,
    }
    if wrong:
        said["parameters"] = list(wrong)
    answer = JsonResponse(said, status=status, content_type=CONTENT_TYPE)
    answer["Cache-Control"] = "no-store"
    return answer
