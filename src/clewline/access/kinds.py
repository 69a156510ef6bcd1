"""Which kinds of entry a role's work needs, in a case of its own."""

from collections.abc import Set

from clewline.access.roles import Role

SAFEGUARDING = frozenset(
    {
        "arrest",
        "check_back",
        "cuckooing_visit",
        "duty_to_notify",
        "nrm_referral",
        "person",
        "safeguarding_engaged",
        "safeguarding_enquiry",
        "safeguarding_offered",
        "safeguarding_referral",
        "safeguarding_supported",
        "safeguarding_visit",
        "safety_plan",
        "strategy_meeting",
        "vulnerability_identified",
    }
)
"""What is recorded of people who may need protecting, and the arrest by which many of them are met."""


def kinds_of(role: Role) -> Set[str] | None:
    """Return the kinds of entry that the role sees in its own cases; none where it sees all."""
    if role in (Role.OFFICER, Role.ANALYST, Role.SUPERVISOR, Role.DISCLOSURE):
        return None
    return SAFEGUARDING if role is Role.SAFEGUARDING else frozenset()
