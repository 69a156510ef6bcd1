"""A line's rows: local time, repeats between files, pseudonyms, and what opens a mark."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import duckdb
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.phones.events_made import LINE, at, call, number, text, view
from clewline.analysis.phones import Asked, Line, open_line
from clewline.analysis.phones.activity import by_day, by_hour, by_week, silences
from clewline.analysis.phones.contacts import contacts
from clewline.analysis.phones.headline import headline
from clewline.analysis.phones.local import local_sql
from clewline.errors import Misused, NotFound
from clewline.formats.phones.event import Event

ASKED = Asked(numbers=(LINE,))


def line(*events: Event | tuple[str, Event], ends: tuple[Event, ...] = ()) -> Line:
    return open_line(view(events, ends=ends), ASKED)


def test_a_use_is_counted_on_its_local_day_and_hour() -> None:
    summer = datetime(2024, 7, 1, 23, 30)  # 00:30 on Tuesday in London
    found = line(call(summer, "1"))
    (hour,) = by_hour(found)
    assert (hour.weekday, hour.hour, hour.uses) == (2, 0, 1)
    assert [d.day for d in by_day(found)] == [date(2024, 7, 2)]


@given(
    st.datetimes(datetime(1990, 1, 1), datetime(2030, 1, 1)),
    st.sampled_from(["Europe/London", "Asia/Kathmandu"]),
)
def test_sql_and_python_agree_on_local_time(when: datetime, zone: str) -> None:
    sql = local_sql("x", ZoneInfo(zone), datetime(1990, 1, 1), datetime(2030, 1, 1))
    ((found,),) = duckdb.sql(f"select {sql} from (select timestamp '{when}' as x)").fetchall()
    assert found == when.replace(tzinfo=ZoneInfo("UTC")).astimezone(ZoneInfo(zone)).replace(tzinfo=None)


def test_a_row_that_two_files_hold_is_counted_once_and_the_one_with_a_place_stands() -> None:
    bare, placed = call(at(1), "1"), call(at(1), "1", lat=51.5, lon=0.1)
    found = line(("a", bare), ("a", call(at(9), "1")), ("b", placed), ("b", call(at(8), "2")))
    told = headline(found)
    assert (told.uses, told.repeats) == (3, 1)
    assert {r.ref.sha256[0] for r in found.open(found_all()) if r.at == at(1)} == {"b"}


def found_all():  # type: ignore[no-untyped-def]  # a short name in two tests
    from clewline.analysis.phones.headline import USED

    return USED


def test_two_equal_texts_of_one_file_are_two() -> None:
    assert headline(line(text(at(1), "1"), text(at(1), "1"))).uses == 2


def test_an_end_is_a_row_and_no_use_and_an_address_book_is_neither() -> None:
    found = line(
        call(at(1), "1"), Event(service="contact", number=LINE, other=number("3")), ends=(call(at(3), "1"),)
    )
    told = headline(found)
    assert (told.uses, told.ends, told.contacts) == (1, 1, 1)


def test_what_the_records_leave_open_is_counted() -> None:
    told = headline(
        line(
            call(at(1), "withheld"),
            Event(
                service="data", number=LINE, earliest=at(2), dates="at or before the end", lat=51.0, lon=0.0
            ),
            Event(service="data", number=LINE, earliest=at(3), latest=at(63)),
        )
    )
    assert (told.withheld, told.loose, told.twofold, told.unplaced, told.contacts) == (1, 1, 1, 2, 0)


def test_days_without_a_use_are_there_and_a_silence_is_told() -> None:
    found = line(call(at(0), "1"), call(at(0, days=4), "1"))
    assert [d.uses for d in by_day(found)] == [1, 0, 0, 0, 1]
    assert [(s.first.day, s.last.day, s.days) for s in silences(by_day(found))] == [(5, 7, 3)]
    assert [(w.monday, w.uses, w.days) for w in by_week(found)] == [(date(2024, 3, 4), 2, 2)]


def test_a_pseudonym_stays_when_the_period_is_narrowed() -> None:
    events = [*(call(at(i), "1") for i in range(3)), call(at(0, days=1), "2")]
    later = open_line(view(events), Asked(numbers=(LINE,), start=date(2024, 3, 5)))
    (only,) = contacts(later).listed
    assert (only.contact, only.uses, only.number) == (2, 1, None)
    assert contacts(later, reveal=True).listed[0].number == number("2")


def test_a_contact_is_told_by_days_directions_weeks_and_hours() -> None:
    events = [text(at(0, days=d), "1", direction=w) for d, w in ((0, "out"), (1, "in"), (7, "out"))]
    found = contacts(line(*events, text(at(5), "Shop")))
    assert (found.all, found.regular) == (2, 1)
    first, shop = found.listed
    assert (first.days, first.out, first.into, first.texts, first.hours[9]) == (3, 2, 1, 3, 3)
    assert first.weeks == (date(2024, 3, 4), date(2024, 3, 11))
    assert (first.regular, first.is_number, shop.is_number) == (True, True, False)


def test_every_mark_opens_as_many_rows_as_it_counts() -> None:
    found = line(*(call(at(60 * i, days=i), str(i % 3)) for i in range(40)))
    for mark in (
        *by_hour(found),
        *by_day(found),
        *by_week(found),
        *contacts(found).listed,
        *headline(found).kinds,
    ):
        assert len(found.open(mark.behind)) == found.count(mark.behind) == mark.uses
    assert {k: len(v) for k, v in found.open_each("contact", "used", 2).items()} == {
        (1,): 2,
        (2,): 2,
        (3,): 2,
    }
    spans = {"both": (at(0), at(61, days=1)), "none": (at(-9), at(-8))}
    assert {k: len(v) for k, v in found.open_spans(spans, "used", 9).items()} == {"both": 2}
    assert found.open_spans({}, "used", 9) == {}


def test_a_number_that_is_not_there_and_a_zone_that_is_not_one_are_refused() -> None:
    events = view([call(at(0), "1")])
    with pytest.raises(NotFound, match="no record of a use of that number\\."):
        open_line(events, Asked(numbers=("+447700900999'; drop table events",)))
    with pytest.raises(NotFound, match="on those days"):
        open_line(events, Asked(numbers=(LINE,), end=date(2020, 1, 1)))
    with pytest.raises(Misused, match="not a time zone"):
        open_line(events, Asked(numbers=(LINE,), zone="Mars/North"))


def test_a_long_line_is_read_from_its_files_with_the_same_answers(monkeypatch: pytest.MonkeyPatch) -> None:
    events = [call(at(i * 60), str(i % 4)) for i in range(30)]
    kept = headline(line(*events))
    monkeypatch.setattr("clewline.analysis.phones.opening.KEPT", 0)
    assert headline(line(*events)) == kept
    assert timedelta(hours=29) == kept.last - kept.first
