"""A large file is kept while it is read: whole and byte for byte, or not at all, and no record beyond the authority."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from clewline.analysis.phones import bulk, cut
from clewline.store import files
from clewline.workflow.phones import staging
from workflow.phones.phone_files import STRANGER, generic, intake, recorded

ROWS = [
    {"start": f"2026-03-{day:02}T10:00:00", "other": f"07700 900{n:03}"} for n, day in enumerate(range(1, 31))
]


@pytest.fixture
def given(record: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[list[bytes]]:
    """An empty record with the usual authority, small pieces, and the bytes that were written meanwhile."""
    recorded()
    some: list[bytes] = []
    add = files.Keeping.add

    def heard(self: files.Keeping, content: memoryview) -> None:
        some.append(bytes(content))
        add(self, content)

    monkeypatch.setattr(files.Keeping, "add", heard)
    monkeypatch.setattr(files, "_FLUSHED", 500)
    monkeypatch.setattr(cut, "PIECE", 300)
    yield some


def left() -> list[Path]:
    return list(files._place("00").parent.parent.rglob("arriving*"))


@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_what_is_kept_is_the_file_byte_for_byte(
    given: list[bytes], tmp_path: Path, mark: str, end: str
) -> None:
    path = tmp_path / "records.csv"
    path.write_bytes((mark + generic(*ROWS, end=end)).removesuffix(end).encode())
    outcome = intake(path)
    assert outcome.whole and outcome.account.taken == 30 and len(given) > 5
    assert files.check(outcome.sha256).read_bytes() == path.read_bytes() == b"".join(given)
    assert not left()


def test_no_byte_of_a_piece_with_a_record_beyond_the_authority_is_written(
    given: list[bytes], tmp_path: Path
) -> None:
    path = tmp_path / "records.csv"
    path.write_text(generic(*ROWS[:15], {"phone": STRANGER}, *ROWS[15:]))
    outcome = intake(path)
    assert not outcome.whole and outcome.account.taken == 30
    assert given and STRANGER[1:] not in b"".join(given).decode()
    assert len(b"".join(given)) < path.stat().st_size / 2 and not left()


def test_a_file_with_a_quote_in_it_is_kept_when_it_has_been_read(given: list[bytes], tmp_path: Path) -> None:
    path = tmp_path / "records.csv"
    path.write_text(generic(*ROWS, {"other": '"07700 900777"'}))
    outcome = intake(path)
    assert outcome.whole and files.check(outcome.sha256).read_bytes() == path.read_bytes()
    assert b"".join(given) != path.read_bytes() and not left()


def test_a_file_that_grows_while_it_is_read_is_refused(
    given: list[bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "records.csv"
    path.write_text(generic(*ROWS))
    pieces = bulk.Bulk.pieces

    def growing(self: bulk.Bulk) -> Iterator[bulk.Piece]:
        yield from pieces(self)
        with path.open("a") as file:
            file.write("more\n")

    monkeypatch.setattr(staging.Bulk, "pieces", growing)
    with pytest.raises(files.BadInput, match="changed while it was being read"):
        intake(path)
    assert not left() and not list(files._place("00").parent.parent.glob("*/*"))


def test_a_disk_that_fails_meanwhile_stops_the_intake(
    given: list[bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "records.csv"
    path.write_text(generic(*ROWS))

    def fails(number: int) -> None:
        raise OSError("The disk failed.")

    monkeypatch.setattr(files.os, "fdatasync", fails)
    with pytest.raises(OSError, match="disk failed"):
        intake(path)
    assert not left() and not list(files._place("00").parent.parent.glob("*/*"))
