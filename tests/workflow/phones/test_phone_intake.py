"""Phone records come into a case under an authority, and nothing beyond it is kept."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from clewline.errors import BadInput, ChainBroken, NotAllowed, NotFound
from clewline.record.kinds.phone_records import PhoneRecords
from clewline.store import files, ledger
from clewline.workflow.batches import received
from clewline.workflow.intake import reverse
from clewline.workflow.phones import authorities, exhibits, opened
from clewline.workflow.verify import verify_all
from workflow.phones.phone_files import (
    AT,
    HOLDER,
    LINE,
    STRANGER,
    accounted,
    authority,
    generic,
    intake,
    recorded,
)


@pytest.fixture
def covered(record: str) -> None:
    """An empty record with the usual authority."""
    recorded()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "records.csv"


def rows(case: str = "K1") -> list[tuple[object, ...]]:
    found = opened.open_case(case).execute(
        "select line, number, service, other, exhibit from events order by exhibit, line, part"
    )
    return list(found.fetchall())


def test_what_the_authority_covers_is_kept_and_the_rest_is_counted_and_dropped(
    covered: None, path: Path
) -> None:
    path.write_text(
        generic(
            {},
            {"phone": STRANGER},
            {"start": "2026-04-01T10:00:00"},
            {"phone": HOLDER, "start": "not a time"},
            {"phone": HOLDER, "service": "call"},
        )
        + ",,,,,,,,,,,\n"
    )
    outcome = intake(path)
    a = outcome.account
    assert (a.records, a.taken, a.other_identifiers, a.other_dates, a.problems, a.blank) == (6, 2, 1, 1, 1, 1)
    assert accounted(outcome)
    assert rows() == [
        (2, LINE, "text", "+447700900777", "KM/1"),
        (6, HOLDER, "call", "+447700900777", "KM/1"),
    ]
    (entry,) = opened.received("K1")
    assert isinstance(entry.facts, PhoneRecords)
    assert (entry.facts.other_identifiers, entry.facts.other_dates, entry.facts.out_of_scope) == (1, 1, 2)
    assert entry.facts.identifiers == (LINE, HOLDER)


def test_a_file_with_records_beyond_the_authority_is_not_kept_itself(covered: None, path: Path) -> None:
    path.write_text(generic({}, {"phone": STRANGER}))
    outcome = intake(path)
    assert not outcome.whole
    with pytest.raises(NotFound):
        files.check(outcome.sha256)
    assert STRANGER.encode() not in b"".join(p.read_bytes() for p in opened.folder().rglob("*.parquet"))


def test_a_file_that_is_covered_whole_is_kept_and_hashed_again(covered: None, path: Path) -> None:
    path.write_text(generic({}, {}))
    outcome = intake(path)
    assert outcome.whole and files.check(outcome.sha256).read_text() == path.read_text()
    assert verify_all()[1] == 2
    files.check(outcome.sha256).write_text("something else")
    with pytest.raises(ChainBroken, match="not the one that was received"):
        verify_all()


def test_rows_that_were_changed_or_lost_are_found(covered: None, path: Path) -> None:
    path.write_text(generic({}))
    intake(path)
    (kept,) = opened.kept("K1")
    kept.path.write_bytes(kept.path.read_bytes() + b" ")
    with pytest.raises(ChainBroken, match="not those that were taken in"):
        verify_all()
    kept.path.unlink()
    with pytest.raises(ChainBroken, match="not kept here"):
        verify_all()
    with pytest.raises(NotFound, match="not kept here"):
        opened.open_case("K1")


def test_an_expired_authority_stops_intake_and_keeps_what_it_gave(record: str, path: Path) -> None:
    authorities.record(authority(expires=AT.date()), case="K1", day=date(2026, 2, 27), by="Moss", at=AT)
    path.write_text(generic({}))
    intake(path)
    other = path.with_name("later.csv")
    other.write_text(generic({"start": "2026-03-02T10:00:00"}))
    with pytest.raises(NotAllowed, match="lapsed on 2026-04-10"):
        intake(other, at=AT + timedelta(days=1))
    assert len(rows()) == 1


def test_a_file_of_another_case_is_refused_whole(covered: None, path: Path) -> None:
    path.write_text(generic({"phone": STRANGER}, {"phone": STRANGER}))
    with pytest.raises(NotAllowed, match=r"None of the 2 records .* numbers and devices .* another case"):
        intake(path)
    path.write_text(generic({"start": "2025-03-01T10:00:00"}))
    with pytest.raises(NotAllowed, match="of days that it does not cover"):
        intake(path, dry_run=True)
    assert opened.received("K1") == [] and not list(opened.folder().rglob("*.*"))
    assert exhibits.standing("K1") == []


def test_a_case_without_that_authority_says_which_it_has(covered: None, path: Path) -> None:
    path.write_text(generic({}))
    with pytest.raises(NotFound, match="it has CD/1"):
        intake(path, reference="CD/9")
    with pytest.raises(NotFound, match="it has none yet"):
        intake(path, case="K2")


def test_an_authority_for_other_data_does_not_cover_events(record: str, path: Path) -> None:
    authorities.record(authority(data=("entity data",)), case="K1", day=AT.date(), by="Moss", at=AT)
    path.write_text(generic({}))
    with pytest.raises(NotAllowed, match="covers entity data, and not events data"):
        intake(path)


def test_the_same_file_twice_adds_nothing_and_undone_it_comes_again(covered: None, path: Path) -> None:
    path.write_text(generic({}, {"start": "2026-03-02T10:00:00"}))
    first = intake(path)
    again = intake(path, at=AT + timedelta(hours=1))
    assert again.already == first.batch and len(opened.received("K1")) == 1
    assert first.batch is not None
    assert reverse(first.batch, by="Moss", because="wrong exhibit", at=AT + timedelta(hours=2)).gone == 2
    (batch,) = received("K1")
    assert (batch.undone, batch.records, batch.mapping) == (True, 2, "generic")
    with pytest.raises(NotFound, match="holds no phone records"):
        opened.open_case("K1")
    assert intake(path, at=AT + timedelta(hours=3)).account.taken == 2


def test_overlapping_exports_give_an_event_once_and_equal_rows_of_one_file_are_two(
    covered: None, path: Path
) -> None:
    twice = {"start": "2026-03-05T10:00:00"}
    path.write_text(generic({}, twice, twice))
    assert intake(path).account.taken == 3
    later = path.with_name("later.csv")
    later.write_text(generic(twice, twice, twice, {"start": "2026-03-06T10:00:00"}))
    outcome = intake(later, exhibit="KM/2")
    assert (outcome.account.known, outcome.account.taken, outcome.account.events) == (2, 2, 2)
    assert accounted(outcome)
    assert [(line, exhibit) for line, *_, exhibit in rows()] == [
        (2, "KM/1"), (3, "KM/1"), (4, "KM/1"), (4, "KM/2"), (5, "KM/2"),
    ]  # fmt: skip


def test_an_export_that_brings_nothing_new_is_received_all_the_same(covered: None, path: Path) -> None:
    path.write_text(generic({}))
    intake(path)
    again = path.with_name("again.csv")
    again.write_text(
        generic(
            {"cell": "234 10 5012 20411"}, header="phone,start,service,direction,other,operator,cell,lat,lon"
        )
    )
    outcome = intake(again, exhibit="KM/2")
    assert (outcome.account.known, outcome.account.events) == (1, 0)
    assert [e.subject for e in exhibits.standing("K1")] == ["KM/1", "KM/2"]


def test_an_exhibit_reference_names_one_file(covered: None, path: Path) -> None:
    path.write_text(generic({}))
    intake(path)
    other = path.with_name("other.csv")
    other.write_text(generic({"start": "2026-03-02T10:00:00"}))
    with pytest.raises(NotAllowed, match="another file"):
        intake(other)


def test_a_dry_run_writes_nothing_and_says_the_same(covered: None, path: Path) -> None:
    path.write_text(generic({}, {"phone": STRANGER}))
    preview = intake(path, dry_run=True)
    assert preview.batch is None and not opened.folder().exists() and opened.received("K1") == []
    assert intake(path).account == preview.account


def test_what_should_be_known_of_the_rows_is_a_notice(covered: None, path: Path) -> None:
    path.write_text(generic({"lat": "0", "lon": "0"}, {"lat": "", "lon": ""}, {}))
    outcome = intake(path)
    assert [(p.rule, p.records) for p in outcome.problems] == [
        ("cell-without-coordinates", 0),
        ("rows-repeated", 0),
    ]
    assert outcome.problems[0].what.startswith("2 rows")
    assert outcome.without_place == 2


def test_a_number_is_named_where_the_file_says_none(covered: None, path: Path) -> None:
    layout = """
name = "single"
title = "One phone"
kind = "phone records"
times = "dd/mm/yyyy hh:mm:ss"
zone = "Europe/London"
service = "data"
[columns]
start = "When"
cell = "Cell"
"""
    path.write_text("When,Cell\n25/10/2026 01:30:00,A\n29/03/2026 01:30:00,A\n02/03/2026 12:00:00,A\n")
    with pytest.raises(BadInput, match="name its number with --number"):
        intake(path, mapping=layout)
    authorities.record(authority(covers_to=date(2026, 10, 31)), case="K1", day=AT.date(), by="Moss", at=AT)
    outcome = intake(path, mapping=layout, number=LINE)
    assert [p.rule for p in outcome.problems] == [
        "time-that-never-was",
        "hour-that-occurred-twice",
        "cell-without-coordinates",
    ]
    assert outcome.account.taken == 2 and accounted(outcome)


def test_the_authority_is_recorded_again_in_place_of_the_first(covered: None) -> None:
    with pytest.raises(NotAllowed, match="word for word"):
        authorities.record(authority(), case="K1", day=AT.date(), by="Moss", at=AT)
    authorities.record(authority(identifiers=(LINE,)), case="K1", day=AT.date(), by="Moss", at=AT)
    (standing,) = authorities.standing("K1")
    assert standing.facts == authority(identifiers=(LINE,)) == authorities.find("K1", "CD/1")
    assert len(list(ledger.of_kinds("K1", "authority"))) == 2


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({"identifiers": ()}, "which identifiers and days"),
        ({"covers_to": None}, "which identifiers and days"),
        ({"identifiers": ("IMEI 12",)}, "identifiers cannot be read"),
        ({"covers_from": date(2026, 5, 1)}, "ends before it begins"),
    ],
)
def test_an_authority_that_covers_nothing_is_refused(record: str, more: dict[str, object], said: str) -> None:
    with pytest.raises(BadInput, match=said):
        authorities.record(authority(**more), case="K1", day=AT.date(), by="Moss", at=AT)
