"""From a header and a few rows to a layout: what is told, and what is asked."""

import csv
from pathlib import Path

import pytest

from clewline.errors import BadDeclaration
from clewline.formats.phones.row import PhoneRows
from clewline.formats.phones.suggest import suggest
from clewline.formats.phones.suggest_times import says_offset, shape
from clewline.formats.phones.suggest_words import direction, service, wants
from clewline.record import Problem

SPITZ = [folder / "shared" / "phones" / "spitz_dev.csv" for folder in Path(__file__).parents]


def look(text: str):
    """Suggest from a table written with a bar between its cells."""
    header, *rows = [line.strip().split("|") for line in text.strip().splitlines()]
    return suggest(header, rows), header, rows


def asked(said) -> list[str]:
    return [question.about for question in said.questions]


def read_all(layout, header, rows, number=None):
    reader = PhoneRows(layout, header, number=number)
    found = [reader.read(at, row) for at, row in enumerate(rows)]
    assert not any(isinstance(one, Problem) for one in found), found
    return [event for part in found for event in part]


def test_a_call_table_of_two_parties_with_places_on_the_grid():
    said, header, rows = look("""
        A Number|B Number|Call Date|Call Time|Duration|Call Type|Originating Cell|Easting|Northing|IMEI
        07700900001|07700900002|13/02/2026|10:00:00|00:01:02|Voice|12345|530000|180000|490154203237518
        07700900001|07700900003|14/02/2026|11:00:00|00:00:00|SMS|12345|530000|180000|490154203237518
    """)
    assert said.columns["start"] == ("Call Date", "Call Time")
    assert said.columns["cell_from"] == ("Originating Cell",)
    assert said.times == "dd/mm/yyyy hh:mm:ss"
    assert said.services == {"voice": "call", "sms": "text"}
    assert asked(said) == ["zone", "side"]
    assert said.questions[1].choices == ("from", "to", "phone")
    layout = said.layout(name="n", title="Northern", zone="Europe/London", side="from")
    first = read_all(layout, header, rows)[0]
    assert (first.number, first.cell, first.imei) == ("+447700900001", "12345", "49015420323751")
    assert first.lat == pytest.approx(51.504, abs=0.01)


def test_a_data_table_with_the_numbers_of_its_cells_and_times_that_say_their_offset():
    said, header, rows = look("""
        MSISDN|IMSI|IMEI|Start Time|End Time|Event Type|MCC|MNC|LAC|Cell ID|Lat|Long|Volume
        447700900001|234100000000001|490154203237518|2026-02-03T10:00:00Z|2026-02-03T10:05:00Z|GPRS|234|10|5012|20411|51.5|-0.1|9
    """)
    assert said.columns["cell"] == ("MCC", "MNC", "LAC", "Cell ID")
    assert (said.times, said.zone, said.unread) == ("yyyy-mm-dd hh:mm:ss", "UTC", ("Volume",))
    assert asked(said) == ["dates"]
    layout = said.layout(name="n", title="N", dates={"data": "at or before the start"})
    assert layout == said.layout(name="n", title="N", dates="at or before the start")
    (event,) = read_all(layout, header, rows)
    assert (event.service, event.cell, event.dates) == (
        "data",
        "cgi:234-10-5012-20411",
        "at or before the start",
    )


def test_one_word_may_say_both_service_and_direction():
    said, header, rows = look("""
        Calling Party|Called Party|Timestamp|Call Type|Start Cell|End Cell|Call Duration
        07700900001|07700900002|1767608430|MOC|a|b|62
        07700900002|07700900001|1767608430|MTC|c|d|62
    """)
    assert said.columns["direction"] == said.columns["service"] == ("Call Type",)
    assert (said.times, said.zone) == ("seconds since 1970", "UTC")
    assert said.directions == {"moc": "out", "mtc": "in"}
    assert said.questions[0].choices == ("from", "to", "direction", "phone")
    layout = said.layout(name="n", title="N", side="direction")
    assert [e.cell for e in read_all(layout, header, rows)] == ["a", "b", None, None, "c", "d"]


def test_french_words():
    said, header, rows = look("""
        Numéro appelant|Numéro appelé|Date d'appel|Heure d'appel|Durée|Type d'appel
        07700900001|07700900002|13/02/2026|10:00:00|62|Voix
    """)
    assert asked(said) == ["zone"]
    assert len(read_all(said.layout(name="n", title="N", zone="Europe/Paris"), header, rows)) == 2


def test_dutch_words_and_one_party_each():
    said, header, rows = look("""
        Nummer|Tegenpartij|Begintijd|Duur|Soort|Richting|Cel ID
        07700900001|07700900002|13-02-2026 10:00|62|Spraak|Uitgaand|x
    """)
    (event,) = read_all(said.layout(name="n", title="N", zone="Europe/Amsterdam"), header, rows)
    assert (event.other, event.direction, event.cell) == ("+447700900002", "out", "x")


def test_a_table_of_one_phone_that_names_only_whom_it_called():
    said, header, rows = look("""
        Dialled Number|Call Date Time|Type|Site Easting
        07700900002|2026-02-03 10:00:00|Call|530000
    """)
    assert said.columns == {"start": ("Call Date Time",), "other": ("Dialled Number",), "service": ("Type",)}
    assert asked(said) == ["columns", "zone", "number"]
    assert "northing" in said.questions[0].ask
    layout = said.layout(name="n", title="N", zone="UTC", number="+447700900001")
    assert read_all(layout, header, rows)[0].number == "+447700900001"


def test_a_table_of_callers_only_is_about_them():
    said, _, _ = look("Caller|Timestamp|Terminating Cell\n07700900001|1767608430|x")
    assert said.columns["number"] == ("Caller",)
    assert said.columns["cell"] == ("Terminating Cell",)
    assert asked(said) == ["service", "dates"]


def test_a_phone_beside_two_parties_is_asked_about():
    said, _, _ = look("MSISDN|A Number|B Number|Timestamp|Type\n1|2|3|1767608430|Voice")
    assert asked(said) == ["columns"]
    assert said.questions[0].columns == ("MSISDN",)
    assert said.unread == ("MSISDN",)


def test_day_first_and_month_first_is_asked_and_never_guessed():
    said, _, _ = look(
        "MSISDN|Date|Time|Type\n07700900001|03/02/2026|10:00:00|Voice\n07700900001||11:00:00|Voice"
    )
    question = said.questions[0]
    assert (said.times, question.about) == (None, "times")
    assert question.choices == ("dd/mm/yyyy hh:mm:ss", "mm/dd/yyyy hh:mm:ss")
    with pytest.raises(BadDeclaration, match="several styles"):
        said.layout(name="n", title="N", zone="UTC")
    assert (
        said.layout(name="n", title="N", zone="UTC", times="mm/dd/yyyy hh:mm:ss").times
        == "mm/dd/yyyy hh:mm:ss"
    )


def test_a_zone_is_asked_for_and_needed():
    said, _, _ = look("MSISDN|Timestamp|Type\n07700900001|2026-02-03 10:00:00|Voice")
    assert asked(said) == ["zone"]
    with pytest.raises(BadDeclaration, match="which zone"):
        said.layout(name="n", title="N")


def test_a_style_that_is_none_of_the_known_is_asked_for():
    said, _, _ = look("MSISDN|Timestamp|Type\n07700900001|03/02/26 10:00:00|Voice")
    assert "four digits" in said.questions[0].ask
    assert len(said.questions[0].choices) == 7


def test_a_table_without_a_start_is_asked_for_it():
    said, _, _ = look("MSISDN|Notes|Type|Date\n07700900001|x|Voice|")
    assert asked(said) == ["columns", "zone"]
    assert said.questions[0].choices == ("MSISDN", "Notes", "Type", "Date")


def test_words_without_one_meaning_are_asked_about_and_answers_added():
    said, header, rows = look("""
        MSISDN|Timestamp|Type|Direction
        07700900001|1767608430|Voice|Out
        07700900001|1767608430|Voice data|Sideways
        07700900001|1767608430|Pigeon|Out
    """)
    services, directions = said.questions
    assert (services.about, services.words) == ("services", ("Voice data", "Pigeon"))
    assert (directions.about, directions.words) == ("directions", ("Sideways",))
    layout = said.layout(
        name="n", title="N", services={"Voice data": "data", "Pigeon": "other"}, directions={"Sideways": "in"}
    )
    assert [e.service for e in read_all(layout, header, rows)] == ["call", "data", "other"]
    with pytest.raises(BadDeclaration, match="talk"):
        said.layout(name="n", title="N", services={"Pigeon": "talk"})


def test_a_column_of_too_many_words_is_no_column_of_services():
    rows = [["07700900001", "1767608430", f"word {at}"] for at in range(60)]
    said = suggest(["MSISDN", "Timestamp", "Type"], rows)
    assert "service" not in said.columns
    assert "too many words" in said.questions[0].ask


def test_two_columns_for_one_thing_are_asked_about():
    said, _, _ = look("MSISDN|IMEI|Device IMEI|Timestamp|Start|Type\n1|2|3|1767608430|1767608430|Voice")
    assert [q.columns for q in said.questions] == [("Timestamp", "Start"), ("IMEI", "Device IMEI")]


def test_durations_that_can_be_two_things_are_asked_about():
    said, _, _ = look("MSISDN|Timestamp|Type|Duration\n07700900001|1767608430|Voice|01:30")
    assert asked(said) == ["duration"]


@pytest.mark.skipif(not any(p.exists() for p in SPITZ), reason="the research data are not here")
def test_a_published_german_table():
    path = next(p for p in SPITZ if p.exists())
    with path.open(encoding="utf-8", newline="") as file:
        header, *rows = csv.reader(file)
    said = suggest(header, rows[:500])
    assert asked(said) == ["zone", "number", "dates"]
    assert said.times == "dd/mm/yyyy hh:mm:ss"
    assert said.unread == ()
    layout = said.layout(name="n", title="N", zone="Europe/Berlin")
    assert len(read_all(layout, header, rows, number="+447700900001")) == len(rows)


@pytest.mark.parametrize(
    ("header", "first"),
    [
        ("A_NUMBER", "from"),
        ("callingNumber", "from"),
        ("CellID", "cell"),
        ("B-Party", "to"),
        ("Längengrad", "lon"),
        ("LATITUDE", "lat"),
        ("Datum und Uhrzeit", "start"),
        ("Start Cell Easting", "easting"),
        ("E-UTRAN Cell ID", "eci"),
    ],
)
def test_headers_are_known_however_their_words_are_set_apart(header, first):
    assert wants(header)[0] == first


def test_a_header_without_a_known_word_is_not_guessed_at():
    assert wants("Mother's maiden name") == []


@pytest.mark.parametrize(
    ("word", "meaning", "way"),
    [
        ("Mobile Originated Call", "call", "out"),
        ("SMS-MT", "text", "in"),
        ("MMS", "multimedia", None),
        ("Mobile Daten", "data", None),
        ("4G", "data", None),
        ("Incoming/outgoing", None, None),
        ("eingehend", None, "in"),
    ],
)
def test_words_have_the_meaning_that_alone_fits(word, meaning, way):
    assert (service(word), direction(word)) == (meaning, way)


@pytest.mark.parametrize(
    ("values", "found"),
    [
        ([], "none"),
        (["10:00", "10:00:00.5", "10:00:00 BST"], "clock"),
        (["2026-02-03", "3 Feb 2026"], "date"),
        (["2026-02-03 10:00", "lost"], "none"),
        (["2026-02-03 10:00", "03.02.2026 10:00", "lost"], "whole"),
        (["1767608430"], "whole"),
    ],
)
def test_a_column_of_times_is_told_by_what_it_holds(values, found):
    assert shape(values) == found


def test_an_offset_is_seen_at_the_end_of_a_time():
    assert says_offset("2026-02-03T10:00:00Z")
    assert says_offset("2026-02-03 10:00 BST")
    assert says_offset("20260203100000+01")
    assert not says_offset("2026-02-03 10:00")
