"""ETSI TS 102 657 retained data: uses to events, all else accounted for."""

import pytest

from clewline.errors import BadDeclaration, BadInput
from clewline.formats.phones.etsi_102657 import is_etsi_102657, read_etsi_102657
from formats.phones.etsi_files import CGI, A, B, C, at, call, file, party, read, record, time, usage
from formats.phones.phone_xml import events, told


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
