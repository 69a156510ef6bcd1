"""Roles: what a person's work is; and purposes: what they look for."""

from enum import StrEnum


class Role(StrEnum):
    """What a person's work is. Each account has one."""

    OFFICER = "officer"
    ANALYST = "analyst"
    SUPERVISOR = "supervisor"
    SAFEGUARDING = "safeguarding professional"
    PARTNER = "partner"
    PRESS = "press"
    DISCLOSURE = "disclosure"
    AUDITOR = "auditor"
    ADMINISTRATOR = "administrator"


class Purpose(StrEnum):
    """What a membership of a case is for; each look is logged with it."""

    INVESTIGATION = "investigation"
    SAFEGUARDING = "safeguarding"
    DISCLOSURE = "disclosure"
    REVIEW = "review"
