"""An address of the API: a path, a view, the act that it is, and what it answers."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import wraps
from typing import Any

import msgspec
from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, path
from ninja import NinjaAPI, Schema
from ninja.errors import HttpError, ValidationError
from ninja.renderers import BaseRenderer
from ninja.security import HttpBearer

from clewline.access import ACTS
from clewline.errors import ClewlineError
from clewline.web.addresses import in_path
from clewline.web.api.problem import TITLES, problem
from clewline.web.api.shapes import Problem
from clewline.web.asked import Request
from clewline.web.frame.refusals import refused

ALWAYS = (400, 401, 404, 422, 429, 503)
"""Refusals that any address of the API may answer with."""


@dataclass(frozen=True, kw_only=True)
class Endpoint:
    """One address of the API."""

    pattern: str
    """Its path below the version, as `cases/<str:case>/entries/`."""
    name: str
    view: Callable[..., Any]
    act: str
    answers: type[Schema]
    title: str
    example: Mapping[str, str] = field(default_factory=dict)
    """Parts of the path of a request that the tests make."""
    asked: Mapping[str, str] = field(default_factory=dict)
    """What that request asks besides."""

    @property
    def documented(self) -> str:
        """Return the path as OpenAPI writes it."""
        return "/" + self.pattern.replace("<str:", "{str:").replace(">", "}")

    @property
    def request(self) -> str:
        """Return the path of the example below the version."""
        filled = self.pattern
        for part, value in self.example.items():
            filled = filled.replace(f"<str:{part}>", in_path(value))
        query = "&".join(f"{name}={value}" for name, value in self.asked.items())
        return f"{filled}?{query}" if query else filled


class Json(BaseRenderer):
    """Writes answers; instants to the microsecond, so that one that is asked again is the same."""

    media_type = "application/json"

    def render(self, request: HttpRequest, data: Any, *, response_status: int) -> bytes:
        """Return the answer as JSON."""
        return msgspec.json.encode(data)


class Token(HttpBearer):
    """A token of the person in whose place a program asks, made under Security."""

    def authenticate(self, request: HttpRequest, token: str) -> Any:
        """Return who asks, whom the gate has let in already; nobody where it has not."""
        return getattr(request, "asker", None)


def version(
    number: str, description: str, endpoints: Sequence[Endpoint]
) -> tuple[NinjaAPI, list[URLPattern]]:
    """Return a version of the API, and its addresses, each behind the gate."""
    api = NinjaAPI(
        title="Clewline",
        version=number,
        description=description,
        openapi_url=None,
        docs_url=None,
        auth=Token(),
        renderer=Json(),
        urls_namespace=f"api-v{number}",
    )
    _refuse(api)
    for one in endpoints:
        api.api_operation(
            ["GET"],
            one.documented,
            response={200: one.answers, **dict.fromkeys(ALWAYS, Problem)},
            operation_id=one.name,
            summary=one.title,
            description=(one.view.__doc__ or "").strip(),
            url_name=one.name,
            by_alias=True,
            tags=[one.pattern.partition("/")[0]],
        )(one.view)
    views = {getattr(one, "name", None): getattr(one, "callback", None) for one in api.urls[0]}
    return api, [_guarded(f"api/v{number}/{one.pattern}", one, views[one.name]) for one in endpoints]


def _guarded(pattern: str, endpoint: Endpoint, view: Any) -> URLPattern:
    """Return the route: only read, only asked what it knows; the gate finds its act and that it is of the API."""
    known = _parameters(endpoint.view)

    @wraps(view)
    def guarded(request: Request, **parts: Any) -> HttpResponse:
        if request.method not in ("GET", "HEAD"):
            answer = problem(405, "The API is only read: ask with GET.")
            answer["Allow"] = "GET, HEAD"
            return answer
        request.method = "GET"  # the server leaves the body of an answer to HEAD out
        unknown = sorted(set(request.GET) - known)
        if unknown:
            wrong = [{"name": one[:80], "says": "There is no such parameter."} for one in unknown]
            return problem(422, "Leave out what this address does not know, or correct it.", wrong=wrong)
        if any("\0" in value for values in request.GET.lists() for value in values[1]):
            return problem(422, "Leave out the character that is no text.")
        found: HttpResponse = view(request, **parts)
        return found

    guarded.act = ACTS[endpoint.act]  # type: ignore[attr-defined]  # the gate reads it
    guarded.api = True  # type: ignore[attr-defined]  # the gate asks for a token, not for a session
    guarded.endpoint = endpoint  # type: ignore[attr-defined]  # the tests read it
    guarded.parameters = known  # type: ignore[attr-defined]  # the tests read it
    return path(pattern, guarded, name=endpoint.name)


def _parameters(view: Callable[..., Any]) -> frozenset[str]:
    """Return the names that a view's query may hold."""
    operation = view._ninja_operation  # type: ignore[attr-defined]  # ninja puts it there
    return frozenset(
        name
        for model in operation.models
        if model.__ninja_param_source__ == "query"
        for name in model.__ninja_flatten_map__
    )


def _refuse(api: NinjaAPI) -> None:
    """Answer what ninja would refuse in its own words with a problem."""

    def not_read(request: HttpRequest, wrong: Any) -> HttpResponse:
        said = [(str(one["loc"][-1]), str(one["msg"]).removeprefix("Value error, ")) for one in wrong.errors]
        # What is wrong with several together is told of none of them.
        together = [says for name, says in said if name == "asked"]
        named = [{"name": name, "says": says} for name, says in said if name != "asked"]
        return problem(
            422, " ".join(together) or "Correct the parameters that could not be read.", wrong=named
        )

    def not_done(request: HttpRequest, wrong: Any) -> HttpResponse:
        return refused(request, wrong)

    def failed(request: HttpRequest, wrong: Any) -> HttpResponse:
        return problem(wrong.status_code, TITLES.get(wrong.status_code, "This could not be done"))

    api.add_exception_handler(ValidationError, not_read)
    api.add_exception_handler(HttpError, failed)
    api.add_exception_handler(ClewlineError, not_done)
