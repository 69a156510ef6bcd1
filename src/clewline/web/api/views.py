"""What the API answers: for programs as OpenAPI, for people as a page."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render

from clewline.web.api.described import described
from clewline.web.api.problem import TITLES
from clewline.web.api.v1 import routes as v1
from clewline.web.asked import Request


def openapi_of_v1(request: HttpRequest) -> HttpResponse:
    """Return what version 1 answers. It is for everybody: it holds nothing of the record, and programs are made from it
    by tools that do not log in.
    """
    return JsonResponse(v1.openapi())


def about(request: Request) -> HttpResponse:
    """Return the page that says what programs may ask, and how."""
    context = {
        "addresses": described(v1.ENDPOINTS, v1.openapi()),
        "titles": TITLES,
        "site": request.build_absolute_uri("/api/v1/"),
        "description": v1.DESCRIPTION,
    }
    return render(request, "api/about.html", context)
