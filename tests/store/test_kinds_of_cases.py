"""The kinds that a case has, known without reading the case again, and no other case's."""

from dataclasses import replace

from clewline.record import Statement
from clewline.record.notation import read_notation
from clewline.store import ledger
from clewline.store.kinds_of_cases import kinds_of_case
from clewline.store.models import StoredEntry


def append(text: str, case: str) -> None:
    ledger.append(
        [
            replace(entry, case=case, id=f"{case}-{entry.id}", source=Statement("Moss"), batch=None)
            for entry in read_notation(text)
        ]
    )


def counted(case: str) -> set[str]:
    return set(StoredEntry.objects.filter(case_id=case).values_list("kind", flat=True))


def test_what_is_appended_is_known_at_once_and_what_another_case_has_is_not(record: str) -> None:
    assert kinds_of_case("nightjar") == set()
    append("a1: on 2023-03-02 arrest c-1, force metropolitan, person p-1, age 16, sex male", "nightjar")
    assert kinds_of_case("nightjar") == {"arrest"} == counted("nightjar")
    append("a1: on 2023-03-03 line l-1, name Nightjar, force metropolitan", "dunlin")
    assert kinds_of_case("nightjar") == {"arrest"}
    append("a2: on 2023-03-03 line l-2, name Nightjar, force metropolitan", "nightjar")
    assert kinds_of_case("nightjar") == {"arrest", "line"} == counted("nightjar")
    assert kinds_of_case("dunlin") == {"line"}


def test_what_was_known_of_another_record_is_forgotten(record: str) -> None:
    append("a3: on 2023-03-02 warrant w-1, force metropolitan, executed yes", "nightjar")
    assert kinds_of_case("nightjar") == counted("nightjar") == {"warrant"}
