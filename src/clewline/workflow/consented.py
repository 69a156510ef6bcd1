"""Whether an adult consents to be referred to a partner, by all that the case holds of it."""

from datetime import date

from clewline.record import Facts
from clewline.record.kinds.safeguarding_referral import SafeguardingReferral
from clewline.safeguarding import consent
from clewline.store import following


def refusal(case: str, facts: Facts, *, adult: bool, on: date) -> str | None:
    """Return why somebody is not referred to a partner; none where they may be, or nobody is referred to one."""
    if not isinstance(facts, SafeguardingReferral) or not facts.partner:
        return None
    some = following.of_person(case, facts.person)
    return consent.refusal(some, facts.partner, basis=facts.basis, adult=adult, on=on)
