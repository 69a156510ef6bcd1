"""The methods page: what each figure counts, by whose definition, with its worked examples."""

from django.http import HttpResponse
from django.shortcuts import render

from clewline.figures import all_figures
from clewline.web.asked import Request


def methods(request: Request) -> HttpResponse:
    """Return every figure with its definitions."""
    figures = sorted(all_figures().values(), key=lambda f: (f.rank, f.name))
    return render(request, "methods/methods.html", {"figures": figures})
