"""The addresses of version 1. Each is an act of the table of permissions, the same as the page that shows as much."""

import json
from functools import cache
from typing import Any

from clewline.web.api.endpoint import Endpoint, version
from clewline.web.api.problem import CONTENT_TYPE, TITLES
from clewline.web.api.v1 import access, case, figures, line, methods, person, search

DESCRIPTION = (
    "What the site shows, for programs; only read. A program asks with a token of a person, sees what that person may "
    "see at that moment, and each request is a line of the access log. What is not there and what is not for them look "
    "the same. Instants have their zone; days are days. An id's slash is written as ~1 in a path, a tilde as ~0."
)
_CASE, _ENTRY = {"case": "demo-1"}, {"case": "demo-1", "subject": "demo-1-a2"}
_PERSON = {"case": "demo-1", "subject": "metropolitan/17"}
_LINE = {"case": "demo-1", "subject": "L-17"}
_WEEK = {"start": "2023-02-27", "end": "2023-03-05"}

ENDPOINTS = (
    Endpoint(
        pattern="cases/",
        name="api_cases",
        view=case.cases,
        act="see home",
        answers=case.OwnCases,
        title="Your own cases",
    ),
    Endpoint(
        pattern="cases/<str:case>/entries/",
        name="api_entries",
        view=case.entries,
        act="see case",
        answers=case.Entries,
        title="Entries of a case",
        example=_CASE,
        asked={"kind": "arrest", "first": "2023-03-01"},
    ),
    Endpoint(
        pattern="cases/<str:case>/entries/<str:subject>/",
        name="api_entry",
        view=case.one_entry,
        act="see entry",
        answers=case.OneEntry,
        title="An entry",
        example=_ENTRY,
    ),
    Endpoint(
        pattern="cases/<str:case>/entries/<str:subject>/source/",
        name="api_entry_source",
        view=case.source_line,
        act="see source line",
        answers=case.SourceLine,
        title="The line of the file that an entry rests on",
        example=_ENTRY,
    ),
    Endpoint(
        pattern="cases/<str:case>/people/",
        name="api_people",
        view=person.people,
        act="see person",
        answers=person.People,
        title="People of a case",
        example=_CASE,
        asked={"under_18": "true"},
    ),
    Endpoint(
        pattern="cases/<str:case>/people/<str:subject>/",
        name="api_person",
        view=person.one_person,
        act="see person",
        answers=person.OnePerson,
        title="A person as recorded",
        example=_PERSON,
    ),
    Endpoint(
        pattern="cases/<str:case>/lines/",
        name="api_lines",
        view=line.lines,
        act="see line",
        answers=line.Lines,
        title="Lines of a case",
        example=_CASE,
    ),
    Endpoint(
        pattern="cases/<str:case>/lines/<str:subject>/",
        name="api_line",
        view=line.one_line,
        act="see line",
        answers=line.OneLine,
        title="A line and its summary",
        example=_LINE,
    ),
    Endpoint(
        pattern="cases/<str:case>/lines/<str:subject>/rows/",
        name="api_line_rows",
        view=line.rows,
        act="see line",
        answers=line.Rows,
        title="Rows behind a mark of a line",
        example=_LINE,
        asked={"mark": "uses", "most": "10"},
    ),
    Endpoint(
        pattern="cases/<str:case>/looks/",
        name="api_looks",
        view=access.case_looks,
        act="see who looked",
        answers=access.Looks,
        title="Who has looked at a case",
        example=_CASE,
    ),
    Endpoint(
        pattern="search/",
        name="api_search",
        view=search.search,
        act="search",
        answers=search.Found,
        title="Search",
        asked={"q": "C-17"},
    ),
    Endpoint(
        pattern="figures/",
        name="api_figures",
        view=figures.figures,
        act="count figures",
        answers=figures.Figures,
        title="Figures of a period",
        asked={**_WEEK, "force": "metropolitan"},
    ),
    Endpoint(
        pattern="figures/<str:figure>/rows/",
        name="api_figure_rows",
        view=figures.rows,
        act="open figures",
        answers=figures.FigureRows,
        title="Rows that a figure counts",
        example={"figure": "lines_closed"},
        asked=_WEEK,
    ),
    Endpoint(
        pattern="methods/",
        name="api_methods",
        view=methods.methods,
        act="see methods",
        answers=methods.Methods,
        title="How figures are counted",
    ),
    Endpoint(
        pattern="permissions/",
        name="api_permissions",
        view=access.permissions,
        act="see permissions",
        answers=access.Permissions,
        title="Who may do what",
    ),
    Endpoint(
        pattern="access-log/",
        name="api_access_log",
        view=access.access_log,
        act="see access log",
        answers=access.Looks,
        title="The access log",
        asked={"case": "demo-1"},
    ),
)
"""Every address."""

API, ROUTES = version("1", DESCRIPTION, ENDPOINTS)


@cache
def openapi() -> dict[str, Any]:
    """Return what the version answers, as OpenAPI 3.1 has it."""
    said: dict[str, Any] = json.loads(json.dumps(API.get_openapi_schema(path_prefix="/api/v1/")))
    for path in said["paths"].values():
        for status, answer in path["get"]["responses"].items():
            if int(status) >= 400:
                answer["description"] = TITLES[int(status)]
                answer["content"] = {CONTENT_TYPE: answer["content"].pop("application/json")}
    return said
