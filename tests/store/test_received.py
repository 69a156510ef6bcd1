"""What comes by the public form is kept as it was sent, under codes that nobody can read back."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta

import pytest
from django.db import DatabaseError, connection, transaction
from django.test.utils import CaptureQueriesContext

from clewline.access import Role
from clewline.errors import NotAllowed, NotFound
from clewline.store.accounts import people
from clewline.store.received import codes, drafts, sent, tries
from clewline.store.received.answers import Answers, What
from clewline.store.received.models import Draft, Received, Salt, Tried

NOW = datetime.now(UTC)
LONG_AGO = NOW - timedelta(days=7)
SAID = Answers(called="Dunnock", concern="Seen with strangers", danger="no")


def a_draft() -> str:
    return drafts.begin(SAID, at=NOW)


def a_sent(area: str = "metropolitan", said: Answers = SAID, at: datetime = NOW) -> tuple[str, str]:
    reference = drafts.begin(said, at=at)
    code = drafts.send(reference, said, area=area, at=at)
    assert code is not None
    return reference, code


def someone(body: str, role: Role = Role.SAFEGUARDING) -> None:
    people.add_person(f"{body}-{role.name}", name="Wren", role=role, body=body, password=None)


@contextmanager
def refused() -> Iterator[None]:
    """Expect that the database itself refuses."""
    with pytest.raises(DatabaseError), transaction.atomic():
        yield


@pytest.mark.usefixtures("record")
def test_what_was_sent_is_read_back_by_its_reference_and_code_and_its_draft_is_gone() -> None:
    reference, code = a_sent()
    assert sent.state(reference).said == SAID
    found = drafts.presented(reference, code, begun_after=LONG_AGO)
    assert found is not None and found.sent
    with pytest.raises(NotFound):
        drafts.read(reference, begun_after=LONG_AGO)
    with pytest.raises(NotFound):
        drafts.send(reference, SAID, area="", at=NOW)


@pytest.mark.usefixtures("record")
def test_a_code_is_shown_once_and_goes_on_opening_what_was_sent() -> None:
    reference = a_draft()
    code = drafts.code_for(reference)
    assert code is not None and drafts.code_for(reference) is None
    opened = drafts.presented(reference, code, begun_after=LONG_AGO)
    assert opened is not None and not opened.sent
    assert drafts.send(reference, SAID, area="", at=NOW) is None
    opened = drafts.presented(reference, code, begun_after=LONG_AGO)
    assert opened is not None and opened.sent


@pytest.mark.usefixtures("record")
def test_neither_code_nor_answer_nor_address_lies_in_the_database_as_it_was_typed() -> None:
    reference, code = a_sent()
    tries.tried("begin", "192.0.2.7", at=NOW, within=timedelta(hours=1))
    kept = bytes(Received.objects.get(reference=reference).code)
    assert code.encode() not in kept and len(kept) == 32
    (one,) = Tried.objects.all()
    assert "192.0.2.7" not in one.key and len(one.key) == 64


@pytest.mark.usefixtures("record")
def test_a_wrong_reference_is_asked_as_a_wrong_code_is() -> None:
    reference, code = a_sent()
    wrong = codes.new_code()
    asked = []
    for pair in ((reference, wrong), (codes.new_reference(), code), (codes.new_reference(), wrong), ("", "")):
        with CaptureQueriesContext(connection) as told:
            assert drafts.presented(*pair, begun_after=LONG_AGO) is None
        asked.append(len(told.captured_queries))
    assert len(set(asked)) == 1


@pytest.mark.usefixtures("record")
def test_a_draft_without_a_code_is_opened_by_none() -> None:
    reference = a_draft()
    for code in ("", codes.new_code()):
        assert drafts.presented(reference, code, begun_after=LONG_AGO) is None


@pytest.mark.usefixtures("record")
def test_a_draft_dies_and_what_was_sent_does_not() -> None:
    old = drafts.begin(SAID, at=LONG_AGO - timedelta(seconds=1))
    code = drafts.code_for(old)
    assert code is not None
    young, (kept, _) = a_draft(), a_sent()
    with pytest.raises(NotFound):
        drafts.read(old, begun_after=LONG_AGO)
    assert drafts.presented(old, code, begun_after=LONG_AGO) is None
    assert drafts.sweep(begun_before=LONG_AGO) == 1
    assert [one.reference for one in Draft.objects.all()] == [young]
    assert sent.state(kept).said == SAID


@pytest.mark.usefixtures("record")
def test_the_database_refuses_to_change_or_remove_what_was_sent() -> None:
    reference, _ = a_sent()
    sent.do(reference, sent.TAKEN_UP, What(told="Thank you"), by="Moss", at=NOW)
    for table in ("received_received", "received_done"):
        for sql in (
            f"delete from {table}",
            f"update {table} set reference = 'X'",
            f"update {table} set sealed = sealed",
        ):
            with refused(), connection.cursor() as cursor:
                cursor.execute(sql)
    assert sent.state(reference).said == SAID


@pytest.mark.usefixtures("record")
def test_the_database_refuses_to_add_or_remove_pictures_once_it_was_sent() -> None:
    reference = a_draft()
    sent.add_pictures(reference, 1, [b"one", b"two"])
    sent.add_pictures(reference, 2, [b"three"])
    drafts.remove_pictures(reference, 2)
    drafts.send(reference, SAID, area="", at=NOW)
    with refused():
        sent.add_pictures(reference, 3, [b"four"])
    with refused():
        drafts.remove_pictures(reference)
    assert sent.picture(reference, 1, 2) == b"two"
    with pytest.raises(NotFound):
        sent.picture(reference, 2, 1)


@pytest.mark.usefixtures("record")
def test_each_body_sees_its_own_and_what_nobody_else_answers_for() -> None:
    someone("metropolitan"), someone("kent", Role.SUPERVISOR), someone("essex", Role.PRESS)
    ours, theirs, nobodys, pressed = (a_sent(area)[0] for area in ("metropolitan", "Kent", "", "essex"))
    found, more = sent.received_by("Metropolitan", waiting=True)
    assert [one.reference for one in found] == [ours, nobodys, pressed] and not more
    found, _ = sent.received_by("kent", waiting=True)
    assert [one.reference for one in found] == [theirs, nobodys, pressed]
    with pytest.raises(NotFound):
        sent.find("metropolitan", theirs)
    with pytest.raises(NotFound):
        sent.find("metropolitan", codes.new_reference())


@pytest.mark.usefixtures("record")
def test_what_waits_longest_is_first_and_what_is_settled_waits_no_more() -> None:
    some = [a_sent(at=NOW - timedelta(hours=hours))[0] for hours in (3, 2, 1)]
    sent.do(some[1], sent.CLOSED, What(reason="Spam"), by="Moss", at=NOW)
    waits, _ = sent.received_by("metropolitan", waiting=True)
    assert [one.reference for one in waits] == [some[0], some[2]]
    assert [one.reference for one in sent.received_by("metropolitan", waiting=False)[0]] == [some[1]]
    first, more = sent.received_by("metropolitan", waiting=True, most=1)
    assert [one.reference for one in first] == [some[0]] and more
    assert sent.waiting()[0] == 2
    with pytest.raises(NotAllowed):
        sent.do(some[1], sent.CLOSED, What(reason="Again"), by="Moss", at=NOW)


@pytest.mark.usefixtures("record")
def test_what_is_settled_is_destroyed_after_its_time_and_what_waits_never() -> None:
    before = NOW - timedelta(days=2192)
    old = before - timedelta(days=1)
    (settled, code), (waits, _), (young, _) = a_sent(at=old), a_sent(at=old), a_sent()
    for one in (settled, young):
        sent.do(one, sent.CLOSED, What(reason="Known here", told="Thank you"), by="Moss", at=NOW)
    assert sent.dispose(received_before=before) == 1
    gone = sent.state(settled)
    assert gone.said is None and gone.done[0].said == What() and gone.done[0].what == sent.CLOSED
    assert sent.state(waits).said == SAID == sent.state(young).said
    assert drafts.presented(settled, code, begun_after=LONG_AGO) is not None
    assert sent.dispose(received_before=before) == 0


@pytest.mark.usefixtures("record")
def test_tries_are_counted_within_a_stretch_and_for_each_alone() -> None:
    hour = timedelta(hours=1)
    at = NOW.replace(hour=12, minute=1)
    assert [tries.tried("begin", "a", at=at, within=hour) for _ in range(3)] == [1, 2, 3]
    assert tries.tried("begin", "b", at=at, within=hour) == tries.tried("send", "a", at=at, within=hour) == 1
    assert tries.tried("begin", "a", at=at + hour, within=hour) == 1
    assert Tried.objects.count() == 3


@pytest.mark.usefixtures("record")
def test_a_day_s_salt_is_destroyed_after_it_and_the_counts_with_it() -> None:
    tries.tried("begin", "a", at=NOW - timedelta(days=1), within=timedelta(hours=1))
    tries.tried("begin", "a", at=NOW, within=timedelta(hours=1))
    assert Salt.objects.count() == 2 == Tried.objects.count()
    assert tries.sweep(NOW) == 1
    assert [one.day for one in Salt.objects.all()] == [NOW.date()]


def test_a_code_is_read_as_it_is_shown_however_it_is_typed() -> None:
    code = codes.new_code()
    assert codes.typed(codes.shown(code).lower().replace("-", " "), codes.CODE) == code
    assert codes.typed(code + "2", codes.CODE) != code
    assert codes.same(codes.hashed("A", code), "A", code)
    assert not codes.same(codes.hashed("A", code), "B", code) and not codes.same(None, "A", code)
