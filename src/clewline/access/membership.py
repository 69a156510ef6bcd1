"""What a person is to a case on a day, told from their memberships of it and from whether it is sealed."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from clewline.access.roles import Purpose


class Relation(StrEnum):
    """What a person is to a case."""

    OWN = "own"
    """A member now."""
    SEALED = "sealed"
    """A member of a case that is sealed, without leave to open it."""
    EXPIRED = "expired"
    """A member whose last day is past."""
    FORMER = "former"
    """A member who was taken off before their last day."""
    OTHER = "other"
    """No member, or not yet; also of a case that does not exist."""


@dataclass(frozen=True, kw_only=True)
class Membership:
    """Someone's part in a case."""

    purpose: Purpose
    first: date
    """First day on which they are a member."""
    last: date | None = None
    """Last day; none where it is not set."""
    ended: bool = False
    """Whether they were taken off."""
    opens_sealed: bool = False
    """Whether they may see the case while it is sealed."""


def relation(memberships: Iterable[Membership], day: date, *, sealed: bool) -> Relation:
    """Return what someone with these memberships of one case is to it on a day: the most that any of them gives."""
    found = {_of(one, day, sealed=sealed) for one in memberships}
    return next((r for r in Relation if r in found), Relation.OTHER)


def _of(one: Membership, day: date, *, sealed: bool) -> Relation:
    if one.ended:
        return Relation.FORMER
    if day < one.first:
        return Relation.OTHER
    if one.last is not None and day > one.last:
        return Relation.EXPIRED
    return Relation.SEALED if sealed and not one.opens_sealed else Relation.OWN
