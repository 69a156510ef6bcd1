"""What an authority covers: by number, SIM or handset, on days of the country's clocks."""

from datetime import UTC, date, datetime

import pytest

from clewline.case.scope import Identifiers, identifiers, scope
from clewline.errors import BadInput
from clewline.formats.phones.event import Event
from clewline.record.kinds.authority import Authority

NAMED = Authority(
    nature="consent",
    reference="C/1",
    identifiers=("07700 900001", "IMEI 35-999900-123456-6", "imsi: 001 01 0123456789"),
    covers_from=date(2026, 3, 28),
    covers_to=date(2026, 3, 29),
)


def event(at: datetime | None = None, **whose: str) -> Event:
    at = at or datetime(2026, 3, 28, 12, tzinfo=UTC)
    return Event(service="call", earliest=at, latest=at, **whose)


@pytest.mark.parametrize(
    ("whose", "named"),
    [
        ({"number": "+447700900001"}, "+447700900001"),
        ({"number": "+447700900002", "imsi": "001010123456789"}, "imsi:001010123456789"),
        ({"number": "+447700900002", "imsi": "1" * 15, "imei": "35999900123456"}, "imei:35999900123456"),
        ({"number": "+447700900002", "imei": "35999900123457"}, None),
        ({"imsi": "001010123456780"}, None),
    ],
)
def test_a_row_is_covered_where_its_own_number_sim_or_handset_is_named(
    whose: dict[str, str], named: str | None
) -> None:
    covers = scope(NAMED)
    assert covers.identifiers.of(event(**whose)) == named
    assert covers.outside(event(**whose)) == (None if named else "identifiers")


def test_the_other_party_of_a_call_covers_nothing() -> None:
    assert scope(NAMED).outside(event(number="+447700900002", other="+447700900001")) == "identifiers"


@pytest.mark.parametrize(
    ("at", "outside"),
    [
        (datetime(2026, 3, 27, 23, 59, 59, tzinfo=UTC), "dates"),
        (datetime(2026, 3, 28, 0, 0, tzinfo=UTC), None),
        # The clocks went forward on the 29th: its last hour ends at 23:00 UTC.
        (datetime(2026, 3, 29, 22, 59, 59, tzinfo=UTC), None),
        (datetime(2026, 3, 29, 23, 0, tzinfo=UTC), "dates"),
    ],
)
def test_days_are_those_of_the_countrys_clocks(at: datetime, outside: str | None) -> None:
    assert scope(NAMED).outside(event(at, number="+447700900001")) == outside


def test_a_contact_has_no_time_and_is_covered_with_the_handset() -> None:
    assert scope(NAMED).outside(Event(service="contact", imei="35999900123456")) is None
    assert scope(NAMED).outside(Event(service="contact", imei="35999900123457")) == "identifiers"


def test_identifiers_are_written_in_one_spelling() -> None:
    found = identifiers(NAMED.identifiers)
    assert found == Identifiers(
        frozenset({"+447700900001"}), frozenset({"001010123456789"}), frozenset({"35999900123456"})
    )
    assert found.written() == ("+447700900001", "imsi:001010123456789", "imei:35999900123456")
    assert identifiers(found.written()) == found


@pytest.mark.parametrize("text", ["Moss", "IMEI 1", "imsi abc", "60006"])
def test_what_is_no_identifier_is_refused(text: str) -> None:
    with pytest.raises(BadInput, match="cannot be read"):
        identifiers([text])
