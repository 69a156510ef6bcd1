"""What must stand before made-up charges and referrals: without it the ledger holds them back."""

from collections.abc import Iterable, Iterator

from clewline.record import Entry, Facts, Statement
from clewline.record.kinds.charge import Charge
from clewline.record.kinds.consent import Consent
from clewline.record.kinds.duty_to_notify import DutyToNotify
from clewline.record.kinds.nrm_referral import NrmReferral
from clewline.record.kinds.section_45_considered import Section45Considered


def considered_first(entries: Iterable[Entry]) -> Iterator[Entry]:
    """Yield the entries of a case with what must stand before them: a consideration before each person's first charge,
    a consent before each NRM referral.

    Reports under the duty to notify are left out: made-up ages do not agree, and who may be a child is not reported.
    """
    charged: set[str] = set()
    for entry in entries:
        facts = entry.facts
        if isinstance(facts, DutyToNotify):
            continue
        if isinstance(facts, Charge) and facts.person not in charged:
            charged.add(facts.person)
            yield _before(entry, facts.person, _consideration(facts))
        if isinstance(facts, NrmReferral):
            yield _before(entry, facts.person, _consent(facts))
        yield entry


def _consideration(facts: Charge) -> Facts:
    return Section45Considered(
        force=facts.force,
        person=facts.person,
        considered_by="Moss",
        test="child",
        outcome="not settled",
        reason="Made up for a benchmark.",
    )


def _consent(facts: NrmReferral) -> Facts:
    return Consent(force=facts.force, person=facts.person, to="NRM referral", answer="given", taken_by="Moss")


def _before(entry: Entry, person: str, facts: Facts) -> Entry:
    return Entry(
        id=f"before {entry.id}",
        case=entry.case,
        subject=person,
        day=entry.day,
        facts=facts,
        source=Statement("Moss"),
        recorded_at=entry.recorded_at,
        recorded_by=entry.recorded_by,
    )
