"""ETSI TS 102 657 retained data: uses to events, all else accounted for."""

from datetime import UTC, datetime

import pytest

from clewline.errors import BadDeclaration, BadInput
from clewline.formats.phones.etsi_102657 import is_etsi_102657, read_etsi_102657
from formats.phones.phone_xml import events, told

A, B, C = "+447700900001", "+447700900002", "+447700900003"
CGI = "32F40113944FBB"
END = "</ResponseRecord>"


def file(*records: str, header: str = "<cSPID>northern</cSPID>") -> bytes:
    lines = "\n".join(records)
    return (
        '<RetainedDataMessage xmlns="http://uri.etsi.org/02657/v1.28.1#/RetainedData">'
        f"<retainedDataHeader>{header}</retainedDataHeader><retainedDataPayload><responseMessage><responsePayload>\n"
        f"{lines}\n</responsePayload></responseMessage></retainedDataPayload></RetainedDataMessage>"
    ).encode()


def record(payload: str, more: str = "") -> str:
    return (
        f"<ResponseRecord><recordNumber>1</recordNumber><recordPayload>{payload}</recordPayload>{more}" + END
    )


def usage(inside: str) -> str:
    inside = f"<telephonyServiceUsage>{inside}</telephonyServiceUsage>"
    return record(f"<telephonyRecord>{inside}</telephonyRecord>")


def party(role: str | None, number: str = "", more: str = "") -> str:
    said = f"<partyRole><{role}/></partyRole>" if role else ""
    said += f"<partyNumber>{number}</partyNumber>" if number else ""
    return f"<TelephonyPartyInformation>{said}{more}</TelephonyPartyInformation>"


def time(start: str = "20260705100000Z", end: str = "", length: str = "") -> str:
    said = f"<startTime>{start}</startTime>"
    said += f"<endTime>{end}</endTime>" if end else ""
    said += f"<durationTime>{length}</durationTime>" if length else ""
    return f"<communicationTime>{said}</communicationTime>"


def call(first: str = "", second: str = "", when: str | None = None) -> str:
    parties = party("originating-Party", "447700900001", first) + party(
        "terminating-Party", "447700900002", second
    )
    return usage(f"<partyInformation>{parties}</partyInformation>{time() if when is None else when}")


def read(*records: str, **more):
    return read_etsi_102657(file(*records), **more)


def at(*parts: int) -> datetime:
    return datetime(*parts, tzinfo=UTC)


def test_a_file_is_known_by_its_beginning():
    assert is_etsi_102657(file()[:200])
    assert not is_etsi_102657(b"<project>")


def test_a_call_is_an_event_of_each_party():
    out, back = events(read(call(when=time(length="62"))))
    assert (out.service, out.direction, out.number, out.other) == ("call", "out", A, B)
    assert (back.direction, back.number, back.other) == ("in", B, A)
    assert out.earliest == out.latest == at(2026, 7, 5, 10)
    assert out.end == at(2026, 7, 5, 10, 1, 2)
    assert out.operator == "northern"


def test_a_party_has_its_own_time_device_and_cell():
    first = (
        time("20260705110000+0100", end="2026-07-05T10:05:00Z")
        + "<iMSI>234100000000001</iMSI><iMEI>490154203237518</iMEI><detailedLocation><cellInformation>"
        f"<globalCellID>{CGI}</globalCellID><extendedLocation><spot><gsmLocation><geoCoordinates>"
        "<latitude>N513003.5</latitude><longitude>W0000728</longitude><mapDatum><wGS84/></mapDatum>"
        "<azimuth>360</azimuth></geoCoordinates></gsmLocation></spot></extendedLocation></cellInformation></detailedLocation>"
    )
    out, back = events(read(call(first)))
    assert (out.earliest, out.end) == (at(2026, 7, 5, 10), at(2026, 7, 5, 10, 5))
    assert (out.imsi, out.imei, out.cell) == ("234100000000001", "49015420323751", "cgi:234-10-5012-20411")
    assert (out.lat, out.lon, out.azimuth) == (
        pytest.approx(51.50097, abs=1e-5),
        pytest.approx(-0.12444, abs=1e-5),
        0,
    )
    assert (back.cell, back.imsi, back.end) == (None, None, None)


def test_identities_in_swapped_octets_are_read():
    out, _ = events(read(call("<iMSI>32140100000010F0</iMSI><iMEI>94104502237315F8</iMEI>")))
    assert (out.imsi, out.imei) == ("234110000000010", "49015420323751")


@pytest.mark.parametrize(
    ("roles", "more", "service"),
    [
        (("smsOriginator", "smsRecipient"), "", "text"),
        (("mmsOriginator", "mmsRecipient"), "", "multimedia"),
        (("originating-Party", "terminating-Party"), "<smsInformation><x/></smsInformation>", "text"),
        (("originating-Party", "terminating-Party"), "<mmsInformation/>", "multimedia"),
        (("originating-Party", "terminating-Party"), "<communicationType><sMS/></communicationType>", "text"),
        (
            ("originating-Party", "terminating-Party"),
            "<communicationType>mMS</communicationType>",
            "multimedia",
        ),
        (("originating-Party", "connected"), "<communicationType>telephony</communicationType>", "call"),
    ],
)
def test_roles_and_additions_say_what_was_used(roles, more, service):
    parties = party(roles[0], "447700900001") + party(roles[1], "447700900002")
    out, back = events(read(usage(f"<partyInformation>{parties}</partyInformation>{time()}{more}")))
    assert {out.service, back.service} == {service}
    assert (out.direction, back.direction) == ("out", "in")


def test_a_message_to_several_is_an_event_for_each_of_them():
    parties = party("smsOriginator", "447700900001") + party("smsRecipient", "447700900002")
    parties += party("smsRecipient", "447700900003") + party("smsRecipient", "447700900003")
    found = events(read(usage(f"<partyInformation>{parties}</partyInformation>{time()}")))
    assert [(e.number, e.other) for e in found] == [(A, B), (A, C), (B, A), (C, A)]


def test_a_sender_without_a_telephone_number_is_no_phone():
    parties = party("smsOriginator", "Parcels") + party("smsRecipient", "447700900002")
    (back,) = events(read(usage(f"<partyInformation>{parties}</partyInformation>{time()}")))
    assert (back.number, back.other) == (B, "Parcels")


def test_further_numbers_of_a_party_are_told_once_and_not_read():
    parties = (
        party("originating-Party", "447700900001") + party("translated", "447700900003") + party(None, "1")
    )
    record = usage(f"<partyInformation>{parties}</partyInformation>{time()}")
    assert told(read(record, record)) == ["2 call", "2 party-role-not-read 0", "3 call"]


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


@pytest.mark.parametrize(
    ("first", "when", "rule"),
    [
        ("<detailedLocation><globalCellID>32F4</globalCellID></detailedLocation>", None, "not-a-cell"),
        ("<detailedLocation><latitude>N513003</latitude></detailedLocation>", None, "not-degrees"),
        (
            "<detailedLocation><latitude>E513003</latitude><longitude>1</longitude></detailedLocation>",
            None,
            "not-degrees",
        ),
        (
            "<detailedLocation><latitude>91</latitude><longitude>1</longitude></detailedLocation>",
            None,
            "not-degrees",
        ),
        (
            "<detailedLocation><latitude>up</latitude><longitude>1</longitude></detailedLocation>",
            None,
            "not-degrees",
        ),
        ("<detailedLocation><azimuth>361</azimuth></detailedLocation>", None, "not-in-range"),
        ("<detailedLocation><azimuth>north</azimuth></detailedLocation>", None, "not-in-range"),
        ("<iMEI>490154203237517</iMEI>", None, "imei-check-digit"),
        ("<iMSI>2341</iMSI>", None, "not-an-imsi"),
        ("", "", "missing"),
        ("", time("20260705100000"), "time-without-offset"),
        ("", time("soon"), "not-a-time"),
        ("", time(end="20260705095959Z"), "ends-before-it-begins"),
        ("", time(length="a while"), "not-a-duration"),
    ],
)
def test_a_record_that_lacks_or_misstates_what_is_needed_is_a_problem(first, when, rule):
    assert told(read(call(first, when=when), call())) == [f"2 {rule} 1", "3 call call"]


def test_a_record_without_a_phone_or_a_service_is_a_problem():
    nobody = usage(f"<partyInformation>{party('smsOriginator', 'Parcels')}</partyInformation>{time()}")
    nothing = usage(f"<partyInformation>{party('translated', '447700900001')}</partyInformation>{time()}")
    assert told(read(nobody, nothing)) == ["2 no-phone 1", "3 unknown-service 1"]


def test_times_without_offset_are_read_in_the_zone_that_is_named():
    (out, _) = events(read(call(when=time("20261025013000", end="20261025011000")), zone="Europe/London"))
    assert (out.earliest, out.latest) == (at(2026, 10, 25, 0, 30), at(2026, 10, 25, 1, 30))
    assert out.end == at(2026, 10, 25, 1, 10)
    with pytest.raises(BadDeclaration):
        read(call(), zone="Europe/Leeds")


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


def test_other_kinds_of_record_are_counted_and_never_silent():
    person = record(
        "<telephonyRecord><telephonySubscriber><subscriberID>x</subscriberID></telephonySubscriber></telephonyRecord>"
    )
    mail = "<messageRecord><msgSubscriber/></messageRecord>"
    found = read(person, person, mail, call(), person, "<ResponseRecord/>", record(""))
    assert told(found) == [
        "2 record-type-not-read 2",
        "4 record-type-not-read 1",
        "5 call call",
        "6 record-type-not-read 1",
        "7 blank",
        "8 record-type-not-read 1",
    ]
    assert (found.tally.records, found.tally.rows, found.tally.refused, found.tally.blank) == (7, 1, 5, 1)
    problems = list(read(person, person).items)
    assert "2 records of the kind telephonyrecord/telephonysubscriber" in problems[0].what


def test_a_truncated_file_keeps_what_was_whole_and_says_where_it_ended():
    content = file(call(), call())
    cut = content[: content.rindex(b"</ResponseRecord>")]
    assert told(read_etsi_102657(cut)) == ["2 call call", "3 file-ends-early 1"]
    broken = content.replace(b"</responsePayload>", b"</wrong>")
    assert told(read_etsi_102657(broken)) == ["2 call call", "3 call call", "4 no-xml-from-here 0"]


def test_a_record_larger_than_any_is_a_problem_of_its_own():
    assert told(read(call("<x>" + "y" * 1_100_000 + "</x>"), call())) == [
        "2 record-too-large 1",
        "3 call call",
    ]


def test_an_operator_that_the_header_does_not_name_is_none():
    assert events(read_etsi_102657(file(call(), header="")))[0].operator is None


def test_xml_of_another_kind_is_refused():
    with pytest.raises(BadInput, match="no retained data"):
        list(read_etsi_102657(b"<project/>").items)
