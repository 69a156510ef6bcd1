"""Where a phone was, as ETSI TS 102 657 says it: cells, coordinates and how long each was valid."""

import re
from dataclasses import dataclass, replace
from datetime import datetime

from clewline.formats.phones import cell_octets as octets
from clewline.formats.phones.cell import cell
from clewline.formats.phones.moment import Moment
from clewline.formats.phones.readers import Read
from clewline.formats.phones.xml_trees import Element
from clewline.formats.values import Unreadable

_CELLS: tuple[tuple[tuple[str, ...], Read], ...] = (
    (("ecgi", "eutrancgi", "eutran-cgi"), octets.eutran_cell),
    (("ncgi", "nrcgi", "nr-cgi"), octets.nr_cell),
    (("globalcellid",), octets.global_cell),
    (("userlocationinformation", "userlocationinfo"), octets.user_location),
    (("sai",), octets.service_area),
    (("telephonynetworkid",), cell),
)
"""Names of elements that hold a cell, nearest to the phone first, and what reads each."""

_DMS = re.compile(r"([NSEW])([0-9]{2,3})([0-5][0-9])([0-5][0-9](?:[.,][0-9]+)?)", re.IGNORECASE)
_DECIMAL = re.compile(r"([NSEW]|[+-]?)([0-9]{1,3}(?:[.,][0-9]+)?)", re.IGNORECASE)

OTHER_DATUM = Unreadable(
    "coordinates-not-read",
    "Coordinates of the file are UTM or of another datum than WGS 84; they were not read, the cells were.",
    "Ask for coordinates as degrees of WGS 84, if they are needed.",
)


@dataclass(frozen=True, kw_only=True)
class Place:
    """One place of a phone; a field left `None` is not in the record."""

    cell: str | None = None
    lat: float | None = None
    lon: float | None = None
    azimuth: int | None = None
    since: datetime | None = None
    """Instant (UTC) from which the phone was there, where that is said."""
    unread: bool = False
    """Whether it has coordinates that were not read."""

    def same(self, other: "Place") -> bool:
        """Return whether the two may be one: neither names a cell or point that differs from the other's."""
        return _agree(self.cell, other.cell) and _agree(self.lat, other.lat) and _agree(self.lon, other.lon)

    def with_more(self, other: "Place") -> "Place":
        """Return this place with what only the other says of it."""
        return replace(
            self,
            cell=self.cell or other.cell,
            lat=other.lat if self.lat is None else self.lat,
            lon=other.lon if self.lon is None else self.lon,
            azimuth=other.azimuth if self.azimuth is None else self.azimuth,
            unread=self.unread or other.unread,
        )


def places(holder: Element, when: Read) -> list[Place]:
    """Return the places of a party or of a session, in order: its `locations`, then what is said of the cell itself.

    :raises Unreadable: a cell, coordinate or time among them is none.
    """
    listed = [one for group in holder.children if group.name == "locations" for one in group.children]
    single = [one for one in holder.children if one.name in ("location", "detailedlocation")]
    found: list[Place] = []
    for element in listed + single:
        here = _place(element, when)
        if found and here.since is None and here.same(found[0]):
            found[0] = found[0].with_more(here)
        else:
            found.append(here)
    return found


def _place(element: Element, when: Read) -> Place:
    since = element.said("validity", "starttime")
    moment: Moment | None = when(since) if since else None
    lat, lon, unread = _coordinates(element)
    return Place(
        cell=_cell(element),
        lat=lat,
        lon=lon,
        azimuth=_azimuth(element),
        since=moment.earliest if moment else None,
        unread=unread,
    )


def _cell(element: Element) -> str | None:
    for names, read in _CELLS:
        for one in element.within(*names):
            if one.text and (found := read(one.text)):
                return str(found)
    return None


def _coordinates(element: Element) -> tuple[float | None, float | None, bool]:
    """Return degrees north and east, and whether there are coordinates that were not read."""
    other = any(element.within("utmcoordinates", "utmrefcoordinates"))
    datum = next((one.word.casefold() for one in element.within("mapdatum")), "")
    if datum not in ("", "wgs84"):
        return None, None, True
    lat = next((one.text for one in element.within("latitude", "latitudedec") if one.text), "")
    lon = next((one.text for one in element.within("longitude", "longitudedec") if one.text), "")
    if bool(lat) != bool(lon):
        raise _wrong_degrees()
    if not lat:
        return None, None, other
    north, east = _degrees(lat, "NS", 90), _degrees(lon, "EW", 180)
    # 0, 0 is a system's way of writing that it has none.
    return (north, east, False) if north or east else (None, None, False)


def _degrees(text: str, halves: str, most: int) -> float:
    """Return degrees written as N502312.18 (degrees, minutes, seconds) or as N50.3867."""
    if found := _DMS.fullmatch(text):
        half = found[1].upper()
        value = int(found[2]) + int(found[3]) / 60 + float(found[4].replace(",", ".")) / 3600
    elif found := _DECIMAL.fullmatch(text):
        half, value = found[1].upper(), float(found[2].replace(",", "."))
    else:
        raise _wrong_degrees()
    if (half in "NSEW" and half not in halves) or value > most:
        raise _wrong_degrees()
    return -value if half in ("S", "W", "-") else value


def _azimuth(element: Element) -> int | None:
    text = next((one.text for one in element.within("azimuth") if one.text), "")
    if not text:
        return None
    if not re.fullmatch(r"[0-9]{1,3}", text) or int(text) > 360:
        raise Unreadable(
            "not-in-range", "The azimuth is no number from 0 to 360.", "Correct it at its source."
        )
    return int(text) % 360


def _wrong_degrees() -> Unreadable:
    return Unreadable(
        "not-degrees",
        "The coordinates are no latitude and longitude.",
        "Ask for coordinates as N502312.18 and E1122312.18, or as decimal degrees.",
    )


def _agree(one: object, other: object) -> bool:
    return one is None or other is None or one == other
