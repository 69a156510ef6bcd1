"""A file that is read before the record is locked: the same batch, or nothing where it was overtaken."""

from datetime import UTC, datetime

import pytest

from clewline.errors import NotAllowed
from clewline.store import ledger
from clewline.store.verify import verify
from clewline.workflow.intake import take_in
from workflow.files import custody, custody_csv

AT = datetime(2023, 3, 6, 9, 0, tzinfo=UTC)
LATER = datetime(2023, 3, 6, 9, 7, tzinfo=UTC)


def test_what_is_read_ahead_is_what_is_read_under_the_lock(record: str) -> None:
    content = custody_csv(50)
    one = take_in(content, file="c.csv", case="K1", by="Moss", at=AT, clock=lambda: LATER)
    other = take_in(content, file="c.csv", case="K2", by="Moss", at=LATER)
    first, second = list(ledger.read("K1")), list(ledger.read("K2"))
    assert [(e.kind, e.subject, e.facts) for e in first] == [(e.kind, e.subject, e.facts) for e in second]
    assert {e.recorded_at for e in first} == {LATER} and one.account == other.account
    verify()


def test_a_file_that_another_overtakes_is_refused_whole_and_can_come_again(record: str) -> None:
    content = custody_csv(3)

    def clock() -> datetime:
        take_in(custody({"Custody No": "C1"}), file="other.csv", case="K1", by="Hale", at=AT)
        return LATER

    with pytest.raises(NotAllowed, match="Another file came into the case"):
        take_in(content, file="c.csv", case="K1", by="Moss", at=AT, clock=clock)
    assert {e.recorded_by for e in ledger.read("K1")} == {"Hale"}
    again = take_in(content, file="c.csv", case="K1", by="Moss", at=LATER, clock=lambda: LATER)
    assert again.batch is not None and again.account.taken + again.account.known + again.account.problems == 3
    verify()
