"""GeoJSON and KML: what was recorded at a place.

A place that the record gives only in words has no point: in GeoJSON it is a feature without geometry, in KML it is left
out, for programs that open KML ask others on the internet where an address lies.
"""

import json
from collections.abc import Iterable
from itertools import chain
from typing import Any, BinaryIO

from lxml import etree

from clewline.output.copies.cells import plain
from clewline.output.copies.copy import Copy, Place

KML = "http://www.opengis.net/kml/2.2"


def write_geojson(copy: Copy, out: BinaryIO) -> int:
    """Write a feature for each place (RFC 7946)."""
    face = {name.lower().replace(" ", "_"): plain(value) for name, value in copy.face.told}
    out.write(b'{"type":"FeatureCollection","copy":' + _json(face) + b',"features":[')
    count = 0
    for place in copy.places():
        out.write((b",\n" if count else b"\n") + _json(_feature(place)))
        count += 1
    out.write(b"\n]}\n")
    return count


def write_kml(copy: Copy, out: BinaryIO) -> int:
    """Write a placemark for each place that has a point."""
    count = 0
    with etree.xmlfile(out, encoding="utf-8") as file:
        file.write_declaration()
        with file.element(f"{{{KML}}}kml", nsmap={None: KML}), file.element(f"{{{KML}}}Document"):
            file.write(_element("name", copy.face.title), _element("description", copy.face.line))
            for place in copy.places():
                if place.point is not None:
                    file.write(_placemark(place, place.point))
                    count += 1
    return count


def _feature(place: Place) -> dict[str, Any]:
    point = place.point
    return {
        "type": "Feature",
        "id": place.id,
        "geometry": None if point is None else {"type": "Point", "coordinates": [point[1], point[0]]},
        "properties": dict(_says(place)),
    }


def _says(place: Place) -> Iterable[tuple[str, str]]:
    day = () if place.day is None else (("day", place.day.isoformat()),)
    told = chain((("title", place.title), ("place", place.where)), place.says.items())
    return chain(((name, plain(value)) for name, value in told if value), day)


def _placemark(place: Place, point: tuple[float, float]) -> Any:
    made = etree.Element(f"{{{KML}}}Placemark")
    made.append(_element("name", place.title))
    if place.day is not None:
        moment = etree.SubElement(made, f"{{{KML}}}TimeStamp")
        moment.append(_element("when", place.day.isoformat()))
    data = etree.SubElement(made, f"{{{KML}}}ExtendedData")
    for name, value in chain((("id", place.id),), _says(place)):
        one = etree.SubElement(data, f"{{{KML}}}Data", name=name)
        one.append(_element("value", value))
    where = etree.SubElement(made, f"{{{KML}}}Point")
    # West of Greenwich they begin with a minus sign, and are numbers all the same.
    etree.SubElement(where, f"{{{KML}}}coordinates").text = f"{point[1]:.6f},{point[0]:.6f}"
    return made


def _element(name: str, text: str) -> Any:
    made = etree.Element(f"{{{KML}}}{name}")
    # What XML cannot hold is no text that a person wrote; `plain` has left nothing else of the kind.
    made.text = "".join(c for c in plain(text) if c >= " " and c not in "\ufffe\uffff")
    return made


def _json(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False).encode()
