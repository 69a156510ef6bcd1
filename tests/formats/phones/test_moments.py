"""Recorded times to instants: styles, zones, the hour that occurs twice and the hour that was skipped."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clewline.errors import BadDeclaration
from clewline.formats.phones import moment
from clewline.formats.values import Unreadable

ISO = "yyyy-mm-dd hh:mm:ss"


def at(*parts: int) -> datetime:
    return datetime(*parts, tzinfo=UTC)


def refused(style, zone, text) -> str:
    with pytest.raises(Unreadable) as caught:
        moment.reader(style, zone)(text)
    return caught.value.rule


@pytest.mark.parametrize(
    ("style", "text", "instant"),
    [
        (ISO, "2026-01-05 10:20:30", at(2026, 1, 5, 10, 20, 30)),
        (ISO, "2026/01/05T10:20", at(2026, 1, 5, 10, 20)),
        (ISO, "2026-01-05 10:20:30.25", at(2026, 1, 5, 10, 20, 30, 250_000)),
        ("dd/mm/yyyy hh:mm:ss", "05.01.2026 10:20:30", at(2026, 1, 5, 10, 20, 30)),
        ("dd/mm/yyyy hh:mm:ss", "2026-01-05 10:20:30", at(2026, 1, 5, 10, 20, 30)),
        ("mm/dd/yyyy hh:mm:ss", "1/5/2026, 9:07", at(2026, 1, 5, 9, 7)),
        ("dd mon yyyy hh:mm:ss", "5 Jan 2026 10:20:30", at(2026, 1, 5, 10, 20, 30)),
        ("dd mon yyyy hh:mm:ss", "05-September-2026 10:20:30", at(2026, 9, 5, 9, 20, 30)),
        ("dd mon yyyy hh:mm:ss", "05-sept-2026 10:20:30", at(2026, 9, 5, 9, 20, 30)),
        ("yyyymmddhhmmss", "20260105102030", at(2026, 1, 5, 10, 20, 30)),
        ("yyyymmddhhmmss", "20260105102030.5+0100", at(2026, 1, 5, 9, 20, 30, 500_000)),
        ("yyyymmddhhmmss", "20260105102030+01", at(2026, 1, 5, 9, 20, 30)),
        ("seconds since 1970", "1767608430", at(2026, 1, 5, 10, 20, 30)),
        ("seconds since 1970", "1767608430.5", at(2026, 1, 5, 10, 20, 30, 500_000)),
        ("milliseconds since 1970", "1767608430250", at(2026, 1, 5, 10, 20, 30, 250_000)),
        ("milliseconds since 1970", "1767608430250.5", at(2026, 1, 5, 10, 20, 30, 250_500)),
    ],
)
def test_each_style_reads_its_times(style, text, instant):
    assert moment.reader(style, "Europe/London")(text) == moment.Moment(instant, instant)


@pytest.mark.parametrize(
    ("offset", "hours"),
    [
        ("Z", 0),
        (" UTC", 0),
        (" GMT", 0),
        (" BST", 1),
        ("+02:00", 2),
        ("-0330", -3.5),
        ("+01:00[Europe/Paris]", 1),
    ],
)
def test_a_time_that_says_its_offset_is_read_by_it_in_any_zone(offset, hours):
    for zone in ("Europe/London", None):
        found = moment.reader(ISO, zone)(f"2026-07-05 10:00:00{offset}")
        assert found.earliest == found.latest == at(2026, 7, 5, 10) - timedelta(hours=hours)


def test_without_a_zone_a_time_without_offset_is_refused():
    assert refused(ISO, None, "2026-07-05 10:00:00") == "time-without-offset"


def test_the_hour_that_occurs_twice_in_london_is_two_instants():
    found = moment.reader(ISO, "Europe/London")("2026-10-25 01:30:00")
    assert found == moment.Moment(at(2026, 10, 25, 0, 30), at(2026, 10, 25, 1, 30))


def test_the_minutes_beside_that_hour_are_one_instant():
    read = moment.reader(ISO, "Europe/London")
    assert read("2026-10-25 00:59:59") == moment.Moment(
        at(2026, 10, 24, 23, 59, 59), at(2026, 10, 24, 23, 59, 59)
    )
    assert read("2026-10-25 02:00:00") == moment.Moment(at(2026, 10, 25, 2), at(2026, 10, 25, 2))


def test_the_hour_that_the_clocks_skipped_never_was():
    assert refused(ISO, "Europe/London", "2026-03-29 01:30:00") == "time-that-never-was"


@pytest.mark.parametrize(
    ("style", "text", "rule"),
    [
        (ISO, "2026-02-30 10:00:00", "impossible-time"),
        (ISO, "2026-01-05 24:00:00", "impossible-time"),
        (ISO, "1979-01-05 10:00:00", "impossible-time"),
        (ISO, "2026-01-05 10:00:00+15:00", "impossible-time"),
        (ISO, "2026-01-05 10:00:00+01:75", "impossible-time"),
        (ISO, "05/01/2026 10:00:00", "not-a-time"),
        (ISO, "46027.43", "serial-number-for-time"),
        ("dd/mm/yyyy hh:mm:ss", "05/01/26 10:00:00", "ambiguous-time"),
        ("dd mon yyyy hh:mm:ss", "05 Mayhem 2026 10:00:00", "not-a-time"),
        ("seconds since 1970", "99999999999999", "impossible-time"),
        ("seconds since 1970", "1767608430250", "impossible-time"),
        ("seconds since 1970", "1.7E+09", "not-a-time"),
        ("milliseconds since 1970", "1767608430", "impossible-time"),
    ],
)
def test_what_is_no_time_is_refused(style, text, rule):
    assert refused(style, "Europe/London", text) == rule


@pytest.mark.parametrize("name", ["", "Mars/Olympus", "../etc/passwd", "Europe"])
def test_a_zone_that_there_is_not_is_a_bad_declaration(name):
    with pytest.raises(BadDeclaration, match="no time zone"):
        moment.zone(name)


def test_an_instant_is_shown_as_a_zones_clocks_showed_it():
    assert moment.local(at(2026, 7, 5, 10), "Europe/London").hour == 11


@given(
    st.datetimes(datetime(1981, 1, 1), datetime(2099, 1, 1)),
    st.sampled_from(["Europe/London", "UTC", "Asia/Tokyo"]),
)
def test_a_zones_clocks_showed_what_was_written_at_each_instant_that_it_can_mean(wall, name):
    wall = wall.replace(microsecond=0)
    try:
        found = moment.reader(ISO, name)(f"{wall:%Y-%m-%d %H:%M:%S}")
    except Unreadable as wrong:
        assert wrong.rule == "time-that-never-was"
        return
    for instant in (found.earliest, found.latest):
        assert instant.astimezone(ZoneInfo(name)).replace(tzinfo=None) == wall
    assert timedelta(0) <= found.latest - found.earliest <= timedelta(hours=1)


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("62", 62),
        ("62.5", 62.5),
        ("0", 0),
        ("00:01:02", 62),
        ("1:00:00", 3600),
        ("00:00:33.6090010", 33.609001),
        ("1.02:03:04", 93784),
        ("0 00:00:05", 5),
    ],
)
def test_durations_are_seconds_or_clocked(text, seconds):
    assert moment.duration(text).total_seconds() == seconds


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("01:30", "ambiguous-duration"),
        ("12m", "not-a-duration"),
        ("00:61:00", "not-a-duration"),
        ("-5", "not-a-duration"),
    ],
)
def test_a_duration_that_can_be_two_things_or_none_is_refused(text, rule):
    with pytest.raises(Unreadable) as caught:
        moment.duration(text)
    assert caught.value.rule == rule
