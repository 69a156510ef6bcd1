"""A small story for claims to be asked against, and ways to ask."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

from clewline.bulletin.claim import Claim, Period, Quote, Scope
from clewline.formats.stated import Relation
from clewline.record import Statement
from clewline.record.notation import read_notation
from clewline.store import ledger
from clewline.workflow.against import AgainstRecord
from clewline.workflow.asked import Judged

NOW = datetime(2023, 6, 1, tzinfo=UTC)
WEEK = Period(start=date(2023, 2, 27), end=date(2023, 3, 5), kind="week")
PUBLISHED = date(2023, 3, 7)

# Kent reports three arrests; after publication one is corrected away from the week and two are added.
STORY = """
a1: on 2023-02-28 arrest C1, force kent, person kent/1, age 16, sex female
a2: on 2023-03-01 arrest C2, force kent, person kent/2, age 40, sex male
a3: on 2023-03-05 arrest C3, force kent, person kent/3, age 31, sex male
d1: on 2023-03-01 drug seizure X1, force kent, drug cocaine, grams 700, count 30, counted in wraps
d2: on 2023-03-01 drug seizure X2, force kent, drug crack cocaine, grams 300
w1: on 2023-03-02 weapon seizure X3, force kent, weapon machete, bladed yes, count 2
w2: on 2023-03-02 weapon seizure X4, force kent, weapon knife, bladed yes, count 3
v1: on 2023-03-02 vehicle seizure X5, force kent, vehicle e-scooter, count 4
s1: on 2023-03-02 search S1, force kent, searched premises
s2: on 2023-03-02 search S2, force kent, searched person
h1: on 2023-03-03 charge H1, force kent, person kent/2, offence MD71170, arrest C2
m1: on 2023-03-03 arrest C9, force metropolitan, person metropolitan/9, age 20, sex male
a4: on 2023-03-09 arrest C3, force kent, person kent/3, age 31, sex male; corrects a3 because "a later arrest"; \
known from 2023-04-02T10:00:00+00:00
a5: on 2023-03-04 arrest C5, force kent, person kent/5, age 22, sex male; known from 2023-04-03T10:00:00+00:00
a6: on 2023-03-04 arrest C6, force kent, person kent/6, age 17, sex male; known from 2023-04-03T10:00:00+00:00
"""


def keep(story: str) -> None:
    """Append the entries; those of no file are a person's statement."""
    entries = read_notation(story)
    ledger.append([e if e.batch else replace(e, source=Statement("Moss")) for e in entries])


def claim(
    indicator: str = "arrests",
    value: str | int = 3,
    unit: str = "people",
    *,
    relation: Relation = "exactly",
    body: str | None = "Kent Police",
    scope: Scope = "force",
    period: Period = WEEK,
    **said: str,
) -> Claim:
    return Claim(
        indicator=indicator,
        value=Decimal(value),
        unit=unit,
        relation=relation,
        qualifiers=tuple(sorted(said.items())),
        period=period,
        body=body,
        scope=scope,
        quote=Quote(text=f"{value} {unit}", start=0, end=1),
        rule="",
    )


def judge(*claims: Claim, published: date | None = PUBLISHED, force: str | None = None) -> Sequence[Judged]:
    return list(AgainstRecord(now=NOW, force=force).judge(claims, published=published))


def outcome(one: Claim, **said: date | str | None) -> str:
    (judged,) = judge(one, **said)  # type: ignore[arg-type]  # as the test says them
    return judged.verdict.outcome


def why_not(one: Claim, **said: date | str | None) -> str:
    (judged,) = judge(one, **said)  # type: ignore[arg-type]  # as the test says them
    assert (judged.verdict.outcome, judged.asked) == ("not answerable", None)
    return judged.verdict.now.why_not
