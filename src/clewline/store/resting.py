"""What charges and referrals rest on, and which entries take it away: a consideration of section 45, and an adult's
consent to be referred.

A consent that somebody takes back is an entry of its own, and takes nothing away: what was done while it stood was done
with it. To withdraw its entry, or to correct it, says that it never was.
"""

from collections.abc import Collection, Iterable

from clewline.record import Entry, Facts
from clewline.record.kinds.age_assessed import AgeAssessed
from clewline.record.kinds.batch_reversed import BatchReversed
from clewline.record.kinds.charge import Charge
from clewline.record.kinds.consent import Consent
from clewline.record.kinds.correction import Correction
from clewline.record.kinds.section_45_considered import Section45Considered
from clewline.store import bulk, ledger


def rests(made: Entry, on: Entry) -> str:
    """Return that what somebody recorded rests on an entry that would be taken away, and what to do."""
    if isinstance(made.facts, Charge):
        return (
            f"The charge {made.subject} rests on the consideration of section 45 that would be taken "
            f"away (entry {on.id}). Withdraw the charge first, or record another consideration."
        )
    return (
        f"The NRM referral {made.subject} of an adult rests on the consent that would be taken away (entry {on.id}). "
        "Withdraw the referral first; or, where they no longer consent, record that consent was withdrawn."
    )


def as_made(made: Entry, some: Iterable[Entry]) -> list[Entry]:
    """Return some entries without the ages that were assessed after a charge or referral: what it rested on it rests on
    still.
    """
    return [
        one for one in some if not (isinstance(one.facts, AgeAssessed) and one.recorded_at > made.recorded_at)
    ]


def ended_by(entry: Entry) -> str | None:
    """Return the id of the entry, or batch, that an entry ends."""
    if isinstance(entry.facts, Correction):
        return entry.facts.withdraws
    return entry.facts.batch if isinstance(entry.facts, BatchReversed) else entry.corrects


def instead(entry: Entry, going: Entry) -> Iterable[Entry]:
    """Return what stands once an entry takes another away: the correction itself, or what the other had corrected."""
    if entry.corrects is not None:
        return [entry]
    corrected = going.corrects if isinstance(entry.facts, Correction) else None
    return () if corrected is None else ledger.find([corrected]).values()


def put_back(entry: Entry) -> Iterable[Entry]:
    """Return what stands again by an entry that withdraws a withdrawal."""
    if not isinstance(entry.facts, Correction):
        return ()
    gone = [one.facts for one in ledger.find([entry.facts.withdraws]).values()]
    return ledger.find([one.withdraws for one in gone if isinstance(one, Correction)]).values()


def going(entry: Entry) -> Collection[Entry]:
    """Return what an entry takes away of that on which a charge or referral may rest."""
    ends = ended_by(entry)
    if ends is None or not isinstance(
        entry.facts, BatchReversed | Correction | Consent | Section45Considered
    ):
        return ()
    of_batch = _resting_in(entry.case, ends) if isinstance(entry.facts, BatchReversed) else [ends]
    return [one for one in ledger.find(of_batch).values() if _rested_on(one.facts)]


def _rested_on(facts: Facts) -> bool:
    """Return whether a charge or referral may rest on an entry: a consideration of section 45, or consent."""
    if isinstance(facts, Consent):
        return facts.to == "NRM referral" and facts.answer == "given"
    return isinstance(facts, Section45Considered)


def _resting_in(case: str, batch: str) -> list[str]:
    rows = bulk.few(
        "select entry_id from store_storedentry where case_id = %s and batch = %s and kind in (%s, %s)",
        [case, batch, "consent", "section_45_considered"],
    )
    return [entry_id for (entry_id,) in rows]
