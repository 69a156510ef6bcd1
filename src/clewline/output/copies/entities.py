"""FollowTheMoney: an entity a line, as JSON, by the schemas of that project; a link is an `UnknownLink` with its role.

No topic is ever written: the topics of that vocabulary call people and groups criminal, which no record says.
"""

import json
from collections.abc import Iterator
from hashlib import sha256
from typing import Any, BinaryIO

import phonenumbers

from clewline.case.links import Link, Sort, Thing
from clewline.output.copies.cells import plain
from clewline.output.copies.copy import Copy
from clewline.output.link_chart import PROTECT

SCHEMAS = {
    Sort.PERSON: ("Person", "idNumber"),
    Sort.LINE: ("Organization", "idNumber"),
    Sort.NUMBER: ("UserAccount", "username"),
    Sort.CONTACT: ("UserAccount", "username"),
    Sort.HANDSET: ("Asset", None),
    Sort.SIM: ("Asset", None),
    Sort.AREA: ("Address", "full"),
    Sort.PLACE: ("Address", "full"),
    Sort.EXHIBIT: ("Document", "fileName"),
    Sort.AUTHORITY: ("Document", "fileName"),
    Sort.ARREST: ("Event", "recordId"),
    Sort.OPERATION: ("Project", "projectId"),
}
"""The schema of each sort of thing, and the property that holds its id or words."""


def write_entities(copy: Copy, out: BinaryIO) -> int:
    """Write an entity for each thing and each link, after a note that is the copy's face."""
    links = copy.links()
    case = copy.face.case or ""
    note = {"name": [plain(copy.face.title)], "description": [plain(copy.face.line)]}
    _line(out, _entity("Note", ("face", case, copy.face.line), note))
    for thing in links.things.values():
        _line(out, _thing(thing, case))
    for link in links.links:
        _line(out, _link(link, case))
    return len(links.links)


def _thing(thing: Thing, case: str) -> dict[str, Any]:
    schema, holds_id = SCHEMAS[thing.sort]
    said = {"name": [plain(thing.title)], "notes": list(map(plain, _notes(thing)))}
    if holds_id is not None:
        said[holds_id] = [plain(thing.title if holds_id == "full" else thing.id)]
    if thing.sort is Sort.NUMBER and _in_use(thing.id):
        said["number"] = [thing.id]
    return _entity(schema, (case, thing.key), said)


def _in_use(text: str) -> bool:
    """Return whether a number is of a range that is given out: only such are telephone numbers to that project."""
    try:
        return phonenumbers.is_valid_number(phonenumbers.parse(text))
    except phonenumbers.NumberParseException:
        return False


def _notes(thing: Thing) -> Iterator[str]:
    yield f"In the record: {thing.sort} {thing.id}"
    if thing.protect_first:
        yield f"{PROTECT}: a child or a possible victim"
    if thing.sort is Sort.CONTACT:
        yield "A pseudonym"


def _link(link: Link, case: str) -> dict[str, Any]:
    said = {
        "subject": [_id((case, link.one))],
        "object": [_id((case, link.other))],
        "role": [plain(link.what)],
        "summary": [f"{link.count} {link.rests_on}"],
        "recordId": list(link.entries),
        "startDate": [link.first.isoformat()] if link.first else [],
        "endDate": [link.last.isoformat()] if link.last else [],
    }
    return _entity("UnknownLink", (case, link.one, link.what, link.other), said)


def _entity(schema: str, named: tuple[str, ...], said: dict[str, list[str]]) -> dict[str, Any]:
    kept = {name: values for name, values in said.items() if values and any(values)}
    return {"id": _id(named), "schema": schema, "properties": kept}


def _id(named: tuple[str, ...]) -> str:
    """Return an id that is the same in each copy, and tells nothing."""
    return f"clewline-{sha256(json.dumps(named).encode()).hexdigest()[:32]}"


def _line(out: BinaryIO, entity: dict[str, Any]) -> None:
    out.write(json.dumps(entity, ensure_ascii=False).encode() + b"\n")
