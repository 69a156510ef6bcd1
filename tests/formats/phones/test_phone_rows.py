"""Rows of operators' tables to events: each row is events or a problem, and nothing in it is dropped silently."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from clewline.formats.phones.row import dates_of
from formats.phones.phone_layouts import Table, layout

A, B = "+447700900001", "+447700900002"
ONE = 'number = "N"\nstart = "S"\nservice = "T"\n'
MORE = '[services]\nVoice = "call"\nGPRS = "data"\n[dates]\ndata = "at or before the start"'
BOTH = 'from = "A"\nto = "B"\nstart = "S"\nservice = "T"\n'


def at(*parts: int) -> datetime:
    return datetime(*parts, tzinfo=UTC)


def test_a_row_is_an_event_with_what_it_says():
    table = Table(
        ONE
        + 'other = "O"\nduration = "L"\ndirection = "D"\nimsi = "I"\nimei = "E"\ncell = "C"\nlat = "Y"\nlon = "X"\n'
        'azimuth = "Z"\nreach = "R"\nplace = "P"\n' + MORE,
        "N|S|T|O|L|D|I|E|C|Y|X|Z|R|P|Notes",
        'operator = "northern"',
    )
    (event,) = table.events(
        "07700900001|05/07/2026 10:00:00|voice|07700900002|62|Outgoing|234100000000001|490154203237518"
        "|234-10-5012-20411|51,5|-0.1|359.7|1500|Mast 4|late"
    )
    assert (event.service, event.direction, event.number, event.other) == ("call", "out", A, B)
    assert event.earliest == event.latest == at(2026, 7, 5, 9)
    assert event.end == at(2026, 7, 5, 9, 1, 2)
    assert (event.imsi, event.imei, event.operator) == ("234100000000001", "49015420323751", "northern")
    assert (event.cell, event.lat, event.lon) == ("cgi:234-10-5012-20411", 51.5, -0.1)
    assert (event.azimuth, event.reach, event.place) == (0, 1500.0, "Mast 4")
    assert table.rows.unread == ("Notes",)
    assert table.rows.says_whose()


@pytest.mark.parametrize(
    ("row", "rule", "column"),
    [
        ("|05/07/2026 10:00:00|voice", "missing", "N"),
        ("07700900001||voice", "missing", "S"),
        ("07700900001|05/07/2026 10:00:00|", "missing", "T"),
        ("07700900001|05/07/2026 10:00:00|pigeon", "unknown-service", "T"),
        ("60006|05/07/2026 10:00:00|voice", "not-a-number-of-a-phone", "N"),
        ("07700900001|29/03/2026 01:30:00|voice", "time-that-never-was", "S"),
    ],
)
def test_a_row_that_lacks_or_misstates_what_is_needed_is_a_problem(row, rule, column):
    problem = Table(ONE + MORE, "N|S|T").problem(row)
    assert (problem.rule, problem.column, problem.line, problem.sheet) == (rule, column, 7, "Calls")
    assert problem.value_class is None or "pigeon" not in problem.value_class


@pytest.mark.parametrize(
    ("column", "good", "found", "bad"),
    [
        ("lat", "51.5", 51.5, ["91", "north", "1_0", "nan", "inf", "٣"]),
        ("azimuth", "360", 0, ["361", "-1"]),
        ("reach", "0", 0.0, ["200001"]),
        ("imei", "490154203237518", "49015420323751", ["490154203237519"]),
        ("imsi", "234100000000001", "234100000000001", ["23410"]),
        ("direction", "in", "in", ["sideways"]),
        ("cell", "Mast", "Mast", ["234-10-70000-1"]),
    ],
)
def test_each_value_is_read_or_refused(column, good, found, bad):
    lon = '\nlon = "X"' if column == "lat" else ""
    table = Table(ONE + f'{column} = "V"{lon}\n' + MORE, "N|S|T|V|X")
    row = "07700900001|05/07/2026 10:00:00|voice|{}|" + ("1" if lon else "")
    assert getattr(table.events(row.format(good))[0], column) == found
    for text in bad:
        assert table.problem(row.format(text)).column == "V"


@pytest.mark.parametrize("nothing", ["", "-", "NULL", "n/a", "000000000000000", "0"])
def test_what_systems_write_for_nothing_is_nothing(nothing):
    table = Table(ONE + 'imei = "E"\n' + MORE, "N|S|T|E")
    assert table.events(f"07700900001|05/07/2026 10:00:00|voice|{nothing}")[0].imei is None


def test_a_cell_that_points_all_round_has_no_azimuth():
    table = Table(ONE + 'azimuth = "Z"\n' + MORE, "N|S|T|Z")
    assert table.events("07700900001|05/07/2026 10:00:00|voice|Omni")[0].azimuth is None


def test_coordinates_0_0_are_none_and_half_a_pair_is_refused():
    table = Table(ONE + 'lat = "Y"\nlon = "X"\ncell = "C"\n' + MORE, "N|S|T|Y|X|C")
    start = "07700900001|05/07/2026 10:00:00|voice"
    (nowhere,) = table.events(f"{start}|0|0.000|Mast")
    assert (nowhere.lat, nowhere.lon, nowhere.cell) == (None, None, "Mast")
    assert table.events(f"{start}|0|1.5|")[0].lat == 0
    assert table.events(f"{start}|||Mast")[0].lat is None
    assert table.problem(f"{start}|51.5||").column == "X"
    assert table.problem(f"{start}||0.1|").column == "Y"


def test_eastings_and_northings_are_put_on_the_globe():
    table = Table(ONE + 'easting = "E"\nnorthing = "N2"\n' + MORE, "N|S|T|E|N2")
    start = "07700900001|05/07/2026 10:00:00|voice"
    (event,) = table.events(f"{start}|530268|179640")
    assert (event.lat, event.lon) == (pytest.approx(51.5007, abs=1e-4), pytest.approx(-0.1246, abs=1e-4))
    assert table.events(f"{start}|0|0")[0].lat is None
    assert table.problem(f"{start}|530268|").column == "N2"
    assert table.problem(f"{start}|800000|179640").rule == "not-in-range"


def test_a_cell_of_several_columns_is_put_together():
    table = Table(ONE + 'cell = ["MCC", "MNC", "LAC", "CI"]\n' + MORE, "N|S|T|MCC|MNC|LAC|CI")
    start = "07700900001|05/07/2026 10:00:00|voice"
    assert table.events(f"{start}|234|03|5012|20411")[0].cell == "cgi:234-03-5012-20411"
    assert table.events(f"{start}|234|03||")[0].cell is None
    problem = table.problem(f"{start}|234|03|99999|20411")
    assert (problem.rule, problem.column) == ("cell-out-of-range", "MCC and MNC and LAC and CI")


def test_an_end_is_after_its_start_and_within_a_week():
    table = Table(ONE + 'end = "E"\n' + MORE, "N|S|T|E")
    start = "07700900001|05/07/2026 10:00:00|voice"
    assert table.events(f"{start}|05/07/2026 10:01:00")[0].end == at(2026, 7, 5, 9, 1)
    assert table.events(f"{start}|")[0].end is None
    assert table.problem(f"{start}|05/07/2026 09:59:00").rule == "ends-before-it-begins"
    assert table.problem(f"{start}|13/07/2026 10:00:00").rule == "longer-than-a-week"
    long = Table(ONE + 'duration = "L"\n' + MORE, "N|S|T|L").problem(f"{start}|604801")
    assert (long.rule, long.column) == ("longer-than-a-week", "L")


def test_in_the_hour_that_occurs_twice_an_end_before_its_start_is_the_second_time_around():
    table = Table(ONE + 'end = "E"\n' + MORE, "N|S|T|E")
    (event,) = table.events("07700900001|25/10/2026 01:50:00|voice|25/10/2026 01:10:00")
    assert (event.earliest, event.latest) == (at(2026, 10, 25, 0, 50), at(2026, 10, 25, 1, 50))
    assert event.end == at(2026, 10, 25, 1, 10)


def test_what_the_time_of_a_data_session_dates_is_as_the_layout_says():
    table = Table(ONE + MORE, "N|S|T")
    assert table.events("07700900001|05/07/2026 10:00:00|GPRS")[0].dates == "at or before the start"
    assert table.events("07700900001|05/07/2026 10:00:00|voice")[0].dates == "exactly"
    said = layout(ONE + MORE)
    assert (dates_of(said, "data"), dates_of(said, "call")) == ("at or before the start", "exactly")


def test_records_may_be_about_a_phone_that_only_the_request_names():
    table = Table('start = "S"\n', "S", 'service = "data"', number=A)
    assert table.rows.says_whose()
    assert table.events("05/07/2026 10:00:00")[0].number == A
    assert not Table('start = "S"\n', "S", 'service = "data"').rows.says_whose()


def test_an_address_book_holds_numbers_without_times():
    table = Table('number = "N"\nother = "O"\n', "N|O", 'service = "contact"')
    (event,) = table.events("07700900001|07700900002")
    assert (event.service, event.other, event.earliest) == ("contact", B, None)


def test_the_cell_in_which_a_use_ended_is_an_event_of_its_own():
    table = Table(
        ONE
        + 'end = "E"\ncell = "C"\nlast_cell = "D"\nlat = "Y"\nlon = "X"\nlast_lat = "V"\nlast_lon = "U"\n'
        + MORE,
        "N|S|T|E|C|D|Y|X|V|U",
    )
    call = "07700900001|05/07/2026 10:00:00|voice|05/07/2026 10:01:00"
    first, last = table.events(f"{call}|one|two|51|0.1|51|0.2")
    assert (last.moment, last.service, last.cell, last.lon) == ("end", "call", "two", 0.2)
    assert last.earliest == last.latest == first.end
    assert len(table.events(f"{call}|one|one|51|0.1|51|0.2")) == 2  # the same name, another site
    assert len(table.events(f"{call}|one|one|51|0.1|51|0.1")) == 1
    assert len(table.events(f"{call}|one||51|0.1|0|0")) == 1
    assert len(table.events(f"{call}|one||51|0.1|51|0.1")) == 1
    assert table.problem(f"{call}|one|two|51|0.1|51|").column == "U"


def test_a_last_cell_without_an_end_is_counted_and_told():
    table = Table(ONE + 'cell = "C"\nlast_cell = "D"\n' + MORE, "N|S|T|C|D")
    assert table.rows.notices(1) == ()
    assert len(table.events("07700900001|05/07/2026 10:00:00|voice|one|two")) == 1
    (notice,) = table.rows.notices(1)
    assert (notice.rule, notice.records) == ("last-cell-without-time", 0)
    assert notice.what.startswith("1 records")


CALL = "07700900001|07700900002|05/07/2026 10:00:00|voice"


def test_a_record_of_two_parties_is_an_event_of_each():
    table = Table(BOTH + 'cell_from = "C"\ncell_to = "D"\n' + MORE, "A|B|S|T|C|D")
    assert table.rows.says_whose()
    out, back = table.events(f"{CALL}|one|two")
    assert (out.number, out.other, out.direction, out.cell) == (A, B, "out", "one")
    assert (back.number, back.other, back.direction, back.cell) == (B, A, "in", "two")


@pytest.mark.parametrize(
    ("parties", "events"),
    [
        ("07700900001|", [(A, None, "out")]),
        ("|07700900002", [(B, None, "in")]),
        ("Withheld|07700900002", [(B, "withheld", "in")]),
        ("Parcels|07700900002", [(B, "Parcels", "in")]),
        ("07700900001|60006", [(A, "60006", "out")]),
    ],
)
def test_only_a_telephone_number_is_a_phone(parties, events):
    table = Table(BOTH + MORE, "A|B|S|T")
    found = table.events(f"{parties}|05/07/2026 10:00:00|voice")
    assert [(e.number, e.other, e.direction) for e in found] == events


def test_a_record_without_a_phone_is_a_problem():
    table = Table(BOTH + MORE, "A|B|S|T")
    assert table.problem("||05/07/2026 10:00:00|voice").rule == "missing"
    assert table.problem("Withheld|60006|05/07/2026 10:00:00|voice").rule == "no-phone"


SIDED = BOTH + 'cell = "C"\nimei = "E"\nlat = "Y"\nlon = "X"\n'
HEADER = "A|B|S|T|C|E|Y|X"
PLACE = "|mast|490154203237518|51.5|-0.1"


def sides(table, row) -> list[tuple]:
    return [(e.number, e.cell, e.imei, e.lat) for e in table.events(row)]


HERE, BARE = ("mast", "49015420323751", 51.5), (None, None, None)


@pytest.mark.parametrize(("side", "first"), [("from", True), ("to", False)])
def test_one_cell_of_two_parties_is_of_the_side_that_the_layout_says(side, first):
    table = Table(SIDED + MORE, HEADER, f'side = "{side}"')
    assert sides(table, CALL + PLACE) == [(A, *(HERE if first else BARE)), (B, *(BARE if first else HERE))]


def test_one_cell_may_be_of_the_side_from_which_the_record_was_made():
    table = Table(SIDED + 'direction = "D"\n' + MORE, HEADER + "|D", 'side = "direction"')
    assert sides(table, CALL + PLACE + "|out") == [(A, *HERE), (B, *BARE)]
    assert sides(table, CALL + PLACE + "|in") == [(A, *BARE), (B, *HERE)]
    assert table.problem(CALL + PLACE + "|").column == "D"


def test_one_cell_may_be_of_the_phone_that_the_records_are_about():
    table = Table(SIDED + MORE, HEADER, 'side = "phone"', number=B)
    assert sides(table, CALL + PLACE) == [(A, *BARE), (B, *HERE)]
    other = Table(SIDED + MORE, HEADER, 'side = "phone"', number="+447700900009")
    assert other.problem(CALL + PLACE).rule == "not-of-this-phone"
    nobody = Table(SIDED + MORE, HEADER, 'side = "phone"')
    assert not nobody.rows.says_whose()
    assert nobody.problem(CALL + PLACE).rule == "whose-cell-not-said"


def test_a_cell_is_never_dropped_because_nobody_says_whose_it_is():
    table = Table(SIDED + MORE, HEADER, 'side = "from"')
    table.rows._layout = replace(table.rows._layout, side=None)
    assert table.problem(CALL + PLACE).rule == "whose-cell-not-said"
    assert len(table.events(CALL + "||||")) == 2


def test_a_cell_of_a_party_that_is_no_phone_is_a_problem():
    table = Table(SIDED + MORE, HEADER, 'side = "from"')
    assert table.problem("Withheld|07700900002|05/07/2026 10:00:00|voice" + PLACE).rule == "no-phone"


def test_the_last_cell_of_two_parties_is_of_the_same_side():
    table = Table(
        BOTH + 'duration = "L"\ncell = "C"\nlast_cell = "D"\n' + MORE, "A|B|S|T|L|C|D", 'side = "to"'
    )
    assert [(e.number, e.moment, e.cell) for e in table.events(CALL + "|60|one|two")] == [
        (A, "start", None),
        (B, "start", "one"),
        (B, "end", "two"),
    ]


def test_a_column_that_is_not_in_the_table_is_not_missed():
    table = Table(
        ONE + 'cell = ["MCC", "MNC", "LAC", "CI"]\n' + MORE, "N|S|T|MCC", 'optional = ["MNC", "LAC", "CI"]'
    )
    assert table.events("07700900001|05/07/2026 10:00:00|voice|234")[0].cell is None
    assert table.rows.unread == ("MCC",)
