"""The files of `web/static`: style, scripts, icon."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from servestatic import ServeStatic


class Files:
    """Middleware that answers for files, in the thread of the page; servestatic's own middleware is for event loops,
    and behind it Django starts one for every page.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self._next = get_response
        self._files = ServeStatic(
            None,
            root=settings.STATIC_ROOT,
            prefix=settings.STATIC_URL,
            max_age=settings.STATIC_MAX_AGE,
            allow_all_origins=False,
        ).files

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Give the file that is asked for, or else the page."""
        found = self._files.get(request.path_info)
        if found is None:
            return self._next(request)
        given = found.get_response(request.method or "GET", request.META)
        answer = HttpResponse(given.file.read() if given.file else b"", status=int(given.status))
        if given.file:
            given.file.close()
        del answer["Content-Type"]
        for name, value in given.headers:
            if value is not None:
                answer[name] = value
        return answer
