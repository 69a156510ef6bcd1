"""GEXF: things and links as a graph, for Gephi and its like."""

from typing import Any, BinaryIO

import networkx  # type: ignore[import-untyped]  # it publishes no types
from lxml import etree

from clewline.case.links import Links
from clewline.output.copies.cells import cell, is_phone
from clewline.output.copies.copy import Copy
from clewline.output.link_chart import PROTECT

GEXF = "http://www.gexf.net/1.2draft"


def write_gexf(copy: Copy, out: BinaryIO) -> int:
    """Write the links as edges, each with what it rests on."""
    links = copy.links()
    made = networkx.readwrite.gexf.GEXFWriter(encoding="utf-8", version="1.2draft")
    made.add_graph(graph(links))
    root = etree.fromstring(str(made).encode())
    meta = root.find(f"{{{GEXF}}}meta")
    # The writer gives the day of the clock and its own name, and leaves no place for a description.
    meta.clear()
    meta.set("lastmodifieddate", copy.face.made_at.date().isoformat())
    for name, text in (("creator", "Clewline"), ("description", copy.face.line)):
        etree.SubElement(meta, f"{{{GEXF}}}{name}").text = _text(text)
    out.write(etree.tostring(root, xml_declaration=True, encoding="utf-8"))
    return len(links.links)


def graph(links: Links) -> Any:
    """Return the links as a graph of networkx, in which two things may be tied in several ways."""
    made = networkx.MultiGraph()
    for key, thing in links.things.items():
        note = PROTECT if thing.protect_first else ""
        made.add_node(
            _text(key),
            label=_text(thing.title),
            sort=str(thing.sort),
            name_in_record=_text(thing.id),
            note=note,
        )
    for number, link in enumerate(links.links):
        made.add_edge(
            _text(link.one),
            _text(link.other),
            key=number,
            id=str(number),
            label=_text(link.what),
            count=link.count,
            first="" if link.first is None else link.first.isoformat(),
            last="" if link.last is None else link.last.isoformat(),
            rests_on=link.rests_on,
            entries=" ".join(link.entries),
        )
    return made


def _text(text: str) -> str:
    """Return a text as a cell: graph programs write their tables out as CSV."""
    return (
        "".join(c for c in str(cell(text)) if c >= " " and c not in "\ufffe\uffff")
        if not is_phone(text)
        else f"tel:{text}"
    )
