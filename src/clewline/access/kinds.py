"""Which kinds of entry a role's work needs, in a case of its own."""

from collections.abc import Set
from enum import IntEnum

from clewline.access.roles import Role

SAFEGUARDING = frozenset(
    {
        "age_assessed",
        "arrest",
        "check_back",
        "child_protection_conference",
        "concern_asked",
        "consent",
        "contacts_noticed",
        "cuckooing_visit",
        "duty_decided",
        "duty_to_notify",
        "indicator_observed",
        "information_shared",
        "missing_episode",
        "need_seen_to",
        "nrm_decision",
        "nrm_referral",
        "number_used",
        "person",
        "programme_offered",
        "programme_outcome",
        "protection_status",
        "referral_answered",
        "referral_done",
        "referral_received",
        "referral_reply",
        "referrer_told",
        "return_interview",
        "safeguarding_engaged",
        "safeguarding_enquiry",
        "safeguarding_offered",
        "safeguarding_referral",
        "safeguarding_supported",
        "safeguarding_visit",
        "safety_plan",
        "section_45_considered",
        "sharing_ended",
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


OF_THE_POLICE = frozenset(
    {"arrest", "check_back", "contacts_noticed", "number_used", "section_45_considered"}
)
"""Kinds that those who protect people see, and that the police record."""


def kinds_recorded(role: Role) -> Set[str] | None:
    """Return the kinds of entry that the role records in its own cases; none where it records all."""
    kinds = kinds_of(role)
    return kinds if kinds is None else kinds - OF_THE_POLICE


class Group(IntEnum):
    """Kinds of entry that the same roles see: what an index of the record is parted by, so that a search walks over
    nothing that is not for whoever searches, and takes no time over it.
    """

    CARE = 1
    """What is recorded of people who may need protecting."""
    CASE = 2
    """All else."""


def group_of(kind: str) -> Group:
    """Return the group of a kind of entry."""
    return Group.CARE if kind in SAFEGUARDING else Group.CASE


def groups_of(role: Role) -> tuple[Group, ...]:
    """Return the groups whose kinds the role sees in its own cases."""
    kinds = kinds_of(role)
    if kinds is None:
        return (Group.CARE, Group.CASE)
    return (Group.CARE,) if kinds else ()
