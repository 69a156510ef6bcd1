"""Cellebrite reports: a handset's calls, messages and contacts, and nothing of what was said."""

from datetime import UTC, datetime

import pytest

from clewline.errors import BadInput
from clewline.formats.phones.cellebrite_report import is_cellebrite_report, read_cellebrite_report
from formats.phones.phone_xml import events, told

OWN, B, C = "+447700900001", "+447700900002", "+447700900003"
START = "2026-07-05T10:00:00.000+01:00"


def item(name: str, value: str) -> str:
    return f'<item id="1" name="{name}"><![CDATA[{value}]]></item>'


def report(*types: str, device: str = item("MSISDN", "07700900001")) -> bytes:
    lines = "\n".join(types)
    return (
        '<project id="1" name="P" reportVersion="5.2" xmlns="http://pa.cellebrite.com/report/2.0">'
        '<taggedFiles><file><metadata section="File"><item name="IMEI">not of the phone</item></metadata></file>'
        "</taggedFiles>"
        '<metadata section="Additional Fields"><item name="MSISDN">07700900009</item></metadata>'
        f'<metadata section="Device Info">{device}</metadata><decodedData>\n'
        f"{lines}\n</decodedData></project>"
    ).encode()


def models(kind: str, *inside: str) -> str:
    some = "".join(f'<model type="{kind}" id="1" deleted_state="Intact">{one}</model>' for one in inside)
    return f'<modelType type="{kind}">{some}</modelType>'


def field(name: str, value: str, **attributes: str) -> str:
    said = "".join(f' {key}="{text}"' for key, text in attributes.items())
    return (
        f'<field name="{name}" type="String"><value type="String"{said}><![CDATA[{value}]]></value></field>'
    )


def party(identifier: str, role: str = "", *, owner: bool = False) -> str:
    inside = field("Identifier", identifier) + field("Name", "SECRET NAME")
    inside += field("Role", role) if role else ""
    inside += field("IsPhoneOwner", "True") if owner else ""
    return f'<model type="Party" id="2">{inside}</model>'


def many(name: str, *inside: str) -> str:
    return f'<multiModelField name="{name}" type="Party">{"".join(inside)}</multiModelField>'


def one(name: str, inside: str) -> str:
    return f'<modelField name="{name}" type="Party">{inside}</modelField>'


TIME = field("TimeStamp", START)


def call(*inside: str, parties: tuple[str, ...] = (party("07700900002", "To"),), time: str = TIME) -> str:
    return models("Call", time + "".join(inside) + many("Parties", *parties))


def read(*types: str, **more):
    return events(read_cellebrite_report(report(*types), **more))


def test_a_report_is_known_by_its_beginning():
    assert is_cellebrite_report(report()[:200])
    assert not is_cellebrite_report(b"<RetainedDataMessage>")


def test_a_call_is_an_event_of_the_handset():
    ids = item("MSISDN", "07700900001") + item("IMSI", "234100000000001") + item("IMEI", "490154203237518")
    length = field("Direction", "Outgoing") + field("Duration", "00:00:33.6090010")
    content = report(call(length), device=ids)
    (event,) = events(read_cellebrite_report(content))
    assert (event.service, event.direction, event.other) == ("call", "out", B)
    # Its number and its SIM may be another since: the report says only which handset it was.
    assert (event.number, event.imsi, event.imei) == (None, None, "49015420323751")
    assert events(read_cellebrite_report(content, number=OWN))[0].number == OWN
    assert event.earliest == event.latest == datetime(2026, 7, 5, 9, tzinfo=UTC)
    assert event.end == datetime(2026, 7, 5, 9, 0, 33, 609001, tzinfo=UTC)


@pytest.mark.parametrize(
    ("inside", "parties", "direction", "others"),
    [
        (field("Direction", "Incoming"), (party("07700900002", "From"),), "in", [B]),
        (field("Type", "Missed"), (party("07700900002"),), "in", [B]),
        (field("Direction", "Unknown"), (party("07700900002", "From"),), "in", [B]),
        ("", (party("07700900002", "To"),), "out", [B]),
        ("", (party("07700900002", "To"), party("07700900001", "From", owner=True)), "out", [B]),
        ("", (party("07700900002", "From"), party("+447700900001", "To")), "in", [B]),
        ("", (party("07700900002", "General"),), None, [B]),
        (field("Direction", "Incoming"), (party(""),), "in", [None]),
        (field("Direction", "Incoming"), (), "in", [None]),
        ("", (party("07700900002", "To"), party("07700900003", "To")), "out", [B, C]),
        (field("Direction", "Incoming"), (party("Private number", "From"),), "in", ["withheld"]),
    ],
)
def test_the_way_of_a_call_and_the_other_party(inside, parties, direction, others):
    found = read(call(inside, parties=parties))
    assert [(e.direction, e.other) for e in found] == [(direction, other) for other in others]


def test_a_call_by_an_app_is_no_call_of_the_network():
    parties = (party("447700900002@s.whatsapp.net", "To"),)
    (event,) = read(call(field("Source", "WhatsApp"), parties=parties))
    assert (event.service, event.other) == ("other", B)
    group = (*parties, party("447700900003@s.whatsapp.net", "To"))
    assert [(e.service, e.other) for e in read(call(field("Source", "WhatsApp"), parties=group))] == [
        ("other", None)
    ]


@pytest.mark.parametrize(
    ("kind", "inside", "service", "direction", "other"),
    [
        ("SMS", many("Parties", party("07700900002", "From")), "text", "in", B),
        ("SMS", field("Folder", "Sent") + many("Parties", party("07700900002")), "text", "out", B),
        ("SMS", field("Status", "Read") + many("Parties", party("Parcels")), "text", "in", "Parcels"),
        ("SMS", many("Parties", party("07700900002")), "text", None, B),
        ("MMS", one("From", party("07700900002")) + many("To", party("", owner=True)), "multimedia", "in", B),
        ("InstantMessage", field("Source", "SMS") + many("To", party("07700900002")), "text", "out", B),
        ("InstantMessage", field("Source", "MMS") + many("To", party("07700900002")), "multimedia", "out", B),
        ("InstantMessage", field("Source", "Signal") + one("From", party("+447700900002")), "other", "in", B),
        (
            "InstantMessage",
            field("FromIsOwner", "True") + many("To", party("100001234567")),
            "other",
            "out",
            "100001234567",
        ),
        ("InstantMessage", field("Source", "Signal"), "other", None, None),
    ],
)
def test_messages_are_read_without_what_they_say(kind, inside, service, direction, other):
    content = field("Body", "SECRET BODY") + field("Subject", "SECRET SUBJECT")
    (event,) = read(models(kind, TIME + content + inside))
    assert (event.service, event.direction, event.other) == (service, direction, other)
    assert "SECRET" not in repr(event)


def message(*inside: str) -> str:
    return f'<model type="InstantMessage" id="3">{TIME}{"".join(inside)}</model>'


def chat(*messages: str, participants: tuple[str, ...] = ()) -> str:
    who = many("Participants", *participants) if participants else ""
    return models(
        "Chat", field("Source", "WhatsApp") + who + many("Messages", *messages) + many("Photos", "<model/>")
    )


def test_each_message_of_a_chat_is_a_record_and_the_chat_is_none():
    two = (party("447700900001@s.whatsapp.net"), party("447700900002@s.whatsapp.net"))
    out = message(one("From", party("447700900001@s.whatsapp.net", owner=True)))
    back = message(one("From", party("447700900002@s.whatsapp.net")))
    found = read_cellebrite_report(report(chat(out, back, participants=two)))
    assert told(found) == ["2 other", "2 other"]
    assert [(e.direction, e.other) for e in read(chat(out, back, participants=two))] == [
        ("out", B),
        ("in", B),
    ]


def test_the_participants_of_one_chat_are_not_those_of_the_next():
    two = (party("447700900002@s.whatsapp.net"), party("", owner=True))
    group = (*two, party("447700900003@s.whatsapp.net"))
    nameless = (party("", owner=True), party(""))
    out = message(one("From", party("", owner=True)))
    found = read(
        chat(out, participants=two),
        chat(out),
        chat(out, participants=group),
        chat(out, participants=nameless),
    )
    assert [event.other for event in found] == [B, None, None, None]


def test_contacts_are_numbers_without_a_time():
    def entry(kind: str, value: str) -> str:
        return f'<model type="{kind}">{field("Category", "Mobile")}{field("Value", value)}</model>'

    numbers = many("Entries", entry("PhoneNumber", "07700 900002"), entry("PhoneNumber", "+447700900002"))
    apps = many(
        "Entries", entry("UserID", "447700900003@s.whatsapp.net"), entry("EmailAddress", "a@example.com")
    )
    contacts = models(
        "Contact", field("Name", "SECRET") + numbers, apps, many("Entries", entry("PhoneNumber", ""))
    )
    found = read_cellebrite_report(report(contacts))
    first, second, none = found.items
    assert [(e.service, e.number, e.other, e.earliest) for e in first[1]] == [("contact", OWN, B, None)]
    assert [e.other for e in second[1]] == [C]
    assert none.rule == "contact-without-number"


@pytest.mark.parametrize(
    ("time", "rule"),
    [
        ("", "missing"),
        ('<field name="TimeStamp"><empty/></field>', "missing"),
        (field("TimeStamp", "2026-07-05T10:00:00"), "time-without-offset"),
        (field("TimeStamp", "yesterday"), "not-a-time"),
    ],
)
def test_a_record_without_a_time_that_can_be_told_is_a_problem(time, rule):
    assert told(read_cellebrite_report(report(call(time=time), call()))) == [f"2 {rule} 1", "3 call"]


def test_an_offset_beside_a_time_or_a_zone_that_is_named_dates_it():
    beside = field("TimeStamp", "2026-07-05T10:00:00.838", formattedTimestamp="2026-07-05T10:00:00+01:00")
    bare = call(time=field("TimeStamp", "2026-07-05T10:00:00"))
    assert read(call(time=beside))[0].earliest == datetime(2026, 7, 5, 9, 0, 0, 838_000, tzinfo=UTC)
    assert read(bare, zone="Europe/London")[0].earliest == datetime(2026, 7, 5, 9, tzinfo=UTC)


def test_a_draft_was_not_sent():
    drafts = models("SMS", TIME + field("Folder", "Drafts"), TIME + field("Status", "Unsent"))
    assert told(read_cellebrite_report(report(drafts))) == ["2 not-sent 1"] * 2


def test_other_kinds_are_counted_and_never_silent():
    found = read_cellebrite_report(
        report(models("Location", "", ""), call(), '<model type="Cookie"/>', models("A kind of SECRET", ""))
    )
    assert told(found) == [
        "2 record-type-not-read 2",
        "3 call",
        "4 record-type-not-read 1",
        "5 record-type-not-read 1",
    ]
    assert found.tally.records == 5
    said = list(read_cellebrite_report(report(models("A kind of SECRET", ""))).items)
    assert "SECRET" not in said[0].what


def test_a_truncated_report_keeps_what_was_whole():
    content = report(call(), call())
    assert told(read_cellebrite_report(content[: content.rindex(b"</model>")])) == [
        "2 call",
        "3 file-ends-early 1",
    ]


@pytest.mark.parametrize(
    ("device", "notices"),
    [
        (item("MSISDN", "07700900001") + item("MSISDN", "07700900009"), ["several-of-the-phone"]),
        (item("MSISDN", "none") + item("IMEI", "12"), ["phone-not-read"]),
        (item("IMEI", "000000000000000") + item("Model", "P"), []),
    ],
)
def test_a_phone_that_the_report_does_not_tell_is_named_by_who_takes_it_in(device, notices):
    with pytest.raises(BadInput, match="say its number"):
        list(read_cellebrite_report(report(call(), device=device)).items)
    found = list(read_cellebrite_report(report(call(), device=device), number=OWN).items)
    assert [i.rule for i in found[:-1]] == notices
    assert found[-1][1][0].number == OWN


def test_a_phone_may_be_known_by_its_handset_alone_or_in_the_case():
    (event,) = events(read_cellebrite_report(report(call(), device=item("IMEI", "490154203237518"))))
    assert (event.number, event.imei) == (None, "49015420323751")
    case = b'<caseInformation><field name="MSISDN">07700900001</field><field name="IMEI"/></caseInformation>'
    content = report(call(), device="").replace(b"<taggedFiles>", case + b"<taggedFiles>")
    assert events(read_cellebrite_report(content))[0].number == OWN


def test_xml_of_another_kind_is_refused():
    with pytest.raises(BadInput, match="no Cellebrite report"):
        list(read_cellebrite_report(b"<RetainedDataMessage/>").items)
