"""A bulletin is drafted by one person and released by another, and only while it is true."""

from datetime import date
from hashlib import sha256

import pytest

from clewline.bulletin.read import read
from clewline.errors import ChainBroken, Misused, NotAllowed, NotFound
from clewline.record.kinds.published import Published
from clewline.store import files, ledger
from clewline.store.verify import verify
from clewline.workflow.bulletin import kept
from clewline.workflow.bulletin.draft import keep
from clewline.workflow.bulletin.release import release
from clewline.workflow.intake import reverse, take_in
from clewline.workflow.verify import verify_all
from workflow.bulletin_story import (
    HOUR,
    NOW,
    SUNDAY,
    WEEK,
    arrests,
    drafted,
    kept_draft,
    released,
    seized,
    told,
)
from workflow.bulletin_story import (
    record as recorded,
)
from workflow.files import custody


def test_a_preview_keeps_nothing(record: str) -> None:
    recorded(arrests(7))
    assert "7 arrests" in drafted().text
    assert kept.every() == []
    assert ledger.cases() == ["K1"]


def test_a_draft_is_kept_with_its_text_its_numbers_and_their_rows(record: str) -> None:
    recorded(f"{arrests(7)}\n{seized(1200, 300)}")
    draft = drafted()
    found = kept.find(keep(draft, by="Moss", at=NOW))
    assert found.text() == draft.text
    assert found.frozen() == draft.frozen
    assert (found.written.body, found.written.drafted_by, found.released) == ("Kent Police", "Moss", None)
    for entry, number in kept.numbers(found):
        frozen = kept.frozen_for(number, found.frozen())
        assert entry.subject == found.id
        assert (number.count, number.rows_sha256) == (frozen.count, frozen.sha256)
        assert number.selection_sha256 == sha256(frozen.selected.sql.encode()).hexdigest()
    (cash,) = [n for n in found.frozen().numbers if n.selected.figure == "cash_seized"]
    assert (cash.count, cash.entries) == (1500, ("x0", "x1"))
    verify()


def test_another_person_must_release(record: str) -> None:
    recorded(arrests(7))
    bulletin = kept_draft(by="D. Moss")
    with pytest.raises(NotAllowed, match=r"Another person must release a bulletin: D\. Moss drafted"):
        release(bulletin, by="  d.  MOSS ", at=NOW)
    assert kept.find(bulletin).released is None
    release(bulletin, by="Ahmed", at=NOW, account="moss-laptop")
    entry = kept.find(bulletin).released
    assert entry is not None
    assert (entry.recorded_by, entry.facts.released_by) == ("moss-laptop", "Ahmed")  # type: ignore[attr-defined]  # a release
    with pytest.raises(NotAllowed, match="was released on 2023-03-06 by Ahmed"):
        release(bulletin, by="Basra", at=NOW)


def test_a_draft_goes_stale_and_its_numbers_are_named(record: str) -> None:
    recorded(f"{arrests(7)}\n{seized(1200)}")
    bulletin = kept_draft()
    recorded(arrests(2, name="late"), at=NOW + HOUR)
    with pytest.raises(NotAllowed, match="Arrests: the draft says 7, the record 9") as refused:
        release(bulletin, by="Ahmed", at=NOW + 2 * HOUR)
    assert "Cash" not in str(refused.value)
    assert "draft it again" in str(refused.value)
    assert kept.find(bulletin).released is None
    assert released(at=NOW + 2 * HOUR).numbers > 0


def test_a_draft_goes_stale_when_its_number_stands_on_other_entries(record: str) -> None:
    recorded(arrests(7))
    bulletin = kept_draft()
    recorded("gone: on 2023-03-06 correction a6, withdraws a6", at=NOW + HOUR)
    recorded(arrests(1, name="other"), at=NOW + HOUR)
    with pytest.raises(NotAllowed, match="Arrests: still 7, and it stands on other entries"):
        release(bulletin, by="Ahmed", at=NOW + 2 * HOUR)


def test_what_is_not_told_may_change(record: str) -> None:
    recorded(arrests(7))
    bulletin = kept_draft()
    recorded(arrests(9, day="2023-03-06", name="next-week"), at=NOW + HOUR)
    assert release(bulletin, by="Ahmed", at=NOW + 2 * HOUR).bulletin == bulletin


def test_a_draft_whose_definition_is_of_another_version_is_stale(
    record: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    recorded(arrests(7))
    bulletin = kept_draft()
    monkeypatch.setattr("clewline.workflow.bulletin.release.all_figures", dict)
    with pytest.raises(NotAllowed, match="counts it by another definition"):
        release(bulletin, by="Ahmed", at=NOW)


def test_what_is_not_there_is_refused_with_the_drafts_that_wait(record: str) -> None:
    with pytest.raises(NotFound, match="no draft waits"):
        release("abc", by="Ahmed", at=NOW)
    recorded(arrests(7))
    bulletin = kept_draft()
    with pytest.raises(NotFound, match=f"these drafts wait: {bulletin}"):
        release("a0", by="Ahmed", at=NOW)
    release(bulletin, by="Ahmed", at=NOW)
    with pytest.raises(NotFound, match="no draft waits"):
        kept.find("abc")


def test_a_week_without_results_has_no_bulletin(record: str) -> None:
    recorded(arrests(7))
    with pytest.raises(Misused, match="nothing to tell"):
        drafted(start=date(2022, 2, 28), end=date(2022, 3, 6))


def test_a_draft_is_not_as_known_tomorrow(record: str) -> None:
    recorded(arrests(7))
    with pytest.raises(Misused, match="cannot be as known in the future"):
        keep(drafted(at=NOW + HOUR), by="Moss", at=NOW)


def test_a_changed_text_is_not_released(record: str) -> None:
    recorded(arrests(7))
    found = kept.find(kept_draft())
    files.check(found.written.text_sha256).write_bytes(b"Over 700 arrests in a week")
    with pytest.raises(ChainBroken, match="is not the one"):
        release(found.id, by="Ahmed", at=NOW)


def test_a_released_bulletin_is_in_the_published_series_with_its_quotes(record: str) -> None:
    recorded(arrests(27))
    out = released(since=date(2022, 11, 1))
    entries = [e for e in ledger.of_kinds(None, "published") if isinstance(e.facts, Published)]
    said = {(e.facts.indicator, e.facts.as_stated, e.facts.since) for e in entries}
    assert ("arrests", "27 arrests", None) in said
    assert any(since == "2022-11-01" for _, _, since in said)
    for entry in entries:
        facts = entry.facts
        assert out.text[facts.quote_start : facts.quote_end] == facts.as_stated
        assert (facts.body, facts.scope, facts.publisher) == ("kent", "force", "Kent Police")
        assert facts.period_start == WEEK
    assert len(entries) == out.numbers == len(read(out.text).claims)
    assert verify_all()[1] == 3, "the text, the rows and what is public"


@pytest.mark.parametrize("which", ["text_sha256", "rows_sha256"])
def test_a_kept_bulletin_that_was_changed_is_found(record: str, which: str) -> None:
    recorded(arrests(27))
    place = files.check(getattr(kept.find(kept_draft()).written, which))
    place.write_bytes(place.read_bytes() + b" ")
    with pytest.raises(ChainBroken, match="is not the one that was received"):
        verify_all()


def test_undoing_the_receipt_takes_the_values_out_of_the_series_and_leaves_the_release(record: str) -> None:
    recorded(arrests(27))
    out = released()
    reverse(f"{out.bulletin}:text", by="Moss", because="told twice", at=NOW + HOUR)
    assert kept.find(out.bulletin).released is not None


def test_a_bulletin_of_a_made_up_force_says_so_and_is_kept_apart(record: str) -> None:
    recorded(arrests(27), case="demo-1")
    out = released()
    assert "no person, line or event in this bulletin is real" in out.text
    assert ledger.cases() == ["demo-1", "demo-bulletins"]
    assert kept.find(out.bulletin).made_up
    facts = [e.facts for e in ledger.of_kinds(None, "published") if isinstance(e.facts, Published)]
    assert {f.publisher for f in facts} == {"Kent Police (made up)"}
    assert {f.release for f in facts} == {f"demo-bulletin-{out.bulletin}"}
    take_in(custody({}), file="custody.csv", case="demo-1", by="Moss", at=NOW)
    with pytest.raises(NotAllowed, match="not both made up"):
        take_in(custody({}), file="custody.csv", case="K1", by="Moss", at=NOW)


@pytest.mark.parametrize("style", ["release", "table", "thread"])
def test_every_style_reads_back_as_it_was_told(record: str, style: str) -> None:
    recorded(f"{arrests(31)}\n{seized(1200, 300)}")
    out = released(style=style)
    claims = [(c.indicator, c.value) for c in read(out.text).claims]
    assert claims == [(n.indicator, n.value) for _, n in kept.numbers(kept.find(out.bulletin))]


def test_all_forces_publish_under_a_name(record: str) -> None:
    recorded(arrests(31))
    assert drafted(force=None).bulletin.body == "Kent Police"
    recorded(arrests(31, name="e").replace("kent", "essex"))
    assert drafted(force=None, at=NOW + HOUR).bulletin.body == "Police forces"
    assert drafted(force=None, at=NOW + HOUR, body="Eastern Region").bulletin.body == "Eastern Region"
    bulletin = kept_draft(force=None, at=NOW + HOUR, body="Eastern Region")
    release(bulletin, by="Ahmed", at=NOW + HOUR)
    facts = [e.facts for e in ledger.of_kinds(None, "published") if isinstance(e.facts, Published)]
    assert {(f.body, f.scope) for f in facts} == {(None, "regional")}
    assert told(bulletin)["arrests"] in ("62", "≥60")


def test_a_period_of_other_days_is_told_as_between(record: str) -> None:
    recorded(arrests(31))
    released(end=date(2023, 3, 10))
    facts = [e.facts for e in ledger.of_kinds(None, "published") if isinstance(e.facts, Published)]
    assert {f.period_kind for f in facts} == {"between"}
    assert SUNDAY not in {f.period_end for f in facts}
