"""A case written by hand reads aloud, and reads back."""

import string
from dataclasses import fields
from datetime import UTC, date, datetime
from decimal import Decimal
from types import NoneType
from typing import Any, get_args, get_origin, get_type_hints

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clewline.errors import BadInput, ChainBroken
from clewline.record import Entry, Facts, FileLine, Statement, all_kinds
from clewline.record.codec import from_bytes, to_bytes
from clewline.record.notation import read_notation, write_notation

TEXT = st.text(st.characters(exclude_categories=("Cs",)), min_size=1, max_size=12)
WORD = st.text(string.ascii_letters + string.digits + "/-", min_size=1, max_size=10)


def _values(hint: Any) -> st.SearchStrategy[Any]:
    options = [h for h in get_args(hint) if h is not NoneType] if NoneType in get_args(hint) else [hint]
    found: st.SearchStrategy[Any]
    if get_origin(options[0]) is tuple:
        found = st.lists(TEXT, max_size=3).map(tuple)
    elif choices := get_args(options[0]):
        found = st.sampled_from(choices)
    else:
        found = {
            str: TEXT,
            int: st.integers(0, 10**6),
            bool: st.booleans(),
            date: st.dates(date(1900, 1, 1), date(2100, 1, 1)),
            Decimal: st.decimals(0, 10**6, places=2),
        }[options[0]]
    return st.one_of(st.none(), found) if NoneType in get_args(hint) else found


def _facts(kind: type[Facts]) -> st.SearchStrategy[Facts]:
    hints = get_type_hints(kind)
    return st.builds(kind, **{f.name: _values(hints[f.name]) for f in fields(kind)})


FACTS = st.sampled_from(sorted(all_kinds())).flatmap(lambda name: _facts(all_kinds()[name]))
SOURCES = st.one_of(
    st.builds(Statement, TEXT), st.builds(FileLine, WORD, st.integers(1, 10**6), st.one_of(st.none(), TEXT))
)


@st.composite
def entries(draw: st.DrawFn) -> Entry:
    corrects = draw(st.one_of(st.none(), WORD))
    return Entry(
        id=draw(WORD),
        case=draw(TEXT),
        subject=draw(TEXT),
        day=draw(st.dates(date(1900, 1, 1), date(2100, 1, 1))),
        facts=draw(FACTS),
        source=draw(SOURCES),
        recorded_at=draw(st.datetimes(datetime(1990, 1, 1), datetime(2100, 1, 1), timezones=st.just(UTC))),
        recorded_by=draw(TEXT),
        batch=draw(st.one_of(st.none(), TEXT)),
        corrects=corrects,
        because=None if corrects is None else draw(TEXT),
    )


@given(st.lists(entries(), max_size=4))
def test_what_is_written_reads_back(some: list[Entry]) -> None:
    assert read_notation(write_notation(some)) == some


@given(FACTS, st.one_of(st.none(), TEXT))
def test_facts_as_bytes_are_the_facts(facts: Facts, because: str | None) -> None:
    kind = next(name for name, known in all_kinds().items() if known is type(facts))
    assert from_bytes(kind, to_bytes(facts, because)) == (facts, because)


def test_a_case_reads_aloud() -> None:
    arrest, closure = read_notation(
        """
        # the holder, then the line
        a: on 2023-03-01 arrest C100, force metropolitan, person metropolitan/P1, age 15; by Moss
        b: on 2023-03-02 line closure "LC 1", force kent, line L1, holder charged yes; stated by A. Ahmed
        """
    )
    assert (arrest.kind, arrest.subject, arrest.recorded_by) == ("arrest", "C100", "Moss")
    assert (closure.kind, closure.subject) == ("line_closure", "LC 1")
    assert closure.source == Statement("A. Ahmed")
    assert closure.facts == all_kinds()["line_closure"](force="kent", line="L1", holder_charged=True)  # type: ignore[call-arg]  # the class is looked up by name


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("arrest C1", "an entry reads"),
        ("a: on 2023-02-31 arrest C1, force kent, person kent/1", "2023-02-31 is not a day"),
        ("a: on 2023-03-01 unicorn C1", "no kind of entry"),
        ("a: on 2023-03-01 arrest C1, force kent, person kent/1, hat red", "has no field"),
        ("a: on 2023-03-01 arrest C1, force kent", "needs person"),
        ("a: on 2023-03-01 arrest C1, force kent, person kent/1, age ten", "'ten' is not a int"),
        ("a: on 2023-03-01 arrest C1, force kent, person kent/1, sex both", "is not one of male, female"),
        ('a: on 2023-03-01 arrest C1, force "kent', "a quote is opened"),
        ('a: on 2023-03-01 arrest C1, force "kent" x, person kent/1', "is not one quoted value"),
        ("a: on 2023-03-01 arrest C1, force kent, person kent/1; known from noon", "noon is not an instant"),
        ("a: on 2023-03-01 arrest C1, force kent, person kent/1; perhaps", "is not a clause"),
    ],
)
def test_a_line_that_is_not_notation_is_refused_with_its_number(line: str, said: str) -> None:
    with pytest.raises(BadInput, match="line 2") as refused:
        read_notation(f"# a comment\n{line}")
    assert said in str(refused.value)


@pytest.mark.parametrize("stored", [b"{", b"[]", b'{"force": 5, "person": []}', b"{}"])
def test_bytes_that_are_not_the_kinds_facts_are_refused(stored: bytes) -> None:
    with pytest.raises(ChainBroken, match="not those of a 'arrest'"):
        from_bytes("arrest", stored)


def test_bytes_of_an_unknown_kind_are_refused() -> None:
    with pytest.raises(ChainBroken):
        from_bytes("unicorn", b"{}")
