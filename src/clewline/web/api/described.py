"""What each address of the API asks and answers, told from its OpenAPI: for the page, and for the reference."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from clewline.access import ACTS, Role
from clewline.web.api.endpoint import Endpoint


@dataclass(frozen=True, kw_only=True)
class Described:
    """An address, ready to be printed."""

    endpoint: Endpoint
    path: str
    """As OpenAPI writes it."""
    says: str
    roles: str
    parameters: Sequence[tuple[str, str, str]]
    """Name, what it takes, and what it says."""
    answer: Sequence[tuple[str, str, str]]
    """Name of each part of the answer, what it is, and what it says; parts of parts are named behind a dot."""


def described(endpoints: Sequence[Endpoint], openapi: dict[str, Any]) -> list[Described]:
    """Return every address as OpenAPI tells of it."""
    by_name = {
        operation["operationId"]: (path, operation)
        for path, methods in openapi["paths"].items()
        for operation in methods.values()
    }
    shapes = openapi["components"]["schemas"]
    return [_described(one, *by_name[one.name], shapes) for one in endpoints]


def _described(endpoint: Endpoint, path: str, said: dict[str, Any], shapes: dict[str, Any]) -> Described:
    act = ACTS[endpoint.act]
    answer = said["responses"]["200"]["content"]["application/json"]["schema"]
    return Described(
        endpoint=endpoint,
        path=path,
        says=" ".join(said["description"].split()),
        roles="everybody" if act.roles == frozenset(Role) else ", ".join(r for r in Role if r in act.roles),
        parameters=[
            (
                one["name"],
                _kind(one["schema"], shapes) + (", needed" if one["required"] else ""),
                one.get("description") or one["schema"].get("description", ""),
            )
            for one in said.get("parameters", ())
        ],
        answer=list(_parts(answer, shapes, "", ())),
    )


def _parts(
    schema: dict[str, Any], shapes: dict[str, Any], within: str, seen: tuple[str, ...]
) -> Iterator[tuple[str, str, str]]:
    """Yield the parts of a shape, and theirs; a shape within itself is not opened again."""
    name = _named(schema)
    if name is None or name in seen:
        return
    for part, one in shapes[name].get("properties", {}).items():
        yield f"{within}{part}", _kind(one, shapes), one.get("description", "")
        yield from _parts(one, shapes, f"{within}{part}.", (*seen, name))


def _named(schema: dict[str, Any]) -> str | None:
    """Return the name of the shape that a part is, or a list of which it is; none where it is a plain value."""
    if "$ref" in schema:
        return str(schema["$ref"]).rpartition("/")[2]
    inner = [schema["items"]] if "items" in schema else schema.get("anyOf", ()) or schema.get("allOf", ())
    return next((found for one in inner if (found := _named(one)) is not None), None)


def _kind(schema: dict[str, Any], shapes: dict[str, Any]) -> str:
    """Return in words what a part is."""
    if "$ref" in schema:
        shape = shapes[str(schema["$ref"]).rpartition("/")[2]]
        return " or ".join(map(str, shape["enum"])) if "enum" in shape else "object"
    if "anyOf" in schema or "allOf" in schema:
        kinds = [_kind(one, shapes) for one in schema.get("anyOf", ()) or schema["allOf"]]
        return " or ".join(dict.fromkeys("none" if one == "null" else one for one in kinds))
    if "enum" in schema or "const" in schema:
        return " or ".join(map(str, schema.get("enum", [schema.get("const")])))
    if schema.get("type") == "array":
        return f"list of {_kind(schema.get('items', {}), shapes)}"
    written = {"date": "day", "date-time": "instant"}.get(schema.get("format", ""))
    return written or {"string": "text", "integer": "whole number"}.get(
        schema.get("type", ""), schema.get("type", "any")
    )
