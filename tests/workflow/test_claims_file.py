"""Claims read before come back from JSON as they were, and what is no JSON of claims is refused."""

import json
from datetime import date
from decimal import Decimal

import pytest

from clewline.bulletin.claim import as_json
from clewline.bulletin.read import read
from clewline.errors import BadInput
from clewline.workflow.claims_file import looks_like_claims, read_claims

TEXT = """Northmoor Police made over 60 arrests in the week from 27 February to 5 March 2023.
They seized 43.9kg of cannabis, and safeguarded 47 people."""


def said(text: str = TEXT, name: str = "week") -> str:
    return json.dumps({"id": name, "claims": [as_json(claim) for claim in read(text).claims]})


def test_claims_come_back_as_they_were_with_their_words_for_a_text() -> None:
    (named,) = read_claims(said().encode(), name="week.json")
    assert named.name == "week.json"
    assert named.reading.text == "over 60 arrests\n43.9kg of cannabis\n47 people\n"
    first, second, _ = named.reading.claims
    assert (first.indicator, first.value, first.relation, first.period.start) == (
        "arrests", 60, "at_least", date(2023, 2, 27),
    )  # fmt: skip
    assert (second.value, second.said) == (Decimal("43.9"), {"drug": "cannabis"})
    for claim in named.reading.claims:
        assert named.reading.text[claim.quote.start : claim.quote.end] == claim.quote.text


def test_several_texts_are_told_apart_and_the_account_of_numbers_is_passed_over() -> None:
    lines = [said(name="a"), json.dumps({"id": "a", "numbers": []}), said(name="b")]
    both = read_claims("\n".join(lines).encode(), name="both.json")
    assert [named.name for named in both] == ["both.json a", "both.json b"]
    indented = json.dumps(json.loads(said()), indent=1).encode()
    assert len(read_claims(b"\xef\xbb\xbf" + indented, name="x")) == 1


def test_words_from_outside_steer_no_terminal() -> None:
    spoilt = json.loads(said())
    spoilt["claims"][0]["quote"]["text"] = "60\x1b[31m\narrests"
    (named,) = read_claims(json.dumps(spoilt).encode(), name="x")
    assert named.reading.claims[0].quote.text == "60 [31m arrests"


def test_a_file_of_claims_is_known_by_its_first_sign() -> None:
    assert looks_like_claims(b" \r\n{}")
    assert not looks_like_claims(b"60 arrests {")
    assert not looks_like_claims(b"")


@pytest.mark.parametrize(
    ("content", "why"),
    [
        ("{", "It is no JSON of claims"),
        ('{"claims": [{"indicator": 3}]}', "It is no JSON of claims"),
        ('{"id": "a"}', "It holds no claims"),
        (said().replace('"value": 60', '"value": -1'), "below nought"),
        (said().replace('"value": 60', '"value": 1e400'), "above all that can be a result"),
        (said().replace("2023-02-27", "27/02/23"), "It is no JSON of claims"),
        (
            "\udcff".encode("utf-8", "surrogateescape").join([b"{", b"}"]).decode("latin-1"),
            "It is no JSON of claims",
        ),
    ],
)
def test_what_is_no_json_of_claims_is_refused_by_name(content: str, why: str) -> None:
    with pytest.raises(BadInput, match=f"^x.json: .*{why}"):
        read_claims(content.encode("latin-1", "replace"), name="x.json")
