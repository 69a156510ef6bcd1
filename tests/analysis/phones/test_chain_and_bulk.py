"""Bursts of texts, the chain of handsets and SIMs, and what a comparison is told of a phone."""

from analysis.phones.events_made import LINE, at, call, number, text, view
from clewline.analysis.phones import Asked, Line, open_line
from clewline.analysis.phones.bulk_texts import bulk_texts
from clewline.analysis.phones.chain import chain
from clewline.analysis.phones.compared import phones
from clewline.formats.phones.event import Event

ASKED = Asked(numbers=(LINE,))


def line(*events: Event) -> Line:
    return open_line(view(events), ASKED)


def burst(start: float, *to: int, every: float = 0.1) -> list[Event]:
    return [text(at(start + i * every), str(n)) for i, n in enumerate(to)]


def test_ten_recipients_in_ten_minutes_are_a_burst_and_nine_are_none() -> None:
    assert bulk_texts(line(*burst(0, *range(9), 0, 0, 0))).bursts == ()
    (found,) = bulk_texts(line(*burst(0, *range(10), every=10 / 9))).bursts
    assert (found.texts, found.recipients, found.start) == (10, 10, at(0))
    assert bulk_texts(line(*burst(0, *range(10), every=1.2))).bursts == ()


def test_texts_that_come_in_and_calls_make_no_burst() -> None:
    texts = [text(at(i / 10), str(i), direction="in") for i in range(12)]
    assert bulk_texts(line(*texts, *(call(at(i / 10), str(i)) for i in range(12)))).bursts == ()


def test_recipients_of_an_earlier_burst_are_counted() -> None:
    found = bulk_texts(line(*burst(0, *range(10)), *burst(300, *range(5, 17)), *burst(600, *range(10))))
    assert [(b.recipients, b.again, b.from_last) for b in found.bursts] == [
        (10, 0, 0),
        (12, 5, 5),
        (10, 10, 5),
    ]
    assert (found.texts, found.recipients, found.repeated) == (32, 17, 10)


def test_a_burst_opens_its_texts_and_goes_on_while_texts_follow() -> None:
    opened = line(*burst(0, *range(30), every=1), call(at(5), "99"))
    (found,) = bulk_texts(opened).bursts
    assert found.texts == opened.count(found.behind) == 30


def used(minutes: float, handset: str | None, sim: str | None, **more: object) -> Event:
    return call(at(minutes), "1", imei=handset, imsi=sim, **more)


def test_the_chain_tells_spells_gaps_changes_and_a_handset_that_comes_back() -> None:
    found = chain(line(used(0, "A", "s"), used(5, "A", "s"), used(60, "B", "s"), used(70, "A", "t")))
    assert [(s.handset, s.sim, s.rows) for s in found.spells] == [(1, 1, 2), (2, 1, 1), (1, 2, 1)]
    assert [c.what for c in found.changes] == ["handset", "handset and SIM"]
    assert found.changes[0].after.first - found.changes[0].before.last == at(60) - at(5)
    assert [(a.name, b.name) for a, b in found.overlaps] == [(1, 2)]
    assert [(h.rows, h.spells) for h in found.handsets] == [(3, 2), (1, 1)]
    assert found.spells[0].first_ref.line == 1


def test_rows_without_a_handset_say_nothing_of_a_change() -> None:
    found = chain(line(used(0, "A", "s"), used(1, None, "s"), used(2, "A", "s")))
    assert (len(found.spells), found.passed_over) == (1, 1)
    assert chain(line(call(at(0), "1"))).spells == ()
    assert [(s.handset, s.sim) for s in chain(line(used(0, "A", None))).spells] == [(1, None)]


def test_a_handset_that_served_another_number_of_the_case_is_told() -> None:
    other = used(9, "A", "z", number="+447700900555")
    found = chain(line(used(0, "A", "s"), used(1, "B", "s"), other))
    assert [(h.elsewhere, h.others) for h in found.handsets] == [(1, 1), (0, 0)]


def test_a_comparison_is_told_days_contacts_handsets_bulk_and_nights() -> None:
    night = call(at(-8 * 60), "2", cell="c1", imei="A", imsi="s")
    site = call(at(-7 * 60), "2", lat=51.5, lon=0.25)
    (found,) = phones(view([night, site, *burst(0, *range(10)), text(at(60), "Shop")]))
    assert (found.number, found.first.at, found.last.line) == (LINE, at(-480), 13)
    assert len(found.contacts) == 10
    assert found.contacts[number("2")].uses == 3
    assert (list(found.handsets), list(found.sims), len(found.bulk)) == (["A"], ["s"], 10)
    assert {c: n.nights for c, n in found.nights.items()} == {"51.5 0.25": 1, "c1": 1}


def test_only_the_phones_named_are_told() -> None:
    events = view([call(at(0), "1"), call(at(0), "1", number="+447700900555")])
    assert [p.number for p in phones(events, ["+447700900555"])] == ["+447700900555"]
    assert len(phones(events)) == 2
