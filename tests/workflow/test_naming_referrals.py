"""A row about a referral names it by its reference, and says of it only what the site would let somebody say."""

import csv
import io
from datetime import timedelta

from clewline.record import Entry
from clewline.record.kinds.programme_offered import ProgrammeOffered
from clewline.record.kinds.referral_answered import ReferralAnswered
from clewline.store import following, ledger
from clewline.workflow.intake import reverse, take_in
from clewline.workflow.naming_referrals import alike
from clewline.workflow.taking import Outcome
from workflow.files import AT

WHEN = iter(range(1, 10_000))
EVENT = (
    *("Event Number", "Event Date", "Event Code", "Agency", "Team", "Client Number", "Client Surname"),
    *(
        "Client First Names",
        "Date of Birth",
        "Gender",
        "Ethnic Origin",
        "County Line",
        "Operation",
        "Concern",
    ),
    *("Partner", "NRM Reference"),
)
REFERRED = {
    "Event Number": "R1",
    "Event Date": "1 Mar 2023",
    "Event Code": "REF",
    "Agency": "Kent Police",
    "Client Number": "P1",
    "Date of Birth": "2 Mar 2008",
    "Gender": "Boy",
    "Partner": "Harbour Youth Charity",
}
WHO = ("sent_by_force", "person_ref", "born_on", "sex")
ANSWER = ("answer_ref", "answered_on", *WHO, "referral_ref", "partner", "answer", "worker", "words")
ANSWERED = {
    "answer_ref": "A1",
    "answered_on": "2023-03-02",
    "sent_by_force": "Kent Police",
    "person_ref": "P1",
    "born_on": "2008-03-02",
    "sex": "m",
    "referral_ref": "R1",
    "partner": "Harbour Youth Charity",
    "answer": "yes",
    "worker": "Rowe",
}
WORK = ("work_ref", "done_on", *WHO, "referral_ref", "partner", "what_was_done", "worker", "work_ended")
WORKED = ANSWERED | {"work_ref": "D1", "done_on": "2023-03-03", "what_was_done": "A key worker met them."}
SHARED = (
    *("Sharing Number", "Shared On", "Agency", "Client Number", "Date of Birth", "Gender", "Recipient"),
    *("Fields Shared", "Why Needed", "Shared By", "Basis", "Referral Number", "Open Until"),
)
SHARING = REFERRED | {
    "Sharing Number": "S1",
    "Shared On": "2 Mar 2023",
    "Recipient": "Harbour Youth Charity",
    "Fields Shared": "name | born",
    "Why Needed": "To meet them.",
    "Shared By": "Moss",
    "Basis": "CHLD",
    "Referral Number": "R1",
}


def take(columns: tuple[str, ...], *some: dict[str, str]) -> Outcome:
    text = io.StringIO()
    police = columns[0][0].isupper()
    writer = csv.DictWriter(
        text, columns, delimiter=";" if police else ",", restval="", extrasaction="ignore"
    )
    writer.writeheader()
    writer.writerows(some)
    at = AT + timedelta(minutes=next(WHEN))
    return take_in(text.getvalue().encode("cp1252"), file="sent.csv", case="K1", by="Moss", at=at)


def rules(outcome: Outcome) -> list[tuple[int, str]]:
    account = outcome.account
    assert account.records == account.taken + account.known + account.problems + account.blank
    return [(one.line, one.rule) for one in outcome.problems if one.records]


def of_kind(kind: str) -> list[Entry]:
    return list(ledger.of_kinds("K1", kind))


def test_an_answer_names_the_entry_of_the_referral_and_the_referral_stands_so(record: str) -> None:
    take(EVENT, REFERRED)
    outcome = take(
        ANSWER,
        ANSWERED | {"answer_ref": "A0", "answered_on": "2023-03-01", "answer": "ask", "words": "When?"},
        ANSWERED,
    )
    assert rules(outcome) == [] and outcome.account.taken == 2
    assert rules(take(WORK, WORKED)) == []
    (referral,) = of_kind("safeguarding_referral")
    (followed,) = following.follow("K1", [referral])
    assert followed.standing.state == "help given"
    assert [one.kind for one in followed.history] == ["referral_answered"] * 2 + ["referral_done"]


def test_a_referral_that_the_case_does_not_hold_is_told_and_the_rest_is_taken(record: str) -> None:
    take(EVENT, REFERRED)
    outcome = take(ANSWER, ANSWERED | {"answer_ref": "A0", "referral_ref": "R2"}, ANSWERED)
    assert rules(outcome) == [(2, "unknown-referral")] and outcome.account.taken == 1
    # The referral comes later: undone, the file is taken in whole.
    take(EVENT, REFERRED | {"Event Number": "R2"})
    assert outcome.batch
    reverse(outcome.batch, by="Moss", because="early", at=AT + timedelta(minutes=next(WHEN)))
    again = take(ANSWER, ANSWERED | {"answer_ref": "A0", "referral_ref": "R2"}, ANSWERED)
    assert rules(again) == [] and again.account.taken == 2


def test_into_an_empty_case_nothing_is_said_of_a_referral_that_nobody_made(record: str) -> None:
    assert rules(take(ANSWER, ANSWERED)) == [(2, "unknown-referral")]


def test_the_referral_of_somebody_else_or_to_another_partner_is_not_answered(record: str) -> None:
    take(EVENT, REFERRED)
    outcome = take(
        ANSWER,
        ANSWERED | {"person_ref": "P2"},
        ANSWERED | {"answer_ref": "A2", "partner": "Estuary Trust"},
        ANSWERED | {"answer_ref": "A3", "partner": "HARBOUR  youth charity"},
    )
    assert rules(outcome) == [(2, "referral-of-another"), (3, "referral-to-another")]
    assert [one.subject for one in of_kind("referral_answered")] == ["A3"]


def test_what_the_table_of_states_does_not_allow_is_not_recorded(record: str) -> None:
    take(EVENT, REFERRED)
    assert rules(take(WORK, WORKED)) == [(2, "referral-stands-otherwise")]
    assert rules(take(ANSWER, ANSWERED, ANSWERED | {"answer_ref": "A2"})) == [
        (3, "referral-stands-otherwise")
    ]
    # In a later file it is the state in the record that counts.
    outcome = take(ANSWER, ANSWERED | {"answer_ref": "A3"})
    assert rules(outcome) == [(2, "referral-stands-otherwise")]
    (told,) = (one for one in outcome.problems if one.records)
    assert told.what.startswith("The referral is now: accepted. What can be done with it: return, ask")


def test_the_same_answer_again_is_known_also_when_the_referral_was_corrected(record: str) -> None:
    take(EVENT, REFERRED)
    take(ANSWER, ANSWERED)
    take(EVENT, REFERRED | {"Team": "Hub"})
    first, second = of_kind("safeguarding_referral")
    assert second.corrects == first.id
    outcome = take(ANSWER, ANSWERED, ANSWERED | {"answer_ref": "A2", "answer": "ask", "words": "When?"})
    assert rules(outcome) == [] and (outcome.account.known, outcome.account.taken) == (1, 1)
    assert [one.facts.referral for one in of_kind("referral_answered")] == [first.id, second.id]  # type: ignore[attr-defined]  # of its kind
    (followed,) = following.follow("K1", [second])
    assert len(followed.history) == 2


def test_whoever_exports_from_the_record_may_name_the_entry(record: str) -> None:
    take(EVENT, REFERRED)
    (referral,) = of_kind("safeguarding_referral")
    assert rules(take(ANSWER, ANSWERED | {"referral_ref": referral.id})) == []
    (answered,) = of_kind("referral_answered")
    assert isinstance(answered.facts, ReferralAnswered) and answered.facts.referral == referral.id
    take(EVENT, REFERRED | {"Team": "Hub"})
    # What was corrected no longer stands under its own id.
    outcome = take(ANSWER, ANSWERED | {"answer_ref": "A2", "answer": "back", "referral_ref": referral.id})
    assert rules(outcome) == [(2, "unknown-referral")]


def test_what_was_shared_for_a_referral_names_it_or_none(record: str) -> None:
    take(EVENT, REFERRED)
    outcome = take(
        SHARED,
        SHARING,
        SHARING | {"Sharing Number": "S2", "Referral Number": ""},
        SHARING | {"Sharing Number": "S3", "Recipient": "Estuary Trust"},
    )
    assert rules(outcome) == [(4, "referral-to-another")]
    (referral,) = of_kind("safeguarding_referral")
    assert [one.facts.referral for one in of_kind("information_shared")] == [referral.id, None]  # type: ignore[attr-defined]  # of its kind


def test_entries_are_alike_whichever_version_of_a_referral_they_name() -> None:
    answer = ReferralAnswered(
        force="kent", person="kent/P1", referral="a", partner="council", answer="accepted", answered_by="Rowe"
    )
    other = ReferralAnswered(
        force="kent", person="kent/P1", referral="b", partner="council", answer="accepted", answered_by="Rowe"
    )
    returned = ReferralAnswered(
        force="kent", person="kent/P1", referral="b", partner="council", answer="returned", answered_by="Rowe"
    )
    offer = ProgrammeOffered(force="kent", person="kent/P1", programme="Boxing", offered_by="Ash")
    assert alike(answer, answer) and alike(answer, other) and alike(offer, offer)
    assert not alike(answer, returned) and not alike(answer, offer)
