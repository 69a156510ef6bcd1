"""The formats of copies, each with what it needs and what writes it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import BinaryIO

from clewline.output.copies.copy import Copy
from clewline.output.copies.entities import write_entities
from clewline.output.copies.graph import write_gexf
from clewline.output.copies.paper import write_pdf
from clewline.output.copies.places import write_geojson, write_kml
from clewline.output.copies.tables import write_csv, write_link_csv
from clewline.output.copies.workbook import write_workbook


class Holds(StrEnum):
    """What a format holds."""

    ROWS = "rows"
    PLACES = "places"
    LINKS = "links"


@dataclass(frozen=True, kw_only=True)
class Format:
    """A format in which a copy can be made."""

    name: str
    says: str
    """What it is and what for, to whoever chooses."""
    suffix: str
    media: str
    holds: Holds
    write: Callable[[Copy, BinaryIO], int]
    """Writes the copy and returns how many rows, places or links it holds."""


_ALL = (
    Format(
        name="csv",
        says="CSV: a table for any spreadsheet",
        suffix=".csv",
        media="text/csv; charset=utf-8",
        holds=Holds.ROWS,
        write=write_csv,
    ),
    Format(
        name="xlsx",
        says="XLSX: a workbook for Excel and its like",
        suffix=".xlsx",
        media="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        holds=Holds.ROWS,
        write=write_workbook,
    ),
    Format(
        name="pdf",
        says="PDF: to read or print, 300 rows at most",
        suffix=".pdf",
        media="application/pdf",
        holds=Holds.ROWS,
        write=write_pdf,
    ),
    Format(
        name="geojson",
        says="GeoJSON: places, for a map",
        suffix=".geojson",
        media="application/geo+json",
        holds=Holds.PLACES,
        write=write_geojson,
    ),
    Format(
        name="kml",
        says="KML: points alone, for an earth browser",
        suffix=".kml",
        media="application/vnd.google-earth.kml+xml",
        holds=Holds.PLACES,
        write=write_kml,
    ),
    Format(
        name="gexf",
        says="GEXF: things and links, for Gephi",
        suffix=".gexf",
        media="application/gexf+xml",
        holds=Holds.LINKS,
        write=write_gexf,
    ),
    Format(
        name="ftm",
        says="FollowTheMoney JSON: things and links, for Aleph",
        suffix=".ftm.json",
        media="application/x-ndjson",
        holds=Holds.LINKS,
        write=write_entities,
    ),
    Format(
        name="links",
        says="Flat CSV of links, for i2 and other link-chart tools",
        suffix=".links.csv",
        media="text/csv; charset=utf-8",
        holds=Holds.LINKS,
        write=write_link_csv,
    ),
)
FORMATS: Mapping[str, Format] = {one.name: one for one in _ALL}
