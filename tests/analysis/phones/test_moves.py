"""Whether a line moved to another number of its case: which numbers are looked at, and what the others share."""

from datetime import datetime

from analysis.phones.events_made import LINE, at, call, number, text, view
from clewline.analysis.phones import Asked, open_line
from clewline.analysis.phones.moves import Moves, moves
from clewline.formats.phones.event import Event

NEW, OTHER = "+447700900002", "+447700900003"
ASKED = Asked(numbers=(LINE,))


def story(*more: Event) -> list[Event]:
    """A line that ends on the tenth day, and one of the same customers that begins on the twelfth."""
    days = [(LINE, d) for d in range(10)] + [(NEW, d) for d in range(12, 20)]
    uses = [call(at(0, days=d), str(c), number=n) for n, d in days for c in (11, 12)]
    nights = [call(at(-8 * 60, days=d), "11", number=n, cell="c1", operator="north") for n, d in days]
    return [*uses, *nights, *more]


def of(events: list[Event], asked: Asked = ASKED) -> Moves:
    return moves(open_line(view(events), asked))


def says(found: Moves, name: str) -> str:
    (move,) = found.found
    return next(e.says for e in move.proposal.evidence if e.name == name)


def test_customers_and_nights_that_go_on_under_another_number_are_proposed() -> None:
    found = of(story())
    (move,) = found.found
    assert (move.proposal.first, move.proposal.second, found.looked_at) == (LINE, NEW, 1)
    assert {e.name for e in move.proposal.that("for")} == {
        "timing",
        "contacts carried over",
        "same usual cells",
    }
    assert "The case holds no other phone" in says(found, "contacts carried over")
    assert found.line is not None
    rows = found.line.open(move.behind)
    assert {r.phone for r in rows} == {LINE, NEW} and len(rows) == len(
        {s for e in move.proposal.evidence for s in e.rows}
    )
    assert all(found.line.open(move.behind_item(e)) for e in move.proposal.that("for"))


def test_what_the_other_phones_of_the_case_share_is_counted() -> None:
    crowd = [
        *(call(at(0, days=d), "11", number=OTHER) for d in range(30)),
        *(call(at(-8 * 60, days=d), "99", number=OTHER, cell="c1", operator="north") for d in range(30)),
    ]
    found = of(story(*crowd))
    assert "1 of them are in touch with none of the 1 other phones" in says(found, "contacts carried over")
    assert "1 of the 1 other phones of the case share one" in says(found, "same usual cells")


def test_a_number_in_use_all_along_is_not_looked_at() -> None:
    found = of(
        [
            call(at(0, days=d), "11", number=n)
            for n, days in ((LINE, range(10)), (NEW, range(60)))
            for d in days
        ]
    )
    assert (found.found, found.looked_at, found.line) == ((), 0, None)


def test_two_numbers_that_are_asked_for_together_are_compared() -> None:
    found = of(story(), Asked(numbers=(LINE, NEW)))
    assert [m.proposal.second for m in found.found] == [NEW]


def test_days_that_were_asked_of_the_operator_bound_what_an_end_means() -> None:
    covered = {LINE: (datetime(2024, 3, 1), datetime(2024, 3, 14))}
    (move,) = moves(open_line(view(story()), ASKED), covered).found
    assert "so it may have gone on" in move.proposal.evidence[0].cannot_tell


def test_pseudonyms_are_the_line_s_own_and_others_follow() -> None:
    found = of(story(text(at(5, days=12), "55", number=NEW)))
    assert found.line is not None
    named = dict(found.line.all("select other, contact from {contacts}"))
    assert (named[number("11")], named[number("12")], named[number("55")]) == (1, 2, 3)


def test_a_handset_report_and_the_operator_s_record_of_a_call_are_one_use() -> None:
    imei = "00101711000001"
    events = [
        ("a", call(at(0), "11", imei=imei, cell="c1")),
        ("b", call(at(0), "11", number=None, imei=imei)),
        ("b", call(at(9), "11", number=None, imei=imei)),
    ]
    handset = open_line(view(events), Asked(numbers=(f"imei:{imei}",)))
    assert handset.all("select count(*) filter (used) from {rows}") == [(2,)]
    assert open_line(view(events), ASKED).all("select count(*) from {rows}") == [(1,)]
