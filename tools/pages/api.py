"""The API: every address of its version 1, from the same source as the page of the site and its OpenAPI."""

import os

from pages.markdown import finish, head, table


def page() -> str:
    """Return the page."""
    _know_the_site()
    from clewline.web.api.described import described
    from clewline.web.api.problem import TITLES
    from clewline.web.api.v1.routes import DESCRIPTION, ENDPOINTS, openapi

    some = described(ENDPOINTS, openapi())
    lines = head(
        "The API",
        DESCRIPTION,
        "The same is a page of the site, `/api/`, and for tools `/api/v1/openapi.json`. "
        "How to begin: [Use the API](../how-to/use-the-api.md).",
    )
    lines += table(
        ["address", "answers", "for"],
        ([f"[`{one.path}`](#{one.endpoint.name})", one.endpoint.title, one.roles] for one in some),
    )
    lines += [
        "## Refusals",
        "",
        "A refusal is a problem as RFC 9457 has it (`application/problem+json`): `title`, `status`, and in `detail` "
        "what to do; `parameters` names those that could not be read.",
        "",
    ]
    lines += table(["status", "title"], ([str(status), title] for status, title in TITLES.items()))
    for one in some:
        lines += [f"## {one.endpoint.title} {{ #{one.endpoint.name} }}", "", f"`GET {one.path}`", ""]
        lines += [one.says, "", f"Example: `{one.endpoint.request}`", ""]
        if one.parameters:
            lines += table(
                ["parameter", "is", "says"], ([f"`{name}`", *rest] for name, *rest in one.parameters)
            )
        lines += table(["part", "is", "says"], ([f"`{name}`", *rest] for name, *rest in one.answer))
    return finish(lines)


def _know_the_site() -> None:
    """Let Django know the site, where it does not yet; nothing of a record is touched."""
    import django
    from django.apps import apps

    if not apps.ready:
        os.environ["DJANGO_SETTINGS_MODULE"] = "clewline.site.web"
        os.environ.setdefault("CLEWLINE_SECRET_KEY", "a key that signs nothing")
        django.setup()
