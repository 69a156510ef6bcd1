"""Texts as they come: files and standard input, good ones among bad, one process or several, and no record."""

import io
import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import pytest

from clewline.bulletin.read import issued
from clewline.errors import BadInput
from clewline.formats.documents.document import INPUT_LIMIT
from clewline.workflow import texts
from clewline.workflow.texts import Text, Unread, content_of, read_texts

WEEK = """Northmoor Police arrest 62 people in a week

Northmoor Police arrested 62 people and closed 14 county lines between 3 and 9 October.
"""
PAGE = """<!doctype html><html><head><meta property="article:published_time" content="2022-10-12T09:00:00Z"></head>
<body><article><h1>Northmoor Police arrest 62 people</h1><p>Northmoor Police arrested 62 people between 3 and 9
October, and closed 14 county lines with the help of their partners.</p></article></body></html>"""


@pytest.fixture
def week(tmp_path: Path) -> str:
    path = tmp_path / "week.txt"
    path.write_text(WEEK)
    return str(path)


def read_one(name: str, **said: object) -> Text:
    (found,) = read_texts([name], **said)  # type: ignore[arg-type]  # as the test says them
    assert isinstance(found, Text), found
    return found


def why(name: str, **said: object) -> str:
    (found,) = read_texts([name], **said)  # type: ignore[arg-type]  # as the test says them
    assert isinstance(found, Unread)
    return found.why


@contextmanager
def as_nobody() -> Iterator[None]:
    """Do the body as a user who owns nothing; who is not root may not choose, and owns the files."""
    if os.geteuid() != 0:
        pytest.skip("only root can take on another user, and root may read everything")
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)


def test_a_file_is_read_to_claims_under_its_name(week: str) -> None:
    text = read_one(week)
    assert (text.stem, text.kind, text.notes) == ("week", "text", ())
    assert [(c.indicator, int(c.value)) for c in text.reading.claims] == [
        ("arrests", 62),
        ("arrests", 62),
        ("lines_closed", 14),
    ]


def test_the_day_that_is_told_wins_over_the_one_that_the_page_states(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_text(PAGE)
    assert read_one(str(path)).reading.published == date(2022, 10, 12)
    told = read_one(str(path), published=issued("2021-10-11")).reading
    assert told.published == date(2021, 10, 11)
    assert {c.period.start for c in told.claims} == {date(2021, 10, 3)}


def test_who_speaks_is_told_where_the_text_names_nobody(tmp_path: Path) -> None:
    path = tmp_path / "nobody.txt"
    path.write_text("Officers arrested 62 people in the week.\n")
    assert {c.body for c in read_one(str(path)).reading.claims} == {None}
    assert {c.body for c in read_one(str(path), publisher="Northmoor Police").reading.claims} == {
        "Northmoor Police"
    }


def test_one_bad_file_stops_no_other_and_each_keeps_its_place(week: str, tmp_path: Path) -> None:
    empty = tmp_path / "empty.txt"
    empty.write_text(" \n")
    names = [str(empty), week, str(tmp_path / "absent.txt"), week]
    assert [(type(x), x.name) for x in read_texts(names)] == [
        (Unread, names[0]),
        (Text, week),
        (Unread, names[2]),
        (Text, week),
    ]


def test_what_cannot_be_opened_is_said_with_what_to_do(tmp_path: Path, week: str) -> None:
    assert why(str(tmp_path)) == "It is a folder; name the files in it."
    assert why(str(tmp_path / "absent.txt")) == "There is no such file."
    assert why(f"{week}/more") == "It cannot be read: Not a directory."
    with as_nobody():
        assert "You may not read it" in why(week)


def test_a_file_above_the_limit_is_refused_unread(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "large.txt"
    path.touch()
    os.truncate(path, INPUT_LIMIT + 1)

    def fail(*_: object) -> None:
        raise AssertionError("it was read")

    monkeypatch.setattr(texts, "read_document", fail)
    assert why(str(path)) == "It has more than 100,000,000 bytes; give the bulletin alone."


def test_what_has_no_size_is_read_up_to_the_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(texts, "INPUT_LIMIT", 1000)
    assert "more than 1,000 bytes" in why("/dev/zero")
    assert "more than 1,000 bytes" in why("-", stdin=io.BytesIO(b"x" * 2000))


def test_standard_input_is_a_text_like_any_other() -> None:
    text = read_one("-", stdin=io.BytesIO(WEEK.encode()))
    assert (text.name, text.stem, len(text.reading.claims)) == ("standard input", "stdin", 3)
    assert "It is closed" in why("-")
    assert "It is empty" in why("-", stdin=io.BytesIO())


def test_standard_input_that_breaks_is_said(tmp_path: Path) -> None:
    with (
        (tmp_path / "written.txt").open("wb") as only_written,
        pytest.raises(BadInput, match="standard input: It can"),
    ):
        content_of("-", stdin=only_written)


@pytest.mark.slow
def test_several_processes_read_the_same_in_the_same_order(week: str, tmp_path: Path) -> None:
    names = []
    for n in range(60):
        path = tmp_path / f"n{n}.txt"
        path.write_text(WEEK.replace("62", str(n + 100)))
        names.append(str(path))
    names[17] = str(tmp_path / "absent.txt")
    assert list(read_texts(names, processes=2)) == list(read_texts(names, processes=1))


def test_few_texts_are_read_by_one_process_and_many_by_all_there_are(
    week: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[int] = []

    class Pool(texts.ProcessPoolExecutor):
        def __init__(self, workers: int, **said: object) -> None:
            asked.append(workers)
            super().__init__(workers, **said)  # type: ignore[arg-type]  # as they were given

    monkeypatch.setattr(texts, "ProcessPoolExecutor", Pool)
    monkeypatch.setattr(texts, "_cores", lambda: 2)
    monkeypatch.setattr(texts, "MANY", 3)
    assert len(list(read_texts([week] * 2))) == 2
    assert asked == []
    assert len(list(read_texts([week] * 3))) == 3
    assert asked == [2]
    assert len(list(read_texts([week, week, "-"], stdin=io.BytesIO(WEEK.encode())))) == 3
    assert asked == [2]


def test_processes_that_are_ended_from_outside_are_said(week: str, monkeypatch: pytest.MonkeyPatch) -> None:
    class Pool(texts.ProcessPoolExecutor):
        def map(self, *_: object, **__: object) -> Iterator[object]:  # type: ignore[override]  # as a broken one does
            raise texts.BrokenProcessPool("a process was ended")

    monkeypatch.setattr(texts, "ProcessPoolExecutor", Pool)
    with pytest.raises(BadInput, match="give fewer files at a time"):
        list(read_texts([week], processes=2))
