"""Files as received become entries, every record accounted for."""

import random
from collections import Counter
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from clewline.errors import BadInput, NotAllowed
from clewline.record.kinds.arrest import Arrest
from clewline.record.kinds.received import Received
from clewline.store import ledger
from clewline.store.verify import verify
from clewline.workflow.batches import received
from clewline.workflow.intake import reverse, take_in
from clewline.workflow.taking import Outcome
from workflow.files import AT, custody, custody_csv


def intake(content: bytes, *, file: str = "custody.csv", case: str = "K1", **more: object) -> Outcome:
    return take_in(content, file=file, case=case, by="Moss", at=more.pop("at", AT), **more)  # type: ignore[arg-type]  # options go through untyped


def accounted(outcome: Outcome) -> bool:
    a = outcome.account
    return (
        a.records
        == a.taken + a.known + a.problems + a.blank
        == a.taken + a.known + a.blank + sum(p.records for p in outcome.problems)
    )


def test_a_file_becomes_a_batch_with_its_account(record: str) -> None:
    outcome = intake(
        custody({}, {"Custody No": "C2", "Person No": "P2"}, {"Custody No": "C3", "DOB": "31/02/2000"})
    )
    assert (outcome.mapping, outcome.account.records, outcome.account.taken) == ("custodian", 3, 2)
    assert accounted(outcome)
    assert [(p.line, p.column, p.rule) for p in outcome.problems if p.records] == [
        (4, "DOB", "impossible-date")
    ]
    assert Counter(e.kind for e in ledger.read("K1")) == {"person": 2, "arrest": 2, "received": 1}
    arrest = next(e for e in ledger.read("K1") if e.kind == "arrest")
    assert isinstance(arrest.facts, Arrest)
    assert (arrest.subject, arrest.facts.force, arrest.facts.age, arrest.source.line) == ("C1", "kent", 14, 2)  # type: ignore[union-attr]  # options go through untyped
    (batch,) = received("K1")
    assert (batch.records, batch.taken, batch.problems, batch.entries) == (3, 2, 1, 4)
    assert verify()[0].entries == 5


def test_a_dry_run_writes_nothing_and_says_the_same(record: str) -> None:
    content = custody_csv(5)
    preview = intake(content, dry_run=True)
    assert preview.batch is None and ledger.cases() == []
    assert intake(content).account == preview.account


def test_the_same_file_twice_adds_nothing(record: str) -> None:
    first = intake(custody_csv(5))
    again = intake(custody_csv(5), file="another-name.csv")
    assert (again.already, again.batch) == (first.batch, None)
    assert verify()[0].entries == 11


def test_an_undone_batch_can_be_taken_in_again(record: str) -> None:
    first = intake(custody_csv(5))
    assert first.batch
    assert reverse(first.batch, by="Moss", because="wrong case", at=AT + timedelta(hours=1)).gone == 10
    with pytest.raises(NotAllowed, match="was reversed on 2023-03-06"):
        reverse(first.batch, by="Moss", because="again", at=AT + timedelta(hours=2))
    with pytest.raises(NotAllowed, match="no batch"):
        reverse("nothing", by="Moss", because="", at=AT)
    again = intake(custody_csv(5), at=AT + timedelta(hours=3))
    assert again.batch and again.batch != first.batch
    assert again.account.taken == 5


def test_a_later_export_adds_what_is_new_and_corrects_what_changed(record: str) -> None:
    intake(custody({}, {"Custody No": "C2", "Person No": "P2"}))
    later = intake(
        custody(
            {}, {"Custody No": "C2", "Person No": "P2", "Sex": "F"}, {"Custody No": "C3", "Person No": "P3"}
        ),
        at=AT + timedelta(days=7),
    )
    assert (later.account.known, later.account.taken, later.corrections) == (1, 2, 1)
    assert accounted(later)
    (correction,) = [e for e in ledger.read("K1") if e.corrects]
    assert correction.subject == "C2"
    assert correction.because == "A later export of custodian says otherwise."


def test_another_forces_report_of_one_custody_record_is_no_correction(record: str) -> None:
    intake(custody({"Joint With": "Metropolitan Police Service"}))
    other = intake(custody({"Force": "Metropolitan Police Service", "Person No": "M9", "Surname": "Nng"}))
    assert (other.account.taken, other.corrections) == (1, 0)


def test_a_record_repeated_or_contradicted_within_a_file_is_a_problem(embedded: str) -> None:
    outcome = intake(custody({}, {}, {"Sex": "F"}))
    assert [(p.line, p.rule) for p in outcome.problems if p.records] == [
        (3, "repeated-record"),
        (4, "contradicts-earlier-line"),
    ]
    assert accounted(outcome) and outcome.account.taken == 1


def test_a_file_that_fits_no_mapping_says_what_the_nearest_lacks(embedded: str) -> None:
    header = tuple(c for c in ("Custody No", "Force", "Person No", "Surname", "Forename(s)", "DOB", "Sex"))
    content = custody_csv(1).replace(b"Joint With", b"Joint")
    with pytest.raises(BadInput, match=r"custodian's 'custody record'.*Joint With"):
        intake(content)
    with pytest.raises(BadInput, match="No mapping fits"):
        intake(",".join(header[:2]).encode() + b"\r\n1,2\r\n")
    with pytest.raises(BadInput, match="There is no mapping 'x'"):
        intake(custody_csv(1), mapping="x")
    assert ledger.cases() == []


def test_a_mapping_of_ones_own_is_read_from_its_text(embedded: str) -> None:
    text = Path("src/clewline/formats/mappings/custodian.toml")
    own = (
        (Path(__file__).parents[2] / text)
        .read_text(encoding="utf-8")
        .replace('name = "custodian"', 'name = "own"')
    )
    assert intake(custody_csv(2), mapping=own).mapping == "own"


def test_the_account_is_part_of_the_record_and_must_balance(embedded: str) -> None:
    outcome = intake(custody_csv(2))
    (receipt,) = ledger.of_kinds("K1", "received")
    assert isinstance(receipt.facts, Received)
    assert not list(receipt.facts.objections(receipt.day))
    unbalanced = replace(receipt.facts, records=9)
    assert list(unbalanced.objections(receipt.day)) == [
        ("records", "Records in are not records taken, known, refused, set aside and blank.")
    ]
    assert outcome.batch == receipt.id


@pytest.mark.parametrize("seed", range(5))
def test_whatever_is_done_to_a_file_every_record_is_accounted_for(embedded: str, seed: int) -> None:
    """Damage the bytes at random: a refusal, or an account that balances; never anything else."""
    chance = random.Random(seed)
    for _ in range(30):
        raw = bytearray(custody_csv(8))
        for _ in range(chance.randrange(1, 6)):
            at = chance.randrange(len(raw))
            damage = chance.choice(
                [b'"', b",", b"\n", b"\r", b"\x00", b"\xff", b"", b"\xef\xbb\xbf", b"=1+1", b"\t"]
            )
            raw[at : at + chance.randrange(3)] = damage
        try:
            outcome = intake(bytes(raw), dry_run=True, mapping="custodian")
        except BadInput:
            continue
        assert accounted(outcome)
