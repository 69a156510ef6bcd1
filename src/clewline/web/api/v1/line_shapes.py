"""What the phone records of a line amount to, as the API answers it: the shape of `output.line_json`.

Instants carry the zone of the line. In the hour that occurs twice when summer time ends, a time is one of two; the
first is written, and `left_open` counts such uses.
"""

from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from ninja import Field, Schema


class Ref(Schema):
    """Where a row was received."""

    exhibit: str | None
    sha256: str
    sheet: str | None
    line: int
    part: int = Field(description="Which event of the record that begins on that line.")


class Kind(Schema):
    service: str
    direction: str | None
    uses: int


class LeftOpen(Schema):
    """What the records leave open, each a count of uses."""

    repeats: int
    time_may_be_earlier: int
    time_is_one_of_two: int
    without_a_place: int
    withheld: int
    without_handset_or_sim: int


class RecordsEnd(Schema):
    """Where an exhibit gives no row of a number on the last days that its authority covers."""

    number: str
    exhibit: str | None
    last_day: date
    other_numbers_until: date | None
    authority: str | None
    authority_covers_until: date | None
    records_refused: int | None


class Hour(Schema):
    mark: str
    weekday: int
    hour: int
    uses: int
    spoken: int


class Day(Schema):
    mark: str
    day: date
    uses: int
    spoken: int
    texts_out: int


class Week(Schema):
    mark: str
    monday: date
    uses: int
    spoken: int
    days: int


class Silence(Schema):
    first: date
    last: date
    days: int


class Burst(Schema):
    mark: str
    start: datetime
    end: datetime
    texts: int
    recipients: int
    of_an_earlier_burst: int
    of_the_one_before: int | None


class BulkTexts(Schema):
    definition: str
    texts: int
    recipients: int
    in_more_than_one: int
    bursts: list[Burst]


class Contact(Schema):
    """Another party, by its pseudonym; its number is shown on the site alone, for a reason that is recorded."""

    mark: str
    uses: int
    calls: int
    texts: int
    from_the_line: int
    to_the_line: int
    days: int
    weeks: list[date]
    hours: list[int]
    first: datetime
    last: datetime


class Contacts(Schema):
    all: int
    regular: int
    listed: list[Contact]


class Spell(Schema):
    """A run of rows of one number in one handset with one SIM; of both, only the last figures are told."""

    mark: str
    handset: str | None
    sim: str | None
    imei: str | None
    imsi: str | None
    first: datetime
    first_row: Ref
    last: datetime
    last_row: Ref
    rows: int


class Change(Schema):
    what: str
    after: datetime
    before: datetime


class Handset(Schema):
    mark: str
    rows: int
    numbers: int


class Chain(Schema):
    spells: list[Spell]
    changes: list[Change]
    handsets_with_other_numbers: list[Handset]


class Cell(Schema):
    mark: str
    cell: str | None
    place: str | None
    lat: float | None
    lon: float | None
    azimuth: int | None
    rows: int
    days: int


class UsualCells(Schema):
    part: str
    rows: int
    days: int
    cells: list[Cell]


class Site(Schema):
    lat: float
    lon: float
    rows: int
    days: int


class Area(Schema):
    mark: str
    name: str
    rows: int
    days: int
    nights: int
    km_across: float
    sites: list[Site]


class End(Schema):
    at: datetime
    exactly: bool
    row: Ref


class Stay(Schema):
    mark: str
    area: str
    first: End
    last: End
    rows: int


class Journey(Schema):
    mark: str
    from_: str = Field(alias="from", description="Area that it left.")
    to: str
    left_after: End
    there_by: End
    km: float
    hours_at_most: float
    km_per_hour_at_least: int | None
    too_fast: bool
    in_passing: list[str]


class Route(Schema):
    from_: str = Field(alias="from", description="Area that it left.")
    to: str
    journeys: list[int]


class Moves(Schema):
    """Whether the line may have gone on under another number: proposals for a person to decide on."""

    looked_at: int
    proposals: list[dict[str, Any]]


class File(Schema):
    exhibit: str | None
    sha256: str
    rows: int


class Summary(Schema):
    """A line's picture; each part with the `mark` that opens the rows behind it."""

    case: str
    numbers: list[str]
    zone: str
    period: dict[str, date | None] = Field(description="The days asked for: `start` and `end`.")
    uses: int
    first: datetime
    last: datetime
    days_in_use: int
    kinds: list[Kind]
    left_open: LeftOpen
    records_end: list[RecordsEnd]
    hours: list[Hour]
    days: list[Day]
    weeks: list[Week]
    silences: list[Silence]
    bulk_texts: BulkTexts
    contacts: Contacts
    chain: Chain
    usual_cells: list[UsualCells]
    areas: list[Area]
    stays: list[Stay]
    journeys: list[Journey]
    routes: list[Route]
    moves: Moves
    files: list[File]


class Row(Schema):
    """A row behind a mark: one event of the line."""

    at: datetime
    dates: str = Field(description="What its time dates: exactly, at or before the start, ...")
    moment: str
    service: str
    direction: str | None
    phone: str
    contact: str | None = Field(description="The other party's pseudonym.")
    cell: str | None
    place: str | None
    lat: float | None
    lon: float | None
    azimuth: int | None
    row: Ref


IN_UTC = ("earliest", "latest")
"""Names under which `output.line_json` tells instants in UTC; all others are local."""


def zoned(value: Any, zone: ZoneInfo) -> Any:
    """Return data with every instant in its zone."""
    if isinstance(value, dict):
        utc = ZoneInfo("UTC")
        return {name: zoned(one, utc if name in IN_UTC else zone) for name, one in value.items()}
    if isinstance(value, list | tuple):
        return [zoned(one, zone) for one in value]
    return value.replace(tzinfo=zone) if isinstance(value, datetime) and value.tzinfo is None else value


__all__ = ["Row", "Summary", "zoned"]
