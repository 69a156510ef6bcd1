"""Two presses of one form at the same moment are one entry."""

from datetime import UTC, datetime

import pytest

from clewline.errors import BadInput
from clewline.record import Entry
from clewline.record.kinds.safety_plan import SafetyPlan
from clewline.store import ledger
from clewline.workflow import once
from clewline.workflow.once import append_once
from clewline.workflow.stated import stated


def plan() -> Entry:
    facts = SafetyPlan(force="kent", person="kent/1")
    return stated(facts, case="swift-1", subject="S-1", by="moss", at=datetime.now(UTC), press="p1")


@pytest.mark.usefixtures("embedded")
def test_the_slower_press_finds_what_the_quicker_one_appended(monkeypatch: pytest.MonkeyPatch) -> None:
    entry = plan()
    find = ledger.find
    asked: list[object] = []

    def too_early(ids: list[str]) -> dict[str, Entry]:
        """Answer the first question as it was before the other press."""
        asked.append(ids)
        return {} if len(asked) == 1 else find(ids)

    ledger.append([entry])
    monkeypatch.setattr(once.ledger, "find", too_early)
    assert append_once(entry).id == entry.id and len(asked) == 2
    assert len(list(ledger.read("swift-1"))) == 1


@pytest.mark.usefixtures("embedded")
def test_what_is_refused_for_another_reason_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(entries: object) -> None:
        raise BadInput("Something else is wrong.")

    monkeypatch.setattr(once.ledger, "append", refuse)
    with pytest.raises(BadInput, match="Something else"):
        append_once(plan())


@pytest.mark.usefixtures("embedded")
def test_a_check_is_asked_once_and_may_refuse() -> None:
    asked: list[int] = []
    entry = plan()
    append_once(entry, lambda: asked.append(1))
    append_once(entry, lambda: asked.append(2))
    assert asked == [1], "the second press is answered without it"
