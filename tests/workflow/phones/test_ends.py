"""Until when the records of a number go: said where a file stops before the days that its authority covers do."""

from datetime import date
from pathlib import Path

import pytest

from clewline.workflow.phones.ends import End, ends
from clewline.workflow.phones.opened import open_case
from workflow.phones.phone_files import HOLDER, LINE, authority, generic, intake, recorded

OWN, OTHER = "07700 900001", "07700 900002"
LAST = date(2026, 3, 31)
"""Last day that the usual authority covers."""


def days(phone: str, first: int, last: int, **more: str) -> list[dict[str, str]]:
    """Return a row at ten o'clock on each day of March from one to another."""
    return [{"phone": phone, "start": f"2026-03-{n:02}T10:00:00", **more} for n in range(first, last + 1)]


def taken(folder: Path, exhibit: str, *rows: dict[str, str], reference: str = "CD/1") -> None:
    path = folder / f"{exhibit.replace('/', '-')}.csv"
    path.write_text(generic(*rows))
    intake(path, exhibit=exhibit, reference=reference)


def told(
    *identifiers: str, first: date | None = None, last: date | None = None
) -> list[tuple[str, str, date]]:
    found = ends("K1", open_case("K1"), identifiers or (LINE,), first_day=first, last_day=last)
    return [(end.identifier, end.exhibit, end.last_day) for end in found]


@pytest.fixture
def covered(embedded: str) -> None:
    recorded()


def test_a_file_that_stops_early_says_until_when_and_what_its_authority_covers(
    covered: None, tmp_path: Path
) -> None:
    taken(tmp_path, "KM/1", *days(OWN, 1, 10), *days(OTHER, 1, 20), {"phone": OWN, "start": "31st"})
    line, holder = ends("K1", open_case("K1"), (LINE, HOLDER))
    assert line == End(
        identifier=LINE,
        exhibit="KM/1",
        last_day=date(2026, 3, 10),
        others_until=date(2026, 3, 20),
        authority="CD/1",
        covers_to=LAST,
        refused=1,
    )
    assert (holder.last_day, holder.others_until) == (date(2026, 3, 20), date(2026, 3, 10))


def test_a_file_of_one_number_tells_of_no_other(covered: None, tmp_path: Path) -> None:
    taken(tmp_path, "KM/1", *days(OWN, 1, 10))
    (end,) = ends("K1", open_case("K1"), (LINE,))
    assert (end.last_day, end.others_until, end.refused) == (date(2026, 3, 10), None, 0)


def test_nothing_is_said_of_records_that_go_to_the_last_day_by_the_countrys_clocks(
    covered: None, tmp_path: Path
) -> None:
    # Half past midnight on the 31st, where the clocks are an hour ahead.
    taken(tmp_path, "KM/1", *days(OWN, 1, 10), {"phone": OWN, "start": "2026-03-30T23:30:00"})
    assert told() == []


def test_a_later_file_of_the_same_authority_takes_up_where_an_earlier_one_ends(
    covered: None, tmp_path: Path
) -> None:
    taken(tmp_path, "KM/1", *days(OWN, 1, 10), *days(OTHER, 1, 31))
    assert told() == [(LINE, "KM/1", date(2026, 3, 10))]
    taken(tmp_path, "KM/2", *days(OWN, 11, 20))
    assert told(LINE, HOLDER) == [(LINE, "KM/2", date(2026, 3, 20))]
    taken(tmp_path, "KM/3", *days(OWN, 21, 31))
    assert told() == []


def test_data_sessions_do_not_go_on_with_calls(covered: None, tmp_path: Path) -> None:
    taken(tmp_path, "KM/1", *days(OWN, 1, 10, service="call"))
    taken(tmp_path, "KM/2", *days(OWN, 1, 31, service="data", direction="", other=""))
    assert told() == [(LINE, "KM/1", date(2026, 3, 10))]


def test_an_exhibit_of_another_authority_is_judged_by_itself(covered: None, tmp_path: Path) -> None:
    recorded(authority(reference="CD/2", covers_to=date(2026, 3, 20)))
    taken(tmp_path, "KM/1", *days(OWN, 1, 10))
    taken(tmp_path, "KM/2", *days(OWN, 11, 20), reference="CD/2")
    assert told() == [(LINE, "KM/1", date(2026, 3, 10))]


def test_a_file_whose_last_records_are_known_from_another_has_not_stopped(
    covered: None, tmp_path: Path
) -> None:
    recorded(authority(reference="CD/2"))
    taken(tmp_path, "KM/1", *days(OWN, 6, 31))
    taken(tmp_path, "KM/2", *days(OWN, 1, 31), reference="CD/2")
    assert told() == []


def test_records_of_others_that_are_known_from_another_file_count_as_the_file_s(
    covered: None, tmp_path: Path
) -> None:
    taken(tmp_path, "KM/1", *days(OTHER, 1, 25))
    taken(tmp_path, "KM/2", *days(OWN, 1, 10), *days(OTHER, 1, 25))
    (end,) = ends("K1", open_case("K1"), (LINE,))
    assert (end.exhibit, end.last_day, end.others_until) == ("KM/2", date(2026, 3, 10), date(2026, 3, 25))


def test_an_end_outside_the_days_asked_about_is_not_told(covered: None, tmp_path: Path) -> None:
    taken(tmp_path, "KM/1", *days(OWN, 1, 10))
    assert told(last=date(2026, 3, 9)) == []
    assert told(last=date(2026, 3, 10)) == told(last=date(2026, 3, 20)) == told(first=LAST) != []
    assert told(first=date(2026, 4, 1)) == []


def test_an_authority_that_was_recorded_again_counts_as_it_stands(covered: None, tmp_path: Path) -> None:
    taken(tmp_path, "KM/1", *days(OWN, 1, 10))
    recorded(authority(covers_to=date(2026, 3, 10)))
    assert told() == []
