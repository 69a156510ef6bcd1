"""An adult is referred to the National Referral Mechanism with their consent, and reported without it; a child is
referred.

Who is under 18 is always referred, and asked for no consent
(gov.uk/guidance/report-modern-slavery-as-a-first-responder). An adult must consent (craigbarlow.co.uk); without it a
duty to notify takes its place, by section 52 of the Modern Slavery Act 2015 (westmidlandsantislavery.org). Other
referrals of adults are not held to it: a safeguarding referral has a basis of its own. Who is of unknown or disputed
age counts as a child.
"""

from clewline.case.ages import Answer, aged
from clewline.record import Entry
from clewline.record.kinds.duty_to_notify import DutyToNotify
from clewline.record.kinds.nrm_referral import NrmReferral
from clewline.safeguarding.considered import Said

CONSENT, CHILD = "nrm-consent", "child-is-referred"
"""Names of the rules, as problems of intake and forms bear them."""


def objection(entry: Entry, known: Said) -> tuple[str, str] | None:
    """Return for which rule a referral or report is not recorded, and why; none where it may be, or it is neither."""
    facts = entry.facts
    if not isinstance(facts, NrmReferral | DutyToNotify):
        return None
    more = () if facts.age is None else (aged(facts.age, entry.day),)
    adult = known.age(*more, day=entry.day) is Answer.ADULT
    if isinstance(facts, DutyToNotify):
        if adult:
            return None
        return CHILD, (
            f"{facts.person} was, or may have been, under 18. A child is always referred to the National Referral "
            "Mechanism, and needs to consent to nothing; the duty to notify is for adults who do not consent. Record "
            "an NRM referral; or record that their age was assessed, where it was."
        )
    if not adult or known.consents(entry.day):
        return None
    return CONSENT, (
        f"{facts.person} was an adult, and no consent to an NRM referral stands that they gave by that day. Record "
        "their consent first; where they do not consent, record the duty to notify in place of the referral "
        "(Modern Slavery Act 2015, section 52)."
    )
