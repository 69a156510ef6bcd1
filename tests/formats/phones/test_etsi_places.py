"""ETSI TS 102 657 retained data: where a phone was, and its data sessions."""

import pytest

from formats.phones.etsi_files import CGI, A, B, at, call, party, read, record, time, usage
from formats.phones.phone_xml import events, told


def test_later_places_of_a_call_are_events_at_their_times():
    spots = "".join(
        f"<TelephonyLocation><telephonyNetworkID>{name}</telephonyNetworkID>{valid}</TelephonyLocation>"
        for name, valid in (
            ("one", ""),
            ("two", "<validity><startTime>20260705100030Z</startTime></validity>"),
            ("three", ""),
        )
    )
    found = read(call(f"<locations>{spots}</locations>", when=time(length="62")))
    items = list(found.items)
    first, later, back = items[0][1]
    assert (first.cell, first.moment) == ("one", "start")
    assert (later.cell, later.moment, later.earliest, later.end) == (
        "two",
        "end",
        at(2026, 7, 5, 10, 0, 30),
        None,
    )
    assert back.number == B
    assert [item.rule for item in items[1:]] == ["place-without-time"]


def test_what_is_said_twice_of_one_place_is_one_place():
    one = "<locations><TelephonyLocation><globalCellID>234-10-5012-20411</globalCellID></TelephonyLocation></locations>"
    more = (
        f"<detailedLocation><cellInformation><globalCellID>{CGI}</globalCellID><geoCoordinatesDec>"
        "<latitudeDec>N51.5</latitudeDec><longitudeDec>-0,1</longitudeDec></geoCoordinatesDec>"
        "<azimuth>120</azimuth></cellInformation></detailedLocation>"
    )
    out, _ = events(read(call(one + more)))
    assert (out.cell, out.lat, out.lon, out.azimuth) == ("cgi:234-10-5012-20411", 51.5, -0.1, 120)


@pytest.mark.parametrize(
    ("inside", "cell"),
    [
        ("<eCGI>32F40100139401</eCGI>", "ecgi:234-10-1283073"),
        ("<nCGI>32F4010FFFFFFFFF</nCGI>", "ncgi:234-10-68719476735"),
        (f"<sAI>{CGI}</sAI>", "sai:234-10-5012-20411"),
        ("<userLocationInformation>1032F40100139401</userLocationInformation>", "ecgi:234-10-1283073"),
        ("<userLocationInformation>0832F4011394</userLocationInformation>", None),
        ("<globalCellID/>", None),
    ],
)
def test_a_cell_is_read_from_whatever_names_it(inside, cell):
    out, _ = events(
        read(call(f"<detailedLocation><cellInformation>{inside}</cellInformation></detailedLocation>"))
    )
    assert out.cell == cell


@pytest.mark.parametrize(
    "inside",
    [
        "<utmCoordinates><utm-Zone>30U</utm-Zone></utmCoordinates>",
        "<latitude>N513003</latitude><longitude>W0000728</longitude><mapDatum>eD50</mapDatum>",
    ],
)
def test_coordinates_of_another_kind_are_told_and_not_read(inside):
    place = f"<detailedLocation>{inside}<globalCellID>{CGI}</globalCellID></detailedLocation>"
    assert told(read(call(place))) == ["2 call call", "2 coordinates-not-read 0"]
    assert events(read(call(place)))[0].lat is None


def test_coordinates_0_0_are_none():
    out, _ = events(
        read(
            call(
                "<detailedLocation><latitude>N000000</latitude><longitude>E0000000</longitude></detailedLocation>"
            )
        )
    )
    assert out.lat is None


SESSION = (
    "<nwAccessType><mobilePacketData/></nwAccessType><interval><startTime>20260705100000Z</startTime>"
    "<endTime>20260705110000Z</endTime></interval><naDeviceId>490154203237518</naDeviceId>"
    "<gprsInformation><iMSI>234100000000001</iMSI><mSISDN>447700900001</mSISDN></gprsInformation>"
    f"<location><globalCellID>{CGI}</globalCellID></location>"
)


def test_a_data_session_is_network_access():
    access = record(f"<networkAccessRecord><naServiceUsage>{SESSION}</naServiceUsage></networkAccessRecord>")
    (event,) = events(read(access, dates={"data": "at or before the start"}))
    assert (event.service, event.direction, event.number, event.imsi) == ("data", None, A, "234100000000001")
    assert (event.imei, event.cell, event.end) == (
        "49015420323751",
        "cgi:234-10-5012-20411",
        at(2026, 7, 5, 11),
    )
    assert event.dates == "at or before the start"


def test_a_data_session_may_be_a_national_addition_to_telephony():
    access = f"<countryCode>DE</countryCode><headerID>1</headerID><internetAccess>{SESSION}</internetAccess>"
    record = usage(f"<nationalTelephonyServiceUsage>{access}</nationalTelephonyServiceUsage>")
    (event,) = events(read(record))
    assert (event.service, event.number, event.earliest) == ("data", A, at(2026, 7, 5, 10))


def test_a_data_session_takes_from_the_party_beside_it_what_it_does_not_say():
    beside = party(
        None,
        "447700900001",
        f"{time()}<detailedLocation><globalCellID>{CGI}</globalCellID></detailedLocation>",
    )
    access = "<internetAccess><naDeviceId>00-00-5E-00-53-01</naDeviceId></internetAccess>"
    inside = f"<partyInformation>{beside}</partyInformation>"
    inside += f"<nationalTelephonyServiceUsage>{access}</nationalTelephonyServiceUsage>"
    (event,) = events(read(usage(inside)))
    assert (event.service, event.number, event.imei) == ("data", A, None)
    assert (event.cell, event.end) == ("cgi:234-10-5012-20411", None)


def test_a_session_may_be_dated_by_its_access_alone_and_a_line_in_the_wall_is_no_phone():
    when = "<naAccessTime>20260705100000Z</naAccessTime>"
    bare = "<networkAccessRecord><naServiceUsage>{}</naServiceUsage></networkAccessRecord>"
    mobile = bare.format(f"{when}<iMSI>234100000000001</iMSI>")
    wall = bare.format(f"{when}<naDeviceId>00-00-5E-00-53-01</naDeviceId>")
    assert told(read(mobile, wall)) == ["2 data", "3 no-phone 1"]


def test_a_national_addition_that_is_no_session_leaves_the_call_a_call():
    parties = party("originating-Party", "447700900001")
    more = "<nationalTelephonyServiceUsage><countryCode>DE</countryCode></nationalTelephonyServiceUsage>"
    assert told(read(usage(f"<partyInformation>{parties}</partyInformation>{time()}{more}"))) == ["2 call"]
