"""A bulletin's claims as published values: nothing that a claim says is lost, and every number is accounted for."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from clewline.bulletin.claim import Claim, Period, Quote, Reading, SetAside
from clewline.bulletin.read import read
from clewline.bulletin.series import drafts, report
from clewline.bulletin.series.from_claims import text_sha256
from clewline.formats.rows import Draft
from clewline.record.kinds.published import Published

TEXT = """Twelve lines closed in a week

Kent Police made over 40 arrests between 3 and 9 March 2025.
Between 20 and 30 knives were seized, 7 of them in Dover.

Since November 2019, more than 500 lines have been closed.
"""
FORCES = {"kent police": "kent"}


def items(reading: Reading, **said: object) -> list[tuple[int, Published] | SetAside]:
    asked = {"release": "kent-march", "publisher": None, "address": None, "forces": FORCES, **said}
    found: list[tuple[int, Published] | SetAside] = []
    for item in drafts(reading, **asked):  # type: ignore[arg-type]  # the options go through untyped
        if isinstance(item, SetAside):
            found.append(item)
        else:
            (draft,) = item[1]
            assert isinstance(draft.facts, Published)
            found.append((item[0], draft.facts))
    return found


def test_each_claim_is_kept_with_its_line_and_its_characters() -> None:
    reading = read(TEXT, date(2025, 3, 12))
    found = items(reading, publisher="Kent Police", address="https://example.org/a")
    assert len(found) == len(reading.claims) + len(reading.set_aside)
    kept = [x for x in found if not isinstance(x, SetAside)]
    for line, facts in kept:
        assert facts.quote_start is not None
        assert TEXT[facts.quote_start : facts.quote_end] == facts.as_stated
        assert facts.as_stated.split("\n")[0] in TEXT.split("\n")[line - 1]
        assert (facts.text, facts.published_on) == (text_sha256(TEXT), date(2025, 3, 12))
    arrests = next(f for _, f in kept if f.indicator == "arrests")
    assert (arrests.value, arrests.relation, arrests.body, arrests.said_of) == (
        Decimal(40),
        "at_least",
        "kent",
        "Kent Police",
    )
    assert (arrests.period_start, arrests.period_end, arrests.since) == (
        date(2025, 3, 3),
        date(2025, 3, 9),
        None,
    )
    total = next(f for _, f in kept if f.since is not None)
    assert (total.since, total.period_kind, total.value) == ("2019-11-01", "since", Decimal(500))
    assert (total.publisher, total.address) == ("Kent Police", "https://example.org/a")


def test_the_numbers_set_aside_stand_among_the_claims_in_the_order_of_the_text() -> None:
    reading = read(TEXT, date(2025, 3, 12))
    starts = [x.quote.start if isinstance(x, SetAside) else (x[1].quote_start or 0) for x in items(reading)]
    assert starts == sorted(starts)
    assert {x.reason for x in items(reading) if isinstance(x, SetAside)} == {"date"}


CLAIM = Claim(
    indicator="arrests",
    value=Decimal(7),
    unit="people",
    relation="exactly",
    qualifiers=(("place", "Dover"),),
    period=Period(),
    body=None,
    scope="local",
    quote=Quote(text="7", start=6, end=7),
    rule="arrest",
    position="body",
    part_of=(0, 2),
    whole_told=True,
)
WORDS = "41 of 7"


def of(*claims: Claim, published: date | None = None) -> list[Draft]:
    reading = Reading(text=WORDS, published=published, claims=claims, set_aside=())
    said = drafts(reading, release="r", publisher=None, address=None, forces=FORCES)
    return [draft for item in said if not isinstance(item, SetAside) for draft in item[1]]


def test_a_part_keeps_the_characters_of_its_whole() -> None:
    (draft,) = of(CLAIM)
    facts = draft.facts
    assert isinstance(facts, Published)
    assert (facts.part, facts.part_of_start, facts.part_of_end, facts.whole_told) == (True, 0, 2, True)
    assert (facts.qualifiers, facts.position, facts.rule) == (("place=Dover",), "body", "arrest")
    (alone,) = of(replace(CLAIM, part_of=None))
    assert isinstance(alone.facts, Published)
    assert (alone.facts.part, alone.facts.whole_told) == (None, None)


def test_both_ends_of_a_range_are_values_of_their_own() -> None:
    low, high = of(CLAIM, replace(CLAIM, value=Decimal(9), relation="at_most"))
    assert low.subject != high.subject
    assert low.subject.rpartition("/")[0] == high.subject.rpartition("/")[0]


def test_the_day_is_the_last_of_the_period_or_that_of_publication() -> None:
    dated = replace(CLAIM, period=Period(start=date(2025, 3, 3), end=date(2025, 3, 9), kind="week"))
    begun = replace(CLAIM, period=Period(start=date(2025, 3, 3), kind="fy"))
    assert [d.day for d in of(dated, begun)] == [date(2025, 3, 9), date(2025, 3, 3)]
    assert [d.day for d in of(CLAIM, published=date(2025, 3, 12))] == [date(2025, 3, 12)]
    assert [d.day for d in of(CLAIM)] == [date(1900, 1, 1)]


def test_texts_that_name_nobody_are_not_taken_for_one_body() -> None:
    first, second = (
        report("a", Published(**{**vars(of(CLAIM)[0].facts), "text": text}), {}) for text in ("t1", "t2")
    )
    assert first.body != second.body
    assert first.whose == "not named, local"
    named = of(replace(CLAIM, body="Region East", scope="regional"))[0].facts
    assert isinstance(named, Published)
    assert report("a", named, {}).whose == "Region East"
