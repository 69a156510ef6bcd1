"""Rows of phone records taken out: under pseudonyms, placed where their cells stand, and an entry of the case."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from hashlib import sha256

import pytest
from django.test import Client
from site_made import add, logged_in

from clewline.access import Relation, Role
from clewline.record.kinds.rows_written import RowsWritten
from clewline.simulate.phones import read_authorities, simulate_phones
from clewline.store import ledger
from clewline.workflow.phones import authorities
from workflow.phones.phone_files import intake

AT = datetime(2025, 12, 5, 9, tzinfo=UTC)
SAID = {"reason": "For the briefing", "to": "Moss, Kent Police"}


@dataclass(frozen=True)
class Case:
    """A case with the records of one file, the number of a line in it, and someone who may copy them."""

    number: str
    others: frozenset[str]
    """Numbers that stand in the file and are not the line's."""
    client: Client

    def take(self, form: str, address: str = "of=rows") -> bytes:
        number = self.number.replace("+", "%2B")
        answer = self.client.post(f"/case/K1/copy/?{address}&subject={number}", SAID | {"format": form})
        assert answer.status_code == 200, answer.content.decode()
        return b"".join(answer.streaming_content)


@pytest.fixture(scope="module")
def case(embedded_once: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Case]:
    import re

    folder = tmp_path_factory.mktemp("files")
    for file in simulate_phones(seed=3, days=42, customers=6):
        (folder / file.name).write_bytes(file.content)
    facts, given = read_authorities((folder / "phones_authorities.json").read_bytes())[0]
    authorities.record(replace(facts, reference="CD/1"), case="K1", day=given, by="Moss", at=AT)
    intake(folder / "phones_north_1.csv", exhibit="KM/1", at=AT)
    number = facts.identifiers[0]
    digits = re.findall(r"\b(?:44|0)(7[0-9]{9,13})\b", (folder / "phones_north_1.csv").read_text())
    yield Case(number, frozenset(digits) - {number[3:]}, logged_in(add(Role.ANALYST, Relation.OWN, "K1")))


@pytest.mark.slow
def test_no_copy_of_rows_or_links_holds_the_number_of_somebody_else(case: Case) -> None:
    assert len(case.others) > 5
    for form in ("csv", "geojson", "kml"):
        text = case.take(form).decode()
        assert case.number in text and not any(other in text for other in case.others), form
    named = {one[3:] for one in ledger_numbers()}
    for form in ("csv", "links", "ftm", "gexf"):
        text = case.take(form, "of=links").decode()
        assert "c1" in text and not any(other in text for other in case.others - named), form


def ledger_numbers() -> set[str]:
    """Return the numbers that entries of the case name: whose records it holds under an authority."""
    return {one for entry in ledger.read("K1") for one in getattr(entry.facts, "identifiers", ())}


@pytest.mark.slow
def test_that_rows_were_written_out_is_an_entry_of_the_case(case: Case) -> None:
    made = case.take("geojson", "of=rows&mark=contact:c1")
    read = json.loads(made)
    assert all(one["geometry"]["type"] == "Point" for one in read["features"])
    assert "pseudonyms" in read["copy"]["note"]
    *_, written = ledger.of_kinds("K1", "rows_written")
    assert isinstance(written.facts, RowsWritten)
    assert written.facts.sha256 == sha256(made).hexdigest() and written.facts.revealed is False
    assert written.facts.what == "file of rows"
