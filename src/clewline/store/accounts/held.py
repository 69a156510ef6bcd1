"""The memberships that someone holds, in one question: every page asks it."""

from dataclasses import dataclass
from datetime import date

from clewline.access import Membership, Purpose, Relation, relation
from clewline.store import bulk


@dataclass(frozen=True, kw_only=True)
class Held:
    """A membership that someone has or had, and whether its case is sealed."""

    case: str
    membership: Membership
    added_by: str
    sealed: bool

    def relation_on(self, day: date) -> Relation:
        """Return what this membership alone makes of its holder on a day."""
        return relation([self.membership], day, sealed=self.sealed)


_HELD = """
select member.case_id, member.purpose, member.first, member.last, member.ended_at is not null, member.opens_sealed,
       member.added_by, sealed.case_id is not null
from accounts_member as member
left join accounts_sealedcase as sealed on sealed.case_id = member.case_id
where member.account_id = %s"""


def held_by(account: int, case: str | None = None) -> list[Held]:
    """Return an account's memberships, of all cases or of one; the latest of each case first."""
    of_case, values = ("", [account]) if case is None else (" and member.case_id = %s", [account, case])
    return [
        Held(
            case=case_id,
            membership=Membership(
                purpose=Purpose(purpose),
                first=_day(first),
                last=None if last is None else _day(last),
                ended=bool(ended),
                opens_sealed=bool(opens_sealed),
            ),
            added_by=added_by,
            sealed=bool(sealed),
        )
        for case_id, purpose, first, last, ended, opens_sealed, added_by, sealed in bulk.few(
            f"{_HELD}{of_case} order by member.case_id, member.id desc", values
        )
    ]


def _day(stored: date | str) -> date:
    """Return a day as SQLite, which has no type for it, and PostgreSQL give it."""
    return date.fromisoformat(stored) if isinstance(stored, str) else stored
