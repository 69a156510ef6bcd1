"""What changes after a release is found, explained by its entries, and told in the next bulletin."""

from datetime import date

import pytest

from clewline.errors import ChainBroken, NotAllowed
from clewline.record import Entry, Statement
from clewline.record.kinds.disposal import Disposal
from clewline.store import files
from clewline.store.disposal import dispose
from clewline.workflow.bulletin import kept
from clewline.workflow.bulletin.changes import changes, correct
from clewline.workflow.bulletin.draft import keep
from clewline.workflow.bulletin.release import release
from clewline.workflow.bulletin.replay import replay
from clewline.workflow.intake import reverse, take_in
from workflow.bulletin_story import HOUR, NOW, arrests, drafted, kept_draft, released, seized, told
from workflow.bulletin_story import record as recorded
from workflow.files import custody

LATER, AFTER = NOW + 5 * HOUR, NOW + 9 * HOUR


def causes_of(bulletin: str, figure: str = "arrests") -> list[tuple[str, str, str]]:
    (found,) = [
        c
        for c in changes(bulletin, at=AFTER)
        if c.frozen.selected.figure == figure and not c.frozen.qualifiers
    ]
    return [(c.reason, c.entry, c.by) for c in found.causes]


def test_nothing_changed_needs_no_correction(record: str) -> None:
    recorded(arrests(27))
    out = released()
    recorded(arrests(9, day="2023-03-08", name="next"), at=LATER)
    assert changes(out.bulletin, at=AFTER) == ()
    assert correct(out.bulletin, by="Moss", at=AFTER) == ()
    assert replay(out.bulletin).equal


def test_a_late_entry_makes_a_correction_that_names_it(record: str) -> None:
    recorded(f"{arrests(27)}\n{seized(1200)}")
    out = released()
    recorded("late: on 2023-03-04 cash seizure E9, force kent, currency GBP, amount 300", at=LATER)
    (changed,) = changes(out.bulletin, at=AFTER)
    assert (changed.told, changed.was, changed.now, changed.stays_true) == (1200, 1200, 1500, False)
    (cause,) = changed.causes
    assert (cause.reason, cause.entry, cause.by, cause.recorded_at) == ("late entry", "late", "late", LATER)
    correct(out.bulletin, by="Moss", at=AFTER)
    ((entry, facts),) = kept.corrections([kept.find(out.bulletin)])
    assert (facts.count_was, facts.count_is, facts.reasons, facts.entries) == (
        1200,
        1500,
        ("late entry",),
        ("late",),
    )
    assert (entry.recorded_by, entry.recorded_at) == ("Moss", AFTER)
    assert replay(out.bulletin).equal, "what was known then is still what was known then"


def test_each_way_in_which_a_number_changes_is_told_apart(record: str) -> None:
    recorded(arrests(27))
    batch = take_in(
        custody({"Arrested On": "02/03/2023"}), file="custody.csv", case="K1", by="Moss", at=NOW
    ).batch
    assert batch is not None
    out = released(at=NOW + HOUR)
    reverse(batch, by="Moss", because="wrong file", at=LATER)
    recorded("gone: on 2023-03-06 correction a3, withdraws a3", at=LATER)
    recorded(
        "moved: on 2023-03-09 arrest C-a4, force kent, person kent/a4, age 30, sex male; corrects a4 because day",
        at=LATER,
    )
    recorded(
        "aged: on 2023-03-01 arrest C-a5, force kent, person kent/a5, age 31, sex male; corrects a5 because age",
        at=LATER,
    )
    said = causes_of(out.bulletin)
    assert ("batch reversed", f"{batch}:2/2", f"{batch}:reversed") in said
    assert ("withdrawal", "a3", "gone") in said
    assert ("correction", "a4", "moved") in said
    assert ("correction", "aged", "aged") in said
    assert len(said) == 4


def test_a_correction_that_was_withdrawn_is_told_apart(record: str) -> None:
    recorded(arrests(27))
    recorded("gone: on 2023-03-06 correction a3, withdraws a3", at=NOW + HOUR)
    out = released(at=NOW + 2 * HOUR)
    recorded("back: on 2023-03-06 correction gone, withdraws gone", at=LATER)
    assert causes_of(out.bulletin) == [("known again", "a3", "a3")]


def test_a_number_may_change_through_what_it_rests_on(record: str) -> None:
    recorded(arrests(27))
    roles = (
        f"r{n}: on 2023-01-02 role R{n}, person kent/a{n}, line L1, role line holder, basis admission, force kent"
        for n in range(8)
    )
    recorded("\n".join(roles))
    out = released()
    recorded("gone: on 2023-03-06 correction r3, withdraws r3", at=LATER)
    assert causes_of(out.bulletin, "line_holders_arrested") == [("withdrawal", "r3", "gone")]


def test_an_estimate_that_stays_true_is_shown_and_not_corrected(record: str) -> None:
    worth = "w: on 2023-03-02 drug seizure E1, force kent, drug heroin, value gbp 1000"
    recorded(f"{arrests(27)}\n{worth}")
    out = released()
    again = worth.replace("w:", "again:").replace("1000", "1060") + "; corrects w because review"
    recorded(again, at=LATER)
    found = changes(out.bulletin, at=AFTER)
    assert {c.frozen.selected.figure for c in found} == {"drugs_seized_value"}
    assert {(c.told, c.relation, c.now, c.stays_true) for c in found} == {(1000, "about", 1060, True)}
    assert correct(out.bulletin, by="Moss", at=AFTER) == ()


def test_the_next_bulletin_tells_the_correction_and_the_one_after_does_not(record: str) -> None:
    recorded(f"{arrests(27)}\n{seized(1200)}")
    first = released()
    recorded(seized(300, name="late"), at=LATER)
    correct(first.bulletin, by="Moss", at=AFTER)
    week = {"start": date(2023, 3, 6), "end": date(2023, 3, 12)}
    recorded(arrests(31, day="2023-03-08", name="b"), at=LATER)
    draft = drafted(at=AFTER, **week)
    assert "our bulletin should have said £1,500 in cash seized. It said 1,200" in draft.text
    assert "an entry came in late" in draft.text
    assert draft.corrections == (f"{first.bulletin}:c1",)
    unreleased = keep(draft, by="Moss", at=AFTER)
    assert drafted(at=AFTER, **week).corrections, "a draft has told nobody"
    release(unreleased, by="Ahmed", at=AFTER)
    assert drafted(at=AFTER, **week).corrections == ()
    assert changes(first.bulletin, at=AFTER) == (), "what was corrected is right"
    recorded(seized(100, name="later"), at=AFTER + HOUR)
    (again,) = correct(first.bulletin, by="Moss", at=AFTER + HOUR)
    assert (again.told, again.relation, again.was, again.now) == (1500, "exactly", 1500, 1600)


def test_another_body_does_not_tell_the_correction(record: str) -> None:
    recorded(f"{arrests(27)}\n{seized(1200)}")
    first = released()
    recorded(seized(300, name="late"), at=LATER)
    correct(first.bulletin, by="Moss", at=AFTER)
    assert drafted(at=AFTER, body="Kent County Council").corrections == ()
    assert drafted(at=AFTER, force=None, body="Kent Police").corrections == ()
    assert drafted(at=AFTER).corrections


def test_two_corrections_of_one_number_are_told_as_one(record: str) -> None:
    recorded(f"{arrests(27)}\n{seized(1200)}")
    first = released()
    for n in (1, 2):
        recorded(seized(300, name=f"late{n}"), at=LATER + n * HOUR)
        correct(first.bulletin, by="Moss", at=LATER + n * HOUR)
    draft = drafted(at=AFTER)
    assert "should have said £1,800 in cash seized. It said 1,200" in draft.text
    assert draft.corrections == (f"{first.bulletin}:c1", f"{first.bulletin}:c2")


def test_a_number_that_came_right_again_waits_and_says_so(record: str) -> None:
    recorded(f"{arrests(27)}\n{seized(1200)}")
    first = released()
    recorded(seized(300, name="late"), at=LATER)
    correct(first.bulletin, by="Moss", at=LATER)
    recorded("gone: on 2023-03-06 correction late0, withdraws late0", at=LATER + HOUR)
    draft = drafted(at=AFTER)
    assert draft.corrections == ()
    assert draft.waiting == (
        f"Cash seized in bulletin {first.bulletin} counts again as it was told; there is nothing to correct.",
    )


def test_a_draft_is_not_corrected(record: str) -> None:
    recorded(arrests(27))
    with pytest.raises(NotAllowed, match="was not released"):
        changes(kept_draft(), at=NOW)


def test_replay_gives_equal_rows_after_every_later_change(record: str) -> None:
    recorded(f"{arrests(27)}\n{seized(1200)}")
    out = released()
    recorded(arrests(5, name="late"), at=LATER)
    recorded("gone: on 2023-03-06 correction a3, withdraws a3", at=LATER)
    found = replay(out.bulletin)
    assert found.equal
    assert found.engine == kept.find(out.bulletin).written.engine
    assert [n.frozen.sha256 for n in found.numbers] == [n.again.sha256 for n in found.numbers]
    assert told(out.bulletin)["arrests"] == "27"


def test_replay_says_where_lawful_destruction_makes_a_difference(record: str) -> None:
    recorded(f"{arrests(27)}\n{seized(1200)}")
    out = released()
    dispose(
        Entry(
            id="destroyed",
            case="K1",
            subject="a3",
            day=LATER.date(),
            facts=Disposal(disposed="a3", authority="review", head="ab"),
            source=Statement("Moss"),
            recorded_at=LATER,
            recorded_by="Moss",
        )
    )
    found = replay(out.bulletin)
    assert not found.equal
    bad = [n for n in found.numbers if not n.equal]
    assert {n.frozen.selected.figure for n in bad} == {"arrests"}
    for number in bad:
        assert number.difference.went == ("a3",)
        assert [(c.reason, c.by) for c in number.causes] == [("disposal", "destroyed")]
    assert [c.reason for c in changes(out.bulletin, at=AFTER)[0].causes] == ["disposal"]


def test_frozen_rows_that_were_tampered_with_are_not_replayed(record: str) -> None:
    recorded(arrests(27))
    out = released()
    files.check(kept.find(out.bulletin).written.rows_sha256).write_bytes(b"{}")
    with pytest.raises(ChainBroken, match="is not the one"):
        replay(out.bulletin)
