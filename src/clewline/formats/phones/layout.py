"""A layout: how one operator's tables of phone records are laid out, as a small data file that a person can read.

    name = "northern"
    title = "Northern Cellular: call data"
    kind = "phone records"
    times = "dd/mm/yyyy hh:mm:ss"     # how a time is written; a year-first time is always read
    zone = "Europe/London"            # of times that do not say their own offset from UTC
    country = "GB"                    # whose numbers are written without a country code
    operator = "northern"
    delimiter = ","                   # left out: found, and asked about where not certain
    encoding = "utf-8"

    [columns]                         # what -> the column, or columns, that hold it
    number = "MSISDN"                 # the phone that the record is about; or `from` and `to`
    other = "Other Party"
    start = ["Date", "Time"]          # several columns are put together
    duration = "Duration (s)"
    service = "Type"
    cell = ["MCC", "MNC", "LAC", "CI"]
    lat = "Lat"
    lon = "Long"

    [services]                        # the system's words -> call, text, multimedia, data, contact, other
    Voice = "call"

    [directions]
    MO = "out"
    MT = "in"

    [dates]                           # what a kind of record dates; not named: exactly
    data = "at or before the start"

With `from` and `to`, a record is an event of each of the two phones: `cell_from` and `cell_to` are their cells. Columns
that have no side (`cell`, `lat`, `imei` and the like) are of one of them, and `side` says of which:

    side = "direction"                # of `from` where the record goes out, of `to` where it comes in
    side = "phone"                    # of the phone that the records are about
    side = "from"                     # of `from` always; or "to"

Columns `last_cell`, `last_lat`, `last_lon` hold the cell in which a use ended, which becomes an event of its own at
its end. `easting` and `northing` are metres on the National Grid of Great Britain, for `lat` and `lon`.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, cast, get_args

import phonenumbers

from clewline.errors import BadDeclaration
from clewline.formats.phones import moment
from clewline.formats.phones.event import DATES, SERVICES
from clewline.formats.phones.moment import TimeStyle

PHONE_RECORDS = "phone records"
"""What a layout says of its kind, so that it is told from the mapping of a record system."""

_PARTIES = ("number", "other", "from", "to")
_USE = ("start", "end", "duration", "service", "direction", "operator")
_DEVICE = ("imei", "imsi")
_PLACE = ("cell", "lat", "lon", "easting", "northing", "azimuth", "reach", "place")
_LAST = ("last_cell", "last_lat", "last_lon")

WANTS: tuple[str, ...] = (*_PARTIES, *_USE, *_DEVICE, *_PLACE, *_LAST, "cell_from", "cell_to")
"""What a column can hold."""
CELLS = ("cell", "cell_from", "cell_to", "last_cell")
"""Wants whose several columns are the numbers of one cell."""
SIDELESS: tuple[str, ...] = (*_DEVICE, *_PLACE, *_LAST)
"""Wants that are of one phone, and do not say of which of two."""

Side = Literal["from", "to", "direction", "phone"]
"""How it is told of which of two phones the columns without a side are."""

_PAIRS = (("lat", "lon"), ("easting", "northing"), ("last_lat", "last_lon"))
_KEYS = frozenset(
    {"kind", "name", "title", "times", "zone", "columns", "country", "operator", "number", "service"}
)
_KEYS |= {"services", "directions", "dates", "optional", "delimiter", "encoding", "side"}


@dataclass(frozen=True, kw_only=True)
class PhoneLayout:
    """How the tables of one operator, or of one tool that reads handsets, become events."""

    name: str
    title: str
    times: TimeStyle
    zone: str
    columns: Mapping[str, tuple[str, ...]]
    """What, of `WANTS`, and the columns that hold it."""
    country: str = "GB"
    operator: str | None = None
    number: str | None = None
    """The phone that all records are about, where the table does not say."""
    service: str | None = None
    """The service of all records, where the table does not say."""
    services: Mapping[str, str] = field(default_factory=dict)
    """The system's words (casefolded) and Clewline's."""
    directions: Mapping[str, str] = field(default_factory=dict)
    dates: Mapping[str, str] = field(default_factory=dict)
    """Service, and what its recorded time dates."""
    optional: frozenset[str] = frozenset()
    """Columns that a table need not have."""
    delimiter: str | None = None
    encoding: str | None = None
    side: Side | None = None

    def needed(self) -> frozenset[str]:
        """Return the columns that a table must have."""
        return frozenset(c for columns in self.columns.values() for c in columns) - self.optional

    def fits(self, header: tuple[str, ...]) -> bool:
        """Return whether a header has every column that is needed."""
        return self.needed() <= set(header)


def is_layout(text: str) -> bool:
    """Return whether a TOML text says that it is a layout of phone records."""
    try:
        return bool(tomllib.loads(text).get("kind") == PHONE_RECORDS)
    except tomllib.TOMLDecodeError:
        return False


def read_layout(text: str) -> PhoneLayout:
    """Return the layout that a TOML text declares.

    :raises BadDeclaration: it is not TOML, or names something that is not there.
    """
    try:
        said = tomllib.loads(text)
    except tomllib.TOMLDecodeError as wrong:
        raise BadDeclaration(f"The layout is not TOML: {wrong}.") from wrong
    return _Declared(said).layout()


class _Declared:
    """What a layout file says, being checked."""

    def __init__(self, said: Mapping[str, Any]) -> None:
        self._said = said
        self._name = str(said.get("name", ""))

    def layout(self) -> PhoneLayout:
        said = self._said
        for needed in ("name", "title", "times", "zone", "columns"):
            if needed not in said:
                raise self._wrong(f"does not say {needed!r}")
        if said.get("kind") != PHONE_RECORDS:
            raise self._wrong(f"does not say kind = {PHONE_RECORDS!r}")
        if said["times"] not in get_args(TimeStyle):
            raise self._wrong(
                f"writes times as {said['times']!r}; known are {', '.join(get_args(TimeStyle))}"
            )
        if unknown := sorted(said.keys() - _KEYS):
            raise self._wrong(f"says {', '.join(unknown)}; known are {', '.join(sorted(_KEYS))}")
        moment.zone(said["zone"])
        if said.get("country", "GB") not in phonenumbers.SUPPORTED_REGIONS:
            raise self._wrong(f"is of the country {said['country']!r}; name one by two letters, as GB")
        columns = self._columns()
        return PhoneLayout(
            name=self._name,
            title=said["title"],
            times=said["times"],
            zone=said["zone"],
            columns=columns,
            country=said.get("country", "GB"),
            operator=said.get("operator"),
            number=said.get("number"),
            service=self._one_of("service", said.get("service"), SERVICES),
            services=self._codes("services", SERVICES),
            directions=self._codes("directions", ("out", "in")),
            dates=self._dates(),
            optional=frozenset(said.get("optional", ())),
            delimiter=said.get("delimiter"),
            encoding=said.get("encoding"),
            side=cast(Side | None, self._one_of("side", said.get("side"), get_args(Side))),
        )

    def _columns(self) -> dict[str, tuple[str, ...]]:
        columns = {
            what: (named,) if isinstance(named, str) else tuple(named)
            for what, named in self._said["columns"].items()
        }
        if unknown := sorted(columns.keys() - set(WANTS)):
            raise self._wrong(f"has columns for {', '.join(unknown)}; known are {', '.join(WANTS)}")
        if "start" not in columns and self._said.get("service") != "contact":
            raise self._wrong("has no column for the start")
        if "service" not in columns and "service" not in self._said:
            raise self._wrong(
                "has no column for the service, and does not say which service all records are of"
            )
        if ("from" in columns) != ("to" in columns):
            raise self._wrong("has a column for one of `from` and `to`, and not for the other")
        if "from" in columns and {"number", "other"} & columns.keys():
            raise self._wrong(
                "has both `from` and `to`, and `number` or `other`; a record is read in one of the ways"
            )
        for one, two in _PAIRS:
            if (one in columns) != (two in columns):
                raise self._wrong(f"has a column for one of {one} and {two}, and not for the other")
        for what in set(CELLS) & columns.keys():
            if len(columns[what]) not in (1, 3, 4):
                raise self._wrong(
                    f"makes up {what} of {len(columns[what])} columns; a cell is one, three (country, network, cell) "
                    "or four (country, network, area, cell)"
                )
        if "from" in columns and set(SIDELESS) & columns.keys():
            self._side(columns)
        return columns

    def _side(self, columns: Mapping[str, tuple[str, ...]]) -> None:
        """Refuse columns of one phone that may be of either of two."""
        side = self._said.get("side")
        if side is None:
            raise self._wrong(
                f"has columns that are of one phone ({', '.join(w for w in SIDELESS if w in columns)}) and two "
                f"parties; say side = one of {', '.join(get_args(Side))}"
            )
        if side == "direction" and "direction" not in columns:
            raise self._wrong("tells the side by the direction, and has no column for it")

    def _codes(self, table: str, words: tuple[str, ...]) -> dict[str, str]:
        found = {str(code).casefold(): str(word) for code, word in self._said.get(table, {}).items()}
        for word in found.values():
            self._one_of(table, word, words)
        return found

    def _dates(self) -> dict[str, str]:
        found = dict(self._said.get("dates", {}))
        for service, what in found.items():
            self._one_of("dates", service, SERVICES)
            self._one_of("dates", what, DATES)
        return found

    def _one_of(self, where: str, word: str | None, words: tuple[str, ...]) -> str | None:
        if word is not None and word not in words:
            raise self._wrong(f"says {word!r} under {where}; known are {', '.join(words)}")
        return word

    def _wrong(self, what: str) -> BadDeclaration:
        return BadDeclaration(f"The layout {self._name!r} {what}.")


def write_layout(layout: PhoneLayout) -> str:
    """Return the layout as the text of a file; reading it gives the same layout back."""
    lines = [
        f"name = {_quoted(layout.name)}",
        f"title = {_quoted(layout.title)}",
        f"kind = {_quoted(PHONE_RECORDS)}",
        f"times = {_quoted(layout.times)}",
        f"zone = {_quoted(layout.zone)}",
        f"country = {_quoted(layout.country)}",
    ]
    for name in ("operator", "number", "service", "delimiter", "encoding", "side"):
        if (value := cast(str | None, getattr(layout, name))) is not None:
            lines.append(f"{name} = {_quoted(value)}")
    if layout.optional:
        lines.append(f"optional = [{', '.join(map(_quoted, sorted(layout.optional)))}]")
    lines += ["", "[columns]"]
    for what in WANTS:
        if columns := layout.columns.get(what):
            written = _quoted(columns[0]) if len(columns) == 1 else f"[{', '.join(map(_quoted, columns))}]"
            lines.append(f"{what} = {written}")
    for table in ("services", "directions", "dates"):
        pairs: Mapping[str, str] = getattr(layout, table)
        if pairs:
            lines += [
                "",
                f"[{table}]",
                *(f"{_quoted(code)} = {_quoted(word)}" for code, word in pairs.items()),
            ]
    return "\n".join(lines) + "\n"


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    # TOML takes no control character as it is (v1.0, "String").
    return '"' + "".join(c if c >= " " and c != "\x7f" else f"\\u{ord(c):04x}" for c in escaped) + '"'
