"""What charges, referrals and reports rest on: a consideration of section 45, and an adult's consent to be referred.

A consent that somebody takes back is an entry of its own, and takes nothing away: what was done while it stood was done
with it. To withdraw its entry, or to correct it, says that it never was.
"""

from collections.abc import Iterable, Mapping

from clewline.record import Entry, Facts
from clewline.record.kinds.age_assessed import AgeAssessed
from clewline.record.kinds.charge import Charge
from clewline.record.kinds.consent import Consent
from clewline.record.kinds.duty_to_notify import DutyToNotify
from clewline.record.kinds.nrm_referral import NrmReferral
from clewline.record.kinds.section_45_considered import Section45Considered
from clewline.safeguarding import considered, referred
from clewline.safeguarding.considered import Said

CALLED: Mapping[type[Facts], str] = {
    Charge: "charge",
    DutyToNotify: "duty to notify",
    NrmReferral: "NRM referral",
}
"""What the kinds of entry are called of whose person it is asked what the record says."""
ASKED_OF = (Charge, DutyToNotify, NrmReferral)
"""These kinds."""
_RESTS: Mapping[type[Facts], str] = {Charge: "section_45_considered", NrmReferral: "consent"}
RESTED_ON = tuple(_RESTS.values())
"""Kinds of entry on which one of these may rest."""


def against(entry: Entry, known: Said) -> tuple[str, str] | None:
    """Return by which rule a charge, referral or report is not recorded, and why, by what is known of the person; none
    where it may be.
    """
    if (why := considered.objection(entry, known)) is not None:
        return considered.RULE, why
    return referred.objection(entry, known)


def rested_on(entry: Entry) -> bool:
    """Return whether a charge or referral may rest on an entry: a consideration of section 45, or consent."""
    if isinstance(entry.facts, Consent):
        return entry.facts.to == "NRM referral" and entry.facts.answer == "given"
    return isinstance(entry.facts, Section45Considered)


def taken_from(
    made: Entry, going: Iterable[Entry], before: Iterable[Entry], after: Iterable[Entry]
) -> tuple[str, str] | None:
    """Return by which rule what somebody recorded rests on something `going` of what stood before, and what to do; none
    where it does not.
    """
    gone = next((one for one in going if one.kind == _RESTS.get(type(made.facts))), None)
    if gone is None or against(made, considered.said(_as_made(made, before))) is not None:
        return None
    found = against(made, considered.said(_as_made(made, after)))
    if found is None:
        return None
    if isinstance(made.facts, Charge):
        return found[0], (
            f"The charge {made.subject} rests on the consideration of section 45 that would be taken away (entry "
            f"{gone.id}). Withdraw the charge first, or record another consideration."
        )
    return found[0], (
        f"The NRM referral {made.subject} of an adult rests on the consent that would be taken away (entry {gone.id}). "
        "Withdraw the referral first; or, where they no longer consent, record that consent was withdrawn."
    )


def not_again(made: Entry, after: Iterable[Entry]) -> tuple[str, str] | None:
    """Return by which rule what was withdrawn, or replaced, does not come back, and why: as a new one is asked."""
    found = against(made, considered.said(after))
    if found is None:
        return None
    return found[0], f"The {CALLED[type(made.facts)]} {made.subject} would stand again. {found[1]}"


def _as_made(made: Entry, some: Iterable[Entry]) -> list[Entry]:
    """Return some entries without the ages that were assessed after a charge or referral: what it rested on it rests on
    still.
    """
    return [
        one for one in some if not (isinstance(one.facts, AgeAssessed) and one.recorded_at > made.recorded_at)
    ]
