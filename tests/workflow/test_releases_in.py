"""Releases become published values, on either database, and what is withdrawn is no longer in the series."""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest

from clewline.bulletin.read import issued
from clewline.errors import Misused
from clewline.record import Entry, FileLine, Statement
from clewline.record.kinds.correction import Correction
from clewline.record.kinds.published import Published
from clewline.store import files, ledger
from clewline.store.verify import verify
from clewline.workflow.batches import received
from clewline.workflow.intake import reverse, take_in
from clewline.workflow.published import facts_of, indicators, series, sources, standing
from clewline.workflow.releases import About, add
from workflow.files import AT, custody

LIST = (
    b"release_id,publisher,scope,period_start,period_end,period_basis,indicator,as_stated,url\n"
    b"A1,Kent,force,2023-10-09,2023-10-15,stated,arrests,40,https://example.org/a\n"
    b"A2,Kent,force,2023-10-09,2023-10-15,stated,arrests,44,https://example.org/b\n"
)
BULLETIN = b"""Kent shuts twelve lines

Kent Police closed 12 county lines and made 61 arrests between 9 and 15 October 2023.
"""


def test_a_bulletin_is_a_batch_whose_numbers_are_all_accounted_for(record: str) -> None:
    about = About(published=issued("2023-10-18"), publisher="Kent Police", address="https://example.org/k")
    outcome = add(BULLETIN, file="kent.txt", by="Moss", at=AT, about=about)
    a = outcome.account
    assert a.records == a.taken + a.set_aside == len(outcome.set_aside) + a.entries
    (batch,) = received("published")
    assert (batch.mapping, batch.records, batch.set_aside) == ("bulletin", a.records, a.set_aside)
    assert verify()[0].entries == a.entries + 1
    arrests = next(e for e in standing() if facts_of(e).indicator == "arrests")
    assert arrests.source == FileLine(outcome.sha256, 3)
    facts = facts_of(arrests)
    assert facts.text
    assert files.kept(facts.text).decode()[facts.quote_start : facts.quote_end] == "61 arrests"
    assert files.kept(outcome.sha256) == BULLETIN


def test_a_batch_undone_is_in_no_series_and_can_come_again(record: str) -> None:
    batch = add(BULLETIN, file="kent.txt", by="Moss", at=AT, about=About()).batch
    assert batch and indicators() == ["arrests", "lines_closed"]
    reverse(batch, by="Moss", because="wrong text", at=AT + timedelta(hours=1))
    assert indicators() == []
    add(BULLETIN, file="kent.txt", by="Moss", at=AT + timedelta(hours=2), about=About())
    assert indicators() == ["arrests", "lines_closed"]


def test_a_value_withdrawn_or_replaced_is_not_in_the_series(embedded: str) -> None:
    add(LIST, file="press.csv", by="Moss", at=AT, about=About())
    first, second = standing()
    later = AT + timedelta(hours=1)
    shared = {"source": Statement("Moss"), "recorded_at": later, "because": "typed wrong"}
    gone = replace(first, id="w", facts=Correction(withdraws=first.id), batch=None, **shared)  # type: ignore[arg-type]  # the shared fields are a dict
    facts = second.facts
    assert isinstance(facts, Published)
    better: Entry = replace(
        second,
        id="b",
        facts=replace(facts, publisher="Kent Police"),
        batch=None,
        corrects=second.id,
        **shared,
    )  # type: ignore[arg-type]  # the shared fields are a dict
    ledger.append([gone, better])
    assert [e.id for e in standing()] == ["b"]
    found = series("arrests")
    assert found.marks == ()
    assert sources(found) == {"b": Statement("Moss")}


def test_a_list_says_itself_what_is_asked_of_a_bulletin(embedded: str) -> None:
    with pytest.raises(Misused, match="row by row"):
        add(LIST, file="press.csv", by="Moss", at=AT, about=About(publisher="Kent Police"))
    assert add(LIST, file="press.csv", by="Moss", at=AT, about=About()).account.taken == 2


def test_what_was_published_goes_with_made_up_and_real_records_alike(embedded: str) -> None:
    add(BULLETIN, file="kent.txt", by="Moss", at=AT, about=About())
    taken = take_in(custody({}), file="custody.csv", case="demo-1", by="Moss", at=AT)
    assert taken.batch
    assert add(LIST, file="press.csv", by="Moss", at=AT, about=About(), case="other").batch


def test_a_line_that_holds_several_numbers_gives_each_an_entry_of_its_own(embedded: str) -> None:
    outcome = add(BULLETIN, file="kent.txt", by="Moss", at=AT, about=About())
    on_line_3 = [e.id for e in standing() if isinstance(e.source, FileLine) and e.source.line == 3]
    assert on_line_3 == [f"{outcome.batch}:3", f"{outcome.batch}:3/2"]


def test_the_quotes_of_a_web_page_are_characters_of_the_text_that_is_kept(embedded: str) -> None:
    page = (
        b"<html lang='en'><head><title>Kent</title><script>var arrests = 999;</script></head><body><nav>Menu 12</nav>"
        b"<article><h1>Kent shuts twelve lines</h1><p>Kent Police made <b>61</b> arrests between 9 and 15 October "
        b"2023.</p><p>Officers were out in every town of the county for the whole of the week.</p></article>"
        b"</body></html>"
    )
    outcome = add(page, file="kent.html", by="Moss", at=AT, about=About())
    assert outcome.account.records == outcome.account.taken + outcome.account.set_aside
    values = [facts_of(e) for e in standing()]
    assert Decimal(61) in {v.value for v in values}
    assert Decimal(999) not in {v.value for v in values}
    for value in values:
        assert value.text
        text = files.kept(value.text).decode()
        assert text[value.quote_start : value.quote_end] == value.as_stated
